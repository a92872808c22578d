import { date, decimal, flag, positive, text } from '../../grammar/field.js';
import { beside, may, must, needed, same } from '../../grammar/row.js';
import { icd, unit } from '../parts/fields.js';
import { addressRows, chargeRows, contactRows, fullItemRows, itemRows, officialPartyRows } from '../parts/rows.js';

const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);

/** The parties of an order and of its change. */
export const orderParties = [
  ...officialPartyRows('cac:BuyerCustomerParty/cac:Party', 'buyer'),
  ...officialPartyRows('cac:SellerSupplierParty/cac:Party', 'supplier'),
  ...officialPartyRows('cac:AccountingCustomerParty/cac:Party', 'billTo').map((row) =>
    row.kind === 'field' && row.to.startsWith('billTo.endpoint') ? { ...row, presence: 'may' as const } : row,
  ),
];

/** Where to, when and on what terms. */
export const orderDelivery = [
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID', 'shipTo.address.identifier.value', NUMBER),
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID@schemeID', 'shipTo.address.identifier.scheme', icd),
  may('cac:Delivery/cac:DeliveryLocation/cbc:Name', 'shipTo.address.name', text(1, 500)),
  ...addressRows('cac:Delivery/cac:DeliveryLocation/cac:Address', 'shipTo.address'),
  may('cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate', 'requestedDelivery', DAY),
  may('cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate', 'requestedDelivery', DAY),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID', 'shipTo.identifiers[].value', NUMBER),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyIdentification[]/cbc:ID@schemeID', 'shipTo.identifiers[].scheme', icd),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name', 'shipTo.name', text(1, 500)),
  ...contactRows('cac:Delivery/cac:DeliveryParty/cac:Contact', 'shipTo'),
  may('cac:DeliveryTerms/cbc:ID', 'deliveryTerms.incoterm', text(1, 20)),
  beside('cac:DeliveryTerms/cbc:ID@schemeID', 'INCOTERMS'),
  may('cac:DeliveryTerms/cac:DeliveryLocation/cbc:ID', 'deliveryTerms.place', NUMBER),
  may('cac:PaymentTerms/cbc:Note', 'paymentTerms', text(1, 1000)),
];

const TOTAL = 'cac:AnticipatedMonetaryTotal';

/** Charges and sums of the whole. */
export const orderSums = [
  ...chargeRows('cac:AllowanceCharge[]', 'charges[]'),
  may('cac:TaxTotal/cbc:TaxAmount', 'totals.tax', decimal()),
  same('cac:TaxTotal/cbc:TaxAmount@currencyID', 'currency'),
  needed(`${TOTAL}/cbc:LineExtensionAmount`, 'totals.lines', decimal()),
  may(`${TOTAL}/cbc:AllowanceTotalAmount`, 'totals.allowances', decimal()),
  may(`${TOTAL}/cbc:ChargeTotalAmount`, 'totals.charges', decimal()),
  needed(`${TOTAL}/cbc:PayableAmount`, 'totals.payable', decimal()),
  ...[
    'LineExtensionAmount',
    'TaxExclusiveAmount',
    'TaxInclusiveAmount',
    'AllowanceTotalAmount',
    'ChargeTotalAmount',
    'PayableAmount',
  ].map((name) => same(`${TOTAL}/cbc:${name}@currencyID`, 'currency')),
];

const LINE = 'cac:OrderLine[]/cac:LineItem';

/** A line with its price, delivery and item. */
export const orderLines = [
  may('cac:OrderLine[]/cbc:Note[]', 'lines[].note[]', text(1, 5000)),
  must(`${LINE}/cbc:ID`, 'lines[].number', NUMBER),
  must(`${LINE}/cbc:Quantity`, 'lines[].quantity.value', positive()),
  must(`${LINE}/cbc:Quantity@unitCode`, 'lines[].quantity', unit),
  may(`${LINE}/cbc:LineExtensionAmount`, 'lines[].amount', decimal()),
  same(`${LINE}/cbc:LineExtensionAmount@currencyID`, 'currency'),
  may(`${LINE}/cbc:AccountingCost`, 'lines[].costReference', NUMBER),
  may(`${LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate`, 'lines[].requestedDelivery', DAY),
  may(`${LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate`, 'lines[].requestedDelivery', DAY),
  ...chargeRows(`${LINE}/cac:AllowanceCharge[]`, 'lines[].charges[]'),
  may(`${LINE}/cac:Price/cbc:PriceAmount`, 'lines[].price.amount', positive()),
  same(`${LINE}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
  may(`${LINE}/cac:Price/cbc:BaseQuantity`, 'lines[].price.basis', positive()),
  may(`${LINE}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
  ...itemRows(`${LINE}/cac:Item`, 'lines[].item'),
  ...fullItemRows(`${LINE}/cac:Item`, 'lines[].item'),
  may(`${LINE}/cac:Item/cac:AdditionalItemProperty[cbc:Name=Revision]/cbc:Value`, 'lines[].revision', text(1, 100)),
  may(`${LINE}/cac:Item/cac:AdditionalItemProperty[cbc:Name=NonCancellable]/cbc:Value`, 'lines[].nonCancellable', flag('true')),
];

/** Where a line goes when not all go to one place; a change has no element for it. */
export const orderLinePlaces = [
  may(`${LINE}/cac:Delivery/cac:DeliveryLocation/cbc:Name`, 'lines[].shipTo.name', text(1, 500)),
  ...addressRows(`${LINE}/cac:Delivery/cac:DeliveryLocation/cac:Address`, 'lines[].shipTo.address'),
];
