import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  pauseAuction,
  rescheduleAuction,
  resultOf,
  resumeAuction,
  statusAt,
  tenderEventsOf,
  voidAuction,
  voidAuctionBid,
} from '#libs/tendering';
import { bidsIn, openedAgo, seenBy, started, ticks, toAuction, usualAuction } from '../factories/auction.factory.js';
import { codes, success } from '../factories/order.factory.js';
import { bids, closed, inHours, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const as =
  (actor: UserActor) =>
  <T>(verb: Parameters<typeof db.unitOfWork.run<T>>[1]): Promise<T> =>
    db.unitOfWork.run(actor, verb);
const running = async (seconds = 10) => openedAgo(db, world, await toAuction(db, world, usualAuction()), seconds);

describe('pauseAuction and resumeAuction', () => {
  it('let all clocks stand: what was to come comes as much later', async () => {
    const room = await running(500);
    const { id } = room;
    const pause = (actor: UserActor) => as(actor)((work) => pauseAuction(work, { auctionId: id, reason: 'A line is down' }));
    await expect(pause(world.viewer)).rejects.toThrow(Forbidden);
    await expect(pause(world.first)).rejects.toThrow(Forbidden);
    await expect(pause({ ...world.first, permissions: world.buyer.permissions })).rejects.toThrow(NotFound);
    const paused = success(await pause(world.buyer));
    expect(paused).toMatchObject({ pauseReason: 'A line is down', resumesAt: null });
    expect(codes(await pause(world.buyer))).toEqual(['AuctionPaused']);
    expect(codes(await bidsIn(db, world.first, id, '90'))).toEqual(['AuctionPaused']);
    await new Promise((done) => setTimeout(done, 350));
    expect(await ticks(db, world, id)).toBe('STANDS');
    const resumed = success(await as(world.buyer)((work) => resumeAuction(work, { auctionId: id })));
    expect(resumed.pausedAt).toBeNull();
    const [pausedFor] = resumed.state.clock.pauses;
    expect(pausedFor!.lengthUs).toBeGreaterThanOrEqual(300_000);
    const [head] = await db.admin<{ close: number }>(
      'select (closes ->> $2)::bigint::float8 as close from tendering.auction_head where auction_id = $1',
      [id, room.lotId],
    );
    expect(head?.close).toBe(room.state.lines[0]!.closesAtUs + pausedFor!.lengthUs);
    expect(codes(await as(world.buyer)((work) => resumeAuction(work, { auctionId: id })))).toEqual(['AuctionNotSteerable']);
    success(await bidsIn(db, world.first, id, '90'));
    const [events = []] = await db.unitOfWork.read(world.buyer, (work) => tenderEventsOf(work, [room.tenderId]));
    expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('AUCTION'))).toEqual([
      'AUCTION_STARTED',
      'AUCTION_PAUSE',
      'AUCTION_RESUME',
    ]);
  });

  it('go on by the clock at the moment that was announced', async () => {
    const { id } = await running();
    const at = (ms: number) =>
      as(world.buyer)((work) => pauseAuction(work, { auctionId: id, reason: 'Lunch', resumesAt: new Date(Date.now() + ms) }));
    expect(codes(await at(-1000))).toEqual(['AuctionNotSteerable']);
    success(await at(600_000));
    expect(await ticks(db, world, id)).toBe('STANDS');
    await db.admin('update tendering.auction set resumes_at = clock_timestamp() where id = $1', [id]);
    expect(await ticks(db, world, id)).toBe('RESUMED');
    success(await bidsIn(db, world.first, id, '90'));
  });
});

describe('rescheduleAuction', () => {
  it('moves the opening and every close, until it opens', async () => {
    const room = await started(db, world, await toAuction(db, world, usualAuction()));
    const opensAt = inHours(2);
    const move = (auctionId: string) =>
      as(world.buyer)((work) => rescheduleAuction(work, { auctionId, opensAt, reason: 'Fair' }));
    const moved = success(await move(room.id));
    expect(moved.opensAt).toEqual(opensAt);
    expect(moved.state.lines[0]!.closesAtUs).toBe(opensAt.getTime() * 1000 + 600_000_000);
    expect(codes(await move((await running()).id))).toEqual(['AuctionNotSteerable']);
  });

  it('moves it to no day on which a bid binds no longer, and then nothing has moved', async () => {
    const tender = await published(db, world, { auction: usualAuction() });
    const validUntil = inHours(72).toISOString().slice(0, 10);
    await bids(db, world.first, tender, ['1', '1'], { bid: { validUntil } });
    await bids(db, world.second, tender, ['1', '2']);
    const room = await started(db, world, await closed(db, world, tender));
    const move = (opensAt: Date) =>
      as(world.buyer)((work) => rescheduleAuction(work, { auctionId: room.id, opensAt, reason: 'Fair' }));
    expect(await move(inHours(200))).toMatchObject({ errors: [{ code: 'AuctionBidExpired', path: ['opensAt'] }] });
    expect((await seenBy(db, world.buyer, room.id)).opensAt).toEqual(room.opensAt);
    expect(success(await move(inHours(2))).state.sequence).toBe(1);
  });
});

describe('voidAuctionBid', () => {
  it('takes out one bid by its number, with its reason', async () => {
    const { id, lotId } = await running();
    success(await bidsIn(db, world.first, id, '10'));
    const without = (sequence: number) =>
      as(world.buyer)((work) => voidAuctionBid(work, { auctionId: id, sequence, reason: 'A comma' }));
    expect(codes(await without(7))).toEqual(['AuctionNotSteerable']);
    const { state } = success(await without(1));
    expect(
      resultOf('A', state)
        .lines.find((line) => line.lineId === lotId)!
        .ranking.map(({ amount }) => amount),
    ).toEqual(['110.00', '120.00']);
    await expect(as(world.viewer)((work) => voidAuctionBid(work, { auctionId: id, sequence: 1, reason: 'x' }))).rejects.toThrow(
      Forbidden,
    );
  });
});

describe('voidAuction', () => {
  it('ends it for ever, and another may be started', async () => {
    const tender = await toAuction(db, world, usualAuction());
    const room = await openedAgo(db, world, tender, 10);
    const end = (actor: UserActor) => as(actor)((work) => voidAuction(work, { auctionId: room.id, reason: 'Wrong drawing' }));
    await expect(end({ ...world.stranger, permissions: world.buyer.permissions })).rejects.toThrow(NotFound);
    const both = await Promise.all([end(world.buyer), end(world.buyer)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['AuctionVoided']);
    expect(codes(await bidsIn(db, world.first, room.id, '90'))).toEqual(['AuctionVoided']);
    expect(await ticks(db, world, room.id)).toBe('OVER');
    const now = await seenBy(db, world.first, room.id);
    expect([statusAt(now.state, now.atUs), now.voidReason]).toEqual(['VOIDED', 'Wrong drawing']);
    expect((await started(db, world, tender)).id).not.toBe(room.id);
  });
});
