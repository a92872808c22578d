import { exact, plus } from '#libs/kernel';
import { type AwardReport, type AwardScenario, allocationFigures } from '#libs/tendering';
import type { Planted } from '../support/checker.js';
import { cheapestByTrying } from './by-trying.js';
import type { AwardEvidence } from './report-checker.js';

/** Lots of states-and-formulas 4.6: A 100 / 120, B 110 / 100, both 180; and at least two suppliers wanted. */
const scenario: AwardScenario = {
  lines: ['A', 'B'].map((lineId) => ({ lineId, quantity: '1', quantum: '1' })),
  suppliers: ['x', 'y'].map((supplierId) => ({ supplierId, fixedCost: '0' })),
  offers: (
    [
      ['x', 'A', '100'],
      ['y', 'A', '120'],
      ['x', 'B', '110'],
      ['y', 'B', '100'],
    ] as const
  ).map(([supplierId, lineId, price]) => ({ supplierId, lineId, breaks: [{ from: '1', price }] })),
  packages: [{ packageId: 'both', supplierId: 'x', amount: '180', quantities: { A: '1', B: '1' } }],
  rules: [{ ruleId: 'two', kind: 'SUPPLIERS_MIN', count: 2 }],
};
const impossible: AwardScenario = { ...scenario, rules: [...scenario.rules, { ruleId: 'one', kind: 'SUPPLIERS_MAX', count: 1 }] };

/** What the hub should say of it, put together from trying. */
function reportOf(of: AwardScenario): AwardReport {
  const { allocation } = cheapestByTrying(of)!;
  const next = cheapestByTrying(of, { without: allocation })!.allocation;
  const answerOf = (chosen: typeof allocation) => ({
    outcome: 'OPTIMAL' as const,
    allocation: chosen,
    figures: allocationFigures(of, chosen),
    bound: 0,
    gap: 0,
    seconds: 0,
  });
  return {
    answer: answerOf(allocation),
    ruleCosts: [{ ruleId: 'two', cost: exact('20'), isProved: true }],
    nextBest: answerOf(next),
  };
}

const report = reportOf(scenario);
const none: AwardReport = {
  answer: { outcome: 'INFEASIBLE', bound: Number.POSITIVE_INFINITY, seconds: 0 },
  ruleCosts: [],
  conflict: { ruleIds: ['two', 'one'], lineIds: [] },
};
const evidence = (name: string, of: AwardScenario, told: AwardReport): Planted<AwardEvidence> => ({
  name,
  evidence: { name, scenario: of, report: told },
});
const but = (name: string, other: Partial<AwardReport>) => evidence(name, scenario, { ...report, ...other });
const answering = (name: string, other: Partial<AwardReport['answer']>) => but(name, { answer: { ...report.answer, ...other } });

export const sound: AwardEvidence = { name: 'sound', scenario, report };

/** Reports that a checker of awards must see through. */
export const planted: readonly Planted<AwardEvidence>[] = [
  answering('the second best is called the best', {
    allocation: report.nextBest!.allocation!,
    figures: report.nextBest!.figures!,
  }),
  answering('the package breaks the rule of two', { allocation: { awards: [], packageIds: ['both'] } }),
  answering('a line is not covered', {
    allocation: { ...report.answer.allocation!, awards: report.answer.allocation!.awards.slice(1) },
  }),
  answering('the total is a cent too low', {
    figures: { ...report.answer.figures!, total: plus(report.answer.figures!.total, exact('-0.01')) },
  }),
  answering('nothing is proved', { outcome: 'UNFINISHED' }),
  answering('an award is said to be impossible', { outcome: 'INFEASIBLE' }),
  but('a rule is said to cost nothing', { ruleCosts: [{ ruleId: 'two', cost: exact('0'), isProved: true }] }),
  but('the cost of a rule is left out', { ruleCosts: [] }),
  but('the next best is the best again', { nextBest: report.answer }),
  but('the next best is left out', { nextBest: { outcome: 'INFEASIBLE', bound: 0, seconds: 0 } }),
  evidence('an impossible award is made', impossible, report),
  evidence('half a conflict is named', impossible, { ...none, conflict: { ruleIds: ['two'], lineIds: [] } }),
  evidence('more than the conflict is named', impossible, { ...none, conflict: { ruleIds: ['two', 'one'], lineIds: ['A'] } }),
  evidence('no conflict is named', impossible, { answer: none.answer, ruleCosts: [] }),
];
