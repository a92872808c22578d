import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { errorUnion, payloadType, VersionConflict } from '#libs/platform';
import { PermissionNotHeld, PermissionUnknown, RoleBuiltIn, RoleNameTaken } from '../errors.graphql.js';

@ObjectType('Role', { description: 'A named set of permissions in the acting organisation.' })
export class RoleType {
  @Field(() => ID, { nullable: true, description: 'UUID; null for a built-in role.' })
  id: string | null;

  @Field(() => String, { description: 'Its name, one per organisation.' })
  name: string;

  @Field(() => [String], { description: 'What it allows, as thing:verb.' })
  permissions: string[];

  @Field(() => Boolean, { description: 'Built-in roles follow from what the organisation does and cannot be changed.' })
  builtIn: boolean;

  @Field(() => Int, { description: 'For `expectedVersion`; 0 for a built-in role.' })
  version: number;
}

@InputType('SaveRoleInput', { description: 'A role as it shall be.' })
export class SaveRoleInputType {
  @Field(() => String, { description: '1 to 60 characters, not the name of a built-in role.' })
  name: string;

  @Field(() => [String], { description: 'Permissions that one has oneself, as thing:verb.' })
  permissions: string[];

  @Field(() => Int, { nullable: true, description: 'The version that was read; absent for a new role.' })
  expectedVersion?: number | null;
}

export const SaveRolePayload = payloadType(
  'SaveRolePayload',
  { key: 'role', type: () => RoleType, description: 'The role as it is now.' },
  errorUnion('SaveRoleError', [RoleBuiltIn, RoleNameTaken, PermissionUnknown, PermissionNotHeld, VersionConflict]),
);
