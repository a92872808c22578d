import type { RowProblem } from '../../canonical/catalogue.js';
import { pieces, type Rows } from '../pieces.js';
import { csvLine } from './csv-cells.js';

/** Columns that are added in front; a mapping never needs them, and reading passes over them without a word. */
export const errorColumns = ['Entrepôt line', 'Entrepôt part', 'Entrepôt code', 'Entrepôt column', 'Entrepôt error'] as const;

/** A row of the supplier's own file. */
export interface OriginalRow {
  line: number;
  raw: Readonly<Record<string, string>>;
}

interface ProblemGroup {
  line: number;
  supplierPart?: string;
  problems: RowProblem[];
}

/**
 * The rejected rows as the supplier's own file plus error columns, to be corrected and sent again (trade-rules 18): CSV in
 * UTF-8 with a byte order mark, formulas defused so that reading it back gives every cell as it was. Both inputs in the
 * order of their lines; only rows with an error are written, with all their findings. Findings without a row (of the
 * file, or of a format without cells) stand alone. Holds one row at a time.
 */
export function writeErrorFile(
  rows: Rows<OriginalRow>,
  problems: Rows<RowProblem>,
  shape: { columns: readonly string[]; delimiter?: string },
): AsyncGenerator<string> {
  return pieces(lines(rows, problems, shape));
}

async function* lines(
  rows: Rows<OriginalRow>,
  problems: Rows<RowProblem>,
  shape: { columns: readonly string[]; delimiter?: string },
): AsyncGenerator<string> {
  const delimiter = shape.delimiter ?? ',';
  yield `\ufeff${csvLine([...errorColumns, ...shape.columns], delimiter)}`;
  const originals = iteratorOf(rows);
  let original = await originals.next();
  for await (const group of byRow(problems)) {
    while (original.done !== true && original.value.line < group.line) original = await originals.next();
    if (!group.problems.some((problem) => problem.severity === 'error')) continue;
    const raw = original.done !== true && original.value.line === group.line ? original.value.raw : {};
    yield csvLine([...errorCells(group), ...shape.columns.map((column) => raw[column] ?? '')], delimiter);
  }
}

function errorCells({ line, supplierPart, problems }: ProblemGroup): string[] {
  const distinct = (texts: (string | undefined)[]) =>
    [...new Set(texts.filter((text) => text !== undefined && text !== ''))].join('; ');
  return [
    line === 0 ? '' : String(line),
    supplierPart ?? '',
    distinct(problems.map((problem) => problem.code)),
    distinct(problems.map((problem) => problem.column)),
    problems.map((problem) => problem.message).join(' '),
  ];
}

/** Findings of one row: of one line and, where several products stand on one line of XML, of one part. */
async function* byRow(problems: Rows<RowProblem>): AsyncGenerator<ProblemGroup> {
  let group: ProblemGroup | undefined;
  for await (const problem of problems) {
    const part = problem.supplierPart ?? group?.supplierPart;
    const isOther = group !== undefined && (group.line !== problem.line || (group.supplierPart ?? part) !== part);
    if (group !== undefined && isOther) yield group;
    if (group === undefined || isOther) group = { line: problem.line, problems: [] };
    if (problem.supplierPart !== undefined) group.supplierPart = problem.supplierPart;
    group.problems.push(problem);
  }
  if (group !== undefined) yield group;
}

function iteratorOf<T>(rows: Rows<T>): AsyncIterator<T> {
  return (async function* () {
    yield* rows;
  })();
}
