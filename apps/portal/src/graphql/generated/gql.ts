/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n  requestEmailChange(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation LeaveOrganization {\n  leaveOrganization {\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": typeof types.RequestEmailChangeDocument,
    "mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n  confirmEmailChange(input: $input) {\n    email\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": typeof types.ConfirmEmailChangeDocument,
    "query Invitation($token: String!) {\n  invitationPreview(token: $token) {\n    organizationName\n    email\n    hasAccount\n  }\n}\n\nmutation AcceptInvitation($input: AcceptInvitationInput!) {\n  acceptInvitation(input: $input) {\n    organization {\n      id\n      name\n    }\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": typeof types.InvitationDocument,
    "mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ResetPassword($input: ResetPasswordInput!) {\n  resetPassword(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": typeof types.RequestPasswordResetDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": typeof types.SignInDocument,
    "query Me {\n  me {\n    person {\n      id\n      name\n      email\n      locale\n    }\n    organization {\n      id\n      name\n      roles\n    }\n    permissions\n    memberships {\n      organizationId\n      name\n      status\n    }\n  }\n}\n\nmutation SwitchOrganization($input: SwitchOrganizationInput!) {\n  switchOrganization(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n      }\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    signedOut\n  }\n}\n": typeof types.MeDocument,
};
const documents: Documents = {
    "mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n  requestEmailChange(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation LeaveOrganization {\n  leaveOrganization {\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": types.RequestEmailChangeDocument,
    "mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n  confirmEmailChange(input: $input) {\n    email\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": types.ConfirmEmailChangeDocument,
    "query Invitation($token: String!) {\n  invitationPreview(token: $token) {\n    organizationName\n    email\n    hasAccount\n  }\n}\n\nmutation AcceptInvitation($input: AcceptInvitationInput!) {\n  acceptInvitation(input: $input) {\n    organization {\n      id\n      name\n    }\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": types.InvitationDocument,
    "mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ResetPassword($input: ResetPasswordInput!) {\n  resetPassword(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": types.RequestPasswordResetDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n": types.SignInDocument,
    "query Me {\n  me {\n    person {\n      id\n      name\n      email\n      locale\n    }\n    organization {\n      id\n      name\n      roles\n    }\n    permissions\n    memberships {\n      organizationId\n      name\n      status\n    }\n  }\n}\n\nmutation SwitchOrganization($input: SwitchOrganizationInput!) {\n  switchOrganization(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n      }\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    signedOut\n  }\n}\n": types.MeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n  requestEmailChange(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation LeaveOrganization {\n  leaveOrganization {\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n"): typeof import('./graphql').RequestEmailChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n  confirmEmailChange(input: $input) {\n    email\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n"): typeof import('./graphql').ConfirmEmailChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Invitation($token: String!) {\n  invitationPreview(token: $token) {\n    organizationName\n    email\n    hasAccount\n  }\n}\n\nmutation AcceptInvitation($input: AcceptInvitationInput!) {\n  acceptInvitation(input: $input) {\n    organization {\n      id\n      name\n    }\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n"): typeof import('./graphql').InvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n  requestPasswordReset(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n\nmutation ResetPassword($input: ResetPasswordInput!) {\n  resetPassword(input: $input) {\n    accepted\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n"): typeof import('./graphql').RequestPasswordResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n        path\n        code\n      }\n    }\n  }\n}\n"): typeof import('./graphql').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Me {\n  me {\n    person {\n      id\n      name\n      email\n      locale\n    }\n    organization {\n      id\n      name\n      roles\n    }\n    permissions\n    memberships {\n      organizationId\n      name\n      status\n    }\n  }\n}\n\nmutation SwitchOrganization($input: SwitchOrganizationInput!) {\n  switchOrganization(input: $input) {\n    accessToken\n    expiresAt\n    errors {\n      ... on UserError {\n        message\n      }\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    signedOut\n  }\n}\n"): typeof import('./graphql').MeDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
