import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound, Sentences } from '#libs/platform';
import {
  addDocument,
  amendmentsOf,
  answerQuestion,
  askQuestion,
  declineTender,
  documentsOf,
  invitationsOf,
  inviteSuppliers,
  questionsOf,
  type Tender,
  tellTender,
  tenderDocumentFile,
  withdrawBid,
} from '#libs/tendering';
import { codes, success } from '../factories/order.factory.js';
import { makeMember } from '../factories/organization.factory.js';
import {
  asSeenBy,
  bids,
  bidsSeenBy,
  closed,
  inHours,
  passed,
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

describe('questions', () => {
  const ask = (tender: Tender, actor = world.first) =>
    db.unitOfWork.run(actor, (work) => askQuestion(work, { tenderId: tender.id, text: 'Which alloy?' }));
  const answer = (questionId: string, actor = world.buyer) =>
    db.unitOfWork.run(actor, (work) => answerQuestion(work, { questionId, answer: 'Any of 7075.' }));
  const seen = async (tender: Tender, actor = world.first) =>
    (await db.unitOfWork.read(actor, (work) => questionsOf(work, [tender.id])))[0] ?? [];

  it('are asked without a name and answered to all, once', async () => {
    const tender = await published(db, world);
    const asked = success(await ask(tender));
    expect(asked).toMatchObject({ mine: true, inTime: true, answer: null });
    expect(await seen(tender, world.second)).toEqual([]);
    expect(await seen(tender, world.buyer)).toMatchObject([{ id: asked.id, body: 'Which alloy?', mine: false }]);
    await expect(answer(asked.id, world.viewer)).rejects.toThrow(Forbidden);
    await expect(answer(asked.id, world.second)).rejects.toThrow(Forbidden);
    await expect(answer(asked.id, world.stranger)).rejects.toThrow(NotFound);
    const both = await Promise.all([answer(asked.id), answer(asked.id)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['QuestionAnswered']);
    expect(await seen(tender, world.second)).toMatchObject([{ answer: 'Any of 7075.', mine: false }]);
    // Who asked stands in no row that the buyer reads.
    const rows = await db.unitOfWork.read(world.buyer, (work) => work.tx.query('select * from tendering.question_asker'));
    expect(rows).toEqual([]);
    expect(JSON.stringify(await seen(tender, world.buyer))).not.toContain(world.first.orgId);
    // Two days are left: nothing moves.
    expect((await asSeenBy(db, world.buyer, tender.id)).closesAt).toEqual(tender.closesAt);
  });

  it('in time push a near deadline once for each version', async () => {
    const tender = await published(db, world, { closesAt: inHours(2), questionsCloseAt: inHours(1) });
    const [first, second] = [success(await ask(tender)), success(await ask(tender, world.second))];
    success(await answer(first.id));
    const pushed = await asSeenBy(db, world.first, tender.id);
    expect(pushed.closesAt!.getTime()).toBeGreaterThan(inHours(23).getTime());
    await db.admin(`update tendering.lot_round set closes_at = clock_timestamp() + interval '1 hour' where tender_id = $1`, [
      tender.id,
    ]);
    await db.admin(
      `update tendering.tender set closes_at = clock_timestamp() + interval '1 hour', questions_close_at = now() where id = $1`,
      [tender.id],
    );
    success(await answer(second.id));
    expect((await asSeenBy(db, world.first, tender.id)).closesAt!.getTime()).toBeLessThan(inHours(2).getTime());
    const late = success(await ask(tender));
    expect(late.inTime).toBe(false);
    await expect(ask(tender, world.stranger)).rejects.toThrow(NotFound);
    await expect(
      db.unitOfWork.run(world.viewer, (work) => askQuestion(work, { tenderId: tender.id, text: 'x' })),
    ).rejects.toThrow(Forbidden);
    await expect(ask(tender, { ...world.buyer, permissions: world.stranger.permissions })).rejects.toThrow(NotFound);
    expect(
      codes(
        await db.unitOfWork.run(world.first, (work) =>
          askQuestion(work, { tenderId: tender.id, lotId: randomUUID(), text: 'x' }),
        ),
      ),
    ).toEqual(['TenderLotUnknown']);
    await passed(db, tender);
    expect(codes(await ask(tender))).toEqual(['QuestionsClosed']);
  });
});

describe('an answer between the deadlines of lots', () => {
  it('pushes those that are left, and not the one that has passed', async () => {
    const tender = await published(db, world, {
      lots: ['A', 'B', 'C'],
      lines: [1, 2, 3].map((lot) => ({ description: 'Bolt', quantity: '1', lot })),
      staggerMinutes: 60,
      closesAt: inHours(1),
    });
    const asked = success(
      await db.unitOfWork.run(world.first, (work) => askQuestion(work, { tenderId: tender.id, text: 'Size?' })),
    );
    await db.admin(`update tendering.tender set closes_at = closes_at - interval '90 minutes' where id = $1`, [tender.id]);
    await db.admin(
      `update tendering.lot_round set opens_at = opens_at - interval '2 hours', closes_at = closes_at - interval '90 minutes' where tender_id = $1`,
      [tender.id],
    );
    const dates = async (): Promise<number[]> =>
      (await asSeenBy(db, world.first, tender.id)).lots.map(({ rounds }) => rounds[0]!.closesAt.getTime());
    const before = await dates();
    success(await db.unitOfWork.run(world.buyer, (work) => answerQuestion(work, { questionId: asked.id, answer: 'M6' })));
    const after = await dates();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBeGreaterThan(inHours(23.9).getTime());
    expect(after[2]! - after[1]!).toBe(3_600_000);
    expect((await asSeenBy(db, world.first, tender.id)).closesAt?.getTime()).toBe(after[0]);
  });
});

describe('invitations', () => {
  const decline = (tender: Tender, actor = world.first) =>
    db.unitOfWork.run(actor, (work) => declineTender(work, { tenderId: tender.id, reason: 'No capacity' }));
  const declined = async (tender: Tender, actor = world.buyer) =>
    (await db.unitOfWork.read(actor, (work) => invitationsOf(work, [tender.id])))[0]
      ?.filter(({ declinedAt }) => declinedAt)
      .map(({ declineReason }) => declineReason);

  it('are declined with a reason, and taken up again by a bid', async () => {
    const tender = await published(db, world, { confidentiality: 'OPEN' });
    expect(success(await decline(tender)).status).toBe('BIDDING');
    expect(codes(await decline(tender))).toEqual(['NotInvited']);
    await expect(decline(tender, world.stranger)).rejects.toThrow(NotFound);
    await expect(decline(tender, world.viewer)).rejects.toThrow(Forbidden);
    expect(await declined(tender)).toEqual(['No capacity']);
    await bids(db, world.first, tender, ['1', '1']);
    expect(await declined(tender)).toEqual([]);
    expect(codes(await decline(tender))).toEqual(['BidStands']);
  });

  it('stay declined for the buyer of a timed tender until he may know of the bid', async () => {
    const tender = await published(db, world);
    success(await decline(tender));
    success(await decline(tender, world.second));
    await bids(db, world.first, tender, ['1', '1']);
    await bids(db, world.second, tender, ['1', '1']);
    expect(await declined(tender)).toEqual(['No capacity', 'No capacity']);
    expect(await declined(tender, world.first)).toEqual([]);
    // Who takes his bid back declines the letters again, and nothing changes for the buyer.
    const row = () =>
      db.admin('select * from tendering.invitation where tender_id = $1 and counterparty_id = $2', [
        tender.id,
        world.second.orgId,
      ]);
    const before = await row();
    const withdrawal = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 1 };
    success(await db.unitOfWork.run(world.second, (work) => withdrawBid(work, withdrawal)));
    success(await decline(tender, world.second));
    expect(await row()).toEqual(before);
    expect(codes(await decline(tender, world.second))).toEqual(['NotInvited']);
    await closed(db, world, tender);
    expect(await declined(tender)).toEqual(['No capacity']);
    expect(await declined(tender, world.second)).toEqual(['No capacity']);
  });

  it('reach active suppliers only, while bids are taken', async () => {
    const tender = await published(db, world, {}, [world.first]);
    const invite = (supplierIds: string[], actor = world.buyer) =>
      db.unitOfWork.run(actor, (work) => inviteSuppliers(work, { tenderId: tender.id, supplierIds }));
    expect(codes(await invite([world.buyer.orgId, randomUUID()]))).toEqual(['SupplierNotInvitable', 'SupplierNotInvitable']);
    await expect(invite([world.second.orgId], world.viewer)).rejects.toThrow(Forbidden);
    await expect(invite([world.second.orgId], world.stranger)).rejects.toThrow(NotFound);
    await expect(asSeenBy(db, world.second, tender.id)).rejects.toThrow(NotFound);
    await Promise.all([invite([world.second.orgId]), invite([world.second.orgId, world.first.orgId])]);
    expect(await asSeenBy(db, world.second, tender.id)).toMatchObject({ id: tender.id });
    await passed(db, tender);
    expect(codes(await invite([world.stranger.orgId]))).toEqual(['TenderNotOpen']);
  });
});

describe('documents and letters', () => {
  it('go by the hash of their content to whom the tender asks', async () => {
    const tender = await published(db, world);
    const sha256 = 'ab'.repeat(32);
    const [file] = await db.admin<{ id: string }>(
      `insert into platform.file (org_id, sha256, size, media_type, name, path) values ($1, $2, 5, 'application/pdf', 'drawing.pdf', $2) returning id`,
      [world.buyer.orgId, sha256],
    );
    const add = (fileId: string, actor = world.buyer) =>
      db.unitOfWork.run(actor, (work) => addDocument(work, { tenderId: tender.id, fileId, title: 'Drawing' }));
    expect(codes(await add(randomUUID()))).toEqual(['FileUnknown']);
    await expect(add(file!.id, world.viewer)).rejects.toThrow(Forbidden);
    await expect(add(file!.id, world.stranger)).rejects.toThrow(NotFound);
    success(await add(file!.id));
    const [documents = []] = await db.unitOfWork.read(world.second, (work) => documentsOf(work, [tender.id]));
    expect(documents).toMatchObject([{ title: 'Drawing', sha256, version: 2 }]);
    const bytesFor = (actor = world.second) => db.unitOfWork.read(actor, (work) => tenderDocumentFile(work, documents[0]!.id));
    expect(await bytesFor()).toMatchObject({ sha256 });
    expect(await bytesFor(world.stranger)).toBeUndefined();
    await expect(bytesFor(world.viewer)).rejects.toThrow(Forbidden);
    await passed(db, tender);
    expect(codes(await add(file!.id))).toEqual(['TenderNotOpen']);
  });

  it('amend a published tender: bids wait for confirmation and a near deadline is pushed', async () => {
    const tender = await published(db, world, { closesAt: inHours(2) });
    await bids(db, world.first, tender, ['1', '1']);
    const [file] = await db.admin<{ id: string }>(
      `insert into platform.file (org_id, sha256, size, media_type, name, path) values ($1, $2, 5, 'application/pdf', 'rev-c.pdf', $2) returning id`,
      [world.buyer.orgId, 'cd'.repeat(32)],
    );
    const add = () =>
      db.unitOfWork.run(world.buyer, (work) => addDocument(work, { tenderId: tender.id, fileId: file!.id, title: 'Revision C' }));
    const both = await Promise.all([add(), add()]);
    expect(both.map((result) => success(result).version).sort()).toEqual([2, 3]);
    const now = await asSeenBy(db, world.first, tender.id);
    expect(now).toMatchObject({ version: 3, lots: [{ confirmFrom: 3 }] });
    expect(now.closesAt!.getTime()).toBeGreaterThan(inHours(23).getTime());
    expect((await bidsSeenBy(db, world.first, tender))[0]).toMatchObject({ counts: false });
    const [versions = []] = await db.unitOfWork.read(world.first, (work) => amendmentsOf(work, [tender.id]));
    expect(versions[1]).toMatchObject({ reason: 'Revision C', changes: ['document added: Revision C'], confirm: true });
    // One letter for the publication, one for each amendment; none besides for the document.
    const jobs = await db.admin<{ kind: string }>(
      `select payload ->> 'kind' as kind from graphile_worker._private_jobs where payload ->> 'id' = $1 and payload ->> 'orgId' = $2 order by id`,
      [tender.id, world.first.orgId],
    );
    expect(jobs.map(({ kind }) => kind)).toEqual(['INVITED', 'AMENDED', 'AMENDED']);
  });

  it('are written to the people who bid, in their language, and to nobody whom it does not ask', async () => {
    const tender = await published(db, world, { title: 'Rivets' });
    await makeMember(
      db,
      { id: world.first.orgId, roles: ['SUPPLIER'] },
      { permissions: ['bid:submit'], locale: 'zh-CN', name: 'Li' },
    );
    const letters = { sentences: Sentences.load(), address: { url: 'https://hub.example.test' } };
    const tell = (actor = world.first) =>
      db.unitOfWork.run(actor, (work) => tellTender(work, { id: tender.id, kind: 'INVITED', letters }));
    expect(await tell()).toBe(1);
    expect(await tell(world.stranger)).toBe(0);
    const [mail] = await db.admin<{ subject: string; text: string }>(
      `select subject, text from platform.mail where subject ~ $1`,
      [tender.number],
    );
    expect(mail?.subject).toBe(`招标 ${tender.number}：邀请贵方投标`);
    expect(mail?.text).toContain(`https://hub.example.test/tenders/${tender.id}`);
    // Who may only prepare tenders cannot decide challenges.
    const at = { id: world.buyer.orgId, roles: ['BUYER' as const] };
    await makeMember(db, at, { permissions: ['tender:manage'] });
    await makeMember(db, at, { permissions: ['tender:award'] });
    await makeMember(db, at, { permissions: ['tender:award'] });
    const told = (kind: 'CHALLENGED' | 'AWARD_FAILED' | 'ASKED') =>
      db.unitOfWork.run(world.buyer, (work) => tellTender(work, { id: tender.id, kind, letters }));
    expect([await told('CHALLENGED'), await told('AWARD_FAILED'), await told('ASKED')]).toEqual([2, 2, 1]);
    // The publication has started one letter for each of the invited.
    const jobs = await db.admin<{ org: string }>(
      `select payload ->> 'orgId' as org from graphile_worker._private_jobs where payload ->> 'id' = $1`,
      [tender.id],
    );
    expect(jobs.map(({ org }) => org).sort()).toEqual([world.first.orgId, world.second.orgId].sort());
  });
});
