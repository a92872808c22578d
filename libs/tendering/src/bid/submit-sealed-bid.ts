import { z } from 'zod';
import { type Fault, fail, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { EnvelopeError, isPublicKey, readEnvelope, type SealedEnvelope } from '#libs/sealing';
import type { BidEnvelope, Sealing } from '../sealed/sealing.entity.js';
import { sealingOf } from '../sealed/sealing.reader.js';
import type { Lot, Tender } from '../tender/tender.entity.js';
import type { BidReceipt } from './bid.entity.js';
import { lotToBidFor } from './save-bid.js';
import { type BidStepFault, moveBid } from './submit-bid.js';

/** The largest envelope, as text: the largest class of sizes in base64url with its outside. */
const envelopeMax = 360_000;

const input = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  expectedVersion: z.int().min(0),
  tenderVersion: z.int().min(1),
  envelopes: z
    .array(
      z.strictObject({
        envelope: z.enum(['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL']),
        sealed: z.string().min(1).max(envelopeMax),
      }),
    )
    .min(1)
    .max(3),
});
type Submitting = z.output<typeof input>;
export type SubmitSealedBidFault = BidStepFault | Fault<'TenderNotSealed' | 'EnvelopeUnsound'>;

/**
 * Submits or replaces a sealed bid of the acting supplier: the envelopes as his own client has sealed them. It is accepted as a bid in clear is; the receipt names the hash of the
 * very bytes. Nothing inside can be checked here: what does not open, or says nothing that could be bid, does not count. Errors: EnvelopeUnsound with its reason (unreadable, or made
 * for another tender, version, round, bidder or key), BidEnvelopesDiffer from those published, TenderNotSealed, BidsClosed, TenderAmended, NotAdmitted, VersionConflict.
 * Throws Forbidden without bid:submit, NotFound also for one's own tender, BadInput.
 */
export async function submitSealedBid(work: Work, raw: z.input<typeof input>): Promise<Result<BidReceipt, SubmitSealedBidFault>> {
  requirePermission(work, 'bid:submit');
  const given = checkInput(input, raw);
  const { tender, lot } = await lotToBidFor(work, given.tenderId, given.lotId);
  const sealing = await sealingOf(work, tender.id);
  if (tender.confidentiality !== 'SEALED' || !sealing) return fail({ code: 'TenderNotSealed', path: ['tenderId'] });
  if (tender.version !== given.tenderVersion)
    return fail({ code: 'TenderAmended', path: ['tenderVersion'], values: { version: tender.version } });
  const reasons = await Promise.all(
    given.envelopes.map(({ envelope, sealed }) =>
      unsound(sealed, { envelope, bidder: work.actor.orgId, given, sealing, tender, lot }),
    ),
  );
  const faults = reasons.flatMap((reason, i) =>
    reason ? [{ code: 'EnvelopeUnsound' as const, path: ['envelopes', String(i)], values: { reason } }] : [],
  );
  if (faults.length > 0) return fail(...faults);
  const { envelopes, expectedVersion, tenderVersion } = given;
  const bytes = envelopes.map(({ envelope, sealed }) => ({ envelope, sealed: Buffer.from(sealed, 'utf8').toString('base64') }));
  return moveBid(work, { kind: 'SUBMITTED', expectedVersion, tenderVersion, tender, lot, envelopes: bytes });
}

interface Expected {
  envelope: BidEnvelope;
  bidder: string;
  given: Submitting;
  sealing: Sealing;
  tender: Tender;
  lot: Lot;
}

/** Why the hub does not take an envelope: the officers could not open it, or not as what it is handed in for. */
async function unsound(sealed: string, expected: Expected): Promise<string | undefined> {
  const read = readOrReason(sealed);
  if (typeof read === 'string') return read;
  const { header, epk } = read;
  const { given, sealing, tender, lot } = expected;
  const half = sealing.halves.find(({ lotId, round }) => lotId === lot.id && round === lot.round);
  const wanted = {
    tender: tender.id,
    version: given.tenderVersion,
    lot: lot.id,
    round: lot.round,
    bidder: expected.bidder,
    envelope: expected.envelope,
  };
  const other = Object.entries(wanted).find(([name, value]) => header[name as keyof typeof wanted] !== value);
  if (other) return `OTHER_${other[0].toUpperCase()}`;
  if (header.keys.join() !== [half?.publicKey, sealing.officersKey].join()) return 'OTHER_KEYS';
  return (await isPublicKey(epk)) ? undefined : 'KEY_UNSOUND';
}

function readOrReason(sealed: string): SealedEnvelope | string {
  try {
    return readEnvelope(sealed);
  } catch (error) {
    if (error instanceof EnvelopeError) return error.reason;
    throw error;
  }
}
