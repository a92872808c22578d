import { z } from 'zod';
import { isDecimal, isLocalDate, isNegative, isZero } from '#libs/kernel';
import { channels } from '../order/channel.js';
import { orderText as text } from '../order/order-text.js';

const decimal = z.string().refine((value) => isDecimal(value) && !isNegative(value), 'a decimal of at most 13 and 10 digits');
const positive = decimal.refine((value) => !isDecimal(value) || !isZero(value), 'above zero');
const date = z.string().refine(isLocalDate, 'a date as CCYY-MM-DD');

const answeredQuantity = z.object({
  /** CHANGED: as asked but for the price, date or quantity given here. ACCEPTED with other terms is taken as CHANGED. */
  status: z.enum(['ACCEPTED', 'CHANGED', 'BACKORDERED', 'REJECTED', 'SUBSTITUTED']),
  /** In order units. The quantities of a line add up to what is open of it. */
  quantity: positive,
  shipOn: date.nullish(),
  deliverOn: date.nullish(),
  /** `unit` absent: the line's price unit. */
  price: z
    .object({ amount: decimal, basis: positive, unit: text(20).nullish(), currency: z.string().length(3).nullish() })
    .nullish(),
  substitute: z
    .object({
      supplierPart: text(70).nullish(),
      manufacturerPart: text(70).nullish(),
      manufacturer: text(200).nullish(),
      description: text(1000).nullish(),
    })
    .nullish(),
  reason: text(500).nullish(),
  /** The partner's own code, kept for the reader. */
  rawStatus: text(40).nullish(),
});

/** Who may name a message: a partner's document id, so that the same answer is taken once. */
export const messageFields = {
  channel: z.enum(channels).nullish(),
  messageId: text(255).nullish(),
  expectedVersion: z.int().nullish(),
};

/** What `confirmOrder` takes. `header` speaks for every line that `lines` does not name; without it those stay as they are. */
export const confirmOrderInput = z
  .object({
    orderId: z.uuid(),
    header: z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']).nullish(),
    lines: z
      .array(z.object({ lineNumber: text(36), schedules: z.array(answeredQuantity).min(1).max(50) }))
      .max(1000)
      .nullish(),
    supplierNumber: text(50).nullish(),
    reason: text(500).nullish(),
    ...messageFields,
  })
  .refine((input) => input.header != null || (input.lines?.length ?? 0) > 0, 'an answer has a header or lines');

export type ConfirmOrderInput = z.input<typeof confirmOrderInput>;
export type CheckedAnswer = z.output<typeof confirmOrderInput>;
export type AnsweredQuantity = z.output<typeof answeredQuantity>;
