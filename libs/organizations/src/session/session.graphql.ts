import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, errorUnion, type OrganizationRole, type UserErrorShape } from '#libs/platform';
import { CredentialsWrong, NoOrganization, NotYourOrganization, PasswordTooWeak, SignInThrottled } from '../errors.graphql.js';
import { OrganizationRoleEnum, OrganizationStatusEnum, OrganizationType } from '../organization/organization.graphql.js';

@ObjectType('Membership', { description: 'An organisation that the signed-in person belongs to.' })
export class MembershipType {
  @Field(() => ID, { description: 'The organisation.' })
  organizationId: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => [OrganizationRoleEnum], { description: 'What it does.' })
  roles: OrganizationRole[];

  @Field(() => OrganizationStatusEnum, { description: 'Whether one can switch to it.' })
  status: string;
}

@ObjectType('Person', { description: 'The signed-in person.' })
export class PersonType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'E-mail address, with which one signs in.' })
  email: string;

  @Field(() => String, { description: 'Language of letters: en, zh-CN or zh-TW.' })
  locale: string;
}

@ObjectType('Me', { description: 'Who one is, for whom one acts, and what one may do.' })
export class MeType {
  @Field(() => PersonType, { nullable: true, description: 'null for a machine.' })
  person: PersonType | null;

  @Field(() => OrganizationType, { description: 'The organisation one acts for.' })
  organization: OrganizationType;

  @Field(() => [String], { description: 'Permissions now, as thing:verb.' })
  permissions: string[];

  @Field(() => [MembershipType], { description: 'All organisations of the person; empty for a machine.' })
  memberships: MembershipType[];
}

@InputType('SignInInput', { description: 'Who one is.' })
export class SignInInputType {
  @Field(() => String, { description: 'E-mail address.' })
  email: string;

  @Field(() => String, { description: 'Password.' })
  password: string;

  @Field(() => ID, { nullable: true, description: "Which of one's organisations; absent: the first by name." })
  organizationId?: string | null;
}

@InputType('SwitchOrganizationInput', { description: 'Where to go on.' })
export class SwitchOrganizationInputType {
  @Field(() => ID, { description: "One of one's organisations." })
  organizationId: string;
}

@InputType('ChangePasswordInput', { description: 'The old password and the new one.' })
export class ChangePasswordInputType {
  @Field(() => String, { description: 'The present one.' })
  currentPassword: string;

  @Field(() => String, { description: 'The new one, 12 to 128 characters.' })
  password: string;
}

/** What every way of getting a session answers with; the refresh token travels in a cookie. */
@ObjectType({ isAbstract: true })
abstract class SessionPayload {
  @Field(() => String, {
    nullable: true,
    description: 'For `Authorization: Bearer`; ten minutes. Refresh at POST /api/v1/session/refresh.',
  })
  accessToken: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the access token ends.' })
  expiresAt: Date | null;

  @Field(() => OrganizationType, { nullable: true, description: 'The organisation one is signed in to.' })
  organization: OrganizationType | null;

  @Field(() => [MembershipType], { nullable: true, description: 'All organisations one belongs to.' })
  memberships: MembershipType[] | null;
}

const SignInErrorUnion = errorUnion('SignInError', [CredentialsWrong, SignInThrottled, NoOrganization, NotYourOrganization]);
const SwitchOrganizationErrorUnion = errorUnion('SwitchOrganizationError', [NotYourOrganization]);
const ChangePasswordErrorUnion = errorUnion('ChangePasswordError', [
  CredentialsWrong,
  SignInThrottled,
  PasswordTooWeak,
  NoOrganization,
]);
const refused = { description: 'Everything that stands against it, all at once; empty on success.' };

@ObjectType('SignInPayload', { description: 'What signIn answers.' })
export class SignInPayload extends SessionPayload {
  @Field(() => [SignInErrorUnion as never], refused)
  errors: UserErrorShape[];
}

@ObjectType('SwitchOrganizationPayload', { description: 'What switchOrganization answers.' })
export class SwitchOrganizationPayload extends SessionPayload {
  @Field(() => [SwitchOrganizationErrorUnion as never], refused)
  errors: UserErrorShape[];
}

@ObjectType('ChangePasswordPayload', { description: 'What changePassword answers: a new session, since all others ended.' })
export class ChangePasswordPayload extends SessionPayload {
  @Field(() => [ChangePasswordErrorUnion as never], refused)
  errors: UserErrorShape[];
}

@ObjectType('SignOutPayload', { description: 'What signOut answers.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true: whoever is out is out.' })
  signedOut: boolean;
}
