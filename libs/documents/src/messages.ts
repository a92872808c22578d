import { cxmlConfirmationRequest } from './cxml/confirmation-request.js';
import { cxmlOrderRequest } from './cxml/order-request.js';
import { edifactMessages } from './edifact/messages.js';
import type { Message } from './grammar/message.js';
import { ublOrder } from './ubl/order.js';
import { ublOrderResponse } from './ubl/order-response.js';
import { functionalAcknowledgement997 } from './x12/functional-acknowledgement-997.js';
import { order850 } from './x12/order-850.js';
import { orderResponse855 } from './x12/order-response-855.js';

/** Every message of the house by coordinate, for pages about them and for profiles that adjust one. cXML Response has no table: it is three values. */
export const messages: ReadonlyMap<string, Message<never>> = new Map(
  [
    ublOrder,
    ublOrderResponse,
    cxmlOrderRequest,
    cxmlConfirmationRequest,
    order850,
    orderResponse855,
    functionalAcknowledgement997,
    ...edifactMessages,
  ].map((table): [string, Message<never>] => [table.coordinate, table as unknown as Message<never>]),
);
