import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import type { LeavingLotFault } from '#libs/supply';
import { heldByGate } from '../gate/gate.reader.js';
import { channels } from '../order/channel.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { eventOf, messageHashOf, moveOrder, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { type DayFault, shippingDayFaults } from './day.rules.js';
import { namedLots } from './named-lots.reader.js';
import { despatchId, type MovedFault, moveGoods, shippedLines, undoneId } from './shipping.rules.js';
import { sentPieces } from './undo-despatch.js';

const date = z.string().refine(isLocalDate, 'a date as CCYY-MM-DD');
/** As long as UBL and cXML may number a despatch; shortened, two would be one. */
const despatchNumberMax = 200;
const shipInput = z.object({
  orderId: z.uuid(),
  /** The supplier's own number of the despatch: the same number of an order leaves once. */
  despatchNumber: orderText(despatchNumberMax),
  /** Absent: everything that has not left. */
  lines: shippedLines.nullish(),
  /** Default: today. */
  shippedOn: date.nullish(),
  /** When it is expected there; default: as it was promised. */
  deliverOn: date.nullish(),
  carrier: orderText(100).nullish(),
  waybill: orderText(60).nullish(),
  channel: z.enum(channels).nullish(),
  expectedVersion: z.int().nullish(),
});

export type ShipOrderInput = z.input<typeof shipInput>;
export type ShipOrderFault =
  | MovedFault
  | DayFault
  | LeavingLotFault
  | Fault<'LineHeldByGate' | 'DespatchUndone' | 'IdempotencyMismatch' | 'VersionConflict'>;

/**
 * Says that quantities of an order have left the supplier. What the order holds of its stock is taken from the shelf with them, in the same
 * transaction and once for each despatch number, out of the lots and serials that are named, else of those that it holds and that expire first; what was to come without stock behind it leaves without. A quantity that nobody has
 * answered yet counts as promised when it leaves. What has left can be neither cancelled nor changed.
 * Errors: LineUnknown, QuantityNotOpen, NothingToShip, DayNotPossible (days ahead, long before the order, or there before it left), LineHeldByGate, LotUnknown, LotNotFree, LotNotAsRequired,
 * LotsDiffer, DespatchUndone (its number stays used), IdempotencyMismatch (the number said something else before),
 * VersionConflict. Throws NotFound unless the actor is the supplier, Forbidden without order:confirm, BadInput.
 */
export async function shipOrder(work: Work, raw: ShipOrderInput): Promise<Result<WholeOrder, ShipOrderFault>> {
  requirePermission(work, 'order:confirm');
  const input = checkInput(shipInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'SUPPLIER');
  const { lines, despatchNumber } = input;
  const messageId = despatchId(despatchNumber);
  const messageHash = messageHashOf({ lines: lines ?? null });
  const before = eventOf(work, order, messageId);
  if (takenBefore(work, order, undoneId(despatchNumber)))
    return fail({ code: 'DespatchUndone', path: ['despatchNumber'], values: { despatch: despatchNumber } });
  if (before)
    return before.messageHash === messageHash ? ok(order) : fail({ code: 'IdempotencyMismatch', path: ['despatchNumber'] });
  if (input.expectedVersion != null && input.expectedVersion !== order.version)
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });

  const today = work.now.toISOString().slice(0, 10);
  const shippedOn = input.shippedOn ?? today;
  const terms = { shipOn: shippedOn, ...(input.deliverOn ? { deliverOn: input.deliverOn } : {}) };
  const goods = moveGoods(order, lines ?? undefined, { side: 'SUPPLIER', event: 'SHIP', terms });
  const days = shippingDayFaults(order, today, { shippedOn, deliverOn: input.deliverOn });
  const named = await namedLots(work, order, { lines: lines ?? [], goods });
  const faults: ShipOrderFault[] = [
    ...goods.faults,
    ...days,
    ...(named.ok ? [] : named.errors),
    ...(await heldByGate(work, order.id, goods.lines)),
  ];
  if (faults.length > 0) return fail(...faults);
  const { carrier = null, waybill = null, deliverOn = null } = input;
  return ok(
    await moveOrder(work, order, {
      kind: 'SHIPPED',
      wire: orderWires.shipped,
      channel: input.channel ?? 'PORTAL',
      messageId,
      messageHash,
      detail: { despatchNumber, shippedOn, deliverOn, carrier, waybill, ...(lines ? { lines } : {}), pieces: sentPieces(goods) },
      splits: goods.splits,
      steps: goods.steps,
      ...(named.ok && named.value.length > 0 ? { leaving: named.value } : {}),
    }),
  );
}
