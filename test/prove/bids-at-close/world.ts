import { createApiKey } from '#libs/organizations';
import type { UserActor } from '#libs/platform';
import { inviteSuppliers, publishTender } from '#libs/tendering';
import { value } from '../../factories/catalogue.factory.js';
import { success } from '../../factories/order.factory.js';
import { makeMember, makeOrganization, makePartnership } from '../../factories/organization.factory.js';
import { bidsSeenBy, drafted, linesSeenBy, type TenderWorld } from '../../factories/tender.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { CloseEvidence, LedgerRow } from './close-checker.js';

/** A supplier's system with a key of its own. */
export interface Bidder {
  orgId: string;
  /** A token, made by any hub and good at all of them. */
  tokenAt(url: string): Promise<string>;
}

/** The only lot of a tender, with its only line. */
export interface Lot {
  id: string;
  tenderId: string;
  lineId: string;
}

export interface CloseWorld {
  buyer: UserActor;
  bidders: readonly Bidder[];
}

export async function openWorld(db: FreshDatabase, bidders: number): Promise<CloseWorld> {
  const buyer = await makeOrganization(db, { roles: ['BUYER'] });
  const suppliers: Bidder[] = [];
  for (let i = 0; i < bidders; i++) {
    const org = await makeOrganization(db, { roles: ['SUPPLIER'] });
    await makePartnership(db, buyer, org);
    const member = await makeMember(db, org);
    const scopes = ['tender:read', 'bid:submit'];
    const { secret } = value(await db.unitOfWork.run(member, (work) => createApiKey(work, { name: 'ERP', scopes })));
    suppliers.push({ orgId: org.id, tokenAt: tokens(secret) });
  }
  return { buyer: await makeMember(db, buyer), bidders: suppliers };
}

/** Tokens live ten minutes. */
function tokens(apiKey: string): (url: string) => Promise<string> {
  let known: { text: Promise<string>; untilMs: number } | undefined;
  return (url) => {
    if (known && known.untilMs > Date.now()) return known.text;
    const text = tokenOf(url, apiKey);
    const mine = { text, untilMs: Date.now() + 8 * 60_000 };
    known = mine;
    text.catch(() => {
      if (known === mine) known = undefined;
    });
    return text;
  };
}

async function tokenOf(url: string, apiKey: string): Promise<string> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const response = await fetch(`${url}/api/v1/session/token`, { method: 'POST', headers, signal: AbortSignal.timeout(60_000) });
  const { accessToken } = (await response.json()) as { accessToken?: string };
  if (!accessToken) throw new Error(`no token: ${response.status}`);
  return accessToken;
}

/** A published tender of one lot and one line, to which all are invited; its deadline is far away until `closeSoon`. */
export async function publishLot(db: FreshDatabase, { buyer, bidders }: CloseWorld): Promise<Lot> {
  const world = { buyer } as TenderWorld;
  const draft = await drafted(db, world, {
    confidentiality: 'TIMED',
    lines: [{ description: 'Bolt', quantity: '100', unit: 'EA' }],
  });
  const supplierIds = bidders.map(({ orgId }) => orgId);
  success(await db.unitOfWork.run(buyer, (work) => inviteSuppliers(work, { tenderId: draft.id, supplierIds })));
  const step = { tenderId: draft.id, expectedVersion: draft.edits };
  const tender = success(await db.unitOfWork.run(buyer, (work) => publishTender(work, step)));
  const [line] = await linesSeenBy(db, buyer, tender);
  return { id: tender.lots[0]!.id, tenderId: tender.id, lineId: line!.id };
}

/** Moves the deadline of a lot to `seconds` from now by the database's clock, as only time would. */
export async function closeSoon(db: FreshDatabase, { tenderId }: Lot, seconds: number): Promise<void> {
  await db.admin(
    `with moved as (update tendering.lot_round set closes_at = clock_timestamp() + make_interval(secs => $2) where tender_id = $1 returning closes_at)
     update tendering.tender set closes_at = (select max(closes_at) from moved) where id = $1`,
    [tenderId, seconds],
  );
}

/** What is kept of the lots, and what their buyer reads. */
export async function asKept(
  db: FreshDatabase,
  { buyer }: CloseWorld,
  lots: readonly Lot[],
): Promise<Omit<CloseEvidence, 'attempts'>> {
  const ids = lots.map(({ id }) => id);
  const closings = await db.admin<{ id: string; closesMs: string; closedMs: string | null; closings: number }>(
    `select r.lot_id as id, extract(epoch from r.closes_at) * 1000 as "closesMs", extract(epoch from r.closed_at) * 1000 as "closedMs",
       (select count(*)::int from tendering.tender_event e where e.org_id = r.org_id and e.tender_id = r.tender_id and e.kind = 'CLOSED') as closings
     from tendering.lot_round r where r.lot_id = any ($1)`,
    [ids],
  );
  const ledger = await db.admin<Omit<LedgerRow, 'atMs'> & { atMs: string }>(
    `select v.lot_id as lot, v.org_id as bidder, v.seq, v.body::jsonb #>> '{bid,lines,0,price,amount}' as price, v.digest, extract(epoch from v.accepted_at) * 1000 as "atMs",
       v.accepted_at > r.closes_at as late
     from tendering.bid_version v join tendering.lot_round r on r.org_id = v.counterparty_id and r.lot_id = v.lot_id and r.round = v.round where v.lot_id = any ($1)`,
    [ids],
  );
  const opened: CloseEvidence['opened'][number][] = [];
  for (const { id, tenderId } of lots)
    for (const bid of await bidsSeenBy(db, buyer, { id: tenderId } as never))
      opened.push({ lot: id, bidder: bid.orgId, price: bid.content?.lines[0]?.price.amount ?? 'sealed' });
  return {
    lots: closings.map((row) => ({
      ...row,
      closesMs: Number(row.closesMs),
      closedMs: row.closedMs === null ? null : Number(row.closedMs),
    })),
    ledger: ledger.map((row) => ({ ...row, atMs: Number(row.atMs) })),
    opened,
  };
}
