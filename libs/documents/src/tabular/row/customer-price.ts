/** Words of exporters for the price that the customer pays, net of tax, in lower case. */
const CUSTOMER_WORDS = new Set([
  'ek',
  'ek_ohne_mwst',
  'ek_netto',
  'net',
  'netto',
  'net_price',
  'nettopreis',
  'customer',
  'standard',
  'purchase',
]);
/** Prices that are never charged net: gross ones and recommendations for others. */
const NEVER = new Set([
  'gros_list',
  'gros_customer',
  'gross',
  'brutto',
  'nrp',
  'uvp',
  'rrp',
  'msrp',
  'vk',
  'market',
  'list_gross',
  'evp',
  'uvpe',
]);

/**
 * Which of a part's price types the customer pays. Rule, the first that is there: `net_customer`, `net_customer_exp`,
 * `net_list` (BMEcat 1.2 and 2005, price_type), a well-known word for the net purchase price (EK, net), at last the only
 * type that is neither gross nor a recommended retail price; `assumed` then. Never the cheapest, never one of several
 * unknown. Source of the type names: BMEcat 2005, typePRICE_TYPE.
 */
export function customerPriceType(types: readonly string[]): { type: string; assumed: boolean } | undefined {
  for (const wanted of ['net_customer', 'net_customer_exp', 'net_list']) {
    if (types.includes(wanted)) return { type: wanted, assumed: false };
  }
  const word = types.find((type) => CUSTOMER_WORDS.has(type.toLowerCase()));
  if (word !== undefined) return { type: word, assumed: false };
  const chargeable = [...new Set(types)].filter((type) => !NEVER.has(type.toLowerCase()));
  const only = chargeable.length === 1 ? chargeable[0] : undefined;
  return only === undefined ? undefined : { type: only, assumed: true };
}
