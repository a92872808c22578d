import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, NotFound } from '#libs/platform';
import { finishStaging, planReading, stageCategories, stageInBatches, startUpload, type Upload } from '#libs/supply';
import { bolt, catalogueOf, organization } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
  stranger = await organization(db);
});
afterAll(() => db.close());

async function started(): Promise<Upload> {
  const catalogueId = await catalogueOf(db, supplier);
  return db.unitOfWork.run(supplier, (work) =>
    startUpload(work, { catalogueId, kind: 'CATALOGUE', fileName: 'a.csv', bytes: 1, sha256: '0'.repeat(64) }),
  );
}
const pieces = async function* () {
  yield [bolt(1, { category: undefined } as never)];
  yield [bolt(2)];
};

describe('how a file is read', () => {
  it('is noted piece by piece, until it was read', async () => {
    const upload = await started();
    const plan = (more: object, actor = supplier) =>
      db.unitOfWork.run(actor, (work) => planReading(work, { uploadId: upload.id, ...more }));
    await plan({ mapping: { charset: 'gb18030' }, loadMode: 'FULL' });
    expect(await plan({ format: 'csv' })).toMatchObject({
      format: 'csv',
      loadMode: 'FULL',
      mapping: { charset: 'gb18030' },
      version: 3,
    });
    await expect(plan({}, stranger)).rejects.toThrow(NotFound);
    await stageInBatches(db.unitOfWork, supplier, { uploadId: upload.id, pieces: pieces() });
    await db.unitOfWork.run(supplier, (work) => finishStaging(work, { uploadId: upload.id, complete: true }));
    await expect(plan({})).rejects.toThrow('is STAGED');
  });
});

describe('categories that a file tells after its rows', () => {
  it('fill rows without one, the first in alphabet; a row that names its own keeps it', async () => {
    const upload = await started();
    const stage = (actor: Actor, ...pairs: [string, string][]) =>
      db.unitOfWork.run(actor, (work) =>
        stageCategories(work, {
          uploadId: upload.id,
          categories: pairs.map(([supplierPart, category]) => ({ supplierPart, category })),
        }),
      );
    await expect(stage(supplier, ['B-000001', 'Early'])).rejects.toThrow('is QUARANTINED');
    await stageInBatches(db.unitOfWork, supplier, { uploadId: upload.id, pieces: pieces() });
    await stage(supplier, ['B-000001', 'Screws'], ['B-000001', 'Bolts'], ['B-000002', 'Other']);
    await stage(supplier, ['B-000001', 'Screws']);
    await expect(stage(stranger, ['B-000001', 'Mine'])).rejects.toThrow(NotFound);
    await db.unitOfWork.run(supplier, (work) => finishStaging(work, { uploadId: upload.id, complete: true, loadMode: 'FULL' }));
    expect(
      await db.admin('select supplier_part as part, category from supply.staged_row where upload_id = $1 order by 1', [
        upload.id,
      ]),
    ).toEqual([
      { part: 'B-000001', category: 'Bolts' },
      { part: 'B-000002', category: 'Bolts' },
    ]);
  });
});
