import { z } from 'zod';
import { canonicalJson, type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, requirePermission, rows, type Work } from '#libs/platform';
import { bidFaults, EnvelopeError, openEnvelope } from '#libs/sealing';
import type { BidContent } from '../bid/bid.entity.js';
import type { BidEnvelope, EnvelopeOpening, ReleasedEnvelope } from '../sealed/sealing.entity.js';
import { envelopesMax, openingsOfTenders, releasedEnvelopes, sealingOf } from '../sealed/sealing.reader.js';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { linesOf, tenderById } from '../tender/tender.reader.js';
import { contentOfParts, envelopeContent } from './opened-content.js';

const input = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  envelope: z.enum(['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL']),
  /** The content key of each envelope; null: the officers' client could not unwrap it. */
  keys: z
    .array(z.strictObject({ bidId: z.uuid(), contentKey: z.string().max(100).nullable() }))
    .min(1)
    .max(envelopesMax),
});
type OpenEnvelopesFault = Fault<'EnvelopeNotReleased' | 'ContentKeyWrong' | 'TenderNotSealed'>;

interface Opening {
  bidId: string;
  supplierId: string;
  outcome: 'OPENED' | 'UNOPENABLE';
  reason: string | null;
  contentKey: string | null;
  body: string | null;
}

/**
 * Opens released envelopes with the content keys that the officers' client has unwrapped. The hub decrypts by itself and proves that this is what was sealed: the key is the one
 * the envelope committed to, and sealing it again gives the same wrap. What does not open is kept with its reason, and opens still when another officer or the bidder
 * brings the key. Errors: EnvelopeNotReleased, ContentKeyWrong (another key than was committed to; nothing is kept), TenderNotSealed. Throws Forbidden without tender:open, NotFound, BadInput.
 */
export async function openEnvelopes(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<EnvelopeOpening[], OpenEnvelopesFault>> {
  requirePermission(work, 'tender:open');
  const { tenderId, lotId, envelope, keys } = checkInput(input, raw);
  const tender = await tenderById(work, tenderId);
  if (tender.orgId !== work.actor.orgId || !tender.lots.some(({ id }) => id === lotId)) throw new NotFound(`lot ${lotId}`);
  const sealing = await sealingOf(work, tenderId);
  if (!sealing) return fail({ code: 'TenderNotSealed', path: ['tenderId'] });
  const released = await releasedEnvelopes(work, { lotId, envelope, bidIds: keys.map(({ bidId }) => bidId) });
  const isLast = sealing.envelopes.at(-1) === envelope;
  const tried = await Promise.all(
    keys.map(async ({ bidId, contentKey }, i) => {
      const sealed = released.find((one) => one.bidId === bidId);
      if (!sealed) return { fault: { code: 'EnvelopeNotReleased' as const, path: ['keys', String(i)] } };
      const opening = await opened(sealed, contentKey, isLast);
      return opening ? { opening } : { fault: { code: 'ContentKeyWrong' as const, path: ['keys', String(i)] } };
    }),
  );
  const faults = tried.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) return fail(...faults);
  const openings = tried.flatMap(({ opening }) => opening ?? []);
  const judged = isLast ? await checkedBids(work, { tender, lotId, openings }) : openings;
  return record(work, { tenderId, lotId, envelope, openings: judged });
}

async function record(
  work: Work,
  given: { tenderId: string; lotId: string; envelope: BidEnvelope; openings: readonly Opening[] },
): Promise<Result<EnvelopeOpening[], OpenEnvelopesFault>> {
  const outcome = await outcomeOf(work, 'tendering.record_openings($1)', [JSON.stringify({ ...given, member: memberOf(work) })]);
  if (outcome !== 'RECORDED') return fail({ code: 'EnvelopeNotReleased', path: ['lotId'] });
  const { tenderId, lotId, envelope, openings } = given;
  await audit(work, {
    action: 'tender:open-envelopes',
    subject: `tender:${tenderId}`,
    detail: { lotId, envelope, bids: openings.length },
  });
  const [now = []] = await openingsOfTenders(work, [tenderId]);
  return ok(now.filter((one) => one.envelope === envelope && openings.some(({ bidId }) => bidId === one.bidId)));
}

/** undefined: the key is not the one that was committed to. */
async function opened(released: ReleasedEnvelope, contentKey: string | null, isLast: boolean): Promise<Opening | undefined> {
  const { bidId, supplierId, sealed } = released;
  const closed = { bidId, supplierId, outcome: 'UNOPENABLE' as const, contentKey: null, body: null };
  if (contentKey === null) return { ...closed, reason: 'REPORTED' };
  const found = await openedContent(sealed, contentKey, isLast);
  if (found.reason === 'KEY_WRONG') return undefined;
  if (found.body === null) return { ...closed, reason: found.reason };
  return { bidId, supplierId, outcome: 'OPENED', reason: null, contentKey, body: found.body };
}

/** The content of an envelope as canonical JSON, or why there is none. */
export async function openedContent(
  sealed: string,
  contentKey: string,
  isLast: boolean,
): Promise<{ body: string; reason: null } | { body: null; reason: string }> {
  try {
    const { content } = await openEnvelope(sealed, contentKey);
    const usual = envelopeContent(content, isLast);
    return usual ? { body: canonicalJson(usual), reason: null } : { body: null, reason: 'CONTENT_UNREADABLE' };
  } catch (error) {
    if (error instanceof EnvelopeError) return { body: null, reason: error.reason };
    throw error;
  }
}

interface ShownOffer {
  supplierId: string;
  partId: string;
}

/** What nobody could check before: a bid that an open tender would not have taken does not count here either. */
export async function checkedBids(
  work: Work,
  { tender, lotId, openings }: { tender: Tender; lotId: string; openings: readonly Opening[] },
): Promise<Opening[]> {
  const lines = (await linesOf(work, tender)).filter((line) => line.lotId === lotId && line.droppedIn === null);
  const [before = []] = await openingsOfTenders(work, [tender.id]);
  const contents = openings.map(({ bidId, body }) => {
    const earlier = before.filter((one) => one.bidId === bidId && one.body !== null).map((one) => [one.envelope, one.body]);
    return body === null ? undefined : contentOfParts({ ...Object.fromEntries(earlier), COMMERCIAL: body });
  });
  const shown = await shownOffers(work, contents);
  const closesAt = tender.lots.find(({ id }) => id === lotId)?.rounds.at(-1)?.closesAt ?? work.now;
  return openings.map((opening, i) => {
    const content = contents[i];
    if (!content) return opening;
    const ownOffers = ownOffersOf(content, { supplierId: opening.supplierId, shown, lines });
    const faults = bidFaults(content, { ...tender, lines, closesOn: closesAt.toISOString().slice(0, 10), ownOffers });
    const [first] = faults;
    return first ? { ...opening, outcome: 'UNOPENABLE', reason: first.code, contentKey: null, body: null } : opening;
  });
}

/** The offers that bids name, as far as the buyer sees them, with their owners and parts. */
async function shownOffers(work: Work, contents: readonly (BidContent | undefined)[]): Promise<ReadonlyMap<string, ShownOffer>> {
  const named = contents.flatMap((content) => (content?.lines ?? []).flatMap(({ offerId }) => offerId ?? []));
  const found = await rows<ShownOffer & { id: string }>(
    work,
    'select o.id, o.org_id as "supplierId", o.part_id as "partId" from supply.offer o where o.id = any ($1)',
    [[...new Set(named)]],
  );
  return new Map(found.map((offer) => [offer.id, offer]));
}

/** What may be the bidder's own: of an offer that the buyer does not see he can only take the bidder's word, and the award asks again. */
function ownOffersOf(
  content: BidContent,
  { supplierId, shown, lines }: { supplierId: string; shown: ReadonlyMap<string, ShownOffer>; lines: readonly TenderLine[] },
): Map<string, string> {
  return new Map(
    content.lines.flatMap(({ offerId, lineId, alternate }): [string, string][] => {
      if (offerId === null) return [];
      const offer = shown.get(offerId);
      if (offer) return offer.supplierId === supplierId ? [[offerId, offer.partId]] : [];
      return [[offerId, alternate?.partId ?? lines.find(({ id }) => id === lineId)?.partId ?? '']];
    }),
  );
}
