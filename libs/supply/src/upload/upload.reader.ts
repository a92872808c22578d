import { In } from 'typeorm';
import {
  affected,
  type Connection,
  connection,
  keyset,
  NotFound,
  type Ordering,
  one,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import { Upload, type UploadState } from './upload.entity.js';

/** The upload, locked until the end of the work. Throws NotFound for a foreign or unknown one. */
export async function lockUpload(work: Work, uploadId: string): Promise<Upload> {
  const upload = await work.tx.findOne(Upload, {
    where: { orgId: work.actor.orgId, id: idOf(uploadId, 'upload') },
    lock: { mode: 'pessimistic_write' },
  });
  if (!upload) throw new NotFound('upload');
  return upload;
}

/** The upload as it stands. Throws NotFound for a foreign or unknown one. */
export async function uploadById(work: Work, uploadId: string): Promise<Upload> {
  const upload = await work.tx.findOneBy(Upload, { orgId: work.actor.orgId, id: idOf(uploadId, 'upload') });
  if (!upload) throw new NotFound('upload');
  return upload;
}

/** What may be written together with a new state. */
export type UploadChange = Partial<
  Pick<
    Upload,
    | 'loadMode'
    | 'complete'
    | 'prevVersion'
    | 'counts'
    | 'reasons'
    | 'error'
    | 'basedOnVersion'
    | 'publicationVersion'
    | 'progress'
    | 'format'
    | 'mapping'
    | 'publishAt'
    | 'publishZone'
  >
>;

/** Moves a locked upload on, raises its version and tells the listeners. */
export async function moveUpload(work: Work, upload: Upload, to: { state: UploadState } & UploadChange): Promise<Upload> {
  const change = { ...to, version: upload.version + 1, updatedAt: work.now };
  const { affected: moved } = await work.tx.update(
    Upload,
    { orgId: upload.orgId, id: upload.id, version: upload.version },
    change,
  );
  if (moved !== 1) throw new Error(`upload ${upload.id} was changed beside its lock`);
  work.notify('upload.changed', upload.orgId, upload.id);
  return Object.assign(upload, change);
}

/** Rows of the upload that are in staging now. */
export async function stagedRowCount(work: Work, uploadId: string): Promise<number> {
  const found = await one<{ count: number }>(
    work,
    `select ((select count(*) from supply.staged_row where org_id = $1 and upload_id = $2 and not unfolded)
       + (select coalesce(sum(cardinality(parts)), 0) from supply.staged_same where org_id = $1 and upload_id = $2))::int as count`,
    [work.actor.orgId, uploadId],
  );
  return found?.count ?? 0;
}

/** Empties the staging of an upload; its problems stay. Gives the rows removed. */
export async function clearStagedRows(work: Work, uploadId: string): Promise<number> {
  const key = [work.actor.orgId, uploadId];
  await affected(work, 'delete from supply.staged_category where org_id = $1 and upload_id = $2', key);
  await affected(work, 'delete from supply.staged_change where org_id = $1 and upload_id = $2', key);
  await affected(work, 'delete from supply.staged_same where org_id = $1 and upload_id = $2', key);
  return affected(work, 'delete from supply.staged_row where org_id = $1 and upload_id = $2', key);
}

const newestFirst: Ordering = { name: 'uploads:NEWEST', columns: [{ sql: 'u.id', cast: 'uuid', descending: true }] };

/** A page of the organisation's uploads, newest first. */
export async function uploadsOf(work: Work, catalogueId: string | undefined, args: PageArgs): Promise<Connection<Upload>> {
  const page = pageOf(args, newestFirst);
  const { where, orderBy, limit, values } = keyset(page, newestFirst, 3);
  const ids = await rows<{ id: string }>(
    work,
    `select u.id from supply.upload u where u.org_id = $1 and ($2::uuid is null or u.catalogue_id = $2) and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, catalogueId === undefined ? null : idOf(catalogueId, 'catalogue'), ...values],
  );
  const found = await work.tx.findBy(Upload, { orgId: work.actor.orgId, id: In(ids.map(({ id }) => id)) });
  const known = new Map(found.map((upload) => [upload.id, upload]));
  return connection(
    ids.flatMap(({ id }) => known.get(id) ?? []),
    page,
    (upload) => [upload.id],
  );
}
