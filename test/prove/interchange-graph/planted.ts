import type { Planted } from '../support/checker.js';
import type { GraphAnswer, GraphEvidence, GraphLink } from './graph.js';

const link = (id: string, from: string, to: string, more: Partial<GraphLink> = {}): GraphLink => ({
  id,
  from,
  to: [{ part: to, quantity: '1' }],
  isSet: false,
  meaning: 'TWO_WAY',
  class: null,
  effect: 'NONE',
  by: 'maker-1',
  as: 'MANUFACTURER',
  maker: 'M1',
  countsAtOnce: false,
  limits: [],
  start: '2030-01-01',
  end: null,
  withdrawn: false,
  approvals: [],
  ...more,
});
const claim: Partial<GraphLink> = { by: 'supplier', as: 'SUPPLIER', maker: null };
const set = (id: string, members: Record<string, string>): GraphLink =>
  link(id, 'A', '', { isSet: true, meaning: 'SET', to: Object.entries(members).map(([part, quantity]) => ({ part, quantity })) });

const graph: GraphEvidence['graph'] = {
  parts: [...'ABCDEFGHIJKLNOPQ'].map((id) => ({ id, number: id, maker: 'M1' })),
  links: [
    link('ab', 'A', 'B', { meaning: 'ONE_WAY' }),
    link('ac', 'A', 'C', claim),
    link('ad', 'A', 'D', {
      ...claim,
      approvals: [{ by: 'asker', kind: 'BUYER', maker: null, fleet: null, start: '2030-01-01', end: null, revoked: true }],
    }),
    link('ae', 'A', 'E', { meaning: 'ONE_WAY', end: '2030-05-31' }),
    link('af', 'A', 'F', { meaning: 'QUALIFIED' }),
    link('ag', 'A', 'G'),
    link('gh', 'G', 'H', { meaning: 'ONE_WAY', class: 'V', effect: 'BLOCK' }),
    set('abi', { B: '2', I: '1' }),
    set('agi', { G: '1', I: '1' }),
    link('aj', 'A', 'J'),
    link('ja', 'J', 'A', { meaning: 'NOT', by: 'operator', as: 'OPERATOR', maker: null }),
    link('ao', 'A', 'O', { by: 'asker', as: 'BUYER', maker: null }),
    // P is B under another number: what is said of it is said of B. Q is L.
    link('ph', 'P', 'E', { meaning: 'ONE_WAY', end: '2030-05-31' }),
    link('qe', 'Q', 'E', { meaning: 'TWO_WAY' }),
    link('ea', 'E', 'A', { meaning: 'NOT' }),
    link('ka', 'K', 'A', { meaning: 'ONE_WAY' }),
    link('al', 'A', 'L', { limits: [{ model: '737', msnFrom: null, msnTo: null, modification: null }] }),
    link('an', 'A', 'N', {
      class: 'II',
      effect: 'CHECK',
      meaning: 'ONE_WAY',
      limits: [{ model: '747', msnFrom: 1, msnTo: 9, modification: null }],
    }),
  ],
  merges: [
    { from: 'P', to: 'B' },
    { from: 'Q', to: 'L' },
  ],
  aliases: [
    { by: 'other', kind: 'OWN_STOCK_NUMBER', number: 'OWN-1', part: 'A', from: '2030-01-01', to: null },
    { by: 'other', kind: 'OWN_STOCK_NUMBER', number: 'OWN-1', part: 'K', from: '2030-01-01', to: null },
    { by: 'asker', kind: 'SUPPLIER_NUMBER', number: 'OWN-2', part: 'A', from: '2030-01-01', to: null },
    { by: 'asker', kind: 'SUPPLIER_NUMBER', number: 'OWN-2', part: 'E', from: '2030-01-01', to: null },
  ],
};

const step = (by: string | null, from: string, to: string | null) => ({ from, to, link: by, reversed: false });
const one = (part: string, reason: string, rank: number, path: GraphAnswer['path']): GraphAnswer => ({
  parts: [{ part, quantity: null }],
  reason,
  rank,
  qualified: rank === 4,
  path,
});
const b = one('B', 'ONE_WAY', 3, [step('ab', 'A', 'B')]);
const h = one('H', 'ONE_WAY', 3, [step('ag', 'A', 'G'), step('gh', 'G', 'H')]);
const l = one('L', 'TWO_WAY', 2, [step('al', 'A', 'L')]);
const kit: GraphAnswer = {
  parts: [
    { part: 'B', quantity: '2' },
    { part: 'I', quantity: '1' },
  ],
  reason: 'AS_SET',
  rank: 5,
  qualified: false,
  path: [step('abi', 'A', null)],
};

/** A needed in a 737 on a day in June. */
export const sound: GraphEvidence = {
  graph,
  question: { part: 'A', day: '2030-06-01', model: '737', msn: null, modifications: null, fleet: null, consent: false, depth: 6 },
  answers: [l, b, h, kit],
};

const but = (name: string, answers: readonly GraphAnswer[]): Planted<GraphEvidence> => ({
  name,
  evidence: { ...sound, answers },
});
const also = (name: string, answer: GraphAnswer): Planted<GraphEvidence> =>
  but(
    name,
    [...sound.answers, answer].sort((x, y) => x.rank - y.rank),
  );

/** Answers that a checker of interchangeability must refuse. */
export const planted: readonly Planted<GraphEvidence>[] = [
  also('the old part is offered for the new', one('K', 'ONE_WAY', 3, [step('ka', 'A', 'K')])),
  also("another buyer's number makes an alias", one('K', 'ALIAS', 1, [step(null, 'A', 'K')])),
  also("a supplier's number makes an alias", one('E', 'ALIAS', 1, [step(null, 'A', 'E')])),
  also("a supplier's claim is followed", one('C', 'TWO_WAY', 2, [step('ac', 'A', 'C')])),
  also('a revoked approval counts', one('D', 'TWO_WAY', 2, [step('ad', 'A', 'D')])),
  also('a link of yesterday is followed', one('E', 'ONE_WAY', 3, [step('ae', 'A', 'E')])),
  also('a qualified part is offered without consent', one('F', 'QUALIFIED', 4, [step('af', 'A', 'F')])),
  also('a part is offered in another application', one('N', 'QUALIFIED', 4, [step('an', 'A', 'N')])),
  also('a part of class V is offered', one('G', 'TWO_WAY', 2, [step('ag', 'A', 'G')])),
  also('a part is offered that is not interchangeable', one('J', 'TWO_WAY', 2, [step('aj', 'A', 'J')])),
  also('a set is offered with a part of class V in it', {
    ...kit,
    parts: [
      { part: 'G', quantity: '1' },
      { part: 'I', quantity: '1' },
    ],
    path: [step('agi', 'A', null)],
  }),
  also("a buyer's claim is followed", one('O', 'TWO_WAY', 2, [step('ao', 'A', 'O')])),
  also('a merged part is offered beside what it is', one('Q', 'TWO_WAY', 2, [step('al', 'A', 'Q')])),
  also(
    '"not interchangeable" is passed by through a merged part',
    one('E', 'TWO_WAY', 2, [step('al', 'A', 'L'), step('qe', 'L', 'E')]),
  ),
  but('a set is offered in half', [l, b, h, { ...kit, parts: kit.parts.slice(0, 1) }]),
  but('a set has another quantity', [l, b, h, { ...kit, parts: [{ part: 'B', quantity: '1' }, kit.parts[1]!] }]),
  but('an alternative is missing', [l, b, kit]),
  but('the qualified are silent', [{ ...l, qualified: true }, b, h, kit]),
  but('the longer way stands first', [l, h, b, kit]),
  but('the one-way stands before the two-way', [b, l, h, kit]),
  but('a path has a hole', [l, b, { ...h, path: h.path.slice(1) }, kit]),
  but('a path walks a link that leads elsewhere', [l, { ...b, path: [step('ag', 'A', 'B')] }, h, kit]),
  but('a reason is another', [l, { ...b, reason: 'TWO_WAY' }, h, kit]),
  but('a part is offered twice', [l, b, b, h, kit]),
];
