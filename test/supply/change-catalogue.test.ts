import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { changeCatalogue } from '#libs/supply';
import { bolt, catalogueOf, organization, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { cage: '22222' });
});
afterAll(() => db.close());

const change = (input: Parameters<typeof changeCatalogue>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => changeCatalogue(work, input));

describe('changeCatalogue', () => {
  it('changes what is named and remembers the mapping', async () => {
    const catalogueId = await catalogueOf(db, supplier, { name: 'A' });
    expect(await change({ catalogueId, expectedRevision: 1, withdrawPercentMax: '12.5' })).toMatchObject({
      ok: true,
      value: { name: 'A', withdrawPercentMax: '12.5', revision: 2 },
    });
    const mapping = { columns: { 'Part No.': 'supplierPart' }, headersHash: 'abc' };
    expect(await change({ catalogueId, expectedRevision: 2, mapping })).toMatchObject({
      ok: true,
      value: { mapping: mapping.columns, mappingHeadersHash: 'abc', revision: 3 },
    });
  });

  it('lets the supplier be the maker of rows that name none', async () => {
    const catalogueId = await catalogueOf(db, supplier, { name: 'B' });
    const anonymous = () =>
      stagedUpload(db, supplier, {
        catalogueId,
        rows: [{ ...bolt(1), manufacturer: '', manufacturerCode: '', manufacturerPart: undefined as never }],
      });
    expect((await anonymous()).counts).toMatchObject({ ok: 0, refused: 1 });
    await change({ catalogueId, expectedRevision: 1, maker: { rule: 'OWN' } });
    const upload = await anonymous();
    expect(upload.counts).toMatchObject({ ok: 1, refused: 0 });
    expect(await db.admin('select maker, part_number from supply.staged_row where upload_id = $1', [upload.id])).toEqual([
      { maker: 'C:22222', part_number: 'B-000001' },
    ]);
  });

  it('refuses a stale revision, a taken name and wrong values, and changes nothing', async () => {
    const catalogueId = await catalogueOf(db, supplier, { name: 'C' });
    expect(await change({ catalogueId, expectedRevision: 9, currency: 'QQQ' })).toMatchObject({
      ok: false,
      errors: [{ code: 'CurrencyUnknown' }, { code: 'VersionConflict' }],
    });
    expect(await change({ catalogueId, expectedRevision: 1, name: 'A' })).toMatchObject({
      ok: false,
      errors: [{ code: 'CatalogueNameTaken' }],
    });
    expect(await db.admin('select name, currency, revision from supply.catalogue where id = $1', [catalogueId])).toEqual([
      { name: 'C', currency: 'USD', revision: 1 },
    ]);
  });

  it('is for those who may upload, in their own organisation', async () => {
    const catalogueId = await catalogueOf(db, supplier, { name: 'D' });
    await expect(change({ catalogueId, expectedRevision: 1, name: 'E' }, await organization(db))).rejects.toThrow(NotFound);
    await expect(
      change({ catalogueId, expectedRevision: 1, name: 'E' }, { ...supplier, permissions: new Set(['catalogue:read']) } as Actor),
    ).rejects.toThrow(Forbidden);
  });

  it('lets one of two edits of the same revision win', async () => {
    const catalogueId = await catalogueOf(db, supplier, { name: 'F' });
    const results = await Promise.all(['G', 'H'].map((name) => change({ catalogueId, expectedRevision: 1, name })));
    expect(results.map((result) => (result.ok ? 'made' : result.errors[0]?.code)).sort()).toEqual(['VersionConflict', 'made']);
  });
});
