import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  awardTender,
  committeeSheet,
  declareInterests,
  evaluateTender,
  givePoints,
  judgedLots,
  type Tender,
} from '#libs/tendering';
import { codes, memberOf, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  givesPoints,
  onceKey,
  published,
  type TenderWorld,
  tenderRights,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
let colleague: UserActor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
  colleague = memberOf(world.buyer.orgId, tenderRights);
});
afterAll(() => db.close());

const criteria = [
  { id: 'q', kind: 'SCORED' as const, weight: '1', scoreMax: '10' },
  { id: 'iso', kind: 'MANDATORY' as const },
];
const lines = [{ description: 'Bolt', quantity: '1' }];
const weighted = { formula: { kind: 'RELATIVE_LOW_BID' as const, weights: { quality: '0.5', price: '0.5' } }, criteria, lines };
const passed = { bid: { answers: { iso: { passed: true } } } };

async function scored(): Promise<{ tender: Tender; lotId: string; first: string; second: string }> {
  const tender = await published(db, world, weighted);
  const first = await bids(db, world.first, tender, ['10'], passed);
  const second = await bids(db, world.second, tender, ['10'], passed);
  const open = await closed(db, world, tender);
  return { tender: open, lotId: open.lots[0]!.id, first: first.bidId, second: second.bidId };
}
const declare = (actor: UserActor, tender: Tender, hasConflict: boolean) =>
  db.unitOfWork.run(actor, (work) => declareInterests(work, { tenderId: tender.id, hasConflict }));
const sheetSeenBy = (actor: UserActor, tender: Tender) => db.unitOfWork.read(actor, (work) => committeeSheet(work, tender.id));
const ranking = async (tender: Tender) => {
  const [lot] = await db.unitOfWork.read(world.buyer, async (work) =>
    judgedLots(work, await asSeenBy(db, world.buyer, tender.id)),
  );
  return { ranked: lot!.evaluation.ranking.map(({ bid }) => bid.bidId), refused: lot!.evaluation.refused };
};

describe('declareInterests and givePoints', () => {
  it('count the mean of all members without a conflict, and nothing before a word about interests', async () => {
    const { tender, lotId, first, second } = await scored();
    const scores = [{ bidId: first, criterionId: 'q', score: '10' }];
    const give = (actor: UserActor, given: object[] = scores) =>
      db.unitOfWork.run(actor, (work) => givePoints(work, { tenderId: tender.id, lotId, scores: given as typeof scores }));
    expect(codes(await give(world.buyer))).toEqual(['InterestsNotDeclared']);
    success(await declare(colleague, tender, true));
    expect(codes(await give(colleague))).toEqual(['ScorerHasConflict']);
    await givesPoints(db, world.buyer, tender, [
      [first, 'q', '4'],
      [second, 'q', '6'],
    ]);
    expect((await ranking(tender)).ranked).toEqual([second, first]);
    // A second member without a conflict: the means are 7 and 6.
    await givesPoints(db, colleague, tender, [
      [first, 'q', '10'],
      [second, 'q', '6'],
    ]);
    expect((await ranking(tender)).ranked).toEqual([first, second]);
    // With a conflict that shows later his points count no more; they stay written.
    success(await declare(colleague, tender, true));
    expect((await ranking(tender)).ranked).toEqual([second, first]);
    expect((await sheetSeenBy(world.buyer, tender)).scores).toHaveLength(4);
    expect(await sheetSeenBy(world.first, tender)).toEqual({ declarations: [], scores: [] });
  });

  it('overrule the word of a bidder about a mandatory requirement', async () => {
    const { tender, lotId, first, second } = await scored();
    await givesPoints(db, world.buyer, tender, [
      [first, 'q', '10'],
      [second, 'q', '1'],
    ]);
    expect((await ranking(tender)).ranked).toEqual([first, second]);
    const verdict = { bidId: first, criterionId: 'iso', passed: false, note: 'The certificate has expired' };
    success(await db.unitOfWork.run(world.buyer, (work) => givePoints(work, { tenderId: tender.id, lotId, scores: [verdict] })));
    expect(await ranking(tender)).toEqual({
      ranked: [second],
      refused: [{ bidId: first, reasons: [{ reason: 'MANDATORY_NOT_MET', criterionId: 'iso' }] }],
    });
  });

  it('refuse what fits no bid or criterion, whoever may not, and stages without open bids', async () => {
    const { tender, lotId, first, second } = await scored();
    success(await declare(world.buyer, tender, false));
    const give = (
      scores: { bidId: string; criterionId: string; score?: string; passed?: boolean }[],
      actor = world.buyer,
      lot = lotId,
    ) => db.unitOfWork.run(actor, (work) => givePoints(work, { tenderId: tender.id, lotId: lot, scores }));
    const wrong = [
      { bidId: first, criterionId: 'q', score: '10.1' },
      { bidId: first, criterionId: 'iso', score: '1' },
      { bidId: lotId, criterionId: 'q', score: '1' },
      { bidId: second, criterionId: 'none', score: '1' },
      { bidId: second, criterionId: 'q', score: '1' },
      { bidId: second, criterionId: 'q', score: '2' },
    ];
    const refused = await give(wrong);
    expect(refused.ok ? [] : refused.errors.map(({ code, path }) => [code, path[1]])).toEqual(
      ['0', '1', '2', '3', '5'].map((i) => ['ScoreNotFitting', i]),
    );
    expect((await sheetSeenBy(world.buyer, tender)).scores).toEqual([]);
    const good = [{ bidId: first, criterionId: 'q', score: '1' }];
    expect(codes(await give(good, world.buyer, first))).toEqual(['TenderLotUnknown']);
    await expect(give(good, world.viewer)).rejects.toThrow(Forbidden);
    await expect(give(good, world.stranger)).rejects.toThrow(NotFound);
    await expect(declare(world.stranger, tender, false)).rejects.toThrow(NotFound);
    await expect(declare(world.viewer, tender, false)).rejects.toThrow(Forbidden);
    const both = await Promise.all([give(good), give([{ ...good[0]!, score: '2' }])]);
    expect(both.flatMap((result) => codes(result))).toEqual([]);
    expect((await sheetSeenBy(world.buyer, tender)).scores).toHaveLength(1);
    const early = await published(db, world, weighted);
    success(await declare(world.buyer, early, false));
    expect(
      codes(
        await db.unitOfWork.run(world.buyer, (work) =>
          givePoints(work, { tenderId: early.id, lotId: early.lots[0]!.id, scores: good }),
        ),
      ),
    ).toEqual(['BidsNotOpen']);
    const none = { lotId, mode: 'NONE' as const, reason: 'Nobody' };
    const { edits } = await asSeenBy(db, world.buyer, tender.id);
    const late = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: tender.edits, lots: [none] };
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => awardTender(work, late)))).toEqual(['VersionConflict']);
    const step = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: edits, lots: [none] };
    success(await db.unitOfWork.run(world.buyer, (work) => awardTender(work, step)));
    expect(codes(await declare(world.buyer, tender, true))).toEqual(['TenderNotOpen']);
  });

  it('are part of the text that is kept', async () => {
    const { tender, first, second } = await scored();
    await givesPoints(db, world.buyer, tender, [
      [first, 'q', '4'],
      [second, 'q', '6'],
    ]);
    const [kept] = success(await db.unitOfWork.run(world.buyer, (work) => evaluateTender(work, { tenderId: tender.id })));
    expect(JSON.parse(kept!.body)).toMatchObject({
      declarations: [{ member: world.buyer.memberId, hasConflict: false }],
      scores: [first, second].sort().map((bid) => ({ bid, criterion: 'q', score: bid === first ? '4' : '6' })),
    });
  });
});
