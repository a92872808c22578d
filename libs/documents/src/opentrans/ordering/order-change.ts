import { orderChangeBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { OrderChange } from '../../canonical/order-change.js';
import { date, decimal, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must, needed } from '../../grammar/row.js';
import { currency, NUMBER } from '../shared/fields.js';
import { chargeRows, deliveryRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import { carriedPrices, closeRanges, openRanges, parties, prices, readInstant, writeInstant } from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'ORDERCHANGE_HEADER/ORDERCHANGE_INFO';
const ITEM = 'ORDERCHANGE_ITEM_LIST/ORDER_ITEM[]';
const DATE = `${INFO}/ORDERCHANGE_DATE`;
const SAID = 'action';

const header: Rule<OrderChange> = {
  name: 'header',
  says: 'A change says its lines as they shall be; what becomes of one stands as a remark of the type action, without it the line is changed. The number of the change has no place; its sequence is demanded and is the version of the order or 1. Taking back a whole order has no word.',
  decoded: (change, { root, report }) => {
    mustHaveLines(change, ITEM, report);
    change.purpose = 'change';
    for (const line of change.lines) line.action ??= 'change';
    readInstant(change, root, DATE);
    openRanges(root);
  },
  encoding: (change, report) => {
    if (change.purpose !== 'change')
      report({
        at: 'ORDERCHANGE',
        code: 'PURPOSE_NOT_EXPRESSIBLE',
        message: 'openTRANS has no word for taking back a whole order.',
      });
    else mustHaveLines(change, ITEM, report);
    change.sequence ??= change.version ?? '1';
  },
  written: (change, { root }) => writeInstant(change, root, DATE),
  writing: closeRanges,
};

/** Change of an order, openTRANS 2.1. */
export const openTransOrderChange = message<OrderChange>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'ORDERCHANGE',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, ORDERCHANGE',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'ORDERCHANGE', sequences },
  blanks: orderChangeBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', ...carriedPrices('lines[]'), 'lines[].base'],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/ORDER_ID`, 'order.number', NUMBER),
    must(DATE, 'issuedOn', date('CCYY-MM-DD')),
    may(`${INFO}/ORDER_DATE`, 'order.issuedOn', date('CCYY-MM-DD')),
    may(`${INFO}/SUPPLIER_ORDER_ID`, 'order.supplierNumber', NUMBER),
    needed(`${INFO}/ORDERCHANGE_SEQUENCE_ID`, 'sequence', text(1, 20)),
    ...deliveryRows(INFO, 'requestedDelivery'),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    ...partyRows(INFO, ['invoice_recipient', 'billTo']),
    may(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(`${INFO}/REMARKS[@type=paymentterms]`, 'paymentTerms', text(1, 64_000)),
    may(`${INFO}/REMARKS[@type=reason]`, 'reason', text(1, 64_000)),
    may(`${INFO}/REMARKS[][@type!=paymentterms|reason]`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    ...priceRows(ITEM, 'lines[].price'),
    ...chargeRows(`${ITEM}/PRODUCT_PRICE_FIX`, 'lines[].charges[]'),
    may(`${ITEM}/PRICE_LINE_AMOUNT`, 'lines[].amount', decimal()),
    ...deliveryRows(ITEM, 'lines[].requestedDelivery'),
    may(`${ITEM}/b:ACCOUNTING_INFO/b:COST_CATEGORY_ID`, 'lines[].costReference', text(1, 64)),
    may(
      `${ITEM}/REMARKS[@type=${SAID}]`,
      'lines[].action',
      knownCode({ add: 'add', change: 'change', delete: 'delete', none: 'none', reopen: 'reopen' }),
    ),
    may(`${ITEM}/REMARKS[][@type!=${SAID}]`, 'lines[].note[]', text(1, 64_000)),
    count('ORDERCHANGE_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
    may('ORDERCHANGE_SUMMARY/TOTAL_AMOUNT', 'totals.payable', decimal()),
  ],
  rules: [parties(INFO), header, prices],
});
