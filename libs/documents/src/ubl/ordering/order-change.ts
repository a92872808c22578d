import { isCurrencyCode } from '#libs/kernel';
import { orderChangeBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { LineAction, OrderChange } from '../../canonical/order-change.js';
import { pricedPaths } from '../../canonical/ordering/unit-price.js';
import { date, listed, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, needed } from '../../grammar/row.js';
import { zonedTime } from '../parts/fields.js';
import { officialPartyRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, oneNote } from '../parts/shaping.js';
import { orderDelivery, orderLines, orderParties, orderSums } from './order-rows.js';
import { orderDemanded, orderPrice } from './order-rules.js';

const NUMBER = text(1, 200);
const CURRENCY = listed('ISO 4217', isCurrencyCode);

/** UNCL 1229 as Peppol uses it in a change. */
const ACTION: Readonly<Record<string, LineAction>> = { '1': 'add', '2': 'delete', '3': 'change', '4': 'none', '74': 'reopen' };
const WRITTEN = Object.fromEntries(Object.entries(ACTION).map(([code, action]) => [action, code])) as Record<LineAction, string>;

const change: Rule<OrderChange> = {
  name: 'change',
  says: 'A line says what becomes of it; one that does not say it is changed. A change without a number has that of its order; UBL 2.1 demands a sequence, the version of the order or 1.',
  decoded: (document, { report }) => {
    mustHaveLines(document, 'cac:OrderLine', report);
    joinIssued(document);
    document.purpose = 'change';
    for (const line of document.lines) {
      line.action = ACTION[line.rawAction ?? ''] ?? 'change';
      if (WRITTEN[line.action] === line.rawAction) delete line.rawAction;
    }
  },
  encoding: (document, report) => {
    if (document.purpose !== 'change')
      report({ at: 'OrderChange', code: 'PURPOSE_NOT_EXPRESSIBLE', message: 'A cancellation is an OrderCancellation.' });
    document.number ??= document.order.number;
    document.sequence ??= document.version ?? '1';
    oneNote(document);
    for (const line of document.lines) {
      oneNote(line);
      if (line.rawAction === undefined || ACTION[line.rawAction] !== line.action) line.rawAction = WRITTEN[line.action];
    }
  },
};

/**
 * Change of an order, UBL 2.3, as Peppol BIS Advanced Ordering 3 (T114) writes it: all lines as they shall be, each with what becomes
 * of it. Source: OASIS UBL 2.3 OrderChange; OpenPeppol BIS Advanced Ordering 3, transaction T114.
 */
export const ublOrderChange = message<OrderChange>({
  standard: 'UBL',
  release: '2.1',
  message: 'OrderChange',
  source: 'OASIS UBL 2.3 OrderChange; Peppol BIS Advanced Ordering 3, transaction T114',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'OrderChange', sequences },
  blanks: { ...orderChangeBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['purpose', 'lines[].action', ...pricedPaths],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order_change:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:SequenceNumberID', 'sequence', NUMBER),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    needed('cbc:DocumentCurrencyCode', 'currency', CURRENCY),
    may('cac:AnticipatedMonetaryTotal/cbc:PayableAmount@currencyID', 'currency', CURRENCY),
    may('cbc:AccountingCost', 'costReference', NUMBER),
    must('cac:OrderReference/cbc:ID', 'order.number', NUMBER),
    may('cac:OrderReference/cbc:SalesOrderID', 'order.supplierNumber', NUMBER),
    may('cac:OrderReference/cbc:IssueDate', 'order.issuedOn', date('CCYY-MM-DD')),
    may('cac:Contract/cbc:ID', 'agreement', NUMBER),
    may('cac:OrderLine[]/cac:LineItem/cbc:LineStatusCode', 'lines[].rawAction', text(1, 10)),
    ...orderParties,
    ...orderDelivery,
    ...orderSums,
    ...orderLines,
  ],
  rules: [change, orderPrice, orderDemanded],
});

const cancellation: Rule<OrderChange> = {
  name: 'cancellation',
  says: 'The whole order is taken back, so there are no lines; the reason is demanded, and is the notes or the plain word when none is given.',
  decoded: (document) => {
    document.purpose = 'cancel';
    joinIssued(document);
  },
  encoding: (document, report) => {
    if (document.purpose !== 'cancel')
      report({ at: 'OrderCancellation', code: 'PURPOSE_NOT_EXPRESSIBLE', message: 'A change is an OrderChange.' });
    document.number ??= document.order.number;
    oneNote(document);
    document.reason ??= document.note[0] ?? 'Cancelled';
    document.supplier.address ??= { lines: [] };
  },
};

/** Cancellation of a whole order, UBL 2.3, as Peppol BIS Advanced Ordering 3 (T115) writes it. Source: OASIS UBL 2.3 OrderCancellation; OpenPeppol BIS Advanced Ordering 3, transaction T115. */
export const ublOrderCancellation = message<OrderChange>({
  standard: 'UBL',
  release: '2.1',
  message: 'OrderCancellation',
  source: 'OASIS UBL 2.3 OrderCancellation; Peppol BIS Advanced Ordering 3, transaction T115',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'OrderCancellation', sequences },
  blanks: orderChangeBlanks,
  extended: [],
  carried: ['purpose'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order_cancellation:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    needed('cbc:CancellationNote', 'reason', text(1, 5000)),
    must('cac:OrderReference/cbc:ID', 'order.number', NUMBER),
    may('cac:OrderReference/cbc:SalesOrderID', 'order.supplierNumber', NUMBER),
    may('cac:OrderReference/cbc:IssueDate', 'order.issuedOn', date('CCYY-MM-DD')),
    may('cac:Contract/cbc:ID', 'agreement', NUMBER),
    ...officialPartyRows('cac:BuyerCustomerParty/cac:Party', 'buyer'),
    ...officialPartyRows('cac:SellerSupplierParty/cac:Party', 'supplier'),
  ],
  rules: [cancellation],
});
