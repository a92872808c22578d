import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { discardUpload } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
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

const discard = (uploadId: string, as = supplier) => db.unitOfWork.run(as, (work) => discardUpload(work, { uploadId }));
const left = `select (select count(*)::int from supply.staged_row where upload_id = $1) as rows, (select count(*)::int from supply.staged_change where upload_id = $1) as changes,
  (select count(*)::int from supply.row_problem where upload_id = $1) as problems, (select state from supply.upload where id = $1) as state`;

describe('discardUpload', () => {
  it('empties the staging, keeps the problems, and may be asked twice', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: [...bolts(3), bolt(4, { basis: '0' })] });
    expect(await discard(upload.id)).toMatchObject({ ok: true, value: { state: 'DISCARDED' } });
    expect(await discard(upload.id)).toMatchObject({ ok: true, value: { state: 'DISCARDED' } });
    expect(await db.admin(left, [upload.id])).toEqual([{ rows: 0, changes: 0, problems: 1, state: 'DISCARDED' }]);
  });

  it('refuses what is published', async () => {
    const { upload } = await publishedUpload(db, supplier, { catalogueId, rows: bolts(1) });
    expect(await discard(upload.id)).toMatchObject({
      ok: false,
      errors: [{ code: 'UploadNotReady', values: { state: 'PUBLISHED' } }],
    });
  });

  it('is for those who may upload, in their own organisation', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: bolts(2) });
    await expect(discard(upload.id, await organization(db))).rejects.toThrow(NotFound);
    await expect(discard(upload.id, { ...supplier, permissions: new Set(['catalogue:read']) } as Actor)).rejects.toThrow(
      Forbidden,
    );
    expect(await db.admin(left, [upload.id])).toMatchObject([{ rows: 2, state: 'STAGED' }]);
  });
});
