import type { Result } from '#libs/kernel';
import type { Work } from '#libs/platform';
import type { WholeOrder } from '../order/order.entity.js';
import { type ConfirmOrderFault, confirmOrder } from './confirm-order.js';

/** Rejects everything that is open of an order, also what was confirmed: the supplier's way to cancel. Errors and refusals as in confirmOrder. */
export async function rejectOrder(
  work: Work,
  input: { orderId: string; reason: string; expectedVersion?: number | null; messageId?: string | null },
): Promise<Result<WholeOrder, ConfirmOrderFault>> {
  return confirmOrder(work, { ...input, header: 'REJECTED' });
}
