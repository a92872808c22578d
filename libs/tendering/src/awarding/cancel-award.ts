import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { cancelOrder, ordersByIds } from '#libs/procurement';
import type { Tender } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';

const input = z.strictObject({ awardId: z.uuid(), reason: text(500) });
/** Ends of an order of which nothing is left to be sent or paid. */
const ended: readonly string[] = ['CANCELLED', 'REJECTED'];

export type CancelAwardFault = Fault<'AwardStands' | 'AwardOrderStands'>;

/**
 * Takes an award back, with its reason: the lot is open again and goes to the next bid. Its order is cancelled in the same transaction unless it has ended
 * already. Errors: AwardStands (taken back before, or an agreement came of it, which its supplier ends), AwardOrderStands when anything of the
 * order would stand: what the supplier has confirmed is cancelled with him first, and what he has sent is bought. Throws Forbidden without tender:award (with an order also without order:cancel), NotFound, BadInput.
 */
export async function cancelAward(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, CancelAwardFault>> {
  requirePermission(work, 'tender:award');
  const { awardId, reason } = checkInput(input, raw);
  const award = await one<{ tenderId: string; orderId: string | null }>(
    work,
    'select a.tender_id as "tenderId", a.order_id as "orderId" from tendering.award a where a.org_id = $1 and a.id = $2',
    [work.actor.orgId, awardId],
  );
  if (!award) throw new NotFound(`award ${awardId}`);
  await lockTender(work, award.tenderId);
  const outcome = await outcomeOf(work, 'tendering.cancel_award($1, $2, $3)', [awardId, reason, memberOf(work)]);
  if (outcome !== 'CANCELLED') return fail({ code: 'AwardStands', path: ['awardId'] });
  const stands = award.orderId === null ? undefined : await whyOrderStands(work, award.orderId, reason);
  if (stands !== undefined) return fail({ code: 'AwardOrderStands', path: ['awardId'], values: { reason: stands } });
  await audit(work, { action: 'tender:cancel-award', subject: `award:${awardId}`, detail: { reason } });
  return ok(await tenderById(work, award.tenderId));
}

/** Cancels an order unless it has ended; the reason why something of it stands nevertheless. */
async function whyOrderStands(work: Work, orderId: string, reason: string): Promise<string | undefined> {
  const [before] = await ordersByIds(work, [orderId]);
  if (before && ended.includes(before.status)) return undefined;
  const cancelled = await cancelOrder(work, { orderId, reason });
  if (!cancelled.ok) return cancelled.errors[0]?.code;
  return ended.includes(cancelled.value.status) ? undefined : cancelled.value.status;
}
