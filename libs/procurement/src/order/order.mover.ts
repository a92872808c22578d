import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { canonicalJson, compare, type DecimalText, type LocalDate } from '#libs/kernel';
import { one, type Work } from '#libs/platform';
import type { LeavingLot } from '#libs/supply';
import type { Channel } from './channel.js';
import { sideOf } from './order.access.js';
import type { ChangeRequest, OrderEventKind, Proposal, WholeOrder } from './order.entity.js';
import { type OrderWire, orderWires } from './order.events.js';
import { orderById } from './order.reader.js';
import type { ScheduleEvent } from './schedule-status.js';

/** One step of one quantity. Terms of ACCEPT and GRANT are taken from what is stored, never from here. */
export interface ScheduleStep {
  id: string;
  event: ScheduleEvent;
  shipOn?: LocalDate;
  deliverOn?: LocalDate;
  proposal?: Proposal;
  request?: ChangeRequest;
  reason?: string;
  rawStatus?: string;
}

/** Takes `quantity` off the schedule line `source` into a new one `id` in the same state. */
export interface ScheduleSplit {
  id: string;
  source: string;
  quantity: DecimalText;
}

/** Everything one verb does to one order: it becomes one row of the timeline and one new version. */
export interface OrderMove {
  kind: OrderEventKind;
  wire: OrderWire;
  channel: Channel | 'RULE';
  messageId?: string;
  messageHash?: string;
  supplierNumber?: string;
  detail?: Record<string, unknown>;
  splits: readonly ScheduleSplit[];
  /** The lots and serials behind what is shipped. */
  leaving?: readonly LeavingLot[];
  /** The version that a despatch made which is undone. */
  undoes?: number;
  steps: readonly ScheduleStep[];
}

/** Carries a move out as the acting side, past the wall by that side's function, and gives the order as it then is. The order must be locked. */
export async function moveOrder(work: Work, order: WholeOrder, move: OrderMove): Promise<WholeOrder> {
  const door = sideOf(work, order) === 'SUPPLIER' ? 'answer_order' : 'amend_order';
  const member = work.actor.kind === 'user' ? work.actor.memberId : null;
  await one(work, `select procurement.${door}($1, $2, $3) as version`, [
    order.orgId,
    order.id,
    JSON.stringify({ ...move, version: order.version, member }),
  ]);
  const moved = await orderById(work, order.id);
  if (!moved) throw new Error('the order that was moved cannot be read');
  if (door === 'amend_order')
    work.emit({ wire: orderWires.moved, payload: { orgId: order.orgId, id: order.id, seq: moved.version } });
  return moved;
}

/** What the acting party's message did when it was taken before. The order must be locked. */
export function eventOf(
  work: Pick<Work, 'actor'>,
  order: WholeOrder,
  messageId: string | null | undefined,
): WholeOrder['events'][number] | undefined {
  if (messageId == null) return undefined;
  return order.events.find((event) => event.actorOrg === work.actor.orgId && event.messageId === messageId);
}

/** Whether the acting party's message was taken before: then its verb has nothing left to do. The order must be locked. */
export function takenBefore(work: Pick<Work, 'actor'>, order: WholeOrder, messageId: string | null | undefined): boolean {
  return eventOf(work, order, messageId) !== undefined;
}

/** By which what a message said is known again. */
export const messageHashOf = (said: object): string => createHash('sha256').update(canonicalJson(said)).digest('hex');

/** A piece of a schedule line: all of it, or a split when `quantity` is less. `id` is what the piece will be called. */
export function piece(
  schedule: { id: string; quantity: DecimalText },
  quantity: DecimalText,
): { id: string; splits: ScheduleSplit[] } {
  if (compare(quantity, schedule.quantity) === 0) return { id: schedule.id, splits: [] };
  const id = uuid();
  return { id, splits: [{ id, source: schedule.id, quantity }] };
}
