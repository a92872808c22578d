import type { DecimalText } from '#libs/kernel';
import type { RowProblem } from '../../canonical/catalogue.js';
import { type NumberFault, readNumber, readNumberLeniently } from './number-reading.js';
import { rowProblem } from './problem.js';
import type { DraftField } from './row-draft.js';
import type { DateFormat } from './row-values.js';
import { UnitReader } from './units/unit-reading.js';

/** How a file writes its values, and what it calls its fields in findings. */
export interface FileHabits {
  decimalSeparator: '.' | ',';
  /** Forgive a decimal comma where the format demands a point, with a warning. */
  forgivesComma: boolean;
  dateFormat: DateFormat;
  /** Column or element of each field. */
  columns: Readonly<Partial<Record<DraftField, string>>>;
  /** Currency of prices that name none. */
  currency?: string;
  /** Two-letter language of names without one. */
  language: string;
  /** Packages may stand without the X of Rec 20, as in the unit list of BMEcat 1.2 (CA is a can there, not the case of X12). */
  plainPackages?: boolean;
  /** Units are the supplier's own words: kept raw, never refused (CIF UNUOM FALSE). */
  ownUnits?: boolean;
}

/** Characters of a text that may be a number: a sign, 23 digits, separators between them. Longer ones are not even tried. */
const NUMBER_CHARACTERS_MAX = 40;
/** Habits that a file shows on every row are told once, at their first row. */
const TOLD_ONCE_MAX = 500;

/** Collects the findings of one row at a time; one instance serves a whole file. */
export class Findings {
  readonly habits: FileHabits;
  readonly units: UnitReader;
  problems: RowProblem[] = [];
  failed = false;
  /** Habits of the file that this row has, told at it or at an earlier one. */
  habitsShown: string[] = [];
  #line = 0;
  #supplierPart: string | undefined;
  readonly #told = new Set<string>();

  constructor(habits: FileHabits) {
    this.habits = habits;
    this.units = new UnitReader(habits.plainPackages === true);
  }

  /** Starts a row; findings are empty again. */
  start(line: number): void {
    this.problems = [];
    this.failed = false;
    if (this.habitsShown.length > 0) this.habitsShown = [];
    this.#line = line;
    this.#supplierPart = undefined;
  }

  /** From here on findings name the part. */
  name(supplierPart: string): void {
    this.#supplierPart = supplierPart;
  }

  /** Adds a finding at a field (or, with `column`, at a place of its own). An error refuses the row. */
  add(code: string, field: DraftField | undefined, details: { values?: Record<string, string>; column?: string } = {}): void {
    const column = details.column ?? (field === undefined ? undefined : this.habits.columns[field]);
    const problem = rowProblem(
      code,
      {
        line: this.#line,
        ...(column === undefined ? {} : { column }),
        ...(this.#supplierPart === undefined ? {} : { supplierPart: this.#supplierPart }),
      },
      details.values,
    );
    if (problem.severity === 'error') this.failed = true;
    this.problems.push(problem);
  }

  /** As `add`, once per file for this code and key. */
  addOnce(code: string, field: DraftField, { key = '', values }: { key?: string; values: Record<string, string> }): void {
    const told = `${code} ${key}`;
    this.habitsShown.push(told);
    if (this.#told.has(told)) return;
    if (this.#told.size < TOLD_ONCE_MAX) this.#told.add(told);
    this.add(code, field, { values });
  }

  /** The number, or undefined with a finding. `text` is not empty. */
  number(text: string, field: DraftField, column?: string): DecimalText | undefined {
    const { decimalSeparator, forgivesComma } = this.habits;
    let value: DecimalText | NumberFault;
    if (text.length > NUMBER_CHARACTERS_MAX) value = { code: 'NUMBER_INVALID', values: { value: text } };
    else if (forgivesComma) {
      const read = readNumberLeniently(text);
      value = read.value;
      if (read.comma && typeof value === 'string') this.addOnce('DECIMAL_COMMA', field, { values: { value: text } });
    } else value = readNumber(text, decimalSeparator);
    if (typeof value === 'string') return value;
    this.add(value.code, field, column === undefined ? { values: value.values } : { values: value.values, column });
    return undefined;
  }

  /** The number when it is greater than 0, else undefined with a finding; undefined without one for empty text. */
  positive(text: string, field: DraftField, column?: string): DecimalText | undefined {
    if (text === '') return undefined;
    const value = this.number(text, field, column);
    if (value === undefined) return undefined;
    if (value.charCodeAt(0) !== 45 && /[1-9]/.test(value)) return value;
    this.add(
      'NUMBER_NOT_POSITIVE',
      field,
      column === undefined ? { values: { value: text } } : { values: { value: text }, column },
    );
    return undefined;
  }

  /** Days up to 99,999; 3.0 counts as 3. Anything else is left out: a wrong lead time is worse than none. */
  wholeDays(text: string, field: DraftField): number | undefined {
    if (text === '') return undefined;
    const match = /^(\d{1,5})(?:[.,]0+)?$/.exec(text.trim());
    if (match !== null) return Number(match[1]);
    this.add('VALUE_INVALID', field, { values: { value: text, expected: 'a whole number of days' } });
    return undefined;
  }
}
