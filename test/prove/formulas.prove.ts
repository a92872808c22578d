import { formulas } from '#libs/tendering';
import { caseFaults, casesCount } from './formulas/cases.js';
import { type Engine, real } from './formulas/engine.js';
import { lawFaults, laws } from './formulas/laws.js';
import { planted } from './formulas/planted.js';
import { kindsCovered, ownVectors, vectorFaults, vectors } from './formulas/vectors.js';
import { equalRow, type Programme, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';

const runs: Record<ProofRun['mode'], number> = { short: 500, full: 10_000 };
/** Runs of each law with a planted fault. */
const runsPlanted = 300;

export default {
  promise: 'Every formula gives the numbers of its reference exactly, and no ranking hangs on order, currency or chance',
  async run({ mode, seed, say }) {
    const all = [...vectors, ...ownVectors];
    const faultsOf = (engine: Engine) => [
      ...vectorFaults(engine, all),
      ...caseFaults(engine),
      ...lawFaults(engine, { seed, runs: runsPlanted }),
    ];
    const rows = [selfTest(faultsOf, real, planted)];
    say(
      `  ${vectors.length + ownVectors.length} vectors, ${casesCount} cases, ${Object.keys(laws).length} laws, ${runs[mode]} competitions each`,
    );
    return [
      ...rows,
      equalRow('formulas with a vector', kindsCovered(all).size, Object.keys(formulas).length),
      noneOf(`${vectors.length} vectors of the reference, exact and as printed`, vectorFaults(real, vectors)),
      noneOf(`${ownVectors.length} vectors of our own, exact and as printed`, vectorFaults(real, ownVectors)),
      noneOf(`${casesCount} cases: K, alarms at their limits, packages, coefficients, the flip`, caseFaults(real)),
      noneOf(
        `${Object.keys(laws).length} laws over ${runs[mode]} competitions each`,
        lawFaults(real, { seed, runs: runs[mode] }),
      ),
    ];
  },
} satisfies Programme;
