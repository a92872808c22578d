import { manufacturerAlias } from '#libs/catalog';
import {
  compare,
  isCountryCode,
  isCurrencyCode,
  isLocalDate,
  isUnitCode,
  partNumberAsWritten,
  partNumberMax,
} from '#libs/kernel';
import { RowCheck, sortedBreaks } from './row-check.js';
import { contentColumns } from './row-columns.js';
import type { StagedProblem, StagedRow } from './staged-row.js';

/** What a catalogue says for rows that do not say it themselves. */
export interface RowDefaults {
  currency: string;
  /** The maker of rows without one: the supplier itself or a fixed body; then the supplier's number is the part's. Absent: such rows are refused. */
  maker?: { code?: string; name?: string };
  audience: string | null;
}

/** One row, ready for COPY: values of the columns after `refused` in their order, all null when the row is refused. */
export interface RowValues {
  supplierPart: string | null;
  refused: boolean;
  values: (string | null)[];
  problems: readonly StagedProblem[];
}

/** Checks one row as far as it can be judged alone and gives its staged values. Duplicates and unknown parts are judged over the whole set. */
export function rowValues(row: StagedRow, defaults: RowDefaults): RowValues {
  const check = new RowCheck();
  const supplierPart = numberAsGiven(row.supplierPart);
  if (row.refused) return refusedRow(supplierPart, row.problems ?? []);
  if (supplierPart === null)
    check.error('supplierPart', row.supplierPart?.trim() ? 'PART_NUMBER_TOO_LONG' : 'SUPPLIER_PART_MISSING', {
      limit: String(partNumberMax),
    });

  const complete = row.action === 'PUT' || row.action === 'ADD';
  const identity =
    row.action === 'DELETE' || row.action === 'PRICE' ? noIdentity : identityOf(check, row, { defaults, complete });
  const content = row.action === 'DELETE' ? {} : contentOf(check, row, { defaults, complete, identity });
  const stock = row.action === 'DELETE' || row.action === 'PRICE' ? noStock : stockOf(check, row);
  const problems = [...(row.problems ?? []), ...check.problems];
  if (check.refused || problems.some((problem) => problem.severity === 'ERROR')) return refusedRow(supplierPart, problems);

  const { breakFrom = null, breakPrice = null, ...columns } = content as Record<string, string | null>;
  return {
    supplierPart,
    refused: false,
    problems,
    values: [
      identity.maker,
      identity.makerName,
      identity.partNumber,
      ...contentColumns.map((column) => columns[column] ?? null),
      breakFrom,
      breakPrice,
      ...stock,
    ],
  };
}

interface Identity {
  maker: string | null;
  makerName: string | null;
  partNumber: string | null;
}

const noIdentity: Identity = { maker: null, makerName: null, partNumber: null };
const noStock = [null, null, null] as const;
/** Values after supplier_part: identity, content, breaks, stock. */
const blank: readonly null[] = Array.from({ length: 3 + contentColumns.length + 2 + noStock.length }, () => null);

function refusedRow(supplierPart: string | null, problems: readonly StagedProblem[]): RowValues {
  return { supplierPart, refused: true, values: [...blank], problems };
}

/** Trimmed, inner blanks to one; a supplier's own number keeps its case. */
function numberAsGiven(text: string | undefined): string | null {
  const number = text?.replaceAll('\0', '').trim().replace(/\s+/g, ' ') ?? '';
  return number.length >= 1 && number.length <= partNumberMax ? number : null;
}

interface Rules {
  defaults: RowDefaults;
  complete: boolean;
}

/** Maker and number as identity (trade-rules 8, 9). A CHANGE that names neither keeps both. */
function identityOf(check: RowCheck, row: StagedRow, { defaults, complete }: Rules): Identity {
  const own = {
    ...(row.manufacturerCode ? { code: row.manufacturerCode } : {}),
    ...(row.manufacturer ? { name: row.manufacturer } : {}),
  };
  const said = manufacturerAlias(own);
  if (!complete && !said && !row.manufacturerPart) return noIdentity;
  const maker = said ?? (defaults.maker && manufacturerAlias(defaults.maker));
  if (!maker) check.error('manufacturer', 'MANUFACTURER_MISSING');
  // Where the catalogue names the maker, the supplier's number is the maker's; a row that names one has to give both.
  const number = row.manufacturerPart ?? (said ? undefined : row.supplierPart);
  const partNumber = number === undefined ? undefined : partNumberAsWritten(number);
  if (!partNumber)
    check.error('manufacturerPart', number?.trim() ? 'PART_NUMBER_TOO_LONG' : 'MANUFACTURER_PART_MISSING', {
      limit: String(partNumberMax),
    });
  return {
    maker: maker ?? null,
    makerName: (said ? row.manufacturer : defaults.maker?.name)?.trim().slice(0, 120) || null,
    partNumber: partNumber ?? null,
  };
}

function contentOf(check: RowCheck, row: StagedRow, given: Rules & { identity: Identity }): Record<string, string | null> {
  return row.action === 'PRICE'
    ? pricesOf(check, row, given)
    : { ...pricesOf(check, row, given), ...termsOf(check, row, given), ...aboutOf(check, row, given) };
}

function pricesOf(check: RowCheck, row: StagedRow, { defaults, complete }: Rules): Record<string, string | null> {
  const priced = row.listPrice !== undefined || (row.breaks?.length ?? 0) > 0;
  if (!priced && !complete) {
    if (row.action === 'PRICE') check.error('listPrice', 'PRICE_MISSING');
    return {};
  }
  const currency = row.currency ?? defaults.currency;
  const known = isCurrencyCode(currency);
  if (!known) check.error('currency', 'CURRENCY_UNKNOWN', { value: currency.slice(0, 20) });
  const breaks = sortedBreaks(check, row.breaks ?? [], known ? currency : null);
  let listPrice = check.price('listPrice', row.listPrice, known ? currency : null);
  const [first] = breaks;
  // A price from the smallest order quantity on is the list price: fewer rows, and the same answer for every legal quantity.
  if (listPrice === null && first && compare(first.from, smallestOrder(row)) <= 0) {
    listPrice = first.price;
    breaks.shift();
  }
  const { validFrom, validTo } = row;
  for (const day of [validFrom, validTo])
    if (day !== undefined && !isLocalDate(day))
      check.error('validFrom', 'DATE_INVALID', { value: day.slice(0, 20), expected: 'CCYY-MM-DD' });
  if (validFrom && validTo && validTo < validFrom) check.error('validTo', 'PERIOD_REVERSED', { from: validFrom, to: validTo });
  return {
    list_price: listPrice,
    currency,
    basis: check.positive('basis', row.basis ?? '1'),
    break_mode: row.breakMode ?? 'WHOLE',
    valid_from: validFrom ?? null,
    valid_to: validTo ?? null,
    breakFrom: breaks.length > 0 ? `{${breaks.map((entry) => entry.from).join(',')}}` : null,
    breakPrice: breaks.length > 0 ? `{${breaks.map((entry) => entry.price).join(',')}}` : null,
  };
}

function smallestOrder(row: StagedRow): string {
  try {
    return row.minimum !== undefined && compare(row.minimum, '1') > 0 ? row.minimum : '1';
  } catch {
    return '1';
  }
}

function termsOf(check: RowCheck, row: StagedRow, { defaults, complete }: Rules): Record<string, string | null> {
  const orderUnit = unit(check, 'orderUnit', row.orderUnit);
  if (complete && row.orderUnit === undefined) check.error('orderUnit', 'UNIT_MISSING');
  const priceUnit = unit(check, 'priceUnit', row.priceUnit) ?? (complete ? orderUnit : null);
  const sameUnit = priceUnit === orderUnit;
  if (complete && priceUnit && orderUnit && !sameUnit && !row.priceFactor)
    check.error('priceUnit', 'FACTOR_MISSING', { priceUnit, orderUnit });
  return {
    order_unit: orderUnit,
    raw_order_unit: check.text('orderUnit', row.rawOrderUnit, 40),
    content_unit: unit(check, 'contentUnit', row.contentUnit),
    content_per_order_unit: check.positive('contentPerOrderUnit', row.contentPerOrderUnit),
    price_unit: priceUnit,
    price_factor_num: check.positive('priceFactor', row.priceFactor?.numerator ?? (complete ? '1' : undefined)),
    price_factor_den: check.positive('priceFactor', row.priceFactor?.denominator ?? (complete ? '1' : undefined)),
    minimum: check.positive('minimum', row.minimum ?? (complete ? '1' : undefined)),
    multiple: check.positive('multiple', row.multiple ?? (complete ? '1' : undefined)),
    lead_days: check.days('leadDays', row.leadDays),
    lead_kind: row.leadDays === undefined ? null : (row.leadKind ?? 'CALENDAR'),
    charges: row.charges && row.charges.length > 0 ? json(check, 'charges', row.charges) : null,
    ncnr: row.nonCancellable === undefined ? (complete ? 'f' : null) : row.nonCancellable ? 't' : 'f',
    returnable_days: check.days('returnableDays', row.returnableDays),
    audience: audience(check, row.audience) ?? (complete ? defaults.audience : null),
  };
}

function audience(check: RowCheck, group: string | undefined): string | null {
  if (group === undefined) return null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(group)
    ? group
    : check.error('audience', 'VALUE_INVALID', { value: group.slice(0, 40), expected: 'a group' });
}

function unit(check: RowCheck, column: string, code: string | undefined): string | null {
  if (code === undefined) return null;
  return isUnitCode(code) ? code : check.error(column, 'UNIT_UNKNOWN', { value: code.slice(0, 40), suggestion: '' });
}

function aboutOf(
  check: RowCheck,
  row: StagedRow,
  { complete, identity }: Rules & { identity: Identity },
): Record<string, string | null> {
  const country = row.countryOfOrigin;
  if (country !== undefined && !isCountryCode(country))
    check.error('countryOfOrigin', 'COUNTRY_UNKNOWN', { value: country.slice(0, 20) });
  check.days('shelfLifeDays', row.details?.shelfLifeDays);
  // Identity as said stays with the offer: a later CHANGE or rollback needs it, and the preview shows it.
  const said = identity.maker
    ? { maker: identity.maker, makerName: identity.makerName ?? undefined, part: identity.partNumber ?? undefined }
    : {};
  return {
    name: check.text('name', row.name, 400) ?? (complete ? (identity.partNumber ?? null) : null),
    category: check.text('category', row.category, 120),
    condition: check.text('condition', row.condition, 20),
    approval_basis: check.text('approvalBasis', row.approvalBasis, 40),
    country_of_origin: country ?? null,
    details: json(check, 'details', { ...row.details, ...said }),
  };
}

/** Details beyond this size are a document, not a row. */
const jsonMax = 64 * 1024;

function json(check: RowCheck, column: string, value: object): string | null {
  const text = JSON.stringify(value);
  if (text.includes('\\u0000')) return check.error(column, 'CHARACTER_INVALID', { found: 'U+0000' });
  return text.length <= jsonMax ? text : check.error(column, 'CELL_TOO_LONG', { limit: String(jsonMax) });
}

/** Locations, quantities, and when they were counted. The reader has judged signs already: a negative quantity counts as 0 there. */
function stockOf(check: RowCheck, row: StagedRow): (string | null)[] {
  const stock = new Map<string, string>();
  for (const { location, quantity } of row.stock ?? []) {
    const counted = check.number('stock', quantity);
    const place = check.text('stock', location.trim() || unnamedLocation, 40);
    if (counted !== null && place !== null) stock.set(place, counted);
  }
  if (row.stockAsOf !== undefined && Number.isNaN(Date.parse(row.stockAsOf)))
    check.error('stockAsOf', 'DATE_INVALID', { value: row.stockAsOf.slice(0, 40), expected: 'RFC 3339' });
  if (stock.size === 0) return [...noStock];
  const locations = [...stock.keys()].map((location) => `"${location.replace(/[\\"]/g, '\\$&')}"`);
  return [`{${locations.join(',')}}`, `{${[...stock.values()].join(',')}}`, row.stockAsOf ?? null];
}

/** Where stock lies that a file gives without a place. */
const unnamedLocation = 'MAIN';
