import { audit, NotFound, one, type Work } from '#libs/platform';
import type { Member } from './member.entity.js';

/** Ends a locked membership and its sessions; the database tells every process. */
export async function endMembership(work: Work, { member, action }: { member: Member; action: string }): Promise<Member> {
  const ended = await one<{ done: boolean }>(work, 'select organizations.end_membership($1) as done', [member.id]);
  if (!ended?.done) throw new NotFound(`member ${member.id}`);
  await audit(work, { action, subject: `member:${member.id}`, detail: { roles: member.roles } });
  return { ...member, roles: [], status: 'LEFT', leftAt: work.now, version: member.version + 1 };
}
