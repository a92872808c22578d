/** Pages of supplier, operator, exchange and organisation: `page(path, load)` of ./base, one line each. */
export const sellPages = [] as const;
