import { ok, type Result } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { lockCatalogue } from '../catalogue/catalogue.reader.js';
import { type RequestPublicationError, requestPublication } from '../publication/request-publication.js';
import { finishStaging } from '../staging/finish-staging.js';
import type { Upload } from '../upload/upload.entity.js';
import { lockUpload, uploadById } from '../upload/upload.reader.js';

/**
 * Begins the publication of an upload whose time has come. One that was moved, called off, published or given up since stays as it is, so it may be
 * asked again. Where another version was published since its preview, the preview is made anew and waits for a confirmation: nobody has agreed to what it
 * says now. Errors: none beyond those of requestPublication, which cannot come. Throws NotFound.
 */
export async function publishScheduled(
  work: Work,
  { uploadId, publishAt }: { uploadId: string; publishAt: Date },
): Promise<Result<Upload, RequestPublicationError>> {
  const { catalogueId } = await uploadById(work, uploadId);
  // The catalogue first, as its publications lock.
  const catalogue = catalogueId === null ? undefined : await lockCatalogue(work, catalogueId);
  const upload = await lockUpload(work, uploadId);
  if (!catalogue || upload.state !== 'STAGED' || upload.publishAt?.getTime() !== publishAt.getTime()) return ok(upload);
  if (upload.basedOnVersion === catalogue.version) return requestPublication(work, { uploadId });
  const facts = { previewed: upload.basedOnVersion ?? 0, present: catalogue.version };
  return ok(await finishStaging(work, { uploadId, doubts: [{ code: 'SCHEDULE_STALE', facts }] }));
}
