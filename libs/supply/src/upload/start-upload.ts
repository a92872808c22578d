import { v7 } from 'uuid';
import { actorKey, type Work } from '#libs/platform';
import { catalogueById } from '../catalogue/catalogue.reader.js';
import type { LoadMode, UploadKind } from './upload.entity.js';
import { Upload } from './upload.entity.js';

/** A file that lies in quarantine, and what its sender says about it. */
export interface UploadStart {
  catalogueId?: string;
  kind: UploadKind;
  fileName: string;
  bytes: number;
  /** Hex, of the received bytes: the file's name in the store. */
  sha256: string;
  format?: string;
  /** What the sender wants; what the file declares comes later and wins. */
  loadMode?: LoadMode;
  mapping?: object;
}

/** Opens an upload for a file in quarantine. Throws NotFound when the catalogue is not the actor's. */
export async function startUpload(work: Work, input: UploadStart): Promise<Upload> {
  if (input.catalogueId) await catalogueById(work, input.catalogueId);
  const key = { orgId: work.actor.orgId, id: v7() };
  await work.tx.insert(Upload, {
    ...key,
    catalogueId: input.catalogueId ?? null,
    kind: input.kind,
    fileName: input.fileName.slice(0, 255),
    bytes: String(input.bytes),
    sha256: input.sha256,
    format: input.format ?? null,
    loadMode: input.loadMode ?? null,
    mapping: input.mapping ?? null,
    progress: { bytesRead: 0, bytesTotal: input.bytes, rows: 0, errors: 0, startedAt: work.now.toISOString() },
    createdBy: { kind: work.actor.kind, id: actorKey(work.actor) },
  });
  work.notify('upload.changed', key.orgId, key.id);
  return work.tx.findOneByOrFail(Upload, key);
}
