import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, Forbidden, NotFound, one, type Work } from '#libs/platform';
import type { Member } from './member.entity.js';
import { mayLoseAdmin } from './member.lifecycle.js';
import { lockAdmins, lockMember } from './member.reader.js';

export type LeaveOrganizationError = Fault<'LastAdmin'>;

/**
 * The acting person leaves the organisation; his sessions in it end within a second, his name stays on what he did.
 * Errors: LastAdmin. Throws Forbidden for machines.
 */
export async function leaveOrganization(work: Work): Promise<Result<Member, LeaveOrganizationError>> {
  if (work.actor.kind !== 'user') throw new Forbidden('only people leave');
  const admins = await lockAdmins(work);
  const member = await lockMember(work, work.actor.memberId);
  const errors = mayLoseAdmin(member, admins);
  return errors.length > 0 ? fail(...errors) : ok(await endMembership(work, { member, action: 'member:leave' }));
}

/** Ends a locked membership and its sessions; the database tells every process. */
export async function endMembership(work: Work, { member, action }: { member: Member; action: string }): Promise<Member> {
  const ended = await one<{ done: boolean }>(work, 'select organizations.end_membership($1) as done', [member.id]);
  if (!ended?.done) throw new NotFound(`member ${member.id}`);
  await audit(work, { action, subject: `member:${member.id}`, detail: { roles: member.roles } });
  return { ...member, roles: [], status: 'LEFT', leftAt: work.now, version: member.version + 1 };
}
