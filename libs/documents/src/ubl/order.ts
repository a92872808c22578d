import { isCurrencyCode } from '#libs/kernel';
import { orderBlanks } from '../canonical/blanks.js';
import { mustHaveLines } from '../canonical/checks.js';
import type { Order } from '../canonical/order.js';
import { pricedPaths } from '../canonical/ordering/unit-price.js';
import { date, knownCode, listed, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { fixed, may, must } from '../grammar/row.js';
import { orderDelivery, orderLinePlaces, orderLines, orderParties, orderSums } from './ordering/order-rows.js';
import { orderDemanded, orderPrice } from './ordering/order-rules.js';
import { orderType, zonedTime } from './parts/fields.js';
import { sequences } from './parts/sequences.js';
import { joinIssued } from './parts/shaping.js';

const purpose: Rule<Order> = {
  name: 'purpose',
  says: 'The document is an original order; changes and cancellations are documents of their own.',
  decoded: (order, { report }) => {
    mustHaveLines(order, 'cac:OrderLine', report);
    order.purpose = 'original';
    joinIssued(order);
  },
  encoding: (order, report) => {
    if (order.purpose === 'original') return;
    report({
      at: 'Order',
      code: 'PURPOSE_NOT_EXPRESSIBLE',
      message: `A UBL Order cannot say "${order.purpose}"; that is an OrderChange or OrderCancellation.`,
    });
  },
};

/**
 * Order, UBL 2.1, as Peppol BIS Ordering 3 (T01) writes it. Source: OASIS UBL 2.1; OpenPeppol BIS Ordering 3, transaction T01.
 * BaseQuantity is the price basis and is kept; line numbers, quantities and prices keep their writing. Other profiles of UBL are
 * read as far as they say the same; what they say beyond stays in the extensions.
 */
export const ublOrder = message<Order>({
  standard: 'UBL',
  release: '2.1',
  message: 'Order',
  source: 'OASIS UBL 2.1 Order; Peppol BIS Ordering 3, transaction T01',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'Order', sequences },
  blanks: { ...orderBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['purpose', ...pricedPaths],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:ordering:3'),
    must('cbc:ID', 'number', text(1, 200)),
    must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:OrderTypeCode', 'orderType', knownCode(orderType)),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    must('cbc:DocumentCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
    may('cac:AnticipatedMonetaryTotal/cbc:PayableAmount@currencyID', 'currency', listed('ISO 4217', isCurrencyCode)),
    may('cbc:AccountingCost', 'costReference', text(1, 200)),
    may('cac:Contract/cbc:ID', 'agreement', text(1, 200)),
    ...orderParties,
    ...orderDelivery,
    ...orderSums,
    ...orderLines,
    ...orderLinePlaces,
  ],
  rules: [purpose, orderPrice, orderDemanded],
});
