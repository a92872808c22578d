import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import type { Tender } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';
import { challengeDecisions } from './standstill.entity.js';
import { placeOfStandstill } from './standstill.reader.js';

const challengeInput = z.strictObject({ standstillId: z.uuid(), reason: text(4000) });
export type ChallengeAwardFault = Fault<'StandstillOver' | 'ChallengedBefore'>;

/**
 * Challenges the decision on a lot for the acting bidder, who was written to about it: its standstill stops until the buyer has decided. Once for each
 * decision. Errors: StandstillOver (its last moment has passed by the database's clock, or it was taken back), ChallengedBefore. Throws Forbidden without bid:submit, NotFound also for
 * who did not bid, BadInput.
 */
export async function challengeAward(
  work: Work,
  raw: z.input<typeof challengeInput>,
): Promise<Result<Tender, ChallengeAwardFault>> {
  requirePermission(work, 'bid:submit');
  const { standstillId, reason } = checkInput(challengeInput, raw);
  const place = await placeOfStandstill(work, standstillId);
  if (!place || place.orgId === work.actor.orgId) throw new NotFound(`standstill ${standstillId}`);
  const id = uuid();
  const outcome = await outcomeOf(work, 'tendering.challenge_award($1)', [
    JSON.stringify({ id, buyerId: place.orgId, standstillId, reason }),
  ]);
  if (outcome === 'CHALLENGED_BEFORE') return fail({ code: 'ChallengedBefore', path: ['standstillId'] });
  if (outcome !== 'CHALLENGED') return fail({ code: 'StandstillOver', path: ['standstillId'], values: { reason: outcome } });
  await audit(work, { action: 'tender:challenge-award', subject: `standstill:${standstillId}`, detail: { challenge: id } });
  return ok(await tenderById(work, place.tenderId));
}

const decideInput = z.strictObject({ challengeId: z.uuid(), decision: z.enum(challengeDecisions), answer: text(4000) });

/**
 * Decides a challenge with an answer that the challenger reads. UPHELD takes the awards of the decision back, and the lot is evaluated again; REJECTED lets
 * the standstill go on, for as long as was left of it, when no other challenge stops it. Errors: ChallengeDecided. Throws Forbidden without tender:award, NotFound, BadInput.
 */
export async function decideChallenge(
  work: Work,
  raw: z.input<typeof decideInput>,
): Promise<Result<Tender, Fault<'ChallengeDecided'>>> {
  requirePermission(work, 'tender:award');
  const { challengeId, decision, answer } = checkInput(decideInput, raw);
  const found = await one<{ tenderId: string }>(
    work,
    'select c.tender_id as "tenderId" from tendering.challenge c where c.org_id = $1 and c.id = $2',
    [work.actor.orgId, challengeId],
  );
  if (!found) throw new NotFound(`challenge ${challengeId}`);
  await lockTender(work, found.tenderId);
  const outcome = await outcomeOf(work, 'tendering.decide_challenge($1)', [
    JSON.stringify({ challengeId, decision, answer, member: memberOf(work) }),
  ]);
  if (outcome !== 'DECIDED') return fail({ code: 'ChallengeDecided', path: ['challengeId'] });
  await audit(work, { action: 'tender:decide-challenge', subject: `challenge:${challengeId}`, detail: { decision } });
  return ok(await tenderById(work, found.tenderId));
}
