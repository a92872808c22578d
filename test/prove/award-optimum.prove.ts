import { optimalAward, Solver, scenarioFaults, solveAward } from '#libs/tendering';
import { planted, sound } from './award-optimum/planted.js';
import { namedScenario, type Size, smallScenario } from './award-optimum/random-scenario.js';
import { reportFaults } from './award-optimum/report-checker.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { randomOf } from './support/random.js';

const forms: Record<ProofRun['mode'], { small: number; size: Size; seeds: readonly number[] }> = {
  short: { small: 40, size: { lines: 60, suppliers: 10 }, seeds: [1] },
  full: { small: 500, size: { lines: 200, suppliers: 20 }, seeds: [1, 2, 3, 4, 5] },
};
/** What issue 4 asks of the named generator on two cores. */
const wanted = { seconds: 60, gap: 0.01 };

export default {
  promise:
    'The optimal award is the optimum, its rules cost what they are said to cost, and where there is none the conflict is named',
  async run(run) {
    const { small, size, seeds } = forms[run.mode];
    const rows = [selfTest(reportFaults, sound, planted)];
    const solver = new Solver();
    try {
      rows.push(...(await smallCases(run, small, solver)));
      for (const seed of seeds) rows.push(await named(solver, size, { seed, isCorrelated: true }));
      rows.push(await named(solver, size, { seed: seeds[0]!, isCorrelated: false }));
    } finally {
      await solver.close();
    }
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return [
      ...rows,
      { promise: 'memory of the process at most, with its solver', figure: `${megabytes} MB`, wanted: 'reported', ok: true },
    ];
  },
} satisfies Programme;

async function smallCases(run: ProofRun, count: number, solver: Solver): Promise<ProofRow[]> {
  const random = randomOf(run.seed);
  const faults: string[] = [];
  let infeasible = 0;
  let malformed = 0;
  for (let i = 0; i < count; i++) {
    const scenario = smallScenario(random);
    malformed += scenarioFaults(scenario).length;
    const report = await optimalAward(scenario, { seconds: 30, gap: 0, secondsEach: 30 }, solver);
    if (report.answer.outcome === 'INFEASIBLE') infeasible += 1;
    faults.push(...reportFaults({ name: `case ${i}`, scenario, report }));
  }
  run.say(`  ${count} small cases, ${infeasible} of them without an award`);
  return [
    equalRow('faults in the scenarios themselves', malformed, 0),
    noneOf(
      `${count} small cases: optimum, allocation, cost of each rule, next best or conflict other than by trying all`,
      faults,
    ),
  ];
}

async function named(
  solver: Solver,
  size: Size,
  { seed, isCorrelated }: { seed: number; isCorrelated: boolean },
): Promise<ProofRow> {
  const scenario = namedScenario(randomOf(seed), size, isCorrelated);
  const { outcome, gap, seconds, figures } = await solveAward(solver, scenario, wanted);
  const what = `${size.lines} lines x ${size.suppliers} suppliers, ${isCorrelated ? 'named generator' : 'uncorrelated prices'}, seed ${seed}`;
  const figure = `${outcome}, gap ${gap === undefined ? 'none' : `${(gap * 100).toFixed(3)} %`}, ${figures?.spend.size ?? 0} suppliers, ${seconds.toFixed(1)} s`;
  const isSound = figures !== undefined && figures.broken.length === 0;
  if (!isCorrelated) return { promise: what, figure, wanted: 'an award and its gap', ok: isSound };
  return {
    promise: what,
    figure,
    wanted: 'gap <= 1 % within 60 s',
    ok: isSound && gap! <= wanted.gap && seconds <= wanted.seconds,
  };
}
