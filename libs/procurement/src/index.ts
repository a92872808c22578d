export type {
  AgreedPrice,
  ChangeRequest,
  Channel,
  Order,
  OrderCharge,
  OrderEvent,
  OrderEventKind,
  OrderLine,
  OrderPrivate,
  Place,
  Proposal,
  ScheduleLine,
  Substitute,
  WholeOrder,
} from './order/order.entity.js';
export { type OrderWire, orderChanged, orderWires, procurementRoutes } from './order/order.events.js';
export { lockOrder, orderById, orderByNumber, orderForExchange, orderPrivate, ordersByIds } from './order/order.reader.js';
export { type OrderStatus, orderStatus, orderStatuses } from './order/order-status.js';
export type { BaseStatus, ScheduleEvent, ScheduleStatus, Side } from './order/schedule.lifecycle.js';
export { procurementPermissions } from './permissions.js';
export { placeOrder } from './placing/place-order.js';
export type { PlaceOrderInput } from './placing/placing.input.js';
export type { PlacingFault } from './placing/placing.rules.js';
