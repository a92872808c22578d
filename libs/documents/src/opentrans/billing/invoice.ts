import { isCurrencyCode } from '#libs/kernel';
import { invoiceBlanks } from '../../canonical/billing/blanks.js';
import { typeOf } from '../../canonical/billing/complete.js';
import type { Invoice } from '../../canonical/billing/invoice.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { netAmount } from '../../canonical/ordering/unit-price.js';
import { date, decimal, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must, needed } from '../../grammar/row.js';
import { currency, NUMBER, rate, taxKind } from '../shared/fields.js';
import { chargeRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import { carriedPrices, parties, prices, readInstant, writeInstant } from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'INVOICE_HEADER/INVOICE_INFO';
const ITEM = 'INVOICE_ITEM_LIST/INVOICE_ITEM[]';
const SUM = 'INVOICE_SUMMARY';
const TAX = `${SUM}/TOTAL_TAX/TAX_DETAILS_FIX[]`;
const LINE_TAX = `${ITEM}/PRODUCT_PRICE_FIX/TAX_DETAILS_FIX`;
const DATE = `${INFO}/INVOICE_DATE`;
const DAY = date('CCYY-MM-DD');

const header: Rule<Invoice> = {
  name: 'header',
  says: 'The document is an original of the code 380, or 381 for a credit memo. The invoice goes to the buyer where nobody else is named. One order of all items is that of the whole.',
  decoded: (invoice, { root, report }) => {
    mustHaveLines(invoice, ITEM, report);
    readInstant(invoice, root, DATE);
    invoice.type ??= 'invoice';
    invoice.typeCode ??= invoice.type === 'creditNote' ? '381' : '380';
    const orders = new Set(invoice.lines.map(({ order }) => order?.number));
    const [order] = orders;
    if (orders.size === 1 && order !== undefined) invoice.order ??= { number: order };
  },
  encoding: (invoice, report) => {
    mustHaveLines(invoice, ITEM, report);
    if (invoice.purpose !== 'original')
      report({
        at: 'INVOICE',
        code: 'PURPOSE_NOT_EXPRESSIBLE',
        message: `An openTRANS INVOICE cannot say "${invoice.purpose}".`,
      });
    invoice.type ??= typeOf(invoice.typeCode);
    invoice.billTo ??= structuredClone(invoice.buyer);
    for (const line of invoice.lines) {
      if (invoice.order !== undefined && line.orderLine !== undefined) line.order ??= { number: invoice.order.number };
      if (line.orderLine === undefined) delete line.order;
      else if (line.order?.number === undefined) {
        report({
          at: 'lines[].orderLine',
          code: 'NOT_EXPRESSED',
          message: 'A line of an order that is not named was not written.',
          severity: 'info',
        });
        delete line.orderLine;
      }
      const amount = isCurrencyCode(invoice.currency) ? netAmount(line, invoice.currency) : undefined;
      if (amount !== undefined) line.amount ??= amount;
    }
  },
  written: (invoice, { root }) => writeInstant(invoice, root, DATE),
};

/** Invoice and credit memo, openTRANS 2.1. Amounts of a credit memo are positive and given back. Ways to pay have no place here; the day to pay and the terms are remarks. */
export const openTransInvoice = message<Invoice>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'INVOICE',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, INVOICE',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'INVOICE', sequences },
  blanks: invoiceBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', ...carriedPrices('lines[]'), 'lines[].base'],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/INVOICE_ID`, 'number', NUMBER),
    must(DATE, 'issuedOn', DAY),
    may(`${INFO}/INVOICE_TYPE`, 'type', knownCode({ invoice: 'invoice', credit_memo: 'creditNote' })),
    may(`${INFO}/DELIVERYNOTE_ID`, 'despatch.number', NUMBER),
    may(`${INFO}/DELIVERY_DATE/DELIVERY_END_DATE`, 'period.end', DAY),
    may(`${INFO}/DELIVERY_DATE/DELIVERY_START_DATE`, 'period.start', DAY),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['invoice_recipient', 'billTo']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    ...partyRows(INFO, ['remittee', 'payee']),
    must(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(`${INFO}/REMARKS[@type=typecode]`, 'typeCode', text(1, 3)),
    may(`${INFO}/REMARKS[@type=dueon]`, 'dueOn', DAY),
    may(`${INFO}/REMARKS[@type=deliveredon]`, 'deliveredOn', DAY),
    may(`${INFO}/REMARKS[@type=paymentterms]`, 'paymentTerms.note', text(1, 64_000)),
    may(`${INFO}/REMARKS[@type=buyerreference]`, 'buyerReference', text(1, 200)),
    may(`${INFO}/REMARKS[][@type!=typecode|dueon|deliveredon|paymentterms|buyerreference]`, 'note[]', text(1, 64_000)),
    may('INVOICE_HEADER/ORDER_HISTORY/ORDER_ID', 'order.number', NUMBER),
    may('INVOICE_HEADER/ORDER_HISTORY/SUPPLIER_ORDER_ID', 'order.supplierNumber', NUMBER),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    ...priceRows(ITEM, 'lines[].price'),
    ...chargeRows(`${ITEM}/PRODUCT_PRICE_FIX`, 'lines[].charges[]'),
    may(`${LINE_TAX}/b:TAX_CATEGORY`, 'lines[].tax.code', taxKind),
    may(`${LINE_TAX}/b:TAX`, 'lines[].tax.percent', rate),
    may(`${LINE_TAX}/TAX_AMOUNT`, 'lines[].taxAmount', decimal()),
    needed(`${ITEM}/PRICE_LINE_AMOUNT`, 'lines[].amount', decimal()),
    may(`${ITEM}/ORDER_REFERENCE/ORDER_ID`, 'lines[].order.number', NUMBER),
    may(`${ITEM}/ORDER_REFERENCE/LINE_ITEM_ID`, 'lines[].orderLine', text(1, 50)),
    may(`${ITEM}/DELIVERY_REFERENCE/DELIVERYNOTE_ID`, 'lines[].despatch.number', NUMBER),
    may(`${ITEM}/b:ACCOUNTING_INFO/b:COST_CATEGORY_ID`, 'lines[].costReference', text(1, 64)),
    may(`${ITEM}/REMARKS[]`, 'lines[].note[]', text(1, 64_000)),
    count(`${SUM}/TOTAL_ITEM_NUM`, 'lines[]'),
    needed(`${SUM}/NET_VALUE_GOODS`, 'totals.lines', decimal()),
    needed(`${SUM}/TOTAL_AMOUNT`, 'totals.payable', decimal()),
    ...chargeRows(SUM, 'charges[]'),
    may(`${TAX}/b:TAX_CATEGORY`, 'taxes[].category.code', taxKind),
    may(`${TAX}/b:TAX_TYPE`, 'taxes[].category.scheme', text(1, 250)),
    may(`${TAX}/b:TAX`, 'taxes[].category.percent', rate),
    must(`${TAX}/TAX_AMOUNT`, 'taxes[].amount', decimal()),
    may(`${TAX}/TAX_BASE`, 'taxes[].taxable', decimal()),
    may(`${TAX}/b:EXEMPTION_REASON`, 'taxes[].category.exemptionReason', text(1, 250)),
  ],
  rules: [parties(INFO, INFO), header, prices],
});
