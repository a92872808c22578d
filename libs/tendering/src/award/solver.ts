import { Worker } from 'node:worker_threads';
import type { MixedIntegerModel } from './award-model.js';

export interface SolveChoices {
  seconds: number;
  /** The relative distance between what was found and what is possible at which it may stop; 0 proves. */
  gap: number;
  /** Whether any solution will do. */
  isFirstEnough?: boolean;
}

export interface Solved {
  /** LIMIT: the time ended. FAILED: the solver did; `said` tells. */
  done: 'OPTIMAL' | 'INFEASIBLE' | 'LIMIT' | 'FAILED';
  /** The best values found, by column. */
  values?: Float64Array;
  /** No solution costs less. */
  bound: number;
  said?: string;
}

interface Told {
  id?: number;
  ready?: true;
  done?: Solved['done'];
  values?: Float64Array;
  bound?: number;
  said?: string;
}

/** Seconds after its own limit at which a solver that does not answer is ended. */
const graceSeconds = 5;

/**
 * The solver in a worker thread. It never hangs: a thread that does not keep its time limit is ended, and the best that it had
 * told until then is the answer. Close it when done.
 */
export class Solver {
  private thread: Worker | undefined;
  private asked = 0;

  async solve(model: MixedIntegerModel, choices: SolveChoices): Promise<Solved> {
    this.thread ??= new Worker(new URL('./solver-thread.mjs', import.meta.url));
    const { thread } = this;
    const id = ++this.asked;
    const best: Solved = { done: 'LIMIT', bound: Number.NEGATIVE_INFINITY };
    const ended = new AbortController();
    const answered = await new Promise<Solved | undefined>((resolve) => {
      const take = (told: Told) => {
        if (told.id !== id) return;
        if (told.values) best.values = told.values;
        if (told.bound !== undefined && Number.isFinite(told.bound)) best.bound = told.bound;
        if (told.done) resolve({ ...best, done: told.done, ...(told.said ? { said: told.said } : {}) });
      };
      const failed = (error: Error) => resolve({ ...best, done: 'FAILED', said: error.message });
      const late = setTimeout(() => resolve(undefined), (choices.seconds + graceSeconds) * 1000);
      thread.on('message', take).on('error', failed);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(late);
        thread.off('message', take).off('error', failed);
      });
      thread.postMessage({ id, data: packed(model), choices });
    });
    ended.abort();
    if (!answered || answered.done === 'FAILED') await this.close();
    return answered ?? best;
  }

  async close(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** The model as HiGHS takes it: rows one after the other, each its columns and values. */
function packed({ cost, lower, upper, isInteger, rows }: MixedIntegerModel) {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, { entries }] of rows.entries()) starts[i + 1] = starts[i]! + entries.length;
  const entries = rows.flatMap((row) => row.entries);
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: Float64Array.from(cost),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    integrality: Int32Array.from(isInteger, Number),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  };
}
