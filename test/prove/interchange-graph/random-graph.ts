import { randomUUID } from 'node:crypto';
import type { Random } from '../support/random.js';
import type { Graph, GraphAlias, GraphLink, GraphPart, GraphQuestion, Speaker } from './graph.js';

/** Days around which everything begins and ends. */
const days = ['2030-01-01', '2030-03-01', '2030-06-01', '2030-09-01', '2030-12-31'] as const;
const models = ['737', '747', '777'] as const;
const fleets = ['NEO', 'CEO'] as const;
const modifications = ['SB 1', 'SB 2'] as const;
const effects = { I: 'NONE', II: 'CHECK', III: 'KEEP', IV: 'CHECK', V: 'BLOCK' } as const;
type Class = keyof typeof effects;

export interface Makers {
  'maker-1': string;
  'maker-2': string;
}

/** A graph of 6 to 12 parts with cycles, sets, claims, limits and ends; small enough that every path can be walked. */
export function randomGraph(random: Random, makers: Makers, name: string): Graph {
  const one = <T>(from: readonly T[]): T => random.pick(from);
  const sometimes = (percent: number): boolean => random.below(100) < percent;
  const parts: GraphPart[] = Array.from({ length: 6 + random.below(7) }, (_, i) => ({
    id: randomUUID(),
    number: `${name}-${String(i).padStart(2, '0')}`,
    maker: sometimes(70) ? makers['maker-1'] : makers['maker-2'],
  }));
  const links = Array.from({ length: parts.length + random.below(parts.length) }, () =>
    randomLink({ random, parts, makers, one, sometimes }),
  );
  const aliases = Array.from({ length: random.below(8) }, (): GraphAlias => {
    const { start, end } = randomDays({ random, parts, makers, one, sometimes });
    const [by, kind] = [sometimes(80) ? 'asker' : 'other', sometimes(80) ? 'OWN_STOCK_NUMBER' : 'SUPPLIER_NUMBER'] as const;
    return { by, kind, number: `${name}-OWN-${random.below(2)}`, part: one(parts).id, from: start, to: end };
  }).filter((alias, i, all) => all.findIndex((other) => sameAlias(other, alias)) === i);
  return {
    parts,
    merges: randomMerges(random, parts),
    links: links.filter((link, i) => links.findIndex((other) => sameAssertion(other, link)) === i),
    aliases,
  };
}

/** In every other graph one to three parts turn out to be others, two of them the same at times. */
function randomMerges(random: Random, parts: readonly GraphPart[]): Graph['merges'] {
  const count = random.below(2) * (1 + random.below(3));
  const [gone, staying] = [parts.slice(0, count), parts.slice(count)];
  return gone.map(({ id }) => ({ from: id, to: random.pick(staying.slice(0, 2)).id }));
}

/** One organisation calls one part by one number once. */
const sameAlias = (a: GraphAlias, b: GraphAlias): boolean => a.by === b.by && a.number === b.number && a.part === b.part;

/** One organisation says one thing once; the table holds no second. */
function sameAssertion(a: GraphLink, b: GraphLink): boolean {
  const target = (link: GraphLink): string => (link.isSet ? 'set' : `${link.to[0]?.part} ${link.meaning}`);
  return a.by === b.by && a.from === b.from && a.start === b.start && target(a) === target(b);
}

interface Drawing {
  random: Random;
  parts: readonly GraphPart[];
  makers: Makers;
  one: <T>(from: readonly T[]) => T;
  sometimes: (percent: number) => boolean;
}

function randomLink(draw: Drawing): GraphLink {
  const { random, parts, makers, one, sometimes } = draw;
  const from = one(parts);
  const others = parts.filter((part) => part !== from);
  const meaning = one([
    'ONE_WAY',
    'ONE_WAY',
    'TWO_WAY',
    'TWO_WAY',
    'TWO_WAY',
    'NOT',
    'SET',
    'SET',
    'QUALIFIED',
    'REIDENTIFIED',
  ] as const);
  const isSet = meaning === 'SET' || (meaning === 'QUALIFIED' && sometimes(25));
  const members = isSet ? 1 + random.below(3) : 1;
  const first = random.below(others.length);
  const to = Array.from({ length: members }, (_, i) => ({
    part: others[(first + i) % others.length]!.id,
    quantity: String(1 + random.below(4)),
  }));
  const chosen: Class | null = sometimes(30) ? one(['I', 'II', 'III', 'IV', 'V'] as const) : null;
  const by = one(['maker-1', 'maker-1', 'maker-1', 'maker-2', 'operator', 'asker', 'other', 'supplier', 'supplier'] as const);
  return {
    id: randomUUID(),
    from: from.id,
    to,
    isSet,
    meaning,
    class: chosen,
    effect: chosen ? effects[chosen] : 'NONE',
    by,
    as:
      by === 'operator'
        ? 'OPERATOR'
        : by === 'supplier'
          ? 'SUPPLIER'
          : by === 'asker' || by === 'other'
            ? 'BUYER'
            : 'MANUFACTURER',
    maker: by === 'maker-1' || by === 'maker-2' ? makers[by] : null,
    countsAtOnce: sometimes(50),
    limits: sometimes(25) ? Array.from({ length: 1 + random.below(2) }, () => randomLimit(draw)) : [],
    ...randomDays(draw),
    withdrawn: sometimes(8),
    approvals: sometimes(40) ? onceEach(Array.from({ length: 1 + random.below(2) }, () => randomApproval(draw))) : [],
  };
}

function randomLimit({ random, one, sometimes }: Drawing): GraphLink['limits'][number] {
  const from = sometimes(40) ? random.below(20) : null;
  const limit = {
    model: sometimes(70) ? one(models) : null,
    msnFrom: from,
    msnTo: sometimes(40) ? (from ?? 0) + random.below(10) : null,
    modification: sometimes(25) ? one(modifications) : null,
  };
  return Object.values(limit).every((value) => value === null) ? { ...limit, model: '737' } : limit;
}

function randomDays({ random, sometimes }: Drawing): { start: string; end: string | null } {
  const first = sometimes(70) ? 0 : random.below(days.length);
  return { start: days[first]!, end: sometimes(25) ? days[first + random.below(days.length - first)]! : null };
}

function randomApproval(draw: Drawing): GraphLink['approvals'][number] {
  const { makers, one, sometimes } = draw;
  const by: Speaker = one(['maker-1', 'maker-2', 'asker', 'asker', 'other'] as const);
  const isMaker = by === 'maker-1' || by === 'maker-2';
  return {
    by,
    kind: isMaker ? 'MANUFACTURER' : 'BUYER',
    maker: isMaker ? makers[by] : null,
    fleet: !isMaker && sometimes(40) ? one(fleets) : null,
    ...randomDays(draw),
    revoked: sometimes(20),
  };
}

/** Of what one organisation says for one fleet, one approval stands at a time. */
function onceEach(approvals: GraphLink['approvals']): GraphLink['approvals'] {
  return approvals.filter(
    (approval, i) => approvals.findIndex((other) => other.by === approval.by && other.fleet === approval.fleet) === i,
  );
}

/** A question about a part of the graph: some know the application, some consent, some look only one link far. */
export function randomQuestion(random: Random, part: string): GraphQuestion {
  const sometimes = (percent: number): boolean => random.below(100) < percent;
  return {
    part,
    day: random.pick(days),
    model: sometimes(60) ? random.pick(models) : null,
    msn: sometimes(50) ? random.below(30) : null,
    modifications: sometimes(40) ? (sometimes(50) ? [random.pick(modifications)] : []) : null,
    fleet: sometimes(40) ? random.pick(fleets) : null,
    consent: sometimes(40),
    depth: 1 + random.below(6),
  };
}
