import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotFound } from '#libs/platform';
import { startUpload, uploadById } from '#libs/supply';
import { catalogueOf, organization } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const file = { kind: 'CATALOGUE', fileName: 'x'.repeat(300), bytes: 12, sha256: 'ab' } as const;

describe('startUpload', () => {
  it('opens an upload for a file in quarantine', async () => {
    const supplier = await organization(db);
    const catalogueId = await catalogueOf(db, supplier);
    const upload = await db.unitOfWork.run(supplier, (work) =>
      startUpload(work, { ...file, catalogueId, loadMode: 'DELTA', mapping: { columns: {} } }),
    );
    expect(upload).toMatchObject({
      state: 'QUARANTINED',
      fileName: 'x'.repeat(255),
      bytes: '12',
      sha256: 'ab',
      loadMode: 'DELTA',
      mapping: { columns: {} },
      stagedRows: 0,
      version: 1,
      createdBy: { kind: 'system' },
    });
    expect(upload.progress).toMatchObject({ bytesRead: 0, bytesTotal: 12, rows: 0, errors: 0 });
  });

  it('takes no catalogue of another organisation, and shows the upload to nobody else', async () => {
    const [supplier, stranger] = [await organization(db), await organization(db)];
    const catalogueId = await catalogueOf(db, supplier);
    await expect(db.unitOfWork.run(stranger, (work) => startUpload(work, { ...file, catalogueId }))).rejects.toThrow(NotFound);
    const upload = await db.unitOfWork.run(supplier, (work) => startUpload(work, { ...file, catalogueId }));
    await expect(db.unitOfWork.read(stranger, (work) => uploadById(work, upload.id))).rejects.toThrow(NotFound);
    expect(await db.admin('select count(*)::int as uploads from supply.upload where catalogue_id = $1', [catalogueId])).toEqual([
      { uploads: 1 },
    ]);
  });
});
