import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readXml } from '../xml/read-xml.js';
import { decodeUbl, encodeUbl } from './codec.js';
import { ublMessageOf } from './tables.js';
import { errorsOf, rootOf } from './testing.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const SAMPLES = join(CORPUS, 'ubl/samples');
const present = existsSync(SAMPLES);
if (!present) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real UBL is read');

interface Tally {
  read: number;
  refused: number;
  whole: number;
}

/** A document is refused when a value it must have is missing or wrong in it: rule cases of the publishers, old documents without units. */
const EXPECTED: Readonly<Record<string, Tally>> = {
  ApplicationResponse: { read: 47, refused: 4, whole: 34 },
  CallForTenders: { read: 4, refused: 0, whole: 4 },
  Catalogue: { read: 21, refused: 1, whole: 13 },
  CatalogueResponse: { read: 5, refused: 0, whole: 2 },
  CreditNote: { read: 75, refused: 2, whole: 72 },
  DespatchAdvice: { read: 22, refused: 1, whole: 18 },
  InventoryReport: { read: 1, refused: 0, whole: 1 },
  Invoice: { read: 186, refused: 21, whole: 168 },
  InvoiceResponse: { read: 32, refused: 0, whole: 22 },
  Order: { read: 50, refused: 5, whole: 22 },
  OrderAgreement: { read: 5, refused: 1, whole: 5 },
  OrderCancellation: { read: 6, refused: 0, whole: 3 },
  OrderChange: { read: 8, refused: 0, whole: 4 },
  OrderResponse: { read: 14, refused: 11, whole: 8 },
  PunchOut: { read: 10, refused: 2, whole: 10 },
  Quotation: { read: 1, refused: 0, whole: 1 },
  ReceiptAdvice: { read: 8, refused: 0, whole: 8 },
  RequestForQuotation: { read: 2, refused: 0, whole: 2 },
  StockAvailabilityReport: { read: 1, refused: 0, whole: 1 },
};

/** Every fourth of what is written is read again: the door for XML is the slow part. */
const AGAIN = 4;

/** Reads every document of a listed message; what could be read is written and read once more. */
function tallies(): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const entry of readdirSync(SAMPLES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { root } = readXml(readFileSync(join(entry.parentPath, entry.name)));
    const table = root === undefined ? undefined : ublMessageOf(root);
    if (root === undefined || table === undefined) continue;
    const tally = found.get(table.table.message) ?? { read: 0, refused: 0, whole: 0 };
    found.set(table.table.message, tally);
    const { document, problems } = decodeUbl<object>(table as never, root);
    if (document === undefined) {
      expect([entry.name, errorsOf(problems).length]).not.toEqual([entry.name, 0]);
      tally.refused++;
      continue;
    }
    tally.read++;
    const written = encodeUbl<object>(table as never, document);
    if (errorsOf([...problems, ...written.problems]).length > 0) continue;
    if (tally.whole++ % AGAIN !== 0) continue;
    const again = decodeUbl<object>(table as never, rootOf(written.text));
    const third = encodeUbl<object>(table as never, again.document ?? {});
    expect([entry.name, third.text === written.text]).toEqual([entry.name, true]);
  }
  return found;
}

(present ? describe : describe.skip)('the UBL documents of the corpus', () => {
  it('are read, those without faults are written, and what is written stays what it is', () => {
    expect(Object.fromEntries([...tallies()].sort(([a], [b]) => a.localeCompare(b)))).toEqual(EXPECTED);
  }, 120_000);
});
