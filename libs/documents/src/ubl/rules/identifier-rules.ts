import { attribute, type BusinessRule, type InvoiceView, rule, said } from './view.js';

const digits = (text: string): number[] => [...text].map(Number);

/** GS1: weights 3 and 1 from the right, the last digit makes it whole tens. */
function isGln(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const [check = 0, ...rest] = digits(text).reverse();
  const weighed = rest.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (weighed % 10)) % 10 === check;
}

/** Norway: weights 2 to 7 from the right, modulo 11. */
function isNorwegian(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const [check = 0, ...rest] = digits(text).reverse();
  const weighed = rest.reduce((total, digit, index) => total + digit * ((index % 6) + 2), 0);
  return Number(text) > 0 && (11 - (weighed % 11)) % 11 === check;
}

/** Belgium: the last two digits are 97 less what 97 leaves of the others. */
const isBelgian = (text: string): boolean =>
  /^\d{10}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97);

/** Sweden: Luhn over ten digits. */
function isSwedish(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const doubled = digits(text).map((digit, index) => (index % 2 === 0 ? digit * 2 : digit));
  return doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** Australia: the first digit less one, weights 10, 1, 3, 5 ... 19, modulo 89. */
function isAustralian(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  return (
    digits(text).reduce((total, digit, index) => total + (index === 0 ? digit - 1 : digit) * (weights[index] ?? 0), 0) % 89 === 0
  );
}

/** Everywhere a party is known by a number of a scheme. */
const known = (invoice: InvoiceView, scheme: string) =>
  [...invoice.named('EndpointID'), ...invoice.all('PartyIdentification/ID'), ...invoice.named('CompanyID')].filter(
    (place) => attribute(place, 'schemeID') === scheme,
  );

const numbered = (id: string, [scheme, says]: readonly [string, string], isRight: (text: string) => boolean): BusinessRule =>
  rule(id, says, (invoice) => known(invoice, scheme).filter((place) => !isRight(said(place))));

/** Numbers of parties by their scheme. Source of ids and facts: OpenPeppol, common rules of May 2026, and the publishers of the numbers; the sentences are ours. */
export const identifierRules: readonly BusinessRule[] = [
  numbered('PEPPOL-COMMON-R040', ['0088', 'A GLN has a check digit that fits.'], isGln),
  numbered('PEPPOL-COMMON-R041', ['0192', 'A Norwegian number has nine digits and a check digit that fits.'], isNorwegian),
  numbered('PEPPOL-COMMON-R042', ['0184', 'A Danish number has eight digits, with or without DK.'], (text) =>
    /^(?:DK)?\d{8}$/.test(text),
  ),
  numbered('PEPPOL-COMMON-R043', ['0208', 'A Belgian number has ten digits and a check that fits.'], isBelgian),
  numbered('PEPPOL-COMMON-R049', ['0007', 'A Swedish number has ten digits and a check digit that fits.'], isSwedish),
  numbered('PEPPOL-COMMON-R050', ['0151', 'An Australian number has eleven digits and a check that fits.'], isAustralian),
  numbered('PEPPOL-COMMON-R052', ['0096', 'A Danish P number has ten digits.'], (text) => /^\d{10}$/.test(text)),
  numbered('PEPPOL-COMMON-R053', ['0198', 'A Danish SE number is DK and eight digits.'], (text) => /^DK\d{8}$/.test(text)),
];
