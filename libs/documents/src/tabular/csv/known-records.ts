import type { RecordMark, SameRow } from '../../canonical/catalogue.js';
import type { RawRecord } from '../records/record-splitter.js';
import type { RowCheck } from '../row/row-check.js';
import type { CsvPlan } from './csv-plan.js';
import { supplierPartOf, writtenStock } from './csv-row.js';

/** What a reader asks of whoever remembers the records of earlier files. */
export interface RecordMemory {
  /** Called once, before any other: all that decides, besides its text, what a record of this file says. */
  begin(way: string): void;
  digest(text: string): Uint8Array;
  /** The habits kept with a record that was accepted before; undefined: it is not known. */
  habitsOf(digest: Uint8Array): number | undefined;
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

  digest(record: RawRecord): Uint8Array {
    return this.#memory.digest(record.text);
  }

  /**
   * The row when its record was accepted before. One whose habits (a unit translated, told at the first row that has it) no row of this
   * file has told yet is read like any other, so that they are told.
   */
  same(record: RawRecord, digest: Uint8Array, by: { plan: CsvPlan; check: RowCheck }): SameRow | undefined {
    const habits = this.#memory.habitsOf(digest);
    if (habits === undefined || (habits !== 0 && !this.#told.has(habits))) return undefined;
    const { line, cells } = record;
    by.check.start(line);
    const stock = by.check.stock(writtenStock(by.plan, cells));
    return { line, supplierPart: supplierPartOf(by.plan, cells), stock, mark: { digest, habits } };
  }

  /** How a record that was read is known again; call it for every row, for it also notes what the row's habits told. */
  mark(digest: Uint8Array, habits: readonly string[]): RecordMark {
    if (habits.length === 0) return { digest, habits: 0 };
    const [a = 0, b = 0, c = 0, d = 0] = this.#memory.digest(`habits ${[...habits].sort().join('\n')}`);
    // An integer of PostgreSQL, and never 0.
    const key = (a << 24) | (b << 16) | (c << 8) | d || 1;
    this.#told.add(key);
    return { digest, habits: key };
  }
}
