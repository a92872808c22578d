import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import { text } from './tender.input.js';
import { memberOf, outcomeOf } from './tender.mover.js';
import { tenderById } from './tender.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), reason: text(2000) });

/**
 * Calls a tender off for good, with a reason that all bidders read. Bids that nobody has opened stay closed for ever.
 * Errors: TenderNotCancellable (it is cancelled, or something of it is awarded: cancel the award first).
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function cancelTender(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<Tender, Fault<'TenderNotCancellable'>>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, reason } = checkInput(input, raw);
  const outcome = await outcomeOf(work, 'tendering.cancel_tender($1, $2, $3)', [tenderId, reason, memberOf(work)]);
  if (outcome !== 'CANCELLED') return fail({ code: 'TenderNotCancellable', path: ['tenderId'] });
  await audit(work, { action: 'tender:cancel', subject: `tender:${tenderId}`, detail: { reason } });
  return ok(await tenderById(work, tenderId));
}
