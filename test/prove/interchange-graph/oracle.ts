import type { Graph, GraphLink, GraphPart, GraphQuestion } from './graph.js';

/** A way to go on from a part: what the search may walk. */
export interface Move {
  from: string;
  to: string;
  link: GraphLink | null;
  reversed: boolean;
  rank: number;
  qualified: boolean;
}

/** The best an alternative can have: its worst step, then its length. */
export interface Expected {
  /** The part, or the id of the link of a set. */
  key: string;
  parts: readonly { part: string; quantity: string | null }[];
  rank: number;
  length: number;
}

/**
 * Interchangeability said naively: every path without a repeated part is walked, one after the other. Shares nothing with the
 * statement of the hub but the rules on paper (parts-model 5.4, trade-rules 11).
 */
export class Oracle {
  private readonly parts: ReadonlyMap<string, GraphPart>;
  private readonly merged: ReadonlyMap<string, string>;

  constructor(
    private readonly graph: Graph,
    private readonly question: GraphQuestion,
  ) {
    this.parts = new Map(graph.parts.map((part) => [part.id, part]));
    this.merged = new Map(graph.merges.map(({ from, to }) => [from, to]));
  }

  /** The part that a part turned out to be. */
  meant(part: string): string {
    return this.merged.get(part) ?? part;
  }

  expected(): Map<string, Expected> {
    const best = new Map<string, Expected>();
    const keep = (found: Expected): void => {
      const known = best.get(found.key);
      if (!known || found.rank < known.rank || (found.rank === known.rank && found.length < known.length))
        best.set(found.key, found);
    };
    const walk = (part: string, visited: readonly string[], rank: number): void => {
      const length = visited.length - 1;
      if (length > 0 && this.mayOffer(part)) keep({ key: part, parts: [{ part, quantity: null }], rank, length });
      if (length >= this.question.depth) return;
      for (const set of this.setsOf(part)) keep({ key: set.id, parts: this.membersOf(set), rank: 5, length: length + 1 });
      for (const move of this.moves(part))
        if (!visited.includes(move.to)) walk(move.to, [...visited, move.to], Math.max(rank, move.rank));
    };
    const start = this.meant(this.question.part);
    walk(start, [start], 0);
    return best;
  }

  /** Every single step that may be made from a part. */
  moves(from: string): Move[] {
    const found: Move[] = [];
    for (const link of this.graph.links) {
      const written = link.to[0]?.part;
      if (link.isSet || !written || !this.inForce(link)) continue;
      const [source, target] = [this.meant(link.from), this.meant(written)];
      if (source === target) continue;
      const forth = source === from && link.meaning !== 'NOT' && link.meaning !== 'SET';
      const back = target === from && (link.meaning === 'TWO_WAY' || link.meaning === 'REIDENTIFIED');
      const check = this.check(link);
      if (check === 'no' || !(forth || back) || !this.isTrusted(link, forth ? link.from : written)) continue;
      const plain = link.meaning === 'REIDENTIFIED' ? 1 : link.meaning === 'TWO_WAY' ? 2 : 3;
      found.push({
        from,
        to: forth ? target : source,
        link,
        reversed: !forth,
        rank: check === 'qualified' ? 4 : plain,
        qualified: check === 'qualified',
      });
    }
    return [...found, ...this.namesakes(from)].filter((move) => !this.isVetoed(from, move.to));
  }

  /** Whole sets that may stand for a part. */
  setsOf(from: string): GraphLink[] {
    return this.graph.links.filter(
      (link) =>
        link.isSet &&
        this.meant(link.from) === from &&
        this.inForce(link) &&
        this.isTrusted(link, link.from) &&
        this.check(link) !== 'no' &&
        this.membersOf(link).every(({ part }) => part !== from && this.mayOffer(part) && !this.isVetoed(from, part)),
    );
  }

  /** What a set consists of today: members that turned out to be one are one, of all their quantities. */
  private membersOf(link: GraphLink): { part: string; quantity: string }[] {
    const quantities = new Map<string, number>();
    for (const { part, quantity } of link.to)
      quantities.set(this.meant(part), (quantities.get(this.meant(part)) ?? 0) + Number(quantity));
    return [...quantities].map(([part, quantity]) => ({ part, quantity: String(quantity) }));
  }

  isQualified(link: GraphLink): boolean {
    return this.check(link) === 'qualified';
  }

  private namesakes(from: string): Move[] {
    const { day } = this.question;
    const valid = this.graph.aliases.filter(
      ({ by, kind, ...alias }) =>
        by === 'asker' && kind === 'OWN_STOCK_NUMBER' && alias.from <= day && (alias.to === null || alias.to >= day),
    );
    const own = valid.filter((alias) => this.meant(alias.part) === from).map((alias) => alias.number);
    const others = valid.filter((alias) => this.meant(alias.part) !== from && own.includes(alias.number));
    const twins = new Set(others.map((alias) => this.meant(alias.part)));
    return [...twins].map((to) => ({ from, to, link: null, reversed: false, rank: 1, qualified: false }));
  }

  private inForce(link: GraphLink): boolean {
    return !link.withdrawn && link.start <= this.question.day && (link.end === null || link.end >= this.question.day);
  }

  /** Whether the word of whoever asserts or approves counts for the asker when `needed` is to be replaced. */
  private isTrusted(link: GraphLink, needed: string): boolean {
    const maker = this.parts.get(needed)?.maker;
    // What a buyer says is his own, and nobody else even sees it; his people's word is no more than a claim until his engineering approves it.
    if (link.as === 'BUYER' && link.by !== 'asker') return false;
    if (link.as === 'BUYER' && link.countsAtOnce) return true;
    if (link.as === 'OPERATOR') return true;
    if (link.as === 'MANUFACTURER' && link.maker === maker) return true;
    return link.approvals.some((approval) => {
      if (approval.revoked || approval.start > this.question.day) return false;
      if (approval.end !== null && approval.end < this.question.day) return false;
      if (approval.kind === 'MANUFACTURER') return approval.maker === maker;
      return approval.by === 'asker' && (approval.fleet === null || approval.fleet === this.question.fleet);
    });
  }

  /** Whether a link may be walked, freely or as qualified. */
  private check(link: GraphLink): 'free' | 'qualified' | 'no' {
    const fit = this.fit(link);
    const asks = link.meaning === 'QUALIFIED' || link.effect === 'CHECK';
    if (fit === 'miss') return 'no';
    if (fit === 'match') return asks ? 'qualified' : 'free';
    if (fit === 'none' && !asks) return 'free';
    return this.question.consent ? 'qualified' : 'no';
  }

  private fit(link: GraphLink): 'none' | 'match' | 'unknown' | 'miss' {
    if (link.limits.length === 0) return 'none';
    const rows = link.limits.map((row) => this.fitOfRow(row));
    return rows.includes('match') ? 'match' : rows.includes('unknown') ? 'unknown' : 'miss';
  }

  private fitOfRow(row: GraphLink['limits'][number]): 'match' | 'unknown' | 'miss' {
    const { model, msn, modifications } = this.question;
    const checks: (boolean | undefined)[] = [];
    if (row.model !== null) checks.push(model === null ? undefined : model === row.model);
    if (row.msnFrom !== null) checks.push(msn === null ? undefined : msn >= row.msnFrom);
    if (row.msnTo !== null) checks.push(msn === null ? undefined : msn <= row.msnTo);
    if (row.modification !== null) checks.push(modifications === null ? undefined : modifications.includes(row.modification));
    return checks.includes(false) ? 'miss' : checks.includes(undefined) ? 'unknown' : 'match';
  }

  private isVetoed(needed: string, offered: string): boolean {
    return this.graph.links.some((link) => {
      const written = link.to[0]?.part ?? '';
      const [one, other] = [this.meant(link.from), this.meant(written)];
      const between = (one === needed && other === offered) || (one === offered && other === needed);
      // The maker of either part may say so.
      const trusted = this.isTrusted(link, link.from) || this.isTrusted(link, written);
      return link.meaning === 'NOT' && between && this.inForce(link) && trusted && this.fit(link) !== 'miss';
    });
  }

  private mayOffer(part: string): boolean {
    const blocked = this.graph.links.some((link) => {
      if (this.meant(link.from) !== part || link.effect !== 'BLOCK') return false;
      if (!this.inForce(link) || !this.isTrusted(link, link.from)) return false;
      const fit = this.fit(link);
      return fit === 'none' || fit === 'match' || (fit === 'unknown' && !this.question.consent);
    });
    return !blocked && !this.isVetoed(this.meant(this.question.part), part);
  }
}
