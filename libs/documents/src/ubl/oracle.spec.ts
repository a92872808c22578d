import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billed, credited, invoices, queried } from '../canonical/billing/testing.js';
import { counted, crated, despatches, unpacked } from '../canonical/goods/testing.js';
import { cart } from '../canonical/punchout/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import type { Message } from '../grammar/message.js';
import { screws } from '../grammar/testing.js';
import { called } from '../ocds/testing.js';
import { ublApplicationResponse, ublCatalogueResponse } from './answers/application-response.js';
import { ublInvoiceResponse } from './answers/invoice-response.js';
import { ublCreditNote, ublInvoice } from './billing/invoice.js';
import { ublCatalogue } from './catalogue/catalogue.js';
import { ublPunchOut } from './catalogue/punch-out.js';
import { spring } from './catalogue/testing.js';
import { encodeUbl } from './codec.js';
import { ublDespatchAdvice } from './goods/despatch-advice.js';
import { ublReceiptAdvice } from './goods/receipt-advice.js';
import { ublInventoryReport, ublStockAvailabilityReport } from './goods/stock-report.js';
import { ublOrderAgreement } from './ordering/order-agreement.js';
import { ublOrderCancellation, ublOrderChange } from './ordering/order-change.js';
import { ublCallForTenders } from './sourcing/call-for-tenders.js';
import { ublQuotation } from './sourcing/quotation.js';
import { ublRequestForQuotation } from './sourcing/request-for-quotation.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');
const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');
const present = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);
if (!present) console.warn('skipped: the oracles are not installed (npm run oracles), so no schema judges the UBL we write');

const endpoint = (value: string) => ({ value, scheme: '0088' });
const party = (value: string, name: string) => ({ identifiers: [], endpoint: endpoint(value), name });
const buyer = { ...screws.buyer, endpoint: endpoint('7300010000001') };
const supplier = { ...screws.supplier, endpoint: endpoint('5060012349998') };
const response = {
  kind: 'applicationResponse' as const,
  number: 'MLR-1',
  issuedOn: '2026-03-22',
  note: [],
  sender: party('7300010000001', 'Nordic Air Maintenance AS'),
  receiver: party('5060012349998', 'Fasteners Limited'),
  status: 'rejected' as const,
  document: { number: 'ENV-5', typeCode: '380' },
  findings: [{ message: 'Unreadable' }],
};
const change = {
  ...screws,
  kind: 'orderChange' as const,
  purpose: 'change' as const,
  number: 'CH-1',
  order: { number: screws.number },
  totals: { lines: '19.21', payable: '19.21' },
  shipTo: { ...screws.shipTo!, identifiers: [endpoint('7300010000018')] },
  lines: screws.lines.map((line) => ({
    ...line,
    quantity: { ...line.quantity, value: line.quantity.value === '7' ? '5' : '1.10' },
    action: 'change' as const,
  })),
};
const agreed = {
  kind: 'orderResponse' as const,
  number: 'OA-1',
  issuedOn: '2026-03-03',
  order: { number: 'COUNTER-9' },
  status: 'accepted' as const,
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  lines: [
    {
      number: '1',
      item: { supplierPart: '007', name: 'Grease', classifications: [] },
      schedules: [
        {
          status: 'accepted' as const,
          quantity: { value: '2', unit: 'KGM' },
          deliverOn: '2026-03-20',
          price: { amount: '13.00', basis: '1', unit: 'KGM' },
        },
      ],
      amount: '26.00',
      note: [],
    },
  ],
};
const available = {
  ...counted,
  report: 'availability' as const,
  lines: [{ ...counted.lines[1]!, quantities: [{ kind: 'available' as const, quantity: { value: '1', unit: 'EA' } }] }],
};

/** One document of each message, and two arbitrary ones of the two that matter most. */
const documents: (readonly [string, Message<never>, unknown])[] = [
  ['despatch', ublDespatchAdvice, crated],
  ['receipt', ublReceiptAdvice, unpacked],
  ['inventory', ublInventoryReport, counted],
  ['availability', ublStockAvailabilityReport, available],
  ['invoice', ublInvoice, billed],
  ['credit-note', ublCreditNote, credited],
  ['invoice-response', ublInvoiceResponse, queried],
  ['mlr', ublApplicationResponse, response],
  ['catalogue-response', ublCatalogueResponse, response],
  ['order-change', ublOrderChange, { ...change, buyer, supplier }],
  ['order-cancellation', ublOrderCancellation, { ...change, purpose: 'cancel', reason: 'Sold', lines: [], buyer, supplier }],
  ['order-agreement', ublOrderAgreement, agreed],
  ['request', ublRequestForQuotation, asked],
  ['quotation', ublQuotation, offered],
  ['catalogue', ublCatalogue, spring],
  ['call', ublCallForTenders, called],
  ['cart', ublPunchOut, { ...cart, buyer, supplier }],
  ...fc.sample(despatches, { numRuns: 2, seed: 7 }).map(
    (one, index) =>
      [
        `despatch-${index}`,
        ublDespatchAdvice,
        {
          ...one,
          buyer: { ...one.buyer, endpoint: buyer.endpoint },
          supplier: { ...one.supplier, endpoint: supplier.endpoint },
        },
      ] as const,
  ),
  ...fc.sample(invoices, { numRuns: 2, seed: 7 }).map(
    (one, index) =>
      [
        `invoice-${index}`,
        one.type === 'invoice' ? ublInvoice : ublCreditNote,
        {
          ...one,
          supplier: { ...one.supplier, endpoint: supplier.endpoint, taxId: 'GB123456789' },
          buyer: { ...one.buyer, endpoint: buyer.endpoint },
        },
      ] as const,
  ),
] as never;

(present ? describe : describe.skip)('what we write in UBL', () => {
  it('is accepted by the schemas of OASIS and the rules of EN 16931 and Peppol', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ubl-'));
    const files = documents.map(([name, table, document]) => {
      const file = join(folder, `${name}.xml`);
      writeFileSync(file, encodeUbl<never>(table, document as never).text);
      return file;
    });
    try {
      expect(judge(files)).toEqual(documents.map(([name]) => [`${name}.xml`, true, []]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 600_000);
});

/** Name, verdict and errors of each file. A verdict of invalid ends the judge with status 1, which is no failure of his. */
function judge(files: readonly string[]): unknown[] {
  const options = {
    cwd: ORACLES,
    encoding: 'utf8' as const,
    env: { ...process.env, CORPUS, ORACLE_CACHE: join(ORACLES, '.cache') },
  };
  let said: string;
  try {
    said = execFileSync(process.execPath, ['validate.mjs', '--json', ...files], options);
  } catch (error) {
    said = (error as { stdout: string }).stdout;
  }
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; valid: boolean; errors: string[] })
    .map(({ file, valid, errors }) => [file.split(/[\\/]/).at(-1), valid, errors]);
}
