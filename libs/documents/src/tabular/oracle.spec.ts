import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { writeBmecat2005 } from '../bmecat/write-bmecat.js';
import type { CatalogueGroup, CatalogueRow } from '../canonical/catalogue.js';
import { writeCif } from './cif/write-cif.js';
import { textOf } from './testing.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');
const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');
const present = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);
if (!present)
  console.warn('skipped: the oracles are not installed (npm run oracles), so no schema judges the catalogues we write');

const row: CatalogueRow = {
  line: 1,
  action: 'put',
  supplierPart: 'A-1',
  manufacturer: 'Acme & <Co>',
  manufacturerPart: 'M"1"',
  gtin: '4006209796856',
  names: { en: 'Bolt "M8"' },
  descriptions: { en: 'long\ntext' },
  orderUnit: 'EA',
  prices: [{ type: 'net_list', amount: '4.20', currency: 'USD', basis: '100', fromQuantity: '1' }],
  customerPriceType: 'net_list',
  minimum: '1',
  multiple: '1',
  leadDays: 3,
  leadKind: 'working',
  classifications: [{ system: 'UNSPSC', code: '31161504' }],
  stock: [],
  countryOfOrigin: 'DE',
  keywords: ['bolt'],
  media: [],
  features: [],
};
const box: CatalogueRow = {
  ...row,
  supplierPart: 'A-2',
  names: { en: 'Bolt', de: 'Schraube', zh: '螺栓' },
  orderUnit: 'XBX',
  contentUnit: 'C62',
  contentPerOrderUnit: '25',
  priceUnit: 'C62',
  priceFactor: { numerator: '25', denominator: '1' },
  prices: [
    {
      type: 'net_list',
      amount: '12.00',
      currency: 'EUR',
      basis: '100',
      fromQuantity: '1',
      validFrom: '2026-01-01',
      taxRate: '0.19',
      territory: ['DE'],
    },
    { type: 'net_list', amount: '11.00', currency: 'EUR', basis: '100', fromQuantity: '10', validFrom: '2026-01-01' },
    {
      type: 'net_list',
      amount: '13.00',
      currency: 'EUR',
      basis: '100',
      fromQuantity: '1',
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
    },
  ],
  classifications: [{ system: 'ECLASS-9.0', code: '23110101' }],
  hazmat: 'UN1950',
  media: [{ kind: 'image', source: 'a.jpg' }],
  features: [{ name: 'Thread', values: ['M8'], unit: 'MMT' }],
  category: 'G1',
};
const head = {
  catalogueId: 'K',
  catalogueVersion: '1.0',
  catalogueName: 'All',
  supplierName: 'S & Co',
  currency: 'EUR',
  language: 'en',
  generatedAt: '2026-01-01T00:00:00Z',
} as const;
const groups: CatalogueGroup[] = [
  { line: 0, id: '1', names: { en: 'All' } },
  { line: 0, id: '2', parentId: '1', names: { en: 'Bolts', de: 'Schrauben' } },
];
const cifHead = { supplierId: '942888711', supplierIdDomain: 'DUNS', currency: 'USD', timestamp: '2026-01-01' } as const;

(present ? describe : describe.skip)('the published schemas accept what we write', () => {
  it.each([
    [
      'new.xml',
      () =>
        writeBmecat2005([row, box, { ...row, supplierPart: 'A-3', prices: [] }], {
          ...head,
          transaction: 'T_NEW_CATALOG',
          groups,
          groupMap: [{ line: 0, supplierPart: 'A-1', groupId: '2', action: 'add' }],
        }),
    ],
    [
      'products.xml',
      () =>
        writeBmecat2005(
          [
            { ...box, action: 'change' },
            { ...row, action: 'delete' },
            { ...box, supplierPart: 'A-4', action: 'add' },
          ],
          { ...head, transaction: 'T_UPDATE_PRODUCTS', prevVersion: '4' },
        ),
    ],
    [
      'prices.xml',
      () => writeBmecat2005([{ ...box, action: 'price' }], { ...head, transaction: 'T_UPDATE_PRICES', prevVersion: '4' }),
    ],
    ['full.cif', () => writeCif([row], { ...cifHead, mode: 'full', itemCount: 1 })],
    ['delta.cif', () => writeCif([{ ...row, action: 'delete' }], { ...cifHead, mode: 'delta' })],
  ])('%s', async (name, write) => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    try {
      const file = join(folder, name);
      writeFileSync(file, await textOf(write()));
      const env = { ...process.env, CORPUS, ORACLE_CACHE: join(ORACLES, '.cache') };
      const verdict = JSON.parse(
        execFileSync(process.execPath, [join(ORACLES, 'validate.mjs'), '--json', file], { env, encoding: 'utf8' }),
      );
      expect(verdict).toMatchObject({ valid: true, errors: [] });
      expect(verdict.checked).toEqual(name.endsWith('.cif') ? ['cif'] : ['well-formed', 'xsd bmecat_2005.xsd']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
