import { CopyText } from '#libs/platform';
import { RecordBlock } from '../memory/record-block.js';
import { stagedColumns } from './row-columns.js';
import { type RowDefaults, rowValues } from './row-values.js';
import type { SameRow, StagedProblem, StagedRow } from './staged-row.js';

/** Rows of one call, and how many of them were refused. */
export interface Staged {
  rows: number;
  refused: number;
}

/** What is wrong, and where in the file; the row as it came where it was refused. */
export interface FoundProblem {
  line: number;
  supplierPart: string | null;
  problem: StagedProblem;
  raw?: Readonly<Record<string, string>>;
}

/**
 * Rows of an upload, checked and written as they will be copied, ready to be staged in one transaction, and again should that be retried.
 * They are kept as text: as objects they would outlive two collections, which is dearer than all the checks.
 */
export class RowBatch {
  readonly staged: Staged = { rows: 0, refused: 0 };
  readonly problems: FoundProblem[] = [];
  /** Rows of the upload before the first of these. */
  readonly from: number;
  /** Those of them that a later file may repeat, and those that repeat an earlier one. */
  readonly records: RecordBlock;
  private readonly defaults: RowDefaults;
  private readonly text = new CopyText(stagedColumns.length);
  private written: Buffer[] = [];

  constructor(
    private readonly upload: { orgId: string; id: string },
    { from, defaults, baseVersion }: { from: number; defaults: RowDefaults; baseVersion?: number | undefined },
  ) {
    this.from = from;
    this.records = new RecordBlock(from, baseVersion);
    this.defaults = defaults;
  }

  /** Checks a row and puts it behind the others; a refused one keeps its place. */
  add(row: StagedRow | SameRow): void {
    if ('same' in row) {
      this.staged.rows += 1;
      this.records.same(row, this.from + this.staged.rows);
      return;
    }
    const { supplierPart, refused, values, problems } = rowValues(row, this.defaults);
    this.staged.rows += 1;
    if (refused) this.staged.refused += 1;
    else if (row.mark && supplierPart !== null && problems.length === 0) this.records.remember(row.mark, supplierPart);
    const raw = refused ? row.raw : undefined;
    for (const problem of problems)
      this.problems.push({ line: row.line, supplierPart, problem, ...(raw && problem === problems[0] ? { raw } : {}) });
    const place = String(this.from + this.staged.rows);
    const { orgId, id } = this.upload;
    this.text.add([orgId, id, place, String(row.line), row.action, refused ? 't' : 'f', supplierPart, ...values]);
  }

  /** The rows as COPY takes them. */
  chunks(): readonly Buffer[] {
    this.written.push(...this.text.take());
    return this.written;
  }
}
