import { minus, type Rational } from '#libs/kernel';
import { type AwardConflict, findConflict } from './find-conflict.js';
import type { AwardScenario } from './scenario.js';
import { type AwardAnswer, type AwardOptions, solveAward } from './solve-award.js';
import { Solver } from './solver.js';

/** What one rule costs: the award without it costs so much less. */
export interface RuleCost {
  ruleId: string;
  /** Exact between the two awards found; absent when the time ended before there was one. */
  cost?: Rational;
  /** Whether both awards are proved to be the best. */
  isProved: boolean;
}

export interface AwardReport {
  answer: AwardAnswer;
  /** In the order of the rules; empty where there is no award. */
  ruleCosts: readonly RuleCost[];
  /** The cheapest award that gives up at least one award or package of the answer. */
  nextBest?: AwardAnswer;
  /** Where there is no award: what conflicts. */
  conflict?: AwardConflict;
}

export interface ReportOptions extends Pick<AwardOptions, 'seconds' | 'gap'> {
  /** Seconds for each further question: every rule, the next best, the conflict. */
  secondsEach: number;
}

/**
 * The optimal award and what a buyer asks next: what each rule costs, which award comes next, and when there is none, why.
 * Never longer than `seconds` and `secondsEach` for each question together, and a little for the thread. With a solver
 * of the caller its thread is used and left running, else one is started for this award alone.
 */
export async function optimalAward(scenario: AwardScenario, options: ReportOptions, shared?: Solver): Promise<AwardReport> {
  const solver = shared ?? new Solver();
  try {
    return await reported(solver, scenario, options);
  } finally {
    if (!shared) await solver.close();
  }
}

async function reported(solver: Solver, scenario: AwardScenario, options: ReportOptions): Promise<AwardReport> {
  const answer = await solveAward(solver, scenario, options);
  if (answer.outcome === 'INFEASIBLE') {
    const conflict = await findConflict(solver, scenario, options.secondsEach);
    return { answer, ruleCosts: [], ...(conflict ? { conflict } : {}) };
  }
  if (!answer.allocation) return { answer, ruleCosts: [] };
  const further = { seconds: options.secondsEach, gap: options.gap };
  const nextBest = await solveAward(solver, scenario, { ...further, without: answer.allocation });
  return { answer, ruleCosts: await costsOfRules({ solver, scenario, answer }, further), nextBest };
}

async function costsOfRules(
  { solver, scenario, answer }: { solver: Solver; scenario: AwardScenario; answer: AwardAnswer },
  further: AwardOptions,
): Promise<RuleCost[]> {
  const costs: RuleCost[] = [];
  for (const { ruleId } of scenario.rules) {
    const rules = scenario.rules.filter((rule) => rule.ruleId !== ruleId);
    const freer = await solveAward(solver, { ...scenario, rules }, further);
    const isProved = freer.outcome === 'OPTIMAL' && answer.outcome === 'OPTIMAL';
    costs.push({ ruleId, isProved, ...(freer.figures ? { cost: minus(answer.figures!.total, freer.figures.total) } : {}) });
  }
  return costs;
}
