import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { cancelOrder } from '#libs/procurement';
import type { Tender } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';

const input = z.strictObject({ awardId: z.uuid(), reason: text(500) });
export type CancelAwardFault = Fault<'AwardStands' | 'AwardOrderStands'>;

/**
 * Takes an award back, with its reason: the lot is open again and goes to the next bid. Its order is cancelled in the same transaction, or asked to be
 * where the supplier has confirmed it. Errors: AwardStands (taken back before, or an agreement came of it, which its supplier ends), AwardOrderStands
 * when the order cannot be cancelled. Throws Forbidden without tender:award (with an order also without order:cancel), NotFound, BadInput.
 */
export async function cancelAward(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, CancelAwardFault>> {
  requirePermission(work, 'tender:award');
  const { awardId, reason } = checkInput(input, raw);
  const award = await one<{ tenderId: string; orderId: string | null; others: number }>(
    work,
    `select a.tender_id as "tenderId", a.order_id as "orderId",
       (select count(*)::integer from tendering.award o where o.org_id = a.org_id and o.order_id = a.order_id and o.id <> a.id and o.cancelled_at is null) as others
     from tendering.award a where a.org_id = $1 and a.id = $2`,
    [work.actor.orgId, awardId],
  );
  if (!award) throw new NotFound(`award ${awardId}`);
  await lockTender(work, award.tenderId);
  const outcome = await outcomeOf(work, 'tendering.cancel_award($1, $2, $3)', [awardId, reason, memberOf(work)]);
  if (outcome !== 'CANCELLED') return fail({ code: 'AwardStands', path: ['awardId'] });
  if (award.orderId) {
    // An order that other awards share would take them with it.
    const cancelled = award.others > 0 ? undefined : await cancelOrder(work, { orderId: award.orderId, reason });
    if (!cancelled?.ok)
      return fail({ code: 'AwardOrderStands', path: ['awardId'], values: { reason: cancelled?.errors[0]?.code ?? 'SHARED' } });
  }
  await audit(work, { action: 'tender:cancel-award', subject: `award:${awardId}`, detail: { reason } });
  return ok(await tenderById(work, award.tenderId));
}
