import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { ManufacturerMerge } from './manufacturer.entity.js';
import { mergeById } from './manufacturer.reader.js';

const reason = z.string().trim().min(3).max(500);
const merge = z.strictObject({ fromId: z.uuid(), intoId: z.uuid(), reason });
const undo = z.strictObject({ mergeId: z.uuid(), reason });

export type MergeManufacturersInput = z.input<typeof merge>;
export type MergeManufacturersError = Fault<'SameManufacturer'> | Fault<'ManufacturerMerged'> | Fault<'PartsCorrected'>;
export type UndoManufacturerMergeError = Fault<'AlreadyUndone'> | Fault<'ManufacturerMerged'>;

const faults = { SAME: 'SameManufacturer', MERGED: 'ManufacturerMerged', CORRECTED: 'PartsCorrected' } as const;

/**
 * Makes two manufacturers one, for an operator: codes, names and parts of the first become the second's; the same number under both
 * is one part from then on. Offers, aliases, stock and orders are not rewritten.
 * Errors: SameManufacturer, ManufacturerMerged, PartsCorrected. Throws Forbidden, NotFound, BadInput.
 */
export async function mergeManufacturers(
  work: Work,
  given: MergeManufacturersInput,
): Promise<Result<ManufacturerMerge, MergeManufacturersError>> {
  requirePermission(work, permissions.operateParts);
  const { fromId, intoId, reason } = checkInput(merge, given);
  const made = await one<{ outcome: keyof typeof faults | 'DONE'; merge_id: string }>(
    work,
    'select * from catalog.merge_manufacturers($1, $2, $3)',
    [fromId, intoId, reason],
  );
  if (!made) throw new Error('the correction gave no row');
  if (made.outcome !== 'DONE') return fail({ code: faults[made.outcome], path: ['intoId'] });
  const detail = { merge: made.merge_id, into: intoId, reason };
  await audit(work, { action: 'manufacturer:merge', subject: `manufacturer:${fromId}`, detail });
  return ok(await mergeById(work, made.merge_id));
}

/**
 * Parts two manufacturers again, for an operator: codes, names and parts go back to where they were. Parts that came since stay.
 * Errors: AlreadyUndone, ManufacturerMerged (the second was merged onward: undo that first). Throws Forbidden, NotFound, BadInput.
 */
export async function undoManufacturerMerge(
  work: Work,
  given: z.input<typeof undo>,
): Promise<Result<ManufacturerMerge, UndoManufacturerMergeError>> {
  requirePermission(work, permissions.operateParts);
  const { mergeId, reason } = checkInput(undo, given);
  const set = await one<{ outcome: string }>(work, 'select catalog.undo_manufacturer_merge($1, $2) as outcome', [
    mergeId,
    reason,
  ]);
  if (set?.outcome !== 'DONE')
    return fail({ code: set?.outcome === 'MERGED' ? 'ManufacturerMerged' : 'AlreadyUndone', path: ['mergeId'] });
  const undone = await mergeById(work, mergeId);
  await audit(work, {
    action: 'manufacturer:undo-merge',
    subject: `manufacturer:${undone.fromId}`,
    detail: { merge: mergeId, reason },
  });
  return ok(undone);
}
