import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { text, which } from '../rotable/rotable.input.js';
import { type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { coreById } from '../rotable/rotable.reader.js';

const input = z.strictObject({ ...which, reason: text(500) });

export type BillCoreInput = z.input<typeof input>;

/**
 * The supplier no longer waits for a core that is late: it is billed as agreed, once. What is charged comes from the terms under which it was ordered;
 * where these give a day, or days to replace a rejected core, the clock bills it then and nobody before.
 * Errors: VersionConflict, RotableNotPossible (it is not late, its day has not come, or it is in the supplier's hands). Throws Forbidden without order:confirm,
 * NotFound (also for the buyer), BadInput.
 */
export async function billCore(work: Work, given: BillCoreInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, reason } = checkInput(input, given);
  const core = await coreById(work, rotableId);
  requireHand(work, core, 'SUPPLIER');
  return stepRotable(work, core, { event: 'BILL', expectedVersion, settle: true, set: { reason }, detail: { reason } });
}
