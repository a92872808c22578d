import { cxmlInvoiceDetailRequest } from './cxml/billing/invoice-detail-request.js';
import { cxmlConfirmationRequest } from './cxml/confirmation-request.js';
import { cxmlShipNoticeRequest } from './cxml/goods/ship-notice-request.js';
import { cxmlOrderRequest } from './cxml/order-request.js';
import { edifactMessages } from './edifact/messages.js';
import type { Message } from './grammar/message.js';
import { ublTables } from './ubl/tables.js';
import { x12Tables } from './x12/tables.js';

/** Every message of the house by coordinate, for pages about them and for profiles that adjust one. cXML Response has no table: it is three values. */
export const messages: ReadonlyMap<string, Message<never>> = new Map(
  [
    ...ublTables,
    cxmlOrderRequest,
    cxmlConfirmationRequest,
    cxmlShipNoticeRequest,
    cxmlInvoiceDetailRequest,
    ...x12Tables,
    ...edifactMessages,
  ].map((table): [string, Message<never>] => [table.coordinate, table as unknown as Message<never>]),
);
