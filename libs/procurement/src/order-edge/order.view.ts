import type { AgreedPrice, Order, OrderEvent, OrderLine, OrderPrivate, Place, ScheduleLine } from '../order/order.entity.js';

/** An order as GraphQL shows it to one of its parties. */
export type OrderView = ReturnType<typeof orderView>;

/** The header of an order for the party `orgId`. Lines and timeline are resolved apart, so that a list of orders stays light. */
export function orderView(order: Order, orgId: string) {
  const money = (amount: string) => ({ amount, currency: order.currency });
  return {
    id: order.id,
    side: orgId === order.orgId ? 'BUYER' : 'SUPPLIER',
    buyerId: order.orgId,
    supplierId: order.counterpartyId,
    number: order.number,
    supplierNumber: order.supplierNumber,
    status: order.status,
    channel: order.channel,
    currency: order.currency,
    shipTo: placeView(order.shipTo),
    billTo: placeView(order.billTo),
    deliveryTerms: order.deliveryTerms
      ? [order.deliveryTerms['code'], order.deliveryTerms['place']].filter(Boolean).join(' ')
      : null,
    paymentTerms: order.paymentTerms,
    requestedDelivery: order.requestedDelivery,
    note: order.note,
    charges: order.charges,
    total: money(order.total),
    liveTotal: money(order.liveTotal),
    placedAt: order.placedAt,
    acknowledgedAt: order.acknowledgedAt,
    version: order.version,
  };
}

/** One line as GraphQL shows it. */
export function lineView(line: OrderLine, currency: string) {
  const price = (agreed: AgreedPrice) => ({ ...agreed, currency, unit: line.priceUnit });
  return {
    ...line,
    quantity: { value: line.quantity, unit: line.orderUnit },
    price: price({ amount: line.priceAmount, basis: line.priceBasis }),
    amount: { amount: line.lineAmount, currency },
    liveAmount: { amount: line.liveAmount, currency },
    schedules: line.schedules.map((schedule) => scheduleView(line, schedule, price)),
  };
}

function scheduleView<P>(line: OrderLine, schedule: ScheduleLine, price: (agreed: AgreedPrice) => P) {
  const { proposal } = schedule;
  return {
    ...schedule,
    price: price(schedule.price ?? { amount: line.priceAmount, basis: line.priceBasis }),
    proposal: proposal && { ...proposal, price: proposal.price ? price(proposal.price) : null },
  };
}

/** One row of the timeline as the party `viewer` sees it: which person of the other party acted is not told. */
export function eventView(event: OrderEvent, order: Pick<Order, 'orgId'>, viewer: string) {
  const { reason, despatchNumber } = event.detail;
  return {
    seq: event.seq,
    kind: event.kind,
    side: event.actorOrg === order.orgId ? 'BUYER' : 'SUPPLIER',
    memberId: event.actorOrg === viewer ? event.actorMember : null,
    channel: event.channel,
    at: new Date(event.at),
    reason: typeof reason === 'string' ? reason : null,
    despatchNumber: typeof despatchNumber === 'string' ? despatchNumber : null,
  };
}

/** What only the buyer reads; null for the supplier. */
export function privateView(
  found: OrderPrivate | undefined,
): Pick<OrderPrivate, 'placedBy' | 'costReference' | 'internalNote'> | null {
  return found ? { placedBy: found.placedBy, costReference: found.costReference, internalNote: found.internalNote } : null;
}

function placeView(place: Place) {
  const text = (key: string): string | null => (typeof place.address[key] === 'string' ? place.address[key] : null);
  const lines = place.address['lines'];
  return {
    code: place.code,
    name: place.name,
    gln: place.gln,
    lines: Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [],
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    country: text('country'),
  };
}
