import { isCountryCode } from '#libs/kernel';
import { invoiceBlanks } from '../canonical/billing/blanks.js';
import { typeOf } from '../canonical/billing/complete.js';
import type { Invoice } from '../canonical/billing/invoice.js';
import { describing, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
import { beside, dropped, fixed, may, must } from '../grammar/row.js';
import { structureOf } from './directory/directory.js';
import { day, type Sized, sized, unit } from './fields/fields.js';
import { inBoth } from './in-both.js';
import { countRows, currencyAt, currencyField, numberRows, purpose } from './shared/header-rows.js';
import { carriedPrices, costCode, positionRows } from './shared/line-rows.js';
import { chargeRows, partyRows, placeRows, taxRows } from './shared/part-rows.js';
import { priceRows } from './shared/price.js';
import { assumed, moment, priceBasis, texts } from './shared/rules.js';

/** Element 2475: days count from the date of the invoice. It must stand where a number of days does. */
const FROM_INVOICE = '5';

function eachCount(root: GrammarNode, visit: (node: GrammarNode) => void): void {
  for (const node of root.children) if (node.name === 'PAT' && node.values.has('03:4')) visit(node);
}

const kind: Rule<Invoice> = {
  name: 'kind',
  says: 'The kind of document of element 1001 decides between invoice and credit note; without one it is a commercial invoice (380). A way to pay without a code is 1, not defined.',
  decoded: (invoice, { root }) => {
    eachCount(root, ({ values, used }) => {
      if (values.get('03') === FROM_INVOICE && values.get('03:3') === 'D') used.add('03');
    });
    invoice.typeCode ??= '380';
    invoice.type = typeOf(invoice.typeCode);
    for (const means of invoice.paymentMeans) means.code ??= '1';
    for (const tax of invoice.taxes) tax.category.code ??= 'S';
  },
  written: (_invoice, { root }) => {
    eachCount(root, ({ values }) => {
      if (!values.has('03')) values.set('03', FROM_INVOICE);
    });
  },
};

/** Business terms of EN 16931 by the codes of 1153: order, contract, despatch, receipt, project, invoices before this one. */
function referenceRows(size: Sized) {
  const number = size.text('RFF01:2');
  return [
    may('RFF[01=ON|CO]01:2', 'order.number', number),
    may('RFF[01=ON|CO]/DTM[01=171|4]01:2', 'order.issuedOn', day),
    may('RFF[01=VN]01:2', 'order.supplierNumber', number),
    may('RFF[01=CT|BC]01:2', 'agreement', number),
    may('RFF[01=AAK|DQ|AAU]01:2', 'despatch.number', number),
    may('RFF[01=AAK|DQ|AAU]/DTM[01=171]01:2', 'despatch.issuedOn', day),
    may('RFF[01=ALO]01:2', 'receipt.number', number),
    may('RFF[01=CR]01:2', 'buyerReference', number),
    may('RFF[01=AEP]01:2', 'project', number),
    may(`RFF[01=${costCode(size.release)}]01:2`, 'costReference', number),
    may('RFF[01=OI|IV][]01:2', 'preceding[].number', number),
    may('RFF[01=OI|IV][]/DTM[01=171|3|384]01:2', 'preceding[].issuedOn', day),
  ] as const;
}

/** When and how to pay. C112 counts days (D) behind the date of the invoice (5). */
function paymentRows(size: Sized) {
  const days = size.positive('PAT03:4');
  const account = 'NAD[01=SU|SE|II]/FII[01=RB|BF]';
  return [
    may('FTX[01=AAB|PMT]04', 'paymentTerms.note', size.free('FTX04')),
    may('PAT[01=1|3]/DTM[01=13|140]01:2', 'dueOn', day),
    may('DTM[01=13|265]01:2', 'dueOn', day),
    may('PAT[01=1|3]03:4(03:3=D)', 'paymentTerms.netDays', days),
    may('PAT[01=22][]/PCD[01=12|15|3]01:2', 'paymentTerms.discounts[].percent', size.positive('PCD01:2')),
    may('PAT[01=22][]/MOA[01=52]01:2', 'paymentTerms.discounts[].amount', size.positive('MOA01:2')),
    may('PAT[01=22][]/DTM[01=12]01:2', 'paymentTerms.discounts[].until', day),
    may('PAT[01=22][]03:4(03:3=D)', 'paymentTerms.discounts[].days', days),
    may('PAI01:3', 'paymentMeans[0].code', size.text('PAI01:3')),
    may('RFF[01=PQ]01:2', 'paymentMeans[0].reference', size.text('RFF01:2')),
    may(`${account}02`, 'paymentMeans[0].account.number', size.text('FII02')),
    may(`${account}02:2`, 'paymentMeans[0].account.name', size.text('FII02:2')),
    may(`${account}03`, 'paymentMeans[0].account.bank', size.text('FII03')),
  ] as const;
}

/** Sums of BG-22 and BG-23. The newer directory has codes for the sums without and with tax; the older one says taxable and invoice amount. */
function sumRows(size: Sized) {
  const sum = size.number('MOA01:2');
  const [net, gross] = size.release === 'D.01B' ? ['389|125', '388|77|39|86'] : ['125|389', '77|39|86|388'];
  return [
    may('UNS/MOA[01=79]01:2', 'totals.lines', sum),
    may('UNS/MOA[01=260]01:2', 'totals.allowances', sum),
    may('UNS/MOA[01=259]01:2', 'totals.charges', sum),
    may(`UNS/MOA[01=${net}]01:2`, 'totals.taxExclusive', sum),
    may('UNS/MOA[01=176|124]01:2', 'totals.tax', sum),
    may(`UNS/MOA[01=${gross}]01:2`, 'totals.taxInclusive', sum),
    may('UNS/MOA[01=113]01:2', 'totals.prepaid', sum),
    may('UNS/MOA[01=366|165]01:2', 'totals.rounding', sum),
    may('UNS/MOA[01=9]01:2', 'totals.payable', sum),
    ...taxRows('UNS/TAX[01=7][]', 'taxes[].category', size),
    must('UNS/TAX[01=7][]/MOA[01=125]01:2', 'taxes[].taxable', sum),
    must('UNS/TAX[01=7][]/MOA[01=124]01:2', 'taxes[].amount', sum),
  ] as const;
}

function lineRows(size: Sized) {
  const number = size.text('RFF01:2');
  return [
    ...positionRows(size),
    may('LIN[]/ALI01', 'lines[].item.countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
    must('LIN[]/QTY[01=47|12|46|61|1]01:2', 'lines[].quantity.value', size.number('QTY01:2')),
    may('LIN[]/QTY[01=47|12|46|61|1]01:3', 'lines[].quantity', unit),
    may('LIN[]/MOA[01=203|66|38|77]01:2', 'lines[].amount', size.number('MOA01:2')),
    ...priceRows('LIN[]', 'lines[].price', size),
    may('LIN[]/RFF[01=ON|CO]01:2', 'lines[].order.number', number),
    may('LIN[]/RFF[01=ON|CO]01:3', 'lines[].orderLine', text(1, 6)),
    may('LIN[]/RFF[01=AAK|DQ|AAU]01:2', 'lines[].despatch.number', number),
    may('LIN[]/RFF[01=AAK|DQ|AAU]01:3', 'lines[].despatch.line', text(1, 6)),
    may('LIN[]/RFF[01=ALO]01:2', 'lines[].receipt.number', number),
    may(`LIN[]/RFF[01=${costCode(size.release)}]01:2`, 'lines[].costReference', number),
    may('LIN[]/DTM[01=35|50]01:2', 'lines[].deliveredOn', day),
    may('LIN[]/DTM[01=167]01:2', 'lines[].period.start', day),
    may('LIN[]/DTM[01=168]01:2', 'lines[].period.end', day),
    ...placeRows('LIN[]/NAD[01=DP|ST|CN]', 'lines[].shipTo', size),
    ...chargeRows('LIN[]/ALC', 'lines[].charges[]', size),
    ...taxRows('LIN[]/TAX[01=7]', 'lines[].tax', size),
    may('LIN[]/TAX[01=7]/MOA[01=124]01:2', 'lines[].taxAmount', size.number('MOA01:2')),
    may('LIN[]/GIN[01=BX|BN][]02(01=BX)', 'lines[].traced[].lot', size.text('GIN02')),
    may('LIN[]/GIN[01=BX|BN][]02(01=BN)', 'lines[].traced[].serial', size.text('GIN02')),
  ] as const;
}

/**
 * Invoice and credit note. Source: UN/EDIFACT D.96A and D.01B, message INVOIC; codes as CEN/TS 16931-3-4 binds EN 16931 where both
 * directories have them. Attachments, project and tender beyond a reference, and a second tax currency have no place.
 */
export const edifactInvoices = inBoth((release) => {
  const size = sized(release);
  return message<Invoice>({
    standard: 'EDIFACT',
    release,
    message: 'INVOIC',
    source: `UN/EDIFACT ${release}, message INVOIC (invoice)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'INVOIC') },
    blanks: invoiceBlanks,
    extended: ['lines[]'],
    carried: [...carriedPrices, 'issuedAt', 'type'],
    rows: [
      may('BGM01', 'typeCode', size.text('BGM01')),
      ...numberRows(size),
      may('DTM[01=3]01:2', 'issuedOn', day),
      may('BGM03', 'purpose', purpose),
      may(currencyAt, 'currency', currencyField),
      beside('CUX01:3', '4'),
      may('DTM[01=131]01:2', 'taxPointOn', day),
      may('DTM[01=35|50]01:2', 'deliveredOn', day),
      may('DTM[01=167|263]01:2', 'period.start', day),
      may('DTM[01=168]01:2', 'period.end', day),
      may('FTX[01=AAI|ZZZ|GEN|SUR|INV][]04', 'note[]', size.free('FTX04')),
      may('TOD03', 'deliveryTerms.incoterm', size.text('TOD03')),
      may('TOD/LOC[01=1]02:4', 'deliveryTerms.place', size.free('LOC02:4')),
      beside('TOD01', '6'),
      ...referenceRows(size),
      ...partyRows('NAD[01=SU|SE|II]', 'supplier', size),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=IV|BT]', 'billTo', size),
      ...partyRows('NAD[01=PE]', 'payee', size),
      ...partyRows('NAD[01=LC]', 'taxRepresentative', size),
      ...placeRows('NAD[01=SF]', 'shipFrom', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...paymentRows(size),
      ...chargeRows('ALC', 'charges[]', size),
      ...taxRows('ALC[01=A|C][]/TAX[01=7]', 'charges[].tax', size),
      ...lineRows(size),
      fixed('UNS01', 'S'),
      ...sumRows(size),
      ...countRows,
      dropped('UNS/CNT[01=3]01:2'),
    ],
    rules: [assumed('must have'), priceBasis(), texts(), moment(), kind],
  });
});
