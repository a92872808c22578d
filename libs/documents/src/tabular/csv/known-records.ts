import type { RecordMark, SameRow } from '../../canonical/catalogue.js';
import type { RawRecord } from '../records/record-splitter.js';
import type { RowCheck } from '../row/row-check.js';
import type { CsvPlan } from './csv-plan.js';
import { supplierPartOf, writtenStock } from './csv-row.js';

/** What a reader asks of whoever remembers the records of earlier files. */
export interface RecordMemory {
  /** Called once, before any other: all that decides, besides its text, what a record of this file says. */
  begin(way: string): void;
  /** A character a byte: bytes of their own would be dearer for a million records than reading them. */
  digest(text: string): string;
  /** The habits kept with a record that was accepted before; undefined: it is not known. */
  habitsOf(digest: string): number | undefined;
}

/** Raised with every change to how a CSV record is read: what was accepted by an older reading is then read again. */
export const csvReading = 1;

/** Tells the records of a file that need not be read, and marks the others for the next file. */
export class KnownRecords {
  readonly #memory: RecordMemory;
  readonly #told = new Set<number>();

  constructor(memory: RecordMemory, way: readonly unknown[]) {
    this.#memory = memory;
    memory.begin(JSON.stringify([csvReading, ...way]));
  }

  digest(record: RawRecord): string {
    return this.#memory.digest(record.text);
  }

  /**
   * The row when its record was accepted before. One whose habits (a unit translated, told at the first row that has it) no row of this
   * file has told yet is read like any other, so that they are told.
   */
  same(record: RawRecord, digest: string, by: { plan: CsvPlan; check: RowCheck }): SameRow | undefined {
    const habits = this.#memory.habitsOf(digest);
    if (habits === undefined || (habits !== 0 && !this.#told.has(habits))) return undefined;
    const { line, cells } = record;
    by.check.start(line);
    const stock = by.check.stock(writtenStock(by.plan, cells));
    return { line, supplierPart: supplierPartOf(by.plan, cells), stock, mark: { digest, habits } };
  }

  /** How a record that was read is known again; call it for every row, for it also notes what the row's habits told. */
  mark(digest: string, habits: readonly string[]): RecordMark {
    if (habits.length === 0) return { digest, habits: 0 };
    const told = Buffer.from(this.#memory.digest(`habits ${[...habits].sort().join('\n')}`), 'latin1');
    // An integer of PostgreSQL, and never 0.
    const key = told.readInt32BE() || 1;
    this.#told.add(key);
    return { digest, habits: key };
  }
}
