import { type DecimalText, exact, minus, type Rational, ratio, rounded, times } from '#libs/kernel';
import type { AwardReport } from '../award/optimal-award.js';
import type { AwardAnswer } from '../award/solve-award.js';
import { bidKey, type LotScenario, ruleKey } from './lot-scenario.js';
import type { AllocatedPart, AllocationReport, ScenarioReport } from './scenario.entity.js';

/** The solver's answer in the words of the tender. */
export function scenarioReport(question: LotScenario, report: AwardReport): ScenarioReport {
  const { answer, nextBest, conflict, ruleCosts } = report;
  const places = new Map(question.scenario.rules.map(({ ruleId }, i) => [ruleId, ruleId === ruleKey(i) ? i : null]));
  return {
    outcome: answer.outcome,
    best: allocationOf(question, answer),
    bound: Number.isFinite(answer.bound) ? figure(answer.bound, 4) : null,
    gap: answer.gap === undefined ? null : figure(answer.gap, 6),
    seconds: figure(answer.seconds, 2),
    ruleCosts: ruleCosts.map(({ ruleId, cost, isProved }) => ({
      rule: places.get(ruleId) ?? null,
      cost: cost === undefined ? null : money(cost),
      proved: isProved,
    })),
    nextBest: nextBest ? allocationOf(question, nextBest) : null,
    conflict: conflict ? { rules: conflict.ruleIds.map((id) => places.get(id) ?? null), ids: [...conflict.lineIds] } : null,
  };
}

/** A float of the solver or of the clock, to so many places. */
const figure = (value: number, places: number): DecimalText =>
  rounded(ratio(BigInt(Math.round(value * 10 ** places)), 10n ** BigInt(places)), places);

const money = (amount: Rational): DecimalText => rounded(amount, 4);

function allocationOf(
  { scenario, lotOf, bidOf, byLots }: LotScenario,
  { allocation, figures }: AwardAnswer,
): AllocationReport | null {
  if (!allocation || !figures) return null;
  const parts = allocation.awards.map(({ supplierId, lineId, quantity }): AllocatedPart => {
    const lotId = lotOf.get(lineId) ?? '';
    const breaks = scenario.offers.find((offer) => offer.supplierId === supplierId && offer.lineId === lineId)?.breaks ?? [];
    const price = breaks.filter(({ from }) => minus(exact(quantity), exact(from)).over >= 0n).at(-1)?.price ?? '0';
    return {
      ...{ lotId, supplierId, quantity },
      lineId: byLots ? null : lineId,
      bidId: bidOf.get(bidKey(supplierId, lotId)) ?? '',
      amount: money(times(exact(price), exact(quantity))),
    };
  });
  const suppliers = [...figures.spend]
    .map(([supplierId, spend]) => ({
      supplierId,
      spend: money(spend),
      fixedCost: scenario.suppliers.find((one) => one.supplierId === supplierId)?.fixedCost ?? '0',
    }))
    .sort((a, b) => (a.supplierId < b.supplierId ? -1 : 1));
  return { total: money(figures.total), parts, suppliers };
}
