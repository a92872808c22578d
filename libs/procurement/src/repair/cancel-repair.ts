import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { text, which } from '../rotable/rotable.input.js';
import { type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { repairById } from '../rotable/rotable.reader.js';

const input = z.strictObject({ ...which, reason: text(500) });

export type CancelRepairInput = z.input<typeof input>;

/**
 * The buyer takes a repair back, or the supplier declines it, with a reason, before the unit is on its way.
 * Errors: VersionConflict, RotableNotPossible. Throws Forbidden without order:change as buyer, order:confirm as supplier, NotFound, BadInput.
 */
export async function cancelRepair(work: Work, given: CancelRepairInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, reason } = checkInput(input, given);
  const repair = await repairById(work, rotableId);
  requireHand(work, repair, repair.orgId === work.actor.orgId ? 'BUYER' : 'SUPPLIER');
  return stepRotable(work, repair, { event: 'CANCEL', expectedVersion, set: { reason }, detail: { reason } });
}
