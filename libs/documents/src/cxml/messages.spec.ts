import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { queried } from '../canonical/billing/testing.js';
import { counted, unpacked } from '../canonical/goods/testing.js';
import { priced } from '../canonical/ordering/testing.js';
import type { Problem } from '../canonical/problem.js';
import { cart, visit } from '../canonical/punchout/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import type { Message } from '../grammar/message.js';
import { screws } from '../grammar/testing.js';
import { readXml } from '../xml/read-xml.js';
import { cxmlInvoiceStatusUpdateRequest, cxmlStatusUpdateRequest } from './answers/status-update.js';
import { cxmlIndex, decodeCxmlIndex, encodeCxmlIndex } from './catalogue/catalogue-index.js';
import { decodeCxml, encodeCxml } from './codec.js';
import { cxmlProductActivityMessage } from './goods/product-activity.js';
import { cxmlReceiptRequest } from './goods/receipt-request.js';
import { cxmlOrderRequest } from './order-request.js';
import { cxmlPunchOutOrderMessage } from './punchout/order-message.js';
import { cxmlPunchOutSetupRequest } from './punchout/setup-request.js';
import { decodeCxmlResponse, writeCxmlResponse } from './response.js';
import { cxmlQuoteMessage } from './sourcing/quote-message.js';
import { cxmlQuoteRequest } from './sourcing/quote-request.js';
import { forwarded, header } from './testing.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const rootOf = (text: string | Uint8Array) => readXml(typeof text === 'string' ? new TextEncoder().encode(text) : text).root!;
const told = (problems: readonly Problem[]) => problems.map(({ code, at }) => `${code} ${at}`);
const errorsOf = (problems: readonly Problem[]) => told(problems.filter(({ severity }) => severity === 'error'));

/** Writes a document and reads it again; what was written must be without error and read without a word. */
function again<T>(table: Message<T>, document: NoInfer<T>) {
  const { text, problems } = encodeCxml<T>(table, document, header);
  expect(errorsOf(problems)).toEqual([]);
  const { document: back, problems: found } = decodeCxml(table, rootOf(text));
  expect(found).toEqual([]);
  return { text, back: back!, unsaid: told(problems).sort() };
}

describe('an order that changes another', () => {
  const update = { ...screws, purpose: 'change' as const, version: '2', replaces: 'p-1@hub' };

  it('says which, and its own version', () => {
    const { text, back } = again(cxmlOrderRequest, update);
    expect(text).toMatch(/type="update"[^>]*orderVersion="2"|orderVersion="2"[^>]*type="update"/);
    expect([back.purpose, back.version, back.replaces]).toEqual(['change', '2', 'p-1@hub']);
  });

  it('does not order what it takes out, and refuses what it cannot act on', () => {
    const { text } = encodeCxml(cxmlOrderRequest, update, header);
    const without = decodeCxml(
      cxmlOrderRequest,
      rootOf(text.replace('lineNumber="00020"', 'lineNumber="00020" operation="delete"')),
    );
    expect([without.document?.lines.map(({ number }) => number), told(without.problems)]).toEqual([
      ['00010'],
      ['LINE_TAKEN_OUT ItemOut[2]@operation'],
    ]);
    const blocked = decodeCxml(
      cxmlOrderRequest,
      rootOf(text.replace('lineNumber="00020"', 'lineNumber="00020" operation="block"')),
    );
    expect(errorsOf(blocked.problems)).toEqual(['CODE_UNKNOWN ItemOut[2]@operation']);
  });

  it('that takes back the whole needs no lines; a reference that is missing is said', () => {
    const { text } = encodeCxml(cxmlOrderRequest, { ...update, purpose: 'cancel', lines: [], totals: { payable: '0' } }, header);
    const { document, problems } = decodeCxml(cxmlOrderRequest, rootOf(text));
    expect([problems, document?.purpose, document?.lines]).toEqual([[], 'cancel', []]);
    const unnamed = decodeCxml(cxmlOrderRequest, rootOf(text.replace(/<DocumentReference[^>]*\/>/, '')));
    expect(told(unnamed.problems)).toEqual(['REFERENCE_MISSING OrderRequestHeader/DocumentReference@payloadID']);
  });
});

describe('a receipt', () => {
  it('says what came and what was refused, by order', () => {
    const { back } = again(cxmlReceiptRequest, unpacked);
    expect([back.order, back.despatch, back.receivedOn]).toEqual([unpacked.order, unpacked.despatch, unpacked.receivedOn]);
    expect(
      back.lines.map(({ orderLine, received, rejected, rejectReason, reason, traced }) => [
        orderLine,
        received,
        rejected,
        rejectReason,
        reason,
        traced,
      ]),
    ).toEqual(
      unpacked.lines.map(({ orderLine, received, rejected, rejectReason, reason, traced }) => [
        orderLine,
        received,
        rejected,
        rejectReason,
        reason,
        traced,
      ]),
    );
  });

  it('says what went back, and names what has no room beside it', () => {
    const [line] = unpacked.lines;
    const { received: _received, rejected: _rejected, ...rest } = line!;
    const back = { ...unpacked, lines: [{ ...rest, returned: { value: '1', unit: 'XBX' } }] };
    expect(again(cxmlReceiptRequest, back).back.lines[0]).toMatchObject({ returned: { value: '1', unit: 'XBX' } });
    const both = encodeCxml(
      cxmlReceiptRequest,
      { ...unpacked, lines: [{ ...line!, returned: { value: '1', unit: 'XBX' } }] },
      header,
    );
    expect(told(both.problems)).toContain('NOT_EXPRESSED lines[0].returned');
    const none = encodeCxml(cxmlReceiptRequest, { ...unpacked, lines: [rest] }, header);
    expect(errorsOf(none.problems)).toContain('VALUE_MISSING lines[0].received');
  });

  it('keeps every lot of a line', () => {
    const traced = [{ lot: 'L-1', quantity: { value: '2', unit: 'XBX' } }, { lot: 'L-2' }, { lot: 'L-3' }];
    const { back, unsaid } = again(cxmlReceiptRequest, { ...unpacked, lines: [{ ...unpacked.lines[0]!, traced }] });
    expect([back.lines[0]?.traced, unsaid.includes('NOT_EXPRESSED lines[0].traced[]')]).toEqual([traced, true]);
  });
});

describe('a status', () => {
  it('of a document names it by its payloadID; number and day are those of the envelope', () => {
    const { back } = again(cxmlStatusUpdateRequest, forwarded);
    const { sender: _sender, receiver: _receiver, document, ...rest } = forwarded;
    expect(back).toMatchObject({ ...rest, document: { payloadId: document.payloadId! } });
  });

  it('keeps a code that says more, and refuses one that is none', () => {
    const { text } = encodeCxml(cxmlStatusUpdateRequest, forwarded, header);
    const later = decodeCxml(cxmlStatusUpdateRequest, rootOf(text.replace('code="201"', 'code="550"')));
    expect([later.document?.status, later.document?.rawStatus]).toEqual(['rejected', '550']);
    expect(encodeCxml(cxmlStatusUpdateRequest, later.document!, header).text).toContain('code="550"');
    expect(errorsOf(decodeCxml(cxmlStatusUpdateRequest, rootOf(text.replace('code="201"', 'code="OK"'))).problems)).toEqual([
      'CODE_UNKNOWN Status@code',
    ]);
  });

  it('of an invoice says where it stands; what the format has no type for is written as the nearest, aloud', () => {
    const paid = again(cxmlInvoiceStatusUpdateRequest, { ...queried, status: 'paid', clarifications: [] });
    expect([paid.back.status, paid.back.invoice]).toEqual(['paid', { number: 'INV-881', issuedOn: '2026-03-21' }]);
    const { problems, text } = encodeCxml(cxmlInvoiceStatusUpdateRequest, queried, header);
    expect([told(problems).filter((one) => one.startsWith('CODE')), /InvoiceStatus type="(\w+)"/.exec(text)?.[1]]).toEqual([
      ['CODE_NOT_EXPRESSIBLE InvoiceStatus@type'],
      'processing',
    ]);
    expect(decodeCxml(cxmlInvoiceStatusUpdateRequest, rootOf(text)).document?.note).toEqual([
      'PRI: The price agreed is 4.20: BT-146 4.20',
      'CNP',
    ]);
  });
});

describe('a request and a quote', () => {
  it('ask and offer with their prices', () => {
    const request = again(cxmlQuoteRequest, asked);
    expect([
      request.back.closesOn,
      request.back.deliveryTerms,
      request.back.lines.map(({ price, mayBeSubstituted, revision }) => [price, mayBeSubstituted, revision]),
    ]).toEqual([
      asked.closesOn,
      asked.deliveryTerms,
      asked.lines.map(({ price, mayBeSubstituted, revision }) => [price, mayBeSubstituted, revision]),
    ]);
    const quote = again(cxmlQuoteMessage, offered);
    expect([quote.back.request, quote.back.validUntil, quote.back.totals?.payable, quote.back.charges]).toEqual([
      offered.request,
      offered.validUntil,
      offered.totals?.payable,
      offered.charges,
    ]);
    expect(
      quote.back.lines.map(({ offer, requestLine, minimum, multiple, price, amount, leadDays }) => [
        offer,
        requestLine,
        minimum,
        multiple,
        price,
        amount,
        leadDays,
      ]),
    ).toEqual(
      offered.lines.map(({ offer, requestLine, minimum, multiple, price, amount, leadDays }) => [
        offer,
        requestLine,
        minimum,
        multiple,
        price,
        amount,
        leadDays,
      ]),
    );
  });

  it('a line that is not offered has no price; one that is must have', () => {
    const bare = offered.lines.map(({ price: _price, ...line }, index) => ({
      ...line,
      offer: index === 0 ? ('none' as const) : line.offer,
    }));
    const { text, problems } = encodeCxml(cxmlQuoteMessage, { ...offered, lines: bare }, header);
    expect(errorsOf(problems)).toEqual(['VALUE_MISSING QuoteItemIn[2]/ItemDetail/UnitPrice/Money']);
    expect(decodeCxml(cxmlQuoteMessage, rootOf(text)).document?.lines[0]).not.toHaveProperty('price');
    expect(errorsOf(encodeCxml(cxmlQuoteRequest, { ...asked, closesOn: undefined as never }, header).problems)).toContain(
      'VALUE_MISSING QuoteRequestHeader@closeDate',
    );
  });
});

describe('a visit to a shop', () => {
  it('begins with who comes and what is in the cart, and ends with the cart', () => {
    expect(again(cxmlPunchOutSetupRequest, visit).back).toMatchObject({
      ...visit,
      buyer: {},
      supplier: {},
      shipTo: { name: 'Warehouse 4' },
      lines: [{ auxiliary: 'cart=17;line=1' }],
    });
    const { back } = again(cxmlPunchOutOrderMessage, cart);
    expect([back.cookie, back.allowed, back.status, back.number, back.totals]).toEqual([
      cart.cookie,
      'edit',
      'final',
      'CART-17',
      cart.totals,
    ]);
    expect(back.lines.map(({ quantity, auxiliary, leadDays, note }) => [quantity, auxiliary, leadDays, note])).toEqual(
      cart.lines.map(({ quantity, auxiliary, leadDays, note }) => [quantity, auxiliary, leadDays, note]),
    );
  });

  it('an empty cart is no fault; a cart without cookie is', () => {
    const { text } = encodeCxml(cxmlPunchOutOrderMessage, { ...cart, lines: [], totals: { payable: '0.00' } }, header);
    expect(decodeCxml(cxmlPunchOutOrderMessage, rootOf(text)).problems).toEqual([]);
    expect(
      errorsOf(decodeCxml(cxmlPunchOutOrderMessage, rootOf(text.replace(/<BuyerCookie>.*<\/BuyerCookie>/, ''))).problems),
    ).toEqual(['VALUE_MISSING BuyerCookie']);
  });

  it('is answered with the page it begins on', () => {
    const startPage = 'https://shop.example/17?a=1&b=2';
    const text = writeCxmlResponse({
      payloadId: 'r@hub',
      timestamp: '2026-03-02T10:00:00Z',
      status: { code: '200', text: 'OK' },
      startPage,
    });
    expect(decodeCxmlResponse(rootOf(text)).document).toEqual({ code: '200', text: 'OK', startPage });
  });
});

describe('stock and catalogue', () => {
  it('tell what is held, and name what has no element', () => {
    const { back, unsaid } = again(cxmlProductActivityMessage, counted);
    expect(back.lines.map(({ lot, expiresOn, quantities, location }) => [lot, expiresOn, quantities, location?.name])).toEqual([
      [undefined, undefined, [counted.lines[0]!.quantities[0]], 'Leeds'],
      ['L-9', '2026-12-31', counted.lines[1]!.quantities, undefined],
    ]);
    expect(unsaid).toContain('NOT_EXPRESSED lines[0].quantities[]');
  });

  it('tell parts with one price per their basis', () => {
    const { text, problems } = encodeCxmlIndex(priced);
    expect([errorsOf(problems), told(problems).includes('NOT_EXPRESSED rows[0].prices[]')]).toEqual([[], true]);
    const { document, problems: found } = decodeCxmlIndex(rootOf(text));
    expect(found).toEqual([]);
    expect(document?.header).toMatchObject({ mode: 'full', currency: 'EUR' });
    expect(
      document?.rows.map(({ supplierPart, orderUnit, priceUnit, priceFactor, minimum, prices, names }) => [
        supplierPart,
        orderUnit,
        priceUnit,
        priceFactor,
        minimum,
        prices[0]?.amount,
        prices[0]?.basis,
        names,
      ]),
    ).toEqual([
      ['NAS1149-F0363P', 'XBX', 'EA', { numerator: '25', denominator: '1' }, '2', '4.37', '100', { en: 'Washer' }],
      ['007', 'KGM', undefined, undefined, undefined, '12.5000', '1', { en: 'Grease' }],
    ]);
    expect(encodeCxmlIndex(document!).text).toBe(text);
  });
});

const SAMPLES = join(CORPUS, 'cxml/samples');
if (!existsSync(SAMPLES)) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real cXML is read');
(existsSync(SAMPLES) ? describe : describe.skip)('real documents', () => {
  const real = <T>(table: Message<T>, file: string) => decodeCxml(table, rootOf(readFileSync(join(SAMPLES, file))));

  it('are read with what they say', () => {
    const cartOf = real(cxmlPunchOutOrderMessage, 'FriendsOfCXML__cxml-php/poom.xml');
    expect([
      errorsOf(cartOf.problems),
      cartOf.document?.number,
      cartOf.document?.lines.map(({ item, price }) => [item.supplierPart, price?.amount]),
    ]).toEqual([
      [],
      'myorder-1',
      [
        ['5555', '763.20'],
        ['666', '226.20'],
      ],
    ]);
    const visitOf = real(cxmlPunchOutSetupRequest, 'nickyhk4you__punchout/sample-cxml-request.xml');
    expect([
      errorsOf(visitOf.problems),
      visitOf.document?.returnTo,
      visitOf.document?.properties.map(({ name }) => name),
    ]).toEqual([[], 'https://buyer.example.com/cart/return', ['UniqueName', 'UserEmail']]);
    const statusOf = real(cxmlStatusUpdateRequest, 'kazz12211__amazon_punchout/StatusUpdateRequest.xml');
    expect([
      statusOf.problems,
      statusOf.document?.status,
      statusOf.document?.document.payloadId,
      statusOf.document?.issuedOn,
    ]).toEqual([[], 'accepted', '0c300508b7863dcclb_14999', '2000-01-08']);
    const stockOf = real(cxmlProductActivityMessage, 'FriendsOfCXML__cxml-php/ProductActivityMessage.xml');
    expect([stockOf.problems, stockOf.document?.lines[0]?.quantities, stockOf.document?.lines[0]?.location]).toEqual([
      [],
      [{ kind: 'onHand', quantity: { value: '200', unit: 'EA' } }],
      { name: 'Warehouse', identifier: { value: '0003', scheme: 'NetworkId' } },
    ]);
    const quoteOf = real(cxmlQuoteMessage, 'FriendsOfCXML__cxml-php/QuoteMessage.xml');
    expect([quoteOf.problems, quoteOf.document?.number, quoteOf.document?.validUntil, quoteOf.document?.totals]).toEqual([
      [],
      'quoteId',
      '2023-01-08',
      { payable: '100.00' },
    ]);
  });

  it('a catalogue whose entries lead into a shop says so', () => {
    const { document, problems } = decodeCxmlIndex(rootOf(readFileSync(join(SAMPLES, 'kazz12211__amazon_punchout/Index.xml'))));
    expect([
      told(problems),
      document?.rows.map(({ supplierPart, action, prices }) => [supplierPart, action, prices[0]?.amount]),
    ]).toEqual([
      ['PUNCHOUT_KEPT IndexItem/IndexItemPunchout'],
      [
        ['pn12345', 'put', '60'],
        ['pn12356', 'delete', undefined],
        ['pn12357', 'delete', undefined],
      ],
    ]);
    expect(document?.rows[0]).toMatchObject({ leadDays: 10, manufacturer: 'Florsheim' });
    expect(cxmlIndex.coordinate).toBe('cxml:1.2:Index');
  });
});
