import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import type { Manufacturer } from '../part/part.entity.js';
import { permissions } from '../permissions.js';
import { manufacturerById } from './manufacturer.reader.js';

const input = z.strictObject({
  manufacturerId: z.uuid(),
  expectedVersion: z.int(),
  name: z.string().trim().min(1).max(120).nullish(),
  issuingBody: z.boolean().nullish(),
  /** Who goes on with its business; null: nobody. Absent: stays. */
  successorId: z.uuid().nullish(),
  succeededOn: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
});

export type ChangeManufacturerInput = z.input<typeof input>;
export type ChangeManufacturerError = Fault<'VersionConflict'> | Fault<'SuccessorIsItself'>;

/**
 * Writes what a manufacturer is called, whether it issues standards, and who succeeded it, for an operator. Its parts keep their
 * identity; a new name is found by at once. Errors: VersionConflict, SuccessorIsItself. Throws Forbidden, NotFound, BadInput.
 */
export async function changeManufacturer(
  work: Work,
  given: ChangeManufacturerInput,
): Promise<Result<Manufacturer, ChangeManufacturerError>> {
  requirePermission(work, permissions.operateParts);
  const { manufacturerId, expectedVersion, ...change } = checkInput(input, given);
  await manufacturerById(work, manufacturerId);
  if (change.successorId) {
    await manufacturerById(work, change.successorId);
    if (change.successorId === manufacturerId) return fail({ code: 'SuccessorIsItself', path: ['successorId'] });
  }
  const said = JSON.stringify(change);
  const set = await one<{ outcome: string }>(work, 'select catalog.change_manufacturer($1, $2, $3) as outcome', [
    manufacturerId,
    said,
    expectedVersion,
  ]);
  if (set?.outcome !== 'CHANGED') return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, { action: 'manufacturer:change', subject: `manufacturer:${manufacturerId}`, detail: change });
  return ok(await manufacturerById(work, manufacturerId));
}
