import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { type Actor, NotFound, Notices, one, systemActor } from '#libs/platform';
import { finishStaging, publishCatalogue, type StagedRow } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { cage: '11111' });
});
afterAll(() => db.close());

const publish = (uploadId: string, as = supplier) => db.unitOfWork.run(as, (work) => publishCatalogue(work, { uploadId }));
/** Tuples written to what the market sees, by the database's own count of this transaction's kin. */
const content = (catalogueId: string) =>
  db.admin<Record<string, unknown>>(
    `select o.*, (select jsonb_agg(jsonb_build_array(b.from_quantity, b.price) order by b.from_quantity) from supply.price_break b where b.offer_id = o.id) as breaks,
       (select jsonb_agg(jsonb_build_array(s.location, s.quantity, s.as_of, s.xmin::text) order by s.location) from supply.stock s where s.offer_id = o.id) as stock, o.xmin::text as written
     from supply.offer o where o.catalogue_id = $1 order by o.supplier_part`,
    [catalogueId],
  );

describe('publishCatalogue', () => {
  it('makes parts, search documents, offers and a version of new rows', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const { upload, version } = await publishedUpload(db, supplier, { catalogueId, rows: bolts(12) });
    expect(version).toBe(1);
    expect(upload.counts).toEqual({
      rows: 12,
      ok: 12,
      refused: 0,
      warnings: 0,
      new: 12,
      changed: 0,
      unchanged: 0,
      withdrawn: 0,
      active: 0,
      unidentified: 0,
      stock: 0,
    });
    const counted = `select (select count(*)::int from supply.offer where catalogue_id = $1 and status = 'ACTIVE' and from_version = 1) as offers,
      (select count(*)::int from catalog.part) as parts, (select count(*)::int from catalog.part_search where tsv @@ plainto_tsquery('simple', 'hex bolt')) as documents,
      (select count(*)::int from supply.part_supply where offers = 1) as summaries`;
    expect(await db.admin(counted, [catalogueId])).toEqual([{ offers: 12, parts: 12, documents: 12, summaries: 12 }]);
  });

  it('changes what differs, withdraws what is absent, keeps both in the history, and brings a part back', async () => {
    const catalogueId = await catalogueOf(db, supplier, { withdrawPercentMax: '100' });
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(3) });
    const { version } = await publishedUpload(db, supplier, { catalogueId, rows: [bolt(1, { listPrice: '99' }), bolt(2)] });
    const shown = async () =>
      (await content(catalogueId)).map((o) => [o['supplier_part'], o['list_price'], o['status'], o['from_version']]);
    expect([version, await shown()]).toEqual([
      2,
      [
        ['B-000001', '99', 'ACTIVE', 2],
        ['B-000002', '12.50', 'ACTIVE', 1],
        ['B-000003', '13.50', 'WITHDRAWN', 2],
      ],
    ]);
    const history = `select row ->> 'supplier_part' as part, row -> 'list_price' as price, from_version, to_version from supply.offer_history where catalogue_id = $1 order by 1, 3`;
    expect(await db.admin(history, [catalogueId])).toEqual([
      { part: 'B-000001', price: 11.5, from_version: 1, to_version: 1 },
      { part: 'B-000003', price: 13.5, from_version: 1, to_version: 1 },
    ]);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(3) });
    expect(await shown()).toEqual([
      ['B-000001', '11.50', 'ACTIVE', 3],
      ['B-000002', '12.50', 'ACTIVE', 1],
      ['B-000003', '13.50', 'ACTIVE', 3],
    ]);
    expect(
      await db.admin('select counts from supply.publication where catalogue_id = $1 and version = 3', [catalogueId]),
    ).toEqual([{ counts: { new: 1, changed: 1, withdrawn: 0 } }]);
  });

  it('writes nothing for a file that says the same again, whatever it says', async () => {
    const decimal = fc.tuple(fc.nat(99_999), fc.integer({ min: 0, max: 9 })).map(([n, scale]) =>
      `${n}.${String(n + 1)
        .padEnd(scale + 1, '0')
        .slice(0, scale + 1)}`.replace(/\.$/, ''),
    );
    const positive = decimal.map((text) => `1${text}`);
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((t) => t.replaceAll('\0', ' ').trim() || 'x');
    const rowArbitrary = fc.record<Partial<StagedRow>>(
      {
        name: text,
        category: text,
        rawOrderUnit: text,
        condition: fc.constantFrom('NE', 'OH'),
        approvalBasis: fc.constantFrom('OEM', 'PMA'),
        contentUnit: fc.constantFrom('EA', 'KGM'),
        contentPerOrderUnit: positive,
        priceFactor: fc.record({ numerator: positive, denominator: positive }),
        listPrice: decimal,
        currency: fc.constantFrom('USD', 'EUR', 'KWD'),
        basis: positive,
        breakMode: fc.constantFrom('WHOLE', 'GRADUATED'),
        breaks: fc.uniqueArray(fc.record({ from: positive, price: decimal }), {
          selector: ({ from }) => Number(from),
          maxLength: 4,
        }),
        minimum: positive,
        multiple: positive,
        leadDays: fc.nat(900),
        leadKind: fc.constantFrom('CALENDAR', 'WORKING'),
        charges: fc.array(fc.record({ code: text, amount: decimal }), { maxLength: 2 }),
        nonCancellable: fc.boolean(),
        returnableDays: fc.nat(400),
        countryOfOrigin: fc.constantFrom('US', 'CN', 'DE'),
        validFrom: fc.constantFrom('2026-01-01', '2026-02-28'),
        validTo: fc.constantFrom('2027-01-01', '2028-02-29'),
        details: fc.record(
          {
            description: text,
            hazmat: text,
            shelfLifeDays: fc.nat(4000),
            names: fc.dictionary(fc.constantFrom('en', 'zh', 'de'), text),
            keywords: fc.array(text, { maxLength: 3 }),
          },
          { requiredKeys: [] },
        ),
        stock: fc.uniqueArray(fc.record({ location: fc.constantFrom('SEA', 'FRA', 'a"b\\'), quantity: decimal }), {
          selector: ({ location }) => location,
        }),
        stockAsOf: fc.constantFrom('2026-01-01T00:00:00Z', '2026-11-01T10:00:00.123Z'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(rowArbitrary, { minLength: 30, maxLength: 30 }), async (overrides) => {
        const catalogueId = await catalogueOf(db, supplier);
        const rows = overrides.map((override, i) => bolt(1000 + i, override));
        const first = await publishedUpload(db, supplier, { catalogueId, rows });
        expect(first.upload.counts).toMatchObject({ rows: 30, ok: 30, new: 30 });
        const before = await content(catalogueId);
        const again = await publishedUpload(db, supplier, { catalogueId, rows: [...rows].reverse() });
        expect(again.upload.counts).toMatchObject({ new: 0, changed: 0, unchanged: 30, withdrawn: 0 });
        expect(await content(catalogueId)).toEqual(before);
        expect(
          await db.admin('select count(*)::int as kept from supply.offer_history where catalogue_id = $1', [catalogueId]),
        ).toEqual([{ kept: 0 }]);
      }),
      { numRuns: 4, seed: 20261121, endOnFailure: true },
    );
  });

  it('shows every reader one whole version, never a mixture', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const priced = (price: string) =>
      Array.from({ length: 300 }, (_, i) => bolt(5000 + i, { listPrice: price, breaks: [{ from: '10', price }] }));
    await publishedUpload(db, supplier, { catalogueId, rows: priced('1') });
    const buyer = await organization(db, { roles: ['BUYER'] });
    const seen = new Set<string>();
    let going = true;
    const reading = (async () => {
      while (going) {
        const shown = await db.unitOfWork.read(buyer, (work) =>
          one<{ prices: string }>(
            work,
            `select string_agg(distinct o.list_price || '/' || b.price, ' ') || ' x' || count(*) as prices from supply.offer o join supply.price_break b on b.org_id = o.org_id and b.offer_id = o.id where o.catalogue_id = $1`,
            [catalogueId],
          ),
        );
        seen.add(shown?.prices ?? '');
      }
    })();
    for (const price of ['2', '3']) await publishedUpload(db, supplier, { catalogueId, rows: priced(price) });
    going = false;
    await reading;
    expect([...seen].filter((prices) => !['1/1 x300', '2/2 x300', '3/3 x300'].includes(prices))).toEqual([]);
  });

  it('leaves a count that was newer than the file, also when it was made while the version was being written', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const counted = (quantity: string, hour: string, price = '5') => [
      bolt(6900, { stock: [{ location: 'MAIN', quantity }], stockAsOf: `2026-11-20T${hour}:00:00Z`, listPrice: price }),
    ];
    await publishedUpload(db, supplier, { catalogueId, rows: counted('5', '08') });
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: counted('9', '09', '6') });
    const clerk = new pg.Client(db.adminUrl);
    await clerk.connect();
    await clerk.query('begin');
    await clerk.query(
      `update supply.stock s set quantity = 7, as_of = '2026-11-20T10:00:00Z', source = 'MANUAL' from supply.offer o where o.id = s.offer_id and o.catalogue_id = $1`,
      [catalogueId],
    );
    const publishing = publish(upload.id);
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await db.admin(waiting)).length > 0);
    await clerk.query('commit');
    await clerk.end();
    expect(await publishing).toMatchObject({ ok: true, value: { counts: { changed: 1 } } });
    const [offer] = await content(catalogueId);
    expect(JSON.parse(JSON.stringify(offer?.['stock']))[0].slice(0, 2)).toEqual(['MAIN', 7]);
  });

  it('leaves the old version whole when it is killed in the middle', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(20, 7000) });
    const before = await content(catalogueId);
    const upload = await stagedUpload(db, supplier, {
      catalogueId,
      rows: bolts(20, 7000).map((row) => ({ ...row, listPrice: '5' })),
    });
    const killed = db.unitOfWork.run(supplier, async (work) => {
      const pid = (await one<{ pid: number }>(work, 'select pg_backend_pid() as pid'))?.pid;
      return publishCatalogue(work, {
        uploadId: upload.id,
        onStep: async (step) =>
          step === 'SUMMARY' ? void (await db.admin('select pg_terminate_backend($1)', [pid])) : undefined,
      });
    });
    await expect(killed).rejects.toThrow();
    expect(await content(catalogueId)).toEqual(before);
    expect(await db.admin('select version from supply.catalogue where id = $1', [catalogueId])).toEqual([{ version: 1 }]);
    expect(await publish(upload.id)).toMatchObject({
      ok: true,
      value: { version: 2, counts: { new: 0, changed: 20, withdrawn: 0 } },
    });
  });

  it('lets the second of two publications at once see the first, and refuses what was previewed against another version', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const [one, two] = [
      await stagedUpload(db, supplier, { catalogueId, rows: bolts(5, 8000) }),
      await stagedUpload(db, supplier, { catalogueId, rows: bolts(6, 8000) }),
    ];
    const results = await Promise.all([publish(one.id), publish(two.id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const loser = results[0].ok ? two : one;
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      errors: [{ code: 'CatalogueMoved', path: [], values: { previewed: 0, present: 1 } }],
    });
    const again = await db.unitOfWork.run(supplier, (work) => finishStaging(work, { uploadId: loser.id }));
    expect(again.counts).toMatchObject(
      loser === two ? { new: 1, unchanged: 5, withdrawn: 0 } : { new: 0, unchanged: 5, withdrawn: 1 },
    );
  });

  it('completes a delta anew from what was published in between', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(2, 8100) });
    const delta = await stagedUpload(db, supplier, {
      catalogueId,
      loadMode: 'DELTA',
      rows: [{ line: 2, action: 'CHANGE', supplierPart: 'B-008100', leadDays: 77 }],
    });
    await publishedUpload(db, supplier, { catalogueId, rows: [bolt(8100, { listPrice: '1.23' }), bolt(8101)] });
    expect(await publish(delta.id)).toMatchObject({ ok: false, errors: [{ code: 'CatalogueMoved' }] });
    await db.unitOfWork.run(supplier, (work) => finishStaging(work, { uploadId: delta.id }));
    expect(await publish(delta.id)).toMatchObject({ ok: true });
    expect((await content(catalogueId))[0]).toMatchObject({
      supplier_part: 'B-008100',
      list_price: '1.23',
      lead_days: 77,
      from_version: 3,
    });
  });

  it('publishes once: the same upload again gives the same version', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const { upload } = await publishedUpload(db, supplier, { catalogueId, rows: bolts(2, 8200) });
    expect(await publish(upload.id)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(
      await db.admin('select count(*)::int as versions from supply.publication where catalogue_id = $1', [catalogueId]),
    ).toEqual([{ versions: 1 }]);
  });

  it('refuses an upload that is not ready, or whose staging a crash has emptied, and changes nothing', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const blocked = await stagedUpload(db, supplier, { catalogueId, rows: bolts(2), complete: false });
    expect(await publish(blocked.id)).toEqual({
      ok: false,
      errors: [{ code: 'UploadNotReady', path: [], values: { state: 'BLOCKED' } }],
    });
    const lost = await stagedUpload(db, supplier, { catalogueId, rows: bolts(2) });
    await db.admin('truncate supply.staged_row');
    expect(await publish(lost.id)).toEqual({ ok: false, errors: [{ code: 'StagingLost', path: [] }] });
    expect(await content(catalogueId)).toEqual([]);
  });

  it('does not know the upload of another organisation', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: bolts(2) });
    await expect(publish(upload.id, await organization(db))).rejects.toThrow(NotFound);
    await expect(publish(upload.id, systemActor('00000000-0000-4000-8000-000000000000'))).rejects.toThrow(NotFound);
  });

  it('keeps a newer count of stock and writes the counts of the file behind the same wall as the offer', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const row = (quantity: string, stockAsOf?: string) =>
      bolt(8300, {
        stock: [
          { location: 'SEA', quantity },
          { location: 'FRA', quantity: '7' },
        ],
        ...(stockAsOf ? { stockAsOf } : {}),
      });
    await publishedUpload(db, supplier, { catalogueId, rows: [row('5', '2026-05-01T00:00:00Z')] });
    await db.admin(
      `update supply.stock set quantity = 3, as_of = '2026-06-01', source = 'API' where location = 'SEA' and quantity = 5`,
    );
    await publishedUpload(db, supplier, { catalogueId, rows: [row('9', '2026-05-15T00:00:00Z')] });
    const stock = async () => (await content(catalogueId))[0]?.['stock'];
    expect(((await stock()) as [string, number][]).map(([location, quantity]) => [location, quantity])).toEqual([
      ['FRA', 7],
      ['SEA', 3],
    ]);
    await publishedUpload(db, supplier, { catalogueId, rows: [row('9', '2026-07-01T00:00:00Z')] });
    expect(((await stock()) as [string, number][]).map(([location, quantity]) => [location, quantity])).toEqual([
      ['FRA', 7],
      ['SEA', 9],
    ]);
  });

  it('tells the watchers of stock: what came with the file, what goes out of sight and what comes back, and nobody else', async () => {
    const notices = new Notices(db.appUrl);
    await notices.start();
    const heard: string[] = [];
    notices.on('stock.changed', ({ id }) => heard.push(...id.split(',')));
    const catalogueId = await catalogueOf(db, supplier, { withdrawPercentMax: '100' });
    const stock = [{ location: 'HAM', quantity: '5' }];
    const rows = bolts(3, 700).map((row, i) => (i < 2 ? { ...row, stock } : row));
    const expected = async (...places: number[]) => {
      const parts = await db.admin<{ id: string }>(
        'select part_id as id from supply.offer where catalogue_id = $1 order by supplier_part',
        [catalogueId],
      );
      await until(() => heard.length >= places.length);
      expect(heard.splice(0).sort()).toEqual(places.map((place) => parts[place]?.id).sort());
    };
    await publishedUpload(db, supplier, { catalogueId, rows });
    await expected(0, 1);
    // A price alone moves no stock; an offer that leaves takes its stock along.
    await publishedUpload(db, supplier, { catalogueId, rows: [{ ...bolt(700), listPrice: '77' }, bolt(702)] });
    await expected(1);
    await publishedUpload(db, supplier, { catalogueId, rows: [bolt(701)], loadMode: 'DELTA' });
    await expected(1);
    await notices.close();
  });
});
