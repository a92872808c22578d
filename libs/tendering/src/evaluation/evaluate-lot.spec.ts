import { describe, expect, it } from '@jest/globals';
import { exact, fractionText, rounded } from '#libs/kernel';
import { type Answers, type Criterion, criteriaFaults, featuresMaxOf, qualityOf } from './criterion.js';
import { type BidOnLot, type EvaluationTerms, evaluateLot } from './evaluate-lot.js';
import { formulaFaults } from './formula.js';
import { superExponent } from './quality-formulas.js';

const criteria: readonly Criterion[] = [
  { id: 'iso', kind: 'MANDATORY' },
  { id: 'plan', kind: 'SCORED', weight: '60', scoreMax: '10', scoreMin: '5' },
  { id: 'team', kind: 'SCORED', weight: '40', scoreMax: '5' },
];
const terms: EvaluationTerms = {
  formula: { kind: 'RELATIVE_LOW_BID', weights: { quality: '0.4', price: '0.6' } },
  criteria,
  qualityMin: '0.5',
  tieBreak: [{ by: 'TIME' }],
};
const answered = (plan: string, team: string, passed = true): Answers => ({
  iso: { passed },
  plan: { score: exact(plan) },
  team: { score: exact(team) },
});
const bid = (bidId: string, price: string, answers: Answers): BidOnLot => ({
  bidId,
  price: exact(price),
  arrived: { atUs: 0, sequence: Number(bidId.slice(1)) },
  answers,
});

describe('evaluating a lot', () => {
  it('refuses first, all reasons at once, and scores the rest among themselves', () => {
    const { ranking, refused } = evaluateLot(terms, [
      bid('b1', '100', answered('7', '3.5')),
      bid('b2', '110', answered('8', '4')),
      bid('b3', '10', answered('4', '1', false)),
      bid('b4', '90', { iso: { passed: true }, plan: { score: exact('10') } }),
    ]);
    expect(ranking.map(({ bid: { bidId, value }, rank }) => [bidId, rank, rounded(value, 4)])).toEqual([
      ['b1', 1, '0.8800'],
      ['b2', 2, '0.8655'],
    ]);
    expect(refused).toEqual([
      {
        bidId: 'b3',
        reasons: [
          { reason: 'MANDATORY_NOT_MET', criterionId: 'iso' },
          { reason: 'BELOW_THRESHOLD', criterionId: 'plan' },
          { reason: 'BELOW_QUALITY' },
        ],
      },
      { bidId: 'b4', reasons: [{ reason: 'NOT_ANSWERED', criterionId: 'team' }] },
    ]);
  });

  it('admits who is exactly at a threshold', () => {
    const { ranking } = evaluateLot(terms, [bid('b1', '100', answered('5', '2.5'))]);
    expect(ranking.map(({ bid: { quality } }) => fractionText(quality))).toEqual(['1/2']);
  });

  it('breaks a tie by a criterion when that was published', () => {
    const tied = [bid('b1', '100', answered('8', '3')), bid('b2', '100', answered('6', '4.5'))];
    expect(tied.map(({ answers }) => fractionText(qualityOf(criteria, answers)))).toEqual(['18/25', '18/25']);
    const winner = (tieBreak: EvaluationTerms['tieBreak']) =>
      evaluateLot({ ...terms, tieBreak }, tied).ranking.map(({ bid: { bidId }, rank }) => [bidId, rank]);
    expect(winner([{ by: 'CRITERION', criterionId: 'team', best: 'HIGHEST' }])).toEqual([
      ['b2', 1],
      ['b1', 2],
    ]);
    expect(winner([{ by: 'TIME' }])).toEqual([
      ['b1', 1],
      ['b2', 2],
    ]);
    expect(winner([])).toEqual([
      ['b1', 1],
      ['b2', 1],
    ]);
    // SHA-256 of the seed, a line feed and the id begins with 543f4b81 for b1, 33b8a053 for b2.
    expect(winner([{ by: 'LOT', seed: '2026-11-22 first draw' }])).toEqual([
      ['b2', 1],
      ['b1', 2],
    ]);
  });

  it('leaves out who has no points where price is divided by them', () => {
    const scored: EvaluationTerms = { formula: { kind: 'WEIGHTED_SCORE' }, criteria: criteria.slice(2), tieBreak: [] };
    expect(evaluateLot(scored, [bid('b1', '100', { team: { score: exact('0') } })])).toEqual({
      ranking: [],
      refused: [{ bidId: 'b1', reasons: [{ reason: 'NO_SCORE' }] }],
    });
  });

  it('reads features, costs and worth where the formula has them', () => {
    const mixed: EvaluationTerms = {
      formula: { kind: 'MIXED', featuresMax: '0.3' },
      criteria: [
        { id: 'warranty', kind: 'FEATURE', options: { '2 years': '0', '5 years': '0.3' } },
        { id: 'energy', kind: 'COST' },
      ],
      tieBreak: [],
    };
    expect(criteriaFaults(mixed.formula, mixed.criteria)).toEqual([]);
    const { ranking, refused } = evaluateLot(mixed, [
      bid('b1', '100', { warranty: { option: '5 years' }, energy: { amount: '20' } }),
      bid('b2', '90', { warranty: { option: '2 years' }, energy: { amount: '8.005' } }),
      bid('b3', '1', { warranty: { option: '9 years' } }),
      // What every object of the language has is no option of a criterion.
      bid('b4', '1', { warranty: { option: 'constructor' }, energy: { amount: '1' } }),
    ]);
    expect(refused.at(-1)).toEqual({ bidId: 'b4', reasons: [{ reason: 'NOT_ANSWERED', criterionId: 'warranty' }] });
    // 100 / (1 + 0.3 / 0.7) + 20 = 90.
    expect(ranking.map(({ bid: { bidId, value } }) => [bidId, rounded(value, 2)])).toEqual([
      ['b1', '90.00'],
      ['b2', '98.01'],
    ]);
    expect(refused[0]!.reasons.map(({ reason, criterionId }) => `${criterionId} ${reason}`)).toEqual([
      'warranty NOT_ANSWERED',
      'energy NOT_ANSWERED',
    ]);

    const worth: EvaluationTerms = {
      formula: { kind: 'AWARD_ON_VALUE' },
      criteria: [{ id: 'service', kind: 'WORTH', scoreMax: '10', worthMax: '50' }],
      tieBreak: [],
    };
    const { ranking: byWorth } = evaluateLot(worth, [
      bid('b1', '100', { service: { score: exact('4') } }),
      bid('b2', '105', { service: { score: exact('6') } }),
    ]);
    expect(byWorth.map(({ bid: { bidId, value } }) => [bidId, fractionText(value)])).toEqual([
      ['b2', '75'],
      ['b1', '80'],
    ]);
  });
});

describe('what may be published', () => {
  const codes = (faults: readonly { code: string; path: readonly string[] }[]) =>
    faults.map(({ code, path }) => `${code} ${path.join('.')}`);

  it('is a formula whose numbers hold', () => {
    expect(codes(formulaFaults(terms.formula))).toEqual([]);
    expect(codes(formulaFaults({ kind: 'RELATIVE_LOW_BID', weights: { quality: '0.4', price: '0.5' } }))).toEqual([
      'WeightsNotOne weights',
    ]);
    expect(codes(formulaFaults({ kind: 'LOGARITHMIC', weights: { quality: '0.4', price: '0.6' }, base: '1' }))).toEqual([
      'NumberOutOfRange base',
    ]);
    expect(codes(formulaFaults({ kind: 'FEATURES', featuresMax: '0.31' }))).toEqual(['NumberOutOfRange featuresMax']);
    expect(codes(formulaFaults({ kind: 'UTILITY_INDEX', weights: { quality: '1', price: '0' } }))).toEqual([
      'NumberOutOfRange weights.price',
    ]);
    expect(
      codes(formulaFaults({ kind: 'ABSOLUTE_LIMITS', weights: { quality: '0.4', price: '0.6' }, priceMin: '9', priceMax: '9' })),
    ).toEqual(['NumberOutOfRange priceMax']);
    expect(codes(formulaFaults({ kind: 'SUPER_FORMULA', exponent: '0', qualityReference: '1.1', priceReference: '0' }))).toEqual([
      'NumberOutOfRange exponent',
      'NumberOutOfRange priceReference',
      'NumberOutOfRange qualityReference',
    ]);
  });

  it('finds the exponent of F12 from what a buyer would pay for full quality', () => {
    expect(superExponent({ quality: '0.7', price: '100000' }, '130000')).toBe('-1.000000');
    expect(superExponent({ quality: '0.9', price: '100' }, '150')).toBe('6.184052');
    expect(superExponent({ quality: '0.8', price: '100' }, '125')).toBeUndefined();
    expect(superExponent({ quality: '0.8', price: '100' }, '90')).toBeUndefined();
  });

  it('has the criteria its formula reads, and no others', () => {
    expect(codes(criteriaFaults({ kind: 'LOWEST_PRICE' }, [{ id: 'energy', kind: 'COST' }]))).toEqual([
      'CriterionNotInFormula criteria.energy',
    ]);
    expect(codes(criteriaFaults({ kind: 'LIFE_CYCLE_COST' }, [{ id: 'iso', kind: 'MANDATORY' }]))).toEqual([
      'FormulaNeedsCriteria criteria',
    ]);
    expect(codes(criteriaFaults(terms.formula, [...criteria, criteria[1]!]))).toEqual(['CriterionTwice criteria.plan']);
    expect(
      codes(criteriaFaults(terms.formula, [{ id: 'plan', kind: 'SCORED', weight: '0', scoreMax: '10', scoreMin: '11' }])),
    ).toEqual(['NumberOutOfRange criteria.plan.weight', 'NumberOutOfRange criteria.plan.scoreMin']);
    const features = (max: string): Criterion[] => [
      { id: 'a', kind: 'FEATURE', options: { no: '0', yes: '0.2' } },
      { id: 'b', kind: 'FEATURE', options: { no: '0', yes: max } },
    ];
    expect(fractionText(featuresMaxOf(features('0.1')))).toBe('3/10');
    expect(codes(criteriaFaults({ kind: 'FEATURES', featuresMax: '0.3' }, features('0.1')))).toEqual([]);
    expect(codes(criteriaFaults({ kind: 'FEATURES', featuresMax: '0.2' }, features('0.1')))).toEqual([
      'FeaturesMaxMismatch formula.featuresMax',
    ]);
    expect(codes(criteriaFaults({ kind: 'FEATURES', featuresMax: '0.3' }, features('0.2')))).toEqual([
      'FeaturesAboveLegalMax criteria',
    ]);
    expect(
      codes(criteriaFaults({ kind: 'FEATURES', featuresMax: '0.3' }, [{ id: 'a', kind: 'FEATURE', options: {} }])),
    ).toContain('NumberOutOfRange criteria.a.options');
  });

  it('counts points that were not given or are out of range as none', () => {
    expect(fractionText(qualityOf(criteria, answered('11', '5')))).toBe('2/5');
    expect(fractionText(qualityOf(criteria, {}))).toBe('0');
    expect(fractionText(qualityOf([], {}))).toBe('0');
  });
});
