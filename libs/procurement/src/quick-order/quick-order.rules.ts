import { type DecimalText, isDecimal, isNegative, isZero, readBarCode } from '#libs/kernel';

/** Pasted lines at most: the price of all of them is one question. */
export const quickLinesMax = 1_000;
/** Characters of all lines at most: a thousand bar codes with every field they may have. */
export const quickTextMax = 300_000;
/** Lines beyond those that are told one by one; a whole file pasted by mistake gives no list of its own length. */
const beyondMax = 100;
/** Part number, quantity, manufacturer. More only under headings: a file may say more, as our own of problems does. */
const columns = 3;

/** One pasted line as read. `problem` says why it could not be; then `number` is what stood there. */
export interface QuickLine {
  /** 1 for the first line of the text. */
  line: number;
  number: string;
  manufacturer?: string;
  quantity: DecimalText;
  problem?: 'QUANTITY_UNREADABLE' | 'NUMBER_MISSING' | 'TOO_MANY_LINES' | 'BAR_CODE_UNREADABLE';
}

/**
 * Reads pasted lines: part number, quantity and, if there, manufacturer, parted by tabs, semicolons or commas; or by blanks,
 * when the last word is the quantity (a part number may have blanks inside). A line without a quantity means 1. Empty lines
 * and a first line of headings are passed over. A scanned bar code (GS1, MH10.8.2, ATA) stands for the part and quantity it names;
 * `year` is today's, for its dates. Of lines beyond the most, the first hundred are told. A quantity is digits with an optional point: "1,000" could mean two things and is a problem.
 */
export function readQuickLines(text: string, year: number): QuickLine[] {
  const lines = text.split(/\r\n|\r|\n/).map((raw, i) => ({ raw, content: printable(raw), line: i + 1 }));
  const filled = lines.filter(({ content }) => content !== '');
  const first = filled[0];
  const headings = first && isHeading(cellsOf(first.content)) ? cellsOf(first.content) : undefined;
  const body = headings ? filled.slice(1) : filled;
  const width = Math.max(columns, headings?.length ?? 0);
  return body.slice(0, quickLinesMax + beyondMax).map(({ raw, content, line }, i) => {
    const read = readScanned(raw, year) ?? readCells(cellsOf(content), width);
    return i < quickLinesMax ? { line, ...read } : { line, ...read, problem: 'TOO_MANY_LINES' as const };
  });
}

const printable = (raw: string): string => raw.replaceAll(/(?!\t)[\p{Cc}\p{Cs}]/gu, ' ').trim();

/** A bar code says which part and how many; one that says no part, or is damaged, is a problem and never half an answer. */
function readScanned(raw: string, year: number): Omit<QuickLine, 'line'> | undefined {
  const code = readBarCode(raw, year);
  if (!code) return undefined;
  if (code.number === undefined || code.problems.length > 0)
    return { number: printable(raw).slice(0, 70), quantity: '1', problem: 'BAR_CODE_UNREADABLE' };
  return {
    number: code.number,
    quantity: code.quantity ?? '1',
    ...(code.manufacturer ? { manufacturer: code.manufacturer } : {}),
  };
}

function cellsOf(content: string): string[] {
  const separator = ['\t', ';', ','].find((candidate) => content.includes(candidate));
  if (separator) return quotedCells(content, separator);
  const worded = /^(.*\S)\s+(\S+)$/.exec(content);
  return worded?.[1] && worded[2] && /^[\d.]+$/.test(worded[2]) ? [worded[1], worded[2]] : [content];
}

/** Cells of one line of CSV: in quotes the separator is part of the cell, and a quote stands twice. In one pass, however long the line. */
function quotedCells(content: string, separator: string): string[] {
  const cells: string[] = [];
  let [start, quoted, blank] = [0, false, true];
  for (let i = 0; i < content.length; i++) {
    const sign = content[i]!;
    if (sign === '"' && (quoted || blank || content[i - 1] === '"')) quoted = !quoted;
    if (sign === separator && !quoted) {
      cells.push(content.slice(start, i));
      [start, blank] = [i + 1, true];
    } else if (sign.trim() !== '') blank = false;
  }
  return [...cells, content.slice(start)].map((text) =>
    text
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

/** Headings have words where a part number and a quantity stand. */
function isHeading(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => !/\d/.test(cell));
}

/** Up to `width` columns are read past; a comma of thousands makes a cell too many, or a maker of three digits, and is not guessed at. */
function readCells(cells: readonly string[], width: number): Omit<QuickLine, 'line'> {
  const [number = '', quantity = '', manufacturer = ''] = cells;
  const read = {
    number: number.slice(0, 70),
    quantity: quantity === '' ? '1' : quantity,
    ...(manufacturer ? { manufacturer } : {}),
  };
  if (number === '') return { ...read, quantity: '1', problem: 'NUMBER_MISSING' };
  const readable = isDecimal(read.quantity) && !isNegative(read.quantity) && !isZero(read.quantity) && cells.length <= width;
  const thousands = /^\d{1,3}$/.test(quantity) && /^\d{3}$/.test(manufacturer);
  return readable && !thousands ? read : { ...read, quantity: '1', problem: 'QUANTITY_UNREADABLE' };
}
