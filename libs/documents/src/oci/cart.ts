import { divideExact, isCurrencyCode, isUnitCode, multiply, normalise } from '#libs/kernel';
import { completePrice, pricedPaths, shapePrice } from '../canonical/ordering/unit-price.js';
import { punchOutOrderBlanks } from '../canonical/punchout/blanks.js';
import type { PunchOutLine, PunchOutOrder } from '../canonical/punchout/punch-out.js';
import { type Field, freeText, listed, positive, text } from '../grammar/field.js';
import { message, type Rule, type RuleView } from '../grammar/message.js';
import { may, must, needed } from '../grammar/row.js';
import { ociFields, ociUnits } from './fields.data.js';

const ITEM = 'NEW_ITEM[]';

/** A unit of Recommendation 20; the shop's own code is kept and written again while it means the same. Codes inside one SAP system are renamed by a partner's profile. */
const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, UN/ECE Recommendation 20; PCE for a piece',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    const known = ociUnits[own];
    if (known !== undefined) return { unit: known, rawUnit: own };
    return isUnitCode(own)
      ? { unit: own }
      : { bad: 'UNIT_UNKNOWN', message: 'The unit is not a code of UN/ECE Recommendation 20 or 21.' };
  },
  encode: ({ unit: value, rawUnit }) => (rawUnit !== undefined && ociUnits[rawUnit] === value ? rawUnit : value),
};

/** A number with at most 11 digits before the point and 3 behind it. */
const number: Field<string> = {
  ...positive(),
  says: 'decimal, 11 digits and 3 behind the point',
  encode: (value, document) => {
    const [whole = '', fraction = ''] = normalise(value).split('.');
    return whole.length > 11 || fraction.length > 3
      ? { bad: 'NUMBER_TOO_FINE', message: 'Only 11 digits before the point and 3 behind it can be written here.' }
      : positive().encode(value, document);
  },
};

/** How many units a price is for: a whole number of at most five digits. */
const priceUnit: Field<string> = {
  ...positive(),
  says: 'whole number, 5 digits, 1 when absent',
  encode: (value) =>
    /^\d{1,5}$/.test(normalise(value))
      ? normalise(value)
      : { bad: 'BASIS_NOT_EXPRESSIBLE', message: 'A price is for a whole number of units of at most five digits.' },
};

const cart: Rule<PunchOutOrder> = {
  name: 'cart',
  says: 'Items are numbered from 1 on; all are in one currency. A short text stands as the description, a long one as the long text.',
  decoded: (document, { report }) => {
    for (const line of document.lines) readTexts(line);
    checkCurrency(document, report);
  },
  encoding: (document, report) => {
    document.lines.forEach((line, index) => {
      writeTexts(line);
      if (line.number !== String(index + 1)) renumbered(report);
      line.number = String(index + 1);
      if (line.price !== undefined) line.price.currency ??= document.currency;
    });
    checkCurrency(document, report);
    const told: Partial<PunchOutOrder> = document;
    if (told.cookie === '') delete told.cookie;
    if (told.allowed === 'create') delete told.allowed;
  },
};

const renumbered = (report: RuleView['report']) =>
  report({
    at: 'lines[].number',
    code: 'NOT_EXPRESSED',
    message: 'Items are numbered from 1 on; the number of a line was not written.',
    severity: 'info',
  });

function readTexts({ item }: PunchOutLine): void {
  if (item.description !== undefined || item.name === undefined) return;
  item.description = item.name;
  delete item.name;
}

function writeTexts({ item }: PunchOutLine): void {
  item.name ??= item.description ?? item.supplierPart ?? '';
  if (item.description === item.name && item.name.length <= 40) delete item.description;
}

/** The model has one currency for a cart. */
function checkCurrency(document: PunchOutOrder, report: RuleView['report']): void {
  const said = document.lines.flatMap(({ price }) => price?.currency ?? []);
  document.currency ??= said[0] ?? '';
  if (document.currency === '' && document.lines.length > 0)
    report({ at: 'NEW_ITEM/CURRENCY', code: 'VALUE_MISSING', message: 'No item says its currency.' });
  if (said.some((currency) => currency !== document.currency))
    report({ at: 'NEW_ITEM/CURRENCY', code: 'VALUE_CONTRADICTS', message: 'The items of a cart are in one currency.' });
}

const price: Rule<PunchOutOrder> = {
  name: 'price',
  says: 'A price is for whole numbers of the unit of the line, with three decimals: amount and number of units are multiplied up exactly, or it is an error.',
  decoded: ({ lines }) => {
    for (const line of lines) completePrice(line);
    for (const { price: said, quantity } of lines) if (said !== undefined) said.unit = quantity.unit;
  },
  encoding: ({ lines }, report) => {
    for (const line of lines) {
      if (shapePrice(line) !== undefined)
        report({
          at: 'lines[].price',
          code: 'NOT_EXPRESSED',
          message: 'A price is for units of the line; that it was for others was not written.',
          severity: 'info',
        });
      if (line.price !== undefined) widen(line.price);
    }
  },
};

/** 0.0437 for one is 0.437 for ten; 4.37 for 0.5 is 43.7 for five. */
function widen(said: { amount: string; basis: string }): void {
  const decimals = (value: string) => normalise(value).split('.')[1]?.length ?? 0;
  const shift = Math.max(decimals(said.amount) - 3, decimals(said.basis), 0);
  if (shift === 0) return;
  const factor = `1${'0'.repeat(shift)}`;
  const [amount, basis] = [multiply(said.amount, factor), multiply(said.basis, factor)].map(normalise) as [string, string];
  const common = greatestCommon(amount, basis);
  said.amount = common === '1' ? amount : normalise(divideExact(amount, common, 0));
  said.basis = common === '1' ? basis : normalise(divideExact(basis, common, 0));
}

function greatestCommon(a: string, b: string): string {
  if (a.includes('.') || b.includes('.')) return '1';
  let [high, low] = [BigInt(a), BigInt(b)];
  while (low > 0n) [high, low] = [low, high % low];
  return high > 0n ? String(high) : '1';
}

/**
 * A cart that comes back from a supplier's shop as fields of a form: SAP Open Catalog Interface 5.0. It comes through the browser of a
 * person, so nothing in it is proven; which visit it is of, and of whom, the address it was sent to says.
 */
export const ociCart = message<PunchOutOrder>({
  standard: 'OCI',
  release: '5.0',
  message: 'cart',
  source: 'SAP Open Catalog Interface 5.0, inbound section',
  format: 'oci',
  structure: { syntax: 'xml', root: 'form', sequences: { form: ['NEW_ITEM'], NEW_ITEM: ociFields.split(' ') } },
  blanks: { ...punchOutOrderBlanks, '': () => ({ ...punchOutOrderBlanks['']?.(), cookie: '', allowed: 'create' }) },
  extended: ['lines[]'],
  carried: ['currency', 'lines[].price.unit', ...pricedPaths],
  rows: [
    must(`${ITEM}@n`, 'lines[].number', text(1, 6)),
    needed(`${ITEM}/DESCRIPTION`, 'lines[].item.name', freeText(40)),
    may(`${ITEM}/MATNR`, 'lines[].item.buyerPart', text(1, 40)),
    must(`${ITEM}/QUANTITY`, 'lines[].quantity.value', number),
    must(`${ITEM}/UNIT`, 'lines[].quantity', unit),
    may(`${ITEM}/PRICE`, 'lines[].price.amount', number),
    may(`${ITEM}/CURRENCY`, 'lines[].price.currency', listed('ISO 4217', isCurrencyCode)),
    may(`${ITEM}/PRICEUNIT`, 'lines[].price.basis', priceUnit),
    may(`${ITEM}/LEADTIME`, 'lines[].leadDays', text(1, 5)),
    may(`${ITEM}/LONGTEXT`, 'lines[].item.description', text(1, 20_000)),
    may(`${ITEM}/VENDORMAT`, 'lines[].item.supplierPart', text(1, 40)),
    may(`${ITEM}/MANUFACTCODE`, 'lines[].item.manufacturer', text(1, 10)),
    may(`${ITEM}/MANUFACTMAT`, 'lines[].item.manufacturerPart', text(1, 40)),
    may(`${ITEM}/EXT_PRODUCT_ID`, 'lines[].auxiliary', text(1, 40)),
    may(`${ITEM}/EXT_SCHEMA_TYPE`, 'lines[].item.classifications[0].system', text(1, 10)),
    may(`${ITEM}/EXT_CATEGORY_ID`, 'lines[].item.classifications[0].code', text(1, 60)),
  ],
  rules: [cart, price],
});
