import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  type AnnouncedAuction,
  acceptAuctionPrice,
  awardTender,
  judgedLots,
  resultOf,
  stayInAuction,
  type Tender,
  takeBackAuctionBid,
  tenderById,
} from '#libs/tendering';
import { auctionSight } from '../../libs/tendering/src/auctioning/auction.view.js';
import { bidsIn, openedAgo, seenBy, ticks, toAuction, usualAuction } from '../factories/auction.factory.js';
import { codes, success } from '../factories/order.factory.js';
import { bids, closed, onceKey, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const best = (tender: Tender) =>
  db.unitOfWork.read(world.buyer, async (work) => {
    const [judged] = await judgedLots(work, await tenderById(work, tender.id));
    return judged!.evaluation.ranking.map(({ bid }) => bid.bidId).map((id) => judged!.bids.find((one) => one.bid.id === id)!.bid);
  });
const ends = (id: string) => until(async () => ['SETTLED', 'OVER'].includes(await ticks(db, world, id)));
const awarded = async (tender: Tender, bidId: string) => {
  const { edits } = await db.unitOfWork.read(world.buyer, (work) => tenderById(work, tender.id));
  const lots = [{ lotId: tender.lots[0]!.id, mode: 'LOT' as const, bidId }];
  return db.unitOfWork.run(world.buyer, (work) =>
    awardTender(work, { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: edits, lots }),
  );
};

describe('a Dutch auction', () => {
  const dutch: AnnouncedAuction = {
    kind: 'DUTCH',
    startPercent: '80',
    risePercent: '5',
    ceilingPercent: '100',
    tickSeconds: 60,
    appealSeconds: 0,
  };
  const accept = (actor: UserActor, auctionId: string, amount: string) =>
    db.unitOfWork.run(actor, (work) => acceptAuctionPrice(work, { auctionId, amount }));

  it('goes to the first who takes the price, and to nobody else without a reason', async () => {
    const tender = await toAuction(db, world, dutch);
    // The best bid costs 110: it begins at 88 and rises by 5.50 every minute.
    const { id } = await openedAgo(db, world, tender, 61);
    expect(auctionSight(await seenBy(db, world.second, id))).toMatchObject({ price: '93.50', level: 1, status: 'OPEN' });
    expect(codes(await accept(world.second, id, '88'))).toEqual(['AuctionPriceMoved']);
    expect(codes(await bidsIn(db, world.second, id, '93.50'))).toEqual(['AuctionActUnknown']);
    await expect(accept(world.stranger, id, '93.50')).rejects.toThrow(NotFound);
    await expect(accept(world.viewer, id, '93.50')).rejects.toThrow(Forbidden);
    const both = await Promise.all([accept(world.first, id, '93.50'), accept(world.second, id, '93.50')]);
    expect(both.flatMap((result) => codes(result))).toEqual(['AuctionClosed']);
    await ends(id);
    const winner = both[0].ok ? world.first : world.second;
    const ranked = await best(tender);
    expect(ranked.map(({ orgId }) => orgId)).toEqual([winner.orgId]);
    success(await awarded(tender, ranked[0]!.id));
  });

  it('leaves the bids as they were when nobody takes a price', async () => {
    const tender = await toAuction(db, world, { ...dutch, tickSeconds: 1 });
    const { id } = await openedAgo(db, world, tender, 60);
    await ends(id);
    expect((await best(tender)).map(({ orgId }) => orgId)).toEqual([world.first.orgId, world.second.orgId]);
  });
});

describe('a Japanese auction', () => {
  it('falls while bidders stay, and goes to who stayed longest', async () => {
    const japanese: AnnouncedAuction = {
      kind: 'JAPANESE',
      startPercent: '100',
      fall: { by: 'PERCENT', value: '10' },
      floorPercent: '50',
      tickSeconds: 4,
      appealSeconds: 0,
    };
    const tender = await toAuction(db, world, japanese);
    const { id } = await openedAgo(db, world, tender, 0);
    const stay = (actor: UserActor, level: number) =>
      db.unitOfWork.run(actor, (work) => stayInAuction(work, { auctionId: id, level }));
    success(await stay(world.first, 0));
    success(await stay(world.second, 0));
    expect(codes(await stay(world.first, 1))).toEqual(['AuctionLevelMoved']);
    await until(async () => auctionSight(await seenBy(db, world.first, id)).level === 1);
    success(await stay(world.second, 1));
    await ends(id);
    const ranked = await best(tender);
    expect(ranked.map(({ orgId }) => orgId)).toEqual([world.second.orgId, world.first.orgId]);
    const { state } = await seenBy(db, world.buyer, id);
    expect(resultOf(id, state).lines[0]!.ranking.map(({ amount }) => amount)).toEqual(['99.00', '110.00']);
    success(await awarded(tender, ranked[0]!.id));
  });
});

describe('an auction by rounds', () => {
  it('lets the worst speak first, and shows a bid when its turn is over', async () => {
    const rounds: AnnouncedAuction = {
      kind: 'ROUNDS',
      rounds: 1,
      turnSeconds: 6,
      firstPauseSeconds: 0,
      pauseSeconds: 0,
      ownStep: { by: 'AMOUNT', value: '1' },
      appealSeconds: 0,
    };
    const tender = await toAuction(db, world, rounds);
    const { id } = await openedAgo(db, world, tender, 0);
    // The first costs 110, the second 120: the second speaks first.
    expect(codes(await bidsIn(db, world.first, id, '90'))).toEqual(['AuctionTurnNotYours']);
    success(await bidsIn(db, world.second, id, '100'));
    const back = await db.unitOfWork.run(world.second, (work) => takeBackAuctionBid(work, { auctionId: id }));
    expect(success(back).state.lines[0]!.placed).toHaveLength(2);
    success(await bidsIn(db, world.second, id, '101'));
    expect(auctionSight(await seenBy(db, world.first, id)).own).toMatchObject({ amount: '110.00', rank: 1, isYourTurn: false });
    await until(async () => auctionSight(await seenBy(db, world.first, id)).own?.isYourTurn === true);
    expect(auctionSight(await seenBy(db, world.first, id)).own).toMatchObject({ rank: 2 });
    await ends(id);
    expect((await best(tender)).map(({ orgId }) => orgId)).toEqual([world.second.orgId, world.first.orgId]);
  });
});

describe('what is fixed for a bidder before', () => {
  it('counts in the auction as it does in the award: K of features, costs of a life cycle', async () => {
    const tender = await published(db, world, {
      auction: usualAuction({ durationSeconds: 1, softClose: null }),
      formula: { kind: 'FEATURES', featuresMax: '0.2' },
      criteria: [{ id: 'warranty', kind: 'FEATURE', options: { long: '0.2', short: '0' } }],
    });
    await bids(db, world.first, tender, ['1', '1'], { bid: { answers: { warranty: { option: 'short' } } } });
    await bids(db, world.second, tender, ['1', '2'], { bid: { answers: { warranty: { option: 'long' } } } });
    const { id } = await openedAgo(db, world, await closed(db, world, tender), 0);
    // 120 / 1.25 counts 96: he leads with the dearer bid, and 137.50 would be even with 110.
    expect(auctionSight(await seenBy(db, world.second, id)).own?.rank).toBe(1);
    success(await bidsIn(db, world.first, id, '95'));
    expect(auctionSight(await seenBy(db, world.second, id)).own?.rank).toBe(2);
    success(await bidsIn(db, world.second, id, '118'));
    await ends(id);
    expect((await best(tender)).map(({ orgId }) => orgId)).toEqual([world.second.orgId, world.first.orgId]);
  });
});
