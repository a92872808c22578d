import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotFound } from '#libs/platform';
import { failUpload } from '#libs/supply';
import { bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('failUpload', () => {
  it('says why, uses nothing of the file, and leaves what has ended', async () => {
    const supplier = await organization(db);
    const catalogueId = await catalogueOf(db, supplier);
    const failed = (uploadId: string) =>
      db.unitOfWork.run(supplier, (work) => failUpload(work, { uploadId, code: 'READING_FAILED', message: 'cut' }));
    const staged = await stagedUpload(db, supplier, { catalogueId, rows: bolts(2) });
    expect(await failed(staged.id)).toMatchObject({
      state: 'FAILED',
      error: { code: 'READING_FAILED', facts: {}, message: 'cut' },
    });
    expect(await db.admin('select count(*)::int as rows from supply.staged_row where upload_id = $1', [staged.id])).toEqual([
      { rows: 0 },
    ]);
    const { upload } = await publishedUpload(db, supplier, { catalogueId, rows: bolts(2) });
    expect(await failed(upload.id)).toMatchObject({ state: 'PUBLISHED', error: null });
    const stranger = await organization(db);
    await expect(db.unitOfWork.run(stranger, (work) => failUpload(work, { uploadId: staged.id, code: 'X' }))).rejects.toThrow(
      NotFound,
    );
  });
});
