import { one, type Work } from '#libs/platform';
import { outcomeOf } from '../tender/tender.mover.js';
import { openHalf, type Seals, sealHalf } from './hub-half.js';

export type Arming = 'ARMED' | 'MOVED' | 'TAMPERED' | 'NOTHING';

/**
 * Seals the hub's half anew with the deadline as it is now, when that is later: from then on the earlier one opens nothing any more. A deadline that went
 * back is noted as an attack, once. For the clock.
 */
export async function armHalf(work: Work, place: { lotId: string; round: number }, seals: Seals): Promise<Arming> {
  const { orgId } = work.actor;
  const found = await one<{ half: { tenderId: string; sealed: string; closesAt: string } | null }>(
    work,
    'select tendering.half_to_arm($1, $2::smallint) as half',
    [place.lotId, place.round],
  );
  if (!found?.half) return 'NOTHING';
  const { tenderId, sealed, closesAt } = found.half;
  const half = openHalf(seals, sealed, { orgId, ...place });
  if (half?.notBefore === closesAt) return 'NOTHING';
  const later = half !== undefined && half.notBefore < closesAt;
  const anew = later ? sealHalf(seals, { ...half, notBefore: closesAt }, { orgId, ...place }) : null;
  return (await outcomeOf(work, 'tendering.arm_half($1)', [
    JSON.stringify({ tenderId, ...place, closesAt, sealed: anew }),
  ])) as Arming;
}
