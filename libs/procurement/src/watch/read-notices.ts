import { z } from 'zod';
import { affected, checkInput, requirePermission, type Work } from '#libs/platform';
import { personOf } from './save-watch.js';

const input = z.strictObject({ noticeIds: z.array(z.uuid()).min(1).max(100) });

/** Marks notices of the acting member as read; others' are passed over. Gives how many were unread. Throws Forbidden without price:read, BadInput. */
export async function readNotices(work: Work, given: z.input<typeof input>): Promise<number> {
  requirePermission(work, 'price:read');
  const { noticeIds } = checkInput(input, given);
  return affected(
    work,
    `update procurement.watch_notice n set read_at = transaction_timestamp() where n.org_id = $1 and n.person_id = $2 and n.id = any ($3) and n.read_at is null`,
    [work.actor.orgId, personOf(work), noticeIds],
  );
}
