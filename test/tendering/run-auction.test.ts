import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorker } from '#libs/platform';
import {
  type AuctionFile,
  awardsOf,
  awardTender,
  judgedLots,
  publishedAuction,
  replay,
  type Tender,
  tenderById,
  voidAuction,
} from '#libs/tendering';
import { AuctionJobs } from '../../libs/tendering/src/auctioning/auction.job.js';
import { bidsIn, openedAgo, seenBy, started, ticks, toAuction, usualAuction } from '../factories/auction.factory.js';
import { codes, success } from '../factories/order.factory.js';
import { onceKey, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const award = async (tender: Tender, bidId: string, reason?: string) => {
  const { edits } = await db.unitOfWork.read(world.buyer, (work) => tenderById(work, tender.id));
  const lots = [{ lotId: tender.lots[0]!.id, mode: 'LOT' as const, bidId, ...(reason ? { reason } : {}) }];
  const input = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: edits, lots };
  return db.unitOfWork.run(world.buyer, (work) => awardTender(work, input));
};
const judged = async (tender: Tender) =>
  (await db.unitOfWork.read(world.buyer, async (work) => judgedLots(work, await tenderById(work, tender.id))))[0]!;
const published = (id: string, actor = world.first) => db.unitOfWork.read(actor, (work) => publishedAuction(work, id));
/** Closes an auction by letting its last seconds pass. */
const short = { durationSeconds: 1, softClose: null };

describe('runAuction', () => {
  it('closes an auction once, publishes its file before its result, and the award follows it', async () => {
    const tender = await toAuction(db, world, usualAuction({ durationSeconds: 6, softClose: null }));
    const room = await openedAgo(db, world, tender, 0);
    success(await bidsIn(db, world.second, room.id, '105.50'));
    expect(await ticks(db, world, room.id)).toBe('RUNS');
    const [best] = (await judged(tender)).evaluation.ranking;
    expect(codes(await award(tender, best!.bid.bidId))).toEqual(['AuctionOutstanding']);
    await until(async () => (await ticks(db, world, room.id)) === 'SEALED');
    expect(await published(room.id)).toMatchObject({ result: null });
    const twice = await Promise.all([ticks(db, world, room.id), ticks(db, world, room.id)]);
    expect([...twice].sort()).toEqual(['OVER', 'SETTLED']);
    expect(codes(await bidsIn(db, world.first, room.id, '50'))).toEqual(['AuctionClosed']);

    const kept = (await published(room.id))!;
    expect(createHash('sha256').update(kept.body).digest('hex')).toBe(kept.digest);
    const replayed = success(replay(JSON.parse(kept.body) as AuctionFile));
    expect(JSON.parse(kept.result ?? '')).toEqual(replayed);
    expect(replayed.lines[0]!.ranking.map(({ amount }) => amount)).toEqual(['105.50', '110.00']);
    expect(kept.body).not.toContain(world.second.orgId);
    expect(await published(room.id, world.stranger)).toBeUndefined();

    // The evaluation is the same function, over what was bid in the auction.
    const after = await judged(tender);
    const winner = after.bids.find(({ bid }) => bid.id === after.evaluation.ranking[0]!.bid.bidId)!;
    expect(winner.bid.orgId).toBe(world.second.orgId);
    // 120 came down to 105.50: all its prices in proportion, cut to six places.
    expect(winner.bid.content?.lines.map(({ price }) => price.amount)).toEqual(['0.879166', '1.758333']);
    success(await award(tender, winner.bid.id));
    const [made = []] = await db.unitOfWork.read(world.second, (work) => awardsOf(work, [tender.id]));
    expect(made.flatMap(({ lines }) => lines.map(({ price }) => price)).sort()).toEqual(['0.879166', '1.758333']);
    const ended = await db.unitOfWork.run(world.buyer, (work) => voidAuction(work, { auctionId: room.id, reason: 'Late' }));
    expect(codes(ended)).toEqual(['AuctionClosed']);
  });

  it('asks for an auction that was announced, and for its time to object', async () => {
    const tender = await toAuction(db, world, usualAuction({ ...short, appealSeconds: 3600 }));
    const [best] = (await judged(tender)).evaluation.ranking;
    const reasonOf = async () => {
      const result = await award(tender, best!.bid.bidId, 'The best');
      return result.ok ? [] : result.errors.map(({ values }) => values?.['reason']);
    };
    expect(await reasonOf()).toEqual(['NOT_HELD']);
    const { id } = await openedAgo(db, world, tender, 2);
    expect(await ticks(db, world, id)).toBe('SEALED');
    expect(await reasonOf()).toEqual(['RUNS']);
    expect(await ticks(db, world, id)).toBe('SETTLED');
    expect(await reasonOf()).toEqual(['APPEAL_RUNS']);
    success(await db.unitOfWork.run(world.buyer, (work) => voidAuction(work, { auctionId: id, reason: 'An objection' })));
    success(await award(tender, best!.bid.bidId));
  });

  it('stands still from the moment at which nobody ran the clock, and goes on after an announced time', async () => {
    const tender = await toAuction(db, world, usualAuction());
    const room = await openedAgo(db, world, tender, 700);
    // The clock looked last 400 s ago, 300 s into an auction of 600 s.
    const beat = (Date.now() - 400_000) * 1000;
    await db.admin('update tendering.auction_head set beat_us = $2 where auction_id = $1', [room.id, beat]);
    const both = await Promise.all([ticks(db, world, room.id), ticks(db, world, room.id)]);
    expect([...both].sort()).toEqual(['PAUSED', 'STANDS']);
    const paused = await seenBy(db, world.first, room.id);
    expect(paused).toMatchObject({ pauseReason: 'CLOCK_STOOD_STILL', state: { clock: { pausedSinceUs: beat } } });
    expect(paused.resumesAt!.getTime() - Date.now()).toBeGreaterThan(200_000);
    await db.admin(`update tendering.auction set resumes_at = clock_timestamp() where id = $1`, [room.id]);
    expect(await ticks(db, world, room.id)).toBe('RESUMED');
    const resumed = success(await bidsIn(db, world.first, room.id, '100'));
    // 300 s of bidding were left when the clock stood still, and are left now.
    const [line] = resumed.state.lines;
    const left = line!.closesAtUs - (resumed.atUs - resumed.state.clock.pauses[0]!.lengthUs);
    expect(Math.round(left / 10_000_000)).toBe(30);
  });

  it('is called by its own job, once for two workers, and by the sweep when the job is lost', async () => {
    const tender = await toAuction(db, world, usualAuction(short));
    const lost = await openedAgo(db, world, await toAuction(db, world, usualAuction(short)), 30);
    await db.admin('update tendering.auction_head set next_us = $2 where auction_id = $1', [
      lost.id,
      (Date.now() - 20_000) * 1000,
    ]);
    const room = await started(db, world, tender, 4_000);
    const tasks = new AuctionJobs().tasks();
    const workers = await Promise.all(
      [1, 2].map(() => startWorker({ jobsUrl: db.jobsUrl, unitOfWork: db.unitOfWork, tasks, pollMs: 100 })),
    );
    try {
      await db.admin(`select graphile_worker.add_job('tendering.sweep-auctions', '{}'::json)`);
      for (const { id } of [room, lost]) await until(async () => (await published(id))?.result != null);
      for (const { id } of [room, lost]) {
        const acts = await db.admin<{ kind: string }>('select kind from tendering.auction_act where auction_id = $1', [id]);
        expect(acts.map(({ kind }) => kind)).toEqual(['SEAL']);
      }
    } finally {
      for (const worker of workers) await worker.stop();
    }
  });
});
