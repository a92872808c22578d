import { one, type Work } from '#libs/platform';
import { makeKeyPair } from '#libs/sealing';
import type { Tender } from '../tender/tender.entity.js';
import { type Seals, sealHalf } from './hub-half.js';

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
