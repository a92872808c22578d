import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, errorUnion, payloadType, VersionConflict } from '#libs/platform';
import { LastAdmin, PermissionNotHeld, RoleUnknown } from '../errors.graphql.js';

@ObjectType('Member', { description: 'A person in the acting organisation.' })
export class MemberType {
  @Field(() => ID, { description: 'UUID of the membership.' })
  id: string;

  @Field(() => String, { description: 'Name of the person.' })
  name: string;

  @Field(() => String, { description: 'E-mail address of the person.' })
  email: string;

  @Field(() => [String], { description: 'Names of roles; rights are the sum of all.' })
  roles: string[];

  @Field(() => DateTimeScalar, { description: 'When the person joined.' })
  joinedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person left; null for an active member.' })
  leftAt: Date | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('MemberConnection', { description: 'Active members by name.' })
export class MemberConnection extends connectionOf('Member', () => MemberType) {}

@InputType('ChangeMemberRolesInput', { description: 'The roles a member shall have.' })
export class ChangeMemberRolesInputType {
  @Field(() => ID, { description: 'The membership.' })
  memberId: string;

  @Field(() => [String], { description: 'All his roles, up to 20.' })
  roles: string[];

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('RemoveMemberInput', { description: 'Whose membership shall end.' })
export class RemoveMemberInputType {
  @Field(() => ID, { description: 'The membership.' })
  memberId: string;
}

const member = { key: 'member' as const, type: () => MemberType, description: 'The membership as it is now.' };

export const ChangeMemberRolesPayload = payloadType(
  'ChangeMemberRolesPayload',
  member,
  errorUnion('ChangeMemberRolesError', [LastAdmin, RoleUnknown, PermissionNotHeld, VersionConflict]),
);
export const RemoveMemberPayload = payloadType(
  'RemoveMemberPayload',
  member,
  errorUnion('RemoveMemberError', [LastAdmin, RoleUnknown, PermissionNotHeld]),
);
export const LeaveOrganizationPayload = payloadType(
  'LeaveOrganizationPayload',
  member,
  errorUnion('LeaveOrganizationError', [LastAdmin]),
);
