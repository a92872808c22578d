import type { Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import {
  type AnswerUrgentInput,
  answerUrgentInput,
  type LogContactInput,
  logContactInput,
  type ShipUrgentInput,
  shipUrgentInput,
} from './urgent.input.js';
import { moveUrgent, type UrgentStepError } from './urgent.mover.js';
import { type UrgentRequest, urgentById } from './urgent.reader.js';

/**
 * The supplier's answer to an urgent request: accepted, with the instant at which it leaves, or declined with a reason, which also
 * gives the hold back. Whatever ran out before it fires first: a late answer hides no breach.
 * Errors: VersionConflict, UrgentNotPossible (answered or ended already). Throws Forbidden without order:confirm, NotFound, BadInput.
 */
export async function answerUrgent(work: Work, given: AnswerUrgentInput): Promise<Result<UrgentRequest, UrgentStepError>> {
  requirePermission(work, 'order:confirm');
  const input = checkInput(answerUrgentInput, given);
  const request = await urgentById(work, input.requestId);
  const { expectedVersion } = input;
  const result = await moveUrgent(
    work,
    request,
    input.accept
      ? {
          kind: 'ACCEPTED',
          expectedVersion,
          settle: ['RESPOND'],
          set: { promisedAt: input.promisedAt },
          detail: { promisedAt: input.promisedAt },
        }
      : { kind: 'DECLINED', expectedVersion, settle: ['RESPOND', 'SHIP', 'PO'], detail: { reason: input.reason } },
  );
  if (result.ok)
    await audit(work, { action: 'urgent:answer', subject: `urgent:${request.id}`, detail: { accepted: input.accept } });
  return result;
}

/**
 * Says that the goods have left. The order may follow; until it does its own clock runs.
 * Errors: VersionConflict, UrgentNotPossible (not accepted, or left already). Throws Forbidden without order:confirm, NotFound, BadInput.
 */
export async function shipUrgent(work: Work, given: ShipUrgentInput): Promise<Result<UrgentRequest, UrgentStepError>> {
  requirePermission(work, 'order:confirm');
  const { requestId, expectedVersion, waybill } = checkInput(shipUrgentInput, given);
  const request = await urgentById(work, requestId);
  const result = await moveUrgent(work, request, {
    kind: 'SHIPPED',
    expectedVersion,
    settle: ['SHIP'],
    set: waybill ? { waybill } : {},
    detail: { waybill: waybill ?? null },
  });
  if (result.ok) await audit(work, { action: 'urgent:ship', subject: `urgent:${requestId}` });
  return result;
}

/**
 * Writes a call between the two desks into the log of the request, by either party. It binds nobody and stops no clock.
 * Errors: VersionConflict, UrgentNotPossible (the request has ended). Throws Forbidden without order:change at the buyer's desk and
 * order:confirm at the supplier's, NotFound, BadInput.
 */
export async function logContact(work: Work, given: LogContactInput): Promise<Result<UrgentRequest, UrgentStepError>> {
  const input = checkInput(logContactInput, given);
  const request = await urgentById(work, input.requestId);
  requirePermission(work, request.orgId === work.actor.orgId ? 'order:change' : 'order:confirm');
  return moveUrgent(work, request, {
    kind: 'CONTACTED',
    expectedVersion: input.expectedVersion,
    detail: { with: input.with, note: input.note },
  });
}
