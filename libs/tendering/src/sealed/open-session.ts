import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { EnvelopeError, isPublicKey, openEnvelope } from '#libs/sealing';
import { closeRound } from '../round/open-bids.js';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';
import type { OpeningSession } from './sealing.entity.js';
import { openingSession, sealingOf } from './sealing.reader.js';

const sessionInput = z.strictObject({
  tenderId: z.uuid(),
  kind: z.enum(['REHEARSAL', 'OPENING']),
  publicKey: z.string().length(87),
});
type SessionFault = Fault<'SealingNotArranged' | 'SessionNotPossible' | 'OpeningTooEarly'>;
/** A try that is refused is kept, so it is no failure of the work. */
export type Attempt<T, F extends Fault = Fault> = { done: T } | { refused: F };

/**
 * Opens a session for which holders hand in their shares: a rehearsal of a draft, or an opening once a lot is closed; a lot whose deadline has passed is closed by it, without
 * waiting for the clock. The private key of the session stays with the client that made it. A try before the deadline is refused and stands in the tender's log. Refusals: OpeningTooEarly, SealingNotArranged,
 * SessionNotPossible. Throws Forbidden without tender:open, NotFound, BadInput.
 */
export async function openSession(
  work: Work,
  raw: z.input<typeof sessionInput>,
): Promise<Result<Attempt<OpeningSession, SessionFault>, never>> {
  requirePermission(work, 'tender:open');
  const given = checkInput(sessionInput, raw);
  if (!(await isPublicKey(given.publicKey))) return ok({ refused: { code: 'SessionNotPossible', path: ['publicKey'] } });
  if (given.kind === 'OPENING') await closeDue(work, given.tenderId);
  const id = uuid();
  const outcome = await outcomeOf(work, 'tendering.open_session($1)', [JSON.stringify({ ...given, id, member: memberOf(work) })]);
  await audit(work, {
    action: outcome === 'OPENED' ? 'tender:open-session' : 'tender:session-refused',
    subject: `tender:${given.tenderId}`,
    detail: { kind: given.kind, outcome },
  });
  if (outcome === 'OPENED') return ok({ done: await openingSession(work, id) });
  const code = ({ EARLY: 'OpeningTooEarly', NOT_ARRANGED: 'SealingNotArranged' } as const)[outcome] ?? 'SessionNotPossible';
  return ok({ refused: { code, path: ['tenderId'] } });
}

async function closeDue(work: Work, tenderId: string): Promise<void> {
  const { orgId, status, lots } = await tenderById(work, tenderId);
  if (orgId !== work.actor.orgId || status === 'DRAFT') return;
  // Few lots, each under its own lock, as `openBids` does it.
  for (const lot of lots.filter((one) => one.status === 'CLOSED')) await closeRound(work, { tenderId, lotId: lot.id });
}

const shareInput = z.strictObject({ sessionId: z.uuid(), keyId: z.uuid(), sealed: z.string().min(1).max(1000) });

/**
 * Hands in a share, sealed by its holder to the key of the session; again replaces it. Errors: ShareNotYours (another member's, or no share of this tender).
 * Throws Forbidden without tender:open, NotFound, BadInput.
 */
export async function handInShare(
  work: Work,
  raw: z.input<typeof shareInput>,
): Promise<Result<OpeningSession, Fault<'ShareNotYours'>>> {
  requirePermission(work, 'tender:open');
  const given = checkInput(shareInput, raw);
  const outcome = await outcomeOf(work, 'tendering.hand_share($1)', [JSON.stringify({ ...given, member: memberOf(work) })]);
  if (outcome !== 'HANDED_IN') return fail({ code: 'ShareNotYours', path: ['keyId'] });
  await audit(work, { action: 'tender:hand-in-share', subject: `session:${given.sessionId}`, detail: { key: given.keyId } });
  return ok(await openingSession(work, given.sessionId));
}

const rehearsalInput = z.strictObject({ sessionId: z.uuid(), contentKey: z.string().max(100) });
type RehearsalFault = Fault<'SharesMissing' | 'ContentKeyWrong' | 'SessionNotPossible'>;

/**
 * Ends a rehearsal: the client that joined the shares gives the content key of the rehearsal's envelope, which the hub checks. Errors: SharesMissing (not every holder,
 * deputies and recovery too, has handed in), ContentKeyWrong, SessionNotPossible. Throws Forbidden without tender:open, NotFound, BadInput.
 */
export async function finishRehearsal(work: Work, raw: z.input<typeof rehearsalInput>): Promise<Result<Tender, RehearsalFault>> {
  requirePermission(work, 'tender:open');
  const { sessionId, contentKey } = checkInput(rehearsalInput, raw);
  const { tenderId } = await openingSession(work, sessionId);
  const sealing = await sealingOf(work, tenderId);
  if (!sealing?.rehearsal || !(await opens(sealing.rehearsal, contentKey)))
    return fail({ code: 'ContentKeyWrong', path: ['contentKey'] });
  const outcome = await outcomeOf(work, 'tendering.finish_rehearsal($1, $2)', [sessionId, memberOf(work)]);
  if (outcome === 'SHARES_MISSING') return fail({ code: 'SharesMissing', path: ['sessionId'] });
  if (outcome !== 'REHEARSED') return fail({ code: 'SessionNotPossible', path: ['sessionId'] });
  await audit(work, { action: 'tender:finish-rehearsal', subject: `tender:${tenderId}`, detail: { session: sessionId } });
  return ok(await tenderById(work, tenderId));
}

async function opens(sealed: string, contentKey: string): Promise<boolean> {
  try {
    await openEnvelope(sealed, contentKey);
    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
}
