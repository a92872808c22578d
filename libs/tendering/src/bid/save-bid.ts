import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';
import type { Lot, Tender } from '../tender/tender.entity.js';
import { versionConflict } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';
import type { BidDraft } from './bid.entity.js';
import { bidContent } from './bid.input.js';
import { draftsOfTenders } from './bid.reader.js';

const input = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  /** Edits of the draft that were seen; 0 for the first. */
  expectedVersion: z.int().min(0),
  bid: bidContent,
});
export type SaveBidInput = z.input<typeof input>;

/**
 * Keeps a bid that is not submitted, for the acting supplier alone; it may be incomplete. Errors: BidMustBeSealed (a draft of it is kept by its bidder), BidsClosed, VersionConflict.
 * Throws Forbidden without bid:submit, NotFound also for one's own tender, BadInput.
 */
export async function saveBid(
  work: Work,
  raw: SaveBidInput,
): Promise<Result<BidDraft, Fault<'BidsClosed' | 'VersionConflict' | 'BidMustBeSealed'>>> {
  requirePermission(work, 'bid:submit');
  const { tenderId, lotId, expectedVersion, bid } = checkInput(input, raw);
  const { tender, lot } = await lotToBidFor(work, tenderId, lotId);
  if (tender.confidentiality === 'SEALED') return fail({ code: 'BidMustBeSealed', path: ['bid'] });
  if (lot.status !== 'BIDDING' && lot.status !== 'ANNOUNCED')
    return fail({ code: 'BidsClosed', path: ['lotId'], values: { status: lot.status } });
  const key = [work.actor.orgId, lotId, lot.round];
  const written =
    expectedVersion === 0
      ? await affected(
          work,
          `insert into tendering.bid_draft (org_id, lot_id, round, tender_org, tender_id, body, saved_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
          [...key, tender.orgId, tenderId, JSON.stringify(bid), work.now],
        )
      : await affected(
          work,
          `update tendering.bid_draft d set body = $5, edits = d.edits + 1, saved_at = $6 where d.org_id = $1 and d.lot_id = $2 and d.round = $3 and d.edits = $4`,
          [...key, expectedVersion, JSON.stringify(bid), work.now],
        );
  if (written === 0) return fail(versionConflict);
  const [drafts = []] = await draftsOfTenders(work, [tenderId]);
  const draft = drafts.find((one) => one.lotId === lotId && one.round === lot.round);
  if (!draft) throw new Error('the draft of a bid was not kept');
  return ok(draft);
}

/** A lot of another organisation's tender. Throws NotFound. */
export async function lotToBidFor(work: Work, tenderId: string, lotId: string): Promise<{ tender: Tender; lot: Lot }> {
  const tender = await tenderById(work, tenderId);
  const lot = tender.lots.find(({ id }) => id === lotId);
  if (!lot || tender.orgId === work.actor.orgId) throw new NotFound(`lot ${lotId}`);
  return { tender, lot };
}
