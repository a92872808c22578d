import { describe, expect, it } from '@jest/globals';
import type { CatalogueTerms } from '../canonical/catalogue.js';
import { contentOf, isMappingTarget, type Mapping } from './csv/mapping.js';
import { suggestMapping } from './csv/suggest-mapping.js';
import { codesOf, readAll } from './testing.js';

const mapping: Mapping = {
  columns: {
    no: 'supplierPart',
    name: 'name',
    unit: 'orderUnit',
    price: 'price',
    kind: 'priceKind',
    held: 'heldUntil',
    breaks: 'breakMode',
    return: 'returnableDays',
    cancel: 'cancelDays',
    group: 'audience',
    cert: 'charge:CERT',
    setup: 'charge:SETUP/ORDER',
  },
  decimalSeparator: ',',
  dateFormat: 'DD.MM.YYYY',
  currency: 'EUR',
};
const head = Object.keys(mapping.columns).join(';');
const read = (line: string) => readAll(`${head}\n${line}\n`, { mapping });

describe('terms of a CSV row', () => {
  it('are read in the words of suppliers', async () => {
    const { rows, problems } = await read('A;Bolt;EA;1,50;Budget;31.12.2026;Gestaffelt;30;14;team-7;25,00;0');
    expect([codesOf(problems), rows[0]?.terms]).toEqual([
      [],
      {
        priceKind: 'budget',
        heldUntil: '2026-12-31',
        breakMode: 'graduated',
        returnableDays: 30,
        cancelDays: 14,
        audience: 'team-7',
        // What costs nothing is no charge.
        charges: [{ code: 'CERT', amount: '25.00', per: 'line' }],
      } satisfies CatalogueTerms,
    ]);
  });

  it('are absent where the row says none', async () => {
    const { rows } = await read('A;Bolt;EA;1,50;;;;;;;;');
    expect(rows[0]).not.toHaveProperty('terms');
  });

  it.each([
    ['A;Bolt;EA;1,50;perhaps;;;;;;;', 'TERM_UNKNOWN'],
    ['A;Bolt;EA;1,50;;2026-12-31;;;;;;', 'DATE_INVALID'],
    ['A;Bolt;EA;1,50;;;sometimes;;;;;', 'TERM_UNKNOWN'],
    ['A;Bolt;EA;1,50;;;;;;;-3;', 'NUMBER_NEGATIVE'],
    ['A;Bolt;EA;1,50;;;;;;;much;', 'NUMBER_INVALID'],
  ])('refuse a row whose money cannot be read: %s', async (line, code) => {
    const { refused, problems } = await read(line);
    expect([refused.length, problems.map((problem) => problem.code)]).toEqual([1, [code]]);
  });

  it('leave out days that are none', async () => {
    const { rows, problems } = await read('A;Bolt;EA;1,50;;;;soon;7;;;');
    expect([rows[0]?.terms, problems.map((problem) => problem.code)]).toEqual([{ cancelDays: 7 }, ['VALUE_INVALID']]);
  });

  it('belong to a price update as far as they belong to a price', async () => {
    const { rows } = await readAll(`no,price,kind,group,action\nA,1,firm,g,price\n`, {
      mapping: {
        columns: { no: 'supplierPart', price: 'price', kind: 'priceKind', group: 'audience', action: 'action' },
        decimalSeparator: '.',
        currency: 'USD',
      },
    });
    expect(rows[0]?.terms).toEqual({ priceKind: 'firm' });
  });

  it('are suggested from headers, and have targets of their own', () => {
    const columns = ['Part No', 'Return days', 'Stornofrist', 'Held until', 'Price status', 'Break type', 'Customer group'];
    expect(Object.values(suggestMapping(columns).columns)).toEqual([
      'supplierPart',
      'returnableDays',
      'cancelDays',
      'heldUntil',
      'priceKind',
      'breakMode',
      'audience',
    ]);
    expect(['charge:CERT', 'charge:SETUP/ORDER', 'charge:A/B', 'charge:'].map(isMappingTarget)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an update', () => {
  const of = (...targets: string[]) =>
    contentOf({ columns: Object.fromEntries(targets.map((target) => [target, target])), decimalSeparator: '.' });

  it('is told by its mapping', () => {
    expect([
      of('supplierPart', 'price'),
      of('supplierPart', 'price', 'currency', 'price@100', 'validFrom', 'heldUntil'),
      of('supplierPart', 'stock', 'location'),
      of('supplierPart', 'stock@MEM', 'price'),
      of('supplierPart', 'currency'),
      of('supplierPart'),
      of('supplierPart', 'price', 'name'),
      of('supplierPart+manufacturerPart', 'price'),
      of('supplierPart', 'price', 'minimum'),
    ]).toEqual(['prices', 'prices', 'stock', 'stock', 'catalogue', 'catalogue', 'catalogue', 'catalogue', 'catalogue']);
  });

  it('of prices is a delta of price rows, whatever it calls itself, and takes no unit from a constant', async () => {
    const columns = { no: 'supplierPart', price: 'price' };
    const { header, rows, problems } = await readAll('no,price\nA,1.5\n', {
      mapping: { columns, decimalSeparator: '.', currency: 'USD', mode: 'full', constants: { orderUnit: 'C62' } },
    });
    expect([header?.mode, problems, rows[0]?.action, rows[0]?.orderUnit]).toEqual(['delta', [], 'price', undefined]);
    expect(rows[0]?.prices).toEqual([{ type: 'net_list', amount: '1.5', currency: 'USD', fromQuantity: '1' }]);
  });

  it('of counts says nothing else, and wants nothing else', async () => {
    const { header, rows, problems } = await readAll('part no,stock,location\nA,5,MEM\n');
    expect([header?.mode, problems, rows[0]?.action, rows[0]?.orderUnit]).toEqual(['delta', [], 'change', undefined]);
    expect(rows[0]?.stock).toEqual([{ location: 'MEM', quantity: '5' }]);
  });

  it('of prices may be asked for though the file says more', async () => {
    const { rows } = await readAll('part no,name,unit,price,currency\nA,Bolt,EA,2,USD\n', { content: 'prices' });
    expect(rows.map(({ action, names, orderUnit }) => [action, names, orderUnit])).toEqual([['price', {}, 'EA']]);
  });
});
