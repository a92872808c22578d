import { attributeNames, type RowProblem, termNames } from '../../canonical/catalogue.js';
import { rowProblem } from '../row/problem.js';
import { type DateFormat, dateFormats } from '../row/row-values.js';
import { errorColumns } from './error-file.js';

/**
 * Which column of a CSV file means what: plain JSON, edited by the supplier and remembered for his next file.
 * A target is one of `singleTargets`, one of the families below, or several joined by `+` (a distributor whose own number
 * is the manufacturer's: `supplierPart+manufacturerPart`). Columns that are not named are not read.
 *
 * Families: `name:zh`, `description:de` (two-letter language) - `price@100` (price from quantity 100 on) -
 * `breakQuantity:1` with `breakPrice:1` (a pair of columns) - `stock@MEM` (stock at a location) -
 * `classification:ECLASS-5.1` - `feature:Thread` - `media:image` - `charge:CERT` (per line), `charge:SETUP/ORDER`, `charge:BOX/PACKAGE`.
 */
export interface Mapping {
  columns: Readonly<Record<string, string>>;
  /** Values for targets that no column gives, or whose cell is empty: `{ orderUnit: 'EA', location: 'MEM' }`. */
  constants?: Readonly<Record<string, string>>;
  decimalSeparator: '.' | ',';
  /** Default YYYY-MM-DD. */
  dateFormat?: DateFormat;
  /** Currency of prices without a column of their own. */
  currency?: string;
  /** Language of `name` and `description` without one. Default en. */
  language?: string;
  /** Of a workbook: which sheet. Default: the first that a person sees. */
  sheet?: string;
  /** What the file is: the whole catalogue, or only what changes. Absent: delta when it has an action column, else asked. */
  mode?: 'full' | 'delta';
}

/** Targets that one column, or one constant, can fill. */
export const singleTargets = [
  'action',
  'delete',
  'supplierPart',
  'manufacturer',
  'cage',
  'manufacturerPart',
  'gtin',
  'name',
  'description',
  'orderUnit',
  'contentUnit',
  'contentPerOrderUnit',
  'priceUnit',
  'priceUnitsPerOrderUnit',
  'price',
  'priceType',
  'currency',
  'priceBasis',
  'validFrom',
  'validTo',
  'taxRate',
  'minimum',
  'multiple',
  'leadDays',
  'leadKind',
  'unspsc',
  'ata',
  'eclass',
  'etim',
  'stock',
  'location',
  'shelfLifeDays',
  'hazmat',
  'countryOfOrigin',
  'keywords',
  'image',
  'document',
  'approvalBasis',
  'nonCancellable',
  'category',
  ...termNames,
  ...attributeNames,
] as const;

/** One of `singleTargets`. */
export type SingleTarget = (typeof singleTargets)[number];

const SINGLE = new Set<string>(singleTargets);
const FAMILY =
  /^(?:(?:name|description):[a-z]{2}|price@\d+(?:\.\d+)?|break(?:Quantity|Price):\d{1,3}|stock@.{1,64}|(?:classification|feature|media):.{1,128}|charge:[^/]{1,40}(?:\/(?:LINE|ORDER|PACKAGE))?)$/;

/** What the rows of a file are: whole parts, or an update of what is published already. */
export type CsvContent = 'catalogue' | 'prices' | 'stock';

const priceTargets =
  /^(?:price(?:Type|Basis|Kind)?|currency|valid(?:From|To)|taxRate|heldUntil|breakMode|price@.+|break(?:Quantity|Price):.+)$/;
const stockTargets = /^(?:stock|location|stock@.+)$/;

/**
 * What a file with this mapping can be: with a part number and prices and nothing else it updates prices, with counts (and prices) it updates those.
 * Anything more describes parts. The constant unit that is suggested for files without one does not count.
 */
export function contentOf(mapping: Mapping): CsvContent {
  const constants = Object.keys(mapping.constants ?? {}).filter((target) => target !== 'orderUnit');
  const targets = [...Object.values(mapping.columns).flatMap(targetsOf), ...constants].filter(
    (target) => target !== 'supplierPart' && target !== 'location',
  );
  if (targets.length === 0 || targets.some((target) => !priceTargets.test(target) && !stockTargets.test(target)))
    return 'catalogue';
  if (targets.some((target) => stockTargets.test(target))) return 'stock';
  return targets.some((target) => /^(?:price$|price@|breakPrice:)/.test(target)) ? 'prices' : 'catalogue';
}

/** Whether a mapping may name this target (one, not joined by `+`). */
export function isMappingTarget(target: string): boolean {
  return SINGLE.has(target) || FAMILY.test(target);
}

/** The targets of one column, `+` taken apart. */
export function targetsOf(target: string): string[] {
  return target.split('+').map((part) => part.trim());
}

/**
 * What is wrong with a mapping for a file with these columns: an unknown target or format and no column for the supplier's
 * part number are errors that end the reading; a column the file does not have is a warning.
 */
export function checkMapping(mapping: Mapping, columns: readonly string[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const present = new Set(columns);
  const used = new Set<string>();
  for (const [column, joined] of Object.entries(mapping.columns)) {
    if (!present.has(column)) problems.push(rowProblem('COLUMN_MISSING', { line: 1, column }));
    for (const target of targetsOf(joined)) {
      if (!isMappingTarget(target)) problems.push(fatal('MAPPING_TARGET_UNKNOWN', { target }, column));
      else if (present.has(column)) used.add(target);
    }
  }
  for (const target of Object.keys(mapping.constants ?? {})) {
    if (!SINGLE.has(target)) problems.push(fatal('MAPPING_TARGET_UNKNOWN', { target }));
  }
  if (!dateFormats.includes(mapping.dateFormat ?? 'YYYY-MM-DD')) {
    problems.push(fatal('MAPPING_TARGET_UNKNOWN', { target: `the date format ${mapping.dateFormat}` }));
  }
  if (!used.has('supplierPart')) problems.push(fatal('MAPPING_INCOMPLETE', { target: 'supplierPart' }));
  for (const column of columns) {
    if (!Object.hasOwn(mapping.columns, column) && !(errorColumns as readonly string[]).includes(column))
      problems.push(rowProblem('COLUMN_UNMAPPED', { line: 1, column }));
  }
  return problems;
}

function fatal(code: string, values: Record<string, string>, column?: string): RowProblem {
  return { ...rowProblem(code, column === undefined ? { line: 1 } : { line: 1, column }, values), fatal: true };
}
