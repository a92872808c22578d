import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, type JobWorker, NotFound, startWorker } from '#libs/platform';
import {
  callOffPublication,
  discardUpload,
  PublicationJobs,
  publishScheduled,
  requestPublication,
  ScheduleJobs,
  saveCalendar,
  schedulePublication,
  type Upload,
  uploadById,
} from '#libs/supply';
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
    tasks: [...new PublicationJobs().tasks(), ...new ScheduleJobs().tasks()],
    unitOfWork: db.unitOfWork,
    pollMs: 100,
  });
  supplier = await organization(db);
});
afterAll(async () => {
  await worker.stop();
  await db.close();
});

type Given = Partial<Parameters<typeof schedulePublication>[1]>;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const schedule = (upload: Upload, given: Given = {}, as = supplier) =>
  db.unitOfWork.run(as, (work) =>
    schedulePublication(work, { uploadId: upload.id, expectedVersion: upload.version, day: inDays(3), time: '06:30', ...given }),
  );
const shown = (upload: Upload) => db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id));
const staged = async (rows = 5): Promise<Upload> =>
  stagedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: bolts(rows) });
/** Brings the day of a scheduled upload and of its job to now, as if the time had passed. */
async function passTime(upload: Upload): Promise<void> {
  const { publishAt } = await shown(upload);
  await db.admin(
    `update graphile_worker._private_jobs set run_at = now() where payload ->> 'uploadId' = $1 and payload ->> 'publishAt' = $2`,
    [upload.id, publishAt?.toISOString()],
  );
}
const due = async (upload: Upload) => {
  const { publishAt } = await shown(upload);
  return db.unitOfWork.run(supplier, (work) =>
    publishScheduled(work, { uploadId: upload.id, publishAt: publishAt ?? new Date(0) }),
  );
};
const ofState = (state: string) => ({ ok: false, errors: [{ code: 'UploadNotReady', values: { state } }] });

describe('schedulePublication', () => {
  it('publishes by itself when the time has come, once, and not before', async () => {
    const upload = await staged();
    const scheduled = await schedule(upload);
    expect(scheduled).toMatchObject({ ok: true, value: { state: 'STAGED', publishZone: 'UTC' } });
    expect((await shown(upload)).publishAt?.toISOString()).toBe(`${inDays(3)}T06:30:00.000Z`);
    await passTime(upload);
    await until(async () => (await shown(upload)).state === 'PUBLISHED');
    expect(await shown(upload)).toMatchObject({ publicationVersion: 1, publishAt: null });
    // Told again, as an at-least-once job may be, it is left as it is.
    expect(await due(upload)).toMatchObject({ ok: true, value: { state: 'PUBLISHED', publicationVersion: 1 } });
    const versions = await db.admin('select version from supply.publication where upload_id = $1', [upload.id]);
    expect(versions).toEqual([{ version: 1 }]);
  });

  it('means the wall of the zone: the one said, else that of the calendar', async () => {
    const upload = await staged();
    await schedule(upload, { timeZone: 'Asia/Kolkata' });
    expect((await shown(upload)).publishAt?.toISOString()).toBe(`${inDays(3)}T01:00:00.000Z`);
    const other = await organization(db);
    await db.unitOfWork.run(other, (work) =>
      saveCalendar(work, { place: '', name: 'House', timeZone: 'Asia/Tokyo', workingDays: [1, 2, 3, 4, 5] }),
    );
    const own = await stagedUpload(db, other, { catalogueId: await catalogueOf(db, other), rows: bolts(1) });
    const given = { uploadId: own.id, expectedVersion: own.version, day: inDays(3), time: '10:00' };
    const scheduled = await db.unitOfWork.run(other, (work) => schedulePublication(work, given));
    expect(scheduled).toMatchObject({
      ok: true,
      value: { publishZone: 'Asia/Tokyo', publishAt: new Date(`${inDays(3)}T01:00:00Z`) },
    });
  });

  it('is moved by being given again: the job of the earlier time does nothing', async () => {
    const upload = await staged();
    await schedule(upload);
    const before = (await shown(upload)).publishAt ?? new Date(0);
    const moved = await schedule(await shown(upload), { day: inDays(5) });
    expect(moved).toMatchObject({ ok: true });
    const late = await db.unitOfWork.run(supplier, (work) => publishScheduled(work, { uploadId: upload.id, publishAt: before }));
    expect(late).toMatchObject({ ok: true, value: { state: 'STAGED' } });
    const jobs = await db.admin<{ at: string }>(
      `select payload ->> 'publishAt' as at from graphile_worker._private_jobs where payload ->> 'uploadId' = $1`,
      [upload.id],
    );
    expect(jobs).toEqual([{ at: `${inDays(5)}T06:30:00.000Z` }]);
  });

  it('waits for a person when another version came first', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: bolts(10) });
    await schedule(upload);
    await publishedUpload(db, supplier, { catalogueId, rows: bolts(4) });
    await passTime(upload);
    await until(async () => (await shown(upload)).state === 'NEEDS_CONFIRMATION');
    expect(await shown(upload)).toMatchObject({
      publishAt: null,
      publishZone: null,
      basedOnVersion: 1,
      counts: { new: 6, unchanged: 4 },
      reasons: [{ code: 'SCHEDULE_STALE', facts: { previewed: 0, present: 1 } }],
    });
  });

  it('is over once it is published by hand or given up', async () => {
    const [now, never] = [await staged(), await staged()];
    await schedule(now);
    await schedule(never);
    await db.unitOfWork.run(supplier, (work) => requestPublication(work, { uploadId: now.id }));
    await until(async () => (await shown(now)).state === 'PUBLISHED');
    await db.unitOfWork.run(supplier, (work) => discardUpload(work, { uploadId: never.id }));
    for (const upload of [now, never]) await due(upload);
    expect([(await shown(now)).publicationVersion, (await shown(never)).state]).toEqual([1, 'DISCARDED']);
  });

  it('refuses what is not staged, changed since, not ahead, too far, or in no zone', async () => {
    const blocked = await stagedUpload(db, supplier, {
      catalogueId: await catalogueOf(db, supplier),
      rows: bolts(2),
      complete: false,
    });
    expect(await schedule(blocked)).toMatchObject(ofState('BLOCKED'));
    const upload = await staged();
    expect(await schedule(upload, { expectedVersion: 99 })).toMatchObject({ ok: false, errors: [{ code: 'VersionConflict' }] });
    for (const day of [inDays(-1), inDays(400)])
      expect(await schedule(upload, { day })).toMatchObject({ ok: false, errors: [{ code: 'ScheduleOutOfRange' }] });
    expect(await schedule(upload, { timeZone: 'Mars/Olympus' })).toMatchObject({
      ok: false,
      errors: [{ code: 'TimeZoneUnknown' }],
    });
    await expect(schedule(upload, { time: '25:00' })).rejects.toThrow(BadInput);
    expect((await shown(upload)).publishAt).toBeNull();
  });

  it('is for those who may publish, and for their own uploads', async () => {
    const upload = await staged();
    const reader: Actor = { ...supplier, permissions: new Set(['catalogue:upload', 'catalogue:read']) };
    await expect(schedule(upload, {}, reader)).rejects.toThrow(Forbidden);
    await expect(schedule(upload, {}, await organization(db))).rejects.toThrow(NotFound);
    expect((await shown(upload)).publishAt).toBeNull();
  });

  it('takes one of two who schedule at once', async () => {
    const upload = await staged();
    const both = await Promise.all([schedule(upload), schedule(upload, { day: inDays(7) })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('keeps what waits for its day from being swept away as forgotten', async () => {
    const [waiting, forgotten] = [await staged(), await staged()];
    await schedule(waiting, { day: inDays(40) });
    await db.admin(`update supply.upload set updated_at = now() - interval '20 days' where id = any ($1)`, [
      [waiting.id, forgotten.id],
    ]);
    const swept = await db.admin<{ id: string }>('select id from supply.stale_uploads() where id = any ($1)', [
      [waiting.id, forgotten.id],
    ]);
    expect(swept).toEqual([{ id: forgotten.id }]);
  });
});

describe('callOffPublication', () => {
  const callOff = (upload: Upload, as = supplier) =>
    db.unitOfWork.run(as, (work) => callOffPublication(work, { uploadId: upload.id, expectedVersion: upload.version }));

  it('leaves the upload staged for a person; the job does nothing', async () => {
    const upload = await staged();
    await schedule(upload);
    const publishAt = (await shown(upload)).publishAt ?? new Date(0);
    expect(await callOff(await shown(upload))).toMatchObject({ ok: true, value: { state: 'STAGED', publishAt: null } });
    await db.unitOfWork.run(supplier, (work) => publishScheduled(work, { uploadId: upload.id, publishAt }));
    expect((await shown(upload)).state).toBe('STAGED');
    expect(await callOff(await shown(upload))).toMatchObject({ ok: true, value: { publishAt: null } });
  });

  it('refuses what was changed since or has ended, and whoever may not', async () => {
    const upload = await staged();
    await schedule(upload);
    expect(await callOff(upload)).toMatchObject({ ok: false, errors: [{ code: 'VersionConflict' }] });
    const now = await shown(upload);
    await expect(callOff(now, { ...supplier, permissions: new Set(['catalogue:upload']) } as Actor)).rejects.toThrow(Forbidden);
    await expect(callOff(now, await organization(db))).rejects.toThrow(NotFound);
    expect((await shown(upload)).publishAt).not.toBeNull();
    await db.unitOfWork.run(supplier, (work) => discardUpload(work, { uploadId: upload.id }));
    expect(await callOff(await shown(upload))).toMatchObject(ofState('DISCARDED'));
  });
});
