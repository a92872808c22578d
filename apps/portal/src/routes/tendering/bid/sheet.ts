import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { columnName, type ReadRow } from '../../../ui/workbook/read-workbook';
import type { Sheet } from '../../../ui/workbook/save-workbook';
import { bidFaultsOf, linesOfLot, type TypedBid, type TypedBidLine } from './typed-bid';

/** The columns a bidder fills, in the order of the sheet; their heads are the names of the fields, so that a sheet reads back in every language. */
export const sheetFields = [
  'price',
  'basis',
  'unit',
  'factor',
  'leadDays',
  'minQuantity',
  'maxQuantity',
  'breaks',
  'alternateNumber',
  'alternate',
  'addends',
  'conditions',
] as const satisfies readonly (keyof TypedBidLine)[];

const asked = ['line', 'part', 'description', 'quantity', 'quantityUnit'] as const;

/** Rows of a sheet with what is asked for and what is typed so far. */
export function sheetOf(tender: Pick<TenderOfBidderFragment, 'lines'>, lotId: string, typed: TypedBid): string[][] {
  const rows = linesOfLot(tender, lotId).map((line) => [
    line.number,
    line.partNumber ?? '',
    line.description,
    line.quantity.value,
    line.quantity.unit,
    ...sheetFields.map((name) => typed.lines[line.id]?.[name] ?? ''),
  ]);
  return [[...asked, ...sheetFields], ...rows];
}

/** Columns that hold figures, so that a spreadsheet may reckon with them. */
const figures: readonly string[] = ['quantity', 'price', 'basis', 'leadDays', 'minQuantity', 'maxQuantity'];

/** The same as a sheet of a workbook; what the bidder fills in stands under bold heads. */
export function bidSheet(tender: Pick<TenderOfBidderFragment, 'lines'>, lotId: string, typed: TypedBid): Sheet['rows'] {
  const [heads = [], ...rows] = sheetOf(tender, lotId, typed);
  const isFilled = (name: string): boolean => (sheetFields as readonly string[]).includes(name);
  return [
    heads.map((text) => ({ text, strong: isFilled(text) })),
    ...rows.map((row) => row.map((text, i) => (figures.includes(heads[i] ?? '') ? { figure: text } : { text }))),
  ];
}

/** Cells of a text as spreadsheets write it: tabs, semicolons or commas, quotes around what holds one of them (RFC 4180). */
export function cellsOfSheet(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const head = plain.split(/\r?\n/, 1)[0] ?? '';
  const separator = ['\t', ';', ','].find((one) => head.includes(one)) ?? '\t';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < plain.length; i += 1) {
    const sign = plain[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return rows.filter((row) => row.some((one) => one !== ''));
}

export interface ReadSheet {
  lines: Record<string, TypedBidLine>;
  taken: number;
  /** Rows of the sheet, from 1, whose line the lot does not ask for. */
  unknown: number[];
  /** Cells that cannot be read as what they should be. */
  faults: SheetFault[];
}

/** A cell by its row and, where the sheet has one for it, its column. */
export interface SheetFault {
  row: number;
  column: string;
  field: keyof TypedBidLine;
}

interface Given {
  tender: Pick<TenderOfBidderFragment, 'lines'>;
  lotId: string;
  typed: TypedBid;
}

/** A sheet as text, read back; rows without a cell do not count. */
export const readSheet = (text: string, given: Given): ReadSheet =>
  readRows(
    cellsOfSheet(text).map((cells, i) => ({ number: i + 1, cells })),
    given,
  );

/** What a price is said per: of no meaning without one, and not empty with one. */
const perPrice: ReadonlySet<string> = new Set(['basis', 'unit']);

/**
 * A sheet read back into what is typed. With a head, columns go by their names in any order and an empty cell empties its field; without one the
 * first is the line's number or part, then price, days and conditions, and an empty cell leaves what was typed.
 */
export function readRows(rows: readonly ReadRow[], { tender, lotId, typed }: Given): ReadSheet {
  const first = rows[0]?.cells ?? [];
  const headed = first.includes('price');
  const heads = headed ? first : ['line', 'price', 'leadDays', 'conditions'];
  const wanted = linesOfLot(tender, lotId);
  const read: ReadSheet = { lines: { ...typed.lines }, taken: 0, unknown: [], faults: [] };
  for (const { number: row, cells } of rows.slice(headed ? 1 : 0)) {
    const cell = (name: string): string => cells[heads.indexOf(name)] ?? '';
    const line =
      wanted.find(({ number }) => number === cell('line')) ??
      wanted.find(({ partNumber }) => partNumber === (cell('part') || cell('line')));
    const before = line && read.lines[line.id];
    if (!line || !before) {
      read.unknown.push(row);
      continue;
    }
    const offered = cell('price') !== '';
    const said = sheetFields
      .map((name) => [name, cell(name)] as const)
      .filter(([name, value]) => value !== '' || (headed && heads.includes(name) && (offered || !perPrice.has(name))));
    const now = { ...before, ...Object.fromEntries(said) };
    read.lines[line.id] = now;
    read.taken += 1;
    for (const { field } of bidFaultsOf({ ...typed, lines: { [line.id]: now } }))
      read.faults.push({ row, column: heads.includes(field) ? columnName(heads.indexOf(field)) : '', field });
  }
  return read;
}
