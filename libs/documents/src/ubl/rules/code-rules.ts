import { isCountryCode, isCurrencyCode, isUnitCode } from '#libs/kernel';
import { at, attribute, type BusinessRule, below, type InvoiceView, type Place, rule, said } from './view.js';

const list = (codes: string) => new Set(codes.split(' '));
/** UNCL 1001 as EN 16931 takes it, for invoices and for credit notes. */
const INVOICES = list(
  '71 80 82 84 102 218 219 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 471 500 501 502 503 527 532 553 575 623 633 751 780 817 870 875 876 877 935',
);
const CREDITS = list('81 83 261 262 296 308 381 396 420 458 502 503 532');
/** UNCL 5305 as EN 16931 takes it. */
const CATEGORIES = list('AE L M E S Z G O K B');
/** UNCL 4461. */
const MEANS = new Set([
  ...Array.from({ length: 70 }, (_, index) => String(index + 1)),
  ...list('74 75 76 77 78 91 92 93 94 95 96 97 98 ZZZ'),
]);
/** UNCL 2005 as EN 16931 takes it: when tax becomes due. */
const TAX_POINTS = list('3 35 432');
/** UNCL 5189 as EN 16931 takes it: reasons of allowances. */
const ALLOWANCES = list('41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105');
/** Media types of attachments that EN 16931 takes. */
const MEDIA = list(
  'application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.oasis.opendocument.spreadsheet',
);
/** Codes of ISO 4217 that are no currency of trade: metals, funds, units of account, tests. */
const OTHER_CODES = list('BOV CHE CHW CLF COU MXV USN UYI UYW XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX');
/** Whether a code is one of ISO 4217, trade or not. */
export const isCurrency = (code: string): boolean => isCurrencyCode(code) || OTHER_CODES.has(code);
const AMOUNTS =
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'.split(
    ' ',
  );

const amounts = (invoice: InvoiceView): Place[] => AMOUNTS.flatMap((name) => [...invoice.named(name)]);
const texts = (id: string, says: string, [path, has]: readonly [string, (code: string) => boolean]): BusinessRule =>
  rule(id, says, (invoice) => invoice.all(path).filter((place) => !has(said(place))));

/** Attachments of a media type that nobody has to be able to open. */
export const foreignAttachments = (invoice: InvoiceView): Place[] =>
  invoice.named('EmbeddedDocumentBinaryObject').filter((place) => {
    const media = attribute(place, 'mimeCode');
    return media !== '' && !MEDIA.has(media);
  });
/** Allowances, of the document or a line, whose reason is on no list. */
export const foreignAllowances = (invoice: InvoiceView): Place[] =>
  invoice
    .named('AllowanceCharge')
    .filter((place) => at(place, 'ChargeIndicator') === 'false')
    .flatMap((place) => below(place, 'AllowanceChargeReasonCode'))
    .filter((place) => !ALLOWANCES.has(said(place)));

/** Code lists. Source of ids and facts: EN 16931-1:2017 and its UBL binding; the lists are those of the kernel and of UN/EDIFACT. */
export const codeRules: readonly BusinessRule[] = [
  rule('BR-CL-01', 'The kind of invoice is none of UNCL 1001 that EN 16931 takes.', (invoice) => [
    ...invoice.all('/InvoiceTypeCode').filter((place) => !INVOICES.has(said(place))),
    ...invoice.all('/CreditNoteTypeCode').filter((place) => !CREDITS.has(said(place))),
  ]),
  rule('BR-CL-03', 'The currency of an amount is none of ISO 4217.', (invoice) =>
    amounts(invoice).filter((place) => !isCurrency(attribute(place, 'currencyID'))),
  ),
  texts('BR-CL-04', 'The currency of the invoice is none of ISO 4217.', ['/DocumentCurrencyCode', isCurrency]),
  texts('BR-CL-05', 'The currency of accounting is none of ISO 4217.', ['/TaxCurrencyCode', isCurrency]),
  texts('BR-CL-06', 'The code of the day on which tax is due is none of UNCL 2005 that EN 16931 takes.', [
    'InvoicePeriod/DescriptionCode',
    (code) => TAX_POINTS.has(code),
  ]),
  texts('BR-CL-14', 'The country is none of ISO 3166-1.', [
    'Country/IdentificationCode',
    (code) => isCountryCode(code) || code === '1A' || code === 'XI',
  ]),
  texts('BR-CL-15', 'The country of origin is none of ISO 3166-1.', [
    'OriginCountry/IdentificationCode',
    (code) => isCountryCode(code) || code === '1A',
  ]),
  texts('BR-CL-16', 'The way to pay is none of UNCL 4461.', ['PaymentMeans/PaymentMeansCode', (code) => MEANS.has(code)]),
  texts('BR-CL-17', 'The tax category is none of UNCL 5305 that EN 16931 takes.', [
    'TaxCategory/ID',
    (code) => CATEGORIES.has(code),
  ]),
  texts('BR-CL-18', 'The tax category of an item is none of UNCL 5305 that EN 16931 takes.', [
    'ClassifiedTaxCategory/ID',
    (code) => CATEGORIES.has(code),
  ]),
  rule('BR-CL-19', 'The reason of an allowance is none of UNCL 5189 that EN 16931 takes.', foreignAllowances),
  rule('BR-CL-24', 'The media type of an attachment is none that EN 16931 takes.', foreignAttachments),
  rule('BR-CL-23', 'The unit is none of UN/ECE Recommendation 20 or 21.', (invoice) =>
    ['InvoicedQuantity', 'CreditedQuantity', 'BaseQuantity']
      .flatMap((name) => [...invoice.named(name)])
      .filter((place) => attribute(place, 'unitCode') !== '' && !isUnitCode(attribute(place, 'unitCode'))),
  ),
];
