import type { Message } from '../grammar/message.js';
import { edifactDespatchAdvices } from './goods/despatch.js';
import { edifactInvoices } from './invoice.js';
import { edifactOrders } from './order.js';
import { edifactOrderResponses } from './order-response.js';

/** Every EDIFACT message with a table, in both directories. */
export const edifactMessages: readonly Message<never>[] = [
  edifactOrders,
  edifactOrderResponses,
  edifactInvoices,
  edifactDespatchAdvices,
].flatMap((tables) => Object.values(tables) as unknown as Message<never>[]);
