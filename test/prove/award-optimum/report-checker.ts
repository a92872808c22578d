import { rounded } from '#libs/kernel';
import { type AwardReport, type AwardScenario, allocationFigures } from '#libs/tendering';
import { cheapestByTrying } from './by-trying.js';

/** A small scenario and what the hub says of it. */
export interface AwardEvidence {
  name: string;
  scenario: AwardScenario;
  report: AwardReport;
}

/** What in a report is not what trying every allocation finds. */
export function reportFaults({ name, scenario, report }: AwardEvidence): string[] {
  const { answer } = report;
  const best = cheapestByTrying(scenario);
  if (!best)
    return answer.outcome === 'INFEASIBLE'
      ? conflictFaults(name, scenario, report)
      : [`${name}: there is no award, the answer is ${answer.outcome}`];
  const total = centsOf(answer.figures?.total);
  if (answer.outcome !== 'OPTIMAL' || !answer.allocation || total !== best.total)
    return [`${name}: ${answer.outcome} at ${total}, trying finds ${best.total}`];
  return [
    ...allocationFaults(name, scenario, report),
    ...costFaults(name, { scenario, report, best: best.total }),
    ...nextFaults(name, scenario, report),
  ];
}

/** The allocation itself: kept rules and the total, reckoned again. */
function allocationFaults(name: string, scenario: AwardScenario, { answer }: AwardReport): string[] {
  const { broken, total } = allocationFigures(scenario, answer.allocation!);
  return [
    ...(broken.length > 0 ? [`${name}: the allocation breaks ${broken.join()}`] : []),
    ...(centsOf(total) === centsOf(answer.figures!.total) ? [] : [`${name}: the allocation costs ${centsOf(total)}`]),
  ];
}

function costFaults(
  name: string,
  { scenario, report, best }: { scenario: AwardScenario; report: AwardReport; best: number },
): string[] {
  return scenario.rules.flatMap(({ ruleId, kind }) => {
    const freer = cheapestByTrying(scenario, { rules: scenario.rules.filter((rule) => rule.ruleId !== ruleId) });
    const told = report.ruleCosts.find((cost) => cost.ruleId === ruleId);
    const wanted = best - freer!.total;
    return told?.isProved && centsOf(told.cost) === wanted
      ? []
      : [`${name}: ${kind} is said to cost ${centsOf(told?.cost)}, it costs ${wanted}`];
  });
}

function nextFaults(name: string, scenario: AwardScenario, { answer, nextBest }: AwardReport): string[] {
  const next = cheapestByTrying(scenario, { without: answer.allocation! });
  const told = nextBest?.outcome === 'INFEASIBLE' ? undefined : centsOf(nextBest?.figures?.total);
  return nextBest && told === next?.total ? [] : [`${name}: the next best is said to cost ${told}, it costs ${next?.total}`];
}

/** The conflict named is one, and nothing in it can be left out. */
function conflictFaults(name: string, { rules, lines, ...rest }: AwardScenario, { conflict }: AwardReport): string[] {
  if (!conflict) return [`${name}: no conflict is named`];
  const can = (ruleIds: readonly string[], lineIds: readonly string[]): boolean => {
    const optional = new Set(lines.map(({ lineId }) => lineId).filter((id) => !lineIds.includes(id)));
    return (
      cheapestByTrying({ ...rest, rules, lines }, { rules: rules.filter(({ ruleId }) => ruleIds.includes(ruleId)), optional }) !==
      undefined
    );
  };
  const { ruleIds, lineIds } = conflict;
  const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);
  return [
    ...(can(ruleIds, lineIds) ? [`${name}: ${[...ruleIds, ...lineIds].join()} do not conflict`] : []),
    ...ruleIds.filter((id) => !can(without(ruleIds, id), lineIds)).map((id) => `${name}: ${id} is not needed for the conflict`),
    ...lineIds.filter((id) => !can(ruleIds, without(lineIds, id))).map((id) => `${name}: ${id} is not needed for the conflict`),
  ];
}

const centsOf = (amount: { over: bigint; under: bigint } | undefined): number | undefined =>
  amount ? Math.round(Number(rounded(amount, 4)) * 10_000) / 100 : undefined;
