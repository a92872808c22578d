import type { AwardScenario } from './scenario.js';
import { solveAward } from './solve-award.js';
import type { Solver } from './solver.js';

/** Rules, and lines to be covered, that cannot be met together; without any one of them the others can. */
export interface AwardConflict {
  ruleIds: readonly string[];
  lineIds: readonly string[];
}

type Demand = { ruleId: string } | { lineId: string };

/** Seconds for one question whether a part of the demands can be met. */
const secondsPerQuestion = 10;

/**
 * Why there is no award: one smallest set of demands that conflict, found by halving (QuickXplain); lines are named only
 * where the rules do not explain it by themselves. undefined when the scenario can be met, or when the time ended before it was certain.
 */
export async function findConflict(solver: Solver, scenario: AwardScenario, seconds: number): Promise<AwardConflict | undefined> {
  const deadlineMs = performance.now() + seconds * 1000;
  const canMeet = async (demands: readonly Demand[]): Promise<boolean> => {
    const left = Math.min(secondsPerQuestion, (deadlineMs - performance.now()) / 1000);
    const met = left > 0 ? await isMet(solver, scenario, { demands, seconds: left }) : undefined;
    if (met === undefined) throw new TimeEnded();
    return met;
  };
  const rules = scenario.rules.map(({ ruleId }) => ({ ruleId }));
  const lines = scenario.lines.map(({ lineId }) => ({ lineId }));
  try {
    if (await canMeet([...rules, ...lines])) return undefined;
    const found = await smallest(canMeet, { kept: [], isNew: false, open: [...rules, ...lines] });
    return {
      ruleIds: found.flatMap((demand) => ('ruleId' in demand ? [demand.ruleId] : [])),
      lineIds: found.flatMap((demand) => ('lineId' in demand ? [demand.lineId] : [])),
    };
  } catch (error) {
    if (error instanceof TimeEnded) return undefined;
    throw error;
  }
}

class TimeEnded extends Error {}

interface Halving {
  kept: readonly Demand[];
  /** Whether something was kept since it was last asked. */
  isNew: boolean;
  open: readonly Demand[];
}

/** Of the open demands the fewest that conflict with those kept. */
async function smallest(
  canMeet: (demands: readonly Demand[]) => Promise<boolean>,
  { kept, isNew, open }: Halving,
): Promise<readonly Demand[]> {
  if (isNew && !(await canMeet(kept))) return [];
  if (open.length <= 1) return open;
  const half = Math.ceil(open.length / 2);
  const [first, second] = [open.slice(0, half), open.slice(half)];
  const ofSecond = await smallest(canMeet, { kept: [...kept, ...first], isNew: true, open: second });
  const ofFirst = await smallest(canMeet, { kept: [...kept, ...ofSecond], isNew: ofSecond.length > 0, open: first });
  return [...ofFirst, ...ofSecond];
}

async function isMet(
  solver: Solver,
  scenario: AwardScenario,
  { demands, seconds }: { demands: readonly Demand[]; seconds: number },
): Promise<boolean | undefined> {
  const ruleIds = new Set(demands.flatMap((demand) => ('ruleId' in demand ? [demand.ruleId] : [])));
  const lineIds = new Set(demands.flatMap((demand) => ('lineId' in demand ? [demand.lineId] : [])));
  const asked = { ...scenario, rules: scenario.rules.filter(({ ruleId }) => ruleIds.has(ruleId)) };
  const optionalLines = new Set(scenario.lines.filter(({ lineId }) => !lineIds.has(lineId)).map(({ lineId }) => lineId));
  const answer = await solveAward(solver, asked, { seconds, gap: 1, isFirstEnough: true, optionalLines });
  if (answer.allocation) return true;
  return answer.outcome === 'INFEASIBLE' ? false : undefined;
}
