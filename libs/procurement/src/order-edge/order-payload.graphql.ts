import { errorUnion, IdempotencyMismatch, payloadType, VersionConflict } from '#libs/platform';
import { OrderType } from './order.graphql.js';
import * as faults from './order-errors.graphql.js';

const order = { key: 'order' as const, type: () => OrderType, description: 'The order as it is now.' };
const orders = {
  key: 'orders' as const,
  type: () => [OrderType],
  description: 'The orders, one per supplier, currency and agreement.',
};
const answerFaults = [
  faults.LineUnknown,
  faults.LineAnsweredTwice,
  faults.QuantityMismatch,
  faults.PriceNotComparable,
  faults.SubstituteMissing,
  faults.StepNotPossible,
  faults.LineHeldByGate,
  VersionConflict,
  IdempotencyMismatch,
];

export const PlaceOrderPayload = payloadType(
  'PlaceOrderPayload',
  orders,
  errorUnion('PlaceOrderError', [
    faults.EmptyBasket,
    faults.PriceChanged,
    faults.NoPrice,
    faults.OutOfStock,
    faults.QuantityOffPack,
    faults.BelowSmallestBreak,
    faults.OfferWithdrawn,
    faults.NcnrNotAccepted,
    faults.PartSuperseded,
    faults.BudgetNotAccepted,
    faults.ChargeUnknown,
    faults.LotMissing,
    faults.GateRefused,
    faults.CertificateUnknown,
    faults.LineNumberTaken,
    faults.SiteUnknown,
    faults.PartnershipInactive,
    faults.OrderNumberTaken,
    faults.OrderSplits,
    faults.ExchangeTermsNotSeen,
    faults.ExchangeWithdrawn,
    faults.ExchangeQuantity,
    IdempotencyMismatch,
  ]),
);
export const ConfirmOrderPayload = payloadType('ConfirmOrderPayload', order, errorUnion('ConfirmOrderError', answerFaults));
export const RejectOrderPayload = payloadType('RejectOrderPayload', order, errorUnion('RejectOrderError', answerFaults));
export const AnswerProposalPayload = payloadType(
  'AnswerProposalPayload',
  order,
  errorUnion('AnswerProposalError', [
    faults.NothingProposed,
    faults.LineNonCancellable,
    faults.CancellationWindowClosed,
    VersionConflict,
  ]),
);
export const AnswerRequestPayload = payloadType(
  'AnswerRequestPayload',
  order,
  errorUnion('AnswerRequestError', [faults.NothingRequested, faults.LineHeldByGate, VersionConflict]),
);
export const CancelOrderPayload = payloadType(
  'CancelOrderPayload',
  order,
  errorUnion('CancelOrderError', [
    faults.LineUnknown,
    faults.LineNonCancellable,
    faults.CancellationWindowClosed,
    faults.NothingToCancel,
    VersionConflict,
  ]),
);
export const CloseShortPayload = payloadType(
  'CloseShortPayload',
  order,
  errorUnion('CloseShortError', [faults.LineUnknown, faults.NotOverdue, VersionConflict]),
);
export const ChangeOrderPayload = payloadType(
  'ChangeOrderPayload',
  order,
  errorUnion('ChangeOrderError', [
    faults.LineUnknown,
    faults.NothingToChange,
    faults.QuantityOffPack,
    faults.ProposalOpen,
    faults.ExchangeQuantity,
    faults.LineNonCancellable,
    faults.CancellationWindowClosed,
    VersionConflict,
  ]),
);
