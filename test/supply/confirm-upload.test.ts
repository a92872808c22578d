import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { confirmUpload, publishCatalogue } from '#libs/supply';
import { bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
});
afterAll(() => db.close());

const confirm = (uploadId: string, expectedVersion: number, as = supplier) =>
  db.unitOfWork.run(as, (work) => confirmUpload(work, { uploadId, expectedVersion }));

/** An upload that would withdraw half of a catalogue. */
async function halved() {
  const catalogueId = await catalogueOf(db, supplier);
  await publishedUpload(db, supplier, { catalogueId, rows: bolts(10) });
  return stagedUpload(db, supplier, { catalogueId, rows: bolts(5) });
}

describe('confirmUpload', () => {
  it('lets a full load withdraw more than the limit, after somebody has seen it', async () => {
    const upload = await halved();
    expect(upload.state).toBe('NEEDS_CONFIRMATION');
    expect(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id }))).toMatchObject({
      ok: false,
      errors: [{ code: 'UploadNotReady' }],
    });
    expect(await confirm(upload.id, upload.version)).toMatchObject({
      ok: true,
      value: { state: 'STAGED', version: upload.version + 1 },
    });
    expect(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id }))).toMatchObject({
      ok: true,
      value: { counts: { withdrawn: 5 } },
    });
  });

  it('refuses what was changed since, what needs no confirmation, and the second of two', async () => {
    const upload = await halved();
    expect(await confirm(upload.id, upload.version + 1)).toMatchObject({ ok: false, errors: [{ code: 'VersionConflict' }] });
    const results = await Promise.all([confirm(upload.id, upload.version), confirm(upload.id, upload.version)]);
    expect(results.map((result) => (result.ok ? 'STAGED' : result.errors[0]?.code)).sort()).toEqual([
      'STAGED',
      'VersionConflict',
    ]);
    expect(await confirm(upload.id, upload.version + 1)).toMatchObject({
      ok: false,
      errors: [{ code: 'UploadNotReady', values: { state: 'STAGED' } }],
    });
  });

  it('is for those who may publish, in their own organisation', async () => {
    const upload = await halved();
    await expect(confirm(upload.id, upload.version, await organization(db))).rejects.toThrow(NotFound);
    await expect(
      confirm(upload.id, upload.version, { ...supplier, permissions: new Set(['catalogue:upload']) } as Actor),
    ).rejects.toThrow(Forbidden);
    expect(await db.admin('select state from supply.upload where id = $1', [upload.id])).toEqual([
      { state: 'NEEDS_CONFIRMATION' },
    ]);
  });
});
