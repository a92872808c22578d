import type { Message } from '../grammar/message.js';
import { openTransInvoice } from './billing/invoice.js';
import { openTransDispatchNotification } from './goods/dispatch-notification.js';
import { openTransReceiptAcknowledgement } from './goods/receipt-acknowledgement.js';
import { openTransOrder } from './ordering/order.js';
import { openTransOrderChange } from './ordering/order-change.js';
import { openTransOrderResponse } from './ordering/order-response.js';
import { openTransQuotation } from './sourcing/quotation.js';
import { openTransRequest } from './sourcing/request.js';

/** Every openTRANS table; the message is the name of the root. */
export const openTransTables = [
  openTransOrder,
  openTransOrderResponse,
  openTransDispatchNotification,
  openTransRequest,
  openTransOrderChange,
  openTransReceiptAcknowledgement,
  openTransInvoice,
  openTransQuotation,
] as unknown as readonly Message<never>[];
