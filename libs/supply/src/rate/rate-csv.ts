import type { Fault } from '#libs/kernel';
import type { RateInput } from './save-exchange-rates.js';

const columns = ['kind', 'partner', 'from', 'to', 'rate', 'source', 'valid_from', 'valid_to'] as const;
type Column = (typeof columns)[number];
/** Other names by which files call the columns; a file of daily rates has `date` and no kind. */
const synonyms: Readonly<Record<string, Column>> = {
  date: 'valid_from',
  day: 'valid_from',
  currency: 'from',
  base: 'from',
  quote: 'to',
  type: 'kind',
};

/** Rates as a file states them with the line each stands on, and the lines that are none. */
export interface ReadRates {
  rates: { line: number; rate: RateInput }[];
  faults: Fault<'RateLineUnreadable'>[];
}

/**
 * Reads rates from CSV text: a header line, then one rate a line, parted by commas, semicolons or tabs, `"` around cells that hold
 * one. Columns: kind (default DAY), partner (its id, with CONTRACT), from, to, rate, source, valid_from (or date), valid_to.
 * Values are checked by saveExchangeRates; here only what is no table is refused.
 */
export function readRates(text: string): ReadRates {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ',';
  const names = cells(head, separator)?.map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_')) ?? [];
  const at = new Map(names.map((name, i) => [synonyms[name] ?? name, i]));
  const missing = (['from', 'to', 'rate', 'source', 'valid_from'] as const).filter((name) => !at.has(name));
  if (missing.length > 0) return { rates: [], faults: [unreadable(1, missing.join(', '))] };

  const read: ReadRates = { rates: [], faults: [] };
  lines.forEach((text, i) => {
    if (text.trim() === '') return;
    const row = cells(text, separator);
    const cell = (name: Column): string => row?.[at.get(name) ?? -1]?.trim() ?? '';
    const kind = cell('kind').toUpperCase() || 'DAY';
    if (!row || row.length > names.length || !isKind(kind)) {
      read.faults.push(unreadable(i + 2, text.slice(0, 80)));
      return;
    }
    read.rates.push({
      line: i + 2,
      rate: {
        kind,
        partnerId: cell('partner') || null,
        from: cell('from').toUpperCase(),
        to: cell('to').toUpperCase(),
        rate: cell('rate'),
        source: cell('source'),
        validFrom: cell('valid_from'),
        validTo: cell('valid_to') || null,
      },
    });
  });
  return read;
}

function isKind(text: string): text is RateInput['kind'] {
  return text === 'DAY' || text === 'FROZEN' || text === 'CONTRACT';
}

function unreadable(line: number, found: string): Fault<'RateLineUnreadable'> {
  return { code: 'RateLineUnreadable', path: ['csv', String(line)], values: { line, found } };
}

/** The cells of one line; undefined when a quote is never closed. */
function cells(line: string, separator: string): string[] | undefined {
  const found: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    if (!quoted && /^\s*"/.test(rest)) return undefined;
    const plain = quoted ? quoted[0].length : rest.indexOf(separator) < 0 ? rest.length : rest.indexOf(separator);
    found.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, plain).trim());
    if (plain >= rest.length) return found;
    if (!rest.startsWith(separator, plain)) return undefined;
    rest = rest.slice(plain + separator.length);
  }
}
