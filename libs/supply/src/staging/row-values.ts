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
import { saidColumns } from './row-columns.js';
import { approval, describedPart } from './row-description.js';
import type { SameRow, StagedProblem, StagedRow } from './staged-row.js';

/** What a catalogue says for rows that do not say it themselves. */
export interface RowDefaults {
  currency: string;
  /** The maker of rows without one: the supplier itself or a fixed body; then the supplier's number is the part's. Absent: such rows are refused. */
  maker?: { code?: string; name?: string };
  audience: string | null;
  /** A stock report: a row is a supplier's number and counts, nothing else is asked of it. */
  stockOnly?: boolean;
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

  const cells = [...blank];
  const rules: Rules = { defaults, complete: row.action === 'PUT' || row.action === 'ADD', cells };
  if (defaults.stockOnly) stockOf(check, row, rules);
  else if (row.action !== 'DELETE') {
    pricesOf(check, row, rules);
    if (row.action !== 'PRICE') {
      identityOf(check, row, rules);
      termsOf(check, row, rules);
      aboutOf(check, row, rules);
      stockOf(check, row, rules);
    }
  }
  const found = row.problems ?? [];
  const problems = found.length > 0 ? [...found, ...check.problems] : check.problems;
  if (check.refused || found.some((problem) => problem.severity === 'ERROR')) return refusedRow(supplierPart, problems);
  return { supplierPart, refused: false, problems, values: cells };
}

/** Where each column stands among the cells. Filled by place: an object per row would cost more than all the checks. */
const at = Object.fromEntries(saidColumns.map((column, index) => [column, index])) as Record<
  (typeof saidColumns)[number],
  number
>;
const blank: readonly (string | null)[] = saidColumns.map(() => null);

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
  /** PUT and ADD say all of a part, so that defaults hold; in CHANGE an absent field keeps what is published. */
  complete: boolean;
  cells: (string | null)[];
}

/** Maker and number as identity (trade-rules 8, 9). A CHANGE that names neither keeps both. */
function identityOf(check: RowCheck, row: StagedRow, { defaults, complete, cells }: Rules): void {
  const said = manufacturerAlias({ code: row.manufacturerCode ?? '', name: row.manufacturer ?? '' });
  if (!complete && !said && !row.manufacturerPart) return;
  const maker = said ?? (defaults.maker && manufacturerAlias(defaults.maker));
  if (!maker) check.error('manufacturer', 'MANUFACTURER_MISSING');
  // Where the catalogue names the maker, the supplier's number is the maker's; a row that names one has to give both.
  const number = row.manufacturerPart ?? (said ? undefined : row.supplierPart);
  const partNumber = number === undefined ? undefined : partNumberAsWritten(number);
  if (!partNumber)
    check.error('manufacturerPart', number?.trim() ? 'PART_NUMBER_TOO_LONG' : 'MANUFACTURER_PART_MISSING', {
      limit: String(partNumberMax),
    });
  cells[at.maker] = maker ?? null;
  cells[at.maker_name] = (said ? row.manufacturer : defaults.maker?.name)?.trim().slice(0, 120) || null;
  cells[at.part_number] = partNumber ?? null;
}

function pricesOf(check: RowCheck, row: StagedRow, { defaults, complete, cells }: Rules): void {
  const priced = row.listPrice !== undefined || (row.breaks?.length ?? 0) > 0;
  if (!priced && row.action === 'PRICE') check.error('listPrice', 'PRICE_MISSING');
  if (!priced && !complete) return;
  const currency = row.currency ?? defaults.currency;
  const known = isCurrencyCode(currency) ? currency : null;
  if (!known) check.error('currency', 'CURRENCY_UNKNOWN', { value: currency.slice(0, 20) });
  const breaks = row.breaks && row.breaks.length > 0 ? sortedBreaks(check, row.breaks, known) : [];
  let listPrice = check.price('listPrice', row.listPrice, known);
  const [first] = breaks;
  // A price from the smallest order quantity on is the list price: fewer rows, and the same answer for every legal quantity.
  if (listPrice === null && first && compare(first.from, smallestOrder(row)) <= 0) {
    listPrice = first.price;
    breaks.shift();
  }
  cells[at.list_price] = listPrice;
  cells[at.currency] = currency;
  // A price update that is silent about its basis keeps the published one.
  cells[at.basis] = check.positive('basis', row.basis ?? (complete ? '1' : undefined));
  cells[at.break_mode] = row.breakMode ?? 'WHOLE';
  cells[at.break_unit] = row.breakUnit === 'PRICE' ? 'PRICE' : null;
  cells[at.break_scope] = row.breakScope === 'ORDER' ? 'ORDER' : null;
  cells[at.price_type] = row.priceType === undefined || row.priceType === 'FIRM' ? null : row.priceType;
  if (breaks.length > 0) {
    cells[at.break_from] = `{${breaks.map((entry) => entry.from).join(',')}}`;
    cells[at.break_price] = `{${breaks.map((entry) => entry.price).join(',')}}`;
  }
  periodOf(check, row, cells);
}

function periodOf(check: RowCheck, { validFrom, validTo, heldUntil }: StagedRow, cells: (string | null)[]): void {
  for (const day of [validFrom, validTo, heldUntil]) {
    if (day !== undefined && !isLocalDate(day))
      check.error('validFrom', 'DATE_INVALID', { value: day.slice(0, 20), expected: 'CCYY-MM-DD' });
  }
  if (validFrom && validTo && validTo < validFrom) check.error('validTo', 'PERIOD_REVERSED', { from: validFrom, to: validTo });
  cells[at.valid_from] = validFrom ?? null;
  cells[at.valid_to] = validTo ?? null;
  cells[at.held_until] = heldUntil ?? null;
}

function smallestOrder(row: StagedRow): string {
  try {
    return row.minimum !== undefined && compare(row.minimum, '1') > 0 ? row.minimum : '1';
  } catch {
    return '1';
  }
}

function termsOf(check: RowCheck, row: StagedRow, { defaults, complete, cells }: Rules): void {
  const orderUnit = unit(check, 'orderUnit', row.orderUnit);
  if (complete && row.orderUnit === undefined) check.error('orderUnit', 'UNIT_MISSING');
  const priceUnit = unit(check, 'priceUnit', row.priceUnit) ?? (complete ? orderUnit : null);
  if (complete && priceUnit && orderUnit && priceUnit !== orderUnit && !row.priceFactor)
    check.error('priceUnit', 'FACTOR_MISSING', { priceUnit, orderUnit });
  const one = complete ? '1' : undefined;
  cells[at.order_unit] = orderUnit;
  cells[at.raw_order_unit] = check.text('orderUnit', row.rawOrderUnit, 40);
  cells[at.content_unit] = unit(check, 'contentUnit', row.contentUnit);
  cells[at.content_per_order_unit] = check.positive('contentPerOrderUnit', row.contentPerOrderUnit);
  cells[at.price_unit] = priceUnit;
  cells[at.price_factor_num] = check.positive('priceFactor', row.priceFactor?.numerator ?? one);
  cells[at.price_factor_den] = check.positive('priceFactor', row.priceFactor?.denominator ?? one);
  cells[at.minimum] = check.positive('minimum', row.minimum ?? one);
  cells[at.multiple] = check.positive('multiple', row.multiple ?? one);
  cells[at.lead_days] = check.days('leadDays', row.leadDays);
  cells[at.lead_kind] = row.leadDays === undefined ? null : (row.leadKind ?? 'CALENDAR');
  cells[at.charges] = chargesOf(check, row, row.currency ?? (complete ? defaults.currency : undefined));
  cells[at.ncnr] = row.nonCancellable === undefined ? (complete ? 'f' : null) : row.nonCancellable ? 't' : 'f';
  cells[at.returnable_days] = check.days('returnableDays', row.returnableDays);
  cells[at.cancel_days] = check.days('cancelDays', row.cancelDays);
  cells[at.audience] = audience(check, row.audience) ?? (complete ? defaults.audience : null);
}

/** Charges of one row at most. */
const chargesMax = 20;

/** Charges with their currency written out: it is the price's, or there would be no total, and it stays when an agreement prices in another. */
function chargesOf(check: RowCheck, { charges = [] }: StagedRow, currency: string | undefined): string | null {
  if (charges.length === 0) return null;
  if (charges.length > chargesMax) return check.error('charges', 'CELL_TOO_LONG', { limit: String(chargesMax) });
  const read = charges.map((charge) => {
    const stated = charge.currency ?? currency;
    if (stated !== undefined && currency !== undefined && stated !== currency)
      check.error('charges', 'CHARGE_CURRENCY', { value: stated.slice(0, 20), currency: currency.slice(0, 20) });
    check.text('charges', charge.code, 40) ?? check.error('charges', 'VALUE_INVALID', { value: '', expected: 'a code' });
    check.price('charges', charge.amount, stated !== undefined && isCurrencyCode(stated) ? stated : null);
    return stated === undefined ? charge : { ...charge, currency: stated };
  });
  return json(check, 'charges', read);
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

function aboutOf(check: RowCheck, row: StagedRow, { complete, cells }: Rules): void {
  const country = row.countryOfOrigin;
  if (country !== undefined && !isCountryCode(country))
    check.error('countryOfOrigin', 'COUNTRY_UNKNOWN', { value: country.slice(0, 20) });
  check.days('shelfLifeDays', row.details?.shelfLifeDays);
  const [maker, makerName, part] = [cells[at.maker], cells[at.maker_name], cells[at.part_number]];
  // Identity as said stays with the offer: a later CHANGE or rollback needs it, and the preview shows it.
  const said = maker && { maker, makerName: makerName ?? undefined, part: part ?? undefined };
  cells[at.name] = check.text('name', row.name, 400) ?? (complete ? (part ?? null) : null);
  cells[at.category] = check.text('category', row.category, 120);
  cells[at.condition] = check.text('condition', row.condition, 20);
  cells[at.approval_basis] = approval(check, row.approvalBasis);
  cells[at.country_of_origin] = country ?? null;
  cells[at.details] = json(check, 'details', Object.assign(describedPart(check, row.details), said));
}

/** Details beyond this size are a document, not a row. */
const jsonMax = 64 * 1024;

function json(check: RowCheck, column: string, value: object): string | null {
  const text = JSON.stringify(value);
  if (text.includes('\\u0000')) return check.error(column, 'CHARACTER_INVALID', { found: 'U+0000' });
  return text.length <= jsonMax ? text : check.error(column, 'CELL_TOO_LONG', { limit: String(jsonMax) });
}

/** Locations, quantities, and when they were counted. The reader has judged signs already: a negative quantity counts as 0 there. */
function stockOf(check: RowCheck, row: StagedRow, { cells }: Rules): void {
  if (row.stockAsOf !== undefined && Number.isNaN(Date.parse(row.stockAsOf)))
    check.error('stockAsOf', 'DATE_INVALID', { value: row.stockAsOf.slice(0, 40), expected: 'RFC 3339' });
  if (!row.stock || row.stock.length === 0) return;
  const stock = placesOf(check, row.stock);
  cells[at.stock_location] = stock.locations;
  cells[at.stock_quantity] = stock.quantities;
  cells[at.stock_as_of] = row.stockAsOf ?? null;
}

/** Counts by place as two arrays of PostgreSQL; the last count of a place holds. */
function placesOf(check: RowCheck, counts: NonNullable<StagedRow['stock']>): { locations: string; quantities: string } {
  const stock = new Map<string, string>();
  for (const { location, quantity } of counts) {
    const counted = check.number('stock', quantity);
    const place = check.text('stock', location.trim() || unnamedLocation, 40);
    if (counted !== null && place !== null) stock.set(place, counted);
  }
  let [locations, quantities] = ['', ''];
  for (const [location, quantity] of stock) {
    const comma = locations === '' ? '' : ',';
    locations += `${comma}"${/[\\"]/.test(location) ? location.replace(/[\\"]/g, '\\$&') : location}"`;
    quantities += comma + quantity;
  }
  return { locations: `{${locations}}`, quantities: `{${quantities}}` };
}

/** What is staged of a record that says what it said before: its number and its counts, '' for none. Nothing is refused, for nothing was. */
export function sameValues({ supplierPart, stock }: SameRow): { supplierPart: string; locations: string; quantities: string } {
  const number = numberAsGiven(supplierPart) ?? supplierPart;
  const places = stock && stock.length > 0 ? placesOf(new RowCheck(), stock) : { locations: '', quantities: '' };
  return { supplierPart: number, ...places };
}

/** Where stock lies that a file gives without a place. */
const unnamedLocation = 'MAIN';
