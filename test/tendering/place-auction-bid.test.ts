import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import { placeAuctionBid, resultOf, setAuctionProxy, takeBackAuctionBid } from '#libs/tendering';
import { bidsIn, openedAgo, seenBy, started, toAuction, usualAuction } from '../factories/auction.factory.js';
import { codes, success } from '../factories/order.factory.js';
import { type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const reasons = (result: unknown): unknown[] =>
  ((result as { errors?: { values?: { reason?: string } }[] }).errors ?? []).map(({ values }) => values?.reason);
const ranked = async (auctionId: string) =>
  resultOf('A', (await seenBy(db, world.buyer, auctionId)).state).lines[0]!.ranking.map(({ amount }) => amount);
const entries = async (auctionId: string): Promise<number> => {
  const [row] = await db.admin<{ n: number }>('select count(*)::int as n from tendering.auction_act where auction_id = $1', [
    auctionId,
  ]);
  return row?.n ?? -1;
};

describe('placeAuctionBid', () => {
  it('takes a bid into the ledger at the moment of the database, or says why not', async () => {
    const { id } = await openedAgo(db, world, await toAuction(db, world, usualAuction({ bigDropPercent: '20' })), 10);
    const before = Date.now();
    const first = success(await bidsIn(db, world.first, id, '105'));
    expect(first.state.sequence).toBe(1);
    const [entry] = await db.admin<{ at: Date; kind: string; by: string; amount: string; value: string; label: string }>(
      'select at, kind, by, amount::text, value, label from tendering.auction_act where auction_id = $1',
      [id],
    );
    expect(entry).toMatchObject({ kind: 'BID', by: 'BIDDER', amount: '105', value: '105', label: first.label });
    expect(Math.abs(entry!.at.getTime() - before)).toBeLessThan(60_000);

    const refused = async (actor: UserActor, amount: string) => {
      const result = await bidsIn(db, actor, id, amount);
      return [codes(result)[0], reasons(result)[0]];
    };
    expect(await refused(world.first, '104.60')).toEqual(['AuctionStepTooSmall', 'OWN_STEP_TOO_SMALL']);
    expect(await refused(world.first, '104.123')).toEqual(['AuctionAmountNotLegal', 'AMOUNT_NOT_LEGAL']);
    expect(await refused(world.first, '80')).toEqual(['AuctionDropNotConfirmed', 'BIG_DROP_NOT_CONFIRMED']);
    const takenBack = await db.unitOfWork.run(world.first, (work) => takeBackAuctionBid(work, { auctionId: id }));
    expect([codes(takenBack)[0], reasons(takenBack)[0]]).toEqual(['AuctionActUnknown', 'NOT_IN_THIS_AUCTION']);
    expect(await entries(id)).toBe(1);

    await expect(bidsIn(db, world.viewer, id, '90')).rejects.toThrow(Forbidden);
    await expect(bidsIn(db, world.stranger, id, '90')).rejects.toThrow(NotFound);
    await expect(bidsIn(db, { ...world.buyer, permissions: world.first.permissions }, id, '90')).rejects.toThrow(NotFound);
    await expect(bidsIn(db, world.first, 'no-id', '90')).rejects.toThrow(BadInput);
    expect(await entries(id)).toBe(1);
    const confirmed = await db.unitOfWork.run(world.first, (work) =>
      placeAuctionBid(work, { auctionId: id, amount: '80', isConfirmed: true }),
    );
    expect(success(confirmed).state.sequence).toBe(2);
    expect(await ranked(id)).toEqual(['80', '120.00']);
  });

  it('asks for the lead where it was published', async () => {
    const auction = usualAuction({ mustLead: true, leadStep: { by: 'PERCENT', value: '1' } });
    const { id } = await openedAgo(db, world, await toAuction(db, world, auction), 10);
    expect(reasons(await bidsIn(db, world.second, id, '111'))).toEqual(['BEST_NOT_BEATEN']);
    expect(reasons(await bidsIn(db, world.second, id, '109'))).toEqual(['LEAD_STEP_TOO_SMALL']);
    success(await bidsIn(db, world.second, id, '108.90'));
    expect(await ranked(id)).toEqual(['108.90', '110.00']);
  });

  it('comes too early before the opening and too late after the close', async () => {
    const early = await started(db, world, await toAuction(db, world, usualAuction()));
    expect(codes(await bidsIn(db, world.first, early.id, '90'))).toEqual(['AuctionNotOpen']);
    const late = await openedAgo(db, world, await toAuction(db, world, usualAuction()), 601);
    expect(codes(await bidsIn(db, world.first, late.id, '90'))).toEqual(['AuctionClosed']);
    expect([await entries(early.id), await entries(late.id)]).toEqual([0, 0]);
  });

  it('moves the close when it comes late, in the statement that writes it', async () => {
    const room = await openedAgo(db, world, await toAuction(db, world, usualAuction()), 540);
    const close = room.state.lines[0]!.closesAtUs;
    const after = success(await bidsIn(db, world.first, room.id, '100'));
    expect(after.state.lines[0]!.closesAtUs).toBe(close + 120_000_000);
    const [head] = await db.admin<{ closes: Record<string, number>; sequence: number }>(
      'select closes, sequence from tendering.auction_head where auction_id = $1',
      [room.id],
    );
    expect(head).toEqual({ closes: { [room.lotId]: close + 120_000_000 }, sequence: 1 });
  });

  it('takes all of many at once in one order without holes, each judged by what stood before it', async () => {
    const { id } = await openedAgo(db, world, await toAuction(db, world, usualAuction()), 10);
    const amounts = Array.from({ length: 12 }, (_, i) => (100 - i).toFixed(2));
    const results = await Promise.all(
      amounts.flatMap((amount) => [bidsIn(db, world.first, id, amount), bidsIn(db, world.second, id, amount)]),
    );
    const taken = results.filter(({ ok }) => ok).length;
    expect(new Set(results.flatMap((result) => codes(result)))).toEqual(new Set(taken === 24 ? [] : ['AuctionStepTooSmall']));
    const rows = await db.admin<{ sequence: number; at: string; label: string; amount: string }>(
      'select sequence, at_us::text as at, label, amount::text from tendering.auction_act where auction_id = $1 order by sequence',
      [id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: taken }, (_, i) => i + 1));
    expect([...rows].sort((a, b) => Number(a.at) - Number(b.at))).toEqual(rows);
    for (const label of new Set(rows.map((row) => row.label))) {
      const own = rows.filter((row) => row.label === label).map(({ amount }) => Number(amount));
      expect([...own].sort((a, b) => b - a)).toEqual(own);
    }
  });
});

describe('setAuctionProxy', () => {
  it('lets the hub bid down to a floor, and tells it to nobody else', async () => {
    const { id } = await openedAgo(db, world, await toAuction(db, world, usualAuction()), 10);
    const set = (actor: UserActor, floor: string | null) =>
      db.unitOfWork.run(actor, (work) => setAuctionProxy(work, { auctionId: id, floor }));
    success(await set(world.second, '100'));
    expect(await ranked(id)).toEqual(['109.99', '110.00']);
    success(await bidsIn(db, world.first, id, '101'));
    expect(await ranked(id)).toEqual(['100.99', '101']);
    expect(reasons(await set(world.first, '100.80'))).toEqual(['OWN_STEP_TOO_SMALL']);
    const entries = async () =>
      (await db.admin<{ n: string }>('select count(*) as n from tendering.auction_act where auction_id = $1', [id]))[0]?.n;
    const before = await entries();
    // What an order says already is no entry, however often it is said.
    for (const floor of ['100', '100', null, null, null]) success(await set(world.second, floor));
    expect(Number(await entries()) - Number(before)).toBe(1);
    success(await bidsIn(db, world.first, id, '99'));
    expect(await ranked(id)).toEqual(['99', '100.99']);
    await expect(set(world.viewer, '50')).rejects.toThrow(Forbidden);
    await expect(set(world.stranger, '50')).rejects.toThrow(NotFound);
  });
});
