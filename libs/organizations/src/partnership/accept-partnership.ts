import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { type MoveError, movePartnership } from './change-partnership.js';
import type { Partnership } from './partnership.entity.js';

const input = z.strictObject({ buyerId: z.uuid(), supplierId: z.uuid(), expectedVersion: z.int() });

export type AcceptPartnershipInput = z.input<typeof input>;
export type AcceptPartnershipError = MoveError;

/**
 * Accepts what the other side proposed: from now on orders may pass.
 * Errors: PartnershipMoveNotPossible (not proposed, or proposed by oneself), VersionConflict. Throws Forbidden, NotFound for strangers.
 */
export async function acceptPartnership(
  work: Work,
  given: AcceptPartnershipInput,
): Promise<Result<Partnership, AcceptPartnershipError>> {
  requirePermission(work, permissions.managePartnerships);
  return movePartnership(work, { ...checkInput(input, given), move: 'ACCEPT' });
}
