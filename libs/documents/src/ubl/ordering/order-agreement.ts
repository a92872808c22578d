import { isCurrencyCode } from '#libs/kernel';
import { orderResponseBlanks } from '../../canonical/blanks.js';
import { nameCharge } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { OrderResponse } from '../../canonical/order-response.js';
import { shapePrice } from '../../canonical/ordering/unit-price.js';
import { date, decimal, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, same } from '../../grammar/row.js';
import { unit, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { allowanceReasons, chargeReasons } from '../parts/reason-codes.data.js';
import { mustQuantityRows } from '../parts/reference-rows.js';
import { chargeRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, oneNote } from '../parts/shaping.js';

const LINE = 'cac:OrderLine[]/cac:LineItem';
const TOTAL = 'cac:LegalMonetaryTotal';
const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);
const PARTS = ['endpoint', 'identifiers', 'registeredName', 'address', 'legal', 'contact'] as const;

const agreement: Rule<OrderResponse> = {
  name: 'agreement',
  says: 'The supplier writes down what was agreed: all lines stand, one quantity each, and all are accepted. The delivery is a period whose start alone is the day.',
  decoded: (response, { report }) => {
    mustHaveLines(response, 'cac:OrderLine', report);
    joinIssued(response);
    response.status = 'accepted';
    for (const line of response.lines) {
      const [schedule] = line.schedules;
      if (schedule === undefined) continue;
      schedule.status = 'accepted';
      if (schedule.price !== undefined) schedule.price.basis ??= '1';
      if (schedule.price !== undefined) schedule.price.unit ??= schedule.quantity.unit;
    }
  },
  encoding: (response, report) => {
    if (response.status !== 'accepted' || response.lines.some((line) => line.schedules.length !== 1))
      report({
        at: 'OrderResponse',
        code: 'STATUS_NOT_EXPRESSIBLE',
        message: 'An order agreement accepts every line as one quantity; anything else is an order response.',
      });
    oneNote(response);
    response.number ??= response.order.number;
    for (const charge of response.charges ?? [])
      nameCharge(charge, (code) => (charge.isCharge ? chargeReasons : allowanceReasons).has(code));
    for (const line of response.lines) {
      oneNote(line);
      line.item ??= { classifications: [] };
      line.item.name ??= line.item.description ?? line.item.supplierPart ?? line.number;
      for (const schedule of line.schedules) shapePrice(schedule);
    }
  },
};

/**
 * Order agreement, UBL 2.1 OrderResponse, as Peppol BIS Order Agreement 3 (T110) writes it: the supplier's record of an order that
 * was never sent as one. It makes a duty to pay, so who takes it in checks first that this supplier may write it.
 * Source: OASIS UBL 2.1 OrderResponse; OpenPeppol BIS Order Agreement 3, transaction T110.
 */
export const ublOrderAgreement = message<OrderResponse>({
  standard: 'UBL',
  release: '2.1',
  message: 'OrderAgreement',
  source: 'OASIS UBL 2.1 OrderResponse; Peppol BIS Order Agreement 3, transaction T110',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'OrderResponse', sequences },
  blanks: {
    ...orderResponseBlanks,
    'lines[]': () => ({ schedules: [], note: [] }),
    'lines[].item.classifications[]': () => ({ system: '' }),
  },
  extended: ['lines[]'],
  carried: ['status', 'lines[].schedules[].status', 'lines[].schedules[].price.factor'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order_agreement:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:order_agreement:3'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    may('cbc:DocumentCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
    must('cac:OrderReference/cbc:ID', 'order.number', NUMBER),
    may('cac:Contract/cbc:ID', 'agreement', NUMBER),
    ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', PARTS),
    ...partRows('cac:BuyerCustomerParty/cac:Party', 'buyer', ['endpoint', 'identifiers', 'registeredName', 'address', 'legal']),
    ...chargeRows('cac:AllowanceCharge[]', 'charges[]'),
    may('cac:TaxTotal/cbc:TaxAmount', 'totals.tax', decimal()),
    same('cac:TaxTotal/cbc:TaxAmount@currencyID', 'currency'),
    may(`${TOTAL}/cbc:LineExtensionAmount`, 'totals.lines', decimal()),
    may(`${TOTAL}/cbc:AllowanceTotalAmount`, 'totals.allowances', decimal()),
    may(`${TOTAL}/cbc:ChargeTotalAmount`, 'totals.charges', decimal()),
    may(`${TOTAL}/cbc:PayableAmount`, 'totals.payable', decimal()),
    ...['LineExtensionAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PayableAmount'].map((name) =>
      same(`${TOTAL}/cbc:${name}@currencyID`, 'currency'),
    ),
    must(`${LINE}/cbc:ID`, 'lines[].number', NUMBER),
    may(`${LINE}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
    ...mustQuantityRows(`${LINE}/cbc:Quantity`, 'lines[].schedules[0].quantity'),
    may(`${LINE}/cbc:LineExtensionAmount`, 'lines[].amount', decimal()),
    same(`${LINE}/cbc:LineExtensionAmount@currencyID`, 'currency'),
    may(`${LINE}/cac:Delivery/cac:PromisedDeliveryPeriod/cbc:StartDate`, 'lines[].schedules[0].deliverOn', DAY),
    may(`${LINE}/cac:Price/cbc:PriceAmount`, 'lines[].schedules[0].price.amount', positive()),
    same(`${LINE}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${LINE}/cac:Price/cbc:BaseQuantity`, 'lines[].schedules[0].price.basis', positive()),
    may(`${LINE}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].schedules[0].price', unit),
    ...itemRows(`${LINE}/cac:Item`, 'lines[].item'),
    may(`${LINE}/cac:Item/cbc:Description`, 'lines[].item.description', text(1, 5000)),
  ],
  rules: [agreement],
});
