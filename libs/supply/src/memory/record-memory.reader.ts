import { affected, one, rows, type Work } from '#libs/platform';
import { catalogueById } from '../catalogue/catalogue.reader.js';
import { stagingDefaults } from '../staging/stage-catalogue-rows.js';
import type { Upload } from '../upload/upload.entity.js';

/** The records of the last full load of a catalogue that were accepted without any finding. */
export interface RecordBase {
  /** The version that this load became. */
  version: number;
  uploadId: string;
  /** How many there are, at most. */
  records: number;
}

/** Some of them, in the order of their file. */
export interface KnownBlock {
  block: number;
  /** 16 bytes each. */
  digests: Buffer;
  /** The reader's note about each; null: none has any. */
  habits: readonly number[] | null;
  /** Places from 1 of records that were refused after all, as one of two with the same number. */
  void: readonly number[] | null;
}

/** Raised with every change to how a row is checked and staged: what was accepted by older rules is then read again. */
const rowRules = 1;

/** What decides, besides the file, what a row of an upload says; in one text that is equal when all of it is. */
export async function rulesOf(work: Work, upload: Upload): Promise<string> {
  const defaults = await stagingDefaults(work, upload);
  // Categories have settings of their own, and the history keeps whom an offer was shown when it was superseded: of what was read under an
  // earlier setting nothing is repeated, even if the setting has come back since.
  const shown = upload.catalogueId === null ? 0 : (await catalogueById(work, upload.catalogueId)).shownVersion;
  return JSON.stringify([rowRules, defaults, shown]);
}

/** The load that a new file of the catalogue is compared with; undefined when nothing is remembered. Throws NotFound for a foreign catalogue. */
export async function recordBaseOf(work: Work, catalogueId: string): Promise<RecordBase | undefined> {
  const { id } = await catalogueById(work, catalogueId);
  return one<RecordBase>(
    work,
    `select p.version, p.upload_id as "uploadId", (select coalesce(sum(cardinality(b.parts)), 0)::int from supply.record_block b where b.org_id = p.org_id and b.upload_id = p.upload_id) as records
     from supply.publication p join supply.upload u on u.org_id = p.org_id and u.id = p.upload_id
     where p.org_id = $1 and p.catalogue_id = $2 and p.kind = 'PUBLISH' and u.load_mode = 'FULL' order by p.version desc limit 1`,
    [work.actor.orgId, id],
  );
}

/** A page of blocks behind one of them; a hundred of 2,000 records are 3 MB. */
export function knownBlocks(work: Work, after: { uploadId: string; block: number }): Promise<KnownBlock[]> {
  return rows<KnownBlock>(
    work,
    `with refused as materialized (select distinct supplier_part from supply.row_problem where org_id = $1 and upload_id = $2 and severity = 'ERROR' and supplier_part is not null)
     select b.block, b.digests, b.habits, case when exists (select from refused) then
       (select array_agg(t.place::int) from unnest(b.parts) with ordinality as t (part, place) where t.part in (select supplier_part from refused)) end as void
     from supply.record_block b where b.org_id = $1 and b.upload_id = $2 and b.block > $3 order by b.block limit 100`,
    [work.actor.orgId, after.uploadId, after.block],
  );
}

/** Drops what is remembered of an upload that will not be the base of a file to come. */
export async function forgetRecords(work: Work, uploadId: string): Promise<void> {
  await affected(work, 'delete from supply.record_block where org_id = $1 and upload_id = $2', [work.actor.orgId, uploadId]);
}

/** Of the published loads of a catalogue only the last full one is remembered. */
export async function forgetEarlier(work: Work, uploadId: string): Promise<void> {
  await affected(
    work,
    `delete from supply.record_block b using supply.upload u, supply.upload last
     where last.org_id = $1 and last.id = $2 and u.org_id = last.org_id and u.catalogue_id = last.catalogue_id and u.state = 'PUBLISHED'
       and b.org_id = u.org_id and b.upload_id = u.id
       and (u.load_mode is distinct from 'FULL' or last.load_mode = 'FULL' and u.publication_version < last.publication_version)`,
    [work.actor.orgId, uploadId],
  );
}
