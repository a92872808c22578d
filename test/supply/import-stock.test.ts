import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { importStock, type LoadMode, type StagedRow, type StockImport, stageInBatches, startUpload } from '#libs/supply';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let catalogueId: string;
const offers: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
  catalogueId = (await publishedCatalogue(db, { actor: supplier, rows: bolts(50) })).catalogueId;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
});
afterAll(() => db.close());

const row = (line: number, part: string, stock: [string, string][], stockAsOf?: string): StagedRow => ({
  line,
  action: 'CHANGE',
  supplierPart: part,
  stock: stock.map(([location, quantity]) => ({ location, quantity })),
  ...(stockAsOf ? { stockAsOf } : {}),
});

async function load(rows: StagedRow[], loadMode: LoadMode = 'DELTA'): Promise<StockImport & { again: StockImport }> {
  const upload = await db.unitOfWork.run(supplier, (work) =>
    startUpload(work, { catalogueId, kind: 'STOCK', fileName: 'stock.csv', bytes: 1, sha256: '0'.repeat(64), loadMode }),
  );
  await stageInBatches(db.unitOfWork, supplier, {
    uploadId: upload.id,
    pieces: (async function* () {
      yield rows;
    })(),
  });
  const run = () => db.unitOfWork.run(supplier, (work) => importStock(work, { uploadId: upload.id, complete: true }));
  return { ...value(await run()), again: value(await run()) };
}
const stored = (offer: number) => stockAsStored(db, offers[offer] ?? '');
const problems = (uploadId: string) =>
  db.admin(
    'select line, column_name as column, supplier_part as part, code, severity from supply.row_problem where upload_id = $1 order by line',
    [uploadId],
  );

describe('importStock', () => {
  it('takes the counts of a file in one merge, and nothing when it is asked again', async () => {
    const done = await load(
      bolts(50).map((bolt, i) =>
        row(
          i + 2,
          bolt.supplierPart ?? '',
          [
            ['HAM', String(i)],
            ['SIN', '5'],
          ],
          '2026-01-01T08:00:00Z',
        ),
      ),
    );
    expect(done).toMatchObject({
      written: 100,
      outdated: 0,
      unknown: 0,
      upload: { state: 'PUBLISHED', counts: { rows: 50, ok: 50, refused: 0, stock: 50 } },
      again: { written: 0 },
    });
    expect(await stored(7)).toEqual([
      { location: 'HAM', quantity: '7', reserved: '0', ledger: '0' },
      { location: 'SIN', quantity: '5', reserved: '0', ledger: '0' },
    ]);
    expect(await db.admin(`select distinct source, as_of from supply.stock`)).toEqual([
      { source: 'FILE', as_of: new Date('2026-01-01T08:00:00Z') },
    ]);
    expect(await db.admin('select count(*)::int as n from supply.part_supply where in_stock')).toEqual([{ n: 50 }]);
  });

  it('of two counts of a place takes the newer, else the later line', async () => {
    await load([
      row(2, 'B-000001', [['HAM', '11']], '2026-01-02T09:00:00Z'),
      row(3, 'B-000001', [['HAM', '12']], '2026-01-02T08:00:00Z'),
      row(4, 'B-000002', [['HAM', '1']], '2026-01-02T08:00:00Z'),
      row(5, 'B-000002', [['HAM', '2']], '2026-01-02T08:00:00Z'),
    ]);
    expect((await stored(0))[0]).toMatchObject({ quantity: '11' });
    expect((await stored(1))[0]).toMatchObject({ quantity: '2' });
  });

  it('notes parts it does not know and counts that are older than the known ones, with their lines', async () => {
    await stocked(db, supplier, { offerId: offers[2] ?? '', quantity: '77', location: 'HAM' });
    const done = await load([
      row(2, 'NONE', [['HAM', '1']]),
      row(3, 'B-000003', [['HAM', '1']], '2026-01-03T08:00:00Z'),
      row(4, 'B-000004', [['HAM', '44']]),
    ]);
    expect(done).toMatchObject({
      written: 1,
      outdated: 1,
      unknown: 1,
      upload: { state: 'PUBLISHED', counts: { rows: 3, ok: 2, refused: 1 } },
    });
    expect(await problems(done.upload.id)).toEqual([
      { line: 2, column: 'supplierPart', part: 'NONE', code: 'SUPPLIER_PART_UNKNOWN', severity: 'ERROR' },
      { line: 3, column: 'stockAsOf', part: 'B-000003', code: 'STOCK_OUTDATED', severity: 'WARNING' },
    ]);
    expect((await stored(2))[0]).toMatchObject({ quantity: '77' });
    expect((await stored(3))[0]).toMatchObject({ quantity: '44' });
  });

  it('of a full load sets what it does not name to zero, of a delta leaves it', async () => {
    await load([row(2, 'B-000010', [['HAM', '3']])], 'DELTA');
    expect((await stored(10)).map(({ quantity }) => quantity)).toEqual(['10', '5']);
    const done = await load([row(2, 'B-000011', [['HAM', '3']])], 'FULL');
    expect((await stored(10)).map(({ quantity }) => quantity)).toEqual(['3', '0']);
    expect((await stored(11)).map(({ quantity }) => quantity)).toEqual(['0', '0']);
    expect(done.upload.state).toBe('PUBLISHED');
    expect(await db.admin('select count(*)::int as n from supply.part_supply where in_stock')).toEqual([{ n: 1 }]);
  });

  it('without one good row blocks the upload, with the reason', async () => {
    const done = await load([row(2, 'NONE', [['HAM', '1']])], 'FULL');
    expect(await db.admin('select count(*)::int as n from supply.part_supply where in_stock')).toEqual([{ n: 1 }]);
    expect(done.upload).toMatchObject({ state: 'BLOCKED', reasons: [{ code: 'NOTHING_ACCEPTED', facts: { refused: 1 } }] });
  });

  it('of a full load leaves what a refused row stands for', async () => {
    await load([row(2, 'B-000012', [['HAM', '4']])]);
    await load(
      [
        row(2, 'B-000013', [['HAM', '1']]),
        {
          ...row(3, 'B-000012', []),
          refused: true,
          problems: [{ code: 'NUMBER_INVALID', column: 'quantity', severity: 'ERROR' }],
        },
      ],
      'FULL',
    );
    expect((await stored(11))[0]).toMatchObject({ quantity: '4' });
    expect((await stored(10))[0]).toMatchObject({ quantity: '0' });
  });

  it('never touches what orders hold', async () => {
    await db.admin(`update supply.stock set reserved = 2 where offer_id = $1 and location = 'HAM'`, [offers[20]]);
    await load([row(2, 'B-000021', [['HAM', '1']])]);
    expect((await stored(20))[0]).toMatchObject({ quantity: '1', reserved: '2' });
  });
});
