import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { linesOfLot, type TypedBid, type TypedBidLine } from './typed-bid';

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
}

/**
 * A sheet read back into what is typed. With a head, columns go by their names in any order; without one the first is the line's number or part and
 * the second the price, then unit of price and days. Empty cells leave what was typed.
 */
export function readSheet(
  text: string,
  given: { tender: Pick<TenderOfBidderFragment, 'lines'>; lotId: string; typed: TypedBid },
): ReadSheet {
  const rows = cellsOfSheet(text);
  const headed = rows[0]?.includes('price') ?? false;
  const heads = headed ? (rows[0] ?? []) : ['line', 'price', 'leadDays', 'conditions'];
  const wanted = linesOfLot(given.tender, given.lotId);
  const lines = { ...given.typed.lines };
  const unknown: number[] = [];
  let taken = 0;
  for (const [i, row] of rows.slice(headed ? 1 : 0).entries()) {
    const cell = (name: string): string => row[heads.indexOf(name)] ?? '';
    const line =
      wanted.find(({ number }) => number === cell('line')) ??
      wanted.find(({ partNumber }) => partNumber === (cell('part') || cell('line')));
    const before = line && lines[line.id];
    if (!line || !before) {
      unknown.push(i + (headed ? 2 : 1));
      continue;
    }
    const said = sheetFields.map((name) => [name, cell(name)] as const).filter(([, value]) => value !== '');
    lines[line.id] = { ...before, ...Object.fromEntries(said) };
    taken += 1;
  }
  return { lines, taken, unknown };
}
