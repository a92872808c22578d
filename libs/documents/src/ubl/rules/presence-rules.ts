import { at, type BusinessRule, below, has, type Place, rule, said, warning } from './view.js';

/** Every element at `context` must have one of `paths`, with a text where the path ends in `!`. */
function needs(id: string, context: string, [says, ...paths]: readonly [string, ...string[]]): BusinessRule {
  return rule(id, says, (invoice) =>
    (context === '' ? [invoice.root] : invoice.all(context)).filter(
      (place) => !paths.some((path) => (path.endsWith('!') ? at(place, path.slice(0, -1)) !== '' : has(place, path))),
    ),
  );
}

const isCharge = (place: Place): boolean => at(place, 'ChargeIndicator') === 'true';
const ofDocument = '/AllowanceCharge';
const ofLine = 'Line/AllowanceCharge';

/** The same of allowances and of charges, of the document or of its lines. */
function ofKind(
  id: string,
  [context, charge]: readonly [string, boolean],
  [says, ...paths]: readonly [string, ...string[]],
): BusinessRule {
  const inner = needs(id, context, [says, ...paths]);
  return { ...inner, find: (invoice) => inner.find(invoice).filter((place) => isCharge(place) === charge) };
}

const REASON = ['AllowanceChargeReason!', 'AllowanceChargeReasonCode!'] as const;
const KINDS = [
  [ofDocument, false, 'An allowance of the document', ['BR-31', 'BR-32', 'BR-33', 'BR-CO-21']],
  [ofDocument, true, 'A charge of the document', ['BR-36', 'BR-37', 'BR-38', 'BR-CO-22']],
  [ofLine, false, 'An allowance of a line', ['BR-41', undefined, 'BR-42', 'BR-CO-23']],
  [ofLine, true, 'A charge of a line', ['BR-43', undefined, 'BR-44', 'BR-CO-24']],
] as const;

const parts = KINDS.flatMap(([context, charge, name, [amountId, categoryId, reasonId, whyId]]) => [
  ofKind(amountId, [context, charge], [`${name} needs its amount.`, 'Amount!']),
  ...(categoryId === undefined
    ? []
    : [ofKind(categoryId, [context, charge], [`${name} needs its tax category.`, 'TaxCategory/ID!'])]),
  ofKind(reasonId, [context, charge], [`${name} needs a reason in words or as a code.`, ...REASON]),
  ofKind(whyId, [context, charge], [`${name} must say why, in words, as a code or both.`, ...REASON]),
]);

const payTo = (invoice: Parameters<BusinessRule['find']>[0]) =>
  invoice.all('PaymentMeans').filter((means) => ['30', '58'].includes(at(means, 'PaymentMeansCode')));

const endsBefore = (period: Place): boolean => {
  const [start, end] = [at(period, 'StartDate'), at(period, 'EndDate')];
  return start !== '' && end !== '' && end < start;
};

/** What must be there. Source of ids and facts: EN 16931-1:2017, 6.4.2 and 6.4.3, and its UBL binding; the sentences are ours. */
export const presenceRules: readonly BusinessRule[] = [
  needs('BR-01', '', ['The invoice must name the rules it follows.', 'CustomizationID!']),
  needs('BR-02', '', ['The invoice needs a number.', 'ID!']),
  needs('BR-03', '', ['The invoice needs the day it was issued.', 'IssueDate!']),
  needs('BR-04', '', ['The invoice must say what kind it is.', 'InvoiceTypeCode!', 'CreditNoteTypeCode!']),
  needs('BR-05', '', ['The invoice must name its currency.', 'DocumentCurrencyCode!']),
  needs('BR-06', '', [
    'The seller needs his registered name.',
    'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName!',
  ]),
  needs('BR-07', '', [
    'The buyer needs his registered name.',
    'AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName!',
  ]),
  needs('BR-08', '', ['The seller needs an address.', 'AccountingSupplierParty/Party/PostalAddress']),
  needs('BR-09', '/AccountingSupplierParty/Party/PostalAddress', [
    'The address of the seller needs its country.',
    'Country/IdentificationCode!',
  ]),
  needs('BR-10', '', ['The buyer needs an address.', 'AccountingCustomerParty/Party/PostalAddress']),
  needs('BR-11', '/AccountingCustomerParty/Party/PostalAddress', [
    'The address of the buyer needs its country.',
    'Country/IdentificationCode!',
  ]),
  needs('BR-12', '/LegalMonetaryTotal', ['The sum of the lines is missing.', 'LineExtensionAmount!']),
  needs('BR-13', '/LegalMonetaryTotal', ['The total without tax is missing.', 'TaxExclusiveAmount!']),
  needs('BR-14', '/LegalMonetaryTotal', ['The total with tax is missing.', 'TaxInclusiveAmount!']),
  needs('BR-15', '/LegalMonetaryTotal', ['The amount to be paid is missing.', 'PayableAmount!']),
  needs('BR-16', '', ['An invoice has at least one line.', 'InvoiceLine', 'CreditNoteLine']),
  rule('BR-17', 'A payee is named only when he is another than the seller, and then needs a name.', (invoice) => {
    const [seller] = invoice.all('/AccountingSupplierParty/Party');
    const same = (payee: Place, path: string) =>
      seller !== undefined && at(payee, path) !== '' && at(payee, path) === at(seller, path);
    return invoice
      .all('/PayeeParty')
      .filter(
        (payee) => at(payee, 'PartyName/Name') === '' || same(payee, 'PartyName/Name') || same(payee, 'PartyIdentification/ID'),
      );
  }),
  needs('BR-18', '/TaxRepresentativeParty', ['A tax representative needs a name.', 'PartyName/Name!']),
  needs('BR-19', '/TaxRepresentativeParty', ['A tax representative needs an address.', 'PostalAddress']),
  needs('BR-20', '/TaxRepresentativeParty/PostalAddress', [
    'The address of the tax representative needs its country.',
    'Country/IdentificationCode!',
  ]),
  ...(
    [
      ['BR-21', 'A line needs its number.', 'ID!'],
      ['BR-22', 'A line needs its quantity.', 'InvoicedQuantity!', 'CreditedQuantity!'],
      ['BR-24', 'A line needs its net amount.', 'LineExtensionAmount!'],
      ['BR-25', 'A line needs the name of what is invoiced.', 'Item/Name!'],
      ['BR-26', 'A line needs its price.', 'Price/PriceAmount!'],
    ] as const
  ).map(([id, says, ...paths]) => {
    const inner = needs(id, '', [says, ...paths]);
    return {
      ...inner,
      find: (invoice) => invoice.lines.filter((line) => !paths.some((path) => at(line, path.slice(0, -1)) !== '')),
    } as BusinessRule;
  }),
  rule('BR-23', 'The quantity of a line needs its unit.', ({ lines }) =>
    lines.filter(
      (line) =>
        [...below(line, 'InvoicedQuantity'), ...below(line, 'CreditedQuantity')].length === 0 ||
        ![...below(line, 'InvoicedQuantity'), ...below(line, 'CreditedQuantity')].some(({ element }) =>
          element.attributes.some(({ name, value }) => name === 'unitCode' && value.trim() !== ''),
        ),
    ),
  ),
  rule('BR-27', 'A price is not below zero.', ({ lines }) =>
    lines.filter((line) => at(line, 'Price/PriceAmount').startsWith('-')),
  ),
  rule('BR-28', 'A price before its discount is not below zero.', ({ lines }) =>
    lines.flatMap((line) => below(line, 'Price/AllowanceCharge/BaseAmount')).filter((base) => said(base).startsWith('-')),
  ),
  rule('BR-29', 'The period of the invoice ends before it begins.', (invoice) =>
    invoice.all('/InvoicePeriod').filter(endsBefore),
  ),
  rule('BR-30', 'The period of a line ends before it begins.', (invoice) => invoice.all('Line/InvoicePeriod').filter(endsBefore)),
  ...parts,
  needs('BR-45', '/TaxTotal/TaxSubtotal', ['A tax needs the amount it is on.', 'TaxableAmount!']),
  needs('BR-46', '/TaxTotal/TaxSubtotal', ['A tax needs its amount.', 'TaxAmount!']),
  needs('BR-47', '/TaxTotal/TaxSubtotal', ['A tax needs its category.', 'TaxCategory/ID!']),
  rule('BR-48', 'A tax needs its rate, unless the sale is outside of its scope.', (invoice) =>
    invoice
      .all('/TaxTotal/TaxSubtotal')
      .filter((tax) => at(tax, 'TaxCategory/Percent') === '' && at(tax, 'TaxCategory/ID') !== 'O'),
  ),
  needs('BR-49', 'PaymentMeans', ['A way to pay needs its code.', 'PaymentMeansCode!']),
  rule('BR-50', 'A credit transfer needs the account to pay to.', (invoice) =>
    payTo(invoice)
      .flatMap((means) => below(means, 'PayeeFinancialAccount'))
      .filter((account) => at(account, 'ID') === ''),
  ),
  warning(
    rule('BR-51', 'No more than the first six and last four digits of a card are told.', (invoice) =>
      invoice.all('PaymentMeans/CardAccount/PrimaryAccountNumberID').filter((card) => said(card).length > 10),
    ),
  ),
  needs('BR-52', '/AdditionalDocumentReference', ['A supporting document needs its number.', 'ID!']),
  rule('BR-53', 'Where tax is accounted in another currency, its total is told in that, too.', (invoice) => {
    const currency = at(invoice.root, 'TaxCurrencyCode');
    const told = invoice
      .all('TaxTotal/TaxAmount')
      .some(({ element }) => element.attributes.some(({ name, value }) => name === 'currencyID' && value === currency));
    return currency === '' || told ? [] : [invoice.root];
  }),
  rule('BR-54', 'A property of an item has a name and a value.', (invoice) =>
    invoice.all('AdditionalItemProperty').filter((property) => at(property, 'Name') === '' || at(property, 'Value') === ''),
  ),
  needs('BR-55', 'BillingReference', ['An invoice that is referred to needs its number.', 'InvoiceDocumentReference/ID!']),
  rule('BR-56', 'A tax representative needs his VAT number.', (invoice) =>
    invoice
      .all('/TaxRepresentativeParty')
      .filter(
        (party) =>
          !below(party, 'PartyTaxScheme').some((tax) => at(tax, 'TaxScheme/ID') === 'VAT' && at(tax, 'CompanyID') !== ''),
      ),
  ),
  needs('BR-57', 'Delivery/DeliveryLocation/Address', [
    'The address that goods go to needs its country.',
    'Country/IdentificationCode!',
  ]),
  rule('BR-61', 'A credit transfer must say where to pay to.', (invoice) =>
    payTo(invoice).filter((means) => at(means, 'PayeeFinancialAccount/ID') === ''),
  ),
  ...(
    [
      [
        'BR-62',
        '/AccountingSupplierParty/Party/EndpointID',
        'The address of the seller on a network needs its scheme.',
        'schemeID',
      ],
      [
        'BR-63',
        '/AccountingCustomerParty/Party/EndpointID',
        'The address of the buyer on a network needs its scheme.',
        'schemeID',
      ],
      ['BR-64', 'Item/StandardItemIdentification/ID', 'A standard number of an item needs its scheme.', 'schemeID'],
      ['BR-65', 'Item/CommodityClassification/ItemClassificationCode', 'A class of an item needs its list.', 'listID'],
    ] as const
  ).map(([id, path, says, name]) =>
    rule(id, says, (invoice) =>
      invoice.all(path).filter(({ element }) => !element.attributes.some((one) => one.name === name && one.value.trim() !== '')),
    ),
  ),
];
