import { describe, expect, it } from '@jest/globals';
import type { ScenarioRuleInput, ScenarioWholeFragment } from '../../../../graphql/generated/graphql.js';
import { scenarioInput, typedScenario } from './typed-scenario.js';

const scenario = (rules: readonly ScenarioRuleInput[]) =>
  ({
    ...{ id: 's', name: 'Two sources', splitLines: true, fixedCosts: [{ supplierId: 'a', amount: '50' }] },
    rules: rules.map((rule) => ({
      count: null,
      share: null,
      amount: null,
      quantity: null,
      supplierIds: [],
      lineIds: [],
      ...rule,
    })),
  }) as unknown as ScenarioWholeFragment;
const again = (rules: readonly ScenarioRuleInput[], suppliers = ['a', 'b']) =>
  scenarioInput('t', typedScenario(suppliers, scenario(rules)), 's').rules;

describe('a scenario as it is typed', () => {
  it('goes back as it came, what the form shows', () => {
    const rules: ScenarioRuleInput[] = [
      { kind: 'SUPPLIERS_MIN', count: 1 },
      { kind: 'SUPPLIERS_MAX', count: 2 },
      { kind: 'QUALITY_MIN', share: '0.6' },
      { kind: 'MINIMUM_ORDER', amount: '100' },
      { kind: 'CAPACITY', supplierIds: ['a'], quantity: '10' },
      { kind: 'INCLUDE', supplierIds: ['a'] },
      { kind: 'SHARE_MAX', supplierIds: ['a'], share: '0.4' },
      { kind: 'EXCLUDE', supplierIds: ['b'] },
    ];
    const typed = typedScenario(['a', 'b'], scenario(rules));
    expect([typed.kept, typed.ofSupplier['a']]).toEqual([[], { part: 'MUST', shareMax: '40', fixedCost: '50', capacity: '10' }]);
    expect(again(rules)).toEqual(rules);
  });

  it.each<ScenarioRuleInput>([
    { kind: 'CAPACITY', supplierIds: ['a'], lineIds: ['l'], quantity: '10' },
    { kind: 'EXCLUDE', supplierIds: ['a'], lineIds: ['l'] },
    { kind: 'MINIMUM_ORDER', supplierIds: ['a'], amount: '100' },
    { kind: 'SHARE_MAX', supplierIds: ['a', 'b'], share: '0.5' },
    { kind: 'INCLUDE', supplierIds: ['gone'] },
    { kind: 'LINE_AWARDS_MAX', count: 2 },
  ])('keeps what the form does not show: $kind', (rule) => {
    const typed = typedScenario(['a', 'b'], scenario([rule]));
    expect([typed.kept, typed.orderMin, typed.ofSupplier['a']]).toEqual([
      [rule],
      '',
      { part: 'MAY', shareMax: '', fixedCost: '50', capacity: '' },
    ]);
    expect(again([rule])).toEqual([rule]);
  });

  it('keeps a rule beside one of the same kind that has a field', () => {
    const rules: ScenarioRuleInput[] = [
      { kind: 'CAPACITY', supplierIds: ['a'], quantity: '10' },
      { kind: 'CAPACITY', supplierIds: ['a'], lineIds: ['l'], quantity: '3' },
      { kind: 'CAPACITY', supplierIds: ['a'], quantity: '8' },
    ];
    expect(again(rules)).toEqual(rules);
  });
});
