import { isCurrencyCode } from '#libs/kernel';
import type { Invoice } from '../../canonical/billing/invoice.js';
import { date, decimal, listed, text } from '../../grammar/field.js';
import type { ModelPath } from '../../grammar/model-path.js';
import { inside, may, must, needed, type Row, same } from '../../grammar/row.js';
import { cardNumber, icd, signed, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { attachmentRows, taxRows } from '../parts/reference-rows.js';
import { addressRows, chargeRows } from '../parts/rows.js';

type InvoiceRow = Row<ModelPath<Invoice>>;

const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);

/** What of the header both documents say in the same place: BG-2 to BG-15. */
export const identityRows: readonly InvoiceRow[] = [
  may('cbc:CustomizationID', 'specification', text(1, 500)),
  may('cbc:ProfileID', 'process', text(1, 500)),
  must('cbc:ID', 'number', NUMBER),
  must('cbc:IssueDate', 'issuedOn', DAY),
  may('cbc:IssueTime', 'issuedAt', zonedTime),
  may('cbc:Note[]', 'note[]', text(1, 20_000)),
  may('cbc:TaxPointDate', 'taxPointOn', DAY),
  must('cbc:DocumentCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
  may('cac:LegalMonetaryTotal/cbc:PayableAmount@currencyID', 'currency', listed('ISO 4217', isCurrencyCode)),
  may('cbc:TaxCurrencyCode', 'taxCurrency', listed('ISO 4217', isCurrencyCode)),
  may('cbc:AccountingCost', 'costReference', NUMBER),
  may('cbc:BuyerReference', 'buyerReference', NUMBER),
  may('cac:InvoicePeriod/cbc:StartDate', 'period.start', DAY),
  may('cac:InvoicePeriod/cbc:EndDate', 'period.end', DAY),
  may('cac:InvoicePeriod/cbc:DescriptionCode', 'taxPointCode', text(1, 10)),
  may('cac:OrderReference/cbc:ID', 'order.number', NUMBER),
  inside('cac:OrderReference', 'cbc:ID', 'NA'),
  may('cac:OrderReference/cbc:SalesOrderID', 'order.supplierNumber', NUMBER),
  may('cac:OrderReference/cbc:IssueDate', 'order.issuedOn', DAY),
  may('cac:BillingReference[]/cac:InvoiceDocumentReference/cbc:ID', 'preceding[].number', NUMBER),
  may('cac:BillingReference[]/cac:InvoiceDocumentReference/cbc:IssueDate', 'preceding[].issuedOn', DAY),
  may('cac:DespatchDocumentReference/cbc:ID', 'despatch.number', NUMBER),
  may('cac:ReceiptDocumentReference/cbc:ID', 'receipt.number', NUMBER),
  may('cac:OriginatorDocumentReference/cbc:ID', 'tender', NUMBER),
  may('cac:ContractDocumentReference/cbc:ID', 'agreement', NUMBER),
];

const OBJECT = 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID';

/** Supporting documents and what the invoice is about (BT-18, BG-24); `otherCodes` are type codes that a document keeps for something else. */
export function documentRows(otherCodes: readonly string[]): InvoiceRow[] {
  const at = `cac:AdditionalDocumentReference[][cbc:DocumentTypeCode!=${['130', ...otherCodes].join('|')}]`;
  return [
    may(OBJECT, 'invoicedObject.value', NUMBER),
    may(`${OBJECT}@schemeID`, 'invoicedObject.scheme', text(1, 50)),
    ...(attachmentRows(at, 'attachments[]', 'DocumentDescription') as InvoiceRow[]),
  ];
}

/** BG-4 to BG-15: the parties and the delivery. */
export const partyRowsOfInvoice: readonly InvoiceRow[] = [
  ...partRows('cac:AccountingSupplierParty/cac:Party', 'supplier', [
    'optionalEndpoint',
    'identifiers',
    'legalName',
    'tradingName',
    'address',
    'tax',
    'legal',
    'legalForm',
    'contact',
  ]),
  ...partRows('cac:AccountingCustomerParty/cac:Party', 'buyer', [
    'optionalEndpoint',
    'identifiers',
    'legalName',
    'tradingName',
    'address',
    'tax',
    'legal',
    'contact',
  ]),
  ...partRows('cac:PayeeParty', 'payee', ['identifiers', 'name', 'legal']),
  ...partRows('cac:TaxRepresentativeParty', 'taxRepresentative', ['name', 'address', 'tax']),
  may('cac:Delivery/cbc:ActualDeliveryDate', 'deliveredOn', DAY),
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID', 'shipTo.address.identifier.value', NUMBER),
  may('cac:Delivery/cac:DeliveryLocation/cbc:ID@schemeID', 'shipTo.address.identifier.scheme', icd),
  ...addressRows('cac:Delivery/cac:DeliveryLocation/cac:Address', 'shipTo.address'),
  may('cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name', 'shipTo.name', text(1, 500)),
  may('cac:DeliveryTerms/cbc:ID', 'deliveryTerms.incoterm', text(1, 20)),
  may('cac:DeliveryTerms/cac:DeliveryLocation/cbc:ID', 'deliveryTerms.place', NUMBER),
];

const MEANS = 'cac:PaymentMeans[]';

/** BG-16 to BG-19 and BT-20. */
export const paymentRows: readonly InvoiceRow[] = [
  must(`${MEANS}/cbc:PaymentMeansCode`, 'paymentMeans[].code', text(1, 10)),
  may(`${MEANS}/cbc:PaymentMeansCode@name`, 'paymentMeans[].text', text(1, 500)),
  may(`${MEANS}/cbc:PaymentID`, 'paymentMeans[].reference', text(1, 500)),
  may(`${MEANS}/cac:CardAccount/cbc:PrimaryAccountNumberID`, 'paymentMeans[].card.number', cardNumber),
  inside(`${MEANS}/cac:CardAccount`, 'cbc:NetworkID', 'NA'),
  may(`${MEANS}/cac:CardAccount/cbc:HolderName`, 'paymentMeans[].card.holder', NUMBER),
  may(`${MEANS}/cac:PayeeFinancialAccount/cbc:ID`, 'paymentMeans[].account.number', NUMBER),
  may(`${MEANS}/cac:PayeeFinancialAccount/cbc:Name`, 'paymentMeans[].account.name', NUMBER),
  may(`${MEANS}/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID`, 'paymentMeans[].account.bank', NUMBER),
  may(`${MEANS}/cac:PaymentMandate/cbc:ID`, 'paymentMeans[].mandate', NUMBER),
  may(`${MEANS}/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID`, 'paymentMeans[].debitedAccount', NUMBER),
  may('cac:PaymentTerms/cbc:Note', 'paymentTerms.note', text(1, 20_000)),
];

const SUBTOTAL = 'cac:TaxTotal/cac:TaxSubtotal[]';
const TOTAL = 'cac:LegalMonetaryTotal';

/** BG-20 to BG-23; the currencies of the tax totals are the rule's. */
export const sumRows: readonly InvoiceRow[] = [
  ...chargeRows('cac:AllowanceCharge[]', 'charges[]', decimal()),
  ...taxRows('cac:AllowanceCharge[]/cac:TaxCategory', 'charges[].tax'),
  needed('cac:TaxTotal/cbc:TaxAmount', 'totals.tax', decimal()),
  must(`${SUBTOTAL}/cbc:TaxableAmount`, 'taxes[].taxable', decimal()),
  must(`${SUBTOTAL}/cbc:TaxAmount`, 'taxes[].amount', decimal()),
  ...taxRows(`${SUBTOTAL}/cac:TaxCategory`, 'taxes[].category'),
  may(`${SUBTOTAL}/cac:TaxCategory/cbc:TaxExemptionReasonCode`, 'taxes[].category.exemptionCode', text(1, 50)),
  may(`${SUBTOTAL}/cac:TaxCategory/cbc:TaxExemptionReason`, 'taxes[].category.exemptionReason', text(1, 5000)),
  needed(`${TOTAL}/cbc:LineExtensionAmount`, 'totals.lines', decimal()),
  needed(`${TOTAL}/cbc:TaxExclusiveAmount`, 'totals.taxExclusive', decimal()),
  needed(`${TOTAL}/cbc:TaxInclusiveAmount`, 'totals.taxInclusive', decimal()),
  may(`${TOTAL}/cbc:AllowanceTotalAmount`, 'totals.allowances', decimal()),
  may(`${TOTAL}/cbc:ChargeTotalAmount`, 'totals.charges', decimal()),
  may(`${TOTAL}/cbc:PrepaidAmount`, 'totals.prepaid', decimal()),
  may(`${TOTAL}/cbc:PayableRoundingAmount`, 'totals.rounding', signed),
  needed(`${TOTAL}/cbc:PayableAmount`, 'totals.payable', decimal()),
  ...[
    'LineExtensionAmount',
    'TaxExclusiveAmount',
    'TaxInclusiveAmount',
    'AllowanceTotalAmount',
    'ChargeTotalAmount',
    'PrepaidAmount',
    'PayableRoundingAmount',
    'PayableAmount',
  ].map((name) => same(`${TOTAL}/cbc:${name}@currencyID`, 'currency')),
];
