import { isCurrencyCode } from '#libs/kernel';
import type { Invoice } from '../canonical/billing/invoice.js';
import { decimal, listed, text } from '../grammar/field.js';
import type { ModelPath } from '../grammar/model-path.js';
import { inside, may, must, needed, type Row } from '../grammar/row.js';
import { base64 } from '../ubl/parts/fields.js';
import { dayRows, NUMBER, purposeCode } from './fields.js';
import { tradePartyRows } from './party-rows.js';

type InvoiceRow = Row<ModelPath<Invoice>>;

const CONTEXT = 'rsm:ExchangedDocumentContext';
const DOCUMENT = 'rsm:ExchangedDocument';
export const TRADE = 'rsm:SupplyChainTradeTransaction';
const AGREEMENT = `${TRADE}/ram:ApplicableHeaderTradeAgreement`;
const DELIVERY = `${TRADE}/ram:ApplicableHeaderTradeDelivery`;
export const SETTLEMENT = `${TRADE}/ram:ApplicableHeaderTradeSettlement`;

/** What the document is: BT-1 to BT-3, BT-22 to BT-24. */
export const documentRows: readonly InvoiceRow[] = [
  may(`${CONTEXT}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID`, 'process', text(1, 500)),
  may(`${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`, 'specification', text(1, 500)),
  must(`${DOCUMENT}/ram:ID`, 'number', NUMBER),
  needed(`${DOCUMENT}/ram:TypeCode`, 'typeCode', text(1, 50)),
  ...dayRows(`${DOCUMENT}/ram:IssueDateTime`, 'issuedOn', { needs: must }),
  may(`${DOCUMENT}/ram:PurposeCode`, 'purpose', purposeCode),
  may(`${DOCUMENT}/ram:IncludedNote[]/ram:Content`, 'note[]', text(1, 20_000)),
];

const document = (name: string) => `${AGREEMENT}/ram:${name}ReferencedDocument`;
const ADDITIONAL = document('Additional');
const FILE = `${ADDITIONAL}[][ram:TypeCode=916]`;

/** What was agreed: parties and references, BG-4, BG-7, BG-11, BG-24, BT-10 to BT-18. */
export const agreementRows: readonly InvoiceRow[] = [
  may(`${AGREEMENT}/ram:BuyerReference`, 'buyerReference', NUMBER),
  ...tradePartyRows(`${AGREEMENT}/ram:SellerTradeParty`, 'supplier', needed),
  ...tradePartyRows(`${AGREEMENT}/ram:BuyerTradeParty`, 'buyer', needed),
  ...tradePartyRows(`${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`, 'taxRepresentative'),
  may(`${AGREEMENT}/ram:ApplicableTradeDeliveryTerms/ram:DeliveryTypeCode`, 'deliveryTerms.incoterm', text(1, 20)),
  may(`${AGREEMENT}/ram:ApplicableTradeDeliveryTerms/ram:RelevantTradeLocation/ram:Name`, 'deliveryTerms.place', NUMBER),
  may(`${document('SellerOrder')}/ram:IssuerAssignedID`, 'order.supplierNumber', NUMBER),
  may(`${document('BuyerOrder')}/ram:IssuerAssignedID`, 'order.number', NUMBER),
  ...dayRows(`${document('BuyerOrder')}/ram:FormattedIssueDateTime`, 'order.issuedOn', { as: 'qdt:DateTimeString' }),
  may(`${document('Contract')}/ram:IssuerAssignedID`, 'agreement', NUMBER),
  may(`${ADDITIONAL}[ram:TypeCode=50]/ram:IssuerAssignedID`, 'tender', NUMBER),
  may(`${ADDITIONAL}[ram:TypeCode=130]/ram:IssuerAssignedID`, 'invoicedObject.value', NUMBER),
  may(`${ADDITIONAL}[ram:TypeCode=130]/ram:ReferenceTypeCode`, 'invoicedObject.scheme', text(1, 50)),
  must(`${FILE}/ram:IssuerAssignedID`, 'attachments[].number', NUMBER),
  may(`${FILE}/ram:URIID`, 'attachments[].uri', text(1, 2000)),
  may(`${FILE}/ram:Name`, 'attachments[].description', text(1, 1000)),
  may(`${FILE}/ram:AttachmentBinaryObject`, 'attachments[].content', base64),
  may(`${FILE}/ram:AttachmentBinaryObject@mimeCode`, 'attachments[].mediaType', NUMBER),
  may(`${FILE}/ram:AttachmentBinaryObject@filename`, 'attachments[].filename', text(1, 500)),
  may(`${AGREEMENT}/ram:SpecifiedProcuringProject/ram:ID`, 'project', NUMBER),
  inside(`${AGREEMENT}/ram:SpecifiedProcuringProject`, 'ram:Name', 'Project reference'),
];

/** Where goods went: BG-13. The number of the place stands for the number of who receives. */
export const deliveryRows: readonly InvoiceRow[] = [
  ...tradePartyRows(`${DELIVERY}/ram:ShipToTradeParty`, 'shipTo'),
  ...tradePartyRows(`${DELIVERY}/ram:ShipFromTradeParty`, 'shipFrom'),
  ...dayRows(`${DELIVERY}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime`, 'deliveredOn'),
  may(`${DELIVERY}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`, 'despatch.number', NUMBER),
  may(`${DELIVERY}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`, 'receipt.number', NUMBER),
];

/** Currencies and who pays whom: BT-5, BT-6, BG-10. */
export const payRows: readonly InvoiceRow[] = [
  may(`${SETTLEMENT}/ram:TaxCurrencyCode`, 'taxCurrency', listed('ISO 4217', isCurrencyCode)),
  must(`${SETTLEMENT}/ram:InvoiceCurrencyCode`, 'currency', listed('ISO 4217', isCurrencyCode)),
  ...tradePartyRows(`${SETTLEMENT}/ram:InvoiceeTradeParty`, 'billTo'),
  ...tradePartyRows(`${SETTLEMENT}/ram:PayeeTradeParty`, 'payee'),
  may(`${SETTLEMENT}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`, 'costReference', NUMBER),
];

const TOTALS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const signed = decimal();

/** BG-22 but for the tax, whose currency is the rule's. */
export const totalRows: readonly InvoiceRow[] = [
  needed(`${TOTALS}/ram:LineTotalAmount`, 'totals.lines', decimal()),
  may(`${TOTALS}/ram:ChargeTotalAmount`, 'totals.charges', decimal()),
  may(`${TOTALS}/ram:AllowanceTotalAmount`, 'totals.allowances', decimal()),
  needed(`${TOTALS}/ram:TaxBasisTotalAmount`, 'totals.taxExclusive', decimal()),
  may(`${TOTALS}/ram:RoundingAmount`, 'totals.rounding', signed),
  needed(`${TOTALS}/ram:GrandTotalAmount`, 'totals.taxInclusive', decimal()),
  may(`${TOTALS}/ram:TotalPrepaidAmount`, 'totals.prepaid', decimal()),
  needed(`${TOTALS}/ram:DuePayableAmount`, 'totals.payable', decimal()),
];
