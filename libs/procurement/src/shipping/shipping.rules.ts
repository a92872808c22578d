import { z } from 'zod';
import { compare, type DecimalText, type Fault, isPositiveDecimal, subtract } from '#libs/kernel';
import { total } from '../answering/answer.rules.js';
import type { OrderLine, ScheduleLine, WholeOrder } from '../order/order.entity.js';
import { piece, type ScheduleSplit, type ScheduleStep } from '../order/order.mover.js';
import { orderText } from '../order/order-text.js';
import { stepTo } from '../order/schedule.lifecycle.js';

const positive = z.string().refine(isPositiveDecimal, 'a decimal above zero').nullish();
const moved = { lineNumber: orderText(36), quantity: positive };

/** Quantities that leave or arrive, by the buyer's line number; without a quantity all of the line that can. */
export const movedLines = z.array(z.object(moved)).min(1).max(1000);

/** Lots and serials of one call at most: they are laid on the shelf by one statement. */
const lotsMax = 2000;
const leavingLot = z
  .object({ lotNumber: orderText(60).nullish(), serialNumber: orderText(60).nullish(), quantity: positive })
  .refine(({ lotNumber, serialNumber }) => lotNumber != null || serialNumber != null, 'give lotNumber or serialNumber')
  .refine(({ serialNumber, quantity }) => serialNumber == null || quantity == null || compare(quantity, '1') === 0, {
    path: ['quantity'],
    message: 'a serial is one unit',
  });

/** The same with the lots and serials of the line that leave; what is named of none leaves those that expire first. */
export const shippedLines = z
  .array(z.object({ ...moved, lots: z.array(leavingLot).max(lotsMax).nullish() }))
  .min(1)
  .max(1000)
  .refine((lines) => lines.reduce((sum, { lots }) => sum + (lots?.length ?? 0), 0) <= lotsMax, `at most ${lotsMax} lots`);

/** By which a despatch, and its undoing, are known again among the events of an order. */
export const despatchId = (number: string): string => `despatch:${number}`;
export const undoneId = (number: string): string => `undone:${number}`;

export type MovedLine = z.output<typeof movedLines>[number];
export type ShippedLines = z.output<typeof shippedLines>;
export type MovedFault = Fault<'LineUnknown' | 'QuantityNotOpen' | 'NothingToShip' | 'NothingToReceive'>;

/** How a side moves goods: what it does, and in which states it finds them first. */
export interface GoodsMove {
  side: 'SUPPLIER' | 'BUYER';
  event: 'SHIP' | 'RECEIVE';
  terms: Pick<ScheduleStep, 'shipOn' | 'deliverOn'>;
}

export interface MovedGoods {
  splits: ScheduleSplit[];
  steps: ScheduleStep[];
  faults: MovedFault[];
  /** The lines that move. */
  lines: OrderLine[];
  /** What moves, with where it stood before. */
  pieces: { line: OrderLine; schedule: ScheduleLine; quantity: DecimalText }[];
}

/** The steps that move the named quantities of an order, or everything that can move, and every fault of the wish. */
export function moveGoods(
  order: Pick<WholeOrder, 'lines'>,
  lines: readonly MovedLine[] | undefined,
  move: GoodsMove,
): MovedGoods {
  const moved: MovedGoods = { splits: [], steps: [], faults: [], lines: [], pieces: [] };
  const wished = lines ?? order.lines.map((line) => ({ lineNumber: line.number, quantity: null }));
  for (const [n, wish] of wished.entries()) {
    const line = order.lines.find(({ number }) => number === wish.lineNumber);
    const twice = wished.findIndex(({ lineNumber }) => lineNumber === wish.lineNumber) < n;
    const path = ['lines', String(n)];
    if (!line || twice) moved.faults.push({ code: 'LineUnknown', path, values: { line: wish.lineNumber } });
    else take(moved, { line, path, quantity: wish.quantity ?? undefined, named: lines !== undefined }, move);
  }
  if (moved.steps.length + moved.faults.length === 0)
    moved.faults.push({ code: move.event === 'SHIP' ? 'NothingToShip' : 'NothingToReceive', path: [] });
  return moved;
}

interface Taken {
  line: OrderLine;
  path: readonly string[];
  quantity: DecimalText | undefined;
  named: boolean;
}

function take(moved: MovedGoods, { line, path, quantity, named }: Taken, { side, event, terms }: GoodsMove): void {
  const open = line.schedules.filter((one) => 'to' in stepTo(one, side, event)).sort(byReadiness);
  const there = total(open);
  let left = quantity ?? there;
  if (compare(left, there) > 0 || (named && open.length === 0)) {
    const values = { line: line.number, open: there, unit: line.orderUnit };
    moved.faults.push({ code: 'QuantityNotOpen', path: [...path, 'quantity'], values });
    return;
  }
  for (const one of open) {
    if (compare(left, '0') <= 0) break;
    const part = compare(left, one.quantity) < 0 ? left : one.quantity;
    const { id, splits } = piece(one, part);
    moved.splits.push(...splits);
    moved.steps.push({ id, event, ...terms });
    moved.pieces.push({ line, schedule: one, quantity: part });
    left = subtract(left, part);
  }
  if (open.length > 0) moved.lines.push(line);
}

const readiness = ['SHIPPED', 'CONFIRMED', 'BACKORDERED', 'REQUESTED'];

/** What was promised first leaves first; what nobody has answered yet comes last. */
function byReadiness(a: ScheduleLine, b: ScheduleLine): number {
  const day = (one: ScheduleLine): string => one.shipOn ?? one.deliverOn ?? '9999-12-31';
  return readiness.indexOf(a.status) - readiness.indexOf(b.status) || day(a).localeCompare(day(b));
}
