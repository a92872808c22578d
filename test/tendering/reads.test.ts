import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, type UserActor } from '#libs/platform';
import {
  amendmentsOf,
  bidsOfTenders,
  documentsOf,
  linesOf,
  listTenders,
  questionsOf,
  receiptsOfTenders,
  type Tender,
  tenderDocumentFile,
  tenderEventsOf,
} from '#libs/tendering';
import { memberOf, plantOrganization } from '../factories/order.factory.js';
import {
  asSeenBy,
  bids,
  bidsSeenBy,
  closed,
  drafted,
  published,
  type TenderWorld,
  tenderRights,
  tenderWorld,
} from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { plansOf } from '../support/plans-of.js';

let db: FreshDatabase;
let world: TenderWorld;
/** One of those who have put up 12,000 open tenders of sixty buyers, each with lines and a bid. */
let elsewhere: string;
let tender: Tender;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
  elsewhere = await plantOrganization(db);
  tender = await published(db, world, { title: 'Winter overhaul' });
  await bids(db, world.first, tender, ['1', '1']);
  await plantMarket();
  await closed(db, world, tender);
});
afterAll(() => db.close());

async function plantMarket(): Promise<void> {
  const market = `from generate_series(1, 12000) as n cross join lateral (select case n % 60 when 0 then $1::uuid else md5('o' || n % 60)::uuid end as org) as o`;
  await db.admin(
    `insert into organizations.organization (id, name, roles, country, currency) select md5('o' || n)::uuid, 'Buyer ' || n, '{BUYER}', 'US', 'USD' from generate_series(1, 59) as n`,
  );
  const id = (of: string): string => `md5('${of}' || n)::uuid`;
  for (const statement of [
    `insert into tendering.tender (org_id, id, shown, number, title, procedure, confidentiality, currency, formula, delivery_term, award_mode, published_at, closes_at, version)
       select o.org, ${id('t')}, 'OPEN', 'M-' || n, 'Market ' || n, 'OPEN', 'TIMED', 'USD', '{"kind":"LOWEST_PRICE"}', 'DAP', 'LOT', now() - n * interval '1 second', now() + interval '9 days', 1 ${market}`,
    `insert into tendering.lot (org_id, tender_id, id, shown, position, title) select o.org, ${id('t')}, ${id('l')}, 'OPEN', 1, 'Lot' ${market}`,
    `insert into tendering.lot_round (org_id, tender_id, lot_id, round, shown, kind, confidentiality, opens_at, closes_at)
       select o.org, ${id('t')}, ${id('l')}, 1, 'OPEN', 'FIRST', 'TIMED', now() - interval '1 day', now() + interval '9 days' ${market}`,
    `insert into tendering.tender_line (org_id, tender_id, lot_id, id, shown, position, number, description, quantity, unit)
       select o.org, ${id('t')}, ${id('l')}, md5('x' || n || '-' || k)::uuid, 'OPEN', k, k * 10, 'Line', 1, 'EA' ${market}, generate_series(1, 3) as k`,
    `insert into tendering.amendment (org_id, tender_id, version, shown, reason, changes, confirm, made_at, closes_at)
       select o.org, ${id('t')}, k, 'OPEN', 'PUBLISHED', '[]', false, now(), now() ${market}, generate_series(1, 2) as k`,
    `insert into tendering.tender_document (org_id, tender_id, id, shown, title, name, sha256, size, media_type, version, added_at)
       select o.org, ${id('t')}, ${id('d')}, 'OPEN', 'D', 'd.pdf', repeat('a', 64), 1, 'application/pdf', 1, now() ${market}`,
    `insert into tendering.question (org_id, tender_id, id, shown, body, in_time, asked_at, answer, answered_at)
       select o.org, ${id('t')}, ${id('q')}, 'OPEN', 'Why?', true, now(), 'So.', now() ${market}`,
  ])
    await db.admin(statement, [elsewhere]);
  await db.admin(
    `insert into tendering.bid (org_id, id, counterparty_id, tender_id, lot_id, round, seq, tender_version, digest, sequence, first_at, accepted_at)
       select $2, ${id('b')}, o.org, ${id('t')}, ${id('l')}, 1, 1, 1, repeat('a', 64), 1, now(), now() ${market}`,
    [elsewhere, world.second.orgId],
  );
  await db.admin(
    `insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, kind, digest, accepted_at, sequence)
       select b.org_id, b.id, b.counterparty_id, b.tender_id, b.lot_id, b.round, b.seq, 'SUBMITTED', b.digest, b.accepted_at, b.sequence from tendering.bid b where b.org_id = $1`,
    [world.second.orgId],
  );
  await db.admin(
    'analyze tendering.bid_receipt, tendering.tender, tendering.lot, tendering.tender_line, tendering.amendment, tendering.tender_document, tendering.question, tendering.bid',
  );
}

describe('reads of one tender', () => {
  it('go along an index whoever its buyer is, behind the walls', async () => {
    const marketTender = {
      id: (await db.admin<{ id: string }>(`select id from tendering.tender where number = 'M-1500'`))[0]!.id,
    };
    const ids = [marketTender.id];
    const readers: [string, string, Parameters<typeof plansOf>[2]][] = [
      ['tender_line', 'lot_of_tender', (work) => linesOf(work, marketTender)],
      ['amendment', 'amendment_of_tender', (work) => amendmentsOf(work, ids)],
      ['tender_document', 'tender_document_of_tender', (work) => documentsOf(work, ids)],
      ['tender_document', 'tender_document_by_id', (work) => tenderDocumentFile(work, ids[0]!)],
      ['question', 'question_of_tender', (work) => questionsOf(work, ids)],
      ['bid', 'bid_of_tender', (work) => bidsOfTenders(work, ids)],
      ['bid_receipt', 'bid_receipt_of_tender', (work) => receiptsOfTenders(work, ids)],
    ];
    for (const [table, index, reader] of readers) {
      const [plan] = await plansOf(db, world.first, reader);
      expect([index, plan?.indexes.includes(index), plan?.scanned.includes(table)]).toEqual([index, true, false]);
    }
    const own = await plansOf(db, { ...world.buyer }, (work) => bidsOfTenders(work, [tender.id]));
    expect([own[0]?.scanned.includes('bid'), own[0]?.indexes.includes('bid_of_tender')]).toEqual([false, true]);
  });

  it('of the open market go along its date, and a number or a title along theirs', async () => {
    const list = (actor: UserActor, side: 'BUY' | 'SELL', text?: string) =>
      plansOf(db, actor, (work) => listTenders(work, { filter: { side, text: text ?? null } }));
    const [latest] = await list(world.first, 'SELL');
    expect(latest?.indexes).toContain('tender_open');
    expect(latest?.scanned).not.toContain('tender');
    const [named] = await list(world.first, 'SELL', 'market 29');
    expect(named?.indexes).toEqual(expect.arrayContaining(['tender_open_title', 'tender_open_number']));
    expect(named?.scanned).not.toContain('tender');
    const busy = memberOf(elsewhere, tenderRights);
    const [own] = await list(busy, 'BUY', 'market 29');
    expect(own?.indexes).toEqual(expect.arrayContaining(['tender_title', 'tender_org_id_number_key']));
    expect(own?.scanned).not.toContain('tender');
  });
});

describe('the list of tenders', () => {
  const pages = async (actor: UserActor, filter: Parameters<typeof listTenders>[1]['filter'], first: number) => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await db.unitOfWork.read(actor, (work) => listTenders(work, { filter, first, ...(after ? { after } : {}) }));
      seen.push(...page.nodes.map(({ number }) => number));
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor ?? undefined;
    }
  };

  it('joins what is open and what one was invited to, the latest first, by page', async () => {
    const later = await published(db, world, { title: 'Market 29 of winter' }, [world.first]);
    const both = await pages(world.first, { side: 'SELL', text: 'MARKET 29' }, 100);
    expect(both).toHaveLength(112);
    expect(both.slice(0, 3)).toEqual([later.number, 'M-29', 'M-290']);
    expect(new Set(both).size).toBe(112);
    expect(await pages(world.first, { side: 'SELL', text: 'M-1200' }, 2)).toEqual(['M-1200', 'M-12000']);
    expect(await pages(world.first, { side: 'SELL', text: 'winter o', statuses: ['EVALUATION'] }, 5)).toEqual([tender.number]);
    expect(await pages(world.first, { side: 'SELL', text: 'winter o', statuses: ['BIDDING'] }, 5)).toEqual([]);
    expect((await pages(world.buyer, { side: 'BUY' }, 1)).slice(0, 2)).toEqual([later.number, tender.number]);
    const endless = db.unitOfWork.read(world.first, (work) =>
      listTenders(work, { filter: { side: 'SELL', text: 'x'.repeat(201) } }),
    );
    await expect(endless).rejects.toThrow(BadInput);
  });

  it('shows open tenders to suppliers, and not to who only buys', async () => {
    const rival = await plantOrganization(db);
    const actor = memberOf(rival, tenderRights);
    const open = (await db.admin<{ id: string }>(`select id from tendering.tender where number = 'M-7'`))[0]!.id;
    const seen = async (): Promise<unknown[]> => [
      (await db.unitOfWork.read(actor, (work) => listTenders(work, { filter: { side: 'SELL' } }))).nodes.length,
      (await db.unitOfWork.read(actor, (work) => linesOf(work, { id: open }))).length,
      (await db.unitOfWork.read(actor, (work) => work.tx.query('select id from tendering.tender limit 1'))).length,
    ];
    expect(await seen()).toEqual([20, 3, 1]);
    await db.admin(`update organizations.organization set roles = '{BUYER}' where id = $1`, [rival]);
    expect(await seen()).toEqual([0, 0, 0]);
    await expect(asSeenBy(db, actor, open)).rejects.toThrow(`tender ${open}`);
  });
});

describe('long lists of a tender', () => {
  it('show the last hundred, and judging reads all', async () => {
    const made = await drafted(db, world);
    await db.admin(
      `insert into tendering.tender_event (org_id, tender_id, seq, kind, at) select $1, $2, n, 'ANSWERED', now() from generate_series(2, 150) as n`,
      [world.buyer.orgId, made.id],
    );
    const [events = []] = await db.unitOfWork.read(world.buyer, (work) => tenderEventsOf(work, [made.id]));
    expect([events.length, events[0]?.seq, events.at(-1)?.seq]).toEqual([100, 51, 150]);
    await db.admin(
      `insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, kind, digest, accepted_at, sequence, stands)
         select x.org_id, x.bid_id, x.counterparty_id, x.tender_id, x.lot_id, x.round, n, 'SUBMITTED', x.digest, now() - (200 - n) * interval '1 second', 1, false
         from tendering.bid_receipt x, generate_series(2, 120) as n where x.tender_id = $1`,
      [tender.id],
    );
    const receipts = (actor: UserActor) => db.unitOfWork.read(actor, (work) => receiptsOfTenders(work, [tender.id]));
    expect((await receipts(world.first))[0]).toHaveLength(100);
    expect((await receipts(world.buyer))[0]).toHaveLength(1);
    await db.admin(
      `with planted as (insert into organizations.organization (id, name, roles, country, currency)
           select gen_random_uuid(), 'Bidder ' || n, '{SUPPLIER}', 'US', 'USD' from generate_series(1, 120) as n returning id)
       insert into tendering.bid (org_id, id, counterparty_id, tender_id, lot_id, round, seq, tender_version, digest, sequence, first_at, accepted_at)
         select p.id, gen_random_uuid(), b.counterparty_id, b.tender_id, b.lot_id, 1, 1, 1, b.digest, 100 + row_number() over (), b.first_at, b.accepted_at
         from planted p, tendering.bid b where b.tender_id = $1`,
      [tender.id],
    );
    expect(await bidsSeenBy(db, world.buyer, tender)).toHaveLength(121);
  });
});
