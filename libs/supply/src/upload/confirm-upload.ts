import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { requirePermission, type Work } from '#libs/platform';
import type { Upload } from './upload.entity.js';
import { lockUpload, moveUpload } from './upload.reader.js';

export type ConfirmUploadError = Fault<'VersionConflict'> | Fault<'UploadNotReady'>;

/**
 * A person has seen what a full load would withdraw and wants it: the upload becomes STAGED and may be published. The reasons
 * stay with it. Errors: VersionConflict, UploadNotReady. Throws NotFound, Forbidden.
 */
export async function confirmUpload(
  work: Work,
  input: { uploadId: string; expectedVersion: number },
): Promise<Result<Upload, ConfirmUploadError>> {
  requirePermission(work, 'catalogue:publish');
  const upload = await lockUpload(work, input.uploadId);
  if (upload.version !== input.expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (upload.state !== 'NEEDS_CONFIRMATION')
    return fail({ code: 'UploadNotReady', path: ['uploadId'], values: { state: upload.state } });
  return ok(await moveUpload(work, upload, { state: 'STAGED' }));
}
