import { describe, expect, it } from '@jest/globals';
import { fractionText } from '#libs/kernel';
import { allocationFigures } from './allocation-figures.js';
import { optimalAward } from './optimal-award.js';
import type { AwardRule, AwardScenario } from './scenario.js';
import { scenarioFaults } from './scenario-faults.js';

/** Lots of states-and-formulas 4.6: A 100 / 120, B 110 / 100, both lots 180. */
const lots: AwardScenario = {
  lines: ['A', 'B'].map((lineId) => ({ lineId, quantity: '1', quantum: '1' })),
  suppliers: ['x', 'y'].map((supplierId) => ({ supplierId, fixedCost: '0', quality: supplierId === 'x' ? '0.6' : '0.9' })),
  offers: [
    { supplierId: 'x', lineId: 'A', breaks: [{ from: '1', price: '100' }] },
    { supplierId: 'y', lineId: 'A', breaks: [{ from: '1', price: '120' }] },
    { supplierId: 'x', lineId: 'B', breaks: [{ from: '1', price: '110' }] },
    { supplierId: 'y', lineId: 'B', breaks: [{ from: '1', price: '100' }] },
  ],
  packages: [{ packageId: 'both', supplierId: 'x', amount: '180', quantities: { A: '1', B: '1' } }],
  rules: [],
};
const withRules = (...rules: readonly AwardRule[]): AwardScenario => ({ ...lots, rules });
const options = { seconds: 20, secondsEach: 20, gap: 0 };

/** One line of 10 kg, of two suppliers with breaks, from 0.5 kg on. */
const byWeight: AwardScenario = {
  lines: [{ lineId: 'A', quantity: '10', quantum: '0.5' }],
  suppliers: ['x', 'y'].map((supplierId) => ({ supplierId, fixedCost: '3.50' })),
  offers: [
    {
      supplierId: 'x',
      lineId: 'A',
      quantityMax: '7.5',
      breaks: [
        { from: '0.5', price: '5' },
        { from: '5', price: '4' },
      ],
    },
    {
      supplierId: 'y',
      lineId: 'A',
      breaks: [
        { from: '0.5', price: '4.80' },
        { from: '10', price: '4.60' },
      ],
    },
  ],
  packages: [],
  rules: [],
};

describe('the optimal award', () => {
  it('takes the package that is cheaper than the best single bids, and says what comes next', async () => {
    const { answer, nextBest, ruleCosts } = await optimalAward(lots, options);
    expect([answer.outcome, answer.gap, answer.allocation, ruleCosts]).toEqual([
      'OPTIMAL',
      0,
      { awards: [], packageIds: ['both'] },
      [],
    ]);
    expect(nextBest?.allocation).toEqual({
      awards: [
        { supplierId: 'x', lineId: 'A', quantity: '1' },
        { supplierId: 'y', lineId: 'B', quantity: '1' },
      ],
      packageIds: [],
    });
    expect([answer, nextBest!].map(({ figures }) => fractionText(figures!.total))).toEqual(['180', '200']);
  });

  it('says what every rule costs', async () => {
    const { answer, ruleCosts } = await optimalAward(
      withRules({ ruleId: 'two', kind: 'SUPPLIERS_MIN', count: 2 }, { ruleId: 'good', kind: 'QUALITY_MIN', quality: '0.7' }),
      options,
    );
    expect(answer.allocation!.awards.map(({ supplierId, lineId }) => supplierId + lineId)).toEqual(['xA', 'yB']);
    expect(ruleCosts.map(({ ruleId, cost, isProved }) => [ruleId, fractionText(cost!), isProved])).toEqual([
      ['two', '0', true],
      ['good', '0', true],
    ]);
    const alone = await optimalAward(withRules({ ruleId: 'good', kind: 'QUALITY_MIN', quality: '0.8' }), options);
    // Only y reaches 0.8: 220 instead of 180.
    expect(alone.ruleCosts.map(({ cost }) => fractionText(cost!))).toEqual(['40']);
  });

  it('splits a line at the breaks, in whole quanta', async () => {
    const { answer } = await optimalAward(byWeight, options);
    // 10 of y: 46 + 3.50; 7.5 of x and 2.5 of y: 30 + 12 + 7 = 49.
    expect(answer.allocation!.awards.map(({ supplierId, quantity }) => `${supplierId} ${quantity}`)).toEqual(['x 7.5', 'y 2.5']);
    expect(fractionText(answer.figures!.total)).toBe('49');
  });

  it('names what conflicts when there is none', async () => {
    const { answer, conflict } = await optimalAward(
      withRules(
        { ruleId: 'cap', kind: 'SHARE_MAX', supplierIds: ['x'], share: '0.5' },
        { ruleId: 'in', kind: 'INCLUDE', supplierId: 'x' },
        { ruleId: 'one', kind: 'SUPPLIERS_MAX', count: 1 },
      ),
      options,
    );
    expect([answer.outcome, conflict]).toEqual(['INFEASIBLE', { ruleIds: ['cap', 'in', 'one'], lineIds: [] }]);
    const uncovered = await optimalAward({ ...lots, packages: [], offers: lots.offers.slice(0, 2) }, options);
    expect(uncovered.conflict).toEqual({ ruleIds: [], lineIds: ['B'] });
  });

  it('answers in its time, with nothing if nothing was found', async () => {
    const { answer } = await optimalAward(lots, { ...options, seconds: 0 });
    expect(['OPTIMAL', 'UNFINISHED']).toContain(answer.outcome);
    expect(answer.seconds).toBeLessThan(60);
  });
});

describe('the figures of an allocation', () => {
  const of = (scenario: AwardScenario, awards: readonly [string, string, string][], packageIds: string[] = []) => {
    const { total, broken } = allocationFigures(scenario, {
      awards: awards.map(([supplierId, lineId, quantity]) => ({ supplierId, lineId, quantity })),
      packageIds,
    });
    return [fractionText(total), broken];
  };

  it('are exact, with the price of the break that the quantity reaches', () => {
    expect(
      of(byWeight, [
        ['x', 'A', '4.5'],
        ['y', 'A', '5.5'],
      ]),
    ).toEqual(['559/10', []]);
    expect(
      of(byWeight, [
        ['x', 'A', '5'],
        ['y', 'A', '5'],
      ]),
    ).toEqual(['51', []]);
  });

  it('name what is broken', () => {
    expect(
      of(byWeight, [
        ['x', 'A', '8'],
        ['y', 'A', '2'],
      ])[1],
    ).toEqual(['offer:x:A']);
    expect(
      of(byWeight, [
        ['x', 'A', '5.25'],
        ['y', 'A', '4'],
      ])[1],
    ).toEqual(['line:A', 'offer:x:A']);
    const rules: AwardRule[] = [
      { ruleId: 'cap', kind: 'CAPACITY', supplierId: 'x', quantity: '1' },
      { ruleId: 'min', kind: 'MINIMUM_ORDER', amount: '181' },
      { ruleId: 'not', kind: 'EXCLUDE', supplierId: 'x', lineIds: ['B'] },
      { ruleId: 'in', kind: 'INCLUDE', supplierId: 'y' },
      { ruleId: 'part', kind: 'LINE_AWARDS_MAX', count: 1 },
      { ruleId: 'share', kind: 'SHARE_MIN', supplierIds: ['y'], share: '0.01' },
    ];
    expect(of(withRules(...rules), [], ['both'])[1]).toEqual(['cap', 'in', 'min', 'not', 'share']);
  });
});

describe('a scenario', () => {
  it('is well formed before it is solved', () => {
    const codes = (scenario: AwardScenario) => scenarioFaults(scenario).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect([...codes(lots), ...codes(byWeight)]).toEqual([]);
    expect(
      codes({
        lines: [{ lineId: 'A', quantity: '1.5', quantum: '1' }],
        suppliers: [
          { supplierId: 'x', fixedCost: '-1' },
          { supplierId: 'x', fixedCost: '0', quality: '2' },
        ],
        offers: [
          {
            supplierId: 'x',
            lineId: 'A',
            breaks: [
              { from: '2', price: '1' },
              { from: '1', price: '1' },
            ],
          },
          { supplierId: 'x', lineId: 'B', breaks: [] },
        ],
        packages: [{ packageId: 'p', supplierId: 'x', amount: '1', quantities: {} }],
        rules: [
          { ruleId: 'r', kind: 'INCLUDE', supplierId: 'z' },
          { ruleId: 'n', kind: 'SUPPLIERS_MAX', count: 1.5 },
        ],
      }),
    ).toEqual([
      'AwardIdTwice supplier.x',
      'NotAWholeQuantum lines.A.quantity',
      'AwardNumberOutOfRange suppliers.x.fixedCost',
      'AwardNumberOutOfRange suppliers.x.quality',
      'BreaksOutOfOrder offers.x.A',
      'AwardIdUnknown offers.x.B',
      'AwardIdUnknown packages.p',
      'AwardIdUnknown rules.r.supplier z',
      'AwardNumberOutOfRange rules.n',
    ]);
  });
});
