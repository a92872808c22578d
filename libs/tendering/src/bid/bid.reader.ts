import { one, rows, type Work } from '#libs/platform';
import { contentOfParts } from '../opening/opened-content.js';
import type { BidEnvelope } from '../sealed/sealing.entity.js';
import { listedRows, type TenderRows } from '../tender/tender-rows.reader.js';
import type { Bid, BidContent, BidDraft, BidReceipt } from './bid.entity.js';
import { readContent } from './bid.input.js';

type Reading = Pick<Work, 'tx' | 'actor'>;
interface Kept {
  body: string | null;
  /** Of a sealed bid: what was opened of its envelopes. */
  parts: Partial<Record<BidEnvelope, string>> | null;
}
type Stored = Omit<Bid, 'content'> & Kept;

const columns = `b.org_id as "orgId", b.id, b.counterparty_id as "buyerId", b.tender_id as "tenderId", b.lot_id as "lotId", b.round, b.seq, b.tender_version as "tenderVersion", b.digest,
  b.accepted_at as "acceptedAt", (extract(epoch from b.accepted_at) * 1000000)::bigint::text as "acceptedUs", b.sequence::text, b.withdrawn_at as "withdrawnAt",
  b.withdrawn_at is null and b.tender_version >= l.confirm_from as counts`;
const ofLots =
  'tendering.bid b join tendering.lot l on l.org_id = b.counterparty_id and l.id = b.lot_id and l.tender_id = b.tender_id';
const from = `${ofLots}
  left join tendering.bid_content c on c.org_id = b.org_id and c.bid_id = b.id and c.envelope = 'WHOLE'`;

const kept = `c.body,
  (select jsonb_object_agg(o.envelope, o.body) from tendering.envelope_opening o where o.org_id = b.counterparty_id and o.bid_id = b.id and o.body is not null) as parts`;

/** The bids on tenders that the acting organisation may read now: its own, and as the buyer those whose round lets him. The wall decides. */
export async function bidsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<Bid[][]> {
  const found = await rows<Stored>(
    work,
    `select ${columns}, ${kept} from ${from} where (b.org_id = $1 or b.counterparty_id = $1) and b.tender_id = any ($2) and l.tender_id = any ($2) order by l.position, b.round, b.accepted_at, b.sequence`,
    [work.actor.orgId, tenderIds],
  );
  const bids = found.map(opened);
  return tenderIds.map((id) => bids.filter(({ tenderId }) => tenderId === id));
}

/** The bid of the acting supplier on a lot in a round; undefined before he has made one. */
export async function ownBid(work: Reading, lotId: string, round: number): Promise<Bid | undefined> {
  const found = await one<Stored>(
    work,
    `select ${columns}, ${kept} from ${from} where b.org_id = $1 and b.lot_id = $2 and b.round = $3`,
    [work.actor.orgId, lotId, round],
  );
  return found && opened(found);
}

/** In clear the stored text is what was hashed, its content under `bid`; of a sealed bid there are its envelopes as far as they are opened. */
function opened({ body, parts, ...bid }: Stored): Bid {
  return { ...bid, content: contentOf({ body, parts }) };
}

/** A bid without what it says. */
export type BidRow = Omit<Bid, 'content'>;

/** The same for lists, in the order of arrival within lots and rounds; what they say is read apart. */
export const bidRows: TenderRows<BidRow> = {
  name: 'bids',
  columns,
  from: ofLots,
  tender: 'b.tender_id',
  where: '(b.org_id = $1 or b.counterparty_id = $1)',
  order: [
    { sql: 'l.position', cast: 'bigint' },
    { sql: 'b.round', cast: 'bigint' },
    { sql: 'b.sequence', cast: 'bigint' },
  ],
  of: (row: BidRow) => row,
};

/** The first 100 of each tender. */
export const bidListsOf = (work: Reading, tenderIds: readonly string[]): Promise<BidRow[][]> =>
  listedRows(work, bidRows, tenderIds);

/** The texts of bids as they are kept; undefined for a bid that is withdrawn, sealed or not to be read. */
export async function textsOfBids(
  work: Reading,
  bids: readonly { orgId: string; id: string }[],
): Promise<(string | undefined)[]> {
  const found = await rows<{ id: string; body: string | null }>(
    work,
    `select c.bid_id as id, c.body from unnest($1::uuid[], $2::uuid[]) as w (org, bid) join tendering.bid_content c on c.org_id = w.org and c.bid_id = w.bid and c.envelope = 'WHOLE'`,
    [bids.map(({ orgId }) => orgId), bids.map(({ id }) => id)],
  );
  return bids.map((wanted) => found.find(({ id }) => id === wanted.id)?.body ?? undefined);
}

/** What bids say, in clear or as far as their envelopes are opened; undefined for one that is withdrawn, sealed or not to be read. */
export async function contentsOfBids(
  work: Reading,
  bids: readonly { orgId: string; id: string }[],
): Promise<(BidContent | undefined)[]> {
  const found = await rows<Kept & { id: string }>(
    work,
    `select b.id, ${kept} from ${from} where (b.org_id, b.id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [bids.map(({ orgId }) => orgId), bids.map(({ id }) => id)],
  );
  return bids.map((wanted) => {
    const one = found.find(({ id }) => id === wanted.id);
    return (one && contentOf(one)) ?? undefined;
  });
}

const contentOf = ({ body, parts }: Kept): BidContent | null =>
  body === null ? (contentOfParts(parts ?? {}) ?? null) : contentOfText(body);

/** What stands in the text of a bid. */
export const contentOfText = (text: string): BidContent => readContent((JSON.parse(text) as { bid: unknown }).bid);

/** The receipts of bids on tenders: to the bidder all, at once; to the buyer with the bids those of the versions that stand. */
export const receiptRows: TenderRows<BidReceipt> = {
  name: 'receipts',
  columns: `x.bid_id as "bidId", x.tender_id as "tenderId", x.lot_id as "lotId", x.round, x.seq, x.kind, x.digest, x.accepted_at as "acceptedAt",
     to_char(x.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "acceptedText", x.org_id as "supplierId"`,
  from: 'tendering.bid_receipt x',
  tender: 'x.tender_id',
  where: '(x.org_id = $1 or x.counterparty_id = $1)',
  order: [
    { sql: 'x.accepted_at', cast: 'timestamptz' },
    { sql: 'x.bid_id', cast: 'uuid' },
    { sql: 'x.seq', cast: 'bigint' },
  ],
  latest: true,
  of: (row: BidReceipt) => row,
};

/** The last 100 of each tender. */
export const receiptsOfTenders = (work: Reading, tenderIds: readonly string[]): Promise<BidReceipt[][]> =>
  listedRows(work, receiptRows, tenderIds);

/** The very texts of own bids' versions that the hashes of their receipts were made of; undefined: there is none, or the bid is another's. */
export async function textsOfReceipts(
  work: Reading,
  receipts: readonly { bidId: string; seq: number }[],
): Promise<(string | undefined)[]> {
  const found = await rows<{ id: string; seq: number; body: string | null }>(
    work,
    `select v.bid_id as id, v.seq, v.body from unnest($2::uuid[], $3::integer[]) as w (bid, seq)
     join tendering.bid_version v on v.org_id = $1 and v.bid_id = w.bid and v.seq = w.seq and v.envelope = 'WHOLE'`,
    [work.actor.orgId, receipts.map(({ bidId }) => bidId), receipts.map(({ seq }) => seq)],
  );
  return receipts.map(({ bidId, seq }) => found.find((row) => row.id === bidId && row.seq === seq)?.body ?? undefined);
}

/** The text of one version of an own bid. */
export async function bidText(work: Reading, bidId: string, seq: number): Promise<string | undefined> {
  const [text] = await textsOfReceipts(work, [{ bidId, seq }]);
  return text;
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
