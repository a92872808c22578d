import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billed, credited, invoices } from '../../canonical/billing/testing.js';
import { damaged } from '../../grammar/testing.js';
import { attributeOf, elementsOf, findElement, textOf } from '../../xml/element.js';
import { readXml } from '../../xml/read-xml.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublCreditNote, ublInvoice } from './invoice.js';

const allowance = { isCharge: false, code: '95', reason: 'Discount', amount: '1.00' };

describe('an invoice in UBL', () => {
  it('comes back as it went', () => {
    const { back, errors } = thereAndBack(ublInvoice, billed);
    expect(errors).toEqual([]);
    expect(back).toEqual(billed);
  });

  it('a rounding with a plus before it is read', () => {
    const { text } = encodeUbl(ublInvoice, { ...billed, totals: { ...billed.totals, rounding: '0.10' } });
    const { document, problems } = decodeUbl(ublInvoice, rootOf(text.replace('>0.10<', '>+0.10<')));
    expect([document?.totals.rounding, problems]).toEqual(['0.10', []]);
  });

  it('so does a credit note, whose day of payment stands with the means', () => {
    const { back, errors, text } = thereAndBack(ublCreditNote, credited);
    expect(errors).toEqual([]);
    expect(back).toEqual(credited);
    expect(textOf(findElement(rootOf(text), 'PaymentMeans', 'PaymentDueDate')!)).toBe('2026-04-20');
  });

  it('tells the tax in the currency of accounting too, and reads both in either order', () => {
    const { text } = encodeUbl(ublInvoice, billed);
    const totals = elementsOf(rootOf(text), 'TaxTotal').map((total) => {
      const amount = findElement(total, 'TaxAmount')!;
      return [attributeOf(amount, 'currencyID'), textOf(amount), elementsOf(total, 'TaxSubtotal').length];
    });
    expect(totals).toEqual([
      ['EUR', '207.03', 1],
      ['GBP', '178.05', 0],
    ]);
    const [first = '', second = ''] = text.match(/ *<cac:TaxTotal>[\s\S]*?<\/cac:TaxTotal>\n/g) ?? [];
    const swapped = text.replace(first + second, second + first);
    expect(swapped).not.toBe(text);
    expect(decodeUbl(ublInvoice, rootOf(swapped)).document).toEqual(billed);
  });

  it('an amount of the breakdown in another currency is an error with its place', () => {
    const { text } = encodeUbl(ublInvoice, billed);
    const wrong = text.replace('<cbc:TaxableAmount currencyID="EUR">', '<cbc:TaxableAmount currencyID="SEK">');
    expect(errorsOf(decodeUbl(ublInvoice, rootOf(wrong)).problems).map(({ at, code }) => [at, code])).toEqual([
      ['cac:TaxTotal/cbc:TaxableAmount@currencyID', 'VALUE_CONTRADICTS'],
    ]);
  });

  it('writes a price per 100 pieces of boxes of 25 per 4 boxes, and gives it back', () => {
    const { text } = encodeUbl(ublInvoice, billed);
    const base = findElement(rootOf(text), 'InvoiceLine', 'Price', 'BaseQuantity')!;
    expect([textOf(base), attributeOf(base, 'unitCode')]).toEqual(['4', 'XBX']);
  });

  it('sums that follow from what is stated are put in; a line without tax has that of the only breakdown', () => {
    const [line] = billed.lines;
    const { tax: _tax, amount: _amount, ...bare } = line!;
    const { back, errors } = thereAndBack(ublInvoice, { ...billed, totals: { accountingTax: '178.05' }, lines: [bare] });
    expect(errors).toEqual([]);
    expect([back?.lines[0]?.tax, back?.lines[0]?.amount, back?.totals]).toEqual([
      { code: 'S', percent: '20' },
      '20.15',
      {
        lines: '20.15',
        allowances: '10.00',
        charges: '25.00',
        taxExclusive: '35.15',
        tax: '207.03',
        accountingTax: '178.05',
        taxInclusive: '242.18',
        payable: '242.18',
      },
    ]);
  });

  it('days of net payment become the due date; discounts that no element holds are reported', () => {
    const { dueOn: _due, ...open } = billed;
    const { text, problems } = encodeUbl(ublInvoice, {
      ...open,
      paymentTerms: { netDays: '30', discounts: [{ percent: '2', days: '10' }] },
    });
    expect(textOf(findElement(rootOf(text), 'DueDate')!)).toBe('2026-04-20');
    expect(problems.map(({ at }) => at)).toEqual(['paymentTerms.discounts[].percent', 'paymentTerms.discounts[].days']);
  });

  it('a whole card number is never kept, in the model or beside it', () => {
    const { text } = encodeUbl(ublInvoice, {
      ...billed,
      paymentMeans: [{ code: '48', card: { number: '4111111111111111', holder: 'Ann Field' } }],
    });
    expect(text).not.toContain('4111111111111111');
    const sent = text.replace('>1111<', '>4111 1111 1111 1111<');
    const { document } = decodeUbl(ublInvoice, rootOf(sent));
    expect(document?.paymentMeans[0]?.card?.number).toBe('1111');
    expect(JSON.stringify(document)).not.toMatch(/4111 ?1111/);
  });

  it('without a type code it is what its root says: a warning in UBL, an error where EN 16931 is claimed', () => {
    const { text } = encodeUbl(ublInvoice, billed);
    const untyped = text.replace(/ *<cbc:InvoiceTypeCode>.*\n/, '');
    const said = (input: string) => decodeUbl(ublInvoice, rootOf(input)).problems.map(({ code, severity }) => [code, severity]);
    expect(said(untyped)).toEqual([['VALUE_MISSING', 'error']]);
    expect(said(untyped.replace(/<cbc:CustomizationID>.*</, '<cbc:CustomizationID>OIOUBL-2.02<'))).toEqual([
      ['VALUE_MISSING', 'warning'],
    ]);
    expect(decodeUbl(ublInvoice, rootOf(untyped)).document?.typeCode).toBe('380');
  });

  it('what Peppol demands and the invoice has not is an error: addresses on the network, a tax category', () => {
    const { endpoint: _endpoint, ...silent } = billed.supplier;
    const { tax: _tax, ...untaxed } = billed.lines[1]!;
    const { problems } = encodeUbl(ublInvoice, { ...billed, supplier: silent, taxes: [], lines: [untaxed] });
    expect(errorsOf(problems).map(({ at, code }) => [at, code])).toEqual([
      ['supplier.endpoint', 'VALUE_MISSING'],
      ['lines[0].tax', 'VALUE_MISSING'],
    ]);
    expect(errorsOf(encodeUbl(ublCreditNote, billed).problems).map(({ code }) => code)).toEqual(['TYPE_NOT_EXPRESSIBLE']);
  });

  it('the last line of terms of XRechnung ends as a line does (BR-DE-18)', () => {
    const note = '#SKONTO#TAGE=14#PROZENT=2.25#';
    const { text } = encodeUbl(ublInvoice, { ...billed, paymentTerms: { note, discounts: [] } });
    expect(text).toContain(`<cbc:Note>${note}\n</cbc:Note>`);
  });

  it.each([
    ['Invoice', ublInvoice, billed],
    ['CreditNote', ublCreditNote, credited],
  ] as const)('every place of the table of %s comes back', (_name, table, whole) => {
    const { invoicedObject: _object, attachments: _files, ...rest } = whole;
    expect(
      lostPlaces(table, {
        ...rest,
        attachments: [],
        charges: [allowance],
        lines: [{ ...whole.lines.at(-1)!, charges: [allowance] }],
      }),
    ).toEqual([]);
  });

  it('any invoice comes back as it went', () => {
    const endpoint = { value: '7300010000001', scheme: '0088' };
    fc.assert(
      fc.property(invoices, (invoice) => {
        const sent = { ...invoice, buyer: { ...invoice.buyer, endpoint }, supplier: { ...invoice.supplier, endpoint } };
        const table = invoice.type === 'invoice' ? ublInvoice : ublCreditNote;
        const { back, errors, text } = thereAndBack(table, sent);
        expect(errors).toEqual([]);
        expect(back).toEqual(sent);
        expect(encodeUbl(table, back!).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeUbl(ublInvoice, billed).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeUbl(ublInvoice, root);
      }),
      { numRuns: 150 },
    );
  });
});
