import { isLocalDate } from '#libs/kernel';
import { foreignAllowances, foreignAttachments, isCurrency } from './code-rules.js';
import {
  amount,
  at,
  attribute,
  type BusinessRule,
  below,
  exact,
  has,
  type InvoiceView,
  near,
  over,
  type Place,
  rule,
  said,
  sum,
  times,
} from './view.js';

const COMPLIANT = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
/** Processes of the profile: billing, and billing with an answer. */
const PROFILES: Readonly<Record<string, '01' | '02'>> = {
  'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0': '01',
  'urn:peppol:france:billing:regulated': '01',
  'urn:peppol:france:billing:non-regulated': '01',
  'urn:peppol:bis:billing_with_response': '02',
};
const one = exact('1') ?? 1n;

const countryOf = (invoice: InvoiceView, role: string): string => {
  const [party] = invoice.all(`/${role}/Party`);
  if (party === undefined) return '';
  const vat = below(party, 'PartyTaxScheme').find((scheme) => at(scheme, 'TaxScheme/ID') === 'VAT');
  return (vat === undefined ? '' : at(vat, 'CompanyID').slice(0, 2)) || at(party, 'PostalAddress/Country/IdentificationCode');
};
const isGerman = (invoice: InvoiceView): boolean =>
  ['AccountingSupplierParty', 'AccountingCustomerParty'].every((role) => countryOf(invoice, role) === 'DE');
const profileOf = (invoice: InvoiceView): string => {
  const named = at(invoice.root, 'ProfileID');
  return Object.hasOwn(PROFILES, named) ? (PROFILES[named] ?? '') : '';
};

const changes = (invoice: InvoiceView): Place[] => [
  ...below(invoice.root, 'AllowanceCharge'),
  ...invoice.lines.flatMap((line) => below(line, 'AllowanceCharge')),
];
const root = (isRight: (invoice: InvoiceView) => boolean) => (invoice: InvoiceView) => (isRight(invoice) ? [] : [invoice.root]);

/** The tax that is told in a currency. */
const taxIn = (invoice: InvoiceView, currency: string): bigint | undefined => {
  const tax = invoice.all('/TaxTotal/TaxAmount').find((place) => attribute(place, 'currencyID') === currency);
  return tax === undefined ? undefined : exact(said(tax));
};

function netOf(line: Place): bigint {
  const quantity = amount(line, 'InvoicedQuantity', amount(line, 'CreditedQuantity', one));
  const base = amount(line, 'Price/BaseQuantity', one);
  const price = over(times(quantity, amount(line, 'Price/PriceAmount')), base === 0n ? one : base);
  const of = (charge: boolean) =>
    sum(
      below(line, 'AllowanceCharge')
        .filter((part) => (at(part, 'ChargeIndicator') === 'true') === charge)
        .map((part) => amount(part, 'Amount')),
    );
  return price + of(true) - of(false);
}

const IN_DOCUMENT_CURRENCY =
  'Amount BaseAmount PriceAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'.split(
    ' ',
  );

const exemption = (id: string, reason: string, category: string): BusinessRule =>
  rule(id, `The reason VATEX-EU-${reason} belongs to the category ${category}.`, (invoice) =>
    invoice
      .named('TaxCategory')
      .filter(
        (place) => at(place, 'TaxExemptionReasonCode').toUpperCase() === `VATEX-EU-${reason}` && at(place, 'ID') !== category,
      ),
  );

const DATES = 'IssueDate DueDate TaxPointDate StartDate EndDate ActualDeliveryDate'.split(' ');

/** What Peppol asks beyond EN 16931. Source of ids and facts: OpenPeppol BIS Billing 3, rules of May 2026; the sentences are ours. */
export const peppolRules: readonly BusinessRule[] = [
  rule('PEPPOL-EN16931-CL001', 'The media type of an attachment is none that Peppol takes.', foreignAttachments),
  rule('PEPPOL-EN16931-CL002', 'The reason of an allowance is none that Peppol takes.', foreignAllowances),
  rule(
    'PEPPOL-EN16931-R001',
    'The invoice must name its process.',
    root((invoice) => has(invoice.root, 'ProfileID')),
  ),
  rule(
    'PEPPOL-EN16931-R002',
    'An invoice has one note, unless both parties are German.',
    root((invoice) => below(invoice.root, 'Note').length <= 1 || isGerman(invoice)),
  ),
  rule(
    'PEPPOL-EN16931-R003',
    'The buyer is given his reference or his order.',
    root((invoice) => has(invoice.root, 'BuyerReference') || has(invoice.root, 'OrderReference/ID')),
  ),
  rule(
    'PEPPOL-EN16931-R004',
    'The rules the invoice names are not those of Peppol BIS Billing 3.',
    root(
      (invoice) =>
        at(invoice.root, 'CustomizationID').startsWith(COMPLIANT) && !at(invoice.root, 'CustomizationID').includes('::'),
    ),
  ),
  rule(
    'PEPPOL-EN16931-R005',
    'The currency of accounting is told only where it is another than that of the invoice.',
    (invoice) => invoice.all('/TaxCurrencyCode').filter((place) => said(place) === at(invoice.root, 'DocumentCurrencyCode')),
  ),
  rule(
    'PEPPOL-EN16931-R007',
    'The process is none of Peppol BIS Billing 3.',
    root((invoice) => profileOf(invoice) !== ''),
  ),
  rule('PEPPOL-EN16931-R008', 'An element says nothing.', (invoice) => emptyBelow(invoice.root)),
  rule('PEPPOL-EN16931-R010', 'The buyer needs his address on the network.', (invoice) =>
    invoice.all('/AccountingCustomerParty/Party').filter((party) => !has(party, 'EndpointID')),
  ),
  rule('PEPPOL-EN16931-R020', 'The seller needs his address on the network.', (invoice) =>
    invoice.all('/AccountingSupplierParty/Party').filter((party) => !has(party, 'EndpointID')),
  ),
  rule('PEPPOL-EN16931-R040', 'An allowance or charge is not its percentage of its base.', (invoice) =>
    changes(invoice).filter(
      (part) =>
        has(part, 'MultiplierFactorNumeric') &&
        has(part, 'BaseAmount') &&
        !near(
          amount(part, 'Amount'),
          over(times(amount(part, 'BaseAmount'), amount(part, 'MultiplierFactorNumeric')), 100n * one),
          '0.02',
        ),
    ),
  ),
  rule('PEPPOL-EN16931-R041', 'A percentage needs the base it is of.', (invoice) =>
    changes(invoice).filter((part) => has(part, 'MultiplierFactorNumeric') && !has(part, 'BaseAmount')),
  ),
  rule('PEPPOL-EN16931-R042', 'A base needs the percentage of it.', (invoice) =>
    changes(invoice).filter((part) => !has(part, 'MultiplierFactorNumeric') && has(part, 'BaseAmount')),
  ),
  rule('PEPPOL-EN16931-R043', 'Whether it is a charge is true or false.', (invoice) =>
    changes(invoice).filter((part) => !['true', 'false'].includes(at(part, 'ChargeIndicator'))),
  ),
  rule('PEPPOL-EN16931-R044', 'A price has no charge, only a discount.', (invoice) =>
    invoice.all('Price/AllowanceCharge').filter((part) => at(part, 'ChargeIndicator') !== 'false'),
  ),
  rule('PEPPOL-EN16931-R046', 'The net price is not the gross price less its discount.', (invoice) =>
    invoice
      .named('Price')
      .flatMap((price) =>
        below(price, 'AllowanceCharge').filter(
          (part) =>
            has(part, 'BaseAmount') && amount(price, 'PriceAmount') !== amount(part, 'BaseAmount') - amount(part, 'Amount'),
        ),
      ),
  ),
  rule('PEPPOL-EN16931-R051', 'An amount is in another currency than the invoice.', (invoice) => {
    const currency = at(invoice.root, 'DocumentCurrencyCode');
    const taxes = [
      ...invoice
        .all('TaxTotal')
        .filter((tax) => has(tax, 'TaxSubtotal'))
        .flatMap((tax) => below(tax, 'TaxAmount')),
      ...invoice.all('TaxSubtotal/TaxAmount'),
    ];
    return [...IN_DOCUMENT_CURRENCY.flatMap((name) => [...invoice.named(name)]), ...taxes].filter(
      (place) => attribute(place, 'currencyID') !== currency,
    );
  }),
  rule(
    'PEPPOL-EN16931-R053',
    'Tax is broken down once.',
    root((invoice) => invoice.all('/TaxTotal').filter((tax) => has(tax, 'TaxSubtotal')).length === 1),
  ),
  rule(
    'PEPPOL-EN16931-R054',
    'A total of tax without its parts stands there only for the currency of accounting.',
    root(
      (invoice) =>
        invoice.all('/TaxTotal').filter((tax) => !has(tax, 'TaxSubtotal')).length ===
        (has(invoice.root, 'TaxCurrencyCode') ? 1 : 0),
    ),
  ),
  rule(
    'PEPPOL-EN16931-R055',
    'Tax in both currencies is of one sign.',
    root((invoice) => {
      const accounting = at(invoice.root, 'TaxCurrencyCode');
      if (accounting === '') return true;
      const [a, b] = [taxIn(invoice, accounting), taxIn(invoice, at(invoice.root, 'DocumentCurrencyCode'))];
      return a !== undefined && b !== undefined && ((a <= 0n && b <= 0n) || (a >= 0n && b >= 0n));
    }),
  ),
  rule('PEPPOL-EN16931-R061', 'A direct debit needs its mandate.', (invoice) =>
    invoice
      .all('PaymentMeans')
      .filter((means) => ['49', '59'].includes(at(means, 'PaymentMeansCode')) && !has(means, 'PaymentMandate/ID')),
  ),
  rule('PEPPOL-EN16931-R080', 'A credit note names one project at most.', (invoice) =>
    invoice.isCredit &&
    invoice.all('/AdditionalDocumentReference').filter((reference) => at(reference, 'DocumentTypeCode') === '50').length > 1
      ? [invoice.root]
      : [],
  ),
  rule('PEPPOL-EN16931-R100', 'A line refers to one object at most.', ({ lines }) =>
    lines.filter((line) => below(line, 'DocumentReference').length > 1),
  ),
  rule('PEPPOL-EN16931-R101', 'What a line refers to is an object (130).', ({ lines }) =>
    lines.filter(
      (line) =>
        has(line, 'DocumentReference') && !below(line, 'DocumentReference/DocumentTypeCode').some((code) => said(code) === '130'),
    ),
  ),
  rule('PEPPOL-EN16931-R110', 'A line begins before the period of the invoice.', (invoice) =>
    outside(invoice, 'StartDate', (line, whole) => line < whole),
  ),
  rule('PEPPOL-EN16931-R111', 'A line ends after the period of the invoice.', (invoice) =>
    outside(invoice, 'EndDate', (line, whole) => line > whole),
  ),
  rule(
    'PEPPOL-EN16931-R120',
    'The net amount of a line is not its price for its quantity, with charges and less allowances.',
    ({ lines }) => lines.filter((line) => !near(amount(line, 'LineExtensionAmount'), netOf(line), '0.02')),
  ),
  rule('PEPPOL-EN16931-R121', 'The quantity a price is for is more than none.', ({ lines }) =>
    lines.filter((line) => has(line, 'Price/BaseQuantity') && amount(line, 'Price/BaseQuantity') <= 0n),
  ),
  rule('PEPPOL-EN16931-R130', 'A price is for the unit of its line.', ({ lines }) =>
    lines.flatMap((line) => {
      const [quantity] = [...below(line, 'InvoicedQuantity'), ...below(line, 'CreditedQuantity')];
      return below(line, 'Price/BaseQuantity').filter(
        (base) =>
          quantity !== undefined &&
          attribute(base, 'unitCode') !== '' &&
          attribute(base, 'unitCode') !== attribute(quantity, 'unitCode'),
      );
    }),
  ),
  rule('PEPPOL-EN16931-CL006', 'The event that decides when tax falls due is 3, 35 or 432.', (invoice) =>
    invoice.all('InvoicePeriod/DescriptionCode').filter((code) => !['3', '35', '432'].includes(said(code))),
  ),
  rule('PEPPOL-EN16931-CL007', 'The currency of an amount is none of ISO 4217.', (invoice) =>
    [...IN_DOCUMENT_CURRENCY, 'TaxAmount']
      .flatMap((name) => [...invoice.named(name)])
      .filter((place) => !isCurrency(attribute(place, 'currencyID'))),
  ),
  rule('PEPPOL-EN16931-P0100', 'The kind of invoice is none of Peppol BIS Billing 3.', (invoice) =>
    invoice
      .all('/InvoiceTypeCode')
      .filter(
        (code) =>
          ['01', '02'].includes(profileOf(invoice)) &&
          !'71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'
            .split(' ')
            .includes(said(code)),
      ),
  ),
  rule('PEPPOL-EN16931-P0101', 'The kind of credit note is none of Peppol BIS Billing 3.', (invoice) =>
    invoice
      .all('/CreditNoteTypeCode')
      .filter((code) => ['01', '02'].includes(profileOf(invoice)) && !['381', '396', '81', '83', '532'].includes(said(code))),
  ),
  rule('PEPPOL-EN16931-P0112', 'Kinds 326 and 384 are for two German parties.', (invoice) =>
    invoice.all('/InvoiceTypeCode').filter((code) => ['326', '384'].includes(said(code)) && !isGerman(invoice)),
  ),
  exemption('PEPPOL-EN16931-P0104', 'G', 'G'),
  exemption('PEPPOL-EN16931-P0105', 'O', 'O'),
  exemption('PEPPOL-EN16931-P0106', 'IC', 'K'),
  exemption('PEPPOL-EN16931-P0107', 'AE', 'AE'),
  exemption('PEPPOL-EN16931-P0108', 'D', 'E'),
  exemption('PEPPOL-EN16931-P0109', 'F', 'E'),
  exemption('PEPPOL-EN16931-P0110', 'I', 'E'),
  exemption('PEPPOL-EN16931-P0111', 'J', 'E'),
  rule('PEPPOL-EN16931-F001', 'This is not a day of the calendar written CCYY-MM-DD.', (invoice) =>
    DATES.flatMap((name) => [...invoice.named(name)]).filter((place) => !isLocalDate(said(place))),
  ),
];

function emptyBelow(place: Place): Place[] {
  const inner = place.element.children.filter((child) => typeof child !== 'string').map(({ name }) => name);
  if (inner.length === 0) return said(place) === '' ? [place] : [];
  return [...new Set(inner)].flatMap((name) => below(place, name)).flatMap(emptyBelow);
}

function outside(invoice: InvoiceView, edge: string, isOut: (line: string, whole: string) => boolean): Place[] {
  const whole = at(invoice.root, `InvoicePeriod/${edge}`);
  return whole === ''
    ? []
    : invoice.lines.flatMap((line) => below(line, `InvoicePeriod/${edge}`)).filter((place) => isOut(said(place), whole));
}
