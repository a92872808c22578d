import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { rollbackCatalogue, type StagedRow } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
});
afterAll(() => db.close());

const rollback = (input: Parameters<typeof rollbackCatalogue>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => rollbackCatalogue(work, input));
/** Everything a buyer may see of a catalogue, without the number of the version that wrote it. */
const active = async (catalogueId: string) =>
  db.admin(
    `select to_jsonb(o) - 'from_version' as offer, (select jsonb_agg(jsonb_build_array(b.from_quantity, b.price) order by b.from_quantity) from supply.price_break b where b.offer_id = o.id) as breaks
     from supply.offer o where o.catalogue_id = $1 and o.status = 'ACTIVE' order by o.supplier_part`,
    [catalogueId],
  );

const versions: StagedRow[][] = [
  [
    ...bolts(5),
    bolt(6, {
      breaks: [
        { from: '10', price: '9.00' },
        { from: '100', price: '8.5' },
      ],
      charges: [{ code: 'CERT', amount: '12.00' }],
      validFrom: '2026-01-01',
      listPrice: '10.10',
    }),
  ],
  [
    bolt(1, { listPrice: '1.10', name: '六角螺栓' }),
    bolt(2, { manufacturerPart: 'BACB30-2A' }),
    ...bolts(2, 3),
    bolt(6, { breaks: [{ from: '20', price: '7' }] }),
    bolt(7),
  ],
  [bolt(1), bolt(7, { leadDays: 1 }), bolt(8)],
];

describe('rollbackCatalogue', () => {
  it('restores the exact content of any earlier version as a new one', async () => {
    const catalogueId = await catalogueOf(db, supplier, { withdrawPercentMax: '100' });
    const contents: unknown[] = [[]];
    for (const rows of versions) {
      await publishedUpload(db, supplier, { catalogueId, rows });
      contents.push(await active(catalogueId));
    }
    let newest = 3;
    for (const toVersion of [1, 3, 2, 0, 2, 5, 1]) {
      const made = await rollback({ catalogueId, toVersion, expectedVersion: newest });
      newest += 1;
      expect(made).toMatchObject({
        ok: true,
        value: { version: newest, kind: 'ROLLBACK', rolledBackTo: toVersion, uploadId: null },
      });
      contents.push(await active(catalogueId));
      expect(contents[newest]).toEqual(contents[toVersion]);
    }
    expect(await publishedUpload(db, supplier, { catalogueId, rows: versions[0] ?? [] })).toMatchObject({
      version: 11,
      upload: { counts: { new: 0, changed: 0, unchanged: 6, withdrawn: 0 } },
    });
  });

  it('leaves stock as it is and keeps withdrawn offers readable', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const stocked = (quantity: string) => bolt(50, { listPrice: quantity, stock: [{ location: 'SEA', quantity }] });
    await publishedUpload(db, supplier, { catalogueId, rows: [stocked('4')] });
    await publishedUpload(db, supplier, { catalogueId, rows: [stocked('6'), bolt(51)] });
    expect(await rollback({ catalogueId, toVersion: 1 })).toMatchObject({
      ok: true,
      value: { counts: { new: 0, changed: 1, withdrawn: 1 } },
    });
    const shown = `select o.supplier_part, o.status, o.list_price, s.quantity from supply.offer o left join supply.stock s on s.offer_id = o.id where o.catalogue_id = $1 order by 1`;
    expect(await db.admin(shown, [catalogueId])).toEqual([
      { supplier_part: 'B-000050', status: 'ACTIVE', list_price: '4', quantity: '6' },
      { supplier_part: 'B-000051', status: 'WITHDRAWN', list_price: '61.50', quantity: null },
    ]);
  });

  it('refuses versions that are not earlier and a version somebody else has added since', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(1, 60) });
    for (const toVersion of [1, 2, -1, 0.5])
      expect(await rollback({ catalogueId, toVersion })).toEqual({
        ok: false,
        errors: [{ code: 'VersionUnknown', path: ['toVersion'], values: { version: toVersion, present: 1 } }],
      });
    expect(await rollback({ catalogueId, toVersion: 0, expectedVersion: 0 })).toEqual({
      ok: false,
      errors: [{ code: 'VersionConflict', path: ['expectedVersion'], values: { present: 1 } }],
    });
    expect(await active(catalogueId)).toHaveLength(1);
  });

  it('makes two rollbacks at once two versions, one after the other', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(1, 70) });
    const results = await Promise.all([
      rollback({ catalogueId, toVersion: 0, expectedVersion: 1 }),
      rollback({ catalogueId, toVersion: 0, expectedVersion: 1 }),
    ]);
    expect(results.map((result) => (result.ok ? result.value.version : result.errors[0]?.code)).sort()).toEqual([
      2,
      'VersionConflict',
    ]);
  });

  it('is for those who may publish, in their own organisation', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(1, 80) });
    await expect(rollback({ catalogueId, toVersion: 0 }, await organization(db))).rejects.toThrow(NotFound);
    const reader = { ...supplier, permissions: new Set(['catalogue:read']) } as Actor;
    await expect(rollback({ catalogueId, toVersion: 0 }, reader)).rejects.toThrow(Forbidden);
    expect(await active(catalogueId)).toHaveLength(1);
  });
});
