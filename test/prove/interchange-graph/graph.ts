/** The world of one random graph as both sides see it: plain facts, no rule. Days are CCYY-MM-DD and compare as text. */
export interface Graph {
  parts: readonly GraphPart[];
  links: readonly GraphLink[];
  /** What buyers call parts; only the asker's own stock numbers make one part stand for another. */
  aliases: readonly GraphAlias[];
  /** Parts that turned out to be one: `from` is `to`. Everything above was written before. No chains. */
  merges: readonly { from: string; to: string }[];
}

export interface GraphAlias {
  by: 'asker' | 'other';
  kind: 'OWN_STOCK_NUMBER' | 'SUPPLIER_NUMBER';
  number: string;
  part: string;
  from: string;
  to: string | null;
}

export interface GraphPart {
  id: string;
  number: string;
  maker: string;
}

/** Who asserts and approves; `asker` is the buyer who asks, `other` another one. */
export type Speaker = 'maker-1' | 'maker-2' | 'operator' | 'asker' | 'other' | 'supplier';

export interface GraphLink {
  id: string;
  from: string;
  /** One part, or several with quantities. */
  to: readonly { part: string; quantity: string }[];
  isSet: boolean;
  meaning: 'ONE_WAY' | 'TWO_WAY' | 'NOT' | 'SET' | 'QUALIFIED' | 'REIDENTIFIED';
  class: string | null;
  effect: 'NONE' | 'KEEP' | 'CHECK' | 'BLOCK';
  by: Speaker;
  as: 'MANUFACTURER' | 'OPERATOR' | 'BUYER' | 'SUPPLIER';
  maker: string | null;
  /** Of a buyer's own: whether whoever said it might also approve. */
  countsAtOnce: boolean;
  limits: readonly { model: string | null; msnFrom: number | null; msnTo: number | null; modification: string | null }[];
  start: string;
  end: string | null;
  withdrawn: boolean;
  approvals: readonly {
    by: Speaker;
    kind: 'MANUFACTURER' | 'BUYER';
    maker: string | null;
    fleet: string | null;
    start: string;
    end: string | null;
    revoked: boolean;
  }[];
}

export interface GraphQuestion {
  part: string;
  day: string;
  model: string | null;
  msn: number | null;
  modifications: readonly string[] | null;
  fleet: string | null;
  consent: boolean;
  depth: number;
}

/** An alternative as the hub answered it. */
export interface GraphAnswer {
  parts: readonly { part: string; quantity: string | null }[];
  reason: string;
  rank: number;
  qualified: boolean;
  path: readonly { from: string; to: string | null; link: string | null; reversed: boolean }[];
}

export interface GraphEvidence {
  graph: Graph;
  question: GraphQuestion;
  answers: readonly GraphAnswer[];
}
