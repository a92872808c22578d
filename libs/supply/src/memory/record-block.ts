import { affected, type Work } from '#libs/platform';
import { sameValues } from '../staging/row-values.js';
import type { RecordMark, SameRow } from '../staging/staged-row.js';
import type { Upload } from '../upload/upload.entity.js';

/** The records of one batch that a later file may repeat, and those that repeat an earlier file, as lists: one row of PostgreSQL each. */
export class RecordBlock {
  private readonly digests: string[] = [];
  private readonly habits: number[] = [];
  private readonly parts: string[] = [];
  private readonly repeated = {
    rowNos: [] as number[],
    lines: [] as number[],
    parts: [] as string[],
    locations: [] as string[],
    quantities: [] as string[],
  };

  constructor(
    private readonly block: number,
    private readonly baseVersion: number | undefined,
  ) {}

  remember({ digest, habits }: RecordMark, supplierPart: string): void {
    this.digests.push(digest);
    this.habits.push(habits);
    this.parts.push(supplierPart);
  }

  same(row: SameRow, rowNo: number): void {
    const { supplierPart, locations, quantities } = sameValues(row);
    this.remember(row.same, supplierPart);
    this.repeated.rowNos.push(rowNo);
    this.repeated.lines.push(row.line);
    this.repeated.parts.push(supplierPart);
    this.repeated.locations.push(locations);
    this.repeated.quantities.push(quantities);
  }

  async store(work: Work, { orgId, id }: Pick<Upload, 'orgId' | 'id'>): Promise<void> {
    if (this.parts.length === 0) return;
    const habits = this.habits.some((key) => key !== 0) ? this.habits : null;
    await affected(
      work,
      'insert into supply.record_block (org_id, upload_id, block, digests, habits, parts) values ($1, $2, $3, $4, $5, $6)',
      [orgId, id, this.block, Buffer.from(this.digests.join(''), 'latin1'), habits, this.parts],
    );
    const { rowNos, lines, parts, locations, quantities } = this.repeated;
    if (parts.length === 0) return;
    if (this.baseVersion === undefined) throw new Error('rows that repeat a file need its version');
    await affected(
      work,
      `insert into supply.staged_same (org_id, upload_id, block, base_version, row_nos, lines, parts, stock_locations, stock_quantities)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [orgId, id, this.block, this.baseVersion, rowNos, lines, parts, locations, quantities],
    );
  }
}
