import { isCurrencyCode } from '#libs/kernel';
import { invoiceBlanks } from '../../canonical/billing/blanks.js';
import type { Invoice } from '../../canonical/billing/invoice.js';
import { nameCharge } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { code, date, decimal, freeText, implied, listed, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, optional, segment } from '../../grammar/structure.js';
import { paperKind } from '../goods/fields.js';
import { groupLots, readLots, writeLot } from '../goods/lots.js';
import { isServiceCode, unit } from '../parts/fields.js';
import { linePriceBasis } from '../parts/price.js';
import { chargeRows, itemRows, partyRows } from '../parts/rows.js';
import { chargeLoop, referenceLoop } from '../parts/segments.js';
import { assumeCurrency, describe, fitParties, mustName, numberLines, wrapNotes } from '../parts/shaping.js';
import { exempt, invoiceKind, taxKind } from './fields.js';
import { nameTaxes, readTaxes } from './taxes.js';

const nameLoop = loop(segment('N1', 0, 200), [
  segment('N2', 0, 2),
  segment('N3', 0, 2),
  segment('N4', 0, 1),
  ...optional('REF PER DMG'),
]);
const sourceLoop = loop(segment('LM', 0, 10), optional('LQ'));
const vesselLoop = loop(segment('V1', 0, 100_000), optional('R4 DTM'));
const accountLoop = loop(segment('FA1', 0, 100_000), optional('FA2'));
const taxedCharge = { ...chargeLoop, children: optional('TXI') };

const header: Rule<Invoice> = {
  name: 'header',
  says: 'Without BIG07 it is an invoice, without CUR in US dollars, without IT101 the line number is the position. Long notes are several NTE.',
  decoded: (invoice, { report }) => {
    mustHaveLines(invoice, 'IT1', report);
    assumeCurrency(invoice, report);
    invoice.typeCode ??= '380';
    invoice.type = invoice.typeCode === '381' ? 'creditNote' : 'invoice';
    numberLines(invoice.lines, (index) => `IT1[${index + 1}]01`, report);
  },
  encoding: (invoice, report) => {
    const { supplier, buyer, payee, billTo, shipFrom, shipTo } = invoice;
    fitParties({ supplier, buyer, payee, billTo, shipFrom, shipTo }, report);
    invoice.note = wrapNotes(invoice.note);
    describe(invoice.lines);
    mustName(invoice.lines, report);
    for (const charge of [...invoice.charges, ...invoice.lines.flatMap((line) => line.charges)])
      nameCharge(charge, isServiceCode);
  },
};

const priceBasis = linePriceBasis<Invoice>('IT1');

const taxes: Rule<Invoice> = {
  name: 'taxes',
  says: 'TXI names no category: an exempt tax is E, one with a rate S, one without Z. Without TXI08 the tax is on what is to be paid without it.',
  decoded: (invoice, { report }) => {
    readTaxes(invoice, report);
  },
  encoding: (invoice, report) => {
    nameTaxes(invoice, report);
  },
};

const lots: Rule<Invoice> = {
  name: 'lots',
  says: 'REF LT and SE are lots and serial numbers of a line; the set says no quantity of each.',
  decoded: (invoice, { nodeOf }) => {
    invoice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) line.traced.push(...readLots(node));
    });
  },
  written: (invoice, { nodeOf, report }) => {
    invoice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      for (const group of node === undefined ? [] : groupLots(line.traced)) {
        if (node !== undefined) writeLot(node, group);
        if (group.quantity !== undefined && group.quantity.value !== line.quantity.value)
          report({
            at: `lines[${index}].traced[].quantity`,
            code: 'NOT_EXPRESSED',
            message: 'The set says no quantity of a lot; it was not written.',
            severity: 'info',
          });
      }
    });
  },
};

/**
 * Invoice and credit memo. Source: ASC X12 004010, transaction set 810. BIG07 tells the kind; TDS01 has two decimals that are not
 * written. Sums are the sender's; the tax base is assumed aloud where he does not tell it. Means of payment have no place in the set.
 */
export const invoice810 = message<Invoice>({
  standard: 'X12',
  release: '004010',
  message: '810',
  source: 'ASC X12 004010, transaction set 810 (invoice)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BIG', 1, 1),
      ...optional('NTE CUR REF YNQ PER'),
      nameLoop,
      ...optional('ITD DTM FOB PID MEA PWK PKG L7 BAL INC PAM'),
      sourceLoop,
      referenceLoop,
      vesselLoop,
      accountLoop,
      loop(segment('IT1', 0, 200_000), [
        ...optional('CRC QTY CUR IT3 TXI CTP PAM MEA'),
        loop(segment('PID', 0, 1000), optional('MEA')),
        ...optional('PWK PKG PO4 ITD REF YNQ PER SDQ DTM CAD L7 SR'),
        taxedCharge,
        loop(segment('SLN', 0, 1000), optional('DTM REF PID SAC TC2 TXI')),
        nameLoop,
        sourceLoop,
        vesselLoop,
        accountLoop,
      ]),
      segment('TDS', 1, 1),
      ...optional('TXI CAD AMT'),
      taxedCharge,
      loop(segment('ISS', 0, 100_000), optional('PID')),
      segment('CTT', 0, 1),
    ],
  },
  blanks: invoiceBlanks,
  extended: ['lines[]'],
  pairs: { IT1: 6 },
  carried: [
    'type',
    'taxes[].category.code',
    'lines[].tax.code',
    'lines[].price.basis',
    'lines[].price.unit',
    'lines[].price.rawUnit',
    'lines[].price.factor',
    'lines[].price.currency',
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].traced[].quantity',
    'lines[].traced[].expiresOn',
    'lines[].traced[].producedOn',
  ],
  rows: [
    must('BIG01', 'issuedOn', date('CCYYMMDD')),
    must('BIG02', 'number', text(1, 22)),
    may('BIG03', 'order.issuedOn', date('CCYYMMDD')),
    may('BIG04', 'order.number', text(1, 22)),
    may('BIG06', 'order.version', text(1, 8)),
    may('BIG07', 'typeCode', invoiceKind),
    beside('BIG07', 'DI'),
    may('BIG08', 'purpose', code({ '00': 'original', '07': 'duplicate', '05': 'change', '04': 'change', '01': 'cancel' })),
    may('NTE[]02', 'note[]', freeText(80)),
    beside('NTE01', 'GEN'),
    may('CUR[01=SE|BY|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
    may('REF[01=VN]02', 'order.supplierNumber', text(1, 30)),
    may('REF[01=CT]02', 'agreement', text(1, 30)),
    may('REF[01=CR]02', 'buyerReference', text(1, 30)),
    may('REF[01=CE]02', 'costReference', text(1, 30)),
    may('REF[01=PK]02', 'despatch.number', text(1, 30)),
    may('REF[01=RV]02', 'receipt.number', text(1, 30)),
    must('REF[01=OI][]02', 'preceding[].number', text(1, 30)),
    ...partyRows('N1[01=SE|VN|SU]', 'supplier'),
    ...partyRows('N1[01=II]', 'supplier'),
    may('N1[01=SE|VN|SU]/REF[01=VX]02', 'supplier.taxId', text(1, 30)),
    ...partyRows('N1[01=BY]', 'buyer'),
    may('N1[01=BY]/REF[01=VX]02', 'buyer.taxId', text(1, 30)),
    ...partyRows('N1[01=RE|RI|PE]', 'payee'),
    ...partyRows('N1[01=BT]', 'billTo'),
    ...partyRows('N1[01=SF]', 'shipFrom'),
    ...partyRows('N1[01=ST]', 'shipTo'),
    beside('N1/PER01', 'IC'),
    may('ITD[]03', 'paymentTerms.discounts[].percent', decimal({ digits: 6 })),
    may('ITD[]04', 'paymentTerms.discounts[].until', date('CCYYMMDD')),
    may('ITD[]05', 'paymentTerms.discounts[].days', decimal({ digits: 3 })),
    may('ITD[]08', 'paymentTerms.discounts[].amount', implied(2)),
    may('ITD06', 'dueOn', date('CCYYMMDD')),
    may('ITD07', 'paymentTerms.netDays', decimal({ digits: 3 })),
    may('ITD12', 'paymentTerms.note', freeText(80)),
    may('DTM[01=035]02', 'deliveredOn', date('CCYYMMDD')),
    may('DTM[01=186]02', 'period.start', date('CCYYMMDD')),
    may('DTM[01=187]02', 'period.end', date('CCYYMMDD')),
    may('FOB05', 'deliveryTerms.incoterm', text(3, 3)),
    may('FOB07', 'deliveryTerms.place', freeText(80)),
    beside('FOB01', 'DF'),
    beside('FOB04', '01'),
    beside('FOB06', 'ZZ'),
    may('PWK[]01', 'attachments[].typeCode', paperKind),
    may('PWK[]06', 'attachments[].number', text(2, 80)),
    may('PWK[]07', 'attachments[].description', freeText(80)),
    beside('PWK01', 'ZZ'),
    beside('PWK05', 'AC'),
    may('IT1[]01', 'lines[].number', text(1, 20)),
    must('IT1[]02', 'lines[].quantity.value', decimal({ digits: 15 })),
    must('IT1[]03', 'lines[].quantity', unit),
    may('IT1[]04', 'lines[].price.amount', decimal({ digits: 17 })),
    may('IT1[]05', 'lines[].price.rawBasisCode', text(2, 2)),
    ...itemRows('IT1[]06', 'lines[].item'),
    may('IT1[]06+(PO)', 'lines[].order.number', text(1, 22)),
    may('IT1[]06+(PL)', 'lines[].orderLine', text(1, 20)),
    may('IT1[]/TXI02', 'lines[].taxAmount', decimal({ digits: 18 })),
    may('IT1[]/TXI03', 'lines[].tax.percent', decimal({ digits: 10 })),
    may('IT1[]/TXI01', 'lines[].tax.scheme', taxKind),
    may('IT1[]/TXI06', 'lines[].tax.code', exempt),
    beside('IT1[]/TXI01', 'VA'),
    may('IT1[]/PAM[04=1]05', 'lines[].amount', decimal({ digits: 18 })),
    may('IT1[]/PID[01=F]05', 'lines[].item.description', freeText(80)),
    may('IT1[]/REF[01=CE]02', 'lines[].costReference', text(1, 30)),
    may('IT1[]/REF[01=PK]02', 'lines[].despatch.number', text(1, 30)),
    may('IT1[]/REF[01=RV]02', 'lines[].receipt.number', text(1, 30)),
    may('IT1[]/DTM[01=035]02', 'lines[].deliveredOn', date('CCYYMMDD')),
    ...chargeRows('IT1[]/SAC[01=A|C][]', 'lines[].charges[]'),
    ...partyRows('IT1[]/N1[01=ST]', 'lines[].shipTo'),
    beside('IT1[]/N1/PER01', 'IC'),
    must('TDS01', 'totals.payable', implied(2)),
    must('TXI[]02', 'taxes[].amount', decimal({ digits: 18 })),
    may('TXI[]03', 'taxes[].category.percent', decimal({ digits: 10 })),
    may('TXI[]01', 'taxes[].category.scheme', taxKind),
    may('TXI[]06', 'taxes[].category.code', exempt),
    may('TXI[]08', 'taxes[].taxable', decimal({ digits: 9 })),
    beside('TXI01', 'VA'),
    may('AMT[01=1]02', 'totals.lines', decimal({ digits: 18 })),
    may('AMT[01=T]02', 'totals.tax', decimal({ digits: 18 })),
    ...chargeRows('SAC[01=A|C][]', 'charges[]'),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
  ],
  rules: [header, priceBasis, taxes, lots],
});
