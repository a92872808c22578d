import { exact, fractionText, type Rational, rounded } from '#libs/kernel';
import type { BidFacts, Formula, FormulaKind } from '#libs/tendering';
import type { Engine } from './engine.js';

/** One row of the table of test vectors in states-and-formulas 4.6: the values exactly, and as the reference prints them. */
interface Vector {
  name: string;
  formula: Formula;
  bids: readonly BidFacts[];
  /** Fractions, worked out by hand from the formula; F9 and F12 by another programme at 50 digits. */
  values: readonly string[];
  printed: readonly string[];
  order: readonly string[];
}

const weights = { quality: '0.4', price: '0.6' };
const bid = (bidId: string, price: string, rest: Partial<Record<'quality' | 'features' | 'worth', string>>): BidFacts => ({
  bidId,
  price: exact(price),
  ...Object.fromEntries(Object.entries(rest).map(([key, text]) => [key, exact(text)])),
});
const three = [
  bid('a', '100', { quality: '0.70' }),
  bid('b', '110', { quality: '0.80' }),
  bid('c', '130', { quality: '0.95' }),
] as const;
const half = { quality: '0.5', price: '0.5' };
const pair = [bid('A', '100', { quality: '0.60' }), bid('B', '120', { quality: '0.72' })] as const;

export const vectors: readonly Vector[] = [
  {
    name: 'F2',
    formula: { kind: 'FEATURES', featuresMax: '0.3' },
    bids: [bid('a', '100', { features: '0.05' }), bid('b', '110', { features: '0.10' }), bid('c', '130', { features: '0.20' })],
    values: ['280/3', '385/4', '910/9'],
    printed: ['93.33', '96.25', '101.11'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F6',
    formula: { kind: 'RELATIVE_LOW_BID', weights },
    bids: three,
    values: ['22/25', '238/275', '547/650'],
    printed: ['0.8800', '0.8655', '0.8415'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F7',
    formula: { kind: 'ABSOLUTE_LIMITS', weights, priceMin: '80', priceMax: '150' },
    bids: three,
    values: ['124/175', '116/175', '193/350'],
    printed: ['0.7086', '0.6629', '0.5514'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F8',
    formula: { kind: 'AWARD_ON_VALUE' },
    bids: [bid('a', '100', { worth: '20' }), bid('b', '110', { worth: '30' }), bid('c', '130', { worth: '50' })],
    values: ['80', '80', '80'],
    printed: ['80', '80', '80'],
    order: ['a=', 'b=', 'c='],
  },
  {
    name: 'F9',
    formula: { kind: 'LOGARITHMIC', weights, base: '2' },
    bids: three,
    values: ['0.88', '0.837497885750', '0.752893026048'].map((text) => fractionText(exact(text))),
    printed: ['0.8800', '0.8375', '0.7529'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F11',
    formula: { kind: 'UTILITY_INDEX', weights },
    bids: three,
    values: ['5/6', '9/11', '10/13'],
    printed: ['0.8333', '0.8182', '0.7692'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F13',
    formula: { kind: 'WEIGHTED_SCORE' },
    bids: three,
    values: ['10/7', '11/8', '26/19'],
    printed: ['1.4286', '1.3750', '1.3684'],
    order: ['c', 'b', 'a'],
  },
  {
    name: 'F6 paradox, two bids',
    formula: { kind: 'RELATIVE_LOW_BID', weights: half },
    bids: pair,
    values: ['4/5', '233/300'],
    printed: ['0.8000', '0.7767'],
    order: ['A', 'B'],
  },
  {
    name: 'F6 paradox, C added',
    formula: { kind: 'RELATIVE_LOW_BID', weights: half },
    bids: [...pair, bid('C', '60', { quality: '0.10' })],
    values: ['3/5', '61/100', '11/20'],
    printed: ['0.60', '0.61', '0.55'],
    order: ['B', 'A', 'C'],
  },
];

/** Cases beyond the table, so that each of the thirteen has one; worked out by hand, F12 by another programme. */
export const ownVectors: readonly Vector[] = [
  {
    name: 'F1',
    formula: { kind: 'LOWEST_PRICE' },
    bids: three,
    values: ['100', '110', '130'],
    printed: ['100', '110', '130'],
    order: ['a', 'b', 'c'],
  },
  {
    name: 'F3',
    formula: { kind: 'LIFE_CYCLE_COST' },
    bids: [
      { ...bid('a', '100', {}), costs: [exact('40'), exact('5.5')] },
      { ...bid('b', '110', {}), costs: [exact('20')] },
    ],
    values: ['291/2', '130'],
    printed: ['145.50', '130.00'],
    order: ['b', 'a'],
  },
  {
    name: 'F4',
    formula: { kind: 'MIXED', featuresMax: '0.3' },
    bids: [
      { ...bid('a', '100', { features: '0.05' }), costs: [exact('10')] },
      { ...bid('b', '110', { features: '0.10' }), costs: [exact('2.005')] },
    ],
    values: ['10333/100', '4913/50'],
    printed: ['103.33', '98.26'],
    order: ['b', 'a'],
  },
  {
    name: 'F5',
    formula: { kind: 'ENERGY_SERVICE', rate: '0.12' },
    bids: [
      {
        ...bid('a', '0', {}),
        years: [
          { income: '1000', days: 365 },
          { income: '2000', days: 365 },
        ],
      },
    ],
    values: ['121875/49'],
    printed: ['2487.244898'],
    order: ['a'],
  },
  {
    name: 'F10',
    formula: { kind: 'VALUE_FOR_MONEY', factor: '1000' },
    bids: three,
    values: ['7', '80/11', '95/13'],
    printed: ['7.0000', '7.2727', '7.3077'],
    order: ['c', 'b', 'a'],
  },
  {
    name: 'F12',
    formula: { kind: 'SUPER_FORMULA', exponent: '1.5', qualityReference: '0.7', priceReference: '100' },
    bids: three,
    values: ['1', '1.029302987226', '1.083508004105'].map((text) => fractionText(exact(text))),
    printed: ['1.0000', '1.0293', '1.0835'],
    order: ['c', 'b', 'a'],
  },
  {
    name: 'F12 as buyers put it: 70 % for 100 is worth 100 % for 130',
    formula: { kind: 'SUPER_FORMULA', exponent: '-1', qualityReference: '0.7', priceReference: '100' },
    bids: [...three, bid('d', '130', { quality: '1' })],
    values: ['1', '1.012658227848', '0.981912144703', '1'].map((text) => fractionText(exact(text))),
    printed: ['1.0000', '1.0127', '0.9819', '1.0000'],
    order: ['b', 'a=', 'd=', 'c'],
  },
];

/** What does not hold of the vectors; `bids` come in all orders that rotating gives. */
export function vectorFaults(engine: Engine, rows: readonly Vector[]): string[] {
  return rows.flatMap((vector) => {
    const scored = new Map(engine.scoreBids(vector.formula, vector.bids).map(({ bidId, value }) => [bidId, value]));
    return [
      ...vector.bids.flatMap(({ bidId }, i) => differences(`${vector.name} ${bidId}`, scored.get(bidId), vector, i)),
      ...(orderOf(engine, vector) === vector.order.join(' ') ? [] : [`${vector.name} is ranked ${orderOf(engine, vector)}`]),
    ];
  });
}

function differences(name: string, value: Rational | undefined, { values, printed }: Vector, i: number): string[] {
  const text = value ? fractionText(value) : 'nothing';
  const shown = value ? rounded(value, printed[i]!.split('.')[1]?.length ?? 0) : 'nothing';
  return [
    ...(text === values[i] ? [] : [`${name} is ${text}, not ${values[i]}`]),
    ...(shown === printed[i] ? [] : [`${name} is printed ${shown}, not ${printed[i]}`]),
  ];
}

/** Ids by rank without a tie-break; an equals sign marks who shares one. */
function orderOf(engine: Engine, { formula, bids }: Vector): string {
  const ranked = engine.rank(formula, bids, []);
  return ranked
    .map(({ bidId, rank }) => (ranked.filter((other) => other.rank === rank).length > 1 ? `${bidId}=` : bidId))
    .join(' ');
}

/** Every formula that has a vector. */
export const kindsCovered = (rows: readonly Vector[]): Set<FormulaKind> => new Set(rows.map((row) => row.formula.kind));
