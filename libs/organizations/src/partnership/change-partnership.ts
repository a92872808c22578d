import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Partnership } from './partnership.entity.js';
import { type PartnershipMove, stateAfter } from './partnership.lifecycle.js';
import { type Parties, partnershipOf } from './partnership.reader.js';

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

/** One step of a partnership. */
export interface Move extends Parties {
  move: PartnershipMove;
  expectedVersion: number;
}

export type MoveError = Fault<'PartnershipMoveNotPossible' | 'VersionConflict'>;

/** One step of a partnership by either side; the function in the database checks the same edge under the row's lock. */
export async function movePartnership(
  work: Work,
  { move, expectedVersion, ...parties }: Move,
): Promise<Result<Partnership, MoveError>> {
  const before = await partnershipOf(work, parties);
  const to = stateAfter(before, move, work.actor.orgId);
  const refused: MoveError = { code: 'PartnershipMoveNotPossible', path: [], values: { move, status: before.status } };
  if (before.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (!to) return fail(refused);
  const moved = await one<{ outcome: string }>(work, 'select organizations.move_partnership($1, $2, $3, $4) as outcome', [
    parties.buyerId,
    parties.supplierId,
    to,
    expectedVersion,
  ]);
  if (moved?.outcome === 'VERSION_CONFLICT') return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (moved?.outcome !== 'MOVED') return fail(refused);
  await audit(work, {
    action: `partnership:${move.toLowerCase()}`,
    subject: `partnership:${parties.buyerId}:${parties.supplierId}`,
  });
  return ok(await partnershipOf(work, parties));
}
