// HiGHS in a thread of its own: solving blocks the thread it runs in for as long as it takes. One model at a time.
import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';

const highs = await loadHighs();
const { callbackType, modelStatus, solutionStatus } = highs.constants;

/** HiGHS wants its options before the run; the tolerances are its own tightest useful ones, what it finds is checked exactly anyhow. */
function optionsOf({ seconds, gap, isFirstEnough }) {
  return {
    output_flag: false,
    time_limit: seconds,
    mip_rel_gap: gap,
    mip_abs_gap: 1e-9,
    mip_feasibility_tolerance: 1e-8,
    primal_feasibility_tolerance: 1e-8,
    ...(isFirstEnough ? { mip_max_improving_sols: 1 } : {}),
  };
}

function solve({ id, data, choices }) {
  const model = highs.createModel(data);
  try {
    model.options.set(optionsOf(choices));
    let bound = Number.NEGATIVE_INFINITY;
    model.run({
      [callbackType.mipImprovingSolution](event) {
        bound = event.data.mip_dual_bound ?? bound;
        parentPort.postMessage({ id, values: event.data.mip_solution, bound });
      },
    });
    const status = model.getModelStatus();
    const isFeasible = model.info.get('primal_solution_status') === solutionStatus.feasible;
    const isInfeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible;
    return {
      id,
      done: isInfeasible ? 'INFEASIBLE' : status === modelStatus.optimal ? 'OPTIMAL' : 'LIMIT',
      bound: isInfeasible ? Number.POSITIVE_INFINITY : model.info.get('mip_dual_bound'),
      ...(isFeasible ? { values: model.getSolution().colValue } : {}),
    };
  } finally {
    model.dispose();
  }
}

parentPort.on('message', (asked) => {
  try {
    parentPort.postMessage(solve(asked));
  } catch (error) {
    parentPort.postMessage({ id: asked.id, done: 'FAILED', said: String(error?.message ?? error) });
  }
});
parentPort.postMessage({ ready: true });
