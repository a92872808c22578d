import type { Message } from '../grammar/message.js';
import { edifactDespatchAdvices } from './goods/despatch.js';
import { edifactReceiptAdvices } from './goods/receipt.js';
import { edifactStockReports } from './goods/stock.js';
import { edifactInvoices } from './invoice.js';
import { edifactOrders } from './order.js';
import { edifactOrderChanges } from './order-change.js';
import { edifactOrderResponses } from './order-response.js';
import { edifactApplicationResponses } from './service/application-response.js';
import { edifactContrl } from './service/contrl.js';
import { edifactQuotations } from './sourcing/quotation.js';
import { edifactRequests } from './sourcing/request.js';

const inBothReleases = [
  edifactOrders,
  edifactOrderResponses,
  edifactOrderChanges,
  edifactDespatchAdvices,
  edifactReceiptAdvices,
  edifactInvoices,
  edifactStockReports,
  edifactRequests,
  edifactQuotations,
  edifactApplicationResponses,
];

/** Every EDIFACT message with a table, in both directories, and CONTRL. */
export const edifactMessages: readonly Message<never>[] = [
  ...inBothReleases.flatMap((tables) => Object.values(tables) as unknown as Message<never>[]),
  edifactContrl as unknown as Message<never>,
];
