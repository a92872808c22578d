import { type Actor, type UnitOfWork, withTightHeap } from '#libs/platform';
import type { UploadProgress } from '../upload/upload.entity.js';
import { restartStaging, type Staged, stageCatalogueRows } from './stage-catalogue-rows.js';
import type { SameRow, StagedRow } from './staged-row.js';

export interface BatchInput {
  uploadId: string;
  rows: AsyncIterable<StagedRow | SameRow>;
  /** The version whose file the same rows stood in; asked before each batch. */
  baseVersion?: () => number | undefined;
  /** Asked before each batch. */
  progress?: () => Pick<UploadProgress, 'bytesRead' | 'bytesTotal'>;
  /** Rows per transaction. Default 2,000: a few MB held, and a step of the progress bar every fraction of a second. */
  batchRows?: number;
}

/**
 * Stages a file from its beginning (what an earlier reader staged of it is dropped), a transaction per batch; the next batch is
 * read while PostgreSQL takes the last. Two batches are held in memory at most. A batch is kept until it is committed, so that a retried transaction sees the same rows.
 */
export function stageInBatches(unitOfWork: UnitOfWork, actor: Actor, input: BatchInput): Promise<Staged> {
  return withTightHeap(() => stageAll(unitOfWork, actor, input));
}

async function stageAll(unitOfWork: UnitOfWork, actor: Actor, input: BatchInput): Promise<Staged> {
  await unitOfWork.run(actor, (work) => restartStaging(work, input.uploadId));
  const source = input.rows[Symbol.asyncIterator]();
  const total: Staged = { rows: 0, refused: 0 };
  let pending: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const batch = await take(source, input.batchRows ?? 2_000);
      await pending;
      if (batch.length === 0) break;
      pending = store(batch);
      // Noticed by the next `await pending`; without this line an early failure would count as unhandled.
      pending.catch(() => undefined);
    }
  } finally {
    // The batch under way ends before the caller hears of an error: no work runs on behind its back.
    await pending.catch(() => undefined);
    await source.return?.();
  }
  return total;

  async function store(rows: readonly (StagedRow | SameRow)[]): Promise<void> {
    const progress = input.progress?.();
    const baseVersion = input.baseVersion?.();
    const staged = await unitOfWork.run(actor, (work) =>
      stageCatalogueRows(work, {
        uploadId: input.uploadId,
        rows,
        ...(progress ? { progress } : {}),
        ...(baseVersion === undefined ? {} : { baseVersion }),
      }),
    );
    total.rows += staged.rows;
    total.refused += staged.refused;
  }
}

async function take<T>(source: AsyncIterator<T>, count: number): Promise<T[]> {
  const batch: T[] = [];
  while (batch.length < count) {
    const next = await source.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}
