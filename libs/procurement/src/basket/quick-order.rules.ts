import { type DecimalText, isDecimal, isNegative, isZero } from '#libs/kernel';

/** Pasted lines at most: the price of all of them is one question. */
export const quickLinesMax = 200;
/** Lines beyond those that are told one by one; a whole file pasted by mistake gives no list of its own length. */
const beyondMax = 100;

/** One pasted line as read. `problem` says why it could not be; then `number` is what stood there. */
export interface QuickLine {
  /** 1 for the first line of the text. */
  line: number;
  number: string;
  manufacturer?: string;
  quantity: DecimalText;
  problem?: 'QUANTITY_UNREADABLE' | 'NUMBER_MISSING' | 'TOO_MANY_LINES';
}

/**
 * Reads pasted lines: part number, quantity and, if there, manufacturer, parted by tabs, semicolons or commas; or by blanks,
 * when the last word is the quantity (a part number may have blanks inside). A line without a quantity means 1. Empty lines
 * and a first line of headings are passed over. Of lines beyond the most, the first hundred are told. A quantity is digits with an optional point: "1,000" could mean two things and is a problem.
 */
export function readQuickLines(text: string): QuickLine[] {
  const lines = text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, ' ')
    .split(/\r\n|\r|\n/)
    .map((content, i) => ({ content: content.trim(), line: i + 1 }));
  const filled = lines.filter(({ content }) => content !== '');
  const first = filled[0];
  const body = first && isHeading(cellsOf(first.content)) ? filled.slice(1) : filled;
  return body.slice(0, quickLinesMax + beyondMax).map(({ content, line }, i) => {
    const read = readCells(cellsOf(content));
    return i < quickLinesMax ? { line, ...read } : { line, ...read, problem: 'TOO_MANY_LINES' as const };
  });
}

function cellsOf(content: string): string[] {
  const separator = ['\t', ';', ','].find((candidate) => content.includes(candidate));
  if (separator) return content.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const worded = /^(.*\S)\s+(\S+)$/.exec(content);
  return worded?.[1] && worded[2] && /^[\d.]+$/.test(worded[2]) ? [worded[1], worded[2]] : [content];
}

/** Headings have words where a part number and a quantity stand. */
function isHeading(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => !/\d/.test(cell));
}

function readCells(cells: readonly string[]): Omit<QuickLine, 'line'> {
  const [number = '', quantity = '', manufacturer = ''] = cells;
  const read = {
    number: number.slice(0, 70),
    quantity: quantity === '' ? '1' : quantity,
    ...(manufacturer ? { manufacturer } : {}),
  };
  if (number === '') return { ...read, quantity: '1', problem: 'NUMBER_MISSING' };
  const readable = isDecimal(read.quantity) && !isNegative(read.quantity) && !isZero(read.quantity) && cells.length <= 3;
  return readable ? read : { ...read, quantity: '1', problem: 'QUANTITY_UNREADABLE' };
}
