import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billed, credited, invoices, queried } from '../canonical/billing/testing.js';
import { counted, crated, despatches, unpacked } from '../canonical/goods/testing.js';
import type { Problem } from '../canonical/problem.js';
import { cart, visit } from '../canonical/punchout/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import type { Message } from '../grammar/message.js';
import { damaged } from '../grammar/testing.js';
import { readXml } from '../xml/read-xml.js';
import { cxmlInvoiceStatusUpdateRequest, cxmlStatusUpdateRequest } from './answers/status-update.js';
import { cxmlInvoiceDetailRequest } from './billing/invoice-detail-request.js';
import { decodeCxml, encodeCxml } from './codec.js';
import { cxmlProductActivityMessage } from './goods/product-activity.js';
import { cxmlReceiptRequest } from './goods/receipt-request.js';
import { cxmlShipNoticeRequest } from './goods/ship-notice-request.js';
import { cxmlPunchOutOrderMessage } from './punchout/order-message.js';
import { cxmlPunchOutSetupRequest } from './punchout/setup-request.js';
import { cxmlQuoteMessage } from './sourcing/quote-message.js';
import { cxmlQuoteRequest } from './sourcing/quote-request.js';
import { forwarded, header } from './testing.js';

const errorsOf = (problems: readonly Problem[]) =>
  problems.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${code} ${at}`);
const rootOf = (text: string) => readXml(new TextEncoder().encode(text)).root!;
const read = (table: Message<never>, text: string) =>
  decodeCxml(table as never, rootOf(text)) as unknown as { document?: never; problems: Problem[] };
const write = (table: Message<never>, document: unknown) => encodeCxml(table as never, document as never, header);

const kinds: readonly (readonly [string, Message<never>, fc.Arbitrary<unknown>])[] = [
  ['ShipNoticeRequest', cxmlShipNoticeRequest, fc.oneof(fc.constant(crated), despatches)],
  [
    'InvoiceDetailRequest',
    cxmlInvoiceDetailRequest,
    fc.oneof(
      ...[billed, credited].map((one) => fc.constant(one)),
      invoices.map((one) => ({ ...one, order: { number: 'PO-1' } })),
    ),
  ],
  ['ReceiptRequest', cxmlReceiptRequest, fc.constant(unpacked)],
  ['StatusUpdateRequest', cxmlStatusUpdateRequest, fc.constant(forwarded)],
  ['InvoiceStatusUpdateRequest', cxmlInvoiceStatusUpdateRequest, fc.constant(queried)],
  ['QuoteRequest', cxmlQuoteRequest, fc.constant(asked)],
  ['QuoteMessage', cxmlQuoteMessage, fc.constant(offered)],
  ['PunchOutSetupRequest', cxmlPunchOutSetupRequest, fc.constant(visit)],
  ['PunchOutOrderMessage', cxmlPunchOutOrderMessage, fc.constant(cart)],
  ['ProductActivityMessage', cxmlProductActivityMessage, fc.constant(counted)],
] as never;

const SAMPLES = join(
  process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url)),
  'cxml/samples',
);

describe.each(kinds)('a %s', (name, table, documents) => {
  it('that was written is read without error, and written again as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { text, problems } = write(table, document);
        expect(errorsOf(problems)).toEqual([]);
        const { document: back, problems: found } = read(table, text);
        expect(found).toEqual([]);
        expect(write(table, back).text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('damaged never throws', () => {
    const [sample] = fc.sample(documents, { numRuns: 1, seed: 5 });
    fc.assert(
      fc.property(damaged(write(table, sample).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeCxml(table as never, root);
      }),
      { numRuns: 200 },
    );
  });

  it('of the corpus is read; what could be read is written and stays what it is', () => {
    const files = existsSync(SAMPLES)
      ? readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      : [];
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const { root } = readXml(bytes);
      if (root === undefined || !new RegExp(`<${name}[\\s>]`).test(bytes.toString('latin1'))) continue;
      const { document, problems } = decodeCxml(table as never, root) as unknown as { document?: never; problems: Problem[] };
      if (document === undefined) {
        expect([entry.name, errorsOf(problems).length]).not.toEqual([entry.name, 0]);
        continue;
      }
      const again = write(table, document);
      if (errorsOf([...problems, ...again.problems]).length > 0) continue;
      expect([entry.name, write(table, read(table, again.text).document).text]).toEqual([entry.name, again.text]);
    }
  });
});

describe('a ship notice', () => {
  it('has a portion for each order, and units that know what they stand in', () => {
    const { text } = encodeCxml(cxmlShipNoticeRequest, crated, header);
    expect(text.match(/<ShipNoticePortion>/g)?.length).toBe(1);
    const { document } = decodeCxml(cxmlShipNoticeRequest, rootOf(text));
    expect([
      document?.order,
      document?.packages.map(({ id, parent }) => [id, parent]),
      document?.lines.map(({ packed }) => packed),
    ]).toEqual([
      crated.order,
      [
        ['C-1', '373400306809981733'],
        ['373400306809981733', undefined],
      ],
      crated.lines.map(({ packed }) => packed),
    ]);
    expect(document?.lines[1]?.traced).toEqual([{ serial: 'SN-0042' }]);
  });

  it('without an order is an error with its place', () => {
    const { order: _order, ...rest } = crated;
    const { problems } = encodeCxml(
      cxmlShipNoticeRequest,
      { ...rest, lines: crated.lines.map(({ order: _own, ...line }) => line) },
      header,
    );
    expect(errorsOf(problems)).toEqual(['VALUE_MISSING lines[0].order', 'VALUE_MISSING lines[1].order']);
  });
});

describe('an invoice line', () => {
  const traced = (goods: readonly object[]) => {
    const lines = billed.lines.map((line, index) => (index === 0 ? { ...line, traced: goods } : line));
    const { text, problems } = write(cxmlInvoiceDetailRequest as never, { ...billed, lines });
    const { document } = decodeCxml(cxmlInvoiceDetailRequest, rootOf(text));
    expect(errorsOf(problems)).toEqual([]);
    return [
      document?.lines[0]?.traced,
      problems.filter(({ at }) => at.includes('traced')).map(({ code, at }) => `${code} ${at}`),
    ];
  };

  it.each([
    ['one lot', [{ lot: 'L-1' }]],
    ['several lots', [{ lot: 'L-1' }, { lot: 'L-2' }, { lot: 'L-3' }]],
    [
      'serial numbers of one lot',
      [
        { lot: 'L-1', serial: 'S-1' },
        { lot: 'L-1', serial: 'S-2' },
      ],
    ],
    ['a lot beside serial numbers of none', [{ lot: 'L-1' }, { serial: 'S-1' }]],
  ])('with %s keeps all of them', (name, goods) => {
    expect(traced(goods)).toEqual([goods, name.includes('beside') ? ['NOT_EXPRESSED lines[0].traced[]'] : []]);
  });

  it('with serial numbers of several lots keeps both and says what is lost; quantities of lots are named', () => {
    expect(
      traced([
        { lot: 'L-1', serial: 'S-1' },
        { lot: 'L-2', serial: 'S-2' },
      ]),
    ).toEqual([[{ lot: 'L-1' }, { lot: 'L-2' }, { serial: 'S-1' }, { serial: 'S-2' }], ['NOT_EXPRESSED lines[0].traced[]']]);
    expect(traced([{ lot: 'L-1', quantity: { value: '2', unit: 'XBX' } }, { lot: 'L-2' }])[1]).toEqual([
      'NOT_EXPRESSED lines[].traced[].quantity.value',
      'NOT_EXPRESSED lines[].traced[].quantity.unit',
    ]);
  });
});
