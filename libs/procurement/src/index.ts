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
export { removeBasketLine } from './basket/remove-basket-line.js';
// papers
export { type AttachCertificateInput, attachCertificate } from './certificate/attach-certificate.js';
export type { CertificateFile, CertificateFlag, LineCertificate } from './certificate/certificate.entity.js';
export { type CertificateStatus, certificateEdges } from './certificate/certificate.lifecycle.js';
export { certificateFile, certificateNeeds, certificatesOfOrders } from './certificate/certificate.reader.js';
export { checkItems } from './certificate/certificate.rules.js';
export { promiseCertificate, waiveCertificate } from './certificate/promise-certificate.js';
export { type ReviewCertificateInput, reviewCertificate } from './certificate/review-certificate.js';
export { saveCertificateNeeds } from './certificate/save-certificate-needs.js';
export { type CancelOrderInput, cancelOrder } from './changing/cancel-order.js';
export { type ChangeOrderInput, changeOrder } from './changing/change-order.js';
export { type CloseShortInput, closeShort } from './changing/close-short.js';
export { type BillCoreInput, billCore } from './core/bill-core.js';
export { type ExtendCoreInput, extendCore } from './core/extend-core.js';
export { coreRejections, type InspectCoreInput, inspectCore, type JudgeCoreInput, judgeCore } from './core/judge-core.js';
export { type SendExchangeUnitInput, sendExchangeUnit } from './core/send-exchange-unit.js';
// gate
export type { GateCheck, GateRule } from './gate/gate.entity.js';
export { gateChecksOfOrders, gateRule, ownGateRules } from './gate/gate.reader.js';
export { judge } from './gate/gate.rules.js';
export { releaseGate } from './gate/release-gate.js';
export { endGateRule, type SaveGateRuleInput, saveGateRule } from './gate/save-gate-rule.js';
export { holdBasket } from './holding/hold-basket.js';
export { releaseBasket } from './holding/release-basket.js';
export type { Channel } from './order/channel.js';
export { type Need, type NeedKind, needKinds, needsYou } from './order/needs-you.reader.js';
export type {
  AgreedPrice,
  ChangeRequest,
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
export { isFinal, isLive, stepTo } from './order/schedule.lifecycle.js';
export { scheduleEdges } from './order/schedule-edges.data.js';
export {
  type BaseStatus,
  baseStatuses,
  type ScheduleEvent,
  type ScheduleStatus,
  type Side,
  scheduleStatuses,
} from './order/schedule-status.js';
export { type PastOrderLine, partHistory } from './part-history/part-history.reader.js';
export { procurementPermissions } from './permissions.js';
export { type AwardedLine, type PlaceAwardedInput, placeAwarded } from './placing/place-awarded.js';
export { placeOrder } from './placing/place-order.js';
export { orderLinesMax, type PlaceOrderInput } from './placing/placing.input.js';
export type { PlacingFault } from './placing/placing.rules.js';
export { type ClockMark, type ClockName, deadlinesOf, marksOf, type PriorityTerms } from './priority/clock.rules.js';
export { ownContacts, ownPolicies, type PriorityPolicy, priorities, termsFor } from './priority/priority.reader.js';
export { savePriorityContacts } from './priority/save-priority-contacts.js';
export { savePriorityPolicy } from './priority/save-priority-policy.js';
export { ProcurementModule, procurementRoom } from './procurement.module.js';
export { type ResolvedQuickLine, resolveQuickOrder } from './quick-order/quick-order.reader.js';
export { cancelRepair } from './repair/cancel-repair.js';
export { finishRepair, returnUnit, scrapUnit } from './repair/finish-repair.js';
export { type OrderRepairInput, orderRepair } from './repair/order-repair.js';
export { type AnswerQuoteInput, answerQuote, quoteRepair } from './repair/quote-repair.js';
export { fireRotable } from './rotable/fire-rotable.js';
export { type ReceiveUnitInput, receiveUnit } from './rotable/receive-unit.js';
export type {
  Core,
  CoreTerms,
  Repair,
  Rotable,
  RotableCharge,
  RotableEventName,
  RotableLogLine,
  RotableStatus,
} from './rotable/rotable.entity.js';
export { stepsOf } from './rotable/rotable.lifecycle.js';
export { coresOfOrders, rotableById, rotableChargesOf, rotableEventsOf, rotablesOf } from './rotable/rotable.reader.js';
export { rotableEdges } from './rotable/rotable-edges.data.js';
export { type ShipUnitInput, shipUnit } from './rotable/ship-unit.js';
export { tellRotable } from './rotable/tell-rotable.js';
// shipping
export { lotsToShip } from './shipping/named-lots.reader.js';
export { type ReceiveOrderInput, receiveOrder } from './shipping/receive-order.js';
export { type ShipOrderInput, shipOrder } from './shipping/ship-order.js';
export { type UndoDespatchInput, undoDespatch } from './shipping/undo-despatch.js';
export { type Sourcing, sourcePart } from './sourcing/source-part.js';
export type { Way, WayKind, WayRisk } from './sourcing/way.rules.js';
export { type AlternatesConsent, consentLevels } from './substitution/consent.js';
export { type ConsentToAlternatesInput, consentToAlternates } from './substitution/consent-to-alternates.js';
export { answerUrgent, logContact, shipUrgent } from './urgent/answer-urgent.js';
export { cancelUrgent, changePriority } from './urgent/change-priority.js';
export { expireUrgentHold, fireClocks } from './urgent/fire-clocks.js';
export { orderUrgent } from './urgent/order-urgent.js';
export { raiseUrgent } from './urgent/raise-urgent.js';
export { tellContacts } from './urgent/tell-contacts.js';
export type { RaiseUrgentInput } from './urgent/urgent.input.js';
export {
  type PriorityRecord,
  priorityRecord,
  type UrgentEvent,
  type UrgentRequest,
  urgentById,
  urgentDesk,
  urgentEvents,
} from './urgent/urgent.reader.js';
export { checkWatches } from './watch/check-watches.js';
export { followPublication, followStock } from './watch/follow-parts.js';
export { mailNotices } from './watch/mail-notices.js';
export { readNotices } from './watch/read-notices.js';
export { removeWatch } from './watch/remove-watch.js';
export { type SaveWatchInput, saveWatch } from './watch/save-watch.js';
export { muteWatches, stopWatchMail } from './watch/stop-watch-mail.js';
export type { Watch, WatchNotice } from './watch/watch.js';
export { noticeOrdering, noticesOf, watchesOf } from './watch/watch.reader.js';
