import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import { openRound, publishTender, startAuction, type Tender } from '#libs/tendering';
import { auctionsSeenBy, seenBy, started, toAuction, usualAuction } from '../factories/auction.factory.js';
import { codes, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  drafted,
  inHours,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const start = async (
  tender: Tender,
  override: { opensAt?: Date; lotId?: string; expectedVersion?: number; actor?: UserActor } = {},
) => {
  const { actor = world.buyer, ...given } = override;
  const { edits } = await asSeenBy(db, world.buyer, tender.id);
  const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: edits, opensAt: inHours(1), ...given };
  return db.unitOfWork.run(actor, (work) => startAuction(work, which));
};

describe('an announced auction', () => {
  it('is fixed with the tender, and must fit what else was published', async () => {
    const publish = async (override: Parameters<typeof drafted>[2]) => {
      const draft = await drafted(db, world, { procedure: 'OPEN', ...override });
      const step = { tenderId: draft.id, expectedVersion: draft.edits };
      return db.unitOfWork.run(world.buyer, (work) => publishTender(work, step));
    };
    expect(success(await publish({ auction: usualAuction() })).auction).toEqual(usualAuction());
    const wrong = await publish({
      auction: { kind: 'DUTCH', startPercent: '90', risePercent: '1', ceilingPercent: '80', tickSeconds: 60, appealSeconds: 0 },
      formula: { kind: 'FEATURES', featuresMax: '0.2' },
      criteria: [{ id: 'f', kind: 'FEATURE', options: { a: '0.2' } }],
      tieBreak: [{ by: 'LOT' }],
      awardMode: 'LINE',
    });
    expect(codes(wrong)).toEqual(Array(4).fill('AuctionUnsound'));
    expect(wrong.ok ? [] : wrong.errors.map(({ values }) => values?.['reason'])).toEqual([
      'FormulaNotByAmount',
      'TieBreakNotByTime',
      'AwardByLine',
      'NumberOutOfRange',
    ]);
  });
});

describe('startAuction', () => {
  it('admits the bids that were ranked, each with what it costs, under labels that tell nothing', async () => {
    const tender = await toAuction(db, world, usualAuction());
    const room = success(await start(tender));
    expect(room.opening.bidders.map(({ bidderId }) => bidderId)).toEqual(['bidder-1', 'bidder-2']);
    const firsts = room.opening.bidders.map(({ first }) => first[room.lotId]!.amount);
    expect([...firsts].sort()).toEqual(['110.00', '120.00']);
    const own = await seenBy(db, world.first, room.id);
    expect(own.opening.bidders.find(({ bidderId }) => bidderId === own.label)?.first[room.lotId]?.amount).toBe('110.00');
    expect(JSON.stringify(own)).not.toContain(world.second.orgId);
    for (const [actor, seen] of [
      [world.buyer, 1],
      [world.second, 1],
      [world.stranger, 0],
    ] as const)
      expect(await auctionsSeenBy(db, actor, tender)).toHaveLength(seen);
    await expect(seenBy(db, world.stranger, room.id)).rejects.toThrow(NotFound);
    const rows = (actor: UserActor) =>
      db.unitOfWork.read(actor, async (work) => {
        const found: { n: number }[] = await work.tx.query(
          'select count(*)::int as n from tendering.auction_bidder where auction_id = $1',
          [room.id],
        );
        return found[0]?.n;
      });
    expect([await rows(world.buyer), await rows(world.first), await rows(world.stranger)]).toEqual([2, 1, 0]);
    for (const table of ['auction_act', 'auction_head'])
      await expect(db.unitOfWork.read(world.buyer, (work) => work.tx.query(`select from tendering.${table}`))).rejects.toThrow(
        'permission denied',
      );
  });

  it('starts one at a time, and no further round beside it', async () => {
    const tender = await toAuction(db, world, usualAuction());
    const both = await Promise.all([start(tender), start(tender)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codes(await start(tender))).toEqual(['AuctionStands']);
    const { edits } = await asSeenBy(db, world.buyer, tender.id);
    const round = {
      tenderId: tender.id,
      lotId: tender.lots[0]!.id,
      expectedVersion: edits,
      kind: 'ROUND' as const,
      closesAt: inHours(2),
      supplierIds: [world.first.orgId],
    };
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => openRound(work, round)))).toEqual(['RoundNotPossible']);
  });

  it('names what stands against it', async () => {
    const plain = await published(db, world);
    await bids(db, world.first, plain, ['1', '1']);
    expect(codes(await start(await closed(db, world, plain)))).toEqual(['AuctionNotAnnounced']);
    expect(codes(await start(await published(db, world, { auction: usualAuction() })))).toEqual(['BidsNotOpen']);

    const lonely = await published(db, world, { auction: usualAuction(), bidsMin: 2 });
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await bids(db, world.first, lonely, ['1', '1'], { bid: { validUntil: until } });
    const alone = await closed(db, world, lonely);
    expect(codes(await start(alone, { opensAt: inHours(200) }))).toEqual([
      'TooFewBids',
      'AuctionNeedsTwoBids',
      'AuctionBidExpired',
    ]);

    const tender = await toAuction(db, world, usualAuction());
    expect(codes(await start(tender, { opensAt: inHours(-1) }))).toEqual(['AuctionOpensTooSoon']);
    expect(codes(await start(tender, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
    expect(codes(await start(tender, { lotId: tender.id }))).toEqual(['TenderLotUnknown']);
    await expect(start(tender, { actor: world.viewer })).rejects.toThrow(Forbidden);
    await expect(start(tender, { actor: world.stranger })).rejects.toThrow(NotFound);
    await expect(start(tender, { lotId: 'none' })).rejects.toThrow(BadInput);
    expect(await auctionsSeenBy(db, world.buyer, tender)).toEqual([]);
    expect((await started(db, world, tender)).state.sequence).toBe(0);
  });
});
