import { randomBytes } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { canonicalJson, type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, rows, type Work } from '#libs/platform';
import { type BidFault, bidFaults } from '#libs/sealing';
import type { Lot, Tender } from '../tender/tender.entity.js';
import { memberOf, versionConflict } from '../tender/tender.mover.js';
import { linesOf } from '../tender/tender.reader.js';
import type { BidContent, BidReceipt } from './bid.entity.js';
import { bidContent } from './bid.input.js';
import { receiptsOfTenders } from './bid.reader.js';
import { lotToBidFor } from './save-bid.js';

const which = {
  tenderId: z.uuid(),
  lotId: z.uuid(),
  /** Versions of the bid that were seen; 0 before the first. */
  expectedVersion: z.int().min(0),
};
const version = { /** Version of the tender that the bidder has read. */ tenderVersion: z.int().min(1) };
const submitInput = z.strictObject({ ...which, ...version, bid: bidContent });
const confirmInput = z.strictObject({ ...which, ...version });
const withdrawInput = z.strictObject(which);
export type SubmitBidInput = z.input<typeof submitInput>;

export type BidStepFault = Fault<
  'VersionConflict' | 'BidsClosed' | 'NotAdmitted' | 'TenderAmended' | 'NoBid' | 'TooManyBidVersions' | 'BidEnvelopesDiffer'
>;

/** Versions of a bid in a round, as `tendering.move_bid` counts them: each is kept whole. What is reached may still be confirmed and withdrawn. */
const versionsMax = { SUBMITTED: 100, CONFIRMED: 200 };
export type SubmitBidFault = BidFault | BidStepFault | Fault<'BidMustBeSealed'>;

/**
 * Submits or replaces the bid of the acting supplier on a lot. It is accepted if, and only if, the database's clock under the lock of the lot
 * stands at or before the deadline; the receipt names that moment and the hash of the text that is kept. Errors: all that is wrong with the
 * bid at once; BidMustBeSealed (nobody here may see it: see submitSealedBid), BidsClosed, TenderAmended (another version than was read), NotAdmitted to this round, VersionConflict,
 * TooManyBidVersions above 100 in a round.
 * Throws Forbidden without bid:submit, NotFound also for one's own tender, BadInput.
 */
export async function submitBid(work: Work, raw: SubmitBidInput): Promise<Result<BidReceipt, SubmitBidFault>> {
  requirePermission(work, 'bid:submit');
  const { bid, ...given } = checkInput(submitInput, raw);
  const { tender, lot } = await lotToBidFor(work, given.tenderId, given.lotId);
  if (tender.confidentiality === 'SEALED') return fail({ code: 'BidMustBeSealed', path: ['bid'] });
  const faults = await faultsOf(work, bid, { tender, lot });
  if (faults.length > 0) return fail(...faults);
  const body = canonicalJson({
    format: 'entrepot-bid/1',
    tender: tender.id,
    version: given.tenderVersion,
    lot: lot.id,
    round: lot.round,
    bidder: work.actor.orgId,
    // Without it the hash of a short bid could be guessed back to its price.
    nonce: randomBytes(16).toString('hex'),
    bid,
  });
  return moveBid(work, { kind: 'SUBMITTED', ...given, tender, lot, envelopes: [{ envelope: 'WHOLE', body }] });
}

/**
 * Confirms a bid as it is after an amendment. Errors: NoBid, and those of submitting. Throws as submitBid.
 */
export async function confirmBid(work: Work, raw: z.input<typeof confirmInput>): Promise<Result<BidReceipt, BidStepFault>> {
  requirePermission(work, 'bid:submit');
  const given = checkInput(confirmInput, raw);
  return moveBid(work, { kind: 'CONFIRMED', ...given, ...(await lotToBidFor(work, given.tenderId, given.lotId)) });
}

/**
 * Withdraws a bid until the deadline; another may be submitted. Nobody but the bidder reads it then. Errors: NoBid, BidsClosed, VersionConflict. Throws as submitBid.
 */
export async function withdrawBid(work: Work, raw: z.input<typeof withdrawInput>): Promise<Result<BidReceipt, BidStepFault>> {
  requirePermission(work, 'bid:submit');
  const given = checkInput(withdrawInput, raw);
  return moveBid(work, { kind: 'WITHDRAWN', ...given, ...(await lotToBidFor(work, given.tenderId, given.lotId)) });
}

async function faultsOf(work: Work, bid: BidContent, { tender, lot }: { tender: Tender; lot: Lot }): Promise<BidFault[]> {
  const lines = await linesOf(work, tender);
  const named = bid.lines.flatMap(({ offerId }) => offerId ?? []);
  const own = await rows<{ id: string; partId: string }>(
    work,
    'select o.id, o.part_id as "partId" from supply.offer o where o.org_id = $1 and o.id = any ($2)',
    [work.actor.orgId, named],
  );
  return bidFaults(bid, {
    ...tender,
    lines: lines.filter(({ lotId, droppedIn }) => lotId === lot.id && droppedIn === null),
    closesOn: (lot.rounds.at(-1)?.closesAt ?? work.now).toISOString().slice(0, 10),
    ownOffers: new Map(own.map(({ id, partId }) => [id, partId])),
  });
}

interface Moving {
  kind: BidReceipt['kind'];
  tender: Tender;
  lot: Lot;
  expectedVersion: number;
  tenderVersion?: number;
  envelopes?: readonly { envelope: string; body?: string; sealed?: string }[];
}
type Answer = { outcome: string; bidId: string; seq: number; digest: string };

/** One step of a bid, taken by the database. For the verbs of bids. */
export async function moveBid(work: Work, { kind, tender, lot, ...given }: Moving): Promise<Result<BidReceipt, BidStepFault>> {
  const moved = await one<{ answer: Answer }>(work, 'select tendering.move_bid($1) as answer', [
    JSON.stringify({
      kind,
      buyerId: tender.orgId,
      lotId: lot.id,
      round: lot.round,
      bidId: uuid(),
      expectedSeq: given.expectedVersion,
      tenderVersion: given.tenderVersion ?? null,
      envelopes: given.envelopes ?? [],
      member: memberOf(work),
    }),
  ]);
  if (!moved) throw new Error('a bid was not answered');
  const { outcome, bidId, seq, digest } = moved.answer;
  if (outcome === 'TOO_MANY') return fail(tooMany(kind));
  if (outcome !== 'ACCEPTED') return fail(faultFor(outcome, tender));
  await audit(work, { action: `bid:${kind.toLowerCase()}`, subject: `bid:${bidId}`, detail: { tender: tender.id, seq, digest } });
  const [receipts = []] = await receiptsOfTenders(work, [tender.id]);
  const receipt = receipts.find((one) => one.bidId === bidId && one.seq === seq);
  if (!receipt) throw new Error('an accepted bid has no receipt');
  return ok(receipt);
}

const tooMany = (kind: BidReceipt['kind']): BidStepFault => ({
  code: 'TooManyBidVersions',
  path: ['lotId'],
  values: { most: kind === 'SUBMITTED' ? versionsMax.SUBMITTED : versionsMax.CONFIRMED },
});

function faultFor(outcome: string, { version: now }: Tender): BidStepFault {
  switch (outcome) {
    case 'VERSION_CONFLICT':
      return versionConflict;
    case 'NOT_ADMITTED':
      return { code: 'NotAdmitted', path: ['lotId'] };
    case 'AMENDED':
      return { code: 'TenderAmended', path: ['tenderVersion'], values: { version: now } };
    case 'NO_BID':
      return { code: 'NoBid', path: ['lotId'] };
    case 'OTHER_ENVELOPES':
      return { code: 'BidEnvelopesDiffer', path: ['envelopes'] };
    default:
      return { code: 'BidsClosed', path: ['lotId'], values: { status: outcome } };
  }
}
