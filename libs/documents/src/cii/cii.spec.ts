import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Invoice } from '../canonical/billing/invoice.js';
import { billed, credited, invoices } from '../canonical/billing/testing.js';
import { damaged } from '../grammar/testing.js';
import { ublInvoice } from '../ubl/billing/invoice.js';
import { encodeUbl } from '../ubl/codec.js';
import { errorsOf, lostPlaces, rootOf } from '../ubl/testing.js';
import { attributeOf, elementsOf, findElement, textOf, type XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { decodeCii, encodeCii } from './codec.js';
import { ciiInvoice } from './invoice.js';

function thereAndBack(invoice: Invoice) {
  const { text, problems } = encodeCii(invoice);
  const { document: back, problems: found } = decodeCii(rootOf(text));
  return { back, text, errors: [...errorsOf(problems), ...errorsOf(found)] };
}

const settlementOf = (text: string): XmlElement =>
  findElement(rootOf(text), 'SupplyChainTradeTransaction', 'ApplicableHeaderTradeSettlement')!;
const collected: Invoice = {
  ...billed,
  supplier: {
    ...billed.supplier,
    identifiers: [...billed.supplier.identifiers, { value: 'GB98ZZZ09999999999', scheme: 'SEPA' }],
  },
  taxPointCode: '35',
  paymentMeans: [{ code: '59', reference: 'R-1', mandate: 'M-1', debitedAccount: 'GB29NWBK60161331926819' }],
};

describe('an invoice in CII', () => {
  it.each([
    ['an invoice', billed],
    ['a credit note', credited],
    ['a direct debit', collected],
  ])('%s comes back as it went', (_name, invoice) => {
    const { back, errors } = thereAndBack(invoice);
    expect(errors).toEqual([]);
    expect(back).toEqual(invoice);
  });

  it('says a subject, a scheme and a creditor where EN 16931 has them', () => {
    const { text } = encodeCii(collected);
    const note = findElement(rootOf(text), 'ExchangedDocument', 'IncludedNote')!;
    expect(elementsOf(note).map((child) => [child.name, textOf(child)])).toEqual([
      ['Content', 'Goods remain ours until paid'],
      ['SubjectCode', 'AAI'],
    ]);
    const seller = findElement(
      rootOf(text),
      'SupplyChainTradeTransaction',
      'ApplicableHeaderTradeAgreement',
      'SellerTradeParty',
    )!;
    expect(elementsOf(seller, 'GlobalID').map((number) => [attributeOf(number, 'schemeID'), textOf(number)])).toEqual([
      ['0088', '5060012349998'],
    ]);
    expect(elementsOf(seller, 'SpecifiedTaxRegistration').map((one) => attributeOf(findElement(one, 'ID')!, 'schemeID'))).toEqual(
      ['VA', 'FC'],
    );
    expect(textOf(findElement(settlementOf(text), 'CreditorReferenceID')!)).toBe('GB98ZZZ09999999999');
    expect(textOf(findElement(settlementOf(text), 'ApplicableTradeTax', 'DueDateTypeCode')!)).toBe('29');
  });

  it('tells the tax in both currencies and no currency with other amounts, which must not be another', () => {
    const { text } = encodeCii(billed);
    const totals = findElement(settlementOf(text), 'SpecifiedTradeSettlementHeaderMonetarySummation')!;
    expect(elementsOf(totals, 'TaxTotalAmount').map((one) => [attributeOf(one, 'currencyID'), textOf(one)])).toEqual([
      ['EUR', '207.03'],
      ['GBP', '178.05'],
    ]);
    expect(text.match(/currencyID/g)).toHaveLength(2);
    const said = (currency: string) =>
      decodeCii(rootOf(text.replace('<ram:GrandTotalAmount>', `<ram:GrandTotalAmount currencyID="${currency}">`)));
    expect([said('EUR').document, said('EUR').problems]).toEqual([billed, []]);
    expect(said('SEK').problems.map(({ at, code }) => [at, code])).toEqual([
      ['ram:GrandTotalAmount@currencyID', 'VALUE_CONTRADICTS'],
    ]);
  });

  it('a national account number is no IBAN; a day may have a time behind it', () => {
    const { text } = encodeCii({ ...billed, paymentMeans: [{ code: '30', account: { number: '86011117947' } }] });
    expect(text).toContain('<ram:ProprietaryID>86011117947</ram:ProprietaryID>');
    const timed = text.replace('format="102">20260321<', 'format="203">202603211015<');
    expect(timed).not.toBe(text);
    expect(decodeCii(rootOf(timed)).document?.issuedOn).toBe('2026-03-21');
  });

  it('what stands once in the document and differs between ways to pay is reported, as are further invoices before', () => {
    const [means] = billed.paymentMeans;
    const { problems } = encodeCii({
      ...billed,
      paymentMeans: [means!, { ...means!, reference: 'other' }],
      preceding: [{ number: 'A' }, { number: 'B' }],
    });
    expect(problems.map(({ at, code }) => [at, code])).toEqual([
      ['preceding[]', 'NOT_EXPRESSED'],
      ['paymentMeans[].reference', 'NOT_EXPRESSED'],
    ]);
  });

  it('a code that is not of its type is an error; a document without a code, too, and is read as an invoice', () => {
    expect(errorsOf(encodeCii({ ...billed, type: 'creditNote' }).problems).map(({ code }) => code)).toEqual([
      'TYPE_NOT_EXPRESSIBLE',
    ]);
    const untyped = encodeCii(billed).text.replace('<ram:TypeCode>380</ram:TypeCode>', '');
    const { document, problems } = decodeCii(rootOf(untyped));
    expect([document?.typeCode, errorsOf(problems).map(({ code }) => code)]).toEqual(['380', ['VALUE_MISSING']]);
  });

  it('what CII says beyond the model comes back in CII', () => {
    const { text } = encodeCii(billed);
    const more = text
      .replace(
        '<ram:ApplicableHeaderTradeSettlement>',
        '<ram:ApplicableHeaderTradeSettlement><ram:InvoiceIssuerReference>X-1</ram:InvoiceIssuerReference>',
      )
      .replace('<ram:LineID>2</ram:LineID>', '<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>');
    const { document } = decodeCii(rootOf(more));
    const again = encodeCii(document!).text;
    expect(again).toContain('<ram:InvoiceIssuerReference>X-1</ram:InvoiceIssuerReference>');
    expect(again).toContain('<ram:ParentLineID>1</ram:ParentLineID>');
    expect(encodeUbl(ublInvoice, document!).text).not.toContain('X-1');
  });

  it('every place of the table comes back', () => {
    const { invoicedObject: _object, attachments: _files, ...rest } = billed;
    const allowance = { isCharge: false, code: '95', reason: 'Discount', amount: '1.00' };
    const whole = { ...rest, attachments: [], charges: [allowance], lines: [{ ...billed.lines[1]!, charges: [allowance] }] };
    const way = (_table: unknown, invoice: Invoice) => decodeCii(rootOf(encodeCii(invoice).text)).partial;
    expect(lostPlaces(ciiInvoice, whole, way)).toEqual([]);
  });

  it('any invoice comes back as it went', () => {
    fc.assert(
      fc.property(invoices, (invoice) => {
        const { back, errors, text } = thereAndBack(invoice);
        expect(errors).toEqual([]);
        expect(back).toEqual(invoice);
        expect(encodeCii(back!).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeCii(billed).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeCii(root);
      }),
      { numRuns: 150 },
    );
  });
});
