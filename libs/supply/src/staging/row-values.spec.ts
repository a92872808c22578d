import { describe, expect, it } from '@jest/globals';
import { saidColumns } from './row-columns.js';
import { type RowDefaults, rowValues } from './row-values.js';
import type { StagedRow } from './staged-row.js';

const defaults: RowDefaults = { currency: 'EUR', audience: null };
const row = (override: Partial<StagedRow> = {}): StagedRow => ({
  line: 2,
  action: 'PUT',
  supplierPart: ' AB  1 ',
  manufacturer: 'SKF',
  manufacturerPart: '6204-2rs1',
  orderUnit: 'EA',
  listPrice: '1.10',
  ...override,
});
const values = (given: StagedRow, rules = defaults) => {
  const made = rowValues(given, rules);
  return Object.fromEntries(saidColumns.map((column, i) => [column, made.values[i]]).filter(([, value]) => value !== null));
};
const codes = (given: StagedRow, rules = defaults) =>
  rowValues(given, rules).problems.map(({ column, code }) => `${column} ${code}`);

describe('rowValues', () => {
  it('fills what a full row does not say with its defaults and keeps numbers as written', () => {
    expect(rowValues(row(), defaults).supplierPart).toBe('AB 1');
    expect(values(row())).toEqual({
      maker: 'N:SKF',
      maker_name: 'SKF',
      part_number: '6204-2RS1',
      name: '6204-2RS1',
      order_unit: 'EA',
      price_unit: 'EA',
      price_factor_num: '1',
      price_factor_den: '1',
      list_price: '1.10',
      currency: 'EUR',
      basis: '1',
      break_mode: 'WHOLE',
      minimum: '1',
      multiple: '1',
      ncnr: 'f',
      details: '{"maker":"N:SKF","makerName":"SKF","part":"6204-2RS1"}',
    });
  });

  it('writes the currency of a charge out, and refuses one that cannot be added to the price', () => {
    const charged = (charge: object) =>
      row({ charges: [{ code: 'CERT', amount: '12.00', ...charge }] as StagedRow['charges'] & object });
    expect(values(charged({})).charges).toBe('[{"code":"CERT","amount":"12.00","currency":"EUR"}]');
    expect([
      codes(charged({ currency: 'USD' })),
      codes(charged({ amount: '-1' })),
      codes(charged({ amount: 'free' })),
      codes(charged({ code: '' })),
      codes({ ...charged({ amount: '1.5' }), currency: 'JPY', listPrice: '3' }),
    ]).toEqual([
      ['charges CHARGE_CURRENCY'],
      ['charges PRICE_NEGATIVE'],
      ['charges NUMBER_INVALID'],
      ['charges VALUE_INVALID'],
      ['charges PRICE_DECIMALS'],
    ]);
  });

  it('leaves open what a change does not say', () => {
    expect(values({ line: 2, action: 'CHANGE', supplierPart: 'A', leadDays: 7 })).toEqual({
      lead_days: '7',
      lead_kind: 'CALENDAR',
      details: '{}',
    });
  });

  it('takes a price from the smallest order on as the list price and sorts the breaks', () => {
    const priced = row({
      breaks: [
        { from: '100', price: '8' },
        { from: '5', price: '10' },
        { from: '25', price: '9' },
      ],
      minimum: '5',
    });
    expect(values({ ...priced, listPrice: undefined } as StagedRow)).toMatchObject({
      list_price: '10',
      break_from: '{25,100}',
      break_price: '{9,8}',
    });
    const { list_price, break_from } = values({
      ...row({ breaks: [{ from: '10', price: '8' }] }),
      listPrice: undefined,
    } as StagedRow) as Record<string, string>;
    expect([list_price, break_from]).toEqual([undefined, '{10}']);
  });

  it.each<[string, Partial<StagedRow>, string[]]>([
    ['a missing number', { supplierPart: ' ' }, ['supplierPart SUPPLIER_PART_MISSING']],
    ['a long number', { supplierPart: 'x'.repeat(71) }, ['supplierPart PART_NUMBER_TOO_LONG']],
    ['a negative price', { listPrice: '-1' }, ['listPrice PRICE_NEGATIVE']],
    ['decimals of a yen', { listPrice: '12.5', currency: 'JPY' }, ['listPrice PRICE_DECIMALS']],
    ['a currency nobody knows', { currency: 'ZZZ' }, ['currency CURRENCY_UNKNOWN']],
    ['an exponent', { listPrice: '1e5' }, ['listPrice NUMBER_INVALID']],
    ['eleven decimals', { listPrice: '0.00000000001' }, ['listPrice NUMBER_OUT_OF_BOUNDS']],
    ['fourteen digits', { minimum: '10000000000000' }, ['minimum NUMBER_OUT_OF_BOUNDS']],
    ['a basis of zero', { basis: '0' }, ['basis NUMBER_NOT_POSITIVE']],
    ['an unknown unit', { orderUnit: 'QQQ' }, ['orderUnit UNIT_UNKNOWN']],
    ['another price unit without a factor', { priceUnit: 'KGM' }, ['priceUnit FACTOR_MISSING']],
    [
      'two prices from one quantity on',
      {
        breaks: [
          { from: '10', price: '1' },
          { from: '10.0', price: '2' },
        ],
      },
      ['breaks PRICE_DUPLICATE'],
    ],
    ['a day that is none', { validFrom: '2026-02-30' }, ['validFrom DATE_INVALID']],
    ['a period that ends first', { validFrom: '2026-03-01', validTo: '2026-02-01' }, ['validTo PERIOD_REVERSED']],
    ['a maker without his number', { manufacturerPart: undefined as never }, ['manufacturerPart MANUFACTURER_PART_MISSING']],
    ['a country that is none', { countryOfOrigin: 'XX' }, ['countryOfOrigin COUNTRY_UNKNOWN']],
    [
      'a NUL in a text',
      { name: 'a\0b', details: { description: 'c\0' } },
      ['name CHARACTER_INVALID', 'details CHARACTER_INVALID'],
    ],
    ['stock that is no number', { stock: [{ location: 'A', quantity: 'many' }] }, ['stock NUMBER_INVALID']],
    ['a count of no day', { stockAsOf: 'yesterday' }, ['stockAsOf DATE_INVALID']],
    [
      'everything at once',
      { listPrice: '-1', orderUnit: 'QQQ', basis: '0' },
      ['listPrice PRICE_NEGATIVE', 'basis NUMBER_NOT_POSITIVE', 'orderUnit UNIT_UNKNOWN'],
    ],
  ])('refuses %s', (_, override, expected) => {
    const made = rowValues(row(override), defaults);
    expect(made.problems.map(({ column, code }) => `${column} ${code}`)).toEqual(expected);
    expect([made.refused, new Set(made.values)]).toEqual([true, new Set([null])]);
  });

  it('names a maker for rows without one only where the catalogue does', () => {
    const anonymous = { line: 2, action: 'PUT', supplierPart: 'NAS1149-3', orderUnit: 'EA' } as const;
    expect(codes(anonymous)).toEqual(['manufacturer MANUFACTURER_MISSING']);
    expect(values(anonymous, { ...defaults, maker: { code: '80205' } })).toMatchObject({
      maker: 'C:80205',
      part_number: 'NAS1149-3',
    });
  });

  it('asks of a stock report nothing but number and counts', () => {
    const report = {
      line: 2,
      action: 'PUT',
      supplierPart: 'A',
      stock: [
        { location: ' M"EM\\ ', quantity: '5' },
        { location: '', quantity: '0' },
      ],
    } as const;
    expect(values(report, { ...defaults, stockOnly: true })).toEqual({
      stock_location: '{"M\\"EM\\\\","MAIN"}',
      stock_quantity: '{5,0}',
    });
  });

  it("keeps the reader's refusal with its part number, so that it is never counted as absent", () => {
    const refused = rowValues(
      { line: 9, action: 'PUT', refused: true, supplierPart: 'A', problems: [{ code: 'QUOTE_MISPLACED', severity: 'ERROR' }] },
      defaults,
    );
    expect(refused).toMatchObject({
      supplierPart: 'A',
      refused: true,
      problems: [{ code: 'QUOTE_MISPLACED', severity: 'ERROR' }],
    });
  });
});
