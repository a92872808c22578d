import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, makeLogger, Notices, OutboundClient, SecretBox } from '#libs/platform';
import {
  AskingDirectory,
  askingProfiles,
  freshAvailability,
  type LabelledLine,
  manageLocation,
  recordAsking,
  removeAsking,
  StockAsker,
  saveAsking,
  tidyAsking,
} from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { memberOf } from '../factories/order.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type SimulatedErp, startErp } from '../support/erp.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let erp: SimulatedErp;
let supplier: Actor;
let buyer: Actor;
let notices: Notices;
const offers: string[] = [];
/** Wide, because a test shares its machine; that answers stay inside 800 ms is what `prove asked-stock` measures. */
const budgetMs = 8_000;
const secrets = new SecretBox([Buffer.alloc(32, 7)]);

beforeAll(async () => {
  [db, erp] = [await freshDatabase(), await startErp()];
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { rows: [...bolts(8), bolt(90, { leadDays: undefined })] })).actor;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(db, buyer, supplier);
  notices = new Notices(db.appUrl);
  await notices.start();
});
afterAll(async () => {
  await notices.close();
  await erp.close();
  await db.close();
});
beforeEach(() => {
  erp.mood = 'well';
  erp.delayMs = 0;
});

type Wish = Partial<Parameters<typeof saveAsking>[1]>;
const save = (wish: Wish = {}, actor = supplier) =>
  db.unitOfWork.run(actor, (work) => saveAsking(work, { url: erp.url, cacheSeconds: 0, timeoutMs: 4_000, ...wish }));
/** Profiles as wished, and a process of its own that asks by them. */
async function asking(wish: Wish = {}) {
  await db.admin('delete from supply.asking_profile');
  const profile = value(await save(wish));
  const directory = new AskingDirectory(db.hot, db.unitOfWork, notices);
  const logger = makeLogger({ level: 'silent' });
  const asker = new StockAsker(directory, {
    unitOfWork: db.unitOfWork,
    outbound: new OutboundClient([erp.host]),
    secrets,
    logger,
  });
  const ask = async (...n: number[]): Promise<LabelledLine['offers'][number][]> => {
    const input = { lines: n.map((i) => ({ offerId: offers[i] ?? '', quantity: '1' })) };
    const lines = await freshAvailability({ hot: db.hot, asker, directory, budgetMs }, buyer, input);
    return lines.flatMap((line) => line.offers);
  };
  return { profile, asker, ask };
}
const shown = (offer?: LabelledLine['offers'][number]) => [
  offer?.stockLabel,
  ...(offer?.stock ?? []).map((p) => `${p.location} ${p.quantity} ${p.label}`),
];
const outcomes = async () =>
  (await db.admin<{ o: string }>('select outcome as o from supply.asking_call order by id')).map(({ o }) => o);

describe('saveAsking', () => {
  it('keeps a profile per place, versioned, its secret sealed and out of sight', async () => {
    const sealedSecret = secrets.seal('Bearer x', `supply.asking_profile:${supplier.orgId}:HAM`);
    const made = value(
      await save({ location: 'HAM', header: 'Authorization', sealedSecret, mappingJson: '{"reply":{"lines":"d.items"}}' }),
    );
    expect(made).toMatchObject({
      location: 'HAM',
      hasSecret: true,
      version: 1,
      status: 'ACTIVE',
      mapping: { reply: { lines: 'd.items', part: 'part' } },
    });
    expect(JSON.stringify(made)).not.toContain('s1.');
    expect(value(await save({ location: 'HAM', paused: true, expectedVersion: 1 }))).toMatchObject({
      hasSecret: true,
      version: 2,
      status: 'PAUSED',
    });
    expect(value(await save({ location: 'HAM', sealedSecret: null, expectedVersion: 2 }))).toMatchObject({ hasSecret: false });
  });

  it('refuses addresses and mappings of the wrong form, stale versions and a second profile of a place', async () => {
    for (const url of ['erp', 'ftp://erp.test/', 'https://user:pw@erp.test/'])
      expect(await save({ url })).toMatchObject({ errors: [{ code: 'AskingUrlRefused', path: ['url'] }] });
    for (const mappingJson of ['{', '{"reply":{"lines":"a b"}}', '{"unknown":1}'])
      expect(await save({ mappingJson })).toMatchObject({ errors: [{ code: 'AskingMappingInvalid' }] });
    const answers = await Promise.all([save({ location: 'SIN' }), save({ location: 'SIN' })]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await save({ location: 'SIN', expectedVersion: 9 })).toMatchObject({ errors: [{ code: 'VersionConflict' }] });
    await expect(save({ timeoutMs: 20 })).rejects.toBeInstanceOf(BadInput);
    await expect(save({}, memberOf(supplier.orgId, ['basket:edit']))).rejects.toBeInstanceOf(Forbidden);
  });

  it('takes a stored secret to no other host, under no other header and never over plain http', async () => {
    const sealedSecret = secrets.seal('Bearer y', `supply.asking_profile:${supplier.orgId}:MUC`);
    const at = (url: string, wish: Wish = {}) => save({ location: 'MUC', header: 'X-Key', url, ...wish });
    expect(await at('http://erp.test/stock', { sealedSecret })).toMatchObject({ errors: [{ code: 'AskingUrlRefused' }] });
    value(await at('https://erp.test/stock', { sealedSecret }));
    const refused = [{ code: 'AskingUrlRefused', path: ['url'] }];
    expect(await at('https://elsewhere.test/stock', { expectedVersion: 1 })).toMatchObject({ errors: refused });
    expect(await at('https://erp.test/stock', { header: 'X-Echo', expectedVersion: 1 })).toMatchObject({ errors: refused });
    expect(value(await at('https://erp.test/other', { expectedVersion: 1 }))).toMatchObject({ hasSecret: true, version: 2 });
    expect(value(await at('https://elsewhere.test/', { sealedSecret, expectedVersion: 2 }))).toMatchObject({ version: 3 });
  });

  it('is seen and removed by its supplier alone', async () => {
    const profile = value(await save({ location: 'LAX' }));
    const stranger = await organization(db);
    expect(await db.unitOfWork.read(stranger, askingProfiles)).toEqual([]);
    const remove = (actor: Actor) => db.unitOfWork.run(actor, (work) => removeAsking(work, { profileId: profile.id }));
    expect(value(await remove(stranger))).toBe(false);
    await expect(remove(memberOf(supplier.orgId, []))).rejects.toBeInstanceOf(Forbidden);
    const twice = await Promise.all([remove(supplier), remove(supplier)]);
    expect(twice.map((answer) => value(answer)).sort()).toEqual([false, true]);
  });
});

describe('recordAsking', () => {
  const record = (figures: { location: string; quantity: string; asOf: Date }[], offerId: string, location = '*') =>
    db.unitOfWork.run(supplier, (work) =>
      recordAsking(work, {
        call: { profileId: randomUUID(), cause: 'REQUEST', outcome: 'ANSWERED', status: 200, ms: 1, lines: 1, problems: [] },
        location,
        offers: [{ offerId, partId: '', supplierPart: '', unit: 'EA', quantity: '1' }],
        figures: figures.map((figure) => ({ ...figure, offerId })),
      }),
    );
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const places = async (offerId: string) =>
    (await stockAsStored(db, offerId)).map(({ location, quantity }) => `${location} ${quantity}`);

  it('takes figures by their time, empties places that are no longer named, leaves managed and reported ones', async () => {
    const offerId = offers[0] ?? '';
    await stocked(db, supplier, { offerId, quantity: '50', location: 'FILED', asOf: at(-3600).toISOString() });
    await record(
      [
        { location: 'A', quantity: '5', asOf: at(-10) },
        { location: 'B', quantity: '6', asOf: at(-10) },
      ],
      offerId,
    );
    value(await record([{ location: 'A', quantity: '4', asOf: at(-20) }], offerId));
    expect(await places(offerId)).toEqual(['A 5', 'B 6', 'FILED 50']);
    value(await record([{ location: 'A', quantity: '4', asOf: at(-1) }], offerId));
    expect(await places(offerId)).toEqual(['A 4', 'B 0', 'FILED 50']);
    value(await db.unitOfWork.run(supplier, (work) => manageLocation(work, { location: 'A', managed: true })));
    value(await record([{ location: 'A', quantity: '99', asOf: at(0) }], offerId));
    expect(await places(offerId)).toEqual(['A 4', 'B 0', 'FILED 50']);
  });

  it('writes nothing for a stranger’s offer, and adds nothing twice at once', async () => {
    const stranger = await organization(db);
    const figure = { location: 'C', quantity: '9', asOf: at(0) };
    await db.unitOfWork.run(stranger, (work) =>
      recordAsking(work, {
        call: { profileId: randomUUID(), cause: 'REQUEST', outcome: 'ANSWERED', status: 200, ms: 1, lines: 1, problems: [] },
        location: '*',
        offers: [{ offerId: offers[1] ?? '', partId: '', supplierPart: '', unit: 'EA', quantity: '1' }],
        figures: [{ ...figure, offerId: offers[1] ?? '' }],
      }),
    );
    expect(await places(offers[1] ?? '')).toEqual([]);
    await Promise.all(Array.from({ length: 8 }, () => record([figure], offers[1] ?? '')));
    expect(await places(offers[1] ?? '')).toEqual(['C 9']);
  });
});

describe('asking while a buyer waits', () => {
  it('shows the figure as live, once per cache time, and as cached with its age after that', async () => {
    const { ask, profile } = await asking({ cacheSeconds: 60 });
    expect(shown((await ask(2))[0])).toEqual(['LIVE', 'MAIN 7 LIVE']);
    expect(shown((await ask(2))[0])).toEqual(['CACHED', 'MAIN 7 CACHED']);
    expect(await outcomes()).toEqual(['ANSWERED']);
    expect(await db.admin('select figures, lines, status, profile_id from supply.asking_call')).toEqual([
      { figures: 1, lines: 1, status: 200, profile_id: profile.id },
    ]);
  });

  it('sends the secret in its header, to nobody else and nowhere kept', async () => {
    const sealedSecret = secrets.seal('Bearer key-of-erp', `supply.asking_profile:${supplier.orgId}:*`);
    const { ask } = await asking({ header: 'Authorization', sealedSecret });
    await ask(2);
    expect(erp.seen.headers.at(-1)?.authorization).toBe('Bearer key-of-erp');
    expect(JSON.stringify(await db.admin('select * from supply.asking_profile, supply.asking_call'))).not.toContain('key-of-erp');
  });

  it('tells the truth of each mood, in time', async () => {
    const { ask } = await asking();
    erp.shelf.set('B-000004', { MAIN: '3' });
    expect(shown((await ask(3))[0])).toEqual(['LIVE', 'MAIN 3 LIVE']);
    erp.shelf.set('B-000004', { MAIN: '2' });
    for (const [mood, delayMs, label] of [
      ['slow', 30_000, 'CACHED'],
      ['error', 0, 'CACHED'],
      ['garbage', 0, 'CACHED'],
      ['ahead', 0, 'CACHED'],
      ['well', 0, 'LIVE'],
    ] as const) {
      Object.assign(erp, { mood, delayMs });
      const began = performance.now();
      const quantity = label === 'LIVE' ? '2' : '3';
      expect([mood, ...shown((await ask(3))[0])]).toEqual([mood, label, `MAIN ${quantity} ${label}`]);
      expect(performance.now() - began).toBeLessThan(delayMs || 60_000);
    }
    erp.mood = 'stale';
    const [silent] = await ask(8);
    expect(silent?.stock[0]).toMatchObject({ label: 'LEAD_TIME_ONLY' });
    expect(silent?.stockLabel).toBe('LEAD_TIME_ONLY');
  });

  it('says lead time only where nobody has ever said a figure', async () => {
    const { ask } = await asking();
    erp.mood = 'dead';
    expect(shown((await ask(4))[0])).toEqual(['LEAD_TIME_ONLY']);
  });

  it('rests a failing ERP, tries it again by one call and goes on', async () => {
    const { ask, asker, profile } = await asking();
    erp.mood = 'error';
    for (let i = 0; i < 5; i++) await ask(5);
    // It rests for two seconds; a machine on which this takes as long finds it rested, and asks once more for another rest.
    for (let calls = -1; calls !== erp.seen.calls; await ask(5)) {
      calls = erp.seen.calls;
      expect(['OPEN', 'HALF_OPEN']).toContain(asker.stateOf(profile.id));
    }
    erp.mood = 'well';
    await until(() => asker.stateOf(profile.id) === 'HALF_OPEN');
    expect(shown((await ask(5))[0])).toEqual(['LIVE', 'MAIN 7 LIVE']);
    expect(asker.stateOf(profile.id)).toBe('CLOSED');
  });

  it('hears the others when the secret of one cannot be opened', async () => {
    const { ask, asker, profile } = await asking();
    const broken = value(await save({ location: 'OSL', header: 'X-Key', sealedSecret: 's1.nonsense' }));
    for (let i = 0; i < 5; i++) expect(shown((await ask(6))[0])).toEqual(['LIVE', 'MAIN 7 LIVE']);
    expect([asker.stateOf(profile.id), asker.stateOf(broken.id)]).toEqual(['CLOSED', 'OPEN']);
  });

  it('asks once for what many want at once, and never by more calls than granted', async () => {
    const { ask } = await asking({ callsMax: 1 });
    // Long enough for the last of them to come while the first one's call is still out.
    Object.assign(erp, { mood: 'slow', delayMs: 2_500 });
    erp.seen.calls = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(6)));
    expect(erp.seen.calls).toBe(1);
    for (const [offer] of answers) expect(shown(offer)).toEqual(['LIVE', 'MAIN 7 LIVE']);
    erp.delayMs = 100;
    erp.seen.atOnceMax = 0;
    await Promise.all([ask(1), ask(2), ask(3), ask(7)]);
    expect(erp.seen.atOnceMax).toBe(1);
  });

  it('never leaves the public internet unless the operator allows it', async () => {
    const { ask } = await asking({ url: 'http://127.0.0.1:9/stock' });
    expect(shown((await ask(6))[0])[0]).toBe('CACHED');
    await until(async () => (await outcomes()).at(-1) === 'REFUSED');
  });
});

describe('tidyAsking', () => {
  it('comes to a supplier whose profile is paused or gone, as long as figures of his ERP stand', async () => {
    const due = async () =>
      (await db.admin<{ org_id: string }>('select * from supply.suppliers_to_tidy()')).map((row) => row.org_id);
    const { ask } = await asking();
    await ask(7);
    await db.admin('delete from supply.asking_profile');
    expect(await due()).toEqual([supplier.orgId]);
    await db.admin(`update supply.stock set as_of = as_of - interval '3 days' where source = 'ASKED'`);
    value(await db.unitOfWork.run(supplier, tidyAsking));
    expect(await due()).toEqual([]);
  });

  it('lets figures fall that nobody renewed, and keeps the newest calls', async () => {
    const { profile } = await asking({ keepMinutes: 5 });
    const offerId = offers[6] ?? '';
    await db.admin(
      `update supply.stock set as_of = now() - interval '6 minutes', source = 'ASKED', quantity = 7 where offer_id = $1`,
      [offerId],
    );
    await db.admin(
      `insert into supply.asking_call (org_id, profile_id, cause, outcome, ms, lines, figures) select $1, $2, 'REQUEST', 'ANSWERED', 1, 1, 0 from generate_series(1, 600)`,
      [supplier.orgId, profile.id],
    );
    expect(value(await db.unitOfWork.run(supplier, (work) => tidyAsking(work)))).toBeGreaterThanOrEqual(1);
    expect(await stockAsStored(db, offerId)).toMatchObject([{ quantity: '0' }]);
    expect(await db.admin('select count(*)::int as n from supply.asking_call')).toEqual([{ n: 500 }]);
    expect(value(await db.unitOfWork.run(supplier, (work) => tidyAsking(work)))).toBe(0);
  });
});
