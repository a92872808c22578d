import type { CatalogueHeader, RowProblem } from '../../canonical/catalogue.js';
import { RecordSplitter } from '../records/record-splitter.js';
import { rowProblem, Unreadable } from '../row/problem.js';
import { cifDefaultFields } from './cif-fields.data.js';

/** Everything before DATA. */
export interface CifHeader {
  header: CatalogueHeader;
  fields: readonly string[];
  delimiter: ',' | '\t';
  /** UNUOM FALSE: units are the supplier's own. */
  ownUnits: boolean;
  /** System of the SPSC Code field. */
  codeSystem: string;
  problems: RowProblem[];
}

/**
 * Reads the header lines of a CIF 3.0 file. Source: Ariba CIF 3.0, and what exporters make of it: `KEY: value`, `KEY:,value`
 * (a CSV tool), `KEY:<tab>value`, `KEY:value`, quoted whole, with trailing commas, FIELDNAMES missing or as a bare line.
 * Errors: a LOADMODE other than F or I, an ITEMCOUNT that is no number, no field for the supplier's part number.
 */
export function cifHeader(lines: readonly string[], charset: string): CifHeader {
  const values = new Map<string, { value: string; line: number }>();
  const problems: RowProblem[] = [];
  let bare: string | undefined;
  lines.forEach((raw, index) => {
    const line = unquoted(raw);
    if (index === 0 || line === '') return;
    const match = /^([A-Za-z][A-Za-z_ ]{1,40}?)\s*:[\s,]*(.*)$/.exec(line);
    if (match !== null) values.set(match[1]!.trim().toUpperCase(), { value: match[2]!.trim(), line: index + 1 });
    else if (/supplier ?part ?id/i.test(line)) bare = line;
    else problems.push(rowProblem('HEADER_LINE_UNKNOWN', { line: index + 1 }));
  });
  const names = values.get('FIELDNAMES')?.value || bare;
  const delimiter = names !== undefined && !names.includes(',') && names.includes('\t') ? '\t' : ',';
  const fields = names === undefined ? cifDefaultFields : fieldNames(names, delimiter);
  const version = /^CIF_I_V(\d+(?:\.\d+)?)/i.exec(unquoted(lines[0] ?? ''))?.[1];
  const codeFormat = values.get('CODEFORMAT')?.value.toUpperCase() ?? 'UNSPSC';
  return {
    header: headerOf(values, { version, charset, fields, delimiter, problems }),
    fields,
    delimiter,
    ownUnits: /^(?:f|false|no|n|0)$/i.test(values.get('UNUOM')?.value ?? ''),
    codeSystem: /UNSPSC|SPSC/.test(codeFormat) || codeFormat === '' ? 'UNSPSC' : codeFormat,
    problems,
  };
}

type Values = ReadonlyMap<string, { value: string; line: number }>;

function headerOf(
  values: Values,
  file: { version: string | undefined; charset: string; fields: readonly string[]; delimiter: string; problems: RowProblem[] },
): CatalogueHeader {
  const text = (key: string) => values.get(key)?.value || undefined;
  const mode = modeOf(values);
  const currency = text('CURRENCY')?.toUpperCase();
  const itemCount = itemCountOf(values);
  const generatedAt = timestampOf(values, file.problems);
  const supplier = text('SUPPLIER_ID') ?? text('SUPPLIERID');
  const domain = text('SUPPLIERID_DOMAIN');
  const name = text('CATALOGNAME') ?? text('CATALOG_NAME');
  return {
    format: 'cif',
    ...(file.version === undefined ? {} : { version: file.version }),
    ...(name === undefined ? {} : { catalogueName: name }),
    ...(mode === undefined ? {} : { mode }),
    ...(currency === undefined ? {} : { currency }),
    ...(itemCount === undefined ? {} : { itemCount }),
    ...(generatedAt === undefined ? {} : { generatedAt }),
    supplierIds: supplier === undefined ? [] : [{ ...(domain === undefined ? {} : { scheme: domain }), value: supplier }],
    charset: file.charset,
    columns: file.fields,
    delimiter: file.delimiter,
  };
}

/** Without the quotes that a CSV tool puts around a line with commas, and without its trailing commas. */
function unquoted(line: string): string {
  const trimmed = withoutEnd(line.replace(/^\ufeff/, '').trim());
  const isWhole =
    trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') && !/[^"]"[^"]/.test(trimmed.slice(1, -1));
  return isWhole ? withoutEnd(trimmed.slice(1, -1).replaceAll('""', '"')) : trimmed;
}

/** Without trailing commas and blanks; a loop, as the expression for it takes quadratic time on long blanks. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[,\s]/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function fieldNames(text: string, delimiter: ',' | '\t'): string[] {
  const splitter = new RecordSplitter({ delimiter, newline: '\n', multiline: false });
  return [...splitter.write(text), ...splitter.end()].flatMap((record) => record.cells.map((cell) => cell.trim()));
}

function modeOf(values: Values): 'full' | 'delta' | undefined {
  const found = values.get('LOADMODE');
  if (found === undefined || found.value === '') return undefined;
  const mode = found.value.toUpperCase();
  if (mode === 'F' || mode === 'FULL') return 'full';
  if (mode === 'I' || mode === 'INCREMENTAL') return 'delta';
  throw new Unreadable(
    'HEADER_VALUE_INVALID',
    { key: 'LOADMODE', value: found.value, expected: 'F (full) or I (incremental)' },
    { line: found.line },
  );
}

function itemCountOf(values: Values): number | undefined {
  const found = values.get('ITEMCOUNT');
  if (found === undefined || found.value === '') return undefined;
  if (/^\d{1,9}$/.test(found.value)) return Number(found.value);
  throw new Unreadable(
    'HEADER_VALUE_INVALID',
    { key: 'ITEMCOUNT', value: found.value, expected: 'a whole number' },
    { line: found.line },
  );
}

/** ISO in its forms, and the American 5/25/04 of the format's home; anything else is no reason to stop. */
function timestampOf(values: Values, problems: RowProblem[]): string | undefined {
  const found = values.get('TIMESTAMP');
  if (found === undefined || found.value === '') return undefined;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(found.value);
  if (iso !== null) return iso[2] === undefined ? iso[1] : `${iso[1]}T${iso[2]}${iso[3] ?? ''}`;
  const day = americanDate(found.value.split(/\s/)[0] ?? '');
  if (day !== undefined) return day;
  problems.push(
    rowProblem('VALUE_INVALID', { line: found.line, column: 'TIMESTAMP' }, { value: found.value, expected: 'a time' }),
  );
  return undefined;
}

/** 5/25/04 or 05/25/2004 as CCYY-MM-DD; two-digit years from 70 on are of the last century. undefined: not of that form. */
export function americanDate(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, month, day, year] = match as unknown as [string, string, string, string];
  const full = year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`;
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
