import type { Message } from '../grammar/message.js';
import { openTransDispatchNotification } from './dispatch-notification.js';
import { openTransOrder } from './order.js';
import { openTransOrderResponse } from './order-response.js';
import { openTransRequest } from './request.js';

/** Every openTRANS table; the message is the name of the root. */
export const openTransTables = [
  openTransOrder,
  openTransOrderResponse,
  openTransDispatchNotification,
  openTransRequest,
] as unknown as readonly Message<never>[];
