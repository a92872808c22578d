import type { CatalogueEvent, CatalogueFormat, RowProblem } from '../canonical/catalogue.js';
import { Unreadable } from './row/problem.js';

/** A catalogue being read. Take `batches` or `events`, not both: the file is read once, at the pace of who takes. */
export interface CatalogueReading {
  /** undefined: no catalogue at all; the only problem says what it is. */
  format?: CatalogueFormat;
  /** The events of one piece of the file at a time (about 64 KiB of text); cheaper than one by one for bulk loading. */
  batches: AsyncIterable<readonly CatalogueEvent[]>;
  /** The same events one by one. */
  events: AsyncIterable<CatalogueEvent>;
}

/**
 * Finishes a reader's batches: turns what made the file unreadable into its last problem, adds what the decoding noticed,
 * counts, and closes with the `end` event. Errors of the byte stream itself (a lost connection) pass through as throws.
 */
export function reading(
  format: CatalogueFormat | undefined,
  batches: AsyncIterable<CatalogueEvent[]>,
  notices: () => RowProblem[] = () => [],
): CatalogueReading {
  const closed = closing(batches, notices);
  return { ...(format === undefined ? {} : { format }), batches: closed, events: oneByOne(closed) };
}

/** A reading that is refused from the start. */
export function refusedReading(error: Unreadable, format?: CatalogueFormat): CatalogueReading {
  return reading(format, failing(error));
}

// biome-ignore lint/correctness/useYield: a reading without events
async function* failing(error: Unreadable): AsyncGenerator<CatalogueEvent[]> {
  throw error;
}

async function* closing(
  batches: AsyncIterable<CatalogueEvent[]>,
  notices: () => RowProblem[],
): AsyncGenerator<readonly CatalogueEvent[]> {
  const tally = { rows: 0, refused: 0, errors: 0, warnings: 0 };
  let complete = true;
  const counted = (batch: CatalogueEvent[]): CatalogueEvent[] => {
    for (const problem of notices()) batch.push({ kind: 'problem', problem });
    for (const event of batch) {
      if (event.kind === 'row' || event.kind === 'same') tally.rows++;
      else if (event.kind === 'refused') tally.refused++;
      else if (event.kind === 'problem' && event.problem.severity === 'error') tally.errors++;
      else if (event.kind === 'problem' && event.problem.severity === 'warning') tally.warnings++;
    }
    return batch;
  };
  try {
    for await (const batch of batches) {
      const whole = counted(batch);
      if (whole.length > 0) yield whole;
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complete = false;
    yield counted([{ kind: 'problem', problem: error.problem }]);
  }
  const last = counted([]);
  last.push({ kind: 'end', end: { complete, ...tally } });
  yield last;
}

async function* oneByOne(batches: AsyncIterable<readonly CatalogueEvent[]>): AsyncGenerator<CatalogueEvent> {
  for await (const batch of batches) yield* batch;
}
