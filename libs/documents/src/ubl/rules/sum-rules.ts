import { isCountryCode } from '#libs/kernel';
import {
  amount,
  at,
  attribute,
  type BusinessRule,
  below,
  cents,
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

const TOTAL = '/LegalMonetaryTotal';
const isCharge = (place: Place): boolean => at(place, 'ChargeIndicator') === 'true';

/** A rule about the sums: `right` says whether the total, with what it is made of, is. */
function total(id: string, says: string, right: (total: Place, invoice: InvoiceView) => boolean): BusinessRule {
  return rule(id, says, (invoice) => invoice.all(TOTAL).filter((place) => !right(place, invoice)));
}

const charged = (invoice: InvoiceView, charge: boolean): bigint =>
  sum(
    below(invoice.root, 'AllowanceCharge')
      .filter((one) => isCharge(one) === charge)
      .map((one) => amount(one, 'Amount')),
  );

/** A total of allowances or charges: what they come to, and absent only where there are none. */
const addsUp = (place: Place, name: string, { is, some }: { is: bigint; some: boolean }): boolean =>
  has(place, name) ? cents(amount(place, name)) === cents(is) : !some;

const ofKind = (invoice: InvoiceView, charge: boolean): boolean =>
  below(invoice.root, 'AllowanceCharge').some((one) => isCharge(one) === charge);

/** The one tax of the document in its own currency; undefined when there is none, or more than one. */
function taxOf(invoice: InvoiceView): Place | undefined {
  const currency = at(invoice.root, 'DocumentCurrencyCode');
  const [tax, another] = invoice.all('/TaxTotal/TaxAmount').filter((place) => attribute(place, 'currencyID') === currency);
  return another === undefined ? tax : undefined;
}

const VAT = (place: Place): boolean => at(place, 'TaxScheme/ID').toUpperCase() === 'VAT';
const hundred = 100n * (exact('1') ?? 1n);

/** Sums and what hangs together. Source of ids and facts: EN 16931-1:2017, 6.4.2, and its UBL binding; the sentences are ours. */
export const sumRules: readonly BusinessRule[] = [
  rule('BR-CO-03', 'The day tax falls due and the code of the event that decides it exclude each other.', (invoice) =>
    has(invoice.root, 'TaxPointDate') && has(invoice.root, 'InvoicePeriod/DescriptionCode') ? [invoice.root] : [],
  ),
  rule('BR-CO-04', 'Each line needs a VAT category.', ({ lines }) =>
    lines.filter(
      (line) => !below(line, 'Item/ClassifiedTaxCategory').some((category) => VAT(category) && at(category, 'ID') !== ''),
    ),
  ),
  rule('BR-CO-09', 'A VAT number begins with the code of its country; Greece may write EL.', (invoice) =>
    [
      '/AccountingSupplierParty/Party/PartyTaxScheme',
      '/AccountingCustomerParty/Party/PartyTaxScheme',
      '/TaxRepresentativeParty/PartyTaxScheme',
    ]
      .flatMap((path) => invoice.all(path))
      .filter(VAT)
      .flatMap((scheme) => below(scheme, 'CompanyID'))
      .filter((number) => {
        const country = said(number).slice(0, 2);
        return !(isCountryCode(country) || ['EL', 'XI', '1A'].includes(country));
      }),
  ),
  total(
    'BR-CO-10',
    'The sum of the lines is not that of their net amounts.',
    (place, { lines }) =>
      cents(amount(place, 'LineExtensionAmount')) === cents(sum(lines.map((line) => amount(line, 'LineExtensionAmount')))),
  ),
  total('BR-CO-11', 'The total of allowances is not the sum of those of the document.', (place, invoice) =>
    addsUp(place, 'AllowanceTotalAmount', { is: charged(invoice, false), some: ofKind(invoice, false) }),
  ),
  total('BR-CO-12', 'The total of charges is not the sum of those of the document.', (place, invoice) =>
    addsUp(place, 'ChargeTotalAmount', { is: charged(invoice, true), some: ofKind(invoice, true) }),
  ),
  total(
    'BR-CO-13',
    'The total without tax is not lines less allowances and with charges.',
    (place) =>
      cents(amount(place, 'TaxExclusiveAmount')) ===
      cents(amount(place, 'LineExtensionAmount') - amount(place, 'AllowanceTotalAmount') + amount(place, 'ChargeTotalAmount')),
  ),
  rule('BR-CO-14', 'The total of tax is not the sum of its parts.', (invoice) =>
    invoice
      .all('/TaxTotal')
      .filter(
        (tax) =>
          has(tax, 'TaxSubtotal') &&
          cents(amount(tax, 'TaxAmount')) !==
            cents(sum(below(tax, 'TaxSubtotal/TaxAmount').map((part) => exact(said(part)) ?? 0n))),
      ),
  ),
  rule('BR-CO-15', 'The total with tax is not that without and the tax.', (invoice) => {
    const tax = taxOf(invoice);
    return invoice
      .all(TOTAL)
      .filter(
        (place) =>
          tax === undefined ||
          cents(amount(place, 'TaxInclusiveAmount')) !== cents(amount(place, 'TaxExclusiveAmount') + (exact(said(tax)) ?? 0n)),
      );
  }),
  total(
    'BR-CO-16',
    'What is to be paid is not the total with tax less what was paid, and rounded.',
    (place) =>
      cents(amount(place, 'PayableAmount')) ===
      cents(amount(place, 'TaxInclusiveAmount') - amount(place, 'PrepaidAmount') + amount(place, 'PayableRoundingAmount')),
  ),
  rule('BR-CO-17', 'The tax is not its rate of the amount it is on.', (invoice) =>
    invoice.all('/TaxTotal/TaxSubtotal').filter((tax) => {
      const [taxed, rate] = [amount(tax, 'TaxAmount'), amount(tax, 'TaxCategory/Percent')];
      if (rate === 0n) return cents(taxed) !== 0n && !near(taxed, 0n, '0.99');
      return !near(abs(taxed), cents(over(times(abs(amount(tax, 'TaxableAmount')), rate), hundred)), '0.999999999999');
    }),
  ),
  rule('BR-CO-18', 'An invoice breaks its tax down by category.', (invoice) =>
    has(invoice.root, 'TaxTotal/TaxSubtotal') ? [] : [invoice.root],
  ),
  rule('BR-CO-19', 'A period has a beginning, an end, or both.', (invoice) =>
    invoice
      .all('/InvoicePeriod')
      .filter((period) => !has(period, 'StartDate') && !has(period, 'EndDate') && !has(period, 'DescriptionCode')),
  ),
  rule('BR-CO-20', 'The period of a line has a beginning, an end, or both.', (invoice) =>
    invoice.all('Line/InvoicePeriod').filter((period) => !has(period, 'StartDate') && !has(period, 'EndDate')),
  ),
  rule('BR-CO-25', 'Where something is to be paid, its day or its terms are told.', (invoice) =>
    invoice
      .all('/LegalMonetaryTotal/PayableAmount')
      .filter(
        (payable) =>
          !invoice.isCredit &&
          (exact(said(payable)) ?? 0n) > 0n &&
          !has(invoice.root, 'DueDate') &&
          !has(invoice.root, 'PaymentMeans/PaymentDueDate') &&
          !has(invoice.root, 'PaymentTerms/Note'),
      ),
  ),
  rule('BR-CO-26', 'The seller is known by a number: his own, his legal one, or that of VAT.', (invoice) =>
    invoice
      .all('/AccountingSupplierParty/Party')
      .filter(
        (party) =>
          !has(party, 'PartyIdentification/ID') &&
          !has(party, 'PartyLegalEntity/CompanyID') &&
          !below(party, 'PartyTaxScheme').some((tax) => VAT(tax) && has(tax, 'CompanyID')),
      ),
  ),
];

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
