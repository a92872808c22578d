import { type ScheduleEdge, scheduleEdges } from './schedule-edges.data.js';
import { type BaseStatus, baseStatuses, type ScheduleEvent, type ScheduleStatus, type Side } from './schedule-status.js';

/** Why a step is not possible. */
export type StepRefusal =
  | 'NotYourStep'
  | 'AlreadyFinal'
  | 'NothingProposed'
  | 'NothingRequested'
  | 'AlreadyRequested'
  | 'ProposalOpen'
  | 'NotYetAnswered'
  | 'NotYetShipped';

const finals: ReadonlySet<ScheduleStatus> = new Set(['REJECTED', 'CANCELLED', 'CLOSED_SHORT']);
const gone: ReadonlySet<ScheduleStatus> = new Set(['SHIPPED', 'DELIVERED']);
const eventsOf: Record<Side, ReadonlySet<ScheduleEvent>> = {
  SUPPLIER: new Set([
    'CONFIRM',
    'BACKORDER',
    'PROPOSE_CHANGE',
    'PROPOSE_SUBSTITUTE',
    'REJECT',
    'GRANT',
    'REFUSE',
    'SHIP',
    'UNSHIP',
  ]),
  BUYER: new Set(['ACCEPT', 'DECLINE', 'CANCEL', 'REQUEST_CHANGE', 'CLOSE_SHORT', 'RECEIVE']),
};
const edgeOf = new Map(scheduleEdges.map((edge) => [keyOf(edge), edge]));

/** Whether nothing more can happen to the quantity. */
export function isFinal(status: ScheduleStatus): boolean {
  return finals.has(status);
}

/** Whether the quantity has left the supplier: it can be neither cancelled nor changed. */
export function hasLeft(status: ScheduleStatus): boolean {
  return gone.has(status);
}

/** Whether the supplier still has to send the quantity: neither rejected, cancelled nor closed short, and not gone. Reserved stock stands behind live quantities only. */
export function isLive(status: ScheduleStatus): boolean {
  return !finals.has(status) && !gone.has(status);
}

/** The base of a status: itself when it is one, else what was kept beneath it. */
export function baseOf(schedule: { status: ScheduleStatus; base: BaseStatus | null }): BaseStatus {
  const own = baseStatuses.find((status) => status === schedule.status);
  return own ?? schedule.base ?? 'REQUESTED';
}

/**
 * Where `event` by `side` leads a quantity: one result or one refusal for every triple. Guards that need more than the
 * state (NCNR, dates, sums) stand in the verbs. Source: states-and-formulas 4.1; the same rows are the table
 * procurement.schedule_edge, from which the database moves.
 */
export function stepTo(
  schedule: { status: ScheduleStatus; base: BaseStatus | null },
  side: Side,
  event: ScheduleEvent,
): { to: ScheduleStatus } | { refusal: StepRefusal } {
  if (!eventsOf[side].has(event)) return { refusal: 'NotYourStep' };
  if (isFinal(schedule.status)) return { refusal: 'AlreadyFinal' };
  const edge = edgeOf.get(keyOf({ side, event, from: schedule.status, base: baseOf(schedule) }));
  return edge ? { to: edge.to } : { refusal: refusalOf(schedule.status, event) };
}

function refusalOf(status: ScheduleStatus, event: ScheduleEvent): StepRefusal {
  if (hasLeft(status)) return 'AlreadyFinal';
  if (event === 'RECEIVE' || event === 'UNSHIP') return 'NotYetShipped';
  if (event === 'ACCEPT' || event === 'DECLINE') return 'NothingProposed';
  if (event === 'GRANT' || event === 'REFUSE') return 'NothingRequested';
  if (status === 'CANCEL_REQUESTED' || status === 'CHANGE_REQUESTED') return 'AlreadyRequested';
  return status === 'REQUESTED' ? 'NotYetAnswered' : 'ProposalOpen';
}

function keyOf(edge: Pick<ScheduleEdge, 'side' | 'event' | 'from' | 'base'>): string {
  return `${edge.side} ${edge.event} ${edge.from} ${edge.base}`;
}
