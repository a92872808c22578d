import { LRUCache } from 'lru-cache';
import { canonicalJson } from '#libs/kernel';
import { isUnreadable, NotFound, one, rows, sqlState, type Work } from '#libs/platform';
import { type AuctionState, enterAct, scheduledAuction } from '../auction/auction.js';
import type { AuctionAct, AuctionFile, LedgerEntry, Microseconds } from '../auction/auction-file.js';
import { chained, openingHash } from '../auction/ledger.js';

type Reading = Pick<Work, 'tx' | 'actor'>;
export type Opening = Omit<AuctionFile, 'ledger'>;

/** An auction as one of its parties reads it, with where its ledger has come to. Nobody stands in it by another name than his label. */
export interface AuctionRoom {
  orgId: string;
  id: string;
  tenderId: string;
  lotId: string;
  startedAt: Date;
  opensAt: Date;
  pausedAt: Date | null;
  /** When the clock lets it go on; null: the buyer does. */
  resumesAt: Date | null;
  pauseReason: string | null;
  sealedAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  /** The tender or the lot was called off. */
  isOver: boolean;
  awardedAt: Date | null;
  /** Of the acting bidder; null for the buyer. */
  label: string | null;
  /** The database's time of the reading; while held, of whatever is entered. */
  atUs: Microseconds;
  /** When its clock looked last. */
  beatUs: Microseconds | null;
  opening: Opening;
  state: AuctionState;
  /** Of the last entry. */
  hash: string;
}

interface Stored extends Omit<AuctionRoom, 'opening' | 'state' | 'hash'> {
  opening: string | null;
  fromHash: string | null;
  acts: { sequence: number; atUs: number; act: string; hash: string }[];
}

/** READ: as it stands. HOLD: locked, so that one act may be entered at its moment. BEAT: the same by its clock. */
type Mode = 'READ' | 'HOLD' | 'BEAT';

type Folded = Pick<AuctionRoom, 'opening' | 'state' | 'hash'>;

/**
 * How far auctions were folded, so that an act is looked at once in each process and not once for each question. The ledger is only ever added to,
 * and its hash names all that is behind it: what was folded up to a hash is right for ever, whoever asks.
 */
const folded = new LRUCache<string, Folded>({ max: 200 });
const absent = 'EN404';

/** An auction of which the acting organisation is a party. Throws NotFound; a fault when the ledger is not what its hashes say. */
export async function readAuction(work: Reading, id: string, mode: Mode = 'READ'): Promise<AuctionRoom> {
  const known = folded.get(id);
  const stored = await call(work, id, { from: known?.state.sequence ?? 0, mode });
  // What was folded in a transaction that was rolled back since is not there.
  const isStale = stored.opening === null && stored.fromHash !== known?.hash;
  const fresh = isStale ? await call(work, id, { from: 0, mode }) : stored;
  const start = fresh.opening === null ? known! : begun(JSON.parse(fresh.opening) as Opening);
  const now = fresh.acts.reduce(entered, start);
  folded.set(id, now);
  const { acts: _acts, opening: _opening, fromHash: _fromHash, ...row } = fresh;
  return { ...row, ...times(row), ...now };
}

async function call(work: Reading, id: string, { from, mode }: { from: number; mode: Mode }): Promise<Stored> {
  try {
    const answer = await one<{ room: Stored }>(work, 'select tendering.read_auction($1, $2, $3) as room', [id, from, mode]);
    return answer!.room;
  } catch (error) {
    if (sqlState(error) === absent || isUnreadable(error)) throw new NotFound(`auction ${id}`);
    throw error;
  }
}

const begun = (opening: Opening): Folded => ({ opening, state: scheduledAuction(opening), hash: openingHash(opening) });

function entered(before: Folded, stored: Stored['acts'][number]): Folded {
  const act = JSON.parse(stored.act) as AuctionAct;
  const { sequence } = before.state;
  const expected = chained({ sequence, hash: before.hash }, act, stored.atUs);
  const after = enterAct(before.state, act, stored.atUs);
  if (expected.hash !== stored.hash || stored.sequence !== expected.sequence || 'refusal' in after)
    throw new Error(`the ledger of an auction is not what was written: entry ${stored.sequence}`);
  return { ...before, state: after.state, hash: stored.hash };
}

const dates = ['startedAt', 'opensAt', 'pausedAt', 'resumesAt', 'sealedAt', 'voidedAt', 'awardedAt'] as const;

/** JSON carries dates as text. */
function times(row: Pick<AuctionRoom, (typeof dates)[number]>): Pick<AuctionRoom, (typeof dates)[number]> {
  const pairs = dates.map((name) => [name, row[name] === null ? null : new Date(String(row[name]))]);
  return Object.fromEntries(pairs) as Pick<AuctionRoom, (typeof dates)[number]>;
}

/** The whole file of an auction as its ledger has it now, in canonical JSON. */
export async function auctionFileText(work: Reading, id: string): Promise<string> {
  const stored = await call(work, id, { from: 0, mode: 'READ' });
  const ledger: LedgerEntry[] = stored.acts.map(({ act, ...entry }) => ({ ...entry, act: JSON.parse(act) as AuctionAct }));
  return canonicalJson({ ...(JSON.parse(stored.opening ?? '') as Opening), ledger });
}

/**
 * Of each tender, in the order of their ids, the auction that runs or comes next and of which the acting organisation is a party; null where there is
 * none. In one statement and from columns alone: no ledger is folded. Sealed and voided ones are over, and those of lots that were called off.
 */
export async function runningAuctionsOf(work: Reading, tenderIds: readonly string[]): Promise<(string | null)[]> {
  const found = await rows<{ id: string; tenderId: string }>(
    work,
    `select distinct on (a.tender_id) a.id, a.tender_id as "tenderId" from tendering.auction a
       join tendering.lot l on l.org_id = a.org_id and l.id = a.lot_id
     where a.tender_id = any ($1) and l.tender_id = a.tender_id and num_nonnulls(a.sealed_at, a.voided_at, l.cancelled_at, l.unsuccessful_at, l.awarded_at) = 0
     order by a.tender_id, a.opens_at, a.id`,
    [tenderIds],
  );
  const byTender = new Map(found.map(({ id, tenderId }) => [tenderId, id]));
  return tenderIds.map((id) => byTender.get(id) ?? null);
}

/** The auctions of a tender of which the acting organisation is a party, the latest of each lot last. */
export async function auctionIdsOf(work: Reading, tenderId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    work,
    `select a.id from tendering.auction a join tendering.lot l on l.org_id = a.org_id and l.id = a.lot_id where a.tender_id = $1 and l.tender_id = $1
     order by l.position, a.started_at, a.id limit 200`,
    [tenderId],
  );
  return found.map(({ id }) => id);
}

/** What was published of an auction: its file, and the result that was replayed from it. */
export interface PublishedAuction {
  body: string;
  digest: string;
  publishedAt: Date;
  result: string | null;
}

/** For its parties; undefined before the close. */
export function publishedAuction(work: Reading, id: string): Promise<PublishedAuction | undefined> {
  return one<PublishedAuction>(
    work,
    `select f.body, f.digest, f.published_at as "publishedAt", r.body as result
     from tendering.auction_file f left join tendering.auction_result r on r.org_id = f.org_id and r.auction_id = f.auction_id where f.auction_id = $1`,
    [id],
  );
}

/** Which bidder stands behind a label: for the buyer all, for a bidder himself. */
export function biddersOf(work: Reading, id: string): Promise<{ label: string; supplierId: string; bidId: string }[]> {
  return rows(
    work,
    'select b.label, b.counterparty_id as "supplierId", b.bid_id as "bidId" from tendering.auction_bidder b where b.auction_id = $1 order by b.label',
    [id],
  );
}
