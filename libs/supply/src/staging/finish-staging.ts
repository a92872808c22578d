import type { Work } from '#libs/platform';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { lockCatalogue } from '../catalogue/catalogue.reader.js';
import type { LoadMode, Upload, UploadCounts, UploadReason, UploadState } from '../upload/upload.entity.js';
import { mayMove } from '../upload/upload.lifecycle.js';
import { lockUpload, moveUpload } from '../upload/upload.reader.js';
import { classify } from './staged-set.classes.js';

export interface StagingEnd {
  uploadId: string;
  /** Whether the reader reached the end of the file. Nothing of an incomplete file is published. Default: as said before. */
  complete?: boolean;
  /** What the file declares; it wins over what the sender asked for. */
  loadMode?: LoadMode;
  /** The update this one builds on (BMEcat prev_version). */
  prevVersion?: number;
  /** Further reasons for a person to look, which the rows do not show. */
  doubts?: readonly UploadReason[];
}

/**
 * Compares a staged upload with what is published and says what publishing would do. The upload becomes STAGED, waits for a
 * confirmation (a full load that withdraws more than the catalogue's limit), or is BLOCKED with the reasons. It may be called
 * again while the upload waits: another publication may have come between.
 */
export async function finishStaging(work: Work, input: StagingEnd): Promise<Upload> {
  const upload = await lockUpload(work, input.uploadId);
  if (upload.catalogueId === null || !(upload.state === 'QUARANTINED' || mayMove(upload.state, 'STAGED')))
    throw new Error(`upload ${upload.id} is ${upload.state}`);
  const catalogue = await lockCatalogue(work, upload.catalogueId, 'pessimistic_read');
  const told = {
    complete: input.complete ?? upload.complete,
    loadMode: input.loadMode ?? upload.loadMode,
    prevVersion: input.prevVersion ?? upload.prevVersion,
  };
  Object.assign(upload, told);
  const counts = await classify(work, upload, catalogue);
  const reasons = [...blocks(upload, catalogue, counts), ...doubts(upload, catalogue, counts), ...(input.doubts ?? [])];
  // What was scheduled is another preview's.
  const unscheduled = { publishAt: null, publishZone: null };
  return moveUpload(work, upload, {
    ...told,
    ...unscheduled,
    counts,
    reasons,
    basedOnVersion: catalogue.version,
    state: stateFor(reasons),
  });
}

const blocking: readonly UploadReason['code'][] = ['INCOMPLETE_FILE', 'LOAD_MODE_UNKNOWN', 'SEQUENCE_BROKEN', 'NOTHING_ACCEPTED'];

function stateFor(reasons: readonly UploadReason[]): UploadState {
  if (reasons.some((reason) => blocking.includes(reason.code))) return 'BLOCKED';
  return reasons.length > 0 ? 'NEEDS_CONFIRMATION' : 'STAGED';
}

/** What makes publishing impossible. */
function blocks(upload: Upload, catalogue: Catalogue, counts: UploadCounts): UploadReason[] {
  const reasons: UploadReason[] = [];
  if (!upload.complete) reasons.push({ code: 'INCOMPLETE_FILE', facts: {} });
  if (upload.loadMode === null) reasons.push({ code: 'LOAD_MODE_UNKNOWN', facts: {} });
  if (upload.loadMode === 'DELTA' && upload.prevVersion !== null && upload.prevVersion !== catalogue.sequence) {
    reasons.push({ code: 'SEQUENCE_BROKEN', facts: { expected: catalogue.sequence, found: upload.prevVersion } });
  }
  if (counts.ok === 0) reasons.push({ code: 'NOTHING_ACCEPTED', facts: { refused: counts.refused } });
  return reasons;
}

/** What a person has to confirm (trade-rules 15). */
function doubts(upload: Upload, catalogue: Catalogue, counts: UploadCounts): UploadReason[] {
  if (upload.loadMode !== 'FULL' || counts.withdrawn === 0) return [];
  const reasons: UploadReason[] = [];
  if (counts.withdrawn * 100 > counts.active * Number(catalogue.withdrawPercentMax)) {
    const percent = Math.round((counts.withdrawn * 1000) / counts.active) / 10;
    reasons.push({
      code: 'MASS_WITHDRAWAL',
      facts: { withdrawn: counts.withdrawn, active: counts.active, percent, limit: catalogue.withdrawPercentMax },
    });
  }
  // A row whose number could not be read may stand for any of the offers that seem absent.
  if (counts.unidentified > 0)
    reasons.push({ code: 'UNIDENTIFIED_ROWS', facts: { rows: counts.unidentified, withdrawn: counts.withdrawn } });
  return reasons;
}
