import { attributeOf, type XmlElement } from '../../xml/element.js';
import { taxEvents } from '../fields.js';
import { type Shape, textAt } from './shape.js';

// Where the elements of CII stand in UBL, as EN 16931-3-2 and -3-3 bind the same business term to both. By local names.

/** One element to one element. */
const leaf = (from: string, to: string): Shape => ({ from, to });
const group = (from: string, to: string, shapes: readonly Shape[]): Shape => ({ from, to, shapes });
const day = (from: string, to: string): Shape => ({ from, to, value: isoDay });

/** CCYYMMDD as the rules know a day; anything else as it stands. */
function isoDay(element: XmlElement): string {
  const text = textAt(element);
  return text.replace(/^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/, '$1-$2-$3');
}

/** The event of tax as the rules know it (UNCL 2005). Anything but UNCL 2475, the codes of UBL too, becomes what is on neither list. */
const taxEventOf = (element: XmlElement): string => taxEvents[textAt(element)] ?? `2475:${textAt(element)}`;

const period = (from: string): Shape =>
  group(from, 'InvoicePeriod', [day('StartDateTime/DateTimeString', 'StartDate'), day('EndDateTime/DateTimeString', 'EndDate')]);

const ADDRESS = [leaf('CountryID', 'Country/IdentificationCode')];
const PARTY: readonly Shape[] = [
  leaf('URIUniversalCommunication/URIID', 'EndpointID'),
  group('ID', 'PartyIdentification', [leaf('.', 'ID')]),
  group('GlobalID', 'PartyIdentification', [leaf('.', 'ID')]),
  leaf('Name', 'PartyName/Name'),
  group('PostalTradeAddress', 'PostalAddress', ADDRESS),
  group('SpecifiedTaxRegistration', 'PartyTaxScheme', [
    leaf('ID', 'CompanyID'),
    {
      from: 'ID',
      to: 'TaxScheme/ID',
      value: (id) => (attributeOf(id, 'schemeID') === 'VA' ? 'VAT' : (attributeOf(id, 'schemeID') ?? '')),
    },
  ]),
  leaf('Name', 'PartyLegalEntity/RegistrationName'),
  leaf('SpecifiedLegalOrganization/ID', 'PartyLegalEntity/CompanyID'),
];

const TAX = [leaf('CategoryCode', 'ID'), leaf('RateApplicablePercent', 'Percent'), leaf('TypeCode', 'TaxScheme/ID')];
const charge = (from: string): Shape =>
  group(from, 'AllowanceCharge', [
    leaf('ChargeIndicator/Indicator', 'ChargeIndicator'),
    leaf('ReasonCode', 'AllowanceChargeReasonCode'),
    leaf('Reason', 'AllowanceChargeReason'),
    leaf('CalculationPercent', 'MultiplierFactorNumeric'),
    leaf('ActualAmount', 'Amount'),
    leaf('BasisAmount', 'BaseAmount'),
    group('CategoryTradeTax', 'TaxCategory', TAX),
  ]);

const ITEM: readonly Shape[] = [
  leaf('SpecifiedTradeProduct/Name', 'Name'),
  leaf('SpecifiedTradeProduct/GlobalID', 'StandardItemIdentification/ID'),
  leaf('SpecifiedTradeProduct/OriginTradeCountry/ID', 'OriginCountry/IdentificationCode'),
  group('SpecifiedTradeProduct/DesignatedProductClassification', 'CommodityClassification', [
    leaf('ClassCode', 'ItemClassificationCode'),
  ]),
  group('SpecifiedLineTradeSettlement/ApplicableTradeTax', 'ClassifiedTaxCategory', TAX),
  group('SpecifiedTradeProduct/ApplicableProductCharacteristic', 'AdditionalItemProperty', [
    leaf('Description', 'Name'),
    leaf('Value', 'Value'),
  ]),
];

const PRICE: readonly Shape[] = [
  leaf('NetPriceProductTradePrice/ChargeAmount', 'PriceAmount'),
  leaf('NetPriceProductTradePrice/BasisQuantity', 'BaseQuantity'),
  group('GrossPriceProductTradePrice', 'AllowanceCharge', [
    leaf('AppliedTradeAllowanceCharge/ChargeIndicator/Indicator', 'ChargeIndicator'),
    leaf('AppliedTradeAllowanceCharge/ActualAmount', 'Amount'),
    leaf('ChargeAmount', 'BaseAmount'),
  ]),
];

const line = (quantity: string): readonly Shape[] => [
  leaf('AssociatedDocumentLineDocument/LineID', 'ID'),
  leaf('SpecifiedLineTradeDelivery/BilledQuantity', quantity),
  leaf('SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount', 'LineExtensionAmount'),
  period('SpecifiedLineTradeSettlement/BillingSpecifiedPeriod'),
  group('SpecifiedLineTradeSettlement/AdditionalReferencedDocument', 'DocumentReference', [
    leaf('IssuerAssignedID', 'ID'),
    leaf('TypeCode', 'DocumentTypeCode'),
  ]),
  charge('SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge'),
  group('.', 'Item', ITEM),
  group('SpecifiedLineTradeAgreement', 'Price', PRICE),
];

const TRADE = 'SupplyChainTradeTransaction';
const AGREEMENT = `${TRADE}/ApplicableHeaderTradeAgreement`;
const DELIVERY = `${TRADE}/ApplicableHeaderTradeDelivery`;
const SETTLEMENT = `${TRADE}/ApplicableHeaderTradeSettlement`;
const SUMS = 'SpecifiedTradeSettlementHeaderMonetarySummation';

const HEADER: readonly Shape[] = [
  leaf('ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID', 'CustomizationID'),
  leaf('ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID', 'ProfileID'),
  leaf('ExchangedDocument/ID', 'ID'),
  day('ExchangedDocument/IssueDateTime/DateTimeString', 'IssueDate'),
  day(`${SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString`, 'DueDate'),
  leaf('ExchangedDocument/IncludedNote/Content', 'Note'),
  day(`${SETTLEMENT}/ApplicableTradeTax/TaxPointDate/DateString`, 'TaxPointDate'),
  leaf(`${SETTLEMENT}/InvoiceCurrencyCode`, 'DocumentCurrencyCode'),
  leaf(`${SETTLEMENT}/TaxCurrencyCode`, 'TaxCurrencyCode'),
  leaf(`${AGREEMENT}/BuyerReference`, 'BuyerReference'),
  period(`${SETTLEMENT}/BillingSpecifiedPeriod`),
  {
    from: `${SETTLEMENT}/ApplicableTradeTax/DueDateTypeCode`,
    to: 'InvoicePeriod/DescriptionCode',
    value: taxEventOf,
  },
  leaf(`${AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID`, 'OrderReference/ID'),
  group(`${SETTLEMENT}/InvoiceReferencedDocument`, 'BillingReference', [leaf('IssuerAssignedID', 'InvoiceDocumentReference/ID')]),
  group(`${AGREEMENT}/AdditionalReferencedDocument`, 'AdditionalDocumentReference', [
    leaf('IssuerAssignedID', 'ID'),
    leaf('TypeCode', 'DocumentTypeCode'),
  ]),
];

const PARTIES: readonly Shape[] = [
  group(`${AGREEMENT}/SellerTradeParty`, 'AccountingSupplierParty/Party', PARTY),
  group(`${AGREEMENT}/BuyerTradeParty`, 'AccountingCustomerParty/Party', PARTY),
  group(`${SETTLEMENT}/PayeeTradeParty`, 'PayeeParty', PARTY),
  group(`${AGREEMENT}/SellerTaxRepresentativeTradeParty`, 'TaxRepresentativeParty', PARTY),
  day(`${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`, 'Delivery/ActualDeliveryDate'),
  group(`${DELIVERY}/ShipToTradeParty/PostalTradeAddress`, 'Delivery/DeliveryLocation/Address', ADDRESS),
];

const PAYMENT: readonly Shape[] = [
  group(`${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`, 'PaymentMeans', [
    leaf('TypeCode', 'PaymentMeansCode'),
    leaf('ApplicableTradeSettlementFinancialCard/ID', 'CardAccount/PrimaryAccountNumberID'),
    group('PayeePartyCreditorFinancialAccount', 'PayeeFinancialAccount', [leaf('IBANID', 'ID'), leaf('ProprietaryID', 'ID')]),
  ]),
  leaf(`${SETTLEMENT}/SpecifiedTradePaymentTerms/DirectDebitMandateID`, 'PaymentMeans/PaymentMandate/ID'),
  leaf(`${SETTLEMENT}/SpecifiedTradePaymentTerms/Description`, 'PaymentTerms/Note'),
  charge(`${SETTLEMENT}/SpecifiedTradeAllowanceCharge`),
];

const AMOUNTS: readonly Shape[] = [
  { from: `${SETTLEMENT}/${SUMS}/TaxTotalAmount`, to: 'TaxTotal', shapes: [leaf('.', 'TaxAmount')], isOwnCurrency: true },
  group(`${SETTLEMENT}/ApplicableTradeTax`, 'TaxTotal/TaxSubtotal', [
    leaf('BasisAmount', 'TaxableAmount'),
    leaf('CalculatedAmount', 'TaxAmount'),
    group('.', 'TaxCategory', [
      ...TAX,
      leaf('ExemptionReasonCode', 'TaxExemptionReasonCode'),
      leaf('ExemptionReason', 'TaxExemptionReason'),
    ]),
  ]),
  { from: `${SETTLEMENT}/${SUMS}/TaxTotalAmount`, to: 'TaxTotal', shapes: [leaf('.', 'TaxAmount')], isOwnCurrency: false },
  group(`${SETTLEMENT}/${SUMS}`, 'LegalMonetaryTotal', [
    leaf('LineTotalAmount', 'LineExtensionAmount'),
    leaf('TaxBasisTotalAmount', 'TaxExclusiveAmount'),
    leaf('GrandTotalAmount', 'TaxInclusiveAmount'),
    leaf('AllowanceTotalAmount', 'AllowanceTotalAmount'),
    leaf('ChargeTotalAmount', 'ChargeTotalAmount'),
    leaf('TotalPrepaidAmount', 'PrepaidAmount'),
    leaf('RoundingAmount', 'PayableRoundingAmount'),
    leaf('DuePayableAmount', 'PayableAmount'),
  ]),
];

/** Every element of an invoice, or of a credit note, that the rules look at. */
export function shapesOf(root: 'Invoice' | 'CreditNote'): readonly Shape[] {
  const [name, quantity] = root === 'Invoice' ? ['InvoiceLine', 'InvoicedQuantity'] : ['CreditNoteLine', 'CreditedQuantity'];
  return [
    ...HEADER,
    leaf('ExchangedDocument/TypeCode', `${root}TypeCode`),
    ...PARTIES,
    ...PAYMENT,
    ...AMOUNTS,
    group(`${TRADE}/IncludedSupplyChainTradeLineItem`, name, line(quantity)),
  ];
}
