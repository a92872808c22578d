import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, requirePermission, type Work } from '#libs/platform';
import type { Upload } from '../upload/upload.entity.js';
import { lockUpload, moveUpload } from '../upload/upload.reader.js';

export type RequestPublicationError = Fault<'VersionConflict'> | Fault<'UploadNotReady'>;

/** Three tries with pauses of seconds: what fails then is no passing trouble, and the supplier is waiting. */
const attemptsMax = 3;

/** Name of the job that publishes an upload. */
export const publishUploadTask = 'supply.publish-upload';

/**
 * Starts the publication of a staged upload, also before the time it is scheduled for: it becomes PUBLISHING, and a worker does the rest, small or big. Asked again while
 * that runs or after it, the answer is the upload as it stands. Errors: VersionConflict (when `expectedVersion` is given),
 * UploadNotReady. Throws NotFound, Forbidden.
 */
export async function requestPublication(
  work: Work,
  input: { uploadId: string; expectedVersion?: number },
): Promise<Result<Upload, RequestPublicationError>> {
  requirePermission(work, 'catalogue:publish');
  const upload = await lockUpload(work, input.uploadId);
  if (upload.state === 'PUBLISHING' || upload.state === 'PUBLISHED') return ok(upload);
  if (input.expectedVersion !== undefined && upload.version !== input.expectedVersion)
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (upload.state !== 'STAGED') return fail({ code: 'UploadNotReady', path: ['uploadId'], values: { state: upload.state } });
  await addJob(work, { task: publishUploadTask, payload: { uploadId: upload.id }, key: `publish:${upload.id}`, attemptsMax });
  return ok(await moveUpload(work, upload, { state: 'PUBLISHING', publishAt: null, publishZone: null }));
}
