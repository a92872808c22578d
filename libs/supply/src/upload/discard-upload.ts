import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { requirePermission, type Work } from '#libs/platform';
import { forgetRecords } from '../memory/record-memory.reader.js';
import type { Upload } from './upload.entity.js';
import { mayMove } from './upload.lifecycle.js';
import { clearStagedRows, lockUpload, moveUpload } from './upload.reader.js';

export type DiscardUploadError = Fault<'UploadNotReady'>;

/** Ends an upload that shall not be published and empties its staging; its problems stay readable. Errors: UploadNotReady. Throws NotFound, Forbidden. */
export async function discardUpload(work: Work, input: { uploadId: string }): Promise<Result<Upload, DiscardUploadError>> {
  requirePermission(work, 'catalogue:upload');
  const upload = await lockUpload(work, input.uploadId);
  if (upload.state === 'DISCARDED') return ok(upload);
  if (!mayMove(upload.state, 'DISCARDED'))
    return fail({ code: 'UploadNotReady', path: ['uploadId'], values: { state: upload.state } });
  await clearStagedRows(work, upload.id);
  await forgetRecords(work, upload.id);
  return ok(await moveUpload(work, upload, { state: 'DISCARDED', publishAt: null, publishZone: null }));
}
