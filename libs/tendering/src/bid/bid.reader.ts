import { one, rows, type Work } from '#libs/platform';
import { contentOfParts } from '../opening/opened-content.js';
import type { BidEnvelope } from '../sealed/sealing.entity.js';
import type { Bid, BidContent, BidDraft, BidReceipt } from './bid.entity.js';
import { readContent } from './bid.input.js';

type Reading = Pick<Work, 'tx' | 'actor'>;
type Stored = Omit<Bid, 'content'> & { body: string | null; parts: Partial<Record<BidEnvelope, string>> | null };

const columns = `b.org_id as "orgId", b.id, b.counterparty_id as "buyerId", b.tender_id as "tenderId", b.lot_id as "lotId", b.round, b.seq, b.tender_version as "tenderVersion", b.digest,
  b.accepted_at as "acceptedAt", (extract(epoch from b.accepted_at) * 1000000)::bigint::text as "acceptedUs", b.sequence::text, b.withdrawn_at as "withdrawnAt",
  b.withdrawn_at is null and b.tender_version >= l.confirm_from as counts, c.body,
  (select jsonb_object_agg(o.envelope, o.body) from tendering.envelope_opening o where o.org_id = b.counterparty_id and o.bid_id = b.id and o.body is not null) as parts`;
const from = `tendering.bid b join tendering.lot l on l.org_id = b.counterparty_id and l.id = b.lot_id
  left join tendering.bid_content c on c.org_id = b.org_id and c.bid_id = b.id and c.envelope = 'WHOLE'`;

/** The bids on tenders that the acting organisation may read now: its own, and as the buyer those whose round lets him. The wall decides. */
export async function bidsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<Bid[][]> {
  const found = await rows<Stored>(
    work,
    `select ${columns} from ${from} where (b.org_id = $1 or b.counterparty_id = $1) and b.tender_id = any ($2) order by l.position, b.round, b.accepted_at, b.sequence`,
    [work.actor.orgId, tenderIds],
  );
  const bids = found.map(opened);
  return tenderIds.map((id) => bids.filter(({ tenderId }) => tenderId === id));
}

/** The bid of the acting supplier on a lot in a round; undefined before he has made one. */
export async function ownBid(work: Reading, lotId: string, round: number): Promise<Bid | undefined> {
  const found = await one<Stored>(work, `select ${columns} from ${from} where b.org_id = $1 and b.lot_id = $2 and b.round = $3`, [
    work.actor.orgId,
    lotId,
    round,
  ]);
  return found && opened(found);
}

/** In clear the stored text is what was hashed, its content under `bid`; of a sealed bid there are its envelopes as far as they are opened. */
function opened({ body, parts, ...bid }: Stored): Bid {
  const clear = body === null ? null : readContent((JSON.parse(body) as { bid: unknown }).bid);
  return { ...bid, content: clear ?? contentOfParts(parts ?? {}) ?? null };
}

/** The receipts of bids on tenders, in their order: to the bidder at once, to the buyer with the bids. */
export async function receiptsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<BidReceipt[][]> {
  const found = await rows<BidReceipt>(
    work,
    `select x.bid_id as "bidId", x.tender_id as "tenderId", x.lot_id as "lotId", x.round, x.seq, x.kind, x.digest, x.accepted_at as "acceptedAt",
       to_char(x.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "acceptedText", x.org_id as "supplierId" from tendering.bid_receipt x
     where (x.org_id = $1 or x.counterparty_id = $1) and x.tender_id = any ($2) order by x.accepted_at, x.bid_id, x.seq`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}

/** The very text of an own bid's version that its receipt's hash was made of; undefined: there is none. */
export async function bidText(work: Reading, bidId: string, seq: number): Promise<string | undefined> {
  const found = await one<{ body: string | null }>(
    work,
    `select v.body from tendering.bid_version v where v.org_id = $1 and v.bid_id = $2 and v.seq = $3 and v.envelope = 'WHOLE'`,
    [work.actor.orgId, bidId, seq],
  );
  return found?.body ?? undefined;
}

/** What the acting supplier has not submitted. */
export async function draftsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<BidDraft[][]> {
  const found = await rows<Omit<BidDraft, 'content'> & { body: BidContent }>(
    work,
    `select d.lot_id as "lotId", d.tender_id as "tenderId", d.round, d.body, d.edits, d.saved_at as "savedAt" from tendering.bid_draft d where d.org_id = $1 and d.tender_id = any ($2)`,
    [work.actor.orgId, tenderIds],
  );
  const drafts = found.map(({ body, ...draft }) => ({ ...draft, content: readContent(body) }));
  return tenderIds.map((id) => drafts.filter(({ tenderId }) => tenderId === id));
}
