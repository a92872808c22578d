import type { Work } from '#libs/platform';
import { forgetRecords } from '../memory/record-memory.reader.js';
import type { Upload } from './upload.entity.js';
import { mayMove } from './upload.lifecycle.js';
import { clearStagedRows, lockUpload, moveUpload } from './upload.reader.js';

export interface UploadFailure {
  uploadId: string;
  /** SCREAMING_SNAKE, such as READING_FAILED. */
  code: string;
  /** The facts of its sentence. */
  facts?: Record<string, string | number>;
  /** The reader's own sentence, in English. */
  message?: string;
}

/** Notes that a file could not be read to its end, or could not be published: nothing of it is used. An upload that has ended stays as it is. */
export async function failUpload(work: Work, input: UploadFailure): Promise<Upload> {
  const upload = await lockUpload(work, input.uploadId);
  if (!mayMove(upload.state, 'FAILED')) return upload;
  await clearStagedRows(work, upload.id);
  await forgetRecords(work, upload.id);
  const error = {
    code: input.code,
    facts: input.facts ?? {},
    ...(input.message === undefined ? {} : { message: input.message }),
  };
  return moveUpload(work, upload, { state: 'FAILED', error });
}
