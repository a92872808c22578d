import { z } from 'zod';
import { compare, type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { requireSide } from '../order/order.access.js';
import type { OrderEvent, ScheduleLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { eventOf, moveOrder, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { despatchId, type MovedGoods, undoneId } from './shipping.rules.js';

const undoInput = z.object({
  orderId: z.uuid(),
  despatchNumber: orderText(200),
  reason: orderText(500),
  channel: z.enum(['PORTAL', 'API']).nullish(),
  expectedVersion: z.int().nullish(),
});

export type UndoDespatchInput = z.input<typeof undoInput>;
export type UndoDespatchFault = Fault<'DespatchUnknown' | 'DespatchReceived' | 'VersionConflict'>;

/** A quantity that a despatch moved, as the timeline keeps it: where it is now, and the days that were promised before. */
interface SentPiece {
  id: string;
  quantity: string;
  shipOn: string | null;
  deliverOn: string | null;
}

/** What a despatch moved, for its row of the timeline: so that it can be undone. */
export function sentPieces({ steps, pieces }: Pick<MovedGoods, 'steps' | 'pieces'>): SentPiece[] {
  return pieces.map(({ schedule: { shipOn, deliverOn }, quantity }, n) => ({
    id: steps[n]?.id ?? '',
    quantity,
    shipOn,
    deliverOn,
  }));
}

/**
 * Undoes a despatch that was entered by mistake, with a reason, while nothing of it has arrived: its quantities wait as confirmed for the days that were promised
 * before, the stock and the lots that were taken stand on the shelf and are held for the order again. Its number stays used: what leaves later leaves under another.
 * Undone again nothing happens. Errors: DespatchUnknown, DespatchReceived, VersionConflict. Throws NotFound unless the actor is the supplier, Forbidden without
 * order:confirm, BadInput.
 */
export async function undoDespatch(work: Work, raw: UndoDespatchInput): Promise<Result<WholeOrder, UndoDespatchFault>> {
  requirePermission(work, 'order:confirm');
  const input = checkInput(undoInput, raw);
  const { despatchNumber, reason } = input;
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'SUPPLIER');
  if (takenBefore(work, order, undoneId(despatchNumber))) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version)
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  const path = ['despatchNumber'];
  const event = eventOf(work, order, despatchId(despatchNumber));
  if (!event) return fail({ code: 'DespatchUnknown', path, values: { despatch: despatchNumber } });
  const pieces = piecesOf(event);
  if (!pieces.every((piece) => isOnItsWay(order, piece)))
    return fail({ code: 'DespatchReceived', path, values: { despatch: despatchNumber } });
  const moved = await moveOrder(work, order, {
    kind: 'DESPATCH_UNDONE',
    wire: orderWires.unshipped,
    channel: input.channel ?? 'PORTAL',
    messageId: undoneId(despatchNumber),
    detail: { despatchNumber, reason },
    splits: [],
    steps: pieces.map(({ id, shipOn, deliverOn }) => ({
      id,
      event: 'UNSHIP',
      ...(shipOn ? { shipOn } : {}),
      ...(deliverOn ? { deliverOn } : {}),
    })),
    undoes: event.seq,
  });
  await audit(work, { action: 'order:undo-despatch', subject: `order:${order.id}`, detail: { despatchNumber, reason } });
  return ok(moved);
}

function piecesOf(event: OrderEvent): SentPiece[] {
  const { pieces } = event.detail;
  if (!Array.isArray(pieces)) throw new Error('a despatch without its pieces');
  return pieces as SentPiece[];
}

/** What has arrived in part is a smaller quantity on its way. */
function isOnItsWay(order: WholeOrder, piece: SentPiece): boolean {
  const found = order.lines.flatMap((line): ScheduleLine[] => line.schedules).find(({ id }) => id === piece.id);
  return found?.status === 'SHIPPED' && compare(found.quantity, piece.quantity) === 0;
}
