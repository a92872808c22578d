import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { addJob, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { calendarFor } from '../calendar/calendar.reader.js';
import { instantOf, isTimeZone, minutesOf } from '../calendar/zoned-time.js';
import type { Upload } from '../upload/upload.entity.js';
import { lockUpload, moveUpload } from '../upload/upload.reader.js';

const input = z.strictObject({
  uploadId: z.uuid(),
  expectedVersion: z.int(),
  day: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM'),
  /** IANA name; absent: that of the supplier's calendar, else UTC. */
  timeZone: z.string().min(1).max(60).nullish(),
});

export type SchedulePublicationInput = z.input<typeof input>;
export type SchedulePublicationError = Fault<'VersionConflict' | 'UploadNotReady' | 'TimeZoneUnknown' | 'ScheduleOutOfRange'>;

/** A schedule further ahead is a slip in the year. */
const aheadMsMax = 366 * 24 * 60 * 60_000;

/** Name of the job that begins a scheduled publication. */
export const publishScheduledTask = 'supply.publish-scheduled';

/**
 * Has a staged upload published by itself from a day and time on, as the wall clock of the supplier's time zone shows it; given again it is
 * moved. Of a time that comes twice the first is meant. The preview counts for the version it was made against: if another is published before
 * the day, the upload waits for a person again instead. Errors: VersionConflict, UploadNotReady (not staged, or not confirmed), TimeZoneUnknown,
 * ScheduleOutOfRange (not ahead, or more than a year). Throws NotFound, Forbidden without catalogue:publish, BadInput.
 */
export async function schedulePublication(
  work: Work,
  given: SchedulePublicationInput,
): Promise<Result<Upload, SchedulePublicationError>> {
  requirePermission(work, 'catalogue:publish');
  const { uploadId, expectedVersion, day, time, timeZone } = checkInput(input, given);
  const upload = await lockUpload(work, uploadId);
  if (upload.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (upload.state !== 'STAGED' || upload.catalogueId === null)
    return fail({ code: 'UploadNotReady', path: ['uploadId'], values: { state: upload.state } });
  const zone = timeZone ?? (await ownTimeZone(work));
  if (!isTimeZone(zone)) return fail({ code: 'TimeZoneUnknown', path: ['timeZone'], values: { value: zone } });
  const publishAt = instantOf(day, minutesOf(time), zone);
  const aheadMs = publishAt.getTime() - work.now.getTime();
  if (aheadMs <= 0 || aheadMs > aheadMsMax)
    return fail({ code: 'ScheduleOutOfRange', path: ['day'], values: { at: publishAt.toISOString() } });

  // The job carries the instant, and does nothing for an upload that was moved or called off since.
  await addJob(work, {
    task: publishScheduledTask,
    payload: { uploadId, publishAt: publishAt.toISOString() },
    key: `schedule:${uploadId}`,
    runAt: publishAt,
  });
  await audit(work, {
    action: 'upload:schedule',
    subject: `upload:${uploadId}`,
    detail: { publishAt: publishAt.toISOString(), timeZone: zone },
  });
  return ok(await moveUpload(work, upload, { state: 'STAGED', publishAt, publishZone: zone }));
}

/** The time zone of the acting supplier's calendar; UTC as long as he keeps none. */
export async function ownTimeZone(work: Work): Promise<string> {
  return (await calendarFor(work, { orgId: work.actor.orgId ?? '', place: '' }))?.timeZone ?? 'UTC';
}
