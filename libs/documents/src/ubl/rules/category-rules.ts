import {
  amount,
  at,
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
  sum,
  times,
} from './view.js';

/** What the standard demands of one VAT category. `seller` and `buyer`: by what they must be known; `rate` in per cent. */
interface Category {
  prefix: string;
  code: string;
  name: string;
  seller: 'anyTaxNumber' | 'vat' | 'none';
  buyer: 'vatOrLegal' | 'vat' | 'any' | 'none';
  rate: 'positive' | 'zero' | 'notBelowZero' | 'absent';
  /** A breakdown for each rate, or one alone. */
  byRate: boolean;
  exempt: boolean;
}

/** UNCL 5305 as EN 16931 takes it. */
const CATEGORIES: readonly Category[] = [
  {
    prefix: 'BR-S',
    code: 'S',
    name: 'standard rate',
    seller: 'anyTaxNumber',
    buyer: 'any',
    rate: 'positive',
    byRate: true,
    exempt: false,
  },
  {
    prefix: 'BR-Z',
    code: 'Z',
    name: 'zero rate',
    seller: 'anyTaxNumber',
    buyer: 'any',
    rate: 'zero',
    byRate: false,
    exempt: false,
  },
  { prefix: 'BR-E', code: 'E', name: 'exempt', seller: 'anyTaxNumber', buyer: 'any', rate: 'zero', byRate: false, exempt: true },
  {
    prefix: 'BR-AE',
    code: 'AE',
    name: 'reverse charge',
    seller: 'anyTaxNumber',
    buyer: 'vatOrLegal',
    rate: 'zero',
    byRate: false,
    exempt: true,
  },
  {
    prefix: 'BR-IC',
    code: 'K',
    name: 'supply within the Community',
    seller: 'vat',
    buyer: 'vat',
    rate: 'zero',
    byRate: false,
    exempt: true,
  },
  { prefix: 'BR-G', code: 'G', name: 'export', seller: 'vat', buyer: 'any', rate: 'zero', byRate: false, exempt: true },
  {
    prefix: 'BR-O',
    code: 'O',
    name: 'outside the scope of VAT',
    seller: 'none',
    buyer: 'none',
    rate: 'absent',
    byRate: false,
    exempt: true,
  },
  {
    prefix: 'BR-AF',
    code: 'L',
    name: 'Canary Islands tax',
    seller: 'anyTaxNumber',
    buyer: 'any',
    rate: 'notBelowZero',
    byRate: true,
    exempt: false,
  },
  {
    prefix: 'BR-AG',
    code: 'M',
    name: 'tax of Ceuta and Melilla',
    seller: 'anyTaxNumber',
    buyer: 'any',
    rate: 'notBelowZero',
    byRate: true,
    exempt: false,
  },
];

const isVat = (place: Place): boolean => at(place, 'TaxScheme/ID').toUpperCase() === 'VAT';
const isOf = (code: string) => (place: Place) => at(place, 'ID') === code && isVat(place);

/** Where a category may stand: lines, allowances and charges of the document, and the breakdown. */
const PLACES = [
  ['lines', 'a line'],
  ['allowances', 'an allowance'],
  ['charges', 'a charge'],
] as const;
type Where = (typeof PLACES)[number][0];

function holders(invoice: InvoiceView, where: Where): { holder: Place; category: Place }[] {
  const of = (holder: Place, path: string) => below(holder, path).map((category) => ({ holder, category }));
  if (where === 'lines') return invoice.lines.flatMap((line) => of(line, 'Item/ClassifiedTaxCategory'));
  return below(invoice.root, 'AllowanceCharge')
    .filter((one) => (at(one, 'ChargeIndicator') === 'true') === (where === 'charges'))
    .flatMap((one) => of(one, 'TaxCategory'));
}

const breakdown = (invoice: InvoiceView, code: string): { part: Place; category: Place }[] =>
  invoice.all('/TaxTotal/TaxSubtotal').flatMap((part) =>
    below(part, 'TaxCategory')
      .filter(isOf(code))
      .map((category) => ({ part, category })),
  );

const numbersOf = (invoice: InvoiceView, path: string): Place[] => invoice.all(path).filter((scheme) => has(scheme, 'CompanyID'));

/** Whether the parties are known as the category asks. */
function areKnown(invoice: InvoiceView, { seller, buyer }: Category): boolean {
  const ofSeller = numbersOf(invoice, '/AccountingSupplierParty/Party/PartyTaxScheme');
  const agent = numbersOf(invoice, '/TaxRepresentativeParty/PartyTaxScheme').some(isVat);
  const ofBuyer = numbersOf(invoice, '/AccountingCustomerParty/Party/PartyTaxScheme').some(isVat);
  if (seller === 'none') return !ofSeller.some(isVat) && !agent && !ofBuyer;
  const isSellerKnown = agent || (seller === 'vat' ? ofSeller.some(isVat) : ofSeller.length > 0);
  const legal = invoice.all('/AccountingCustomerParty/Party/PartyLegalEntity/CompanyID').length > 0;
  return isSellerKnown && (buyer === 'any' || ofBuyer || (buyer === 'vatOrLegal' && legal));
}

function hasRate(category: Place, rate: Category['rate']): boolean {
  const text = at(category, 'Percent');
  const value = exact(text);
  if (rate === 'absent') return text === '';
  if (value === undefined) return false;
  return rate === 'positive' ? value > 0n : rate === 'zero' ? value === 0n : value >= 0n;
}

/** What lines, charges and allowances of the category come to, at one rate where that counts. */
function taxed(invoice: InvoiceView, { code, byRate }: Category, percent: bigint): bigint {
  const of = (where: Where, path: string) =>
    sum(
      holders(invoice, where)
        .filter(({ category }) => at(category, 'ID') === code && (!byRate || amount(category, 'Percent') === percent))
        .map(({ holder }) => amount(holder, path)),
    );
  return of('lines', 'LineExtensionAmount') + of('charges', 'Amount') - of('allowances', 'Amount');
}

const hundred = 100n * (exact('1') ?? 1n);
const JUST_BELOW_ONE = '0.999999999999';

/** Rules 08 to 10: what a breakdown of the category must come to. */
function breakdownRules(category: Category): BusinessRule[] {
  const { prefix, code, name, byRate, exempt } = category;
  const parts = (invoice: InvoiceView, wrong: (part: Place, place: Place) => boolean): Place[] =>
    breakdown(invoice, code)
      .filter(({ part, category: place }) => wrong(part, place))
      .map(({ part }) => part);
  const isTaxed = (part: Place, place: Place) =>
    near(
      cents(over(times(amount(part, 'TaxableAmount'), amount(place, 'Percent')), hundred)),
      amount(part, 'TaxAmount'),
      JUST_BELOW_ONE,
    );
  return [
    rule(`${prefix}-08`, `The amount taxed as ${code} (${name}) is not that of its lines, charges and allowances.`, (invoice) =>
      parts(invoice, (part, place) => {
        const [said, is] = [amount(part, 'TaxableAmount'), taxed(invoice, category, amount(place, 'Percent'))];
        return byRate ? !near(said, is, JUST_BELOW_ONE) : cents(said) !== cents(is);
      }),
    ),
    rule(
      `${prefix}-09`,
      byRate
        ? `The tax of ${code} (${name}) is not its rate of the amount it is on.`
        : `There is no tax in the category ${code} (${name}).`,
      (invoice) => parts(invoice, (part, place) => (byRate ? !isTaxed(part, place) : amount(part, 'TaxAmount') !== 0n)),
    ),
    rule(
      `${prefix}-10`,
      exempt ? `The category ${code} (${name}) needs its reason.` : `The category ${code} (${name}) has no reason of exemption.`,
      (invoice) =>
        parts(invoice, (_part, place) => (has(place, 'TaxExemptionReason') || has(place, 'TaxExemptionReasonCode')) !== exempt),
    ),
  ];
}

/** The ten rules of a category. */
function rulesOf(category: Category): BusinessRule[] {
  const { prefix, code, name, rate, byRate } = category;
  const uses = (invoice: InvoiceView) =>
    [...invoice.named('TaxCategory'), ...invoice.named('ClassifiedTaxCategory')].some(isOf(code));
  const known = PLACES.map(([where, word], index) =>
    rule(
      `${prefix}-0${index + 2}`,
      `With ${word} of the category ${code} (${name}) seller and buyer must be known as that category asks.`,
      (invoice) =>
        holders(invoice, where).some((one) => isOf(code)(one.category)) && !areKnown(invoice, category) ? [invoice.root] : [],
    ),
  );
  const rated = PLACES.map(([where, word], index) =>
    rule(`${prefix}-0${index + 5}`, `The rate of ${word} is not one the category ${code} (${name}) has.`, (invoice) =>
      holders(invoice, where)
        .map((one) => one.category)
        .filter((place) => isOf(code)(place) && !hasRate(place, rate)),
    ),
  );
  return [
    rule(
      `${prefix}-01`,
      `Where the category ${code} (${name}) is used, tax is broken down for it${byRate ? '' : ', once'}.`,
      (invoice) => {
        const count = breakdown(invoice, code).length;
        return !uses(invoice) || (byRate ? count > 0 : count === 1) ? [] : [invoice.root];
      },
    ),
    ...known,
    ...rated,
    ...breakdownRules(category),
  ];
}

const isOutside = (invoice: InvoiceView): boolean => breakdown(invoice, 'O').length > 0;
const others = (where: Where) => (invoice: InvoiceView) =>
  isOutside(invoice)
    ? holders(invoice, where)
        .map(({ category }) => category)
        .filter((place) => isVat(place) && at(place, 'ID') !== 'O')
    : [];

/** VAT by category. Source of ids and facts: EN 16931-1:2017, 6.4.3 and its UBL binding, where IGIC is BR-AF and IPSI BR-AG; the sentences are ours. */
export const categoryRules: readonly BusinessRule[] = [
  ...CATEGORIES.flatMap(rulesOf),
  rule('BR-IC-11', 'A supply within the Community tells when it was delivered, or its period.', (invoice) =>
    breakdown(invoice, 'K').length === 0 ||
    at(invoice.root, 'Delivery/ActualDeliveryDate') !== '' ||
    invoice.all('/InvoicePeriod').some((period) => period.element.children.length > 0)
      ? []
      : [invoice.root],
  ),
  rule('BR-IC-12', 'A supply within the Community tells the country it goes to.', (invoice) =>
    breakdown(invoice, 'K').length === 0 ||
    at(invoice.root, 'Delivery/DeliveryLocation/Address/Country/IdentificationCode') !== ''
      ? []
      : [invoice.root],
  ),
  rule('BR-O-11', 'What is outside the scope of VAT stands in no breakdown beside others.', (invoice) =>
    isOutside(invoice)
      ? invoice
          .all('/TaxTotal/TaxSubtotal/TaxCategory')
          .filter((place) => isVat(place) && at(place, 'ID') !== 'O')
          .slice(0, 1)
      : [],
  ),
  rule('BR-O-12', 'Beside what is outside the scope of VAT no line is taxed.', others('lines')),
  rule('BR-O-13', 'Beside what is outside the scope of VAT no allowance is taxed.', others('allowances')),
  rule('BR-O-14', 'Beside what is outside the scope of VAT no charge is taxed.', others('charges')),
];
