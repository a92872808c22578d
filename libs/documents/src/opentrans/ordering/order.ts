import { orderBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { Order } from '../../canonical/order.js';
import { date, decimal, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must } from '../../grammar/row.js';
import { currency, NUMBER } from '../shared/fields.js';
import { chargeRows, deliveryRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import {
  carriedPrices,
  closeRanges,
  openRanges,
  parties,
  prices,
  readInstant,
  settleAgreement,
  unsettleAgreement,
  writeInstant,
} from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'ORDER_HEADER/ORDER_INFO';
const ITEM = 'ORDER_ITEM_LIST/ORDER_ITEM[]';
const SOURCING = 'ORDER_HEADER/SOURCING_INFO';
const DATE = `${INFO}/ORDER_DATE`;

const header: Rule<Order> = {
  name: 'header',
  says: 'The document is an original order, of an instant where its date has a zone. A day of delivery is a range of one day. An agreement without an end is a remark.',
  reading: (root) => unsettleAgreement(root, SOURCING, INFO),
  decoded: (order, { root, report }) => {
    mustHaveLines(order, ITEM, report);
    order.purpose = 'original';
    readInstant(order, root, DATE);
    openRanges(root);
  },
  encoding: (order, report) => {
    mustHaveLines(order, ITEM, report);
    if (order.purpose !== 'original')
      report({ at: 'ORDER', code: 'PURPOSE_NOT_EXPRESSIBLE', message: `An openTRANS ORDER cannot say "${order.purpose}".` });
  },
  written: (order, { root }) => writeInstant(order, root, DATE),
  writing: (root) => {
    closeRanges(root);
    settleAgreement(root, SOURCING, INFO);
  },
};

/** Order, openTRANS 2.1. Line numbers, quantities and prices keep their writing. Elements of BMEcat stand in its namespace. */
export const openTransOrder = message<Order>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'ORDER',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, ORDER',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'ORDER', sequences },
  blanks: orderBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', ...carriedPrices('lines[]'), 'lines[].base'],
  rows: [
    fixed('@version', '2.1'),
    may('@type', 'orderType', knownCode({ standard: 'regular', release: 'release', consignment: 'consignment' })),
    fixed('@type', 'standard'),
    must(`${INFO}/ORDER_ID`, 'number', NUMBER),
    must(DATE, 'issuedOn', date('CCYY-MM-DD')),
    ...deliveryRows(INFO, 'requestedDelivery'),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    ...partyRows(INFO, ['invoice_recipient', 'billTo']),
    must(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(`${INFO}/b:TRANSPORT/b:INCOTERM`, 'deliveryTerms.incoterm', text(1, 3)),
    may(`${INFO}/b:TRANSPORT/b:LOCATION`, 'deliveryTerms.place', text(1, 50)),
    may(`${INFO}/REMARKS[@type=paymentterms]`, 'paymentTerms', text(1, 64_000)),
    may(`${INFO}/REMARKS[][@type!=paymentterms]`, 'note[]', text(1, 64_000)),
    may(`${SOURCING}/AGREEMENT/b:AGREEMENT_ID`, 'agreement', text(1, 50)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    ...priceRows(ITEM, 'lines[].price'),
    ...chargeRows(`${ITEM}/PRODUCT_PRICE_FIX`, 'lines[].charges[]'),
    may(`${ITEM}/PRICE_LINE_AMOUNT`, 'lines[].amount', decimal()),
    ...deliveryRows(ITEM, 'lines[].requestedDelivery'),
    may(`${ITEM}/b:ACCOUNTING_INFO/b:COST_CATEGORY_ID`, 'lines[].costReference', text(1, 64)),
    may(`${ITEM}/REMARKS[]`, 'lines[].note[]', text(1, 64_000)),
    count('ORDER_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
    may('ORDER_SUMMARY/TOTAL_AMOUNT', 'totals.payable', decimal()),
  ],
  rules: [parties(INFO), header, prices],
});
