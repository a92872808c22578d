import {
  type Bid,
  broughtAlong,
  Fraction,
  type Game,
  type Json,
  lineOf,
  payable,
  type Row,
  stepOf,
  table,
  worth,
} from './verify-parts.js';

interface Line {
  lineId: string;
  start?: string;
  close: number;
  first: number;
  bids: Bid[];
  orders: { who: string; floor: string; number: number }[];
  extensions: Json[];
}

interface When {
  number: number;
  at: number;
  now: number;
}

/** Falling amounts with proxies and soft close. */
export class English implements Game {
  private readonly all: Line[];

  constructor(
    private readonly terms: Json,
    private readonly bidders: Json[],
    moved: number,
  ) {
    this.all = terms.lines.map((line: Json) => ({
      lineId: line.lineId,
      start: line.startAmount,
      close: line.closesAtUs + moved,
      first: line.closesAtUs + moved,
      bids: broughtAlong(bidders, line.lineId),
      orders: [],
      extensions: [],
    }));
  }

  over = (now: number): boolean => this.all.every((line) => now > line.close);
  lines = (): Json[] =>
    this.all.map((line) =>
      lineOf(line.lineId, line.close, { bids: line.bids, bidders: this.bidders, extensions: line.extensions }),
    );

  strike(sequence: number, now: number): boolean {
    const line = this.all.find((l) => l.bids.some((b) => b.sequence === sequence && b.struck === undefined));
    if (sequence <= 0 || !line || now > line.close) return false;
    for (const bid of line.bids) if (bid.sequence === sequence) bid.struck = now;
    return true;
  }

  act(act: Json, when: When): boolean {
    const line = this.all.find((l) => l.lineId === act.lineId);
    const bidder = this.bidders.find((b) => b.bidderId === act.bidderId);
    if (!['BID', 'PROXY'].includes(act.kind) || !line || !bidder || when.now > line.close) return false;
    const before = line.bids.length;
    if (act.kind === 'BID') {
      if (!this.mayBid(line, act, bidder)) return false;
      line.bids.push({ who: act.bidderId, amount: act.amount, origin: 'BID', sequence: when.number, at: when.at });
    } else if (!this.order(line, act, when.number)) return false;
    this.duel(line, when);
    this.soften(line, line.bids.slice(before), when);
    return true;
  }

  private mayBid(line: Line, act: Json, bidder: Json): boolean {
    if (!payable(act.amount, this.terms.scale)) return false;
    const rows = table(line.bids, this.bidders);
    const own = rows.find((r) => r.who === bidder.bidderId);
    const amount = Fraction.of(act.amount);
    if (line.start !== undefined && amount.minus(Fraction.of(line.start)) > 0) return false;
    if (own && !this.belowOwn(own, amount)) return false;
    const rival = rows.find((r) => r.who !== bidder.bidderId);
    const value = worth(bidder, act.amount);
    if (rival && value.minus(rival.value) >= 0 && this.terms.mustLead) return false;
    if (rival && value.minus(rival.value) < 0 && !this.leads(value, rival.value)) return false;
    const reference = own?.bid.amount ?? line.start;
    if (this.terms.bigDropPercent === undefined || reference === undefined || act.isConfirmed) return true;
    const part = new Fraction(100n, 1n).sub(Fraction.of(this.terms.bigDropPercent)).mul(new Fraction(1n, 100n));
    return amount.minus(Fraction.of(reference).mul(part)) >= 0;
  }

  private belowOwn(own: Row, amount: Fraction): boolean {
    const last = Fraction.of(own.bid.amount);
    return amount.minus(last.sub(stepOf(this.terms.ownStep, last))) <= 0;
  }

  private leads(value: Fraction, best: Fraction): boolean {
    return this.terms.leadStep ? value.minus(best.sub(stepOf(this.terms.leadStep, best))) <= 0 : value.minus(best) < 0;
  }

  private order(line: Line, act: Json, number: number): boolean {
    if (act.floor !== null) {
      if (!payable(act.floor, this.terms.scale)) return false;
      const own = table(line.bids, this.bidders).find((r) => r.who === act.bidderId);
      if (!own || !this.belowOwn(own, Fraction.of(act.floor))) return false;
    }
    line.orders = line.orders.filter((o) => o.who !== act.bidderId);
    if (act.floor !== null) line.orders.push({ who: act.bidderId, floor: act.floor, number });
    return true;
  }

  /** Whoever let the hub bid: the lowest floor wins, the rest go down to theirs. */
  private duel(line: Line, when: When): void {
    const rows = table(line.bids, this.bidders);
    const head = rows[0];
    if (!head) return;
    const able = line.orders
      .map((o) => ({ ...o, row: rows.find((r) => r.who === o.who), bidder: this.bidders.find((b) => b.bidderId === o.who) }))
      .filter((o) => o.row && this.belowOwn(o.row, Fraction.of(o.floor)))
      .map((o) => ({ ...o, row: o.row!, value: worth(o.bidder, o.floor) }));
    if (!able.some((o) => o.who !== head.who && this.leads(o.value, head.value))) return;
    const fighting = able.filter((o) => o.who === head.who || this.leads(o.value, head.value));
    fighting.sort((a, b) => b.value.minus(a.value) || b.number - a.number);
    const strongest = fighting.pop()!;
    const tied = fighting.at(-1)?.value.minus(strongest.value) === 0 ? fighting.pop() : undefined;
    const say = (who: string, amount: string) =>
      line.bids.push({ who, amount, origin: 'PROXY', sequence: when.number, at: when.at });
    for (const o of fighting) say(o.who, o.floor);
    say(strongest.who, tied ? strongest.floor : this.enough(line, strongest));
    if (tied) say(tied.who, tied.floor);
  }

  private enough(line: Line, o: { who: string; floor: string; bidder: Json; row: Row }): string {
    const { scale, leadStep, ownStep } = this.terms;
    const best = table(line.bids, this.bidders).find((r) => r.who !== o.who)!.value;
    const amountOf = (value: Fraction) => value.sub(Fraction.of(o.bidder.addition)).mul(Fraction.of(o.bidder.coefficient));
    let lead = Fraction.of(amountOf(leadStep ? best.sub(stepOf(leadStep, best)) : best).floor(scale));
    if (!leadStep && lead.minus(amountOf(best)) === 0) lead = lead.sub(new Fraction(1n, 10n ** BigInt(scale)));
    const last = Fraction.of(o.row.bid.amount);
    const own = Fraction.of(last.sub(stepOf(ownStep, last)).floor(scale));
    const wanted = own.minus(lead) <= 0 ? own : lead;
    return wanted.minus(Fraction.of(o.floor)) <= 0 ? o.floor : wanted.floor(scale);
  }

  private soften(line: Line, fresh: readonly Bid[], { number, at, now }: When): void {
    const soft = this.terms.softClose;
    if (!soft || now < line.close - soft.triggerUs) return;
    const rows = table(line.bids, this.bidders);
    const up = fresh.some(
      (b) => rows.findIndex((r) => r.who === b.who) < (soft.lowestTriggeringRank ?? Number.POSITIVE_INFINITY),
    );
    if (!up) return;
    const everyone = soft.extends === 'ALL_LINES';
    const counted = (everyone ? this.all : [line]).flatMap((l) => l.extensions.map((e: Json) => e.sequence));
    if (new Set(counted).size >= soft.extensionsMax) return;
    for (const l of everyone ? this.all.filter((o) => now <= o.close) : [line]) {
      let close = (soft.countsFrom === 'CLOSE' ? l.close : now) + soft.lengthUs;
      if (soft.totalUsMax !== undefined && close > l.first + soft.totalUsMax) close = l.first + soft.totalUsMax;
      if (close <= l.close) continue;
      l.extensions.push({ sequence: number, lineId: l.lineId, fromUs: l.close + (at - now), toUs: close + (at - now) });
      l.close = close;
    }
  }
}
