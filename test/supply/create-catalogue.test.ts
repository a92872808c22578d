import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, NotFound } from '#libs/platform';
import { catalogueById, cataloguesOf, createCatalogue, openCatalogue } from '#libs/supply';
import { organization, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
});
afterAll(() => db.close());

const create = (input: Parameters<typeof createCatalogue>[1], as = supplier) =>
  db.unitOfWork.run(as, (work) => createCatalogue(work, input));

describe('createCatalogue', () => {
  it('opens an empty catalogue with the defaults of the trade', async () => {
    const made = value(
      await create({ name: ' Hardware ', currency: 'EUR', maker: { rule: 'FIXED', code: '80205', name: 'NAS' } }),
    );
    expect(made).toMatchObject({
      name: 'Hardware',
      currency: 'EUR',
      makerRule: 'FIXED',
      makerCode: '80205',
      makerName: 'NAS',
      withdrawPercentMax: '5',
      version: 0,
      sequence: 0,
      revision: 1,
    });
  });

  it('tells everything that is wrong at once', async () => {
    const refused = await create({ name: ' ', currency: 'XXX', maker: { rule: 'FIXED', code: '' }, withdrawPercentMax: '101' });
    expect(refused.ok ? [] : refused.errors.map(({ code }) => code)).toEqual([
      'CatalogueNameInvalid',
      'CurrencyUnknown',
      'MakerMissing',
      'PercentInvalid',
    ]);
  });

  it('gives a name once, also to two at once, and finds it again', async () => {
    const results = await Promise.all([create({ name: 'Seals', currency: 'USD' }), create({ name: 'Seals', currency: 'USD' })]);
    expect(results.map((result) => (result.ok ? 'made' : result.errors[0]?.code)).sort()).toEqual(['CatalogueNameTaken', 'made']);
    const open = () => db.unitOfWork.run(supplier, (work) => openCatalogue(work, { name: 'Seals', currency: 'USD' }));
    expect(value(await open()).id).toBe(value(await open()).id);
    expect(value(await create({ name: 'Seals', currency: 'USD' }, await organization(db))).name).toBe('Seals');
  });

  it('is known to its own organisation alone', async () => {
    const { id } = value(await create({ name: 'Mine', currency: 'USD' }));
    const stranger = await organization(db);
    await expect(db.unitOfWork.read(stranger, (work) => catalogueById(work, id))).rejects.toThrow(NotFound);
    expect(await db.unitOfWork.read(stranger, cataloguesOf)).toEqual([]);
  });
});
