import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, requirePermission, type Work } from '#libs/platform';
import type { Upload } from '../upload/upload.entity.js';
import { lockUpload, moveUpload } from '../upload/upload.reader.js';

export type CallOffPublicationError = Fault<'VersionConflict' | 'UploadNotReady'>;

/**
 * Calls a scheduled publication off: the upload stays staged and waits for a person. One that is not scheduled stays as it is.
 * Errors: VersionConflict, UploadNotReady (it is being published, or has ended). Throws NotFound, Forbidden without catalogue:publish.
 */
export async function callOffPublication(
  work: Work,
  input: { uploadId: string; expectedVersion: number },
): Promise<Result<Upload, CallOffPublicationError>> {
  requirePermission(work, 'catalogue:publish');
  const upload = await lockUpload(work, input.uploadId);
  if (upload.version !== input.expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (upload.state !== 'STAGED') return fail({ code: 'UploadNotReady', path: ['uploadId'], values: { state: upload.state } });
  if (upload.publishAt === null) return ok(upload);
  await audit(work, {
    action: 'upload:call-off',
    subject: `upload:${upload.id}`,
    detail: { publishAt: upload.publishAt.toISOString() },
  });
  return ok(await moveUpload(work, upload, { state: 'STAGED', publishAt: null, publishZone: null }));
}
