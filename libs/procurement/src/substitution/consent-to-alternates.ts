import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { judgeProposals } from '../answering/judge-proposals.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { lockOrder, orderForExchange } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { consentLevels } from './consent.js';
import { keepConsents } from './keep-consents.js';

const consentInput = z.object({
  orderId: z.uuid(),
  lines: z
    .array(z.object({ lineNumber: orderText(36), level: z.enum(consentLevels) }))
    .min(1)
    .max(500),
});

export type ConsentToAlternatesInput = z.input<typeof consentInput>;

/**
 * Says anew how far the supplier may substitute the parts of order lines; a substitute that waits and is covered now is accepted by
 * rule at once. What was accepted before stays. Errors: LineUnknown. Throws NotFound unless the actor is the order's buyer,
 * Forbidden without order:change.
 */
export async function consentToAlternates(
  work: Work,
  raw: ConsentToAlternatesInput,
): Promise<Result<WholeOrder, Fault<'LineUnknown'>>> {
  requirePermission(work, 'order:change');
  const input = checkInput(consentInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  const given = input.lines.map(({ lineNumber, level }) => ({
    id: order.lines.find((line) => line.number === lineNumber)?.id,
    lineNumber,
    level,
  }));
  const faults = given.flatMap(({ id, lineNumber }, i) =>
    id && given.findIndex((other) => other.id === id) === i
      ? []
      : [{ code: 'LineUnknown' as const, path: ['lines', String(i), 'lineNumber'], values: { line: lineNumber } }],
  );
  if (faults.length > 0) return fail(...faults);
  await keepConsents(work, [
    {
      id: order.id,
      supplierId: order.counterpartyId,
      lines: given.map(({ id, level }) => ({ id: id ?? '', alternatesConsent: level })),
    },
  ]);
  await judgeProposals(work, { orderId: order.id });
  return ok(await orderForExchange(work, order.id));
}
