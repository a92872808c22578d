import {
  type CatalogueRow,
  type CsvShapeOfRows,
  csvCatalogueMapping,
  type Mapping,
  writeBmecat2005,
  writeCif,
  writeCsvCatalogue,
} from '#libs/documents';
import { avionics, bearingsAndSeals, consumables, hardware } from './parts.js';

/** One file that a demo supplier sends. */
export interface DemoFile {
  supplier: string;
  kind: 'CATALOGUE' | 'STOCK';
  fileName: string;
  currency: string;
  mapping?: Mapping;
  content(): AsyncGenerator<string> | Generator<string>;
}

const generatedAt = '2026-11-01T08:00:00Z';
const day = '2026-11-01';

const northfieldShape: CsvShapeOfRows = { languages: ['en', 'zh'], breaks: 2, locations: ['WICHITA', 'MIAMI'] };
const formosaShape: CsvShapeOfRows = { languages: ['en', 'zh'], breaks: 2, locations: ['TAOYUAN', 'SINGAPORE'] };

const northfieldRows = () => hardware({ currency: 'USD', locations: ['WICHITA', 'MIAMI'], seed: 11, carries: 0.97 });
const helvetiaRows = () =>
  bearingsAndSeals({ currency: 'EUR', locations: ['WINTERTHUR', 'HAMBURG'], seed: 22, carries: 0.9 }, 7000);
const meridianRows = () => avionics({ currency: 'GBP', locations: ['CRAWLEY'], seed: 33, carries: 1 }, 5000);

function* formosaRows(): Generator<CatalogueRow> {
  yield* consumables({ currency: 'USD', locations: ['TAOYUAN', 'SINGAPORE'], seed: 44, carries: 1 }, 6200);
  yield* hardware({ currency: 'USD', locations: ['TAOYUAN', 'SINGAPORE'], seed: 55, carries: 0.45 });
}

/** CIF holds one language and one price a line. */
function* plain(rows: Iterable<CatalogueRow>): Generator<CatalogueRow> {
  for (const row of rows) yield { ...row, names: { en: row.names['en'] ?? '' }, prices: row.prices.slice(0, 1) };
}

/** Counts as a plain CSV of part, location, quantity. */
function* stockCsv(rows: Iterable<CatalogueRow>): Generator<string> {
  yield 'part number;warehouse;on hand\n';
  for (const row of rows) for (const { location, quantity } of row.stock) yield `${row.supplierPart};${location};${quantity}\n`;
}
const stockMapping: Mapping = {
  columns: { 'part number': 'supplierPart', warehouse: 'location', 'on hand': 'stock' },
  decimalSeparator: '.',
  mode: 'delta',
};

/**
 * What the demo suppliers send, in the order it is loaded: CSV with its own columns, BMEcat 2005, CIF 3.0, CSV with Chinese names; where a format
 * has no place for stock, the counts follow as a file of their own.
 */
export const demoFiles: readonly DemoFile[] = [
  {
    supplier: 'northfield',
    kind: 'CATALOGUE',
    fileName: 'northfield-hardware.csv',
    currency: 'USD',
    mapping: csvCatalogueMapping(northfieldShape),
    content: () => writeCsvCatalogue(northfieldRows(), northfieldShape),
  },
  {
    supplier: 'helvetia',
    kind: 'CATALOGUE',
    fileName: 'helvetia-katalog.xml',
    currency: 'EUR',
    content: () =>
      writeBmecat2005(helvetiaRows(), {
        transaction: 'T_NEW_CATALOG',
        catalogueId: 'HELVETIA',
        catalogueVersion: '001.000',
        catalogueName: 'Lager und Dichtungen',
        supplierName: 'Helvetia Lager & Dichtungen AG',
        currency: 'EUR',
        language: 'en',
        generatedAt,
      }),
  },
  {
    supplier: 'helvetia',
    kind: 'STOCK',
    fileName: 'helvetia-bestand.csv',
    currency: 'EUR',
    mapping: stockMapping,
    content: () => stockCsv(helvetiaRows()),
  },
  {
    supplier: 'meridian',
    kind: 'CATALOGUE',
    fileName: 'meridian-avionics.cif',
    currency: 'GBP',
    content: () =>
      writeCif(plain(meridianRows()), {
        supplierId: '211100032',
        supplierIdDomain: 'DUNS',
        currency: 'GBP',
        mode: 'full',
        timestamp: day,
      }),
  },
  {
    supplier: 'meridian',
    kind: 'STOCK',
    fileName: 'meridian-stock.csv',
    currency: 'GBP',
    mapping: stockMapping,
    content: () => stockCsv(meridianRows()),
  },
  {
    supplier: 'formosa',
    kind: 'CATALOGUE',
    fileName: 'formosa-航材.csv',
    currency: 'USD',
    mapping: csvCatalogueMapping(formosaShape),
    content: () => writeCsvCatalogue(formosaRows(), formosaShape),
  },
];
