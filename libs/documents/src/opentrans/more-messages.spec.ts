import { describe, expect, it } from '@jest/globals';
import { billed, credited } from '../canonical/billing/testing.js';
import { unpacked } from '../canonical/goods/testing.js';
import { changed } from '../canonical/ordering/testing.js';
import { offered } from '../canonical/sourcing/testing.js';
import type { Message } from '../grammar/message.js';
import { errorsOf, rootOf } from '../ubl/testing.js';
import { openTransInvoice } from './billing/invoice.js';
import { decodeOpenTrans, encodeOpenTrans } from './codec.js';
import { openTransReceiptAcknowledgement } from './goods/receipt-acknowledgement.js';
import { openTransOrderChange } from './ordering/order-change.js';
import { rate, taxKind } from './shared/fields.js';
import { openTransQuotation } from './sourcing/quotation.js';

/** A document written, and what reading it gives. */
function thereAndBack<T>(table: Message<T>, document: NoInfer<T>) {
  const { text, problems } = encodeOpenTrans(table, document);
  const { document: back, problems: found } = decodeOpenTrans(table, rootOf(text));
  return {
    text,
    back,
    errors: [...errorsOf(problems), ...errorsOf(found)].map(({ code }) => code),
    told: problems.map(({ at }) => at),
  };
}

describe('a change of an order in openTRANS', () => {
  it('says each line as it shall be and what becomes of it', () => {
    const { back, errors, text } = thereAndBack(openTransOrderChange, changed);
    expect(errors).toEqual([]);
    expect(back).toMatchObject({
      purpose: 'change',
      sequence: '2',
      order: changed.order,
      reason: changed.reason,
      note: changed.note,
    });
    expect(
      back?.lines.map(({ number, action, quantity, price }) => [number, action, quantity, price?.amount, price?.factor]),
    ).toEqual(
      changed.lines.map(({ number, action, quantity, price }) => [number, action, quantity, price?.amount, price?.factor]),
    );
    expect(encodeOpenTrans(openTransOrderChange, back!).text).toBe(text);
  });

  it('has no word for taking an order back, and numbers itself when nobody does', () => {
    expect(thereAndBack(openTransOrderChange, { ...changed, purpose: 'cancel' }).errors).toContain('PURPOSE_NOT_EXPRESSIBLE');
    const { sequence: _sequence, ...unnumbered } = changed;
    expect(thereAndBack(openTransOrderChange, unnumbered).back?.sequence).toBe('1');
  });
});

describe('an acknowledgement of receipt in openTRANS', () => {
  it('says what came, and what of it was refused and why', () => {
    const { back, errors, text } = thereAndBack(openTransReceiptAcknowledgement, unpacked);
    expect(errors).toEqual([]);
    const facts = (document: typeof unpacked | undefined) =>
      document?.lines.map(({ number, orderLine, accepted, rejected, rejectReason, reason }) => [
        number,
        orderLine,
        accepted,
        rejected,
        rejectReason,
        reason,
      ]);
    expect(facts(back)).toEqual(facts(unpacked));
    expect(encodeOpenTrans(openTransReceiptAcknowledgement, back!).text).toBe(text);
  });

  it('of quantities in two units cannot be said', () => {
    const [line] = unpacked.lines;
    const lines = [{ ...line!, received: { value: '5', unit: 'EA' }, accepted: { value: '1', unit: 'XBX' } }];
    expect(thereAndBack(openTransReceiptAcknowledgement, { ...unpacked, lines }).errors).toContain('UNIT_NOT_EXPRESSIBLE');
  });
});

describe('an offer in openTRANS', () => {
  it('comes back with its validity, its prices and what it answers', () => {
    const { back, errors, text } = thereAndBack(openTransQuotation, offered);
    expect(errors).toEqual([]);
    expect(back).toMatchObject({
      number: offered.number,
      validUntil: offered.validUntil,
      request: { number: offered.request?.number },
      currency: offered.currency,
    });
    expect(back?.lines.map(({ offer, requestLine, price }) => [offer, requestLine, price?.amount, price?.basis])).toEqual(
      offered.lines.map(({ offer, requestLine, price }) => [offer, requestLine, price?.amount, price?.basis]),
    );
    expect(encodeOpenTrans(openTransQuotation, back!).text).toBe(text);
  });

  it('that declines says so', () => {
    expect(thereAndBack(openTransQuotation, { ...offered, status: 'declined' }).back?.status).toBe('declined');
  });
});

describe.each([
  ['invoice', billed],
  ['credit memo', credited],
] as const)('an openTRANS INVOICE that is an %s', (_, sent) => {
  it('comes back with its sums and its taxes, and names what has no place', () => {
    const { back, errors, text, told } = thereAndBack(openTransInvoice, sent);
    expect(errors).toEqual([]);
    expect(back).toMatchObject({ type: sent.type, typeCode: sent.typeCode, number: sent.number, currency: sent.currency });
    expect([back?.totals.lines, back?.totals.payable]).toEqual([sent.totals.lines, sent.totals.payable]);
    expect(back?.taxes.map(({ category, amount, taxable }) => [category.code, category.percent, amount, taxable])).toEqual(
      sent.taxes.map(({ category, amount, taxable }) => [category.code, category.percent, amount, taxable]),
    );
    expect(back?.lines.map(({ quantity, amount, tax }) => [quantity, amount, tax?.percent])).toEqual(
      sent.lines.map(({ quantity, amount, tax }) => [quantity, amount, tax?.percent]),
    );
    if (sent.paymentMeans.length > 0) expect(told.some((at) => at.startsWith('paymentMeans[]'))).toBe(true);
    expect(encodeOpenTrans(openTransInvoice, back!).text).toBe(text);
  });

  it('without a tax or a sum is not written', () => {
    expect(thereAndBack(openTransInvoice, { ...sent, taxes: [] }).errors).toContain('VALUE_MISSING');
    expect(thereAndBack(openTransInvoice, { ...sent, totals: {} }).errors).toContain('VALUE_MISSING');
  });
});

describe('a rate of tax', () => {
  it.each([
    ['0.19', '19'],
    ['0.077', '7.7'],
    ['0', '0'],
    ['0.00', '0'],
    ['1', '100'],
    ['0.055', '5.5'],
  ])('of %s is %s per cent', (factor, percent) => {
    expect(rate.decode(factor)).toBe(percent);
  });

  it.each(['19', '7.7', '0', '100', '5.5', '19.0', '0.5'])('of %s per cent comes back', (percent) => {
    expect(rate.decode(rate.encode(percent, undefined) as string)).toBe(percent);
  });

  it('has a word for its kind, or the code', () => {
    expect(['S', 'Z', 'E', 'AE', 'K'].map((code) => taxKind.encode(code, undefined))).toEqual([
      'standard_rate',
      'zero_rate',
      'exemption',
      'AE',
      'K',
    ]);
    expect(['standard_rate', 'reduced_rate', 'AE'].map((word) => taxKind.decode(word))).toEqual(['S', 'AA', 'AE']);
  });
});
