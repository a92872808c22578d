import { affected, copyChunks, copyInto, type Work } from '#libs/platform';
import { lockShown } from '../audience/audience.reader.js';
import { catalogueById, makerOf } from '../catalogue/catalogue.reader.js';
import type { Upload, UploadProgress } from '../upload/upload.entity.js';
import { mayMove } from '../upload/upload.lifecycle.js';
import { clearStagedRows, lockUpload } from '../upload/upload.reader.js';
import { type FoundProblem, RowBatch, type Staged } from './row-batch.js';
import { stagedColumns } from './row-columns.js';
import type { RowDefaults } from './row-values.js';
import type { SameRow, StagedProblem, StagedRow } from './staged-row.js';

export interface StagingInput {
  uploadId: string;
  rows: AsyncIterable<StagedRow | SameRow> | Iterable<StagedRow | SameRow>;
  /** The version whose file the same rows stood in. Required with them. */
  baseVersion?: number;
  /** How far the file has been read, for whoever watches. */
  progress?: Pick<UploadProgress, 'bytesRead' | 'bytesTotal'>;
}

/**
 * Checks rows one by one and copies them behind those staged before: call it once per batch, each in its own unit of work, and
 * progress shows. Rows that fail keep their place and their problems. Memory: the text of one call is held until its rows
 * are copied, so bound the batch. Throws NotFound for a foreign upload, and when it is no longer being read.
 */
export async function stageCatalogueRows(work: Work, input: StagingInput): Promise<Staged> {
  const upload = await lockUpload(work, input.uploadId);
  requireReadable(upload);
  const batch = new RowBatch(upload, {
    from: upload.stagedRows,
    baseVersion: input.baseVersion,
    defaults: await stagingDefaults(work, upload),
  });
  for await (const row of input.rows) batch.add(row);
  return copyBatch(work, upload, { batch, progress: input.progress });
}

/** Stages rows that were checked before. Throws NotFound for a foreign upload, and when it is no longer being read or others staged rows beside. */
export async function stageBatch(
  work: Work,
  input: { uploadId: string; batch: RowBatch } & Pick<StagingInput, 'progress'>,
): Promise<Staged> {
  const upload = await lockUpload(work, input.uploadId);
  requireReadable(upload);
  return copyBatch(work, upload, input);
}

async function copyBatch(
  work: Work,
  upload: Upload,
  { batch, progress }: { batch: RowBatch } & Pick<StagingInput, 'progress'>,
): Promise<Staged> {
  if (batch.from !== upload.stagedRows)
    throw new Error(`upload ${upload.id} has ${upload.stagedRows} rows, the batch begins behind ${batch.from}`);
  const { staged } = batch;
  // A crash empties staging whatever was committed (its table is not logged), and the file is read again: nothing to wait for the disk for.
  await affected(work, `select set_config('synchronous_commit', 'off', true)`);
  await copyChunks(work, { table: 'supply.staged_row', columns: stagedColumns }, batch.chunks());
  await storeProblems(work, upload.id, batch.problems);
  await batch.records.store(work, upload);
  await affected(
    work,
    `update supply.upload set state = 'PARSING', staged_rows = staged_rows + $3, updated_at = clock_timestamp(), progress = progress
       || jsonb_build_object('rows', staged_rows + $3, 'errors', coalesce((progress ->> 'errors')::int, 0) + $4) || $5::jsonb
     where org_id = $1 and id = $2`,
    [upload.orgId, upload.id, staged.rows, staged.refused, JSON.stringify(progress ?? {})],
  );
  work.notify('upload.changed', upload.orgId, upload.id);
  return staged;
}

function requireReadable(upload: Upload): void {
  if (upload.state !== 'PARSING' && !mayMove(upload.state, 'PARSING')) throw new Error(`upload ${upload.id} is ${upload.state}`);
}

/** What the rows of an upload need not say: a catalogue's settings, or, for a stock report, nearly everything. */
export async function stagingDefaults(work: Work, upload: Upload): Promise<RowDefaults> {
  if (upload.kind === 'STOCK') return { currency: '', audience: null, stockOnly: true };
  if (upload.catalogueId === null) throw new Error(`upload ${upload.id} has no catalogue`);
  await lockShown(work, upload.catalogueId, 'read');
  const catalogue = await catalogueById(work, upload.catalogueId);
  const maker = await makerOf(work, catalogue);
  return { currency: catalogue.currency, audience: catalogue.audience, ...(maker ? { maker } : {}) };
}

/**
 * Empties what a reader before staged of this upload, so that the file may be read from its beginning: it may have died half-way. Gives
 * what its rows need not say.
 */
export async function restartStaging(work: Work, uploadId: string): Promise<RowDefaults> {
  const upload = await lockUpload(work, uploadId);
  requireReadable(upload);
  await clearStagedRows(work, uploadId);
  await affected(work, 'delete from supply.row_problem where org_id = $1 and upload_id = $2', [upload.orgId, uploadId]);
  await affected(work, 'delete from supply.record_block where org_id = $1 and upload_id = $2', [upload.orgId, uploadId]);
  await affected(
    work,
    `update supply.upload set state = 'PARSING', staged_rows = 0, updated_at = clock_timestamp(), progress = progress || '{"rows": 0, "errors": 0, "bytesRead": 0}' where org_id = $1 and id = $2`,
    [upload.orgId, uploadId],
  );
  return stagingDefaults(work, upload);
}

/** Notes findings about the file as a whole or between rows, where no row carries them. */
export async function stageProblems(
  work: Work,
  input: { uploadId: string; problems: readonly (StagedProblem & { line: number; supplierPart?: string })[] },
): Promise<void> {
  const upload = await lockUpload(work, input.uploadId);
  await storeProblems(
    work,
    upload.id,
    input.problems.map((problem) => ({ line: problem.line, supplierPart: problem.supplierPart ?? null, problem })),
  );
}

async function storeProblems(work: Work, uploadId: string, found: readonly FoundProblem[]): Promise<void> {
  if (found.length === 0) return;
  const columns = ['org_id', 'upload_id', 'line', 'column_name', 'supplier_part', 'code', 'facts', 'message', 'severity', 'raw'];
  await copyInto(work, { table: 'supply.row_problem', columns }, cells());

  async function* cells(): AsyncGenerator<(string | null)[]> {
    for (const { line, supplierPart, problem, raw } of found) {
      yield [
        work.actor.orgId,
        uploadId,
        String(problem.line ?? line),
        problem.column ?? null,
        supplierPart,
        problem.code,
        storable(problem.facts ?? {}),
        problem.message?.replaceAll('\0', '') ?? null,
        problem.severity,
        raw ? storable(raw) : null,
      ];
    }
  }
}

/** JSON without the one character that PostgreSQL stores in no text. */
function storable(value: object): string {
  return JSON.stringify(value).replaceAll('\\u0000', '\\ufffd');
}
