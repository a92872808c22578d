/** Raw rows as they stand in the tables, numbers and days as text. */
export interface RawWorld {
  today: string;
  buyer: string;
  /** undefined: the supplier has declared nothing. */
  sequence: readonly string[] | undefined;
  customerCategory: string | undefined;
  offers: readonly RawOffer[];
  terms: readonly RawTerm[];
  matrix: readonly { customer: string; product: string; discount: string; from: string; to: string }[];
}

export interface RawOffer {
  id: string;
  category: string | null;
  num: string;
  den: string;
  orderUnit: string;
  priceUnit: string;
  list: string | null;
  currency: string;
  basis: string;
  mode: string;
  breakUnit: string | null;
  breakScope: string | null;
  from: string | null;
  to: string | null;
  type: string | null;
  held: string | null;
  leadDays: number | null;
  free: string;
  breaks: readonly RawBreak[];
}

export interface RawBreak {
  from: string;
  price: string;
}

export interface RawTerm {
  offer: string | null;
  category: string | null;
  price: string | null;
  breaks: readonly RawBreak[];
  basis: string | null;
  priceUnit: string | null;
  discount: string | null;
  currency: string;
  from: string;
  to: string;
  date: string;
  mode: string;
  breakUnit: string;
  breakScope: string;
  best: boolean;
}

export interface AskedLine {
  offer: string;
  quantity: string;
  needBy: string | null;
}

/** What matters of a price: where it is from, in which currency, the line to the cent, what stands against it. */
export interface Resolved {
  source: string | null;
  currency: string | null;
  line: string | null;
  obstacle: string | null;
}

/** An exact fraction. Written anew, so that it shares no mistake with the kernel or with the database. */
class Ratio {
  constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}
  static of(text: string): Ratio {
    const [whole = '0', part = ''] = text.split('.');
    return new Ratio(BigInt(whole + part), 10n ** BigInt(part.length));
  }
  plus(o: Ratio): Ratio {
    return new Ratio(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  minus(o: Ratio): Ratio {
    return new Ratio(this.n * o.d - o.n * this.d, this.d * o.d);
  }
  times(o: Ratio): Ratio {
    return new Ratio(this.n * o.n, this.d * o.d);
  }
  over(o: Ratio): Ratio {
    return new Ratio(this.n * o.d, this.d * o.n);
  }
  below(o: Ratio): boolean {
    return this.n * o.d < o.n * this.d;
  }
  /** Half up to so many digits; never called with a negative. */
  rounded(digits: number): string {
    const scaled = (2n * this.n * 10n ** BigInt(digits) + this.d) / (2n * this.d);
    const text = scaled.toString().padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
}

const one = Ratio.of('1');
const hundred = Ratio.of('100');
const digitsOf: Readonly<Record<string, number>> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };

/** A price before the line is rounded: the money for the whole line, and per price unit at basis 1 for comparing. */
interface Candidate {
  source: string;
  currency: string;
  money: Ratio;
}

/** The price of one line, found step by step by brute force over all rows. */
export function resolve(world: RawWorld, lines: readonly AskedLine[], line: AskedLine): Resolved {
  const offer = world.offers.find((o) => o.id === line.offer);
  if (!offer) return { source: null, currency: null, line: null, obstacle: 'OFFER_UNKNOWN' };
  const own = ownPrice(world, offer, { lines, line });
  const found = new Map<string, Candidate>();
  const item = newest(
    world.terms.filter(
      (t) =>
        t.offer === offer.id &&
        holds(world, t, { offer, line }) &&
        t.priceUnit === offer.priceUnit &&
        covers(t, offer, { lines, line }),
    ),
  );
  const group = newest(
    world.terms.filter((t) => t.category !== null && t.category === offer.category && holds(world, t, { offer, line })),
  );
  const row = world.matrix.find(
    (m) => m.customer === world.customerCategory && m.product === offer.category && m.from <= world.today && world.today <= m.to,
  );
  if (item) found.set('ITEM', itemPrice(item, offer, { lines, line }));
  if (group && own) found.set('GROUP', discounted(own, group.discount ?? '0', 'CATEGORY'));
  if (row && own) found.set('MATRIX', discounted(own, row.discount, 'MATRIX'));
  if (own) found.set('LIST', own);

  const order = world.sequence ?? ['ITEM', 'GROUP', 'MATRIX', 'LIST'];
  const hits = order.flatMap((step) => found.get(step) ?? []);
  const best = (order.includes('ITEM') && item?.best) || (order.includes('GROUP') && group?.best);
  const winner = best ? lowest(order, found) : hits[0];
  if (!winner) return { source: null, currency: null, line: null, obstacle: whyNone(world, offer, own) };
  const budget = winner.source !== 'AGREEMENT' && (offer.type === 'BUDGET' || (offer.held !== null && offer.held < world.today));
  return {
    source: winner.source,
    currency: winner.currency,
    line: winner.money.rounded(digitsOf[winner.currency] ?? 2),
    obstacle: budget ? 'BUDGET_PRICE' : null,
  };
}

interface Question {
  lines: readonly AskedLine[];
  line: AskedLine;
}

/** The lowest that can be compared: what is in another currency than an item stays behind it. Of equal ones the earlier source. */
function lowest(order: readonly string[], found: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const item = order.includes('ITEM') ? found.get('ITEM') : undefined;
  const others = ['GROUP', 'MATRIX', 'LIST'].filter((step) => order.includes(step)).flatMap((step) => found.get(step) ?? []);
  let winner = item;
  for (const other of others) {
    if (winner && winner.currency !== other.currency) continue;
    if (!winner || other.money.below(winner.money)) winner = other;
  }
  return winner;
}

function newest(terms: readonly RawTerm[]): RawTerm | undefined {
  return [...terms].sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** Whether a term holds on its pricing date. */
function holds(world: RawWorld, term: RawTerm, { offer, line }: { offer: RawOffer; line: AskedLine }): boolean {
  const day =
    term.date === 'ORDER' ? world.today : term.date === 'DELIVERY' ? (line.needBy ?? world.today) : despatch(world, offer, line);
  return term.from <= day && day <= term.to;
}

function despatch(world: RawWorld, offer: RawOffer, line: AskedLine): string {
  const ready = !Ratio.of(offer.free).below(Ratio.of(line.quantity))
    ? world.today
    : offer.leadDays === null
      ? null
      : new Date(Date.parse(world.today) + offer.leadDays * 86_400_000).toISOString().slice(0, 10);
  return (
    [ready, line.needBy]
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? world.today
  );
}

/** Units of which there is no part: the only ones these worlds count in. Everything else is weighed or measured. */
const whole = ['EA', 'XBX'];

/** How far before its start a step begins: the unit that completes 100 pieces is the 100th; the 100th kilogram begins behind the 99th and ends at 100. */
function reach(meaning: { unit: string | null }, offer: RawOffer): Ratio {
  return whole.includes(meaning.unit === 'PRICE' ? offer.priceUnit : offer.orderUnit) ? one : Ratio.of('0');
}

/** What is counted against breaks, in their unit. */
function counted(meaning: { unit: string | null; scope: string | null }, offer: RawOffer, { lines, line }: Question): Ratio {
  const asked = meaning.scope === 'ORDER' ? lines.filter((l) => l.offer === offer.id) : [line];
  const total = asked.reduce((sum, l) => sum.plus(Ratio.of(l.quantity)), Ratio.of('0'));
  return meaning.unit === 'PRICE' ? total.times(Ratio.of(offer.num)).over(Ratio.of(offer.den)) : total;
}

function covers(term: RawTerm, offer: RawOffer, question: Question): boolean {
  if (term.price !== null) return true;
  const count = counted({ unit: term.breakUnit, scope: term.breakScope }, offer, question);
  return term.breaks.some(({ from }) => !count.below(Ratio.of(from)));
}

function itemPrice(term: RawTerm, offer: RawOffer, question: Question): Candidate {
  const count = counted({ unit: term.breakUnit, scope: term.breakScope }, offer, question);
  const step = reach({ unit: term.breakUnit }, offer);
  const per = perUnit({ first: term.price, breaks: term.breaks, mode: term.mode, reach: step }, count);
  if (!per) throw new Error('a term that covers has a price');
  return {
    source: 'AGREEMENT',
    currency: term.currency,
    money: moneyOf(per.price, offer, { basis: term.basis ?? '1', quantity: question.line.quantity }),
  };
}

/** The offer's own price, list or break, before any discount; undefined when there is none on this day at this quantity. */
function ownPrice(world: RawWorld, offer: RawOffer, question: Question): Candidate | undefined {
  if (offer.type === 'QUOTE') return undefined;
  if ((offer.from !== null && world.today < offer.from) || (offer.to !== null && offer.to < world.today)) return undefined;
  const count = counted({ unit: offer.breakUnit, scope: offer.breakScope }, offer, question);
  const step = reach({ unit: offer.breakUnit }, offer);
  const per = perUnit({ first: offer.list, breaks: offer.breaks, mode: offer.mode, reach: step }, count);
  if (!per) return undefined;
  return {
    source: per.broken ? 'BREAK' : 'LIST',
    currency: offer.currency,
    money: moneyOf(per.price, offer, { basis: offer.basis, quantity: question.line.quantity }),
  };
}

/** The price of one counted unit, per basis: of the break reached, of the first price below it, or the average over graduated steps, from below. */
function perUnit(
  prices: { first: string | null; breaks: readonly RawBreak[]; mode: string; reach: Ratio },
  count: Ratio,
): { price: Ratio; broken: boolean } | undefined {
  const steps = [...prices.breaks].sort((a, b) => (Ratio.of(a.from).below(Ratio.of(b.from)) ? -1 : 1));
  const reached = steps.filter(({ from }) => !count.below(Ratio.of(from)));
  const last = reached.at(-1);
  if (!last) return prices.first === null ? undefined : { price: Ratio.of(prices.first), broken: false };
  if (prices.mode !== 'GRADUATED') return { price: Ratio.of(last.price), broken: true };
  // Walls between the steps. What lies below the first step costs the first price, or that of the step.
  const walls = steps.map(({ from }) =>
    Ratio.of(from).below(prices.reach) ? Ratio.of('0') : Ratio.of(from).minus(prices.reach),
  );
  let spend = Ratio.of(prices.first ?? steps[0]?.price ?? '0').times(walls[0] ?? one);
  steps.forEach(({ price }, i) => {
    // Of counted units the next step may begin within the last unit, before its own threshold is reached.
    const [start, next] = [walls[i] ?? one, walls[i + 1]];
    const end = next?.below(count) ? next : count;
    if (start.below(count)) spend = spend.plus(Ratio.of(price).times(end.minus(start)));
  });
  return { price: spend.over(count), broken: true };
}

function moneyOf(price: Ratio, offer: RawOffer, { basis, quantity }: { basis: string; quantity: string }): Ratio {
  return Ratio.of(quantity).times(Ratio.of(offer.num)).over(Ratio.of(offer.den)).over(Ratio.of(basis)).times(price);
}

function discounted(own: Candidate, percent: string, source: string): Candidate {
  return { ...own, source, money: own.money.times(hundred.minus(Ratio.of(percent))).over(hundred) };
}

function whyNone(world: RawWorld, offer: RawOffer, own: Candidate | undefined): string {
  if (offer.type === 'QUOTE') return 'QUOTE_ONLY';
  if (offer.from !== null && world.today < offer.from) return 'NOT_YET_VALID';
  if (offer.to !== null && offer.to < world.today) return 'EXPIRED';
  return !own && offer.breaks.length > 0 ? 'BELOW_SMALLEST_BREAK' : 'NO_PRICE';
}
