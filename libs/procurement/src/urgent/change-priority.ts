import { type Fault, fail, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, requirePermission, rows, type Work } from '#libs/platform';
import { type ClockName, deadlinesOf, marksOf } from '../priority/clock.rules.js';
import { termsFor } from '../priority/priority.reader.js';
import { type CancelUrgentInput, type ChangePriorityInput, cancelUrgentInput, changePriorityInput } from './urgent.input.js';
import { moveUrgent, type UrgentStepError } from './urgent.mover.js';
import { type UrgentRequest, urgentById } from './urgent.reader.js';

export type ChangePriorityError = UrgentStepError | Fault<'PriorityUnknown' | 'PriorityUnchanged' | 'ReasonMissing'>;

/**
 * Makes a request of the acting buyer more or less urgent, on the supplier's terms for the new priority. A downgrade needs its
 * reason and counts from the beginning; a raise counts from now, because nobody can be late for what he was not asked. A clock that
 * was breached stays breached and does not start again. Both kinds stand in the log and the audit.
 * Errors: PriorityUnknown, PriorityUnchanged, ReasonMissing, VersionConflict, UrgentNotPossible. Throws Forbidden without
 * order:change, NotFound (also for the supplier), BadInput.
 */
export async function changePriority(
  work: Work,
  given: ChangePriorityInput,
): Promise<Result<UrgentRequest, ChangePriorityError>> {
  requirePermission(work, 'order:change');
  const input = checkInput(changePriorityInput, given);
  const request = await ownRequest(work, input.requestId);
  const found = await termsFor(work, { supplierId: request.supplierId, buyerId: request.orgId, priority: input.priority });
  if (!found) return fail({ code: 'PriorityUnknown', path: ['priority'], values: { value: input.priority } });
  if (found.priority === request.priority) return fail({ code: 'PriorityUnchanged', path: ['priority'] });
  const downgrade = found.rank > request.policy.rank;
  if (downgrade && !input.reason) return fail({ code: 'ReasonMissing', path: ['reason'] });

  const terms = { ...found, poToFollow: request.policy.poToFollow };
  const start = downgrade ? request.openedAt : work.now;
  const breached = await breachedClocks(work, request);
  const running = (['RESPOND', 'SHIP'] as const).filter(
    (clock) => !breached.has(clock) && (clock === 'SHIP' || request.status === 'OPEN'),
  );
  const { respondBy, shipBy } = deadlinesOf(terms, start);
  const result = await moveUrgent(work, request, {
    kind: downgrade ? 'DOWNGRADED' : 'RAISED',
    expectedVersion: input.expectedVersion,
    settle: running,
    marks: marksOf(terms, start, running),
    set: {
      priority: terms.priority,
      policy: terms,
      ...(running.includes('RESPOND') ? { respondBy } : {}),
      ...(running.includes('SHIP') ? { shipBy } : {}),
    },
    detail: { from: request.priority, to: terms.priority, reason: input.reason ?? null },
  });
  if (result.ok)
    await audit(work, {
      action: downgrade ? 'urgent:downgrade' : 'urgent:raise-priority',
      subject: `urgent:${request.id}`,
      detail: { from: request.priority, to: terms.priority, reason: input.reason ?? null },
    });
  return result;
}

/** Clocks that ran out by now, fired or not. */
async function breachedClocks(work: Work, request: UrgentRequest): Promise<Set<ClockName>> {
  const found = await rows<{ clock: ClockName }>(
    work,
    `select distinct c.clock from procurement.urgent_clock c where c.org_id = $1 and c.request_id = $2 and c.mark = 'BREACH'
       and (c.fired_at is not null or c.settled_at is null and c.due_at <= $3)`,
    [request.orgId, request.id, work.now],
  );
  return new Set(found.map(({ clock }) => clock));
}

/**
 * Takes a request of the acting buyer back, with a reason; what it holds is given back and its clocks stop.
 * Errors: VersionConflict, UrgentNotPossible (shipped, or ended). Throws Forbidden without order:cancel, NotFound, BadInput.
 */
export async function cancelUrgent(work: Work, given: CancelUrgentInput): Promise<Result<UrgentRequest, UrgentStepError>> {
  requirePermission(work, 'order:cancel');
  const { requestId, expectedVersion, reason } = checkInput(cancelUrgentInput, given);
  const request = await ownRequest(work, requestId);
  const result = await moveUrgent(work, request, {
    kind: 'CANCELLED',
    expectedVersion,
    settle: ['RESPOND', 'SHIP', 'PO'],
    detail: { reason },
  });
  if (result.ok) await audit(work, { action: 'urgent:cancel', subject: `urgent:${requestId}`, detail: { reason } });
  return result;
}

/** A request that the acting organisation raised. Throws NotFound. */
async function ownRequest(work: Work, id: string): Promise<UrgentRequest> {
  const request = await urgentById(work, id);
  if (request.orgId !== work.actor.orgId) throw new NotFound(`urgent request ${id}`);
  return request;
}
