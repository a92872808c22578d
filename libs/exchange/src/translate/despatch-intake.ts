import type { DespatchAdvice, DespatchLine, OrderReference, Problem } from '#libs/documents';
import { add, isPositiveDecimal, isZero, subtract } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { type Channel, orderForExchange, type ShipOrderInput, type WholeOrder } from '#libs/procurement';
import { type MeantOrder, orderMeant } from './answer-intake.js';
import { unitWords } from './price-compare.js';

export interface DespatchIntake {
  inputs: ShipOrderInput[];
  problems: Problem[];
}

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });
type Placed = { line: DespatchLine; n: number };

/**
 * A canonical despatch advice of a supplier's ERP as inputs of `shipOrder`, one for each order it has goods of, in the order of their ids.
 * Lines are found by the buyer's line number; two positions of one line are one quantity, and one of nothing (all of it still follows) says nothing. Lots and serials go as they are named. Only originals are taken: what has left
 * is not unsaid by a document.
 */
export async function despatchIntake(work: Work, document: DespatchAdvice, channel: Channel): Promise<DespatchIntake> {
  if (document.purpose === 'change' || document.purpose === 'cancel')
    return {
      inputs: [],
      problems: [
        problem('purpose', 'DESPATCH_NOT_ORIGINAL', 'What has left can be neither changed nor cancelled by a document.'),
      ],
    };
  const problems: Problem[] = [];
  const inputs: ShipOrderInput[] = [];
  for (const [reference, placed] of byOrder(document)) {
    if (reference === undefined) {
      problems.push(...placed.map(({ n }) => problem(`lines[${n}].order`, 'ORDER_MISSING', 'The line names no order.')));
      continue;
    }
    const meant = await orderMeant(work, { order: reference, buyer: document.buyer });
    if ('severity' in meant) problems.push(meant);
    else inputs.push(shipInput(document, { meant, placed, order: await orderForExchange(work, meant.id), channel }, problems));
  }
  return { inputs: inputs.sort((a, b) => a.orderId.localeCompare(b.orderId)), problems };
}

/** Positions under the order that they or the head name. */
function byOrder(document: DespatchAdvice): [OrderReference | undefined, Placed[]][] {
  const found = new Map<string, [OrderReference | undefined, Placed[]]>();
  document.lines.forEach((line, n) => {
    const reference = line.order ?? document.order;
    if (isZero(line.quantity.value)) return;
    const key = reference?.number ?? '';
    const known = found.get(key);
    if (known) known[1].push({ line, n });
    else found.set(key, [reference, [{ line, n }]]);
  });
  return [...found.values()];
}

interface OrderGoods {
  meant: MeantOrder;
  placed: readonly Placed[];
  order: WholeOrder;
  channel: Channel;
}

function shipInput(document: DespatchAdvice, { meant, placed, order, channel }: OrderGoods, problems: Problem[]): ShipOrderInput {
  const lines = new Map<string, { quantity: string; lots: LeavingLot[] }>();
  for (const { line, n } of placed) {
    if (line.orderLine === undefined) {
      problems.push(problem(`lines[${n}].orderLine`, 'LINE_MISSING', 'The position does not say which line of the order it is.'));
      continue;
    }
    const ordered = order.lines.find(({ number }) => number === line.orderLine);
    const wrong = ordered ? unitProblems({ line, n }, ordered) : [];
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const known = lines.get(line.orderLine) ?? { quantity: '0', lots: [] };
    lines.set(line.orderLine, {
      quantity: add(known.quantity, line.quantity.value),
      lots: [...known.lots, ...lotsOf(line)],
    });
  }
  const { shipment } = document;
  const day = (text: string | undefined): string | undefined => text?.slice(0, 10);
  const shippedOn = day(shipment.despatchOn ?? shipment.despatchAt) ?? document.issuedOn;
  const deliverOn = day(shipment.deliverOn ?? shipment.deliverAt);
  const carrier = shipment.carrier?.name;
  return {
    orderId: meant.id,
    channel,
    despatchNumber: document.number,
    shippedOn,
    ...(deliverOn ? { deliverOn } : {}),
    ...(carrier ? { carrier: carrier.slice(0, 100) } : {}),
    ...(shipment.waybill ? { waybill: shipment.waybill.slice(0, 60) } : {}),
    lines: [...lines].map(([lineNumber, { quantity, lots }]) => ({
      lineNumber,
      quantity,
      ...(lots.length > 0 ? { lots } : {}),
    })),
  };
}

/** A position and the quantities of its lots count in the unit of the order. */
function unitProblems({ line, n }: Placed, ordered: WholeOrder['lines'][number]): Problem[] {
  const said = [
    { at: `lines[${n}].quantity`, quantity: line.quantity },
    ...line.traced.flatMap(({ quantity }, k) => (quantity ? [{ at: `lines[${n}].traced[${k}].quantity`, quantity }] : [])),
  ];
  const orderedIn = ordered.rawUnit ?? ordered.orderUnit;
  return said
    .filter(({ quantity }) => quantity.unit !== ordered.orderUnit && unitWords(quantity) !== ordered.rawUnit)
    .map(({ at, quantity }) => {
      const told = `Line ${ordered.number} was ordered in ${orderedIn}, but is sent in ${unitWords(quantity)}.`;
      return problem(at, 'UNIT_DIFFERS', told);
    });
}

type LeavingLot = { lotNumber?: string; serialNumber?: string; quantity?: string };

/** The lots and serials of a position. One lot without a quantity is what the others leave of the position; a serial is one unit, whatever is said of it. */
function lotsOf(line: DespatchLine): LeavingLot[] {
  const named = line.traced.filter(({ lot, serial }) => lot !== undefined || serial !== undefined);
  const stated = named.map(({ serial, quantity }) => (serial === undefined ? quantity?.value : '1'));
  const rest = stated.reduce<string>((left, one) => subtract(left, one ?? '0'), line.quantity.value);
  const open = stated.filter((one) => one === undefined).length === 1 && isPositiveDecimal(rest) ? rest : undefined;
  return named.map(({ lot, serial }, k) => {
    const quantity = serial === undefined ? (stated[k] ?? open) : undefined;
    return {
      ...(lot === undefined ? {} : { lotNumber: lot }),
      ...(serial === undefined ? {} : { serialNumber: serial }),
      ...(quantity === undefined ? {} : { quantity }),
    };
  });
}
