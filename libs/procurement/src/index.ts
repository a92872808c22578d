export type { ConfirmOrderInput } from './answering/answer.input.js';
export { type AnswerProposalInput, answerProposal } from './answering/answer-proposal.js';
export { type AnswerRequestInput, answerRequest } from './answering/answer-request.js';
export { type ConfirmOrderFault, confirmOrder } from './answering/confirm-order.js';
export { judgeProposals } from './answering/judge-proposals.js';
export { rejectOrder } from './answering/reject-order.js';
export { addToBasket } from './basket/add-to-basket.js';
export type { Basket, BasketLine, FilledBasket } from './basket/basket.entity.js';
export { basketById, baskets } from './basket/basket.reader.js';
export { type BasketNotice, type CheckedBasketLine, checkedLines } from './basket/basket-notices.reader.js';
export { changeBasketLine } from './basket/change-basket-line.js';
export { createBasket } from './basket/create-basket.js';
export { deleteBasket } from './basket/delete-basket.js';
export { type ResolvedQuickLine, resolveQuickOrder } from './basket/quick-order.reader.js';
export { removeBasketLine } from './basket/remove-basket-line.js';
export { type CancelOrderInput, cancelOrder } from './changing/cancel-order.js';
export { type ChangeOrderInput, changeOrder } from './changing/change-order.js';
export { type CloseShortInput, closeShort } from './changing/close-short.js';
export { type Need, type NeedKind, needKinds, needsYou } from './order/needs-you.reader.js';
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
export { countOrders, listOrders, type OrderFilter, type OrderOrder } from './order/order-list.reader.js';
export { type OrderStatus, orderStatus, orderStatuses } from './order/order-status.js';
export { isLive, stepTo } from './order/schedule.lifecycle.js';
export { scheduleEdges } from './order/schedule-edges.data.js';
export {
  type BaseStatus,
  baseStatuses,
  type ScheduleEvent,
  type ScheduleStatus,
  type Side,
  scheduleStatuses,
} from './order/schedule-status.js';
export { procurementPermissions } from './permissions.js';
export { placeOrder } from './placing/place-order.js';
export { orderLinesMax, type PlaceOrderInput } from './placing/placing.input.js';
export type { PlacingFault } from './placing/placing.rules.js';
export { ProcurementModule, procurementRoom } from './procurement.module.js';
