import { add, isDecimal, normalise, readBarCode, readLabelField } from '#libs/kernel';

/** What became of a scan, to be said to whoever holds the scanner. */
export type Said =
  | { kind: 'added' | 'counted'; number: string; quantity: string; lot?: string | undefined; expiresOn?: string | undefined }
  | { kind: 'changed'; number: string; quantity: string }
  | { kind: 'noted' | 'again' | 'empty'; number: string }
  | { kind: 'problem'; problem: string; at: string };

export interface Scanned {
  text: string;
  said: Said;
  /** Number and serial number of an article that may not be counted twice. */
  article?: string;
}

interface Line {
  number: string;
  quantity: string;
  manufacturer: string;
}

/**
 * Takes one scan into the lines: a bar code with everything in it, or one field of a label that has a code for each. The same number again
 * counts on; an article with a serial number counts once; a quantity or a maker alone is of the last line.
 */
export function takeScan(text: string, scan: string, known: { year: number; articles: ReadonlySet<string> }): Scanned {
  const code = readBarCode(scan, known.year) ?? readLabelField(scan);
  const lines = text.split('\n');
  if (!code) return scan.trim() === '' ? { text, said: { kind: 'empty', number: '' } } : counted(lines, { number: scan.trim() });
  const [fault] = code.problems.filter(({ code: what }) => what !== 'NO_PART');
  if (fault) return { text, said: { kind: 'problem', problem: fault.code, at: fault.at } };
  const { number, manufacturer, quantity, serial } = code;
  if (number === undefined) return changed(text, lines, { quantity, manufacturer });
  const article = serial === undefined ? undefined : `${number}\t${serial}`;
  if (article !== undefined && known.articles.has(article)) return { text, said: { kind: 'again', number } };
  return { ...counted(lines, { ...code, number }), ...(article === undefined ? {} : { article }) };
}

interface Counted {
  number: string;
  manufacturer?: string;
  quantity?: string;
  lot?: string;
  expiresOn?: string;
}

function counted(lines: readonly string[], scan: Counted): Scanned {
  const { number, manufacturer = '', quantity = '1', lot, expiresOn } = scan;
  const at = lines.findIndex((line) => sameLine(cellsOf(line), { number, manufacturer }));
  const had = at < 0 ? undefined : cellsOf(lines[at] ?? '');
  if (had) {
    const sum = normalise(add(had.quantity, quantity));
    return {
      text: replaced(lines, at, { ...had, quantity: sum }),
      said: { kind: 'counted', number, quantity: sum, lot, expiresOn },
    };
  }
  const kept = lines.filter((line, i) => line.trim() !== '' || i < lines.length - 1);
  return {
    text: [...kept, written({ number, quantity, manufacturer }), ''].join('\n'),
    said: { kind: 'added', number, quantity, lot, expiresOn },
  };
}

/** A label that says only how many, or whose, is about the part scanned before. */
function changed(text: string, lines: readonly string[], { quantity, manufacturer }: Partial<Line>): Scanned {
  const at = lines.findLastIndex((line) => line.trim() !== '');
  const last = at < 0 ? undefined : cellsOf(lines[at] ?? '');
  if (!last || (quantity === undefined && manufacturer === undefined))
    return { text, said: { kind: 'noted', number: last?.number ?? '' } };
  const line = { ...last, quantity: quantity ?? last.quantity, manufacturer: manufacturer ?? last.manufacturer };
  return { text: replaced(lines, at, line), said: { kind: 'changed', number: line.number, quantity: line.quantity } };
}

const sameLine = (line: Line, { number, manufacturer }: Omit<Line, 'quantity'>): boolean =>
  line.number.toUpperCase() === number.toUpperCase() && line.manufacturer === manufacturer && isDecimal(line.quantity);

function cellsOf(line: string): Line {
  const [number = '', quantity = '', manufacturer = ''] = line.split('\t').map((cell) => cell.trim());
  return { number, quantity: quantity === '' ? '1' : quantity, manufacturer };
}

const written = ({ number, quantity, manufacturer }: Line): string =>
  [number, quantity, ...(manufacturer === '' ? [] : [manufacturer])].join('\t');

const replaced = (lines: readonly string[], at: number, line: Line): string =>
  lines.map((known, i) => (i === at ? written(line) : known)).join('\n');
