import { isCountryCode } from '#libs/kernel';
import type { Invoice } from '../canonical/billing/invoice.js';
import { decimal, describing, text } from '../grammar/field.js';
import type { ModelPath } from '../grammar/model-path.js';
import { inside, may, must, needed, type Row } from '../grammar/row.js';
import { classificationSystem, gtin, unit } from '../ubl/parts/fields.js';
import { dayRows, NUMBER } from './fields.js';
import { TRADE } from './header-rows.js';
import { tradePartyRows } from './party-rows.js';
import { chargeRows, taxRows } from './settlement-rows.js';

type InvoiceRow = Row<ModelPath<Invoice>>;

const LINE = `${TRADE}/ram:IncludedSupplyChainTradeLineItem[]`;
const DOCUMENT = `${LINE}/ram:AssociatedDocumentLineDocument`;
const PRODUCT = `${LINE}/ram:SpecifiedTradeProduct`;
const AGREEMENT = `${LINE}/ram:SpecifiedLineTradeAgreement`;
const DELIVERY = `${LINE}/ram:SpecifiedLineTradeDelivery`;
const SETTLEMENT = `${LINE}/ram:SpecifiedLineTradeSettlement`;

const CLASS = `${PRODUCT}/ram:DesignatedProductClassification[]/ram:ClassCode`;
const PROPERTY = `${PRODUCT}/ram:ApplicableProductCharacteristic[]`;
const INSTANCE = `${PRODUCT}/ram:IndividualTradeProductInstance[]`;

/** BG-31 and BG-32, with the maker and what was traced, for which D16B has elements beyond EN 16931. */
const productRows: readonly InvoiceRow[] = [
  may(`${PRODUCT}/ram:GlobalID[@schemeID=0160]`, 'lines[].item.gtin', gtin),
  may(`${PRODUCT}/ram:SellerAssignedID`, 'lines[].item.supplierPart', NUMBER),
  may(`${PRODUCT}/ram:BuyerAssignedID`, 'lines[].item.buyerPart', NUMBER),
  may(`${PRODUCT}/ram:ManufacturerAssignedID`, 'lines[].item.manufacturerPart', NUMBER),
  needed(`${PRODUCT}/ram:Name`, 'lines[].item.name', text(1, 500)),
  may(`${PRODUCT}/ram:Description`, 'lines[].item.description', text(1, 5000)),
  must(`${PROPERTY}/ram:Description`, 'lines[].item.properties[].name', text(1, 500)),
  may(`${PROPERTY}/ram:Value`, 'lines[].item.properties[].value', text(1, 5000)),
  must(CLASS, 'lines[].item.classifications[].code', text(1, 100)),
  may(`${CLASS}@listID`, 'lines[].item.classifications[].system', classificationSystem),
  may(`${CLASS}@listVersionID`, 'lines[].item.classifications[].version', text(1, 50)),
  may(`${INSTANCE}/ram:BatchID`, 'lines[].traced[].lot', NUMBER),
  may(`${INSTANCE}/ram:SupplierAssignedSerialID`, 'lines[].traced[].serial', NUMBER),
  may(`${INSTANCE}/ram:SerialID`, 'lines[].traced[].serial', NUMBER),
  ...dayRows(`${INSTANCE}/ram:BestBeforeDateTime`, 'lines[].traced[].bestBefore'),
  ...dayRows(`${INSTANCE}/ram:ExpiryDateTime`, 'lines[].traced[].expiresOn'),
  ...dayRows(`${INSTANCE}/ram:ProductionSupplyChainEvent/ram:OccurrenceDateTime`, 'lines[].traced[].producedOn'),
  may(`${PRODUCT}/ram:OriginTradeCountry/ram:ID`, 'lines[].item.countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
  may(`${PRODUCT}/ram:ManufacturerTradeParty/ram:Name`, 'lines[].item.manufacturer', NUMBER),
];

const GROSS = `${AGREEMENT}/ram:GrossPriceProductTradePrice`;
const NET = `${AGREEMENT}/ram:NetPriceProductTradePrice`;

/** BG-29 and BT-132. */
const priceRows: readonly InvoiceRow[] = [
  may(`${AGREEMENT}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`, 'lines[].order.number', NUMBER),
  may(`${AGREEMENT}/ram:BuyerOrderReferencedDocument/ram:LineID`, 'lines[].orderLine', NUMBER),
  may(`${GROSS}/ram:ChargeAmount`, 'lines[].price.gross', decimal()),
  may(`${GROSS}/ram:AppliedTradeAllowanceCharge/ram:ActualAmount`, 'lines[].price.discount', decimal()),
  inside(`${GROSS}/ram:AppliedTradeAllowanceCharge`, 'ram:ChargeIndicator/udt:Indicator', 'false'),
  needed(`${NET}/ram:ChargeAmount`, 'lines[].price.amount', decimal()),
  may(`${NET}/ram:BasisQuantity`, 'lines[].price.basis', decimal()),
  may(`${NET}/ram:BasisQuantity@unitCode`, 'lines[].price', unit),
];

const reference = (name: string) => `${DELIVERY}/ram:${name}ReferencedDocument`;

/** BT-129, BT-130, and what came where. */
const deliveryRows: readonly InvoiceRow[] = [
  must(`${DELIVERY}/ram:BilledQuantity`, 'lines[].quantity.value', decimal()),
  must(`${DELIVERY}/ram:BilledQuantity@unitCode`, 'lines[].quantity', unit),
  ...tradePartyRows(`${DELIVERY}/ram:ShipToTradeParty`, 'lines[].shipTo'),
  ...dayRows(`${DELIVERY}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime`, 'lines[].deliveredOn'),
  may(`${reference('DespatchAdvice')}/ram:IssuerAssignedID`, 'lines[].despatch.number', NUMBER),
  may(`${reference('DespatchAdvice')}/ram:LineID`, 'lines[].despatch.line', NUMBER),
  may(`${reference('ReceivingAdvice')}/ram:IssuerAssignedID`, 'lines[].receipt.number', NUMBER),
  may(`${reference('ReceivingAdvice')}/ram:LineID`, 'lines[].receipt.line', NUMBER),
];

const OBJECT = `${SETTLEMENT}/ram:AdditionalReferencedDocument[ram:TypeCode=130]`;
const SUMS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementLineMonetarySummation`;
const PERIOD = `${SETTLEMENT}/ram:BillingSpecifiedPeriod`;

/** BG-26 to BG-28, BG-30 and the net amount. */
const settlementRows: readonly InvoiceRow[] = [
  ...taxRows(`${SETTLEMENT}/ram:ApplicableTradeTax`, 'lines[].tax'),
  ...dayRows(`${PERIOD}/ram:StartDateTime`, 'lines[].period.start'),
  ...dayRows(`${PERIOD}/ram:EndDateTime`, 'lines[].period.end'),
  ...chargeRows(`${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge[]`, 'lines[].charges[]'),
  needed(`${SUMS}/ram:LineTotalAmount`, 'lines[].amount', decimal()),
  may(`${SUMS}/ram:TaxTotalAmount`, 'lines[].taxAmount', decimal()),
  may(`${OBJECT}/ram:IssuerAssignedID`, 'lines[].object.value', NUMBER),
  may(`${OBJECT}/ram:ReferenceTypeCode`, 'lines[].object.scheme', text(1, 50)),
  may(`${SETTLEMENT}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`, 'lines[].costReference', NUMBER),
];

/** BG-25 to BG-32. */
export const lineRows: readonly InvoiceRow[] = [
  must(`${DOCUMENT}/ram:LineID`, 'lines[].number', NUMBER),
  may(`${DOCUMENT}/ram:IncludedNote[]/ram:Content`, 'lines[].note[]', text(1, 20_000)),
  ...productRows,
  ...priceRows,
  ...deliveryRows,
  ...settlementRows,
];
