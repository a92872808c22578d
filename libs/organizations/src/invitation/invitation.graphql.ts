import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, errorUnion, payloadType } from '#libs/platform';
import {
  AlreadyMember,
  CredentialsWrong,
  EmailNotValid,
  InvitationInvalid,
  InvitationNotOpen,
  PasswordTooWeak,
  PermissionNotHeld,
  PersonNameMissing,
  RoleUnknown,
  SignInThrottled,
} from '../errors.graphql.js';
import { OrganizationType } from '../organization/organization.graphql.js';

@ObjectType('Invitation', { description: 'An invitation to join the acting organisation.' })
export class InvitationType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Who is invited.' })
  email: string;

  @Field(() => [String], { description: 'Roles he will have.' })
  roles: string[];

  @Field(() => String, { description: 'PENDING, ACCEPTED or REVOKED.' })
  status: string;

  @Field(() => DateTimeScalar, { description: 'When the link ends.' })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  createdAt: Date;
}

@ObjectType('InvitationPreview', { description: 'What the holder of an invitation link sees before he accepts.' })
export class InvitationPreviewType {
  @Field(() => String, { description: 'Who invites.' })
  organizationName: string;

  @Field(() => String, { description: 'The address that was invited.' })
  email: string;

  @Field(() => Boolean, {
    description: 'Whether the address has an account: then its own password is asked for, otherwise a name and a new one.',
  })
  hasAccount: boolean;
}

@InputType('InviteMemberInput', { description: 'Whom to invite.' })
export class InviteMemberInputType {
  @Field(() => String, { description: 'E-mail address.' })
  email: string;

  @Field(() => [String], { description: 'Names of roles, at least one.' })
  roles: string[];

  @Field(() => String, { defaultValue: 'en', description: 'Language of the letter: en, zh-CN or zh-TW.' })
  locale: 'en' | 'zh-CN' | 'zh-TW';
}

@InputType('AcceptInvitationInput', { description: 'The link, and who comes.' })
export class AcceptInvitationInputType {
  @Field(() => String, { description: 'What stands behind `#token=` in the link.' })
  token: string;

  @Field(() => String, { nullable: true, description: 'Name of a person who is new here.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A new password, or the own one of somebody who has an account and is not signed in.',
  })
  password?: string | null;
}

@InputType('RevokeInvitationInput', { description: 'Which invitation.' })
export class RevokeInvitationInputType {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId: string;
}

const invitation = { key: 'invitation' as const, type: () => InvitationType, description: 'The invitation as it is now.' };

export const InviteMemberPayload = payloadType(
  'InviteMemberPayload',
  invitation,
  errorUnion('InviteMemberError', [EmailNotValid, AlreadyMember, RoleUnknown, PermissionNotHeld]),
);
export const RevokeInvitationPayload = payloadType(
  'RevokeInvitationPayload',
  invitation,
  errorUnion('RevokeInvitationError', [InvitationNotOpen]),
);
export const AcceptInvitationPayload = payloadType(
  'AcceptInvitationPayload',
  { key: 'organization', type: () => OrganizationType, description: 'The organisation that was joined; sign in to it now.' },
  errorUnion('AcceptInvitationError', [
    InvitationInvalid,
    PersonNameMissing,
    PasswordTooWeak,
    CredentialsWrong,
    SignInThrottled,
    AlreadyMember,
  ]),
);
