import { describe, expect, it } from '@jest/globals';
import type { CatalogueRow, RowProblem } from '../canonical/catalogue.js';
import type { Mapping } from './csv/mapping.js';
import { openCatalogue } from './open-catalogue.js';
import { bytesOf, codesOf, readAll } from './testing.js';

const HEAD = 'sku,name,unit,price,currency\n';

describe('a CSV catalogue', () => {
  it('prices in the currency of its catalogue what names none itself, and nothing else', async () => {
    const bytes = (text: string): AsyncIterable<Uint8Array> => bytesOf(text);
    const currencies: (string | undefined)[] = [];
    const reading = await openCatalogue(bytes('sku,name,unit,price,currency\nA,n,EA,1,\nB,n,EA,2,USD\n'), { currency: 'EUR' });
    for await (const event of reading.events) if (event.kind === 'row') currencies.push(event.row.prices[0]?.currency);
    expect(currencies).toEqual(['EUR', 'USD']);
  });

  it('gives every field of a row, numbers as they were written', async () => {
    const csv = [
      'Supplier Part,Manufacturer,CAGE,MPN,Name,Description,UOM,Price,Currency,Price per,MOQ,Order multiple,Lead time,UNSPSC,ATA,Stock,Warehouse,Shelf life,qty_1,price_1,Content quantity,Content unit',
      '  sp-1  007 ,Acme,80205,NAS1149F0332P,"Washer, flat","Line one\nline two",EA,4.20,usd,100,100,50,21,31161807,20,1500,MEM,730,1000,3.9000,1,EA',
    ].join('\r\n');
    const { rows, header, end } = await readAll(csv);
    const { cells, ...row } = rows[0]!;
    expect(row).toEqual({
      line: 2,
      action: 'put',
      supplierPart: 'sp-1 007',
      manufacturer: 'Acme',
      manufacturerCode: '80205',
      manufacturerPart: 'NAS1149F0332P',
      names: { en: 'Washer, flat' },
      descriptions: { en: 'Line one\nline two' },
      orderUnit: 'EA',
      contentUnit: 'EA',
      contentPerOrderUnit: '1',
      prices: [
        { type: 'net_list', amount: '4.20', currency: 'USD', basis: '100', fromQuantity: '1' },
        { type: 'net_list', amount: '3.9000', currency: 'USD', basis: '100', fromQuantity: '1000' },
      ],
      customerPriceType: 'net_list',
      minimum: '100',
      multiple: '50',
      leadDays: 21,
      classifications: [
        { system: 'UNSPSC', code: '31161807' },
        { system: 'ATA', code: '20' },
      ],
      stock: [{ location: 'MEM', quantity: '1500' }],
      shelfLifeDays: 730,
      keywords: [],
      media: [],
      features: [],
    } satisfies CatalogueRow);
    expect(cells?.length).toBe(22);
    expect(header?.delimiter).toBe(',');
    expect(end).toEqual({ complete: true, rows: 1, refused: 0, errors: 0, warnings: 0 });
  });

  it.each([
    [',', 'a,b'],
    [';', 'a,b'],
    ['\t', 'a;b'],
    ['|', 'a,b'],
  ])('finds the delimiter %j even when names hold another one', async (delimiter, name) => {
    const text = `${['sku', 'name', 'price', 'currency'].join(delimiter)}\n${['A-1', `"${name}"`, '5', 'EUR'].join(delimiter)}\n`;
    const { rows, header } = await readAll(text);
    expect(header?.delimiter).toBe(delimiter);
    expect(rows[0]?.names).toEqual({ en: name });
  });

  it('counts physical lines, also over quoted line breaks and blank lines', async () => {
    const { rows } = await readAll(`${HEAD}A,"x\n\ny",EA,1,EUR\n\n\nB,z,EA,1,EUR\n`);
    expect(rows.map((row) => [row.supplierPart, row.line])).toEqual([
      ['A', 2],
      ['B', 7],
    ]);
  });

  it('reads a German list with decimal commas by its mapping, and by its samples without one', async () => {
    const csv =
      'Artikelnummer;Bezeichnung;Einheit;Preis;Währung;Lieferzeit\nA-1;Scheibe;Stk;1.234,56;EUR;5\nA-2;Mutter;Stk;0,0425;EUR;5\n';
    const { rows, problems } = await readAll(csv);
    expect(rows.map((row) => row.prices[0]?.amount)).toEqual(['1234.56', '0.0425']);
    expect(rows[0]).toMatchObject({ names: { de: 'Scheibe' }, orderUnit: 'H87', rawOrderUnit: 'Stk', leadDays: 5 });
    expect(codesOf(problems)).toEqual(['UNIT_TRANSLATED 2 Einheit']);
  });

  it('reads a delta with an action column and a delete column', async () => {
    const csv = 'sku,action,deleted,price,currency\nA,add,,1,EUR\nB,change,,2,EUR\nC,delete,,,\nD,,x,,\nE,burn,,1,EUR\n';
    const { rows, refused, header, problems } = await readAll(csv);
    expect(header?.mode).toBe('delta');
    expect(rows.map((row) => `${row.supplierPart} ${row.action}`)).toEqual(['A add', 'B change', 'C delete', 'D delete']);
    expect(refused.map((row) => row.supplierPart)).toEqual(['E']);
    expect(problems.find((problem) => problem.severity === 'error')).toMatchObject({
      code: 'ACTION_UNKNOWN',
      line: 6,
      column: 'action',
    });
  });

  it('reads breaks from named columns and stock by location', async () => {
    const csv = 'sku,price,price@10,price@100,currency,stock@MEM,stock@FRA\nA,5.00,4.50,4.00,EUR,7,0\n';
    const { rows } = await readAll(csv);
    expect(rows[0]?.prices.map((price) => `${price.fromQuantity}:${price.amount}`)).toEqual(['1:5.00', '10:4.50', '100:4.00']);
    expect(rows[0]?.stock).toEqual([
      { location: 'MEM', quantity: '7' },
      { location: 'FRA', quantity: '0' },
    ]);
  });

  it('puts the exact factor between order, content and price unit: sold in boxes of 25, priced per 100 pieces', async () => {
    const csv =
      'sku,unit,content unit,content,price unit,price,price basis,currency\nA,XBX,EA,25,EA,12.00,100,EUR\nB,XBX,,,EA,12.00,100,EUR\n';
    const { rows, problems } = await readAll(csv, { mapping: { ...BOXES } });
    expect(rows[0]).toMatchObject({
      orderUnit: 'XBX',
      contentUnit: 'EA',
      contentPerOrderUnit: '25',
      priceUnit: 'EA',
      priceFactor: { numerator: '25', denominator: '1' },
    });
    expect(rows[0]?.prices[0]).toMatchObject({ amount: '12.00', basis: '100' });
    expect(codesOf(problems.filter((problem) => problem.severity === 'error'))).toEqual(['FACTOR_MISSING 3 price unit']);
  });
});

const BOXES: Mapping = {
  columns: {
    sku: 'supplierPart',
    unit: 'orderUnit',
    'content unit': 'contentUnit',
    content: 'contentPerOrderUnit',
    'price unit': 'priceUnit',
    price: 'price',
    'price basis': 'priceBasis',
    currency: 'currency',
  },
  decimalSeparator: '.',
};

describe('a bad row is refused with line, column, code and sentence, and keeps its identity', () => {
  it.each([
    ['a negative price', 'A,n,EA,-1.00,EUR', 'PRICE_NEGATIVE', 'price'],
    ['an unknown unit', 'A,n,FOOO,1,EUR', 'UNIT_UNKNOWN', 'unit'],
    ['a unit of two code lists', 'A,n,CA,1,EUR', 'UNIT_AMBIGUOUS', 'unit'],
    ['a price in JPY with decimals', 'A,n,EA,1500.50,JPY', 'PRICE_DECIMALS', 'price'],
    ['more than 10 decimals', 'A,n,EA,1.12345678901,EUR', 'NUMBER_OUT_OF_BOUNDS', 'price'],
    ['1e13 and above', 'A,n,EA,10000000000000,EUR', 'NUMBER_OUT_OF_BOUNDS', 'price'],
    ['an exponent', 'A,n,EA,1e5,EUR', 'NUMBER_INVALID', 'price'],
    ['an ambiguous thousands separator', 'A,n,EA,"1,234",EUR', 'NUMBER_AMBIGUOUS', 'price'],
    ['the other decimal separator', 'A,n,EA,"12,50",EUR', 'NUMBER_SEPARATOR', 'price'],
    ['a currency that is none', 'A,n,EA,1,EURO', 'CURRENCY_UNKNOWN', 'currency'],
    ['no currency', 'A,n,EA,1,', 'CURRENCY_MISSING', 'currency'],
    ['no unit', 'A,n,,1,EUR', 'UNIT_MISSING', 'unit'],
    ['a NUL byte', 'A,n\u0000x,EA,1,EUR', 'CHARACTER_INVALID', 'name'],
    ['a part number a spreadsheet rewrote', '1.23E+11,n,EA,1,EUR', 'PART_NUMBER_DAMAGED', 'sku'],
    ['a part number above 70 characters', `${'A'.repeat(71)},n,EA,1,EUR`, 'PART_NUMBER_TOO_LONG', 'sku'],
    ['text after a closing quote', 'A,"n"x,EA,1,EUR', 'QUOTE_MISPLACED', undefined],
    ['a separator without quotes', 'A,n,o,EA,1,EUR', 'ROW_TOO_LONG', undefined],
  ])('%s', async (_, line, code, column) => {
    const { rows, refused, problems, end } = await readAll(`${HEAD}OK,fine,EA,1.00,EUR\n${line}\nLAST,fine,EA,1.00,EUR\n`);
    const error = problems.find((problem) => problem.code === code) as RowProblem;
    expect(error).toMatchObject({ code, severity: 'error', line: 3 });
    expect(error.column).toBe(column);
    expect(error.message).toMatch(/\.$/);
    expect(rows.map((row) => row.supplierPart)).toEqual(['OK', 'LAST']);
    expect(refused.map((row) => row.line)).toEqual([3]);
    expect(refused[0]?.raw?.['sku']).toBe(line.split(',')[0]);
    expect(end.complete).toBe(true);
  });

  it('names the nearest unit', async () => {
    const { problems } = await readAll(`${HEAD}A,n,KGMS,1,EUR\n`);
    expect(problems[0]?.message).toBe('"KGMS" is not a unit code (UN/ECE Rec 20 or 21). Nearest: KGM (kilogram).');
  });

  it('tells all findings of a row at once', async () => {
    const { problems } = await readAll(`${HEAD}A,n,FOOO,-1,EURO\n`);
    expect(codesOf(problems)).toEqual(['CURRENCY_UNKNOWN 2 currency', 'PRICE_NEGATIVE 2 price', 'UNIT_UNKNOWN 2 unit']);
  });

  it('only warns where neither money nor identity is at stake', async () => {
    const csv = 'sku,gtin,unspsc,country of origin,lead time,stock,price,currency\nA,123,31,Atlantis,soon,-4,1,EUR\n';
    const { rows, problems } = await readAll(csv);
    expect(rows[0]?.stock).toEqual([{ location: 'MAIN', quantity: '0' }]);
    expect(codesOf(problems)).toEqual([
      'GTIN_INVALID 2 gtin',
      'NAME_MISSING 2 ',
      'VALUE_INVALID 2 lead time',
      'CODE_INVALID 2 unspsc',
      'STOCK_NEGATIVE 2 stock',
      'COUNTRY_UNKNOWN 2 country of origin',
    ]);
  });
});

describe('a file that cannot be read as a whole', () => {
  it.each([
    ['a quote that never closes', `${HEAD}A,"open,EA,1,EUR\nB,n,EA,1,EUR\n`, 'FILE_TRUNCATED', 2],
    ['a last row cut short', `${HEAD}A,n,EA,1,EUR\nB,n,E`, 'FILE_TRUNCATED', 3],
    ['a quote that swallows rows', `${HEAD}A,"6 inch,EA,1,EUR\nB,"n",EA,1,EUR\n`, 'QUOTE_SWALLOWED_ROWS', 2],
    ['a single line of 10 MB', `${HEAD}A,${'x'.repeat(10_000_000)},EA,1,EUR\n`, 'RECORD_TOO_LONG', 2],
    ['nothing', '', 'FILE_EMPTY', 0],
    ['blank lines only', '\n \n', 'FILE_EMPTY', 0],
  ])('%s ends incomplete', async (_, text, code, line) => {
    const { problems, end } = await readAll(text);
    expect(problems.at(-1)).toMatchObject({ code, line, severity: 'error', fatal: true });
    expect(end.complete).toBe(false);
  });

  it('refuses a mapping without a part number, and one with an unknown target', async () => {
    const noPart = await readAll('foo,bar\n1,2\n', { mapping: { columns: { foo: 'name' }, decimalSeparator: '.' } });
    expect(noPart.problems.at(-1)).toMatchObject({ code: 'MAPPING_INCOMPLETE', fatal: true });
    const unknown = await readAll('foo,bar\n1,2\n', {
      mapping: { columns: { foo: 'supplierPart', bar: 'colour' }, decimalSeparator: '.' },
    });
    expect(unknown.problems.at(-1)).toMatchObject({ code: 'MAPPING_TARGET_UNKNOWN', fatal: true });
    expect(unknown.end).toEqual({ complete: false, rows: 0, refused: 0, errors: 1, warnings: 0 });
  });

  it('reads only as fast as events are taken', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(HEAD);
      for (;;) {
        given++;
        yield Buffer.from('A,n,EA,1,EUR\n'.repeat(2_000));
      }
    }
    const { batches } = await openCatalogue(endless());
    let taken = 0;
    for await (const _ of batches) if (++taken === 5) break;
    expect(given).toBeLessThanOrEqual(12);
  });

  it('passes on what the source throws', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(HEAD.repeat(10_000));
      throw new Error('connection lost');
    }
    const { batches } = await openCatalogue(broken());
    await expect(async () => {
      for await (const _ of batches);
    }).rejects.toThrow('connection lost');
  });

  it('gives the same events however the bytes are cut', async () => {
    const text = `${HEAD}Ä-1,"Größe ""M""\r\nneu",EA,1.50,EUR\r\nB,n,FOO,1,EUR\r\n`;
    const whole = await readAll(text);
    for (const size of [1, 2, 3, 7, 64]) expect(await readAll(bytesOf(text, size))).toEqual(whole);
  });
});
