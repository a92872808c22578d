import { errorUnion, IdempotencyMismatch, payloadType, userError, VersionConflict } from '#libs/platform';
import { OfferWithdrawn, PartnershipInactive, SiteUnknown } from '../order-edge/order-errors.graphql.js';
import { RotableType } from './rotable.graphql.js';

const rotable = { key: 'rotable' as const, type: () => RotableType, description: 'The core or repair as it is now.' };
const text = (description: string) => ({ type: () => String, description });

const RotableNotPossible = userError('RotableNotPossible', 'It has gone on, or does not stand so: this step is not possible.', {
  status: text('Where it stands.'),
});
const SerialTaken = userError('SerialTaken', 'A unit of this serial is already out, on its way or taken in for something else.', {
  serial: text('The serial.'),
});
const SerialMissing = userError('SerialMissing', 'The serial of the unit is missing.');
const SameUnit = userError('SameUnit', 'It is the very unit that was sent in exchange; that is no core.', {
  serial: text('The serial.'),
});
const QuoteExpired = userError('QuoteExpired', 'The quote stands no longer.');
const QuoteChanged = userError('QuoteChanged', 'Another amount is quoted now.', {
  amount: text('How much.'),
  currency: text('Its currency.'),
});
const RepairTermsChanged = userError('RepairTermsChanged', 'The repair is no longer offered on the terms that were seen.', {
  price: text('The fixed price now; null: by quote, or not at all.'),
  currency: text('Its currency.'),
});

const step = [VersionConflict, RotableNotPossible];
const units = [...step, SerialTaken, SerialMissing, SameUnit];
const of = (name: string, faults: typeof step) => payloadType(`${name}Payload`, rotable, errorUnion(`${name}Error`, faults));

export const SendExchangeUnitPayload = of('SendExchangeUnit', [...step, SerialTaken]);
export const ShipUnitPayload = of('ShipUnit', units);
export const ReceiveUnitPayload = of('ReceiveUnit', units);
export const InspectCorePayload = of('InspectCore', step);
export const JudgeCorePayload = of('JudgeCore', step);
export const BillCorePayload = of('BillCore', step);
export const ExtendCorePayload = of('ExtendCore', step);
export const OrderRepairPayload = of('OrderRepair', [
  OfferWithdrawn,
  RepairTermsChanged,
  PartnershipInactive,
  SiteUnknown,
  SerialTaken,
  IdempotencyMismatch,
]);
export const CancelRepairPayload = of('CancelRepair', step);
export const QuoteRepairPayload = of('QuoteRepair', step);
export const AnswerQuotePayload = of('AnswerQuote', [...step, QuoteExpired, QuoteChanged]);
export const FinishRepairPayload = of('FinishRepair', step);
export const ReturnUnitPayload = of('ReturnUnit', step);
export const ScrapUnitPayload = of('ScrapUnit', step);
