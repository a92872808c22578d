/**
 * What happened to an order, by wire name. Each is emitted in the name of the organisation that must act on it, with
 * `{ orgId, id, seq }`: orgId that organisation, id the order, seq its version after the step.
 */
export const orderWires = {
  /** For the supplier: a new order has arrived. */
  placed: 'order.placed.v1',
  /** For the buyer: the supplier answered, acknowledged or rejected. */
  answered: 'order.answered.v1',
  /** For the supplier: quantities were cancelled or closed short, or their cancellation is asked for. */
  cancelled: 'order.cancelled.v1',
  /** For the supplier: the buyer answered what was proposed. */
  proposalAnswered: 'order.proposal-answered.v1',
  /** For the supplier: the buyer asks for another quantity or date. */
  changeRequested: 'order.change-requested.v1',
  /** For the buyer: the supplier granted or refused a request. */
  requestAnswered: 'order.request-answered.v1',
  /** For the buyer: quantities have left the supplier. */
  shipped: 'order.shipped.v1',
  /** For the buyer: what was said to have left has not. */
  unshipped: 'order.unshipped.v1',
  /** For the supplier: quantities have arrived. */
  delivered: 'order.delivered.v1',
  /** For the buyer himself: his people or his rules moved an order; his own systems may have to hear of it. */
  moved: 'order.moved.v1',
} as const;
export type OrderWire = (typeof orderWires)[keyof typeof orderWires];

/** Notice topic of anything that moved an order; id is the order, orgId the party that listens. */
export const orderChanged = 'order.changed';

/** Jobs of this room that listen to its own events; the app adds those of upper rooms. */
export const procurementRoutes: Readonly<Record<string, readonly string[]>> = {
  [orderWires.answered]: ['procurement.judge-proposals'],
};
