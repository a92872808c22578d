import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { type MoveError, movePartnership } from './move-partnership.js';
import type { Partnership } from './partnership.entity.js';

const input = z.strictObject({
  buyerId: z.uuid(),
  supplierId: z.uuid(),
  move: z.enum(['SUSPEND', 'RESUME', 'END']),
  expectedVersion: z.int(),
});

export type ChangePartnershipInput = z.input<typeof input>;
export type ChangePartnershipError = MoveError;

/**
 * Suspends, resumes or ends a partnership, by either side; only who suspended resumes. Open orders go on, new ones do not pass.
 * Errors: PartnershipMoveNotPossible, VersionConflict. Throws Forbidden, NotFound for strangers.
 */
export async function changePartnership(
  work: Work,
  given: ChangePartnershipInput,
): Promise<Result<Partnership, ChangePartnershipError>> {
  requirePermission(work, permissions.managePartnerships);
  return movePartnership(work, checkInput(input, given));
}
