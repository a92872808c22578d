import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, NotFound, type UserActor } from '#libs/platform';
import {
  amendTender,
  answerQuestion,
  askQuestion,
  awardTender,
  cancelAward,
  cancelTender,
  draftTender,
  inviteSuppliers,
  noticesOf,
  openRound,
  publishTender,
  type Release,
  releaseNotice,
  type Tender,
  type TenderInput,
} from '#libs/tendering';
import { writeRelease } from '../../libs/exchange/src/notice/release-document.js';
import { plantOffer, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  closed,
  drafted,
  inHours,
  onceKey,
  published,
  type TenderWorld,
  tenderWorld,
  usualTender,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const open = (override: Partial<TenderInput> = {}): Promise<Tender> =>
  published(db, world, { procedure: 'OPEN', isPublic: true, ...override }, []);
const release = ({ id }: Pick<Tender, 'id'>, actor: UserActor = world.buyer): Promise<Release | undefined> =>
  db.unitOfWork.run(actor, (work) => releaseNotice(work, { tenderId: id, ocidPrefix: 'ocds-test', write: writeRelease }));
const tagsAfter = async (tender: Tender): Promise<string[] | undefined> => (await release(tender))?.tags;
const notices = ({ id }: Tender) => db.unitOfWork.guest((work) => noticesOf(work, `ocds-test-${id}`));
const moves = async ({ id }: Tender): Promise<number> =>
  (
    await db.admin<{ n: number }>(
      `select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tendering.note-move' and j.payload ->> 'id' = $1`,
      [id],
    )
  )[0]!.n;

describe('a draft', () => {
  it('is public only with an open procedure, and is so until it is published', async () => {
    const draft = (tender: TenderInput) => db.unitOfWork.run(world.buyer, (work) => draftTender(work, { tender }));
    await expect(draft(usualTender({ isPublic: true }))).rejects.toThrow(BadInput);
    const ready = success(await draft(usualTender({ isPublic: true, procedure: 'OPEN' })));
    expect(ready.isPublic).toBe(true);
    expect((await drafted(db, world)).isPublic).toBe(false);
    expect(await release(ready)).toBeUndefined();
    expect(await moves(ready)).toBe(0);
    success(
      await db.unitOfWork.run(world.buyer, (work) => publishTender(work, { tenderId: ready.id, expectedVersion: ready.edits })),
    );
    expect((await asSeenBy(db, world.stranger, ready.id)).isPublic).toBe(true);
    expect(await moves(ready)).toBe(1);
    await expect(db.admin(`update tendering.tender set procedure = 'SELECTIVE' where id = $1`, [ready.id])).rejects.toThrow(
      'tender_public_check',
    );
  });
});

describe('releaseNotice', () => {
  it('tells every public state once, from the call to the contract and back', async () => {
    const offer = await plantOffer(db, world.first.orgId, { stock: '1000' });
    const tender = await open({ lines: [{ partId: offer.partId, quantity: '100' }], confidentiality: 'TIMED' });
    const tenderId = tender.id;
    expect(await tagsAfter(tender)).toEqual(['tender']);
    expect(await release(tender)).toBeUndefined();

    const { edits } = await asSeenBy(db, world.buyer, tenderId);
    const later = { tenderId, expectedVersion: edits, reason: 'More time', closesAt: inHours(96) };
    success(await db.unitOfWork.run(world.buyer, (work) => amendTender(work, later)));
    expect(await tagsAfter(tender)).toEqual(['tenderUpdate']);
    const asked = success(await db.unitOfWork.run(world.first, (work) => askQuestion(work, { tenderId, text: 'Which alloy?' })));
    expect(await release(tender)).toBeUndefined();
    success(await db.unitOfWork.run(world.buyer, (work) => answerQuestion(work, { questionId: asked.id, answer: 'Any' })));
    expect(await tagsAfter(tender)).toEqual(['tenderUpdate']);
    const invited = { tenderId, supplierIds: [world.second.orgId] };
    success(await db.unitOfWork.run(world.buyer, (work) => inviteSuppliers(work, invited)));
    expect(await release(tender)).toBeUndefined();

    const bid = await bids(db, world.first, tender, ['3']);
    await bids(db, world.second, tender, ['4']);
    expect(await release(tender)).toBeUndefined();
    const done = await closed(db, world, tender);
    const counted = await release(tender);
    expect([counted?.tags, counted?.tender.bids]).toEqual([['tenderUpdate'], { bidders: 2, bids: 2 }]);

    const lots = [{ lotId: done.lots[0]!.id, mode: 'LOT' as const, bidId: bid.bidId }];
    const award = { idempotencyKey: onceKey(), tenderId, expectedVersion: done.edits, lots, makes: 'ORDERS' as const };
    success(await db.unitOfWork.run(world.buyer, (work) => awardTender(work, { ...award, shipToSiteId: world.siteId })));
    const awarded = await release(tender);
    expect(awarded?.tags).toEqual(['tenderUpdate', 'award', 'contract']);
    expect(awarded?.tender.awards).toMatchObject([
      { amount: '300.00', currency: 'USD', supplier: { id: world.first.orgId }, contract: { kind: 'ORDER' }, cancelled: false },
    ]);
    expect(awarded?.tender.status).toBe('COMPLETE');

    const back = { awardId: awarded!.tender.awards[0]!.id, reason: 'KESTREL they went bankrupt' };
    success(await db.unitOfWork.run(world.buyer, (work) => cancelAward(work, back)));
    expect(await tagsAfter(tender)).toEqual(['tenderUpdate', 'awardCancellation', 'contractTermination']);
    success(await db.unitOfWork.run(world.buyer, (work) => cancelTender(work, { tenderId, reason: 'KESTREL over' })));
    const over = await release(tender);
    expect([over?.tags, over?.tender.status]).toEqual([['tenderCancellation'], 'CANCELLED']);

    const all = await notices(tender);
    expect(all.map(({ releaseId }) => releaseId)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `ocds-test-${tenderId}-00${n}`));
    expect(all.map(({ releasedAt }) => releasedAt.getTime())).toEqual(all.map(({ releasedAt }) => releasedAt.getTime()).sort());
    expect(all.map(({ body }) => body).join()).not.toMatch(/KESTREL/);
  });

  it('says at once what happened while nobody looked', async () => {
    const tender = await open();
    const bid = await bids(db, world.first, tender, ['1', '1']);
    const done = await closed(db, world, tender);
    const lots = [{ lotId: done.lots[0]!.id, mode: 'LOT' as const, bidId: bid.bidId }];
    const award = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: done.edits, lots };
    success(await db.unitOfWork.run(world.buyer, (work) => awardTender(work, award)));
    expect(await tagsAfter(tender)).toEqual(['tender', 'award']);
  });

  it('counts bids when those of every lot are open, and tells no further round', async () => {
    const lots = ['One', 'Two'];
    const lines = [
      { description: 'A', quantity: '1' },
      { description: 'B', quantity: '1', lot: 2 },
    ];
    const tender = await open({ lots, lines, staggerMinutes: 60 });
    await bids(db, world.first, tender, ['1']);
    await bids(db, world.second, tender, ['1']);
    await bids(db, world.second, tender, ['1'], { lot: 1 });
    const first = await release(tender);
    expect(new Set(first?.tender.lots.map(({ closesAt }) => closesAt)).size).toBe(2);
    expect(first?.tender.closesAt).toBe(first?.tender.lots[1]?.closesAt);
    const done = await closed(db, world, tender);
    const counted = await release(tender);
    expect(counted?.tender.bids).toEqual({ bidders: 2, bids: 3 });
    const further = {
      ...{ tenderId: tender.id, lotId: done.lots[0]!.id, expectedVersion: done.edits, kind: 'BEST_AND_FINAL' as const },
      ...{ closesAt: inHours(5), supplierIds: [world.first.orgId] },
    };
    success(await db.unitOfWork.run(world.buyer, (work) => openRound(work, further)));
    expect(await release(tender)).toBeUndefined();
  });

  it('is for its buyer, and for tenders that are public', async () => {
    const tender = await open();
    for (const actor of [world.first, world.stranger]) await expect(release(tender, actor)).rejects.toThrow(NotFound);
    expect(await notices(tender)).toEqual([]);
    const closedOne = await published(db, world, { procedure: 'OPEN' }, []);
    expect(await release(closedOne)).toBeUndefined();
    expect(await moves(closedOne)).toBe(0);
    const forged = JSON.stringify({ tenderId: closedOne.id });
    const [answer] = await db.unitOfWork.run(world.buyer, async (work) =>
      work.tx.query('select tendering.release_notice($1) as outcome', [forged]),
    );
    expect(answer).toEqual({ outcome: 'NOT_PUBLIC' });
    await expect(
      db.unitOfWork.run(world.buyer, (work) => work.tx.query(`update tendering.notice set body = '{}'`)),
    ).rejects.toThrow('permission denied');
    expect(await notices(tender)).toEqual([]);
  });

  it('releases a state once for many callers at once, in one order over all tenders', async () => {
    const tenders = await Promise.all([open(), open(), open()]);
    const all = await Promise.all([...tenders, ...tenders, ...tenders].map((tender) => release(tender)));
    const said = all.filter((one) => one !== undefined);
    expect(said.map(({ releaseId }) => releaseId).sort()).toEqual(tenders.map(({ id }) => `ocds-test-${id}-001`).sort());
    expect(new Set(said.map(({ releasedAt }) => releasedAt)).size).toBe(3);
    const rows = await db.admin<{ n: number; moments: number }>(
      'select count(*)::int as n, count(distinct released_at)::int as moments from tendering.notice',
    );
    expect(rows[0]?.moments).toBe(rows[0]?.n);
  });

  it('releases nothing that cannot be written', async () => {
    const tender = await open();
    const failing = () => {
      throw new Error('no words');
    };
    await expect(
      db.unitOfWork.run(world.buyer, (work) =>
        releaseNotice(work, { tenderId: tender.id, ocidPrefix: 'ocds-test', write: failing }),
      ),
    ).rejects.toThrow('no words');
    expect(await notices(tender)).toEqual([]);
    expect(await tagsAfter(tender)).toEqual(['tender']);
  });

  it('leaves nothing of an attempt that was killed, and is told by the next one', async () => {
    const tender = await open();
    const kill = (): Promise<void> =>
      db.unitOfWork.run(world.buyer, async (work) => {
        await releaseNotice(work, { tenderId: tender.id, ocidPrefix: 'ocds-test', write: writeRelease });
        await work.tx.query('select pg_terminate_backend(pg_backend_pid())');
      });
    for (let i = 0; i < 3; i++) await expect(kill()).rejects.toThrow();
    expect(await notices(tender)).toEqual([]);
    expect((await Promise.all([release(tender), release(tender)])).flatMap((one) => one?.releaseId ?? [])).toEqual([
      `ocds-test-${tender.id}-001`,
    ]);
  });

  it('keeps the id under which a tender is known when the prefix is another one', async () => {
    const tender = await open();
    await release(tender);
    success(await db.unitOfWork.run(world.buyer, (work) => cancelTender(work, { tenderId: tender.id, reason: 'Over' })));
    const again = await db.unitOfWork.run(world.buyer, (work) =>
      releaseNotice(work, { tenderId: tender.id, ocidPrefix: 'ocds-other', write: writeRelease }),
    );
    expect(again?.ocid).toBe(`ocds-test-${tender.id}`);
  });
});
