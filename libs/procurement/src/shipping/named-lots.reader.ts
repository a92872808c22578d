import type { Result } from '#libs/kernel';
import { NotFound, requirePermission, type Work } from '#libs/platform';
import { askedLot, type LeavingLot, type LeavingLotFault, leavingLots, type ShippableLot, shippableLots } from '#libs/supply';
import { total } from '../answering/answer.rules.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderById } from '../order/order.reader.js';
import type { MovedGoods, ShippedLines } from './shipping.rules.js';

/** The lots and serials that a despatch names, laid on the acting supplier's shelf. Of what goes out as another part only the names are kept: it is of another offer. */
export async function namedLots(
  work: Work,
  order: WholeOrder,
  { lines, goods }: { lines: ShippedLines; goods: MovedGoods },
): Promise<Result<LeavingLot[], LeavingLotFault>> {
  const named = lines.flatMap(({ lineNumber, lots }, n) => {
    const line = order.lines.find(({ number }) => number === lineNumber);
    const pieces = goods.pieces.filter((piece) => piece.line === line);
    if (!line || !lots || pieces.length === 0) return [];
    const own = pieces.filter(({ schedule }) => schedule.substitute === null);
    return {
      line: line.id,
      buyer: order.orgId,
      offer: own.length > 0 ? line.offerId : null,
      want: askedLot(line.requires?.lots, line.needBy),
      number: line.number,
      unit: line.orderUnit,
      quantity: total(own),
      lots,
      path: ['lines', String(n)],
    };
  });
  return leavingLots(work, named);
}

/** A line of an order with the lots that may leave for it. */
export interface LineLots {
  lineNumber: string;
  lots: ShippableLot[];
}

/** The lots that the acting supplier may send for each line of an order, in the order of its lines. Throws NotFound unless he sells it, Forbidden without order:confirm. */
export async function lotsToShip(work: Pick<Work, 'tx' | 'actor'>, orderId: string): Promise<LineLots[]> {
  requirePermission(work, 'order:confirm');
  const order = await orderById(work, orderId);
  if (!order) throw new NotFound(`order ${orderId}`);
  requireSide(work, order, 'SUPPLIER');
  const lots = await shippableLots(
    work,
    order.lines.map((line) => ({
      line: line.id,
      buyer: order.orgId,
      offer: line.offerId,
      want: askedLot(line.requires?.lots, line.needBy),
    })),
  );
  return order.lines.map(({ id, number }) => ({ lineNumber: number, lots: lots.filter(({ line }) => line === id) }));
}
