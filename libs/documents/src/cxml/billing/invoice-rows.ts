import { isCountryCode, isCurrencyCode } from '#libs/kernel';
import { code, describing, type Field, listed, text } from '../../grammar/field.js';
import { beside, inside, may, must, needed, same } from '../../grammar/row.js';
import { chargeRows } from '../charges.js';
import { amount, day, dayOfInstant, instant, unit } from '../fields.js';
import { addressRows, itemIdRows } from '../rows.js';
import { taxRows } from './taxes.js';

const HEAD = 'InvoiceDetailRequestHeader';
const ITEM = 'InvoiceDetailItem[]';
const REFERENCE = `${ITEM}/InvoiceDetailItemReference`;
const SUMMARY = 'InvoiceDetailSummary';

/** InvoiceDetailRequestHeader@purpose and UNCL 1001. */
const PURPOSES: Readonly<Record<string, string>> = {
  standard: '380',
  creditMemo: '381',
  lineLevelCreditMemo: '381',
  debitMemo: '383',
  lineLevelDebitMemo: '383',
};

const purpose: Field<string> = {
  says: `purpose ${Object.keys(PURPOSES).join(', ')}`,
  decode: (raw) =>
    (Object.hasOwn(PURPOSES, raw.trim()) ? PURPOSES[raw.trim()] : undefined) ?? {
      bad: 'CODE_UNKNOWN',
      message: 'The purpose is not one the hub knows.',
    },
  encode: (value, document) => {
    const isCredit = (document as { type?: string }).type === 'creditNote';
    const known: Readonly<Record<string, string>> = { '380': 'standard', '381': 'lineLevelCreditMemo', '383': 'debitMemo' };
    return (
      known[value] ?? {
        bad: 'CODE_NOT_EXPRESSIBLE',
        message: `The format has no purpose for the type ${value}; the general one is written.`,
        instead: isCredit ? 'lineLevelCreditMemo' : 'standard',
      }
    );
  },
};

/** A partner by his role, which the rules put on the partner himself. */
const partnerRows = <const P extends string>(role: string, to: P) => {
  const at = `${HEAD}/InvoicePartner[@role=${role}]`;
  return [...addressRows(`${at}/Contact`, to), may(`${at}/IdReference[@domain=vatID]@identifier`, `${to}.taxId`, text(1, 100))];
};

export const headRows = [
  must(`${HEAD}@invoiceID`, 'number', text(1, 200)),
  may(`${HEAD}@purpose`, 'typeCode', purpose),
  may(`${HEAD}@operation`, 'purpose', code({ new: 'original', delete: 'cancel' })),
  may(`${HEAD}@invoiceDate`, 'issuedAt', instant),
  must(`${HEAD}@invoiceDate`, 'issuedOn', dayOfInstant),
  inside(HEAD, 'InvoiceDetailHeaderIndicator', ''),
  inside(HEAD, 'InvoiceDetailLineIndicator', ''),
  ...partnerRows('from|issuerOfInvoice', 'supplier'),
  ...partnerRows('soldTo', 'buyer'),
  ...partnerRows('billTo', 'billTo'),
  ...partnerRows('remitTo', 'payee'),
  ...partnerRows('taxRepresentative', 'taxRepresentative'),
  may(`${HEAD}/InvoiceIDInfo@invoiceID`, 'preceding[0].number', text(1, 200)),
  may(`${HEAD}/InvoiceIDInfo@invoiceDate`, 'preceding[0].issuedOn', day),
  ...addressRows(`${HEAD}/InvoiceDetailShipping/Contact[@role=shipFrom]`, 'shipFrom'),
  ...addressRows(`${HEAD}/InvoiceDetailShipping/Contact[@role=shipTo]`, 'shipTo'),
  may(`${HEAD}/ShipNoticeIDInfo@shipNoticeID`, 'despatch.number', text(1, 200)),
  may(`${HEAD}/InvoiceDetailPaymentTerm[@percentageRate!=0][]@payInNumberOfDays`, 'paymentTerms.discounts[].days', text(1, 5)),
  may(`${HEAD}/InvoiceDetailPaymentTerm[@percentageRate!=0][]@percentageRate`, 'paymentTerms.discounts[].percent', amount),
  may(`${HEAD}/InvoiceDetailPaymentTerm[@percentageRate=0]@payInNumberOfDays`, 'paymentTerms.netDays', text(1, 5)),
  may(`${HEAD}/Period@startDate`, 'period.start', day),
  may(`${HEAD}/Period@endDate`, 'period.end', day),
  may(`${HEAD}/Comments`, 'note[0]', text(1, 20_000)),
  may(`${HEAD}/Extrinsic[@name=invoiceDueDate]`, 'dueOn', day),
  may(`${HEAD}/Extrinsic[@name=deliveryDate]`, 'deliveredOn', day),
  may(`${HEAD}/Extrinsic[@name=agreementID]`, 'agreement', text(1, 200)),
  may(`${HEAD}/Extrinsic[@name=buyerReference]`, 'buyerReference', text(1, 200)),
  may(`${HEAD}/Extrinsic[@name=CostReference]`, 'costReference', text(1, 200)),
  may(`${HEAD}/Extrinsic[@name=PaymentTerms]`, 'paymentTerms.note', text(1, 1000)),
];

export const itemRows = [
  must(`${ITEM}@invoiceLineNumber`, 'lines[].number', text(1, 50)),
  must(`${ITEM}@quantity`, 'lines[].quantity.value', amount),
  may(`${ITEM}/InvoiceDetailOrderInfo/OrderReference@orderID`, 'lines[].order.number', text(1, 200)),
  may(`${ITEM}/InvoiceDetailOrderInfo/OrderReference@orderDate`, 'lines[].order.issuedOn', day),
  may(`${ITEM}/InvoiceDetailOrderInfo/OrderReference/DocumentReference@payloadID`, 'lines[].order.payloadId', text(1, 500)),
  may(`${ITEM}/InvoiceDetailOrderInfo/OrderIDInfo@orderID`, 'lines[].order.number', text(1, 200)),
  may(`${ITEM}/InvoiceDetailOrderInfo/SupplierOrderInfo@orderID`, 'lines[].order.supplierNumber', text(1, 200)),
  inside(`${ITEM}/InvoiceDetailOrderInfo/OrderReference`, 'DocumentReference@payloadID', ''),
  must(`${ITEM}/UnitOfMeasure`, 'lines[].quantity', unit),
  needed(`${ITEM}/UnitPrice/Money`, 'lines[].price.amount', amount),
  may(`${ITEM}/UnitPrice/Money@currency`, 'lines[].price.currency', listed('ISO 4217', isCurrencyCode)),
  may(`${ITEM}/PriceBasisQuantity@quantity`, 'lines[].price.basis', amount),
  may(`${ITEM}/PriceBasisQuantity@conversionFactor`, 'lines[].price.factor.numerator', amount),
  may(`${ITEM}/PriceBasisQuantity/UnitOfMeasure`, 'lines[].price', unit),
  may(`${REFERENCE}@lineNumber`, 'lines[].orderLine', text(1, 50)),
  ...itemIdRows(`${REFERENCE}/ItemID`, 'lines[].item'),
  may(`${REFERENCE}/Description`, 'lines[].item.description', text(1, 5000)),
  may(`${REFERENCE}/Description/ShortName`, 'lines[].item.name', text(1, 500)),
  beside(`${REFERENCE}/Description@xml:lang`, 'en'),
  may(`${REFERENCE}/Classification[]`, 'lines[].item.classifications[].code', text(1, 100)),
  may(`${REFERENCE}/Classification[]@domain`, 'lines[].item.classifications[].system', text(1, 100)),
  may(`${REFERENCE}/ManufacturerPartID`, 'lines[].item.manufacturerPart', text(1, 255)),
  may(`${REFERENCE}/ManufacturerName`, 'lines[].item.manufacturer', text(1, 255)),
  may(`${REFERENCE}/Country@isoCountryCode`, 'lines[].item.countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
  may(`${ITEM}/SubtotalAmount/Money`, 'lines[].amount', amount),
  may(`${ITEM}/Tax/Money`, 'lines[].taxAmount', amount),
  inside(`${ITEM}/Tax`, 'Description@xml:lang', 'en'),
  ...taxRows(`${ITEM}/Tax/TaxDetail`, 'lines[].tax'),
  may(`${ITEM}/Tax/TaxDetail/TaxAmount/Money`, 'lines[].detailed' as 'lines[].taxAmount', amount),
  beside(`${ITEM}/Tax/TaxDetail@category`, 'vat'),
  may(`${ITEM}/ShipNoticeIDInfo@shipNoticeID`, 'lines[].despatch.number', text(1, 200)),
  ...chargeRows(`${ITEM}/InvoiceItemModifications/Modification[]`, 'lines[].charges[]'),
  may(`${ITEM}/Comments`, 'lines[].note[0]', text(1, 10_000)),
];

const sum = <const P extends string>(name: string, to: P) => may(`${SUMMARY}/${name}/Money`, to, amount);

export const summaryRows = [
  needed(`${SUMMARY}/SubtotalAmount/Money`, 'totals.lines', amount),
  needed(`${SUMMARY}/Tax/Money`, 'totals.tax', amount),
  must(`${SUMMARY}/Tax/TaxDetail[]/TaxAmount/Money`, 'taxes[].amount', amount),
  may(`${SUMMARY}/Tax/TaxDetail[]/TaxableAmount/Money`, 'taxes[].taxable', amount),
  ...taxRows(`${SUMMARY}/Tax/TaxDetail[]`, 'taxes[].category'),
  inside(`${SUMMARY}/Tax`, 'Description@xml:lang', 'en'),
  beside(`${SUMMARY}/Tax/TaxDetail@category`, 'vat'),
  ...chargeRows(`${SUMMARY}/InvoiceHeaderModifications/Modification[]`, 'charges[]'),
  sum('TotalCharges', 'totals.charges'),
  sum('TotalAllowances', 'totals.allowances'),
  sum('TotalAmountWithoutTax', 'totals.taxExclusive'),
  needed(`${SUMMARY}/NetAmount/Money`, 'totals.taxInclusive', amount),
  must(`${SUMMARY}/NetAmount/Money@currency`, 'currency', listed('ISO 4217', isCurrencyCode)),
  sum('DepositAmount', 'totals.prepaid'),
  sum('DueAmount', 'totals.payable'),
  ...[
    `${SUMMARY}/SubtotalAmount/Money`,
    `${SUMMARY}/Tax/Money`,
    `${SUMMARY}/Tax/TaxDetail/TaxAmount/Money`,
    `${SUMMARY}/Tax/TaxDetail/TaxableAmount/Money`,
    `${SUMMARY}/TotalCharges/Money`,
    `${SUMMARY}/TotalAllowances/Money`,
    `${SUMMARY}/TotalAmountWithoutTax/Money`,
    `${SUMMARY}/DepositAmount/Money`,
    `${SUMMARY}/DueAmount/Money`,
    `${ITEM}/SubtotalAmount/Money`,
    `${ITEM}/Tax/Money`,
    `${ITEM}/Tax/TaxDetail/TaxAmount/Money`,
  ].map((at) => same(`${at}@currency`, 'currency')),
];
