import { typedDecimal } from '../../../ui/forms/typed-decimal';

/** One count as pasted, with the line of the text it stands on. */
export interface PastedCount {
  line: number;
  supplierPart: string;
  location: string;
  quantity: string;
}
export interface Pasted {
  counts: PastedCount[];
  /** Lines that hold no part number, place and quantity. */
  unreadable: number[];
}

const separators = [/\t/, /;/, /\s+/] as const;

/** Reads `part place quantity` lines, parted by tabs, semicolons or blanks. A part number or a place may hold blanks when tabs part the columns. */
export function readCounts(text: string): Pasted {
  const counts: PastedCount[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '') return;
    const separator = separators.find((one) => raw.trim().split(one).length >= 3);
    const cells = separator
      ? raw
          .trim()
          .split(separator)
          .map((cell) => cell.trim())
      : [];
    const [supplierPart, location, quantity, ...rest] = cells;
    const figure = quantity === undefined ? undefined : typedDecimal(quantity);
    const good = supplierPart && location && figure && /^\d+(?:\.\d+)?$/.test(figure) && rest.every((cell) => cell === '');
    if (good) counts.push({ line: index + 1, supplierPart, location, quantity: figure });
    else unreadable.push(index + 1);
  });
  return { counts, unreadable };
}
