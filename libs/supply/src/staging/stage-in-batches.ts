import { setImmediate } from 'node:timers/promises';
import { type Actor, type UnitOfWork, withTightHeap } from '#libs/platform';
import type { UploadProgress } from '../upload/upload.entity.js';
import { RowBatch, type Staged } from './row-batch.js';
import { restartStaging, stageBatch } from './stage-catalogue-rows.js';
import type { SameRow, StagedRow } from './staged-row.js';

/** Some rows of a file, in its order. */
export type RowPiece = Iterable<StagedRow | SameRow>;

export interface BatchInput {
  uploadId: string;
  /** The rows as their reader comes by them, many at once: a promise for each row would cost more than its checks. Each piece is asked for its rows once. */
  pieces: AsyncIterable<RowPiece>;
  /** The version whose file the same rows stood in; asked before each batch. */
  baseVersion?: () => number | undefined;
  /** Asked before each batch. */
  progress?: () => Pick<UploadProgress, 'bytesRead' | 'bytesTotal'>;
  /** Rows per transaction, and at most a piece more. Default 5,000: a few MB of text held, and a step of the progress bar every fraction of a second. */
  batchRows?: number;
}

/**
 * Stages a file from its beginning (what an earlier reader staged of it is dropped), a transaction per batch; the next batch is
 * read while PostgreSQL takes the last. The text of two batches is held in memory at most, each until it is committed, so that a retried transaction sees the same rows.
 */
export function stageInBatches(unitOfWork: UnitOfWork, actor: Actor, input: BatchInput): Promise<Staged> {
  return withTightHeap(() => stageAll(unitOfWork, actor, input));
}

async function stageAll(unitOfWork: UnitOfWork, actor: Actor, input: BatchInput): Promise<Staged> {
  const { uploadId, progress, batchRows = 5_000 } = input;
  const defaults = await unitOfWork.run(actor, (work) => restartStaging(work, uploadId));
  const source = input.pieces[Symbol.asyncIterator]();
  const total: Staged = { rows: 0, refused: 0 };
  let pending: Promise<unknown> = Promise.resolve();
  try {
    for (;;) {
      const batch = new RowBatch(
        { orgId: actor.orgId, id: uploadId },
        { from: total.rows, defaults, baseVersion: input.baseVersion?.() },
      );
      await fill(batch, source, batchRows);
      await pending;
      if (batch.staged.rows === 0) break;
      total.rows += batch.staged.rows;
      total.refused += batch.staged.refused;
      const read = progress?.();
      pending = unitOfWork.run(actor, (work) => stageBatch(work, { uploadId, batch, ...(read ? { progress: read } : {}) }));
      // Noticed by the next `await pending`; without this line an early failure would count as unhandled.
      pending.catch(() => undefined);
    }
  } finally {
    // The batch under way ends before the caller hears of an error: no work runs on behind its back.
    await pending.catch(() => undefined);
    await source.return?.();
  }
  return total;
}

async function fill(batch: RowBatch, source: AsyncIterator<RowPiece>, count: number): Promise<void> {
  while (batch.staged.rows < count) {
    const next = await source.next();
    if (next.done) break;
    for (const row of next.value) batch.add(row);
    // The answers to the batch before wait for this thread: a dozen a transaction, each as long as the pieces that the file is read ahead by.
    await setImmediate();
  }
}
