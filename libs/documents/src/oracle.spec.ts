import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { billed, credited, queried } from './canonical/billing/testing.js';
import { counted, crated, unpacked } from './canonical/goods/testing.js';
import { changeAnswered, changed, priced } from './canonical/ordering/testing.js';
import { cart, visit } from './canonical/punchout/testing.js';
import { asked, offered } from './canonical/sourcing/testing.js';
import { cxmlInvoiceStatusUpdateRequest, cxmlStatusUpdateRequest } from './cxml/answers/status-update.js';
import { cxmlInvoiceDetailRequest } from './cxml/billing/invoice-detail-request.js';
import { encodeCxmlIndex } from './cxml/catalogue/catalogue-index.js';
import { encodeCxml } from './cxml/codec.js';
import { cxmlConfirmationRequest } from './cxml/confirmation-request.js';
import { cxmlProductActivityMessage } from './cxml/goods/product-activity.js';
import { cxmlReceiptRequest } from './cxml/goods/receipt-request.js';
import { cxmlShipNoticeRequest } from './cxml/goods/ship-notice-request.js';
import { cxmlOrderRequest } from './cxml/order-request.js';
import { cxmlPunchOutOrderMessage } from './cxml/punchout/order-message.js';
import { cxmlPunchOutSetupRequest } from './cxml/punchout/setup-request.js';
import { writeCxmlResponse } from './cxml/response.js';
import { cxmlQuoteMessage } from './cxml/sourcing/quote-message.js';
import { cxmlQuoteRequest } from './cxml/sourcing/quote-request.js';
import { forwarded, header } from './cxml/testing.js';
import type { Message } from './grammar/message.js';
import { charged, screws, split } from './grammar/testing.js';
import { x12TableOf } from './x12/tables.js';
import { written } from './x12/testing.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');
const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');
const hasJudges = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);
if (!hasJudges) console.warn('skipped: the oracles are not installed (npm run oracles), so nobody else judges our X12 and cXML');

const FUNCTIONAL: Readonly<Record<string, string>> = {
  '850': 'PO',
  '855': 'PR',
  '860': 'PC',
  '865': 'CA',
  '856': 'SH',
  '861': 'RC',
  '810': 'IN',
  '832': 'SC',
  '846': 'IB',
  '840': 'RQ',
  '843': 'RR',
};
const sets: readonly (readonly [string, string, unknown])[] = [
  ['order', '850', screws],
  ['charged', '850', charged],
  ['answer', '855', split],
  ['change', '860', changed],
  ['cancellation', '860', { ...changed, purpose: 'cancel', lines: [] }],
  ['change-answer', '865', changeAnswered],
  ['notice', '856', crated],
  ['receipt', '861', unpacked],
  ['invoice', '810', billed],
  ['credit', '810', credited],
  ['catalogue', '832', priced],
  ['stock', '846', counted],
  ['request', '840', asked],
  ['offer', '843', offered],
];

const messages: (readonly [string, Message<never>, unknown])[] = [
  ['order', cxmlOrderRequest, screws],
  ['charged', cxmlOrderRequest, charged],
  ['order-update', cxmlOrderRequest, { ...screws, purpose: 'change', version: '2', replaces: 'p-1@hub' }],
  ['order-delete', cxmlOrderRequest, { ...screws, purpose: 'cancel', version: '3', replaces: 'p-2@hub' }],
  ['answer', cxmlConfirmationRequest, split],
  ['notice', cxmlShipNoticeRequest, crated],
  ['receipt', cxmlReceiptRequest, unpacked],
  ['invoice', cxmlInvoiceDetailRequest, billed],
  ['credit', cxmlInvoiceDetailRequest, credited],
  ['status', cxmlStatusUpdateRequest, forwarded],
  ['invoice-status', cxmlInvoiceStatusUpdateRequest, queried],
  ['request', cxmlQuoteRequest, asked],
  ['quote', cxmlQuoteMessage, offered],
  ['visit', cxmlPunchOutSetupRequest, visit],
  ['cart', cxmlPunchOutOrderMessage, cart],
  ['activity', cxmlProductActivityMessage, counted],
] as never;

(hasJudges ? describe : describe.skip)('what we write', () => {
  it('in X12 is accepted by the tables of somebody else', () => {
    const files = sets.map(([name, set, document]): readonly [string, string] => {
      const table = x12TableOf({ type: set, release: '004010' }) as unknown as Message<unknown>;
      return [`${name}.edi`, written(table, document).text.replace('GS*PO', `GS*${FUNCTIONAL[set]}`)];
    });
    expect(judge(files)).toEqual(sets.map(([name]) => [`${name}.edi`, true, []]));
  }, 120_000);

  it('in cXML is accepted by the DTDs of cXML', () => {
    const files = messages.map(([name, table, document]): readonly [string, string] => [
      `${name}.xml`,
      encodeCxml<never>(table, document as never, header).text,
    ]);
    const others: (readonly [string, string])[] = [
      ['index.xml', encodeCxmlIndex(priced).text],
      [
        'visit-begins.xml',
        writeCxmlResponse({
          payloadId: 'r@hub',
          timestamp: '2026-03-02T10:00:00Z',
          status: { code: '200', text: 'OK' },
          startPage: 'https://shop.example/17?a=1&b=2',
        }),
      ],
    ];
    const all = [...files, ...others];
    expect(judge(all)).toEqual(all.map(([name]) => [name, true, []]));
  }, 120_000);
});

/** Name, verdict and errors of each document, given as its file name and text. A verdict of invalid ends the judge with status 1, which is no failure of his. */
function judge(documents: readonly (readonly [string, string])[]): (readonly [string, boolean, readonly string[]])[] {
  const folder = mkdtempSync(join(tmpdir(), 'judged-'));
  try {
    const files = documents.map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    return said(files)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; valid: boolean; errors: string[] })
      .map(({ file, valid, errors }) => [file.split(/[\\/]/).at(-1) ?? '', valid, errors] as const);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(files: readonly string[]): string {
  const options = {
    cwd: ORACLES,
    encoding: 'utf8' as const,
    env: { ...process.env, CORPUS, ORACLE_CACHE: join(ORACLES, '.cache') },
  };
  try {
    return execFileSync(process.execPath, ['validate.mjs', '--json', ...files], options);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
