import { attribute, type BusinessRule, below, type InvoiceView, type Place, rule, said } from './view.js';

const different = (places: readonly Place[]): Place[] => (new Set(places.map(said)).size > 1 ? [...places.slice(1, 2)] : []);
const moreThan = (most: number, places: readonly Place[]): Place[] => [...places.slice(most, most + 1)];
const isPriced = ({ at }: Place): boolean => /PriceAmount|\/(?:cac:)?Price(?:\[\d+\])?\//.test(at);
const ofVat = (invoice: InvoiceView, role: string): Place[] =>
  invoice
    .all(`/${role}/Party/PartyTaxScheme`)
    .filter((scheme) => below(scheme, 'TaxScheme/ID').some((id) => said(id) === 'VAT'))
    .flatMap((scheme) => below(scheme, 'CompanyID'));

const AMOUNTS =
  'Amount BaseAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'.split(
    ' ',
  );

/** What the binding of EN 16931 to UBL asks beside the rules of the norm: how often, and how exact. Source of ids and facts: EN 16931-3-2; the sentences are ours. */
export const ublSyntaxRules: readonly BusinessRule[] = [
  rule('UBL-DT-01', 'An amount has at most two decimals.', (invoice) =>
    AMOUNTS.flatMap((name) => [...invoice.named(name)]).filter(
      (place) => !isPriced(place) && (said(place).split('.')[1] ?? '').length > 2,
    ),
  ),
  rule('UBL-DT-06', 'An attachment says what it is (mimeCode).', (invoice) =>
    invoice.named('EmbeddedDocumentBinaryObject').filter((place) => attribute(place, 'mimeCode') === ''),
  ),
  rule('UBL-SR-18', 'The buyer has one VAT number at most.', (invoice) => moreThan(1, ofVat(invoice, 'AccountingCustomerParty'))),
  rule('UBL-SR-42', 'The seller has two tax registrations at most.', (invoice) =>
    moreThan(2, invoice.all('/AccountingSupplierParty/Party/PartyTaxScheme')),
  ),
  rule('UBL-SR-44', 'There is one reference for the payment.', (invoice) => different(invoice.all('/PaymentMeans/PaymentID'))),
  rule('UBL-SR-47', 'All ways to pay have one code.', (invoice) => different(invoice.all('/PaymentMeans/PaymentMeansCode'))),
];
