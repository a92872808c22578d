import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { mayGrantRoles } from '../role/role.reader.js';
import { endMembership } from './leave-organization.js';
import type { Member } from './member.entity.js';
import { mayLoseAdmin } from './member.lifecycle.js';
import { lockAdmins, lockMember } from './member.reader.js';

const input = z.strictObject({ memberId: z.uuid() });

export type RemoveMemberInput = z.input<typeof input>;
export type RemoveMemberError = Fault<'LastAdmin' | 'PermissionNotHeld' | 'RoleUnknown'>;

/**
 * Ends somebody's membership; his sessions here end within a second. Nobody removes a member with rights that he has not himself.
 * Errors: LastAdmin, PermissionNotHeld. Throws Forbidden, NotFound.
 */
export async function removeMember(work: Work, given: RemoveMemberInput): Promise<Result<Member, RemoveMemberError>> {
  requirePermission(work, permissions.manageMembers);
  const { memberId } = checkInput(input, given);
  const admins = await lockAdmins(work);
  const member = await lockMember(work, memberId);
  const errors = [...(await mayGrantRoles(work, member.roles)), ...mayLoseAdmin(member, admins)];
  return errors.length > 0 ? fail(...errors) : ok(await endMembership(work, { member, action: 'member:remove' }));
}
