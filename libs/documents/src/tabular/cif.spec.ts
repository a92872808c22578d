import { describe, expect, it } from '@jest/globals';
import { codesOf, readAll } from './testing.js';

const FIELDS =
  'Supplier ID,Supplier Part ID,Manufacturer Part ID,Item Description,SPSC Code,Unit Price,Unit of Measure,Lead Time,Manufacturer Name';
const ITEM = '942888711,34A11,C11,"Eames chair, black",56101706,400.00,EA,3,Herman Miller';
const cif = (header: string[], items: string[], end = 'ENDOFDATA\n') =>
  ['CIF_I_V3.0', ...header, 'DATA', ...items, end].join('\n');

describe('a CIF 3.0 catalogue', () => {
  it('gives every field of an item', async () => {
    const { format, header, rows, end } = await readAll(
      cif(
        [
          'CHARSET: UTF-8',
          'LOADMODE: F',
          'CODEFORMAT: UNSPSC',
          'CURRENCY: USD',
          'SUPPLIERID_DOMAIN: DUNS',
          'ITEMCOUNT: 1',
          'TIMESTAMP: 2026-01-15 15:25:04',
          'UNUOM: TRUE',
          `FIELDNAMES: ${FIELDS},Market Price,Short Name,Expiration Date,Parametric Data,Territory Available,Language,Bin`,
        ],
        [`${ITEM},450.00,Chair,12/31/26,{COLOR=black;WEIGHT=12 kg},US CA,en_US,A7`],
      ),
    );
    expect(format).toBe('cif');
    expect(header).toMatchObject({
      version: '3.0',
      mode: 'full',
      currency: 'USD',
      itemCount: 1,
      generatedAt: '2026-01-15T15:25:04',
      charset: 'utf-8',
    });
    const { cells: _, ...row } = rows[0]!;
    expect(row).toEqual({
      line: 12,
      action: 'put',
      supplierPart: '34A11',
      manufacturer: 'Herman Miller',
      manufacturerPart: 'C11',
      names: { en: 'Chair' },
      descriptions: { en: 'Eames chair, black' },
      orderUnit: 'EA',
      prices: [
        {
          type: 'net_customer',
          amount: '400.00',
          currency: 'USD',
          basis: '1',
          fromQuantity: '1',
          validTo: '2026-12-31',
          territory: ['US', 'CA'],
        },
        {
          type: 'market',
          amount: '450.00',
          currency: 'USD',
          basis: '1',
          fromQuantity: '1',
          validTo: '2026-12-31',
          territory: ['US', 'CA'],
        },
      ],
      customerPriceType: 'net_customer',
      leadDays: 3,
      leadKind: 'working',
      classifications: [{ system: 'UNSPSC', code: '56101706' }],
      stock: [],
      keywords: [],
      media: [],
      features: [
        { name: 'COLOR', values: ['black'] },
        { name: 'WEIGHT', values: ['12 kg'] },
      ],
      extensions: [{ path: 'Bin', value: 'A7' }],
    });
    expect(end).toEqual({ complete: true, rows: 1, refused: 0, errors: 0, warnings: 0 });
  });

  it.each([
    ['KEY: value', ['LOADMODE: I', 'CURRENCY: EUR', `FIELDNAMES: ${FIELDS}`]],
    ['KEY:value', ['LOADMODE:I', 'CURRENCY:EUR', `FIELDNAMES:${FIELDS}`]],
    ['KEY:,value', ['LOADMODE:,I,,,', 'CURRENCY:,EUR,,,', `FIELDNAMES:,${FIELDS},,`]],
    ['KEY:<tab>value', ['LOADMODE:\tI', 'CURRENCY:\tEUR', `FIELDNAMES:\t${FIELDS}`]],
    ['a quoted line', ['"LOADMODE: I"', '"CURRENCY: EUR"', `"FIELDNAMES: ${FIELDS}"`]],
    ['bare field names', ['LOADMODE: I', 'CURRENCY: EUR', FIELDS]],
    ['field names under their key', ['LOADMODE: I', 'CURRENCY: EUR', 'FIELDNAMES:', FIELDS]],
    ['no field names', ['LOADMODE: I', 'CURRENCY: EUR']],
  ])('reads headers as exporters write them: %s', async (_, header) => {
    const { header: read, rows, problems } = await readAll(cif(header, [ITEM]));
    expect(read).toMatchObject({ mode: 'delta', currency: 'EUR' });
    expect(rows[0]).toMatchObject({ supplierPart: '34A11', manufacturer: 'Herman Miller', leadDays: 3 });
    expect(problems).toEqual([]);
  });

  it('withdraws items by the Delete field of an incremental load', async () => {
    const { rows } = await readAll(
      cif(
        ['LOADMODE: I', 'CURRENCY: EUR', 'FIELDNAMES: Supplier Part ID,Unit Price,Unit of Measure,Item Description,Delete'],
        ['A,1,EA,n,', 'B,,,,T', 'C,1,EA,n,F', 'D,,,,True'],
      ),
    );
    expect(rows.map((row) => `${row.supplierPart} ${row.action}`)).toEqual(['A put', 'B delete', 'C put', 'D delete']);
  });

  it.each([
    ['5/25/04', '2004-05-25'],
    ['05/25/2004 10:00', '2004-05-25'],
    ['2004-05-25', '2004-05-25'],
    ['2004-05-25T10:00:00+02:00', '2004-05-25T10:00:00+02:00'],
  ])('reads the timestamp %s', async (written, read) => {
    expect((await readAll(cif([`TIMESTAMP: ${written}`, 'CURRENCY: EUR'], [ITEM]))).header?.generatedAt).toBe(read);
  });

  it('keeps the supplier units of UNUOM FALSE raw, whatever they are', async () => {
    const { rows, problems } = await readAll(cif(['UNUOM: FALSE', 'CURRENCY: USD'], [ITEM.replace(',EA,', ',WHATSIT,')]));
    expect(rows[0]?.orderUnit).toBeUndefined();
    expect(rows[0]?.rawOrderUnit).toBe('WHATSIT');
    expect(codesOf(problems)).toEqual(['UNIT_OF_SUPPLIER 5 Unit of Measure']);
  });

  it('lets rows end early and keeps a flawed quote to its own line', async () => {
    const { rows, refused, problems, end } = await readAll(
      cif(['CURRENCY: USD'], ['S,A,,n,31161500,1,EA', 'S,B,,"open,31161500,1,EA', 'S,C,,n,31161500,1,EA']),
    );
    expect(rows.map((row) => row.supplierPart)).toEqual(['A', 'C']);
    expect(refused).toEqual([
      { line: 5, action: 'put', supplierPart: 'B', raw: expect.objectContaining({ 'Supplier Part ID': 'B' }) },
    ]);
    expect(codesOf(problems.filter((problem) => problem.severity === 'error'))).toEqual(['QUOTE_NOT_CLOSED 5 ']);
    expect(end.complete).toBe(true);
  });

  it.each([
    ['no ENDOFDATA', cif(['CURRENCY: USD'], [ITEM], ''), 'FILE_TRUNCATED'],
    ['fewer items than ITEMCOUNT', cif(['CURRENCY: USD', 'ITEMCOUNT: 2'], [ITEM]), 'ITEM_COUNT_DIFFERS'],
    ['no DATA', 'CIF_I_V3.0\nLOADMODE: F\n', 'DATA_MISSING'],
    ['an unknown LOADMODE', cif(['LOADMODE: X'], [ITEM]), 'HEADER_VALUE_INVALID'],
    ['an ITEMCOUNT that is no number', cif(['ITEMCOUNT: many'], [ITEM]), 'HEADER_VALUE_INVALID'],
    ['no part number field', cif(['FIELDNAMES: Unit Price,Item Description'], ['1,n']), 'FIELD_MISSING'],
    ['an unknown charset', cif(['CHARSET: EBCDIC'], [ITEM]), 'CHARSET_NOT_SUPPORTED'],
  ])('%s ends the reading incomplete', async (_, text, code) => {
    const { problems, end } = await readAll(text);
    expect(problems.at(-1)).toMatchObject({ code, fatal: true });
    expect(end.complete).toBe(false);
  });

  it('warns of more items than ITEMCOUNT and of lines after the end', async () => {
    const { problems, end } = await readAll(
      `${cif(['CURRENCY: USD', 'ITEMCOUNT: 1'], [ITEM, ITEM.replace('34A11', '34A12')])}trailing\n`,
    );
    expect(problems.map((problem) => problem.code).sort()).toEqual(['ITEM_COUNT_EXCEEDED', 'TEXT_AFTER_END']);
    expect(end).toMatchObject({ complete: true, rows: 2 });
  });

  it('reads CHARSET 8859_1', async () => {
    const bytes = Buffer.from(cif(['CHARSET: 8859_1', 'CURRENCY: EUR'], [ITEM.replace('black', 'größer')]), 'latin1');
    const { rows, header } = await readAll(bytes);
    expect(header?.charset).toBe('windows-1252');
    expect(rows[0]?.names).toEqual({ en: 'Eames chair, größer' });
  });
});
