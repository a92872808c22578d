import type { UploadState } from './upload.entity.js';

/** Which states may follow which. Publishing may fall back to STAGED or NEEDS_CONFIRMATION when another version came first. */
const following: Readonly<Record<UploadState, readonly UploadState[]>> = {
  QUARANTINED: ['PARSING', 'FAILED', 'DISCARDED'],
  PARSING: ['STAGED', 'BLOCKED', 'NEEDS_CONFIRMATION', 'PUBLISHED', 'FAILED', 'DISCARDED'],
  STAGED: ['PUBLISHING', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'DISCARDED', 'FAILED'],
  NEEDS_CONFIRMATION: ['STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'DISCARDED', 'FAILED'],
  PUBLISHING: ['PUBLISHED', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'FAILED'],
  BLOCKED: ['DISCARDED'],
  FAILED: ['DISCARDED'],
  PUBLISHED: [],
  DISCARDED: [],
};

/** Whether an upload in `from` may go to `to`. */
export function mayMove(from: UploadState, to: UploadState): boolean {
  return following[from].includes(to);
}
