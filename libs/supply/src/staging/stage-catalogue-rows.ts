import { affected, copyInto, type Work } from '#libs/platform';
import { catalogueById, makerOf } from '../catalogue/catalogue.reader.js';
import { RecordBlock } from '../memory/record-block.js';
import type { Upload, UploadProgress } from '../upload/upload.entity.js';
import { mayMove } from '../upload/upload.lifecycle.js';
import { clearStagedRows, lockUpload } from '../upload/upload.reader.js';
import { stagedColumns } from './row-columns.js';
import { type RowDefaults, rowValues } from './row-values.js';
import type { SameRow, StagedProblem, StagedRow } from './staged-row.js';

export interface StagingInput {
  uploadId: string;
  rows: AsyncIterable<StagedRow | SameRow> | Iterable<StagedRow | SameRow>;
  /** The version whose file the same rows stood in. Required with them. */
  baseVersion?: number;
  /** How far the file has been read, for whoever watches. */
  progress?: Pick<UploadProgress, 'bytesRead' | 'bytesTotal'>;
}

/** What one call staged. */
export interface Staged {
  rows: number;
  refused: number;
}

/**
 * Checks rows one by one and copies them behind those staged before: call it once per batch, each in its own unit of work, and
 * progress shows. Rows that fail keep their place and their problems. Memory: problems of one call are held until its rows
 * are copied, so bound the batch. Throws NotFound for a foreign upload, and when it is no longer being read.
 */
export async function stageCatalogueRows(work: Work, input: StagingInput): Promise<Staged> {
  const upload = await lockUpload(work, input.uploadId);
  requireReadable(upload);
  const defaults = await stagingDefaults(work, upload);

  const found: FoundProblem[] = [];
  const staged: Staged = { rows: 0, refused: 0 };
  const from = upload.stagedRows;
  const block = new RecordBlock(from, input.baseVersion);
  await copyInto(work, { table: 'supply.staged_row', columns: stagedColumns }, cells());
  await storeProblems(work, upload.id, found);
  await block.store(work, upload);
  await affected(
    work,
    `update supply.upload set state = 'PARSING', staged_rows = staged_rows + $3, updated_at = clock_timestamp(), progress = progress
       || jsonb_build_object('rows', staged_rows + $3, 'errors', coalesce((progress ->> 'errors')::int, 0) + $4) || $5::jsonb
     where org_id = $1 and id = $2`,
    [upload.orgId, upload.id, staged.rows, staged.refused, JSON.stringify(input.progress ?? {})],
  );
  work.notify('upload.changed', upload.orgId, upload.id);
  return staged;

  async function* cells(): AsyncGenerator<(string | null)[]> {
    for await (const row of input.rows) {
      if ('same' in row) {
        staged.rows += 1;
        block.same(row, from + staged.rows);
        continue;
      }
      const { supplierPart, refused, values, problems } = rowValues(row, defaults);
      staged.rows += 1;
      if (refused) staged.refused += 1;
      if (!refused && row.mark && supplierPart !== null && problems.length === 0) block.remember(row.mark, supplierPart);
      const raw = refused ? row.raw : undefined;
      for (const problem of problems)
        found.push({ line: row.line, supplierPart, problem, ...(raw && problem === problems[0] ? { raw } : {}) });
      yield [
        upload.orgId,
        upload.id,
        String(from + staged.rows),
        String(row.line),
        row.action,
        refused ? 't' : 'f',
        supplierPart,
        ...values,
      ];
    }
  }
}

function requireReadable(upload: Upload): void {
  if (upload.state !== 'PARSING' && !mayMove(upload.state, 'PARSING')) throw new Error(`upload ${upload.id} is ${upload.state}`);
}

/** What the rows of an upload need not say: a catalogue's settings, or, for a stock report, nearly everything. */
export async function stagingDefaults(work: Work, upload: Upload): Promise<RowDefaults> {
  if (upload.kind === 'STOCK') return { currency: '', audience: null, stockOnly: true };
  if (upload.catalogueId === null) throw new Error(`upload ${upload.id} has no catalogue`);
  const catalogue = await catalogueById(work, upload.catalogueId);
  const maker = await makerOf(work, catalogue);
  return { currency: catalogue.currency, audience: catalogue.audience, ...(maker ? { maker } : {}) };
}

/** Empties what a reader before staged of this upload, so that the file may be read from its beginning: it may have died half-way. */
export async function restartStaging(work: Work, uploadId: string): Promise<void> {
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
}

interface FoundProblem {
  line: number;
  supplierPart: string | null;
  problem: StagedProblem;
  raw?: Readonly<Record<string, string>>;
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
