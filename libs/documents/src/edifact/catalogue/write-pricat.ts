import { compare, multiply, normalise } from '#libs/kernel';
import type { CataloguePrice, CatalogueRow } from '../../canonical/catalogue.js';
import type { Problem } from '../../canonical/problem.js';
import { cannotSay, pieces, type Rows } from '../../tabular/pieces.js';
import { checkElements, partAt } from '../directory/directory.js';
import type { TradeRelease } from '../directory/release.js';
import type { EdifactParty } from '../envelope/read-interchange.js';
import { segmentWriter } from '../envelope/write-segment.js';
import { usual } from '../syntax/separators.js';
import { spread, spreads } from '../tree/joined-text.js';

/** What a PRICAT says before its lines. `full` replaces what was published, `delta` changes only what it names. */
export interface PricatWriterHeader {
  release: TradeRelease;
  sender: EdifactParty;
  receiver: EdifactParty;
  /** Interchange control reference. */
  control: string;
  /** CCYY-MM-DD and HH:MM of the sender's clock. */
  date: string;
  time: string;
  catalogueId: string;
  mode: 'full' | 'delta';
  currency: string;
  supplierName: string;
  supplierId?: { value: string; agency: string };
}

/** Element 1229 of a line by what it does. */
const ACTIONS = { put: '1', add: '1', change: '3', price: '3', delete: '2' } as const;

/**
 * Rows as a PRICAT of one message, UTF-8 (UNOY, version 4 of the syntax), piece by piece. What PRICAT has no element for (stock, CAGE,
 * shelf life, working days) is not written. Throws RangeError for a row the directory cannot hold: a part number above 35
 * characters, a name above what IMD carries (70 in D.96A).
 */
export function writePricat(rows: Rows<CatalogueRow>, header: PricatWriterHeader): AsyncGenerator<string> {
  return pieces(parts(rows, header));
}

type Elements = string[][];

async function* parts(rows: Rows<CatalogueRow>, header: PricatWriterHeader): AsyncGenerator<string> {
  const { release, control, date, time } = header;
  const write = lineWriter();
  const day = date.replaceAll('-', '');
  const party = ({ id, qualifier = '', address = '' }: EdifactParty) => [id, qualifier, address];
  const envelope = [
    ['UNB'],
    ['UNOY', '4'],
    party(header.sender),
    party(header.receiver),
    [day, time.replaceAll(':', '').slice(0, 4)],
    [control],
  ];
  yield `UNA:+.?*'\n${write([envelope], release, { supplierPart: '' })}`;
  const heading = [[['UNH'], ['1'], ['PRICAT', ...release.split('.'), 'UN']], ...headingOf(header, day)];
  let count = heading.length;
  yield write(heading, release, { supplierPart: '' });
  let number = 0;
  for await (const row of rows) {
    number++;
    const segments = lineOf(row, { number, release, currency: header.currency });
    count += segments.length;
    yield write(segments, release, row);
  }
  yield write(
    [
      [['UNT'], [String(count + 1)], ['1']],
      [['UNZ'], ['1'], [control]],
    ],
    release,
    { supplierPart: '' },
  );
}

/** Writes segments that keep to the directory, one a line; throws for a row that does not. */
function lineWriter() {
  const problems: Problem[] = [];
  const write = segmentWriter({ ...usual, repetition: '*' }, problems);
  return (segments: readonly Elements[], release: TradeRelease, row: { supplierPart: string }): string => {
    const read = segments.map((elements) => ({ tag: elements[0]?.[0] ?? '', elements, line: 1, column: 1 }));
    const [fault] = checkElements(release, read);
    if (fault !== undefined) throw cannotSay('PRICAT', row, `${fault.at}: ${fault.message}`);
    return segments.map((elements) => `${write({ elements }, release)}'\n`).join('');
  };
}

function headingOf(
  { release, catalogueId, mode, currency, supplierName, supplierId }: PricatWriterHeader,
  day: string,
): Elements[] {
  const id = supplierId === undefined ? [] : [supplierId.value, '', supplierId.agency];
  return [
    [['BGM'], ['9'], [catalogueId], [mode === 'full' ? '9' : '4']],
    [['DTM'], ['137', day, '102']],
    [['NAD'], ['SU'], id, [], nameOf(supplierName, release)],
    [['CUX'], ['2', currency, '10']],
    [['PGI'], ['10']],
  ];
}

function nameOf(name: string, release: TradeRelease): string[] {
  return spread(name, { max: partAt(release, 'NAD04').max, count: 5, glue: ' ' });
}

/** A line as the structure of PRICAT has it: numbers, texts, quantities, origin, days, tax, prices. */
function lineOf(
  row: CatalogueRow,
  { number, release, currency }: { number: number; release: TradeRelease; currency: string },
): Elements[] {
  const gtin = row.gtin === undefined ? [] : [[row.gtin, release === 'D.01B' ? 'SRV' : 'EN']];
  const line: Elements = [['LIN'], [String(number)], [row.action === 'put' ? '' : ACTIONS[row.action]], ...gtin];
  const own: Elements[] = [[['PIA'], ['5'], [row.supplierPart, 'SA']]];
  if (row.action === 'delete') return [line, ...own];
  if (row.manufacturerPart !== undefined) own.push([['PIA'], ['1'], [row.manufacturerPart, 'MF']]);
  const maker: Elements[] = row.manufacturer === undefined ? [] : [[['NAD'], ['MF'], [], [], nameOf(row.manufacturer, release)]];
  const origin: Elements[] = row.countryOfOrigin === undefined ? [] : [[['ALI'], [row.countryOfOrigin]]];
  const lead: Elements[] =
    row.leadDays === undefined || row.leadKind === 'working' ? [] : [[['DTM'], ['169', String(row.leadDays), '804']]];
  const before = release === 'D.96A' ? maker : [];
  const after = release === 'D.01B' ? maker : [];
  return [
    line,
    ...own,
    ...textsOf(row, release),
    ...quantitiesOf(row),
    ...origin,
    ...lead,
    ...before,
    ...taxOf(row),
    ...pricesOf(row, currency),
    ...after,
  ];
}

function textsOf(row: CatalogueRow, release: TradeRelease): Elements[] {
  const rule = spreads['IMD'] ?? { count: 1, glue: ' ' };
  const { max } = partAt(release, 'IMD03:4');
  const said = [...Object.entries(row.names), ...Object.entries(row.descriptions)];
  return said.map(([language, text]) => {
    const parts = spread(text.replaceAll('\n', ' '), { max, count: rule.count, glue: rule.glue });
    return [
      ['IMD'],
      ['F'],
      [],
      ['', '', '', parts[0] ?? '', parts[1] ?? '', ...(parts.length > 2 ? [parts.slice(2).join(' ')] : [language])],
    ];
  });
}

/** The order unit stands with one discrete unit (1), the least order (53), the multiple (165) and the content (59). */
function quantitiesOf(row: CatalogueRow): Elements[] {
  const { orderUnit, minimum, multiple, contentPerOrderUnit, contentUnit } = row;
  const unit = row.rawOrderUnit !== undefined && row.rawOrderUnit.length <= 3 ? row.rawOrderUnit : orderUnit;
  const quantity = (code: string, value: string | undefined, of: string | undefined): Elements[] =>
    value === undefined || of === undefined ? [] : [[['QTY'], [code, value, of]]];
  return [
    ...quantity('1', '1', unit),
    ...quantity('53', minimum, unit),
    ...quantity('165', multiple, unit),
    ...quantity('59', contentPerOrderUnit, contentUnit),
  ];
}

/** One rate for the line: PRICAT has the tax beside its prices. */
function taxOf(row: CatalogueRow): Elements[] {
  const rates = [...new Set(row.prices.map(({ taxRate }) => taxRate).filter((rate) => rate !== undefined))];
  if (rates.length > 1) throw cannotSay('PRICAT', row, 'its prices have different rates of tax');
  const [rate] = rates;
  return rate === undefined ? [] : [[['TAX'], ['7'], ['VAT'], [], [], ['', '', '', normalise(multiply(rate, '100'))], ['S']]];
}

function pricesOf(row: CatalogueRow, currency: string): Elements[] {
  return row.prices.flatMap((price) => priceOf(price, row, currency));
}

function priceOf(price: CataloguePrice, row: CatalogueRow, currency: string): Elements[] {
  const kind = price.type === 'net_customer' ? 'CT' : price.type === 'net_list' ? 'CA' : undefined;
  if (kind === undefined && !/^[A-Z]{3}$/.test(price.type))
    throw cannotSay('PRICAT', row, `it has a price of the type ${price.type}`);
  const day = (code: string, value: string | undefined): Elements[] =>
    value === undefined ? [] : [[['DTM'], [code, value.replaceAll('-', ''), '102']]];
  const unit = row.priceUnit ?? row.orderUnit ?? '';
  const ranged = compare(price.fromQuantity, '1') !== 0;
  return [
    [['PRI'], [kind === undefined ? price.type : 'AAA', price.amount, kind ?? '', '', price.basis ?? '', unit]],
    ...(price.currency === currency ? [] : [[['CUX'], ['2', price.currency, '10']]]),
    ...(ranged ? [[['RNG'], ['4'], [row.orderUnit ?? '', price.fromQuantity]]] : []),
    ...day('157', price.validFrom),
    ...day('36', price.validTo),
  ];
}
