import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type OriginalRow, originalRows, type RowProblem, writeErrorFile } from '#libs/documents';
import { type Actor, type FileStore, rows, type UnitOfWork } from '#libs/platform';
import type { Upload } from '#libs/supply';

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

/**
 * Streams the refused rows of an upload as its supplier's own file plus columns that say what is wrong (trade-rules 18). The rows come from the
 * stored file, the findings from the database in pages, both in the order of their lines; neither is held whole.
 */
export async function writeProblemsFile(
  { unitOfWork, files }: ProblemsFileTools,
  actor: Actor,
  { upload, to }: { upload: Upload; to: Writable },
): Promise<void> {
  const source = upload.format === 'csv' || upload.format === null ? await files.open(upload.sha256) : undefined;
  const original = source ? await originalRows(source).catch(() => undefined) : undefined;
  const file = writeErrorFile(original?.rows ?? noRows(), findings(unitOfWork, actor, upload), {
    columns: original?.columns ?? [],
    ...(original ? { delimiter: original.delimiter } : {}),
  });
  try {
    for await (const piece of file) if (!to.write(piece)) await once(to, 'drain');
    to.end();
  } finally {
    source?.destroy();
  }
}

async function* noRows(): AsyncGenerator<OriginalRow> {}

async function* findings(unitOfWork: UnitOfWork, actor: Actor, upload: Upload): AsyncGenerator<RowProblem> {
  let after: { line: number; seq: string } = { line: -1, seq: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const page = await unitOfWork.read(actor, (work) =>
      rows<Stored>(
        work,
        `select p.line, p.id::text as seq, p.column_name as "column", p.supplier_part as "supplierPart", p.code, p.message, p.severity from supply.row_problem p
         where p.org_id = $1 and p.upload_id = $2 and (p.line, p.id) > ($3, $4::uuid) order by p.line, p.id limit ${pageRows}`,
        [actor.orgId, upload.id, after.line, after.seq],
      ),
    );
    for (const problem of page) yield asRowProblem(problem);
    const last = page.at(-1);
    if (!last || page.length < pageRows) return;
    after = last;
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
