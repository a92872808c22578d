import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, type UserActor } from '#libs/platform';
import {
  addDocument,
  amendTender,
  askQuestion,
  changeTender,
  confirmBid,
  draftTender,
  inviteSuppliers,
  publishTender,
  submitBid,
  type Tender,
  withdrawBid,
} from '#libs/tendering';
import { codes, success } from '../factories/order.factory.js';
import {
  asSeenBy,
  bidOf,
  bids,
  drafted,
  linesSeenBy,
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

const step = (tender: Tender) => ({ tenderId: tender.id, expectedVersion: tender.edits });

describe('what may be had of a tender', () => {
  it('is 50 questions of one organisation, also when two are asked at once', async () => {
    const tender = await published(db, world);
    const ask = (actor = world.first) =>
      db.unitOfWork.run(actor, (work) => askQuestion(work, { tenderId: tender.id, text: 'Which alloy?' }));
    await db.admin(
      `insert into tendering.question_asker (org_id, question_id, tender_org, tender_id) select $1, gen_random_uuid(), $2, $3 from generate_series(1, 49)`,
      [world.first.orgId, world.buyer.orgId, tender.id],
    );
    const both = await Promise.all([ask(), ask()]);
    expect(both.flatMap((result) => (result.ok ? [] : result.errors))).toEqual([
      { code: 'TooManyQuestions', path: ['tenderId'], values: { most: 50 } },
    ]);
    const [kept] = await db.admin<{ n: number }>('select count(*)::integer as n from tendering.question where tender_id = $1', [
      tender.id,
    ]);
    expect(kept?.n).toBe(1);
    success(await ask(world.second));
    expect(codes(await ask())).toEqual(['TooManyQuestions']);
  });

  it('is 500 invitations, and one for a single source', async () => {
    const tender = await published(db, world, {}, [world.first]);
    const invite = (of: Tender, supplierIds: string[]) =>
      db.unitOfWork.run(world.buyer, (work) => inviteSuppliers(work, { tenderId: of.id, supplierIds }));
    await db.admin(
      `with planted as (insert into organizations.organization (id, name, roles, country, currency)
         select gen_random_uuid(), 'Supplier ' || n, '{SUPPLIER}', 'US', 'USD' from generate_series(1, 498) as n returning id)
       insert into tendering.invitation (org_id, tender_id, counterparty_id, invited_at) select $1, $2, p.id, now() from planted p`,
      [world.buyer.orgId, tender.id],
    );
    const both = await Promise.all([invite(tender, [world.second.orgId]), invite(tender, [world.stranger.orgId])]);
    expect(both.flatMap((result) => (result.ok ? [] : result.errors))).toEqual([
      { code: 'TooManyInvitations', path: ['supplierIds'], values: { invited: 501, most: 500 } },
    ]);
    // Who is invited already takes no place.
    success(await invite(tender, [world.first.orgId]));
    const single = { procedure: 'SINGLE_SOURCE', singleReason: 'Licence' } as const;
    const chosen = await published(db, world, single, [world.first]);
    expect(codes(await invite(chosen, [world.first.orgId, world.second.orgId]))).toEqual(['SingleSourceTaken']);
    success(await invite(chosen, [world.first.orgId]));
    expect((await db.admin('select 1 from tendering.invitation where tender_id = $1', [chosen.id])).length).toBe(1);
    const open = await drafted(db, world, single);
    success(await invite(open, [world.first.orgId, world.second.orgId]));
  });

  it('is 100 documents', async () => {
    const tender = await drafted(db, world);
    await db.admin(
      `insert into tendering.tender_document (org_id, tender_id, id, shown, title, name, sha256, size, media_type, version, added_at)
         select $1, $2, gen_random_uuid(), 'DRAFT', 'D', 'd.pdf', repeat('a', 64), 1, 'application/pdf', 0, now() from generate_series(1, 99)`,
      [world.buyer.orgId, tender.id],
    );
    const [file] = await db.admin<{ id: string }>(
      `insert into platform.file (org_id, sha256, size, media_type, name, path) values ($1, $2, 5, 'application/pdf', 'a.pdf', $2) returning id`,
      [world.buyer.orgId, 'ab'.repeat(32)],
    );
    const add = () =>
      db.unitOfWork.run(world.buyer, (work) => addDocument(work, { tenderId: tender.id, fileId: file!.id, title: 'x' }));
    const both = await Promise.all([add(), add()]);
    expect(both.flatMap((result) => codes(result))).toEqual(['TooManyDocuments']);
  });

  it('is 100 versions of a bid in a round; the last one may be confirmed and withdrawn', async () => {
    const tender = await published(db, world);
    const receipt = await bids(db, world.first, tender, ['1', '1']);
    for (const table of ['bid', 'bid_version', 'bid_receipt']) {
      await db.admin(`set session_replication_role = replica`);
      await db.admin(`update tendering.${table} set seq = 99 where ${table === 'bid' ? 'id' : 'bid_id'} = $1`, [receipt.bidId]);
      await db.admin(`set session_replication_role = origin`);
    }
    await bids(db, world.first, tender, ['0.9', '1'], { expectedVersion: 99 });
    const which = { tenderId: tender.id, lotId: tender.lots[0]!.id };
    const lines = await linesSeenBy(db, world.first, tender);
    const more = await db.unitOfWork.run(world.first, (work) =>
      submitBid(work, { ...which, expectedVersion: 100, tenderVersion: 1, bid: bidOf(lines, ['0.8', '1']) }),
    );
    expect(more).toEqual({ ok: false, errors: [{ code: 'TooManyBidVersions', path: ['lotId'], values: { most: 100 } }] });
    const versions = () => db.admin('select 1 from tendering.bid_version where bid_id = $1', [receipt.bidId]);
    expect(await versions()).toHaveLength(2);
    const confirmed = await db.unitOfWork.run(world.first, (work) =>
      confirmBid(work, { ...which, expectedVersion: 100, tenderVersion: 1 }),
    );
    expect(success(confirmed).seq).toBe(101);
    expect(
      success(await db.unitOfWork.run(world.first, (work) => withdrawBid(work, { ...which, expectedVersion: 101 }))).seq,
    ).toBe(102);
  });

  it('is 50 answers and options', async () => {
    const tender = await published(db, world);
    const named = <T>(value: T) => Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`c${i}`, value]));
    const bid = bidOf(await linesSeenBy(db, world.first, tender), ['1', '1'], { answers: named({ passed: true }) });
    const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: 0, tenderVersion: 1 };
    await expect(db.unitOfWork.run(world.first, (work) => submitBid(work, { ...which, bid }))).rejects.toThrow(BadInput);
    await expect(drafted(db, world, { criteria: [{ id: 'c', kind: 'FEATURE', options: named('0.1') }] })).rejects.toThrow(
      BadInput,
    );
  });
});

describe('lines', () => {
  const amend = (tender: Tender, given: Partial<Parameters<typeof amendTender>[1]>, actor: UserActor = world.buyer) =>
    db.unitOfWork.run(actor, (work) => amendTender(work, { ...step(tender), reason: 'More', ...given }));

  it('counts lines that were dropped among the most that a tender has', async () => {
    const lines = Array.from({ length: 499 }, (_, i) => ({ description: `Bolt ${i}`, quantity: '1' }));
    const tender = await published(db, world, { lines });
    const [first] = await linesSeenBy(db, world.buyer, tender);
    const lotId = tender.lots[0]!.id;
    const line = (description: string) => ({ lotId, description, quantity: '1' });
    const full = success(await amend(tender, { addLines: [line('One more')], dropLineIds: [first!.id] }));
    expect(codes(await amend(full, { addLines: [line('And another')] }))).toEqual(['TenderTooLong']);
  });

  it('of a file that are too long are named, not a fault of the hub', async () => {
    const csv = `AN3-10;5\nAN3-11;5;${'M'.repeat(1993)}\nAN3-12;5;${'M'.repeat(1994)}`;
    const made = await db.unitOfWork.run(world.buyer, (work) => draftTender(work, { tender: usualTender({ lines: [] }), csv }));
    expect(made.ok ? [] : made.errors.map(({ code, path }) => [code, path])).toEqual([
      ['TenderFileLineUnreadable', ['csv', '3']],
    ]);
  });

  it('that an amendment names twice are refused', async () => {
    const tender = await published(db, world);
    const [bolt] = await linesSeenBy(db, world.buyer, tender);
    const changeLines = ['150', '160'].map((quantity) => ({ lineId: bolt!.id, quantity }));
    await expect(amend(tender, { changeLines })).rejects.toThrow(BadInput);
    expect((await asSeenBy(db, world.buyer, tender.id)).version).toBe(1);
  });

  it('that an amendment adds have the place of the tender and numbers of their own', async () => {
    const tender = await published(db, world, { shipToSiteId: world.siteId });
    const [lot] = tender.lots;
    const line = { lotId: lot!.id, description: 'Nut', quantity: '5' };
    const now = success(await amend(tender, { addLines: [{ ...line, number: '30' }, line, { ...line, number: '50' }, line] }));
    const lines = await linesSeenBy(db, world.first, now);
    expect(lines.map(({ number }) => number)).toEqual(['10', '20', '30', '40', '50', '60']);
    expect(lines.map(({ shipTo }) => shipTo?.['code'])).toEqual(Array(6).fill('HAM'));
    const dropped = success(await amend(now, { dropLineIds: [lines[3]!.id] }));
    expect(codes(await amend(dropped, { addLines: [{ ...line, number: '40' }] }))).toEqual(['TenderLineNumberTaken']);
    const again = success(await amend(dropped, { addLines: [line] }));
    expect((await linesSeenBy(db, world.first, again)).at(-1)?.number).toBe('70');
    const twice = db.admin(`update tendering.tender_line set number = '10' where tender_id = $1`, [tender.id]);
    await expect(twice).rejects.toThrow('tender_line_number');
  });
});

describe('a draft that was called off', () => {
  it('is neither changed nor published by whoever asks', async () => {
    const tender = await drafted(db, world);
    await db.admin(`update tendering.tender set cancelled_at = now() where id = $1`, [tender.id]);
    const change = { ...step(tender), tender: usualTender({ title: 'Other' }) };
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => changeTender(work, change)))).toEqual(['TenderNotDraft']);
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => publishTender(work, step(tender))))).toEqual(['TenderNotDraft']);
    const [answer] = await db.unitOfWork.run(world.buyer, (work) =>
      work.tx.query('select tendering.publish_tender($1) as said', [
        JSON.stringify({ id: tender.id, expectedEdits: tender.edits }),
      ]),
    );
    expect(answer.said).toBe('NOT_DRAFT');
    expect(await asSeenBy(db, world.buyer, tender.id)).toMatchObject({ title: 'Fasteners', status: 'CANCELLED' });
  });
});
