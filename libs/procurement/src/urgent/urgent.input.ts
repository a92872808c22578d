import { z } from 'zod';
import { isPositiveDecimal } from '#libs/kernel';
import { exchangeSeen, priceSeen } from '../placing/placing.input.js';

const text = (most: number) => z.string().trim().min(1).max(most);
const positive = z.string().refine(isPositiveDecimal, 'a decimal above zero');

/** What a desk asks before it runs: the intake answers. */
export const raiseUrgentInput = z.strictObject({
  idempotencyKey: z.string().min(1).max(255),
  priority: z.string().min(2).max(10),
  offerId: z.uuid(),
  quantity: positive,
  /** What would do for now; the quantity when absent. */
  minimumQuantity: positive.nullish(),
  needAt: z.coerce.date(),
  shipTo: z.uuid(),
  /** Registration of the aircraft. */
  tail: text(20).nullish(),
  /** Where it stands. */
  groundedAt: text(120).nullish(),
  nextFlight: z.coerce.date().nullish(),
  /** Name and telephone of whoever is called back. */
  contact: text(200),
  forwarder: text(120).nullish(),
  forwarderAccount: text(60).nullish(),
  note: text(2000).nullish(),
  /** Whether what is there shall be held meanwhile. */
  hold: z.boolean().default(true),
  /** Whether goods may leave before the order is there. */
  poToFollow: z.boolean().default(false),
});

export type RaiseUrgentInput = z.input<typeof raiseUrgentInput>;
export type CheckedUrgent = z.output<typeof raiseUrgentInput>;

const which = { requestId: z.uuid(), expectedVersion: z.int() };

/** The supplier's answer: when it leaves, or why not. */
export const answerUrgentInput = z.union([
  z.strictObject({ ...which, accept: z.literal(true), promisedAt: z.coerce.date() }),
  z.strictObject({ ...which, accept: z.literal(false), reason: text(500) }),
]);
export const shipUrgentInput = z.strictObject({ ...which, waybill: text(60).nullish() });
export const logContactInput = z.strictObject({ ...which, note: text(1000), with: text(200) });
export const changePriorityInput = z.strictObject({
  ...which,
  priority: z.string().min(2).max(10),
  reason: z.string().trim().max(500).nullish(),
});
export const cancelUrgentInput = z.strictObject({ ...which, reason: text(500) });
export const orderUrgentInput = z.strictObject({
  requestId: z.uuid(),
  idempotencyKey: z.string().min(1).max(255),
  priceSeen,
  number: z.string().max(35).nullish(),
  ncnrAccepted: z.boolean().default(false),
  /** Of an offer that is sold in exchange. */
  exchangeSeen: exchangeSeen.nullish(),
  costReference: z.string().max(100).nullish(),
});

export type AnswerUrgentInput = z.input<typeof answerUrgentInput>;
export type ShipUrgentInput = z.input<typeof shipUrgentInput>;
export type LogContactInput = z.input<typeof logContactInput>;
export type ChangePriorityInput = z.input<typeof changePriorityInput>;
export type CancelUrgentInput = z.input<typeof cancelUrgentInput>;
export type OrderUrgentInput = z.input<typeof orderUrgentInput>;
