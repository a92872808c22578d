import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, type JobWorker, NotFound, startWorker } from '#libs/platform';
import { confirmUpload, PublicationJobs, requestPublication, uploadById } from '#libs/supply';
import { bolts, catalogueOf, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let worker: JobWorker;
let supplier: Actor;
beforeAll(async () => {
  db = await freshDatabase({ routes: { 'catalogue.published.v1': ['supply.clear-staging'] } });
  worker = await startWorker({
    jobsUrl: db.jobsUrl,
    tasks: new PublicationJobs().tasks(),
    unitOfWork: db.unitOfWork,
    pollMs: 100,
  });
  supplier = await organization(db);
});
afterAll(async () => {
  await worker.stop();
  await db.close();
});

const request = (uploadId: string, expectedVersion?: number, as = supplier) =>
  db.unitOfWork.run(as, (work) =>
    requestPublication(work, { uploadId, ...(expectedVersion === undefined ? {} : { expectedVersion }) }),
  );
const state = async (uploadId: string) => (await db.unitOfWork.read(supplier, (work) => uploadById(work, uploadId))).state;
const staged = async (uploadId: string) =>
  (await db.admin<{ rows: number }>('select count(*)::int as rows from supply.staged_row where upload_id = $1', [uploadId]))[0]
    ?.rows;

describe('requestPublication', () => {
  it('has a worker publish the upload, and the staging cleared after it', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: bolts(30) });
    expect(await request(upload.id, upload.version)).toMatchObject({ ok: true, value: { state: 'PUBLISHING' } });
    await until(async () => (await state(upload.id)) === 'PUBLISHED');
    await until(async () => (await staged(upload.id)) === 0);
    const shown = await db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id));
    expect([shown.publicationVersion, shown.progress]).toEqual([
      1,
      expect.objectContaining({ phase: 'SUMMARY', step: 4, steps: 4 }),
    ]);
    expect(await request(upload.id, 1)).toMatchObject({ ok: true, value: { state: 'PUBLISHED' } });
  });

  it('asks a person again when another version was published since the preview', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(10) });
    const small = await stagedUpload(db, supplier, { catalogueId, rows: bolts(10) });
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(20) });
    expect(await request(small.id)).toMatchObject({ ok: true });
    await until(async () => (await state(small.id)) === 'NEEDS_CONFIRMATION');
    const again = await db.unitOfWork.read(supplier, (work) => uploadById(work, small.id));
    expect(again.counts).toMatchObject({ new: 0, unchanged: 10, withdrawn: 10, active: 20 });
    await db.unitOfWork.run(supplier, (work) => confirmUpload(work, { uploadId: small.id, expectedVersion: again.version }));
    await request(small.id);
    await until(async () => (await state(small.id)) === 'PUBLISHED');
  });

  it('says that the file has to be sent again when a crash has emptied the staging', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: bolts(3) });
    await db.admin('delete from supply.staged_row where upload_id = $1', [upload.id]);
    await request(upload.id);
    await until(async () => (await state(upload.id)) === 'FAILED');
    expect(await db.admin('select error from supply.upload where id = $1', [upload.id])).toEqual([
      { error: { code: 'STAGING_LOST', facts: {} } },
    ]);
  });

  it('refuses what is not staged and what was changed since', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const blocked = await stagedUpload(db, supplier, { catalogueId, rows: bolts(3), complete: false });
    expect(await request(blocked.id)).toMatchObject({
      ok: false,
      errors: [{ code: 'UploadNotReady', values: { state: 'BLOCKED' } }],
    });
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: bolts(3) });
    expect(await request(upload.id, upload.version - 1)).toMatchObject({ ok: false, errors: [{ code: 'VersionConflict' }] });
    expect(await state(upload.id)).toBe('STAGED');
  });

  it('is for those who may publish, in their own organisation', async () => {
    const upload = await stagedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: bolts(3) });
    await expect(request(upload.id, undefined, await organization(db))).rejects.toThrow(NotFound);
    await expect(
      request(upload.id, undefined, { ...supplier, permissions: new Set(['catalogue:upload']) } as Actor),
    ).rejects.toThrow(Forbidden);
    expect(await state(upload.id)).toBe('STAGED');
  });
});
