import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { mayGrantRoles } from '../role/role.reader.js';
import { Member } from './member.entity.js';
import { adminRole, mayLoseAdmin } from './member.lifecycle.js';
import { lockAdmins, lockMember } from './member.reader.js';

const input = z.strictObject({
  memberId: z.uuid(),
  roles: z
    .array(z.string())
    .max(20)
    .transform((roles) => [...new Set(roles)]),
  expectedVersion: z.int(),
});

export type ChangeMemberRolesInput = z.input<typeof input>;
export type ChangeMemberRolesError = Fault<'LastAdmin' | 'RoleUnknown' | 'PermissionNotHeld' | 'VersionConflict'>;

/**
 * Gives a member other roles; every process knows within a second. Nobody gives, or takes away, a role with rights that he has not himself.
 * Errors: RoleUnknown, PermissionNotHeld, LastAdmin, VersionConflict. Throws Forbidden, NotFound.
 */
export async function changeMemberRoles(
  work: Work,
  given: ChangeMemberRolesInput,
): Promise<Result<Member, ChangeMemberRolesError>> {
  requirePermission(work, permissions.manageMembers);
  const { memberId, roles, expectedVersion } = checkInput(input, given);
  const admins = await lockAdmins(work);
  const member = await lockMember(work, memberId);
  if (member.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });

  const moved = [
    ...roles.filter((role) => !member.roles.includes(role)),
    ...member.roles.filter((role) => !roles.includes(role)),
  ];
  const errors = [...(await mayGrantRoles(work, moved)), ...(roles.includes(adminRole) ? [] : mayLoseAdmin(member, admins))];
  if (errors.length > 0) return fail(...errors);

  const changed = { roles, version: member.version + 1 };
  const { affected } = await work.tx.update(Member, { orgId: member.orgId, id: member.id }, changed);
  if (affected !== 1) throw new NotFound(`member ${member.id}`);
  await audit(work, { action: 'member:roles', subject: `member:${member.id}`, detail: { before: member.roles, after: roles } });
  return ok({ ...member, ...changed });
}
