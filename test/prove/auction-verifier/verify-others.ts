import { type Bid, broughtAlong, Fraction, type Game, type Json, lineOf, payable, stepOf, table } from './verify-parts.js';

interface When {
  number: number;
  at: number;
  now: number;
}

/** Turns in rounds, the worst first. */
export class Rounds implements Game {
  private bids: (Bid & { turn?: number })[];
  /** The order of each round, kept when it is first asked for. */
  private readonly start: number;

  constructor(
    private readonly terms: Json,
    private readonly bidders: Json[],
    moved: number,
  ) {
    this.bids = broughtAlong(bidders, terms.lineId);
    this.start = terms.opensAtUs + moved + terms.firstPauseUs;
  }

  private begins(round: number): number {
    return this.start + round * (this.bidders.length * this.terms.turnUs + this.terms.pauseUs);
  }

  private get close(): number {
    return this.begins(this.terms.rounds - 1) + this.bidders.length * this.terms.turnUs;
  }

  over = (now: number): boolean => now > this.close;
  lines = (): Json[] => [lineOf(this.terms.lineId, this.close, { bids: this.bids, bidders: this.bidders })];

  strike(sequence: number, now: number): boolean {
    const bid = this.bids.find((b) => b.sequence === sequence && b.struck === undefined);
    if (sequence <= 0 || !bid || now > this.close) return false;
    bid.struck = now;
    return true;
  }

  act(act: Json, { number, at, now }: When): boolean {
    if (!['BID', 'TAKE_BACK'].includes(act.kind) || now > this.close) return false;
    if (act.kind === 'BID' && act.lineId !== this.terms.lineId) return false;
    const n = this.bidders.length;
    for (let round = 0; round < this.terms.rounds; round++) {
      const into = now - this.begins(round);
      if (into <= 0 || into > n * this.terms.turnUs) continue;
      const nth = Math.ceil(into / this.terms.turnUs) - 1;
      // The order is that of the beginning of the round.
      const then = this.bids
        .filter((b) => b.turn === undefined || b.turn < round * n)
        .map((b) => ({ ...b, struck: b.struck !== undefined && b.struck > this.begins(round) ? undefined : b.struck }));
      const order = table(then as Bid[], this.bidders);
      if (order[n - 1 - nth]!.who !== act.bidderId) return false;
      return this.speak(act, round * n + nth, { number, at });
    }
    return false;
  }

  private speak(act: Json, turn: number, { number, at }: { number: number; at: number }): boolean {
    const others = this.bids.filter((b) => b.turn !== turn);
    if (act.kind === 'TAKE_BACK') {
      if (others.length === this.bids.length) return false;
    } else {
      if (!payable(act.amount, this.terms.scale)) return false;
      const last = Fraction.of(table(others, this.bidders).find((r) => r.who === act.bidderId)!.bid.amount);
      if (Fraction.of(act.amount).minus(last.sub(stepOf(this.terms.ownStep, last))) > 0) return false;
      others.push({ who: act.bidderId, amount: act.amount, origin: 'BID', sequence: number, at, turn });
    }
    this.bids = others;
    return true;
  }
}

/** Rising until somebody accepts. */
export class Dutch implements Game {
  private taken: (Bid & { when: number }) | undefined;
  private readonly opens: number;

  constructor(
    private readonly terms: Json,
    private readonly bidders: Json[],
    moved: number,
  ) {
    this.opens = terms.opensAtUs + moved;
  }

  private get close(): number {
    if (this.taken) return this.taken.when;
    let ticks = 0;
    while (this.price(ticks).minus(Fraction.of(this.terms.ceilingAmount)) <= 0) ticks++;
    return this.opens + ticks * this.terms.tickUs;
  }

  private price = (tick: number): Fraction =>
    Fraction.of(this.terms.startAmount).add(Fraction.of(this.terms.riseAmount).mul(new Fraction(BigInt(tick), 1n)));

  over = (now: number): boolean => now > this.close;
  strike = (): boolean => false;
  lines = (): Json[] => [lineOf(this.terms.lineId, this.close, { bids: this.taken ? [this.taken] : [], bidders: this.bidders })];

  act(act: Json, { number, at, now }: When): boolean {
    if (act.kind !== 'ACCEPT' || this.taken || this.over(now) || !this.bidders.some((b) => b.bidderId === act.bidderId))
      return false;
    let tick = 0;
    while (now > this.opens + (tick + 1) * this.terms.tickUs) tick++;
    if (!/^\d+(\.\d+)?$/.test(act.amount) || Fraction.of(act.amount).minus(this.price(tick)) !== 0) return false;
    this.taken = {
      who: act.bidderId,
      amount: this.price(tick).floor(this.terms.scale),
      origin: 'BID',
      sequence: number,
      at,
      when: now,
    };
    return true;
  }
}

/** Falling while bidders stay. */
export class Japanese implements Game {
  private readonly bids: Bid[] = [];
  private readonly stayed: Set<string>[] = [];
  private readonly opens: number;

  constructor(
    private readonly terms: Json,
    private readonly bidders: Json[],
    moved: number,
  ) {
    this.opens = terms.opensAtUs + moved;
  }

  private price(level: number): Fraction {
    const start = Fraction.of(this.terms.startAmount);
    return start.sub(stepOf(this.terms.fall, start).mul(new Fraction(BigInt(level), 1n)));
  }

  private get close(): number {
    let level = 0;
    while ((this.stayed[level]?.size ?? 0) > 1 && this.price(level + 1).minus(Fraction.of(this.terms.floorAmount)) >= 0) level++;
    return this.opens + (level + 1) * this.terms.tickUs;
  }

  over = (now: number): boolean => now > this.close;
  strike = (): boolean => false;
  lines = (): Json[] => [lineOf(this.terms.lineId, this.close, { bids: this.bids, bidders: this.bidders })];

  act(act: Json, { number, at, now }: When): boolean {
    if (act.kind !== 'STAY' || this.over(now) || !this.bidders.some((b) => b.bidderId === act.bidderId)) return false;
    let level = 0;
    while (now > this.opens + (level + 1) * this.terms.tickUs) level++;
    const here = this.stayed[level] ?? new Set<string>();
    this.stayed[level] = here;
    const isIn = level === 0 || this.stayed[level - 1]!.has(act.bidderId);
    if (act.level !== level || here.has(act.bidderId) || !isIn) return false;
    here.add(act.bidderId);
    this.bids.push({ who: act.bidderId, amount: this.price(level).floor(this.terms.scale), origin: 'BID', sequence: number, at });
    return true;
  }
}
