import type { RowProblem } from '../../canonical/catalogue.js';
import { problemCodes } from './problem-codes.data.js';

/** Where a finding stands. */
export interface Place {
  line: number;
  column?: string;
  supplierPart?: string;
}

/** Values longer than this are cut in messages: a cell of 60,000 characters is no help in a sentence. */
const SHOWN_MAX = 80;

/** A finding of the table `problemCodes` with its sentence filled in. Throws for a code that the table does not hold: that is a bug here, not bad input. */
export function rowProblem(code: string, place: Place, values: Readonly<Record<string, string>> = {}): RowProblem {
  const entry = problemCodes[code];
  if (entry === undefined) throw new RangeError(`no problem code ${code}`);
  const shown: Record<string, string> = {};
  for (const [key, value] of Object.entries(values))
    shown[key] = value.length > SHOWN_MAX ? `${value.slice(0, SHOWN_MAX)}...` : value;
  const message = entry[1].replace(/\{(\w+)\}/g, (_, key: string) => shown[key] ?? '');
  const problem: RowProblem = { line: place.line, code, message, severity: entry[0] };
  if (place.column !== undefined) problem.column = place.column;
  if (place.supplierPart !== undefined) problem.supplierPart = place.supplierPart;
  if (Object.keys(shown).length > 0) problem.values = shown;
  return problem;
}

/** Ends the reading of a file. Thrown and caught inside the readers only; callers get its problem as the last finding. */
export class Unreadable extends Error {
  readonly problem: RowProblem;

  constructor(code: string, values: Readonly<Record<string, string>> = {}, place: Place = { line: 0 }) {
    const problem = rowProblem(code, place, values);
    super(problem.message);
    this.problem = { ...problem, fatal: true };
  }
}

/** The problem of a file that cannot be read, when that is what was thrown. */
export function problemOf(error: unknown): RowProblem | undefined {
  return error instanceof Unreadable ? error.problem : undefined;
}
