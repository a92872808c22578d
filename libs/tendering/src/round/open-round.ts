import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Seals } from '../sealed/hub-half.js';
import { makeHalves } from '../sealed/make-halves.js';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf, outcomeOf, versionConflict } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';

const input = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  expectedVersion: z.int(),
  /** After a best and final offer there is no further round. */
  kind: z.enum(['ROUND', 'BEST_AND_FINAL']),
  closesAt: z.date(),
  /** Who may bid in it, of those whose bids were opened. */
  supplierIds: z.array(z.uuid()).min(1).max(200),
});
export type OpenRoundFault = Fault<'VersionConflict' | 'RoundNotPossible' | 'TenderClosesTooSoon' | 'BidderUnknown'>;

/**
 * Opens a further round for a lot among bidders whom the buyer chooses; who does not bid again stands by his last bid.
 * Errors: RoundNotPossible (bids are not open, the lot is awarded or ended, or best and final offers were asked for), BidderUnknown,
 * TenderClosesTooSoon, VersionConflict. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function openRound(work: Work, raw: z.input<typeof input>, seals?: Seals): Promise<Result<Tender, OpenRoundFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, lotId, expectedVersion, kind, closesAt, supplierIds } = checkInput(input, raw);
  const outcome = await outcomeOf(work, 'tendering.open_round($1)', [
    JSON.stringify({
      tenderId,
      lotId,
      expectedEdits: expectedVersion,
      kind,
      closesAt,
      admitted: [...new Set(supplierIds)],
      member: memberOf(work),
    }),
  ]);
  if (outcome !== 'OPENED') return fail(faultOf(outcome));
  const tender = await tenderById(work, tenderId);
  if (tender.confidentiality === 'SEALED') {
    if (!seals) throw new Error('a sealed round is opened with the seals of the hub');
    await makeHalves(work, tender, { lotIds: [lotId], seals });
  }
  await audit(work, {
    action: 'tender:open-round',
    subject: `tender:${tenderId}`,
    detail: { lotId, kind, suppliers: supplierIds },
  });
  return ok(await tenderById(work, tenderId));
}

function faultOf(outcome: string): OpenRoundFault {
  if (outcome === 'VERSION_CONFLICT') return versionConflict;
  if (outcome === 'CLOSES_TOO_SOON') return { code: 'TenderClosesTooSoon', path: ['closesAt'] };
  return outcome === 'NO_SUCH_BIDDER'
    ? { code: 'BidderUnknown', path: ['supplierIds'] }
    : { code: 'RoundNotPossible', path: ['lotId'] };
}
