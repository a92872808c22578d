import type { Item, OrderResponse, OrderResponseLine, ResponseSchedule, ResponseStatus } from '#libs/documents';
import { compare } from '#libs/kernel';
import type { OrderLine, ScheduleLine, WholeOrder } from '#libs/procurement';
import { itemOf, type OrderSides } from './order-document.js';
import { optional, partyOf } from './parties.js';

/** When and as what the answer is told. */
export interface AnswerFacts {
  /** RFC 3339: when what it tells happened. */
  answeredAt: string;
  /** Number of this answer, where the format numbers each; else the supplier's number of the order. */
  number?: string;
  /** There was an answer before; its payloadID where the format has one. */
  earlier?: { payloadId?: string };
  /** payloadID of the buyer's cXML order, which a confirmation must name. */
  payloadId?: string;
}

/**
 * What the supplier said of an order so far, as a canonical document for the buyer's ERP: his own order number, line numbers, part numbers and
 * unit codes, every quantity with its state and dates. A header of `changed` names all lines, as Peppol's CA demands.
 */
export function answerDocument(order: WholeOrder, sides: OrderSides, facts: AnswerFacts): OrderResponse {
  const status = headerStatus(order);
  const lines = status === 'received' ? [] : order.lines.map((line) => answerLine(line, order.currency));
  return {
    kind: 'orderResponse',
    ...optional('number', facts.number ?? order.supplierNumber),
    issuedOn: facts.answeredAt.slice(0, 10),
    issuedAt: facts.answeredAt,
    order: {
      number: order.number,
      issuedOn: order.placedAt.toISOString().slice(0, 10),
      ...optional('payloadId', facts.payloadId),
    },
    status,
    operation: facts.earlier ? 'update' : 'new',
    ...optional('replaces', facts.earlier?.payloadId),
    buyer: partyOf(sides.buyer, sides.buyerKnownAs),
    supplier: partyOf(sides.supplier, sides.supplierKnownAs),
    currency: order.currency,
    note: status === 'rejected' ? reasonsOf(order) : [],
    lines,
  };
}

/** A refusal of everything is told without lines (Peppol T76-R009): its reasons become the note. */
function reasonsOf(order: WholeOrder): string[] {
  const reasons = order.lines.flatMap((line) => line.schedules.flatMap((schedule) => schedule.reason ?? []));
  const note = [...new Set(reasons)].join('; ').slice(0, 1000);
  return note ? [note] : [];
}

/** `received` until something is answered; `accepted` and `rejected` when it holds for every quantity as ordered. */
export function headerStatus(order: WholeOrder): ResponseStatus {
  const schedules = order.lines.flatMap((line) => line.schedules.map((schedule) => ({ line, schedule })));
  if (schedules.every(({ schedule }) => schedule.status === 'REQUESTED')) return 'received';
  const said = schedules.map(({ line, schedule }) => statusOf(line, schedule));
  if (said.every((status) => status === 'accepted')) return 'accepted';
  return said.every((status) => status === 'rejected') ? 'rejected' : 'changed';
}

function answerLine(line: OrderLine, currency: string): OrderResponseLine {
  return {
    number: line.number,
    item: itemOf(line),
    quantity: { value: line.quantity, unit: line.orderUnit, ...optional('rawUnit', line.rawUnit) },
    schedules: line.schedules.map((schedule) => answerSchedule(line, schedule, currency)).sort(byAnswer),
    note: [],
  };
}

const told = ['accepted', 'changed', 'substituted', 'backordered', 'rejected'] as const;

/** What comes first stands first: accepted before back-ordered before rejected, early before late. */
function byAnswer(a: ResponseSchedule, b: ResponseSchedule): number {
  const date = ({ deliverOn, shipOn }: ResponseSchedule): string => deliverOn ?? shipOn ?? '';
  return (
    told.indexOf(a.status) - told.indexOf(b.status) ||
    date(a).localeCompare(date(b)) ||
    compare(b.quantity.value, a.quantity.value)
  );
}

function answerSchedule(line: OrderLine, schedule: ScheduleLine, currency: string): ResponseSchedule {
  const proposal = schedule.proposal ?? {};
  const price = proposal.price ?? schedule.price ?? { amount: line.priceAmount, basis: line.priceBasis };
  const sameUnit = line.priceUnit === line.orderUnit && line.factorNum === line.factorDen;
  return {
    status: statusOf(line, schedule),
    quantity: { value: proposal.quantity ?? schedule.quantity, unit: line.orderUnit, ...optional('rawUnit', line.rawUnit) },
    ...optional('shipOn', proposal.shipOn ?? schedule.shipOn),
    ...optional('deliverOn', proposal.deliverOn ?? schedule.deliverOn),
    price: {
      ...price,
      currency,
      unit: line.priceUnit,
      ...(sameUnit ? {} : { factor: { numerator: line.factorNum, denominator: line.factorDen } }),
    },
    ...substituteOf(proposal.substitute ?? schedule.substitute),
    ...optional('reason', schedule.reason),
  };
}

function substituteOf(substitute: ScheduleLine['substitute'] | undefined): { substitute?: Item } {
  if (!substitute) return {};
  return {
    substitute: {
      ...optional('supplierPart', substitute.supplierPart),
      ...optional('manufacturerPart', substitute.manufacturerPart),
      ...optional('manufacturer', substitute.manufacturer),
      ...optional('name', substitute.description),
      classifications: [],
    },
  };
}

/** A confirmed quantity counts as changed when its price or a later date differs from what was ordered. */
function statusOf(line: OrderLine, schedule: ScheduleLine): ResponseSchedule['status'] {
  switch (schedule.base ?? schedule.status) {
    case 'REJECTED':
    case 'CANCELLED':
    case 'CLOSED_SHORT':
      return 'rejected';
    default:
  }
  if (schedule.status === 'CHANGE_PROPOSED') return 'changed';
  if (schedule.status === 'SUBSTITUTE_PROPOSED') return 'substituted';
  if ((schedule.base ?? schedule.status) === 'BACKORDERED') return 'backordered';
  const late = line.needBy !== null && schedule.deliverOn !== null && schedule.deliverOn > line.needBy;
  const otherPrice =
    schedule.price !== null &&
    (compare(schedule.price.amount, line.priceAmount) !== 0 || compare(schedule.price.basis, line.priceBasis) !== 0);
  return late || otherPrice || schedule.substitute ? 'changed' : 'accepted';
}
