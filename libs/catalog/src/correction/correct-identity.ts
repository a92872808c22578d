import { z } from 'zod';
import { type Fault, fail, ok, partKey, partNumberAsWritten, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { IdentityCorrection } from './correction.entity.js';
import { correctionById } from './correction.reader.js';

const reason = z.string().trim().min(3).max(500);
const merge = z.strictObject({ fromId: z.uuid(), intoId: z.uuid(), reason });
const split = z.strictObject({
  partId: z.uuid(),
  supplierId: z.uuid(),
  manufacturerId: z.uuid(),
  number: z.string(),
  name: z.string().trim().min(1).max(400),
  reason,
});
const undo = z.strictObject({ correctionId: z.uuid(), reason });

export type MergePartsInput = z.input<typeof merge>;
export type SplitPartInput = z.input<typeof split>;
export type CorrectIdentityError = Fault<'SamePart'> | Fault<'PartMerged'> | Fault<'PartsCorrected'>;
export type SplitPartError = CorrectIdentityError | Fault<'PartNumberInvalid'>;
export type UndoCorrectionError = Fault<'AlreadyUndone'> | Fault<'CorrectionOfMerge'>;

const faults = { SAME: 'SamePart', MERGED: 'PartMerged', CORRECTED: 'PartsCorrected' } as const;
interface Made {
  outcome: keyof typeof faults | 'DONE';
  correction_id: string;
}

/**
 * Notes that two parts are one, for an operator: from now on the first stands for the second, which shows the offers and numbers of
 * both. Nothing is rewritten: offers, baskets and orders keep the part they were written with. Re-identification merges
 * history, never stock. Errors: SamePart, PartMerged (one of them stands for another already), PartsCorrected (others stand for
 * the first: undo that). Throws Forbidden, NotFound, BadInput.
 */
export async function mergeParts(work: Work, given: MergePartsInput): Promise<Result<IdentityCorrection, CorrectIdentityError>> {
  requirePermission(work, permissions.operateParts);
  const { fromId, intoId, reason } = checkInput(merge, given);
  const made = await one<Made>(work, 'select * from catalog.merge_parts($1, $2, $3)', [fromId, intoId, reason]);
  if (!made) throw new Error('the correction gave no row');
  if (made.outcome !== 'DONE') return fail({ code: faults[made.outcome], path: ['intoId'] });
  const detail = { correction: made.correction_id, into: intoId, reason };
  await audit(work, { action: 'part:merge', subject: `part:${fromId}`, detail });
  return ok(await correctionById(work, made.correction_id));
}

/**
 * Notes that what one supplier offers as a part is in truth another, for an operator: his offers count for that part, which is made
 * when there is none. What others offer stays. Errors: as mergeParts, and PartNumberInvalid. Throws Forbidden, NotFound, BadInput.
 */
export async function splitPart(work: Work, given: SplitPartInput): Promise<Result<IdentityCorrection, SplitPartError>> {
  requirePermission(work, permissions.operateParts);
  const { partId, supplierId, reason, manufacturerId, name, number: said } = checkInput(split, given);
  const number = partNumberAsWritten(said);
  if (!number || partKey(number) === '')
    return fail({ code: 'PartNumberInvalid', path: ['number'], values: { value: said.slice(0, 80) } });
  const meant = { manufacturerId, number, name };
  const made = await one<Made>(work, 'select * from catalog.split_part($1, $2, $3, $4)', [
    partId,
    supplierId,
    JSON.stringify(meant),
    reason,
  ]);
  if (!made) throw new Error('the correction gave no row');
  if (made.outcome !== 'DONE') return fail({ code: faults[made.outcome], path: ['number'] });
  const detail = { correction: made.correction_id, supplierId, ...meant, reason };
  await audit(work, { action: 'part:split', subject: `part:${partId}`, detail });
  return ok(await correctionById(work, made.correction_id));
}

/**
 * Takes a correction back, for an operator: everything reads as before. A part that was made for it goes, unless something names it
 * by now. Errors: AlreadyUndone, CorrectionOfMerge (it came with a merge of manufacturers: undo that). Throws Forbidden, NotFound.
 */
export async function undoCorrection(
  work: Work,
  given: z.input<typeof undo>,
): Promise<Result<IdentityCorrection, UndoCorrectionError>> {
  requirePermission(work, permissions.operateParts);
  const { correctionId, reason } = checkInput(undo, given);
  const set = await one<{ outcome: string }>(work, 'select catalog.undo_correction($1, $2) as outcome', [correctionId, reason]);
  if (set?.outcome !== 'DONE')
    return fail({ code: set?.outcome === 'PART_OF_MERGE' ? 'CorrectionOfMerge' : 'AlreadyUndone', path: ['correctionId'] });
  const undone = await correctionById(work, correctionId);
  await audit(work, {
    action: 'part:undo-correction',
    subject: `part:${undone.fromPart}`,
    detail: { correction: correctionId, reason },
  });
  return ok(undone);
}
