import { one, type SecretBox, type Work } from '#libs/platform';
import { makeKeyPair } from '#libs/sealing';
import type { Tender } from '../tender/tender.entity.js';
import { outcomeOf } from '../tender/tender.mover.js';

/** Seals what the hub alone may know, under a key that is not in the database. */
export type Seals = Pick<SecretBox, 'seal' | 'open'>;

/** The private half, and the deadline before which the hub never uses it, whatever the database says later. */
export interface ArmedHalf {
  privateKey: string;
  publicKey: string;
  /** To the microsecond in UTC, as SQL writes it. */
  notBefore: string;
}

/** Where a half belongs: it opens nowhere else. */
interface Place {
  orgId: string;
  lotId: string;
  round: number;
}

const purposeOf = ({ orgId, lotId, round }: Place): string => `tendering.hub_secret:${orgId}:${lotId}:${round}`;

/** Opens the hub's half of a round; undefined: it was changed, or its key is gone. */
export function openHalf(seals: Seals, sealed: string, place: Place): ArmedHalf | undefined {
  try {
    return JSON.parse(seals.open(sealed, purposeOf(place))) as ArmedHalf;
  } catch {
    return undefined;
  }
}

const sealHalf = (seals: Seals, half: ArmedHalf, place: Place): string => seals.seal(JSON.stringify(half), purposeOf(place));

/** Makes the hub's half for the present rounds of these lots, each armed with its deadline. For the verbs that open rounds, in their transaction. */
export async function makeHalves(work: Work, tender: Tender, given: { lotIds: readonly string[]; seals: Seals }): Promise<void> {
  const deadlines = await rounds(work, given.lotIds);
  const halves = await Promise.all(
    deadlines.map(async ({ lotId, round, closesAt }) => {
      const pair = await makeKeyPair();
      const place = { orgId: work.actor.orgId, lotId, round };
      const sealed = sealHalf(given.seals, { ...pair, notBefore: closesAt }, place);
      return { lotId, round, publicKey: pair.publicKey, sealed, armedFor: closesAt };
    }),
  );
  const kept = await one<{ n: number }>(work, 'select tendering.keep_halves($1) as n', [
    JSON.stringify({ tenderId: tender.id, halves }),
  ]);
  if (kept?.n !== given.lotIds.length) throw new Error('a sealed round is left without the half of the hub');
}

async function rounds(work: Work, lotIds: readonly string[]): Promise<{ lotId: string; round: number; closesAt: string }[]> {
  const found = await one<{ rounds: { lotId: string; round: number; closesAt: string }[] }>(
    work,
    `select coalesce(jsonb_agg(jsonb_build_object('lotId', r.lot_id, 'round', r.round, 'closesAt', to_char(r.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), '[]') as rounds
     from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round where l.org_id = $1 and l.id = any ($2)`,
    [work.actor.orgId, lotIds],
  );
  return found?.rounds ?? [];
}

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
