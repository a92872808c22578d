import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Core, Rotable } from '../rotable/rotable.entity.js';
import { text, which } from '../rotable/rotable.input.js';
import { type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { agreedDueAt, coreById } from '../rotable/rotable.reader.js';
import { daysLater, type RotableMark, replacementMarks } from '../rotable/rotable.rules.js';

/** Why a core is no good. BEYOND_REPAIR is billed at once; for any other reason another core may come, when the terms allow it. */
export const coreRejections = ['BEYOND_REPAIR', 'WRONG_PART', 'INCOMPLETE', 'NO_TRACE', 'DAMAGED', 'OTHER'] as const;

const inspection = z.strictObject({ ...which, findings: text(2000) });
const judgement = z.union([
  z.strictObject({ ...which, accept: z.literal(true) }),
  z.strictObject({ ...which, accept: z.literal(false), reasonCode: z.enum(coreRejections), reason: text(500) }),
]);

export type InspectCoreInput = z.input<typeof inspection>;
export type JudgeCoreInput = z.input<typeof judgement>;

/**
 * What the supplier found at the core.
 * Errors: VersionConflict, RotableNotPossible. Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function inspectCore(work: Work, given: InspectCoreInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, findings } = checkInput(inspection, given);
  const core = await coreById(work, rotableId);
  requireHand(work, core, 'SUPPLIER');
  return stepRotable(work, core, { event: 'INSPECT', expectedVersion, set: { findings }, detail: { findings } });
}

/**
 * The supplier takes the core, which settles the exchange and gives the deposit back, or rejects it with a reason. One beyond economical
 * repair is billed at once, at the core value or the outright price as agreed; so is any other when the terms leave no days to replace it.
 * Else the buyer may send another until the later of those days and the due date, and it is billed then. A rejected serial may go round again.
 * Errors: VersionConflict, RotableNotPossible. Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function judgeCore(work: Work, given: JudgeCoreInput): Promise<Result<Rotable, RotableStepError>> {
  const asked = checkInput(judgement, given);
  const core = await coreById(work, asked.rotableId);
  requireHand(work, core, 'SUPPLIER');
  const { expectedVersion } = asked;
  if (asked.accept) return stepRotable(work, core, { event: 'ACCEPT', expectedVersion, settle: true });
  const { reasonCode, reason } = asked;
  const clock = await replacement(work, core, reasonCode);
  return stepRotable(work, core, {
    event: 'REJECT',
    expectedVersion,
    settle: true,
    set: { reasonCode, reason, ...(clock && { dueAt: clock.dueAt }) },
    ...(clock && { marks: clock.marks }),
    detail: { reasonCode, reason },
  });
}

async function replacement(
  work: Work,
  core: Core,
  reasonCode: string,
): Promise<{ dueAt: Date; marks: RotableMark[] } | undefined> {
  const { replaceDays, calendar } = core.terms;
  if (reasonCode === 'BEYOND_REPAIR' || replaceDays === 0) return undefined;
  const agreed = await agreedDueAt(work, core.id);
  const least = daysLater(calendar, work.now, { days: replaceDays, dayKind: 'CALENDAR' });
  const dueAt = agreed !== null && agreed > least ? agreed : least;
  return { dueAt, marks: replacementMarks(work.now, dueAt) };
}
