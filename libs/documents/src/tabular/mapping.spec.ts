import { describe, expect, it } from '@jest/globals';
import { guardCell, unguardCell } from './csv/cell-guard.js';
import { checkMapping } from './csv/mapping.js';
import { suggestMapping } from './csv/suggest-mapping.js';
import { readNumber, readNumberLeniently } from './row/number-reading.js';

describe('suggestMapping', () => {
  it.each([
    [
      'English',
      'Item No.|Mfr Name|Mfr Part Number|Product Description|UoM|Unit Price (USD)|MOQ|Lead Time (days)|Qty Available|COO',
      'supplierPart|manufacturer|manufacturerPart|name|orderUnit|price|minimum|leadDays|stock|countryOfOrigin',
    ],
    [
      'German',
      'Artikel-Nr.|Hersteller|Hersteller-Artikelnummer|Bezeichnung|Langtext|ME|Preis|Preiseinheit|Währung|Mindestbestellmenge|Lieferzeit (Tage)|Lagerbestand|Ursprungsland|Warengruppe',
      'supplierPart|manufacturer|manufacturerPart|name|description|orderUnit|price|priceBasis|currency|minimum|leadDays|stock|countryOfOrigin|category',
    ],
    [
      'Chinese, simplified',
      '料号|制造商|制造商料号|产品名称|规格|单位|单价|币种|最小起订量|交期|库存数量|仓库|保质期|原产地',
      'supplierPart|manufacturer|manufacturerPart|name|description|orderUnit|price|currency|minimum|leadDays|stock|location|shelfLifeDays|countryOfOrigin',
    ],
    [
      'Chinese, traditional',
      '料號|製造商|品名|單位|單價|幣別|庫存',
      'supplierPart|manufacturer|name|orderUnit|price|currency|stock',
    ],
    [
      'camel case and typing errors',
      'supplierPartNumber|manufcturer|Desciption|Currrency|unitPrice',
      'supplierPart|manufacturer|name|currency|price',
    ],
    [
      'breaks',
      'sku|qty_1|price_1|qty_10|price_10|Break Qty 3|Break Price 3',
      'supplierPart|breakQuantity:1|breakPrice:1|breakQuantity:10|breakPrice:10|breakQuantity:3|breakPrice:3',
    ],
    [
      'parameters',
      'sku|Price@100|stock@MEM|Stock: Fulda|Name (en)|description_de|中文名称',
      'supplierPart|price@100|stock@MEM|stock@Fulda|name:en|description:de|name:zh',
    ],
    ['a plain part number alone', 'Part Number|Price', 'supplierPart|price'],
    [
      'a plain part number beside an own one',
      'SKU|Part Number|Manufacturer|Price',
      'supplierPart|manufacturerPart|manufacturer|price',
    ],
    [
      'a plain part number beside its maker',
      'Part Number|Manufacturer|Price',
      'supplierPart+manufacturerPart|manufacturer|price',
    ],
    ['only the maker number', 'MPN|Brand|Price', 'supplierPart+manufacturerPart|manufacturer|price'],
  ])('knows %s columns', (_, headers, targets) => {
    const names = headers.split('|');
    const { columns } = suggestMapping(names);
    expect(names.map((name) => columns[name])).toEqual(targets.split('|'));
  });

  it('leaves out what it does not know and never names an unknown target', () => {
    const mapping = suggestMapping(['sku', 'Blorp', '', 'constructor', '1', '@', 'price@'.repeat(50)]);
    expect(mapping.columns).toEqual({ sku: 'supplierPart' });
    expect(checkMapping(mapping, ['sku']).filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('takes decimal separator and date format from the samples only when they prove it', () => {
    const heads = ['sku', 'price', 'valid from'];
    expect(suggestMapping(heads, [['A', '12,50', '31.12.2026']])).toMatchObject({
      decimalSeparator: ',',
      dateFormat: 'DD.MM.YYYY',
    });
    expect(suggestMapping(heads, [['A', '12.50', '12/31/2026']])).toMatchObject({
      decimalSeparator: '.',
      dateFormat: 'MM/DD/YYYY',
    });
    expect(suggestMapping(heads, [['A', '12', '01/02/2026']]).dateFormat).toBeUndefined();
    expect(suggestMapping(heads, [['A', '1,234', '']]).decimalSeparator).toBe(',');
  });
});

describe('readNumber', () => {
  it.each([
    ['.', '12.50', '12.50'],
    ['.', '1,234.56', '1234.56'],
    ['.', '1,234,567', '1234567'],
    ['.', "1'234.50", '1234.50'],
    ['.', '1 234', '1234'],
    ['.', '.5', '0.5'],
    ['.', '007.10', '7.10'],
    ['.', '-3', '-3'],
    [',', '12,50', '12.50'],
    [',', '1.234,56', '1234.56'],
    [',', '1\u202f234,5', '1234.5'],
    [',', '1,234', '1.234'],
    ['.', '1.234', '1.234'],
    ['.', '1,234', 'NUMBER_AMBIGUOUS'],
    [',', '1.234', 'NUMBER_AMBIGUOUS'],
    ['.', '12,5', 'NUMBER_SEPARATOR'],
    [',', '12.5', 'NUMBER_SEPARATOR'],
    ['.', '1.234,56', 'NUMBER_SEPARATOR'],
    [',', '1,234.56', 'NUMBER_SEPARATOR'],
    ['.', '1.234.567', 'NUMBER_SEPARATOR'],
    ['.', '1,23,456', 'NUMBER_INVALID'],
    ['.', '1,234 567', 'NUMBER_INVALID'],
    ['.', '$5', 'NUMBER_INVALID'],
    ['.', '5.', 'NUMBER_INVALID'],
    ['.', '+5', 'NUMBER_INVALID'],
    ['.', '1e3', 'NUMBER_INVALID'],
    ['.', '٣', 'NUMBER_INVALID'],
    ['.', '', 'NUMBER_INVALID'],
    ['.', '99999999999999', 'NUMBER_OUT_OF_BOUNDS'],
  ] as const)('with %j reads %j as %j', (separator, text, expected) => {
    const value = readNumber(text, separator);
    expect(typeof value === 'string' ? value : value.code).toBe(expected);
  });

  it('forgives a decimal comma only where nothing else can be meant', () => {
    expect(readNumberLeniently('17,23')).toEqual({ value: '17.23', comma: true });
    expect(readNumberLeniently(',8')).toEqual({ value: '0.8', comma: true });
    expect(readNumberLeniently('1.234,56')).toEqual({ value: '1234.56', comma: true });
    expect(readNumberLeniently('1.234')).toEqual({ value: '1.234', comma: false });
    expect(readNumberLeniently('1,234').value).toMatchObject({ code: 'NUMBER_AMBIGUOUS' });
  });
});

describe('the guard against formulas', () => {
  it.each(
    [...'=+-@\t\r\n＝＋－＠−']
      .flatMap((first) => [first, `${first}1+1`, `${first}cmd|' /C calc'!A0`, `'${first}x`, `''${first}`])
      .concat(["'", "''", "'abc", "'''", 'plain', '']),
  )('defuses %j and gives it back', (cell) => {
    const guarded = guardCell(cell);
    expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠−]/);
    expect(unguardCell(guarded)).toBe(cell);
  });
});
