import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  amendTender,
  type BidContentInput,
  closeRound,
  confirmBid,
  draftsOfTenders,
  openBids,
  openRound,
  ownBid,
  receiptsOfTenders,
  saveBid,
  submitBid,
  type Tender,
  withdrawBid,
} from '#libs/tendering';
import { codes, plantOffer, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bidOf,
  bids,
  bidsSeenBy,
  closed,
  inHours,
  linesSeenBy,
  passed,
  published,
  type TenderWorld,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const which = (tender: Tender, expectedVersion = 0) => ({ tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion });
const submit = (
  actor: UserActor,
  tender: Tender,
  bid: BidContentInput,
  given: { expectedVersion?: number; tenderVersion?: number } = {},
) => db.unitOfWork.run(actor, (work) => submitBid(work, { ...which(tender), tenderVersion: tender.version, ...given, bid }));
const withdraw = (actor: UserActor, tender: Tender, expectedVersion: number) =>
  db.unitOfWork.run(actor, (work) => withdrawBid(work, which(tender, expectedVersion)));
const confirm = (actor: UserActor, tender: Tender, expectedVersion: number) =>
  db.unitOfWork.run(actor, (work) => confirmBid(work, { ...which(tender, expectedVersion), tenderVersion: tender.version }));
const counted = async (table: string, tender: Tender): Promise<number> => {
  const [row] = await db.admin<{ n: string }>(`select count(*) as n from tendering.${table} where tender_id = $1`, [tender.id]);
  return Number(row?.n);
};

describe('saveBid', () => {
  it('keeps a draft for its bidder alone, once for two at once', async () => {
    const tender = await published(db, world);
    const save = (expectedVersion: number, note: string, actor = world.first) =>
      db.unitOfWork.run(actor, (work) => saveBid(work, { ...which(tender, expectedVersion), bid: bidOf([], [], { note }) }));
    const both = await Promise.all([save(0, 'one'), save(0, 'two')]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(success(await save(1, 'three'))).toMatchObject({ edits: 2, content: { note: 'three', lines: [] } });
    expect(codes(await save(1, 'four'))).toEqual(['VersionConflict']);
    const drafts = (actor: UserActor) => db.unitOfWork.read(actor, (work) => draftsOfTenders(work, [tender.id]));
    expect((await drafts(world.first))[0]).toHaveLength(1);
    for (const actor of [world.second, world.buyer]) expect(await drafts(actor)).toEqual([[]]);
    await expect(save(0, 'x', world.viewer)).rejects.toThrow(Forbidden);
    await expect(save(0, 'x', world.stranger)).rejects.toThrow(NotFound);
    await bids(db, world.first, tender, ['1', '1']);
    expect(await drafts(world.first)).toEqual([[]]);
    await passed(db, tender);
    expect(codes(await save(0, 'late'))).toEqual(['BidsClosed']);
  });
});

describe('submitBid', () => {
  it('names everything that is wrong with a bid at once', async () => {
    const foreign = await plantOffer(db, world.second.orgId);
    const tender = await published(db, world, {
      criteria: [{ id: 'iso', kind: 'MANDATORY' }],
      lines: [
        { description: 'Bolt', quantity: '100' },
        { description: 'Seal', quantity: '10' },
      ],
    });
    const [bolt, seal] = await linesSeenBy(db, world.first, tender);
    const wrong = bidOf([], [], {
      currency: 'EUR',
      validUntil: '2026-01-01',
      lines: [
        {
          lineId: bolt!.id,
          price: { amount: '0', unit: 'KGM' },
          alternate: { description: 'Screw' },
          minQuantity: '5',
          maxQuantity: '4',
        },
        {
          lineId: seal!.id,
          price: { amount: '1', unit: 'EA' },
          breaks: [
            { from: '5', amount: '1' },
            { from: '5', amount: '0.9' },
          ],
          offerId: foreign.id,
        },
        { lineId: seal!.id, price: { amount: '1', unit: 'EA' } },
        { lineId: tender.id, price: { amount: '1', unit: 'EA' } },
      ],
    });
    expect(codes(await submit(world.first, tender, wrong)).sort()).toEqual([
      'AlternateNotAllowed',
      'BidAnswerMissing',
      'BidBreaksNotRising',
      'BidCurrencyNotTaken',
      'BidExpiresEarly',
      'BidLineRepeated',
      'BidLineUnknown',
      'BidOfferNotYours',
      'BidPriceMissing',
      'BidQuantitiesCrossed',
      'BidUnitNeedsFactor',
    ]);
    expect(codes(await submit(world.first, tender, bidOf([], [], { answers: { iso: { passed: true } } })))).toEqual(['BidEmpty']);
    await expect(submit(world.first, tender, { ...wrong, paymentDays: -1 })).rejects.toThrow(BadInput);
    await expect(submit(world.viewer, tender, wrong)).rejects.toThrow(Forbidden);
    await expect(submit(world.stranger, tender, wrong)).rejects.toThrow(NotFound);
    await expect(submit({ ...world.buyer, permissions: world.first.permissions }, tender, wrong)).rejects.toThrow(NotFound);
    expect(await counted('bid', tender)).toBe(0);
  });

  it('replaces a bid, keeps every version in the ledger and shows the buyer the last one only', async () => {
    const tender = await published(db, world);
    const first = await bids(db, world.first, tender, ['2', '3']);
    const second = await bids(db, world.first, tender, ['1.8', '3'], { expectedVersion: 1 });
    expect(second).toMatchObject({ bidId: first.bidId, seq: 2, kind: 'SUBMITTED' });
    expect(second.digest).not.toBe(first.digest);
    const lines = await linesSeenBy(db, world.first, tender);
    const twins = await Promise.all(
      ['1.7', '1.6'].map((price) => submit(world.first, tender, bidOf(lines, [price, '3']), { expectedVersion: 2 })),
    );
    expect(twins.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(await counted('bid_version', tender)).toBe(3);
    expect(await counted('bid_content', tender)).toBe(1);
    await closed(db, world, tender);
    const seen = await bidsSeenBy(db, world.buyer, tender);
    expect(seen).toMatchObject([{ seq: 3, counts: true }]);
    expect(await db.unitOfWork.read(world.buyer, (work) => work.tx.query('select 1 from tendering.bid_version'))).toEqual([]);
    const [receipts] = await db.unitOfWork.read(world.buyer, (work) => receiptsOfTenders(work, [tender.id]));
    expect(receipts?.map(({ seq }) => seq)).toEqual([3]);
    const [own] = await db.unitOfWork.read(world.first, (work) => receiptsOfTenders(work, [tender.id]));
    expect(own?.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await db.unitOfWork.read(world.second, (work) => receiptsOfTenders(work, [tender.id]))).toEqual([[]]);
  });

  it('hides a timed bid from every query of its buyer, and shows an open one at once', async () => {
    const timed = await published(db, world);
    await bids(db, world.first, timed, ['7391427.55', '1']);
    const open = await published(db, world, { confidentiality: 'OPEN' });
    await bids(db, world.first, open, ['5', '1']);
    const tables = ['bid', 'bid_content', 'bid_receipt', 'bid_version', 'bid_draft'];
    for (const table of tables) {
      const seen = await db.unitOfWork.read(world.buyer, (work) =>
        work.tx.query(`select * from tendering.${table} where tender_id = $1`, [timed.id]),
      );
      expect([table, seen]).toEqual([table, []]);
    }
    // Not even where the app asks for all it may read.
    const all = await Promise.all(
      tables.map((table) => db.unitOfWork.read(world.buyer, (work) => work.tx.query(`select * from tendering.${table}`))),
    );
    expect(JSON.stringify(all)).not.toContain('7391427');
    expect(await bidsSeenBy(db, world.buyer, open)).toMatchObject([{ content: { lines: [{ price: { amount: '5' } }, {}] } }]);
    expect(await bidsSeenBy(db, world.second, open)).toEqual([]);
    // A passed deadline alone opens nothing: the round has to be closed.
    await passed(db, timed);
    expect(await bidsSeenBy(db, world.buyer, timed)).toEqual([]);
    // The app's role cannot help itself.
    for (const column of ['closes_at', 'bids_from', 'closed_at'])
      await expect(
        db.unitOfWork.run(world.buyer, (work) => work.tx.query(`update tendering.lot_round set ${column} = now()`)),
      ).rejects.toThrow(/permission denied/);
    await expect(
      db.unitOfWork.run(world.buyer, (work) => work.tx.query(`update tendering.tender set closes_at = now()`)),
    ).rejects.toThrow(/permission denied/);
  });

  it('is accepted exactly when it stands in the ledger at or before the deadline, however many race', async () => {
    const tender = await published(db, world, { procedure: 'OPEN' }, []);
    const lines = await linesSeenBy(db, world.first, tender);
    const tries: { accepted: boolean; bidder: string }[] = [];
    const racers = [world.first, world.second, world.stranger];
    const racing = Promise.all(
      racers.map(async (actor) => {
        for (let seq = 0; ; ) {
          const result = await submit(actor, tender, bidOf(lines, ['1', `${seq + 1}`]), { expectedVersion: seq });
          tries.push({ accepted: result.ok, bidder: actor.orgId });
          if (!result.ok) {
            expect(codes(result)).toEqual(['BidsClosed']);
            break;
          }
          seq += 1;
        }
      }),
    );
    // In the middle of the race, under the lock of the lot, the deadline becomes this very moment.
    const bidding = ({ orgId }: UserActor): number => tries.filter(({ bidder }) => bidder === orgId).length;
    await until(() => racers.every((actor) => bidding(actor) >= 3));
    await db.admin(
      `do $$ begin
         perform 1 from tendering.lot l where l.tender_id = '${tender.id}' for update;
         update tendering.lot_round r set closes_at = clock_timestamp() where r.tender_id = '${tender.id}';
       end $$`,
    );
    await racing;
    const [row] = await db.admin<{ kept: string; late: string }>(
      `select count(*) as kept, count(*) filter (where v.accepted_at > r.closes_at) as late from tendering.bid_version v join tendering.lot_round r on r.lot_id = v.lot_id and r.round = v.round where v.tender_id = $1`,
      [tender.id],
    );
    expect(Number(row?.kept)).toBe(tries.filter(({ accepted }) => accepted).length);
    expect(Number(row?.late)).toBe(0);
    expect(tries.filter(({ accepted }) => !accepted)).toHaveLength(3);
    for (const actor of racers) expect(bidding(actor)).toBeGreaterThanOrEqual(4);
  });
});

describe('confirmBid', () => {
  it('lets a bid count again after an amendment', async () => {
    const tender = await published(db, world);
    await bids(db, world.first, tender, ['1', '2']);
    await bids(db, world.second, tender, ['1.1', '2']);
    const [bolt] = await linesSeenBy(db, world.buyer, tender);
    const amend = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      reason: 'More',
      changeLines: [{ lineId: bolt!.id, quantity: '150' }],
    };
    const now = success(await db.unitOfWork.run(world.buyer, (work) => amendTender(work, amend)));
    expect(codes(await confirm(world.first, tender, 1))).toEqual(['TenderAmended']);
    expect((await bidsSeenBy(db, world.first, tender))[0]).toMatchObject({ counts: false });
    const before = (await bidsSeenBy(db, world.first, tender))[0]?.acceptedAt;
    expect(success(await confirm(world.first, now, 1))).toMatchObject({ kind: 'CONFIRMED', seq: 2 });
    expect((await bidsSeenBy(db, world.first, tender))[0]).toMatchObject({ counts: true, acceptedAt: before, tenderVersion: 2 });
    await expect(confirm(world.viewer, now, 1)).rejects.toThrow(Forbidden);
    await expect(confirm(world.stranger, now, 1)).rejects.toThrow(NotFound);
    await closed(db, world, now);
    expect((await bidsSeenBy(db, world.buyer, now)).map(({ counts }) => counts).sort()).toEqual([false, true]);
    expect(codes(await confirm(world.second, now, 1))).toEqual(['BidsClosed']);
  });
});

describe('withdrawBid', () => {
  it('takes a bid away from everybody, and another may follow', async () => {
    const tender = await published(db, world, { confidentiality: 'OPEN' });
    expect(codes(await withdraw(world.first, tender, 0))).toEqual(['NoBid']);
    await bids(db, world.first, tender, ['1', '2']);
    const both = await Promise.all([withdraw(world.first, tender, 1), withdraw(world.first, tender, 1)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    expect(await bidsSeenBy(db, world.buyer, tender)).toEqual([]);
    const own = await db.unitOfWork.read(world.first, (work) => ownBid(work, tender.lots[0]!.id, 1));
    expect(own).toMatchObject({ seq: 2, content: null, counts: false });
    expect(codes(await withdraw(world.first, tender, 2))).toEqual(['NoBid']);
    await bids(db, world.first, tender, ['3', '2'], { expectedVersion: 2 });
    expect(await bidsSeenBy(db, world.buyer, tender)).toMatchObject([{ seq: 3, withdrawnAt: null }]);
    await expect(withdraw(world.viewer, tender, 3)).rejects.toThrow(Forbidden);
    await expect(withdraw(world.stranger, tender, 3)).rejects.toThrow(NotFound);
    await passed(db, tender);
    expect(codes(await withdraw(world.first, tender, 3))).toEqual(['BidsClosed']);
  });

  it('leaves the buyer no receipt of it, neither of a bid that is gone nor of one that came back', async () => {
    const tender = await published(db, world);
    await bids(db, world.first, tender, ['1', '2']);
    success(await withdraw(world.first, tender, 1));
    await bids(db, world.second, tender, ['1', '2']);
    success(await withdraw(world.second, tender, 1));
    const again = await bids(db, world.second, tender, ['3', '2'], { expectedVersion: 2 });
    await closed(db, world, tender);
    const seen = await db.unitOfWork.read(world.buyer, (work) =>
      work.tx.query('select bid_id, seq, kind from tendering.bid_receipt where tender_id = $1', [tender.id]),
    );
    expect(seen).toEqual([{ bid_id: again.bidId, seq: 3, kind: 'SUBMITTED' }]);
    const kinds = async (actor: UserActor) =>
      (await db.unitOfWork.read(actor, (work) => receiptsOfTenders(work, [tender.id])))[0]?.map(({ kind }) => kind);
    expect(await kinds(world.first)).toEqual(['SUBMITTED', 'WITHDRAWN']);
    expect(await kinds(world.second)).toEqual(['SUBMITTED', 'WITHDRAWN', 'SUBMITTED']);
  });
});

describe('openBids and the clock', () => {
  const open = (tender: Tender, actor = world.buyer) =>
    db.unitOfWork.run(actor, (work) => openBids(work, { tenderId: tender.id }));

  it('close a round once, after its deadline', async () => {
    const tender = await published(db, world, {
      lots: ['A', 'B'],
      lines: [
        { description: 'a', quantity: '1' },
        { description: 'b', quantity: '1', lot: 2 },
      ],
      staggerMinutes: 10,
    });
    const [a, b] = tender.lots.map(({ rounds }) => rounds[0]!.closesAt.getTime());
    expect(b! - a!).toBe(600_000);
    expect(codes(await open(tender))).toEqual(['TenderStillOpen']);
    await expect(open(tender, world.viewer)).rejects.toThrow(Forbidden);
    await expect(open(tender, world.stranger)).rejects.toThrow(NotFound);
    await passed(db, tender);
    const closing = { tenderId: tender.id, lotId: tender.lots[0]!.id };
    const stale = tender.lots[0]!.rounds[0]!.closesAt.toISOString();
    expect(await db.unitOfWork.run(world.buyer, (work) => closeRound(work, { ...closing, closesAt: stale }))).toBe('MOVED');
    const all = await Promise.all(
      Array.from({ length: 6 }, () => db.unitOfWork.run(world.buyer, (work) => closeRound(work, closing))),
    );
    expect(all.filter((outcome) => outcome === 'CLOSED')).toHaveLength(1);
    expect(all.filter((outcome) => outcome === 'CLOSED_BEFORE')).toHaveLength(5);
    expect((await asSeenBy(db, world.first, tender.id)).lots.map(({ status }) => status)).toEqual(['EVALUATION', 'CLOSED']);
    expect(success(await open(tender)).lots.map(({ status }) => status)).toEqual(['EVALUATION', 'EVALUATION']);
    const events = await db.admin<{ n: string }>(
      `select count(*) as n from tendering.tender_event where tender_id = $1 and kind = 'CLOSED'`,
      [tender.id],
    );
    expect(events).toEqual([{ n: '2' }]);
    expect(codes(await open(await published(db, world)))).toEqual(['TenderStillOpen']);
  });

  it('go on with a round when the hub stood still around its deadline', async () => {
    const tender = await published(db, world);
    await db.admin(`insert into tendering.clock_beat (at) values (clock_timestamp() - interval '20 minutes')`);
    await db.admin(
      `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '10 minutes' where tender_id = $1`,
      [tender.id],
    );
    const now = success(await open(tender));
    expect(now).toMatchObject({ status: 'BIDDING', lots: [{ rounds: [{ rescheduled: 1, closedAt: null, bidsFrom: null }] }] });
    expect(now.lots[0]!.rounds[0]!.closesAt.getTime()).toBeGreaterThan(inHours(0.24).getTime());
    await bids(db, world.first, now, ['1', '1']);
    // With a clock that ran just after the deadline it closes, however late somebody asks.
    await db.admin(`insert into tendering.clock_beat (at) values (clock_timestamp() - interval '590 seconds')`);
    await db.admin(
      `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '10 minutes' where tender_id = $1`,
      [tender.id],
    );
    expect(success(await open(tender)).status).toBe('EVALUATION');
    await db.admin('delete from tendering.clock_beat');
  });
});

describe('openRound', () => {
  it('asks chosen bidders again; who is silent stands by his last bid', async () => {
    const tender = await published(db, world);
    await bids(db, world.first, tender, ['2', '2']);
    await bids(db, world.second, tender, ['3', '2']);
    const lotId = tender.lots[0]!.id;
    const next = (
      of: Tender,
      supplierIds: string[],
      given: { kind?: 'ROUND' | 'BEST_AND_FINAL'; closesAt?: Date; actor?: UserActor } = {},
    ) =>
      db.unitOfWork.run(given.actor ?? world.buyer, (work) =>
        openRound(work, {
          tenderId: of.id,
          lotId,
          expectedVersion: of.edits,
          kind: given.kind ?? 'BEST_AND_FINAL',
          closesAt: given.closesAt ?? inHours(24),
          supplierIds,
        }),
      );
    expect(codes(await next(tender, [world.first.orgId]))).toEqual(['RoundNotPossible']);
    const open = await closed(db, world, tender);
    expect(codes(await next(open, [world.stranger.orgId]))).toEqual(['BidderUnknown']);
    expect(codes(await next(open, [world.first.orgId], { closesAt: inHours(-1) }))).toEqual(['TenderClosesTooSoon']);
    await expect(next(open, [world.first.orgId], { actor: world.viewer })).rejects.toThrow(Forbidden);
    await expect(next(open, [world.first.orgId], { actor: world.stranger })).rejects.toThrow(NotFound);
    const both = await Promise.all([next(open, [world.second.orgId]), next(open, [world.second.orgId])]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const again = await asSeenBy(db, world.second, tender.id);
    expect(again).toMatchObject({ status: 'BIDDING', lots: [{ round: 2 }] });
    await bids(db, world.second, again, ['1.5', '2']);
    const lines = await linesSeenBy(db, world.first, again);
    expect(codes(await submit(world.first, again, bidOf(lines, ['1', '1'])))).toEqual(['NotAdmitted']);
    // The first round stays readable, the second is closed to the buyer until its own deadline.
    expect((await bidsSeenBy(db, world.buyer, tender)).map(({ round }) => round)).toEqual([1, 1]);
    const last = await closed(db, world, again);
    expect((await bidsSeenBy(db, world.buyer, tender)).map(({ round }) => round)).toEqual([1, 1, 2]);
    expect(codes(await next(last, [world.first.orgId], { kind: 'ROUND' }))).toEqual(['RoundNotPossible']);
  });
});
