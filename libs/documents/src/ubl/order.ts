import { isCurrencyCode } from '#libs/kernel';
import { orderBlanks } from '../canonical/blanks.js';
import { nameCharge, sumsOf } from '../canonical/charge.js';
import { mustHaveLines } from '../canonical/checks.js';
import type { Charge } from '../canonical/line.js';
import type { Order, OrderTotals } from '../canonical/order.js';
import { date, decimal, flag, knownCode, listed, positive, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { beside, fixed, may, must, needed, same } from '../grammar/row.js';
import { icd, orderType, unit, zonedTime } from './fields.js';
import { netAmount, readPrice, shapePrice, writeSentence } from './price.js';
import { allowanceReasons, chargeReasons } from './reason-codes.data.js';
import { addressRows, chargeRows, contactRows, fullItemRows, itemRows, officialPartyRows } from './rows.js';
import { sequences } from './sequences.js';

const LINE = 'cac:OrderLine[]/cac:LineItem';

const purpose: Rule<Order> = {
  name: 'purpose',
  says: 'The document is an original order; changes and cancellations are documents of their own.',
  decoded: (order, { report }) => {
    mustHaveLines(order, 'cac:OrderLine', report);
    order.purpose = 'original';
    if (order.issuedAt !== undefined) order.issuedAt = `${order.issuedOn}T${order.issuedAt}`;
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

const price: Rule<Order> = {
  name: 'price',
  says: 'A price per another unit is written per order units, exactly, and told in full in the item property UnitPrice.',
  decoded: (order, { nodeOf }) => {
    order.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (order) => {
    for (const line of order.lines)
      if (line.amount === undefined && isCurrencyCode(order.currency)) fill(line, 'amount', netAmount(line, order.currency));
    for (const line of order.lines) fill(line as { sentence?: string }, 'sentence', shapePrice(line));
  },
  written: (order, { nodeOf }) => {
    order.lines.forEach((line, index) => {
      writeSentence(nodeOf(`lines[${index}]`), (line as { sentence?: string }).sentence);
    });
  },
};

const demanded: Rule<Order> = {
  name: 'demanded',
  says: 'Peppol demands a name for each item and delivery party, a reason for each charge, the sums of those of the order, and an address of the supplier.',
  encoding: (order) => {
    order.supplier.address ??= { lines: [] };
    for (const { item } of order.lines)
      item.name ??= item.description ?? item.supplierPart ?? item.manufacturerPart ?? item.buyerPart;
    for (const charge of [...order.charges, ...order.lines.flatMap((line) => line.charges)])
      nameCharge(charge, (code) => (charge.isCharge ? chargeReasons : allowanceReasons).has(code));
    if (order.totals !== undefined) sumCharges(order.totals, order.charges);
    if (order.shipTo !== undefined && order.shipTo.identifiers.length > 0)
      fill(order.shipTo, 'name', order.shipTo.name ?? order.shipTo.identifiers[0]?.value);
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
  carried: [
    'purpose',
    'lines[].price.factor',
    'lines[].price.currency',
    'lines[].price.rawUnit',
    'lines[].price.rawBasisCode',
    'lines[].sentence',
  ],
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
    ...officialPartyRows('cac:BuyerCustomerParty/cac:Party', 'buyer'),
    ...officialPartyRows('cac:SellerSupplierParty/cac:Party', 'supplier'),
    ...officialPartyRows('cac:AccountingCustomerParty/cac:Party', 'billTo').map((row) =>
      row.kind === 'field' && row.to.startsWith('billTo.endpoint') ? { ...row, presence: 'may' as const } : row,
    ),
    may('cac:Delivery/cac:DeliveryLocation/cbc:ID', 'shipTo.address.identifier.value', text(1, 200)),
    may('cac:Delivery/cac:DeliveryLocation/cbc:ID@schemeID', 'shipTo.address.identifier.scheme', icd),
    may('cac:Delivery/cac:DeliveryLocation/cbc:Name', 'shipTo.address.name', text(1, 500)),
    ...addressRows('cac:Delivery/cac:DeliveryLocation/cac:Address', 'shipTo.address'),
    may('cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate', 'requestedDelivery', date('CCYY-MM-DD')),
    may('cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate', 'requestedDelivery', date('CCYY-MM-DD')),
    may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID', 'shipTo.identifiers[].value', text(1, 200)),
    may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID@schemeID', 'shipTo.identifiers[].scheme', icd),
    may('cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name', 'shipTo.name', text(1, 500)),
    ...contactRows('cac:Delivery/cac:DeliveryParty/cac:Contact', 'shipTo'),
    may('cac:DeliveryTerms/cbc:ID', 'deliveryTerms.incoterm', text(1, 20)),
    may('cac:DeliveryTerms/cac:DeliveryLocation/cbc:ID', 'deliveryTerms.place', text(1, 200)),
    may('cac:PaymentTerms/cbc:Note', 'paymentTerms', text(1, 1000)),
    ...chargeRows('cac:AllowanceCharge[]', 'charges[]'),
    may('cac:TaxTotal/cbc:TaxAmount', 'totals.tax', decimal()),
    same('cac:TaxTotal/cbc:TaxAmount@currencyID', 'currency'),
    needed('cac:AnticipatedMonetaryTotal/cbc:LineExtensionAmount', 'totals.lines', decimal()),
    may('cac:AnticipatedMonetaryTotal/cbc:AllowanceTotalAmount', 'totals.allowances', decimal()),
    may('cac:AnticipatedMonetaryTotal/cbc:ChargeTotalAmount', 'totals.charges', decimal()),
    needed('cac:AnticipatedMonetaryTotal/cbc:PayableAmount', 'totals.payable', decimal()),
    ...[
      'LineExtensionAmount',
      'TaxExclusiveAmount',
      'TaxInclusiveAmount',
      'AllowanceTotalAmount',
      'ChargeTotalAmount',
      'PayableAmount',
    ].map((name) => same(`cac:AnticipatedMonetaryTotal/cbc:${name}@currencyID`, 'currency')),
    may('cac:OrderLine[]/cbc:Note[]', 'lines[].note[]', text(1, 5000)),
    must(`${LINE}/cbc:ID`, 'lines[].number', text(1, 200)),
    must(`${LINE}/cbc:Quantity`, 'lines[].quantity.value', positive()),
    must(`${LINE}/cbc:Quantity@unitCode`, 'lines[].quantity', unit),
    may(`${LINE}/cbc:LineExtensionAmount`, 'lines[].amount', decimal()),
    same(`${LINE}/cbc:LineExtensionAmount@currencyID`, 'currency'),
    may(`${LINE}/cbc:AccountingCost`, 'lines[].costReference', text(1, 200)),
    may(`${LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate`, 'lines[].requestedDelivery', date('CCYY-MM-DD')),
    may(`${LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate`, 'lines[].requestedDelivery', date('CCYY-MM-DD')),
    may(`${LINE}/cac:Delivery/cac:DeliveryLocation/cbc:Name`, 'lines[].shipTo.name', text(1, 500)),
    ...addressRows(`${LINE}/cac:Delivery/cac:DeliveryLocation/cac:Address`, 'lines[].shipTo.address'),
    ...chargeRows(`${LINE}/cac:AllowanceCharge[]`, 'lines[].charges[]'),
    may(`${LINE}/cac:Price/cbc:PriceAmount`, 'lines[].price.amount', positive()),
    same(`${LINE}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${LINE}/cac:Price/cbc:BaseQuantity`, 'lines[].price.basis', positive()),
    may(`${LINE}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
    ...itemRows(`${LINE}/cac:Item`, 'lines[].item'),
    ...fullItemRows(`${LINE}/cac:Item`, 'lines[].item'),
    may(`${LINE}/cac:Item/cac:AdditionalItemProperty[cbc:Name=Revision]/cbc:Value`, 'lines[].revision', text(1, 100)),
    may(`${LINE}/cac:Item/cac:AdditionalItemProperty[cbc:Name=NonCancellable]/cbc:Value`, 'lines[].nonCancellable', flag('true')),
    beside('cac:DeliveryTerms/cbc:ID@schemeID', 'INCOTERMS'),
  ],
  rules: [purpose, price, demanded],
});

/** T01-R009 and R010: the sums of the charges and allowances of the order, when it does not state them. Those of lines are in the lines. */
function sumCharges(totals: OrderTotals, all: readonly Charge[]): void {
  const { charges, allowances } = sumsOf(all);
  if (all.some((charge) => charge.isCharge)) totals.charges ??= charges;
  if (all.some((charge) => !charge.isCharge)) totals.allowances ??= allowances;
}

/** Sets a key only when there is something to set. */
function fill<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
