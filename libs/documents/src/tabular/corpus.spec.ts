import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readAll } from './testing.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const present = existsSync(join(CORPUS, 'bmecat/samples'));
const filesOf = (folder: string) =>
  present
    ? readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
const BMECAT = filesOf('bmecat/samples');

/** Files that end in a fatal finding, and products that are refused, each with the reason. Everything else is read whole. */
const FATAL: Readonly<Record<string, string>> = {
  'document_with_null_values.xml': 'XML_NOT_WELL_FORMED',
  'empty_document_with_null_values.xml': 'XML_NOT_WELL_FORMED',
  'empty_document_nochildren_without_null_values.xml': 'TRANSACTION_MISSING',
};
const REFUSED: Readonly<Record<string, string>> = {
  'new_catalog_ok.xml': 'CURRENCY_UNKNOWN',
  'testCreateExcelWithoutProductId.xml': 'SUPPLIER_PART_MISSING',
  'testDateWithoutType.xml': 'DATE_UNCLEAR',
};
const ROWS: Readonly<Record<string, number>> = {
  'homeWork.xml': 32,
  'document_without_null_values.xml': 3,
  'update_products.golden.xml': 2,
};
const NONE = [
  '2005.2__minimal_valid_document.xml',
  'address_with_all_properties.xml',
  'minimal_valid_document.xml',
  'empty_document_nochildren_with_null_values.xml',
];

(present ? describe : describe.skip)('the real catalogues of the corpus', () => {
  it.each(BMECAT.map((file) => [file.slice(CORPUS.length + 1)]))(
    '%s is read to its end, every readable product comes out',
    async (path) => {
      const file = path.split('/').at(-1)!;
      const { rows, refused, problems, end, format } = await readAll(createReadStream(join(CORPUS, path)));
      expect(format).toBe('bmecat');
      expect(problems.filter((problem) => problem.fatal === true).map((problem) => problem.code)).toEqual(
        FATAL[file] === undefined ? [] : [FATAL[file]],
      );
      expect(end.complete).toBe(FATAL[file] === undefined);
      expect(refused.length).toBe(REFUSED[file] === undefined ? 0 : file === 'new_catalog_ok.xml' ? 2 : 1);
      if (REFUSED[file] !== undefined) expect(problems.map((problem) => problem.code)).toContain(REFUSED[file]);
      const expected = FATAL[file] !== undefined || REFUSED[file] !== undefined || NONE.includes(file) ? 0 : (ROWS[file] ?? 1);
      expect(rows.length).toBe(expected);
    },
  );

  it('gives the prices of a 1.2 catalogue in ISO-8859-1 as they stand there', async () => {
    const { rows, header } = await readAll(
      createReadStream(join(CORPUS, 'bmecat/samples/Blazar3C273__BMECatalog-homework/homeWork.xml')),
    );
    expect(header).toMatchObject({
      version: '1.2',
      catalogueId: 'SWK',
      catalogueName: 'EBERO Katalog 2012',
      currency: 'EUR',
      generatedAt: '2012-05-10T12:51:25',
      charset: 'windows-1252',
    });
    expect(rows[0]).toMatchObject({
      line: 38,
      supplierPart: '132111946810',
      manufacturer: 'VAG-Armaturen GmbH',
      manufacturerPart: '2-28-01206-000',
      leadDays: 2,
    });
    expect(rows[0]?.prices).toEqual([
      {
        type: 'net_customer',
        amount: '17.98',
        currency: 'EUR',
        basis: '1',
        fromQuantity: '1',
        validFrom: '2012-06-01',
        validTo: '2013-05-31',
        taxRate: '0.19',
      },
      {
        type: 'net_customer',
        amount: '15.20',
        currency: 'EUR',
        basis: '1',
        fromQuantity: '100',
        validFrom: '2012-06-01',
        validTo: '2013-05-31',
        taxRate: '0.19',
      },
    ]);
  });

  it('reads an update of products and one of prices', async () => {
    const products = await readAll(createReadStream(join(CORPUS, 'bmecat/samples/olivere__bmecat/update_products.golden.xml')));
    expect(products.header).toMatchObject({ transaction: 'T_UPDATE_PRODUCTS', prevVersion: '13', mode: 'delta' });
    expect(products.rows.map((row) => `${row.supplierPart} ${row.action}`)).toEqual(['1000 change', '2000 delete']);
    const prices = await readAll(createReadStream(join(CORPUS, 'bmecat/samples/olivere__bmecat/update_prices.golden.xml')));
    expect(prices.header).toMatchObject({ transaction: 'T_UPDATE_PRICES', prevVersion: '42' });
    expect(prices.rows[0]).toMatchObject({ action: 'price', supplierPart: '1000' });
    expect(prices.rows[0]?.prices.map((price) => [price.amount, price.fromQuantity, price.territory])).toEqual([
      ['1499.5', '1', ['DE', 'AT']],
      ['1300.9', '100', ['DE', 'AT']],
    ]);
  });

  it('reads the CIF sample', async () => {
    const { rows, end, header } = await readAll(
      createReadStream(join(CORPUS, 'cif/samples/unknown__coupa/coupa_cif3_sample.cif')),
    );
    expect(header).toMatchObject({ mode: 'full', generatedAt: '2004-05-25', itemCount: 5, currency: 'USD' });
    expect(rows.map((row) => `${row.line} ${row.supplierPart} ${row.prices[0]?.amount}`)).toEqual([
      '13 216M4GN 55.45',
      '14 216TWLS 35.3',
      '15 8554 75.02',
      '16 27002000 10.15',
      '17 4236 15.02',
    ]);
    expect(rows[0]?.names).toEqual({ en: "4' Manyard, Green" });
    expect(end).toEqual({ complete: true, rows: 5, refused: 0, errors: 0, warnings: 0 });
  });
});
