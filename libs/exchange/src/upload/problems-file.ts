import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type OriginalRow, originalRows, type RowProblem, writeErrorFile } from '#libs/documents';
import { type Actor, type FileStore, one, rows, type UnitOfWork, type Work } from '#libs/platform';
import type { Upload } from '#libs/supply';
import { planOf } from './reading-plan.reader.js';
import { uploadSource } from './upload-source.js';

/** Problems fetched at once. */
const pageRows = 5_000;

interface Stored {
  line: number;
  seq: string;
  column: string | null;
  supplierPart: string | null;
  code: string;
  message: string | null;
  severity: 'ERROR' | 'WARNING' | 'INFO';
}

export interface ProblemsFileTools {
  unitOfWork: UnitOfWork;
  files: FileStore;
}

/** The refused rows as their supplier wrote them. */
interface Originals {
  columns: readonly string[];
  delimiter?: string;
  rows: AsyncIterable<OriginalRow>;
}

/**
 * Streams the refused rows of an upload as its supplier's own file plus columns that say what is wrong (trade-rules 18). The rows of a CSV come from the
 * stored file, those of a CIF from what its reader kept of them; a BMEcat product has no cells, so its findings stand alone with part, line and
 * element. Findings come from the database in pages, both in the order of their lines; nothing is held whole.
 */
export async function writeProblemsFile(
  { unitOfWork, files }: ProblemsFileTools,
  actor: Actor,
  { upload, to }: { upload: Upload; to: Writable },
): Promise<void> {
  const hasRows = upload.format === 'csv' || upload.format === 'xlsx' || upload.format === null;
  const present = hasRows ? await files.open(upload.sha256, { start: 0, end: 1 }) : undefined;
  present?.destroy();
  const source = present && (await uploadSource(files, upload, planOf(upload).mapping));
  try {
    const originals = source
      ? await csvRows(source.bytes, source.sheet?.charset ?? planOf(upload).charset)
      : await keptRows(unitOfWork, actor, upload);
    const { columns, delimiter } = originals;
    const file = writeErrorFile(originals.rows, findings(unitOfWork, actor, upload), {
      columns,
      ...(delimiter ? { delimiter } : {}),
    });
    // Ends also when the reader of the file goes away.
    await pipeline(Readable.from(file), to);
  } finally {
    source?.close();
  }
}

const noRows = (): Originals => ({ columns: [], rows: (async function* () {})() });

async function csvRows(source: AsyncIterable<Uint8Array>, charset: string | undefined): Promise<Originals> {
  const read = await originalRows(source, charset).catch(() => undefined);
  return read ? { ...read, rows: readable(read.rows) } : noRows();
}

/** Rows up to where the file can be read: what lies behind has no cells, and its finding says why. */
async function* readable(originals: AsyncIterable<OriginalRow>): AsyncGenerator<OriginalRow> {
  const source = originals[Symbol.asyncIterator]();
  for (;;) {
    const next = await source.next().catch(() => undefined);
    if (!next || next.done) return;
    yield next.value;
  }
}

/** Rows whose cells were kept with their findings; their columns are those of the first. */
async function keptRows(unitOfWork: UnitOfWork, actor: Actor, upload: Upload): Promise<Originals> {
  const first = await unitOfWork.read(actor, (work) =>
    one<{ raw: Record<string, string> }>(
      work,
      'select p.raw from supply.row_problem p where p.org_id = $1 and p.upload_id = $2 and p.raw is not null order by p.line, p.id limit 1',
      [actor.orgId, upload.id],
    ),
  );
  return first ? { columns: Object.keys(first.raw), rows: rawPages(unitOfWork, actor, upload) } : noRows();
}

async function* rawPages(unitOfWork: UnitOfWork, actor: Actor, upload: Upload): AsyncGenerator<OriginalRow> {
  const query = `select distinct on (p.line) p.line, p.raw from supply.row_problem p
    where p.org_id = $1 and p.upload_id = $2 and p.raw is not null and p.line > $3 order by p.line, p.id limit ${pageRows}`;
  yield* pages(
    -1,
    (after) => unitOfWork.read(actor, (work) => rows<OriginalRow>(work, query, [actor.orgId, upload.id, after])),
    (row) => row.line,
  );
}

async function* findings(unitOfWork: UnitOfWork, actor: Actor, upload: Upload): AsyncGenerator<RowProblem> {
  const start = { line: -1, seq: '00000000-0000-0000-0000-000000000000' };
  const query = `select p.line, p.id::text as seq, p.column_name as "column", p.supplier_part as "supplierPart", p.code, p.message, p.severity from supply.row_problem p
    where p.org_id = $1 and p.upload_id = $2 and (p.line, p.id) > ($3, $4::uuid) order by p.line, p.id limit ${pageRows}`;
  const page = (after: { line: number; seq: string }) => (work: Work) =>
    rows<Stored>(work, query, [actor.orgId, upload.id, after.line, after.seq]);
  for await (const problem of pages(
    start,
    (after) => unitOfWork.read(actor, page(after)),
    ({ line, seq }: Stored) => ({ line, seq }),
  )) {
    yield asRowProblem(problem);
  }
}

async function* pages<T, K>(start: K, read: (after: K) => Promise<T[]>, keyOf: (row: T) => K): AsyncGenerator<T> {
  for (let after = start; ; ) {
    const page = await read(after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    after = keyOf(last);
  }
}

const asRowProblem = (stored: Stored): RowProblem => ({
  line: stored.line,
  code: stored.code,
  message: stored.message ?? stored.code,
  severity: stored.severity.toLowerCase() as RowProblem['severity'],
  ...(stored.column === null ? {} : { column: stored.column }),
  ...(stored.supplierPart === null ? {} : { supplierPart: stored.supplierPart }),
});
