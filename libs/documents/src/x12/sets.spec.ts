import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Invoice } from '../canonical/billing/invoice.js';
import { billed, credited, invoices } from '../canonical/billing/testing.js';
import { counted, crated, despatches, unpacked } from '../canonical/goods/testing.js';
import { changeAnswered, changed, priced } from '../canonical/ordering/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import type { Message } from '../grammar/message.js';
import { damaged } from '../grammar/testing.js';
import { invoice810 } from './billing/invoice-810.js';
import { catalogue832 } from './catalogue/catalogue-832.js';
import { decodeSet, encodeSet } from './codec.js';
import { readInterchanges, type X12Set } from './envelope/read-interchange.js';
import { despatchAdvice856 } from './goods/despatch-advice-856.js';
import { receipt861 } from './goods/receipt-861.js';
import { stock846 } from './goods/stock-846.js';
import { orderChange860 } from './ordering/order-change-860.js';
import { orderChangeResponse865 } from './ordering/order-change-response-865.js';
import { quotation843 } from './sourcing/quotation-843.js';
import { request840 } from './sourcing/request-840.js';
import { x12TableOf, x12Tables } from './tables.js';
import { errorsOf, readSet, setsOf, written } from './testing.js';

/** TDS and SAC have two decimals, TXI08 nine digits. */
const isOfCents = ({ totals, charges }: Invoice) =>
  !/\.\d{3}/.test(JSON.stringify([totals.payable, charges])) && (totals.taxExclusive ?? '').length <= 10;

const SAMPLES = join(
  process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url)),
  'x12/samples',
);
if (!existsSync(SAMPLES)) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real X12 is read');

/** Sets of one kind in the corpus, by file; nothing where there is no corpus. */
function corpusSets(type: string): (readonly [string, X12Set])[] {
  const files = existsSync(SAMPLES)
    ? readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  return files.flatMap((entry) =>
    setsOf(readFileSync(join(entry.parentPath, entry.name)))
      .filter((set) => set.type === type)
      .map((set) => [entry.name, set] as const),
  );
}

const kinds: readonly (readonly [string, Message<never>, fc.Arbitrary<unknown>])[] = [
  ['856', despatchAdvice856, fc.oneof(fc.constant(crated), despatches)],
  ['810', invoice810, fc.oneof(fc.constant(billed), fc.constant(credited), invoices.filter(isOfCents))],
  ['846', stock846, fc.constant(counted)],
  ['860', orderChange860, fc.constant(changed)],
  ['865', orderChangeResponse865, fc.constant(changeAnswered)],
  ['861', receipt861, fc.constant(unpacked)],
  ['832', catalogue832, fc.constant(priced)],
  ['840', request840, fc.constant(asked)],
  ['843', quotation843, fc.constant(offered)],
] as never;

describe.each(kinds)('the set %s', (type, table, documents) => {
  it('that was written is read without error, and written again as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { text, problems } = written(table, document as never);
        expect(errorsOf(problems)).toEqual([]);
        const { document: back, problems: found } = readSet(table, text);
        expect(found).toEqual([]);
        expect(written(table, back!).text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('damaged never throws', () => {
    const [sample] = fc.sample(documents, { numRuns: 1, seed: 5 });
    fc.assert(
      fc.property(damaged(written(table, sample as never).text), (input) => {
        for (const { groups } of readInterchanges(input).interchanges)
          for (const { sets } of groups) for (const set of sets) if (set.type === type) decodeSet(table, set);
      }),
      { numRuns: 300 },
    );
  });

  it('of the corpus is read; what could be read is written and stays what it is', () => {
    for (const [file, set] of corpusSets(type)) {
      const { document, problems } = decodeSet(table, set);
      if (document === undefined) {
        expect([file, errorsOf(problems).length]).not.toEqual([file, 0]);
        continue;
      }
      const again = written(table, document);
      if (errorsOf([...problems, ...again.problems]).length > 0) continue;
      const { document: back } = readSet(table, again.text);
      expect([file, back === undefined ? '' : written(table, back).text]).toEqual([file, again.text]);
    }
  });
});

describe('the release 005010', () => {
  it('has every set of 004010 with longer references', () => {
    const later = (release: string) =>
      x12Tables.filter(({ table }) => table.release === release).map(({ table }) => table.message);
    expect([later('004010'), later('005010')]).toEqual([
      ['850', '855', '860', '865', '856', '861', '810', '832', '846', '840', '843', '997', 'TA1'],
      ['850', '855', '860', '865', '856', '861', '810', '832', '846', '840', '843', '997', '999'],
    ]);
    expect(
      [x12TableOf({ type: '856', release: '004060' }), x12TableOf({ type: '856', release: '005010' })].map(
        (table) => table?.coordinate,
      ),
    ).toEqual(['x12:004010:856', 'x12:005010:856']);
    const table = x12TableOf({ type: '856', release: '005010' }) as unknown as typeof despatchAdvice856;
    const long = { ...crated, shipment: { ...crated.shipment, waybill: 'W'.repeat(45) } };
    expect(errorsOf(encodeSet(table, long).problems)).toEqual([]);
    expect(errorsOf(encodeSet(despatchAdvice856, long).problems)).toEqual(['TEXT_TOO_LONG HL[03=S]/REF[01=BM|AW|MB]02']);
  });
});
