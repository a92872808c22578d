import { countryList, currencyList } from './codes.data.js';

/** ISO 4217 alphabetic code, three capitals. */
export type CurrencyCode = string;
/** ISO 3166-1 alpha-2 code, two capitals. */
export type CountryCode = string;

/** ISO 4217, List One: every currency that does not have 2 minor units. */
const MINOR_UNITS: Readonly<Record<string, number>> = {
  ...fromList('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...fromList('BHD IQD JOD KWD LYD OMR TND', 3),
  ...fromList('CLF UYW', 4),
};

const currencies = new Set(currencyList.split(' '));
const countries = new Set(countryList.split(' '));

/** Whether a price can stand in this currency. Metals, funds and test codes (XAU, XXX, XTS) have no minor unit and are refused. */
export function isCurrencyCode(code: string): boolean {
  return currencies.has(code);
}

/** Digits after the point of an amount in this currency: JPY 0, EUR 2, KWD 3. Throws RangeError for an unknown currency. */
export function minorUnits(currency: CurrencyCode): number {
  if (!currencies.has(currency)) throw new RangeError('unknown currency');
  return MINOR_UNITS[currency] ?? 2;
}

/** Whether the code stands in ISO 3166-1 alpha-2; XK (Kosovo) and XI (Northern Ireland) are accepted as trade uses them. */
export function isCountryCode(code: string): boolean {
  return countries.has(code);
}

/** Every currency code a price can stand in, alphabetically. */
export function currencyCodes(): readonly CurrencyCode[] {
  return [...currencies];
}

/** Every country code, alphabetically. */
export function countryCodes(): readonly CountryCode[] {
  return [...countries];
}

function fromList(codes: string, digits: number): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]));
}
