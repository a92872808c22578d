import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, NotFound } from '#libs/platform';
import { type StagedRow, stageCatalogueRows, stageInBatches, startUpload, uploadById } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let catalogueId: string;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
  catalogueId = await catalogueOf(db, supplier);
});
afterAll(() => db.close());

const begin = () =>
  db.unitOfWork.run(supplier, (work) =>
    startUpload(work, { catalogueId, kind: 'CATALOGUE', fileName: 'a.csv', bytes: 900, sha256: '0' }),
  );
const problems = (uploadId: string) =>
  db.admin<{ line: number; code: string; supplier_part: string; raw: object | null }>(
    'select line, code, supplier_part, raw from supply.row_problem where upload_id = $1 order by line, id',
    [uploadId],
  );

describe('stageCatalogueRows', () => {
  it('stages batch behind batch and shows how far it has come', async () => {
    const upload = await begin();
    for (const from of [1, 11]) {
      await db.unitOfWork.run(supplier, (work) =>
        stageCatalogueRows(work, { uploadId: upload.id, rows: bolts(10, from), progress: { bytesRead: from * 30 } }),
      );
    }
    const shown = await db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id));
    expect([shown.state, shown.stagedRows, shown.progress]).toEqual([
      'PARSING',
      20,
      expect.objectContaining({ rows: 20, errors: 0, bytesRead: 330, bytesTotal: 900 }),
    ]);
    expect(
      await db.admin('select row_no, line from supply.staged_row where upload_id = $1 and row_no in (1, 20) order by 1', [
        upload.id,
      ]),
    ).toEqual([
      { row_no: 1, line: 2 },
      { row_no: 20, line: 21 },
    ]);
  });

  it('keeps refused rows in their place, with every problem and the cells they came with', async () => {
    const upload = await begin();
    const rows: StagedRow[] = [
      bolt(1),
      bolt(2, { listPrice: '-3', orderUnit: 'QQQ', raw: { Price: '-3' } }),
      bolt(3, { line: 9, problems: [{ code: 'NAME_MISSING', severity: 'WARNING', facts: {} }] }),
    ];
    expect(await db.unitOfWork.run(supplier, (work) => stageCatalogueRows(work, { uploadId: upload.id, rows }))).toEqual({
      rows: 3,
      refused: 1,
    });
    expect(await problems(upload.id)).toEqual([
      { line: 3, code: 'PRICE_NEGATIVE', supplier_part: 'B-000002', raw: { Price: '-3' } },
      { line: 3, code: 'UNIT_UNKNOWN', supplier_part: 'B-000002', raw: null },
      { line: 9, code: 'NAME_MISSING', supplier_part: 'B-000003', raw: null },
    ]);
  });

  it('reads a file from its beginning again after a reader that died half-way', async () => {
    const upload = await begin();
    const broken = (async function* () {
      for (const bolt of bolts(7)) yield [bolt];
      throw new Error('the reader died');
    })();
    await expect(stageInBatches(db.unitOfWork, supplier, { uploadId: upload.id, pieces: broken, batchRows: 3 })).rejects.toThrow(
      'the reader died',
    );
    expect((await db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id))).stagedRows).toBe(6);
    const whole = (async function* () {
      for (const bolt of bolts(8)) yield [bolt];
    })();
    expect(await stageInBatches(db.unitOfWork, supplier, { uploadId: upload.id, pieces: whole, batchRows: 3 })).toEqual({
      rows: 8,
      refused: 0,
    });
    expect(await db.admin('select count(*)::int as count from supply.staged_row where upload_id = $1', [upload.id])).toEqual([
      { count: 8 },
    ]);
  });

  it('takes any text there is', async () => {
    const strange = 'tab\t nl\n cr\r back\\slash \\N "quote" {brace} 六角螺栓 🔩 \u{10ffff}';
    const upload = await stagedUpload(db, supplier, {
      catalogueId,
      rows: [
        bolt(1, {
          name: strange,
          category: strange,
          details: { description: strange },
          stock: [{ location: '{a,"b"}\\', quantity: '1' }],
        }),
      ],
    });
    expect(
      await db.admin(
        `select name, category, details ->> 'description' as description, stock_location from supply.staged_row where upload_id = $1`,
        [upload.id],
      ),
    ).toEqual([{ name: strange, category: strange, description: strange, stock_location: ['{a,"b"}\\'] }]);
  });

  it('does not know the upload of another organisation', async () => {
    const upload = await begin();
    const stranger = await organization(db);
    await expect(
      db.unitOfWork.run(stranger, (work) => stageCatalogueRows(work, { uploadId: upload.id, rows: bolts(1) })),
    ).rejects.toThrow(NotFound);
    expect(await db.admin('select staged_rows from supply.upload where id = $1', [upload.id])).toEqual([{ staged_rows: 0 }]);
  });
});
