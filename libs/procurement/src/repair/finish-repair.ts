import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { certificate, text, which } from '../rotable/rotable.input.js';
import { type RotableStepError, requireHand, stepRotable } from '../rotable/rotable.mover.js';
import { repairById } from '../rotable/rotable.reader.js';

const finish = z.strictObject({ ...which, ...certificate });
const back = z.strictObject({ ...which, waybill: text(60).nullish() });
const end = z.strictObject(which);

export type FinishRepairInput = z.input<typeof finish>;
export type ReturnUnitInput = z.input<typeof back>;
export type ScrapUnitInput = z.input<typeof end>;

/**
 * The unit is repaired and has its certificate; what was approved, or the fixed price, is charged. Without an approval only at a fixed price.
 * Errors: VersionConflict, RotableNotPossible. Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function finishRepair(work: Work, given: FinishRepairInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, ...papers } = checkInput(finish, given);
  const repair = await repairById(work, rotableId);
  requireHand(work, repair, 'SUPPLIER');
  return stepRotable(work, repair, { event: 'FINISH', expectedVersion, set: papers, detail: papers });
}

/**
 * The unit is on its way back, repaired or as it was: the turn-around clock stops and the repair ends.
 * Errors: VersionConflict, RotableNotPossible (also: it is to be scrapped). Throws Forbidden without order:confirm, NotFound, BadInput.
 */
export async function returnUnit(work: Work, given: ReturnUnitInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion, waybill = null } = checkInput(back, given);
  const repair = await repairById(work, rotableId);
  requireHand(work, repair, 'SUPPLIER');
  return stepRotable(work, repair, { event: 'RETURN', expectedVersion, settle: true, set: { waybill }, detail: { waybill } });
}

/**
 * The unit is scrapped, because the buyer said so.
 * Errors: VersionConflict, RotableNotPossible (he did not). Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function scrapUnit(work: Work, given: ScrapUnitInput): Promise<Result<Rotable, RotableStepError>> {
  const { rotableId, expectedVersion } = checkInput(end, given);
  const repair = await repairById(work, rotableId);
  requireHand(work, repair, 'SUPPLIER');
  return stepRotable(work, repair, { event: 'SCRAP', expectedVersion, settle: true });
}
