import type { CataloguePrice, CatalogueRow } from '#libs/documents';
import { compare, type LocalDate } from '#libs/kernel';
import type { StagedProblem, StagedRow } from '#libs/supply';

/** What decides between several sets of prices of one part. */
export interface PriceChoice {
  /** The catalogue's currency, preferred among sets that are valid. */
  currency: string | undefined;
  today: LocalDate;
}

/** Prices of one currency, territory and period: they are one table of breaks, others are not mixed into it. */
interface PriceSet {
  prices: CataloguePrice[];
  currency: string;
  territory: string;
  from: string;
  to: string;
}

type StagedPrices = Pick<StagedRow, 'listPrice' | 'currency' | 'basis' | 'breaks' | 'validFrom' | 'validTo'>;

/**
 * The prices a customer pays today: of his price type, the set of the catalogue's currency that is valid, without a territory before one with, the latest
 * begun first. When none is valid yet, the next to come is taken with its period, for supply keeps one period per offer; when all have ended, the last. The
 * lowest quantity is the list price when it is within reach of any order, the rest are breaks. What is left out is told.
 */
export function choosePrices(row: CatalogueRow, choice: PriceChoice): { staged: StagedPrices; problems: StagedProblem[] } {
  const sets = setsOf(row.prices.filter((price) => price.type === row.customerPriceType));
  const chosen = choose(sets, choice);
  if (!chosen) return { staged: {}, problems: [] };
  const problems = sets.filter((set) => set !== chosen).map((set) => leftOut(row, { set, chosen, today: choice.today }));
  return { staged: stagedPrices(row, chosen, problems), problems };
}

function setsOf(prices: readonly CataloguePrice[]): PriceSet[] {
  // A row has one set or a handful, so they are looked through: a map per row costs more than the checks.
  const sets: PriceSet[] = [];
  for (const price of prices) {
    const territory = price.territory ? [...price.territory].sort().join(' ') : '';
    const { currency, validFrom: from = '', validTo: to = '' } = price;
    const known = sets.find(
      (set) => set.currency === currency && set.territory === territory && set.from === from && set.to === to,
    );
    if (known) known.prices.push(price);
    else sets.push({ prices: [price], currency, territory, from, to });
  }
  return sets;
}

function choose(sets: readonly PriceSet[], { currency, today }: PriceChoice): PriceSet | undefined {
  if (sets.length <= 1) return sets[0];
  const phase = (set: PriceSet): number => (set.to !== '' && set.to < today ? 2 : set.from > today ? 1 : 0);
  const begins = (a: PriceSet, b: PriceSet): number =>
    phase(a) === 1 ? a.from.localeCompare(b.from) : b.from.localeCompare(a.from);
  return [...sets].sort(
    (a, b) =>
      phase(a) - phase(b) ||
      Number(a.currency !== currency) - Number(b.currency !== currency) ||
      Number(a.territory !== '') - Number(b.territory !== '') ||
      begins(a, b),
  )[0];
}

interface LeftOut {
  set: PriceSet;
  chosen: PriceSet;
  today: LocalDate;
}

function leftOut(row: CatalogueRow, { set, chosen, today }: LeftOut): StagedProblem {
  const amount = set.prices[0]?.amount ?? '';
  const facts = { amount, currency: set.currency, from: set.from, to: set.to, territory: set.territory };
  const shared = { line: row.line, column: 'price', facts };
  if (set.from > today && set.currency === chosen.currency && set.territory === chosen.territory)
    return {
      ...shared,
      code: 'FUTURE_PRICE_LEFT_OUT',
      severity: 'WARNING',
      message: `The price ${amount} ${set.currency} from ${set.from} is not taken yet: an offer has one price period. Send it again when it begins.`,
    };
  const of = [set.currency, set.territory && `territory ${set.territory}`, (set.from || set.to) && `${set.from}..${set.to}`];
  return {
    ...shared,
    code: 'OTHER_PRICE_LEFT_OUT',
    severity: 'INFO',
    message: `The price ${amount} of another currency, territory or period (${of.filter(Boolean).join(', ')}) is not taken.`,
  };
}

function stagedPrices(row: CatalogueRow, { prices }: PriceSet, problems: StagedProblem[]): StagedPrices {
  const [first, ...rest] = prices.sort((a, b) => compare(a.fromQuantity, b.fromQuantity));
  if (!first) return {};
  if (rest.some((price) => price.basis !== first.basis && compare(price.basis ?? '1', first.basis ?? '1') !== 0))
    problems.push({
      line: row.line,
      column: 'price',
      code: 'PRICE_BASIS_MIXED',
      severity: 'ERROR',
      message: 'The prices of the part are for different quantities (price basis); they must have one.',
    });
  const smallest = row.minimum !== undefined && compare(row.minimum, '1') < 0 ? row.minimum : '1';
  const listed = compare(first.fromQuantity, smallest) <= 0;
  const breaks = (listed ? rest : [first, ...rest]).map((price) => ({ from: price.fromQuantity, price: price.amount }));
  const staged: StagedPrices = { currency: first.currency };
  // Absent on updates that do not say it: the published basis stays.
  if (first.basis !== undefined) staged.basis = first.basis;
  if (listed) staged.listPrice = first.amount;
  if (breaks.length > 0) staged.breaks = breaks;
  if (first.validFrom !== undefined) staged.validFrom = first.validFrom;
  if (first.validTo !== undefined) staged.validTo = first.validTo;
  return staged;
}
