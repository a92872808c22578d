import { affected, type Work } from '#libs/platform';
import type { LoadMode, Upload } from './upload.entity.js';
import { lockUpload, uploadById } from './upload.reader.js';

/** How a file shall be read, or what its reader found it to be; what is absent stays as it is. */
export interface ReadingPlan {
  uploadId: string;
  /** csv, cif or bmecat. */
  format?: string;
  mapping?: object;
  loadMode?: LoadMode;
}

/** Notes how an upload is read, before or while it is. Throws NotFound for a foreign upload, and when it was read to its end before. */
export async function planReading(work: Work, { uploadId, format, mapping, loadMode }: ReadingPlan): Promise<Upload> {
  const upload = await lockUpload(work, uploadId);
  if (upload.state !== 'QUARANTINED' && upload.state !== 'PARSING') throw new Error(`upload ${upload.id} is ${upload.state}`);
  await affected(
    work,
    `update supply.upload set format = coalesce($3, format), mapping = coalesce($4, mapping), load_mode = coalesce($5, load_mode),
       version = version + 1, updated_at = clock_timestamp() where org_id = $1 and id = $2`,
    [upload.orgId, upload.id, format ?? null, mapping ? JSON.stringify(mapping) : null, loadMode ?? null],
  );
  work.notify('upload.changed', upload.orgId, upload.id);
  return uploadById(work, upload.id);
}
