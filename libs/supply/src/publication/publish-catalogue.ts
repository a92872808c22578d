import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, one, type Work } from '#libs/platform';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { catalogueById, lockCatalogue } from '../catalogue/catalogue.reader.js';
import { allowBulk, joinBySets } from '../staging/bulk.settings.js';
import { contentColumns } from '../staging/row-columns.js';
import type { Upload } from '../upload/upload.entity.js';
import { moveUpload, stagedRowCount, uploadById } from '../upload/upload.reader.js';
import { applyOffers } from './offer.merge.js';
import { Publication, type PublicationCounts } from './publication.entity.js';
import { CataloguePublished } from './publication.events.js';
import { publicationOf } from './publication.reader.js';
import { applyStock } from './stock.merge.js';

export type PublishError = Fault<'UploadNotReady'> | Fault<'CatalogueMoved'> | Fault<'StagingLost'>;

export interface PublishInput {
  uploadId: string;
  /** Called before each step, for whoever watches. It must not use this work. */
  onStep?: (phase: 'PARTS' | 'OFFERS' | 'STOCK' | 'SUMMARY') => Promise<void>;
  /** Who names the parts and writes their search documents beside this transaction. Default: both are done in it. */
  beside?: {
    /** Whether it named them; waited for before the first offer. */
    named: Promise<boolean>;
    /** Waited for before the version counts. */
    worded: Promise<unknown>;
  };
}

/**
 * Makes a staged upload the next version of its catalogue, all of it in this transaction: readers see the version before or this
 * one, never a mixture. Parts named for the first time come to be, offers are added, changed and withdrawn, the stock that came
 * with the file is written, what was superseded goes to the history.
 * Errors: UploadNotReady (not staged, or not confirmed), CatalogueMoved (another version was published since the preview; stage
 * again), StagingLost (the database crashed since; read the file again). Publishing the same upload again gives the same version.
 * Throws NotFound for a foreign upload.
 */
export async function publishCatalogue(work: Work, input: PublishInput): Promise<Result<Publication, PublishError>> {
  const seen = await uploadById(work, input.uploadId);
  if (seen.catalogueId === null) return fail({ code: 'UploadNotReady', path: [], values: { state: seen.state } });
  // The catalogue first: of two publications of one catalogue the second waits here, and then sees the first.
  const catalogue = await lockCatalogue(work, seen.catalogueId);
  const upload = await uploadById(work, input.uploadId);
  if (upload.state === 'PUBLISHED') return ok(await publicationOf(work, catalogue.id, upload.publicationVersion ?? 0));
  const errors = await mayPublish(work, upload, catalogue);
  if (errors.length > 0) return { ok: false, errors };

  const { beside, onStep = async () => undefined } = input;
  const counts = await publish(work, { upload, catalogue, onStep, beside });
  return ok(await recordPublication(work, { upload, catalogue, counts }));
}

/** Why the upload cannot become the next version of its catalogue as both stand now. */
async function mayPublish(work: Work, upload: Upload, catalogue: Catalogue): Promise<PublishError[]> {
  const { state, basedOnVersion } = upload;
  if (state !== 'STAGED' && state !== 'PUBLISHING') return [{ code: 'UploadNotReady', path: [], values: { state } }];
  if (basedOnVersion !== catalogue.version)
    return [{ code: 'CatalogueMoved', path: [], values: { previewed: basedOnVersion ?? 0, present: catalogue.version } }];
  return (await stagedRowCount(work, upload.id)) === upload.stagedRows ? [] : [{ code: 'StagingLost', path: [] }];
}

/**
 * Finds or makes the parts that a staged upload names, as far as the upload may be published; gives whether it may. In a
 * transaction of its own it keeps other catalogues that name the same parts from waiting for a whole publication. A part says what a thing
 * is, not who has it: one that no version came to offer is found by its number and has no offers.
 */
export async function nameParts(work: Work, uploadId: string): Promise<boolean> {
  const upload = await uploadById(work, uploadId);
  if (upload.catalogueId === null) return false;
  const catalogue = await catalogueById(work, upload.catalogueId);
  if ((await mayPublish(work, upload, catalogue)).length > 0) return false;
  await allowBulk(work);
  await affected(work, 'select catalog.identify_parts($1)', [upload.id]);
  return true;
}

/** Writes the search documents that the parts of an upload lack. Gives their number. */
export async function wordParts(work: Work, uploadId: string): Promise<number> {
  await allowBulk(work);
  const written = await one<{ count: number }>(work, 'select catalog.word_parts($1) as count', [uploadId]);
  return written?.count ?? 0;
}

async function publish(
  work: Work,
  on: { upload: Upload; catalogue: Catalogue } & Required<Pick<PublishInput, 'onStep'>> & Pick<PublishInput, 'beside'>,
): Promise<PublicationCounts> {
  const { upload, catalogue, onStep, beside } = on;
  await allowBulk(work);
  await onStep('PARTS');
  await collectContent(work, upload);
  if (!(await beside?.named)) {
    await affected(work, 'select catalog.identify_parts($1)', [upload.id]);
    await wordParts(work, upload.id);
  }
  await onStep('OFFERS');
  await collectNext(work, upload);
  const counts = await applyOffers(work, { catalogueId: catalogue.id, version: catalogue.version + 1 });
  await onStep('STOCK');
  if (upload.counts && upload.counts.stock > 0)
    await applyStock(work, {
      uploadId: upload.id,
      catalogueId: catalogue.id,
      receivedAt: upload.createdAt,
      unchanged: upload.counts.unchanged,
    });
  await onStep('SUMMARY');
  await refreshSummary(work);
  await beside?.worded;
  return counts;
}

/** What the staged rows that change something say, in a table of their own: the planner needs its statistics. Needs no part, so these may be named beside it. */
async function collectContent(work: Work, upload: Upload): Promise<void> {
  const [org, id] = [upload.orgId, upload.id].map((value) => `'${value}'::uuid`);
  await affected(work, 'drop table if exists pg_temp.next_content, pg_temp.next_offer, pg_temp.gone_offer');
  await joinBySets(work, true);
  await affected(
    work,
    `create temp table next_content on commit drop as
     select coalesce(c.offer_id, ${bulkId}) as offer_id, c.offer_id is not null as existed, c.offer_id is not null and c.change = 'NEW' as returned,
       s.maker, s.part_number, c.supplier_part, ${contentColumns.map((column) => `s.${column}`).join(', ')}, s.break_from, s.break_price, s.stock_location, s.stock_quantity, s.stock_as_of, c.digest
     from supply.staged_change c join supply.staged_row s on s.org_id = c.org_id and s.upload_id = c.upload_id and s.row_no = c.row_no
     where c.org_id = ${org} and c.upload_id = ${id} and c.change in ('NEW', 'CHANGED')`,
  );
  await affected(
    work,
    `create temp table gone_offer on commit drop as select offer_id from supply.staged_change where org_id = ${org} and upload_id = ${id} and change = 'WITHDRAWN'`,
  );
  await joinBySets(work, false);
  // Only what joins read: the wide columns would cost half a second of a hundred thousand rows.
  await affected(work, 'analyze next_content (offer_id, existed, maker, part_number), gone_offer');
}

/** The parts of what `next_content` says. */
async function collectNext(work: Work, upload: Upload): Promise<void> {
  await affected(work, 'drop table if exists pg_temp.named_part');
  await affected(
    work,
    `create temp table named_part on commit drop as select n.maker, n.part_number, p.id from (select distinct maker, part_number from next_content) n
     join catalog.manufacturer_alias a on a.alias = n.maker join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = n.part_number`,
  );
  await affected(work, 'analyze named_part (maker, part_number)');
  await affected(
    work,
    `create temp table next_offer on commit drop as select c.offer_id, c.existed, c.returned, p.id as part_id
     from next_content c join named_part p on p.maker = c.maker and p.part_number = c.part_number`,
  );
  await affected(work, 'analyze next_offer');
  await requireAll(work, upload);
}

/** A UUID v7 by its row number: one clock for the whole load, 4,096 ids a millisecond, in rising order; a quarter of the cost of platform.uuid_v7(). */
const bulkId = `encode(overlay(uuid_send(gen_random_uuid()) placing int8send((((extract(epoch from transaction_timestamp()) * 1000)::bigint + row_number() over () / 4096) << 16)
  | 28672 | (row_number() over () % 4096)) from 1 for 8), 'hex')::uuid`;

/** Each change found its part and became one next offer, or nothing is published at all. */
async function requireAll(work: Work, upload: Upload): Promise<void> {
  const found = await one<{ next: number; planned: number }>(
    work,
    `select (select count(*) from next_offer)::int as next,
       (select count(*) from supply.staged_change where org_id = $1 and upload_id = $2 and change in ('NEW', 'CHANGED'))::int as planned`,
    [upload.orgId, upload.id],
  );
  if (!found || found.next !== found.planned)
    throw new Error(`upload ${upload.id}: ${found?.next} of ${found?.planned} rows found their part`);
}

/** The summary that the search shows, for the parts this version touched; asked for in slices, so that no parameter grows without bound. */
export async function refreshSummary(work: Work): Promise<void> {
  await affected(
    work,
    `select supply.refresh_part_supply(array_agg(part_id)) from (select part_id, (row_number() over (order by part_id) - 1) / 20000 as slice from touched_part) t group by slice order by slice`,
  );
  await affected(work, 'drop table touched_part');
}

async function recordPublication(
  work: Work,
  done: { upload: Upload; catalogue: Catalogue; counts: PublicationCounts },
): Promise<Publication> {
  const { upload, catalogue, counts } = done;
  const version = catalogue.version + 1;
  // A full load begins a new sequence; an update that names its predecessor is the next one (BMEcat prev_version).
  const sequence = upload.loadMode === 'FULL' ? 0 : upload.prevVersion === null ? catalogue.sequence : upload.prevVersion + 1;
  await writeVersion(work, catalogue, { version, sequence, counts, uploadId: upload.id });
  await moveUpload(work, upload, { state: 'PUBLISHED', publicationVersion: version, error: null });
  return publicationOf(work, catalogue.id, version);
}

/** Notes a new version of the catalogue and tells of it. */
export async function writeVersion(
  work: Work,
  catalogue: Catalogue,
  made: { version: number; sequence: number; counts: PublicationCounts; uploadId: string | null; rolledBackTo?: number },
): Promise<void> {
  await work.tx.insert(Publication, {
    orgId: catalogue.orgId,
    catalogueId: catalogue.id,
    version: made.version,
    uploadId: made.uploadId,
    kind: made.rolledBackTo === undefined ? 'PUBLISH' : 'ROLLBACK',
    rolledBackTo: made.rolledBackTo ?? null,
    counts: made.counts,
    publishedBy: { kind: work.actor.kind, id: actorKey(work.actor) },
  });
  await affected(work, 'update supply.catalogue set version = $3, sequence = $4 where org_id = $1 and id = $2', [
    catalogue.orgId,
    catalogue.id,
    made.version,
    made.sequence,
  ]);
  work.emit(new CataloguePublished(catalogue.orgId, catalogue.id, { seq: made.version, uploadId: made.uploadId }));
  work.notify('catalogue.published', catalogue.orgId, catalogue.id);
}
