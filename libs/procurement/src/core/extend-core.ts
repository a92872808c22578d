import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { localDate, text, which } from '../rotable/rotable.input.js';
import { type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { coreById } from '../rotable/rotable.reader.js';
import { coreMarks, endOf, replacementMarks } from '../rotable/rotable.rules.js';

const input = z.strictObject({ ...which, dueOn: localDate, reason: text(500) });

export type ExtendCoreInput = z.input<typeof input>;

/**
 * The supplier gives the buyer until the end of a later day, with a reason. What was charged for lateness stays; a late core is due again
 * and no longer late.
 * Errors: VersionConflict, RotableNotPossible (it is not owed, or the day is not later than the due date and now). Throws Forbidden
 * without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function extendCore(work: Work, given: ExtendCoreInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, dueOn, reason } = checkInput(input, given);
  const core = await coreById(work, rotableId);
  requireHand(work, core, 'SUPPLIER');
  const { terms } = core;
  const dueAt = endOf(terms.calendar, dueOn);
  return stepRotable(work, core, {
    event: 'EXTEND',
    expectedVersion,
    settle: true,
    set: { dueAt, reason },
    marks: core.status === 'REJECTED' ? replacementMarks(work.now, dueAt) : coreMarks(terms, { start: work.now, dueAt }),
    detail: { from: core.dueAt?.toISOString() ?? null, to: dueAt.toISOString(), reason },
  });
}
