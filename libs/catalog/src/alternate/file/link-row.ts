import type { Fault } from '#libs/kernel';
import { type DecimalText, isDecimal, isLocalDate, isNegative, isZero, type LocalDate, partNumberAsWritten } from '#libs/kernel';
import { manufacturerAlias } from '../../manufacturer/manufacturer-alias.js';
import { type ListedCode, listed, nearestCode } from '../link/link.rules.js';

/** Columns of a file of links; the first three must be there. */
export const linkColumns = [
  'fromNumber',
  'toNumber',
  'code',
  'fromManufacturer',
  'toManufacturer',
  'set',
  'quantity',
  'class',
  'model',
  'msnFrom',
  'msnTo',
  'modification',
  'effectiveFrom',
  'effectiveTo',
  'authority',
  'remark',
] as const;
export type LinkColumn = (typeof linkColumns)[number];

/** A row as it was written; a set is the rows of one old part with one name in `set`. */
export interface LinkRow {
  line: number;
  cells: Partial<Record<LinkColumn, string>>;
}

export type LinkRowFault = Fault<
  | 'LinkCellMissing'
  | 'LinkCellInvalid'
  | 'LinkCodeUnknown'
  | 'LinkClassUnknown'
  | 'LinkSetMismatch'
  | 'LinkDatesInverted'
  | 'ApplicationInverted'
  | 'PartUnknown'
  | 'PartAmbiguous'
  | 'LinkToItself'
  | 'LinkMemberRepeated'
  | 'CapacityNotYours'
  | 'TooManyLines'
>;

/** A row in the columns of the temporary table, as text; null where the cell is empty. */
export type StagedLink = readonly (string | null)[];

const lengths: Partial<Record<LinkColumn, number>> = {
  fromNumber: 70,
  toNumber: 70,
  fromManufacturer: 120,
  toManufacturer: 120,
  set: 40,
  model: 40,
  modification: 60,
  authority: 200,
  remark: 500,
};

/** Reads one row: what is written to the temporary table, or everything that is wrong with its cells. Parts are looked up afterwards, all at once. */
export function readLinkRow(row: LinkRow, codes: readonly ListedCode[]): StagedLink | LinkRowFault[] {
  const cell = (column: LinkColumn): string | null => row.cells[column]?.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() || null;
  const faults: LinkRowFault[] = [];
  const at = (column: LinkColumn): string[] => ['lines', String(row.line), column];
  const refuse = (column: LinkColumn): void => {
    faults.push({ code: 'LinkCellInvalid', path: at(column), values: { column, value: cell(column)?.slice(0, 80) ?? '' } });
  };
  for (const column of linkColumns.slice(0, 3))
    if (!cell(column)) faults.push({ code: 'LinkCellMissing', path: at(column), values: { column } });
  for (const [column, most] of Object.entries(lengths) as [LinkColumn, number][])
    if ((cell(column)?.length ?? 0) > most) refuse(column);
  for (const column of ['msnFrom', 'msnTo'] as const) if (cell(column) && !/^\d{1,9}$/.test(cell(column) ?? '')) refuse(column);
  for (const column of ['effectiveFrom', 'effectiveTo'] as const)
    if (cell(column) && !isLocalDate(cell(column) ?? '')) refuse(column);
  if (cell('quantity') && !isQuantity(cell('quantity') ?? '')) refuse('quantity');
  if (faults.length === 0) faults.push(...orderFaults(cell, at), ...codeFaults(cell, codes, at));
  return faults.length > 0 ? faults : staged(row.line, cell, codes);
}

type Cell = (column: LinkColumn) => string | null;
type At = (column: LinkColumn) => string[];

const isQuantity = (text: string): text is DecimalText => isDecimal(text) && !isNegative(text) && !isZero(text);

function orderFaults(cell: Cell, at: At): LinkRowFault[] {
  const faults: LinkRowFault[] = [];
  const [from, to] = [cell('effectiveFrom') as LocalDate | null, cell('effectiveTo') as LocalDate | null];
  if (from && to && to < from) faults.push({ code: 'LinkDatesInverted', path: at('effectiveTo') });
  const [first, last] = [cell('msnFrom'), cell('msnTo')];
  if (first && last && Number(last) < Number(first)) faults.push({ code: 'ApplicationInverted', path: at('msnTo') });
  return faults;
}

function codeFaults(cell: Cell, codes: readonly ListedCode[], at: At): LinkRowFault[] {
  const faults: LinkRowFault[] = [];
  const known = (list: ListedCode['list']): string[] => codes.filter((entry) => entry.list === list).map((entry) => entry.code);
  const [code, grade] = [cell('code')?.toUpperCase() ?? '', cell('class')?.toUpperCase()];
  const inc = listed(codes, 'INC', code);
  if (!inc)
    faults.push({ code: 'LinkCodeUnknown', path: at('code'), values: { value: code, nearest: nearestCode(code, known('INC')) } });
  if (grade && !listed(codes, 'D590', grade))
    faults.push({
      code: 'LinkClassUnknown',
      path: at('class'),
      values: { value: grade, nearest: nearestCode(grade, known('D590')) },
    });
  const isSet = cell('set') !== null;
  if (inc && inc.meaning !== 'QUALIFIED' && (inc.meaning === 'SET') !== isSet)
    faults.push({ code: 'LinkSetMismatch', path: at('set'), values: { value: code } });
  return faults;
}

function staged(line: number, cell: Cell, codes: readonly ListedCode[]): StagedLink {
  const capitals = (column: LinkColumn): string | null => cell(column)?.toUpperCase() ?? null;
  const makers = (column: LinkColumn): [string | null, string | null] => {
    const named = cell(column);
    if (!named) return [null, null];
    return [manufacturerAlias({ code: named }) ?? null, manufacturerAlias({ name: named }) ?? null];
  };
  const inc = listed(codes, 'INC', capitals('code') ?? '');
  const grade = capitals('class');
  return [
    String(line),
    ...makers('fromManufacturer'),
    partNumberAsWritten(cell('fromNumber') ?? '') ?? null,
    ...makers('toManufacturer'),
    partNumberAsWritten(cell('toNumber') ?? '') ?? null,
    cell('set'),
    cell('set') ? (cell('quantity') ?? '1') : null,
    inc?.code ?? null,
    inc?.version ?? null,
    inc?.meaning ?? null,
    grade,
    grade ? (listed(codes, 'D590', grade)?.meaning ?? 'NONE') : 'NONE',
    capitals('model'),
    cell('msnFrom'),
    cell('msnTo'),
    capitals('modification'),
    cell('effectiveFrom'),
    cell('effectiveTo'),
    cell('authority'),
    cell('remark'),
  ];
}

/** Columns of the temporary table, in the order of a staged row. */
export const stagedColumns = [
  'line integer',
  'from_code text',
  'from_name text',
  'from_number text',
  'to_code text',
  'to_name text',
  'to_number text',
  'set_number text',
  'quantity numeric',
  'code text',
  'code_version text',
  'meaning text',
  'class text',
  'effect text',
  'model text',
  'msn_from integer',
  'msn_to integer',
  'modification text',
  'effective_from date',
  'effective_to date',
  'authority text',
  'remark text',
] as const;
