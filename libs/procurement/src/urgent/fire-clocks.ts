import { NotFound, one, type Work } from '#libs/platform';
import { moveUrgent } from './urgent.mover.js';
import { urgentById } from './urgent.reader.js';

/**
 * Fires every mark of a request that is due at the work's clock and has not fired: warnings, breaches, escalations, each once whoever
 * asks and how often. Gives how many. For the clock, in the name of either party. Throws NotFound.
 */
export async function fireClocks(work: Work, input: { buyerId: string; requestId: string }): Promise<number> {
  const answer = await one<{ fired: number }>(work, 'select procurement.fire_urgent($1, $2, $3) as fired', [
    input.buyerId,
    input.requestId,
    work.now,
  ]);
  if (!answer) throw new NotFound(`urgent request ${input.requestId}`);
  return answer.fired;
}

/**
 * Gives the named hold of a request of the acting buyer back when its time is over; one that was ordered or ended meanwhile holds
 * nothing. What the supplier sends before the order keeps its hold: those units are on their way. For the clock.
 */
export async function expireUrgentHold(work: Work, requestId: string): Promise<boolean> {
  const request = await urgentById(work, requestId);
  if (request.held === '0' || request.heldUntil === null || request.heldUntil > work.now) return false;
  return (await moveUrgent(work, request, { kind: 'HOLD_EXPIRED', detail: { held: request.held } })).ok;
}
