import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { type JobWorker, startWorker } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { askQuestion, awardTender, type Tender, type TenderInput, tenderingRoom } from '#libs/tendering';
import { NoticeReleaseJobs } from '../../libs/exchange/src/notice/notice.job.js';
import { NoticeJobs } from '../../libs/tendering/src/notice/notice.job.js';
import { listPublicTenders } from '../../libs/tendering/src/notice/notice.reader.js';
import { plantOffer, success } from '../factories/order.factory.js';
import { bids, closed, inHours, onceKey, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { faultsByTheStandard, judged } from '../support/ocds-oracle.js';
import { plansOf } from '../support/plans-of.js';
import { until } from '../support/until.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom, exchangeRoom];
let hub: TestHub;
let world: TenderWorld;
let workers: JobWorker[];
beforeAll(async () => {
  hub = await startTestHub({ rooms, env: { ENTREPOT_OCID_PREFIX: 'ocds-doors' } });
  world = await tenderWorld(hub.db);
  const tasks = () => [...new NoticeJobs().tasks(), ...new NoticeReleaseJobs(hub.services.config).tasks()];
  const { unitOfWork } = hub.services;
  workers = await Promise.all([1, 2].map(() => startWorker({ jobsUrl: hub.db.jobsUrl, unitOfWork, tasks: tasks() })));
});
afterAll(async () => {
  for (const worker of workers ?? []) await worker.stop();
  await hub.close();
});

interface Package {
  uri: string;
  publishedDate: string;
  links?: { next?: string; prev?: string };
  releases: { id: string; ocid: string; tag: string[]; date: string }[];
}
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(path.startsWith('http') ? path : `${hub.url}${path}`, { headers });
const releasesAt = async (path: string): Promise<Package> => (await (await get(path)).json()) as Package;
const ocidOf = ({ id }: Pick<Tender, 'id'>): string => `ocds-doors-${id}`;
const recordPath = (tender: Pick<Tender, 'id'>): string => `/api/v1/ocds/records/${ocidOf(tender)}`;
const released = async ({ id }: Tender): Promise<string[]> =>
  (
    await hub.db.admin<{ tag: string }>(
      'select array_to_string(n.tags, $2) as tag from tendering.notice n where n.tender_id = $1 order by n.seq',
      [id, '+'],
    )
  ).map(({ tag }) => tag);
const open = (override: Partial<TenderInput> = {}): Promise<Tender> =>
  published(hub.db, world, { procedure: 'OPEN', isPublic: true, ...override }, []);

/** Words and figures that nobody but their owners may ever read. */
const secret = {
  note: 'KESTRELNOTE',
  cost: 'KESTRELCOST',
  budget: '73914270001',
  hidden: '73914270002',
  shownTarget: '73914270003',
  winning: '73914270004',
  losing: '73914270005',
  bidNote: 'KESTRELBID',
  question: 'KESTRELQUESTION',
  reason: 'KESTRELREASON',
};

/** From the call to the order, by the verbs that people use, with a secret in every field that has one. */
async function wholeTender(): Promise<Tender> {
  const offer = await plantOffer(hub.db, world.second.orgId, { stock: '1000' });
  const tender = await open({
    title: 'Überholung der Pumpen "A/B" \\ 2030',
    description: 'Two lots\nfor the winter \u{1f6e0}',
    internalNote: secret.note,
    costReference: secret.cost,
    budget: secret.budget,
    questionsCloseAt: inHours(20),
    lots: ['Bolts', 'Seals'],
    lines: [
      { partId: offer.partId, quantity: '2', target: secret.hidden },
      { description: 'Seal', quantity: '10', unit: 'KGM', target: secret.shownTarget, targetShown: true, lot: 2 },
    ],
  });
  const { unitOfWork } = hub.db;
  success(await unitOfWork.run(world.first, (work) => askQuestion(work, { tenderId: tender.id, text: secret.question })));
  await bids(hub.db, world.first, tender, [secret.losing], { bid: { note: secret.bidNote } });
  const chosen = await bids(hub.db, world.second, tender, [secret.winning]);
  const done = await closed(hub.db, world, tender);
  const lots = [{ lotId: done.lots[0]!.id, mode: 'LOT' as const, bidId: chosen.bidId, reason: secret.reason }];
  const award = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: done.edits, lots };
  const orders = { makes: 'ORDERS' as const, shipToSiteId: world.siteId };
  success(await unitOfWork.run(world.buyer, (work) => awardTender(work, { ...award, ...orders })));
  await until(async () => (await released(tender)).some((tags) => tags.includes('contract')));
  return tender;
}

describe('what everybody reads of a tender', () => {
  it('is its call and its result, and nothing that is anybody’s own', async () => {
    const tender = await wholeTender();
    const record = await (await get(recordPath(tender))).text();
    const page = await (await get('/api/v1/ocds/releases')).text();
    const asked = await hub.ask(
      `query ($ocid: ID!) { publicTender(ocid: $ocid) { title number buyer { name country } status closesAt lots { title status } documents { name } amendments { reason }
        lines { description partNumber quantity { value unit } dropped } bids { bidders bids } awards { supplier { name } value { amount currency } cancelled pending } } }`,
      { ocid: ocidOf(tender) },
    );
    const everything = [
      record,
      page,
      JSON.stringify(asked),
      JSON.stringify(await hub.db.admin('select * from tendering.public_tender')),
    ];
    const planted = await hub.db.admin<{ n: number }>(
      `select count(*)::int as n from tendering.tender_private p join tendering.line_private l using (org_id) where p.internal_note = $1 and p.budget = $2::numeric and l.target = $3::numeric`,
      [secret.note, secret.budget, secret.hidden],
    );
    expect(planted[0]?.n).toBe(1);
    const loser = await hub.db.admin<{ name: string }>('select name from organizations.organization where id = $1', [
      world.first.orgId,
    ]);
    for (const text of everything) {
      for (const word of [
        ...Object.values(secret).filter((one) => one !== secret.winning),
        world.first.orgId,
        loser[0]!.name,
        world.siteId,
        world.buyer.memberId,
      ])
        expect(text).not.toContain(word);
    }
    const { releases } = (JSON.parse(record) as { records: { releases: { tag: string[] }[] }[] }).records[0]!;
    expect(releases[0]?.tag).toEqual(['tender']);
    const [last] = (JSON.parse(page) as { releases: Record<string, unknown>[] }).releases;
    expect(last).toMatchObject({
      ocid: ocidOf(tender),
      tender: { status: 'active', procurementMethod: 'open', numberOfTenderers: 2 },
      bids: {
        statistics: [
          { measure: 'bidders', value: 2 },
          { measure: 'bids', value: 2 },
        ],
      },
      awards: [{ status: 'active', suppliers: [{ id: world.second.orgId }], value: { amount: 147828540008, currency: 'USD' } }],
      contracts: [{ status: 'active', value: { currency: 'USD' } }],
    });
    expect(asked.data.publicTender).toMatchObject({
      status: 'ACTIVE',
      lots: [{ status: 'COMPLETE' }, { status: 'ACTIVE' }],
      bids: { bidders: 2, bids: 2 },
      awards: [{ value: { amount: '147828540008.00', currency: 'USD' }, cancelled: false, pending: false }],
    });
  });

  it('is that a decision waits, until its standstill is over', async () => {
    const tender = await open({ rulePack: 'PROZORRO', closesAt: inHours(24 * 40), questionsCloseAt: inHours(24 * 20) });
    const { bidId } = await bids(hub.db, world.first, tender, ['1', '1']);
    await bids(hub.db, world.second, tender, ['2', '2']);
    const done = await closed(hub.db, world, tender);
    const lots = [{ lotId: done.lots[0]!.id, mode: 'LOT' as const, bidId, statement: 'The lowest price.' }];
    const award = { idempotencyKey: onceKey(), tenderId: tender.id, expectedVersion: done.edits, lots };
    success(await hub.db.unitOfWork.run(world.buyer, (work) => awardTender(work, award)));
    await until(async () => (await released(tender)).some((tags) => tags.includes('award')));
    const { data } = await hub.ask('query ($ocid: ID!) { publicTender(ocid: $ocid) { awards { cancelled pending } } }', {
      ocid: ocidOf(tender),
    });
    expect(data.publicTender.awards).toEqual([{ cancelled: false, pending: true }]);
  });

  it('is written by jobs, once for each state, whoever does them and how often', async () => {
    const tender = await open();
    await until(async () => (await released(tender)).length === 1);
    for (let i = 0; i < 20; i++)
      await hub.db.admin(
        `select graphile_worker.add_job('exchange.release-notice', json_build_object('id', $1::text, 'orgId', $2::text), max_attempts => 3)`,
        [tender.id, tender.orgId],
      );
    const waiting = async (): Promise<number> =>
      (
        await hub.db.admin<{ n: number }>(
          'select count(*)::int as n from graphile_worker._private_jobs where last_error is not null or payload ->> $1 = $2',
          ['id', tender.id],
        )
      )[0]!.n;
    await until(async () => (await waiting()) === 0);
    expect(await released(tender)).toEqual(['tender']);
  });

  it('is listed by deadline and found by words without an account', async () => {
    const words = `Zephyr ${Date.now()}`;
    const soon = await open({ title: `${words} soon`, closesAt: inHours(3) });
    const late = await open({
      title: `${words} late`,
      closesAt: inHours(30),
      lines: [{ description: 'Gasket ring', quantity: '3' }],
    });
    const over = await open({ title: `${words} over` });
    await closed(hub.db, world, over);
    const opened = async ({ id }: Tender): Promise<boolean> =>
      (
        await hub.db.admin<{ bids: unknown }>(
          `select t.facts -> 'bids' ->> 'bids' as bids from tendering.public_tender t where t.tender_id = $1`,
          [id],
        )
      )[0]?.bids === '0';
    await until(async () => (await opened(over)) && (await released(late)).length === 1 && (await released(soon)).length === 1);
    const list = async (search: string, state = 'OPEN', page = {}) =>
      (
        await hub.ask(
          'query ($search: String, $state: PublicTenderState!, $first: Int, $after: String) { publicTenders(search: $search, state: $state, first: $first, after: $after) { nodes { id title } pageInfo { endCursor hasNextPage } } }',
          { search, state, ...page },
        )
      ).data.publicTenders as { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    const idsOf = async (...asked: Parameters<typeof list>): Promise<string[]> =>
      (await list(...asked)).nodes.map(({ id }) => id);
    expect(await idsOf(words)).toEqual([soon.id, late.id]);
    expect(await idsOf(`${words} gasket`)).toEqual([late.id]);
    expect(await idsOf(words, 'ENDED')).toEqual([over.id]);
    expect(await idsOf(`${words} %`)).toEqual([]);
    const { pageInfo } = await list(words, 'OPEN', { first: 1 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect(await idsOf(words, 'OPEN', { first: 1, after: pageInfo.endCursor })).toEqual([late.id]);
  });
});

describe('a search of strangers', () => {
  const asked = (search: string) =>
    hub.ask('query ($search: String) { publicTenders(search: $search) { nodes { id } } }', { search });

  it('goes along the trigrams of the words, however many tenders there are', async () => {
    await hub.db.admin('set session_replication_role = replica');
    await hub.db.admin(
      `insert into tendering.public_tender (org_id, tender_id, ocid, seq, digest, status, published_at, closes_at, words, facts)
       select $1, gen_random_uuid(), 'planted-' || n, 1, repeat('a', 64), 'ACTIVE', now(), now() + n * interval '1 second' + interval '1 day', md5(n::text) || ' ' || md5((-n)::text), '{}' from generate_series(1, 20000) n`,
      [world.buyer.orgId],
    );
    await hub.db.admin('set session_replication_role = origin');
    await hub.db.admin('analyze tendering.public_tender');
    const plans = await plansOf(hub.db, world.stranger, (work) =>
      listPublicTenders(work, { first: 20, filter: { state: 'OPEN', search: 'nowhere to be found' } }),
    );
    expect(plans).toEqual([{ indexes: ['public_tender_words'], scanned: [] }]);
    await hub.db.admin(`delete from tendering.public_tender where ocid like 'planted-%'`);
  });

  it('is answered three hundred times in five minutes; pages are answered all the same', async () => {
    const rule = { name: 'tendering:public-search', points: 300, seconds: 300 };
    const network = '127.0.0.1';
    while ((await hub.services.throttle.take(rule, network)) === undefined);
    const refused = await asked('gasket');
    expect([refused.errors?.[0]?.extensions.code, refused.errors?.[0]?.message]).toEqual([
      'TOO_MANY_REQUESTS',
      'There were too many requests. Try again in some minutes.',
    ]);
    expect((await asked(' ')).errors).toBeUndefined();
    await hub.services.throttle.clear(rule, network);
    expect((await asked('gasket')).errors).toBeUndefined();
  });
});

describe('the doors of open data', () => {
  it('give pages from the newest back and forth, and what came since', async () => {
    for (let i = 0; i < 3; i++) {
      const tender = await open();
      await until(async () => (await released(tender)).length === 1);
    }
    // Tenders of the tests before may still have something to say.
    const unsaid = `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'exchange.release-notice'`;
    await until(async () => (await hub.db.admin<{ n: number }>(unsaid))[0]!.n === 0);
    const all = (await releasesAt('/api/v1/ocds/releases?limit=100')).releases.map(({ id }) => id);
    const walked: string[] = [];
    let page = await releasesAt('/api/v1/ocds/releases?limit=2');
    expect(page.links?.prev).toBeUndefined();
    for (; ; page = await releasesAt(page.links.next)) {
      walked.push(...page.releases.map(({ id }) => id));
      if (!page.links?.next) break;
    }
    expect(walked).toEqual(all);
    const before = await releasesAt(page.links!.prev!);
    expect(before.releases.map(({ id }) => id)).toEqual(all.slice(-(2 + page.releases.length), -page.releases.length));
    const third = (await releasesAt('/api/v1/ocds/releases?limit=3')).releases[2]!;
    const since = await releasesAt(`/api/v1/ocds/releases?since=${encodeURIComponent(third.date)}`);
    expect(since.releases.map(({ id }) => id)).toEqual(all.slice(0, 3));
    expect((await releasesAt('/api/v1/ocds/releases?since=2100-01-01T00:00:00Z')).releases).toEqual([]);
    for (const wrong of ['limit=0', 'limit=101', 'since=yesterday', 'limit=x']) {
      expect((await get(`/api/v1/ocds/releases?${wrong}`)).status).toBe(422);
    }
  });

  it('need no sign-in, set no cookie, may be kept, and say when nothing changed', async () => {
    const tender = await open();
    await until(async () => (await released(tender)).length === 1);
    for (const path of [recordPath(tender), '/api/v1/ocds/releases?limit=1']) {
      const first = await get(path);
      expect([
        first.status,
        first.headers.get('set-cookie'),
        first.headers.get('cache-control'),
        first.headers.get('access-control-allow-origin'),
      ]).toEqual([200, null, 'public, max-age=60', '*']);
      expect(first.headers.get('content-type')).toMatch(/^application\/json/);
      const again = await get(path, { 'if-none-match': first.headers.get('etag') ?? '' });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    const hidden = await published(hub.db, world, { procedure: 'OPEN' }, []);
    for (const path of [recordPath(hidden), '/api/v1/ocds/records/ocds-doors-1', `/api/v1/ocds/records/${'x'.repeat(121)}`])
      expect([404, 422]).toContain((await get(path)).status);
    expect((await get(recordPath(hidden))).status).toBe(404);
  });

  (judged ? it : it.skip)(
    'write what the schemas of the standard accept',
    async () => {
      const tender = await wholeTender();
      const paths = [recordPath(tender), '/api/v1/ocds/releases?limit=100', '/api/v1/ocds/releases?limit=1'];
      const texts = await Promise.all(paths.map(async (path) => (await get(path)).text()));
      expect(faultsByTheStandard(texts)).toEqual([[], [], []]);
    },
    400_000,
  );

  it('turn away who asks too often', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 310 && !statuses.has(429); i++) statuses.add((await get('/api/v1/ocds/records/ocds-none')).status);
    expect([...statuses].sort()).toEqual([404, 429]);
    expect((await get('/api/v1/ocds/releases')).headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
