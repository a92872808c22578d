/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The link, and who comes. */
export type AcceptInvitationInput = {
  /** Name of a person who is new here. */
  name?: string | null | undefined;
  /** A new password, or the own one of somebody who has an account and is not signed in. */
  password?: string | null | undefined;
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** The old password and the new one. */
export type ChangePasswordInput = {
  /** The present one. */
  currentPassword: string;
  /** The new one, 12 to 128 characters. */
  password: string;
};

/** The link. */
export type ConfirmEmailChangeInput = {
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** What an organisation does on the hub; one may do several. */
export type OrganizationRole =
  /** Searches and orders. */
  | 'BUYER'
  /** Runs the hub. */
  | 'OPERATOR'
  /** Publishes catalogues and delivers. */
  | 'SUPPLIER';

/** Whether an organisation may act. */
export type OrganizationStatus =
  /** It acts. */
  | 'ACTIVE'
  /** The operator has shut it out. */
  | 'SUSPENDED';

/** The new address. */
export type RequestEmailChangeInput = {
  /** The new e-mail address. */
  email: string;
  /** The own password. */
  password: string;
};

/** For which address. */
export type RequestPasswordResetInput = {
  /** E-mail address. */
  email: string;
};

/** The link and the new password. */
export type ResetPasswordInput = {
  /** The new password, 12 to 128 characters. */
  password: string;
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** Who one is. */
export type SignInInput = {
  /** E-mail address. */
  email: string;
  /** Which of one's organisations; absent: the first by name. */
  organizationId?: string | number | null | undefined;
  /** Password. */
  password: string;
};

/** Where to go on. */
export type SwitchOrganizationInput = {
  /** One of one's organisations. */
  organizationId: string | number;
};

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: { accepted: boolean, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { accessToken: string | null, expiresAt: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type LeaveOrganizationMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveOrganizationMutation = { leaveOrganization: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { email: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { invitationPreview: { organizationName: string, email: string, hasAccount: boolean } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { organization: { id: string, name: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { accepted: boolean, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { accepted: boolean, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { accessToken: string | null, expiresAt: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { permissions: Array<string>, person: { id: string, name: string, email: string, locale: string } | null, organization: { id: string, name: string, roles: Array<OrganizationRole> }, memberships: Array<{ organizationId: string, name: string, status: OrganizationStatus }> } };

export type SwitchOrganizationMutationVariables = Exact<{
  input: SwitchOrganizationInput;
}>;


export type SwitchOrganizationMutation = { switchOrganization: { accessToken: string | null, expiresAt: string | null, errors: Array<{ message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const RequestEmailChangeDocument = new TypedDocumentString(`
    mutation RequestEmailChange($input: RequestEmailChangeInput!) {
  requestEmailChange(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e71395c1a6bc54c941556ec8fa1423ce4995456c8df1a07e1fdd2abe5ab856e2"}) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"35d50fc0e4b280332af57d883723f4aea87855c1f3d0dd387c760f6a891ccde5"}) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const LeaveOrganizationDocument = new TypedDocumentString(`
    mutation LeaveOrganization {
  leaveOrganization {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a52f8e410e682b0c0146bf6cf9c603614350a223404c02b7cf4f54e773fc2ec3"}) as unknown as TypedDocumentString<LeaveOrganizationMutation, LeaveOrganizationMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    email
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a0028f51dd6a273229d14194541827efba5e4d217ad3743fb6969f83ecca082e"}) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitationPreview(token: $token) {
    organizationName
    email
    hasAccount
  }
}
    `, {"hash":"042988ea06ffda3fc183a947a057d976fde547c94225c6eafd57571f8d7da8f4"}) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    organization {
      id
      name
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"28cf95cdd8348611a098f2b7dc9ee7f5276e18506fe50c0ae547263352379238"}) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"402198e5aa8866b7a6200481c73e4ec481a66e900e5e2b9b88109cd9bf97dec3"}) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e0847edda4d3c75ff7d3b19ca4cccb6cdaf397a2ee3ffc6c035afe9eaf182174"}) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"48da46d5ccafb66b7a1e13002fa51390e48245a6579ddcfdbc6c80f668dc8d3a"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    person {
      id
      name
      email
      locale
    }
    organization {
      id
      name
      roles
    }
    permissions
    memberships {
      organizationId
      name
      status
    }
  }
}
    `, {"hash":"08b8ea0bba5640df9f4b1bdad8e5206938c8096dc7789179e00596c69a8f629c"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SwitchOrganizationDocument = new TypedDocumentString(`
    mutation SwitchOrganization($input: SwitchOrganizationInput!) {
  switchOrganization(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
      }
    }
  }
}
    `, {"hash":"e31752900f2e961472d191ba012279f944d60a47a6da4562e88ec4282140e07d"}) as unknown as TypedDocumentString<SwitchOrganizationMutation, SwitchOrganizationMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
  }
}
    `, {"hash":"ffd093bc73cd0e180b4296d8e8b21a3311efcff70fe2ca4fd0032c4654692619"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;