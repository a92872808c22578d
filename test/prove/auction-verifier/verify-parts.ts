// biome-ignore lint/suspicious/noExplicitAny: the verifier reads foreign JSON and knows nothing but its shape
export type Json = any;

/** JSON with sorted keys and no blanks. */
export function sorted(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted(value[key])}`).join(',')}}`;
}

/** A fraction; never shortened but for printing. */
export class Fraction {
  constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  static of(text: string): Fraction {
    const [left, right] = text.split('/');
    const whole = (part: string): Fraction => {
      const [a, b = ''] = part.split('.');
      return new Fraction(BigInt(a! + b), 10n ** BigInt(b.length));
    };
    return right === undefined ? whole(left!) : whole(left!).by(whole(right));
  }

  add = (o: Fraction): Fraction => new Fraction(this.n * o.d + o.n * this.d, this.d * o.d);
  sub = (o: Fraction): Fraction => new Fraction(this.n * o.d - o.n * this.d, this.d * o.d);
  mul = (o: Fraction): Fraction => new Fraction(this.n * o.n, this.d * o.d);
  by = (o: Fraction): Fraction =>
    o.n < 0n ? new Fraction(-this.n * o.d, this.d * -o.n) : new Fraction(this.n * o.d, this.d * o.n);
  minus = (o: Fraction): number => {
    const difference = this.n * o.d - o.n * this.d;
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  };

  /** Down to a multiple of the smallest coin. */
  floor(scale: number): string {
    const coins = 10n ** BigInt(scale);
    const over = this.n * coins;
    let units = over / this.d;
    if (over < 0n && units * this.d !== over) units -= 1n;
    const sign = units < 0n ? '-' : '';
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }

  print(): string {
    let [a, b] = [this.n < 0n ? -this.n : this.n, this.d];
    while (b > 0n) [a, b] = [b, a % b];
    const [n, d] = a === 0n ? [0n, 1n] : [this.n / a, this.d / a];
    return d === 1n ? `${n}` : `${n}/${d}`;
  }
}

/** What a step is of something, and what may be paid. */
export const stepOf = (step: Json, from: Fraction): Fraction =>
  step.by === 'AMOUNT' ? Fraction.of(step.value) : from.mul(Fraction.of(step.value)).mul(new Fraction(1n, 100n));

export function payable(text: string, scale: number): boolean {
  if (!/^\d+(\.\d+)?$/.test(text) || text.length > 64) return false;
  const [whole = '', cents = ''] = text.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '').length + cents.length;
  return cents.length <= scale && digits <= 18 && /[1-9]/.test(text);
}

/** The clock that stands in pauses. */
export class Times {
  private readonly stops: { from: number; to: number }[] = [];
  stopped: number | undefined;

  stop(from: number): void {
    this.stopped = from;
  }

  go(at: number): boolean {
    if (this.stopped === undefined) return false;
    this.stops.push({ from: this.stopped, to: at });
    this.stopped = undefined;
    return true;
  }

  /** The part of the way to `at` on which the clock ran. */
  running(at: number): number {
    let ran = at;
    for (const { from, to } of this.stops) ran -= Math.max(0, Math.min(at, to) - from);
    return this.stopped !== undefined && at > this.stopped ? ran - (at - this.stopped) : ran;
  }

  /** The first time of the world at which so much has run; at the very beginning of a pause, that beginning. */
  wall(running: number): number {
    let at = running;
    for (const { from, to } of this.stops) if (at > from) at += to - from;
    return at;
  }
}

/** A bid that counts or counted. */
export interface Bid {
  who: string;
  amount: string;
  origin: string;
  sequence: number;
  at: number;
  struck?: number;
}

/** One way to hold an auction. Times are running times. */
export interface Game {
  act(act: Json, when: { number: number; at: number; now: number }): boolean;
  strike(sequence: number, now: number): boolean;
  over(now: number): boolean;
  lines(): Json[];
}

export interface Row {
  who: string;
  bid: Bid;
  value: Fraction;
}

/** Who stands where: the last bid of each that was not struck, the lowest value first, then the earlier bid. */
export function table(bids: readonly Bid[], bidders: readonly Json[]): Row[] {
  const rows: (Row & { place: number })[] = [];
  for (const bidder of bidders) {
    let place = bids.length - 1;
    while (place >= 0 && (bids[place]!.who !== bidder.bidderId || bids[place]!.struck !== undefined)) place--;
    const bid = bids[place];
    if (bid) rows.push({ who: bidder.bidderId, bid, value: worth(bidder, bid.amount), place });
  }
  return rows.sort((a, b) => a.value.minus(b.value) || a.bid.at - b.bid.at || a.place - b.place);
}

export const worth = (bidder: Json, amount: string): Fraction =>
  Fraction.of(amount).by(Fraction.of(bidder.coefficient)).add(Fraction.of(bidder.addition));

/** What everybody came with on a line, by the names. */
export function broughtAlong(bidders: readonly Json[], lineId: string): Bid[] {
  const bids = bidders
    .filter((b) => b.first[lineId])
    .map((b) => ({ who: b.bidderId, amount: b.first[lineId].amount, origin: 'FIRST', sequence: 0, at: b.first[lineId].atUs }));
  return bids.sort((a, b) => (a.who < b.who ? -1 : 1));
}

export function lineOf(
  lineId: string,
  closedAtUs: number,
  given: { bids: readonly Bid[]; bidders: readonly Json[]; extensions?: Json[] },
): Json {
  return {
    lineId,
    closedAtUs,
    extensions: given.extensions ?? [],
    bids: given.bids.map((b) => ({
      bidderId: b.who,
      amount: b.amount,
      origin: b.origin,
      sequence: b.sequence,
      isVoid: b.struck !== undefined,
    })),
    ranking: table(given.bids, given.bidders).map(({ who, bid, value }, i) => ({
      rank: i + 1,
      bidderId: who,
      amount: bid.amount,
      value: value.print(),
      sequence: bid.sequence,
    })),
  };
}
