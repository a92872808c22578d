import { ciiInvoice } from './cii/invoice.js';
import { cxmlInvoiceStatusUpdateRequest, cxmlStatusUpdateRequest } from './cxml/answers/status-update.js';
import { cxmlInvoiceDetailRequest } from './cxml/billing/invoice-detail-request.js';
import { cxmlIndex } from './cxml/catalogue/catalogue-index.js';
import { cxmlConfirmationRequest } from './cxml/confirmation-request.js';
import { cxmlProductActivityMessage } from './cxml/goods/product-activity.js';
import { cxmlReceiptRequest } from './cxml/goods/receipt-request.js';
import { cxmlShipNoticeRequest } from './cxml/goods/ship-notice-request.js';
import { cxmlOrderRequest } from './cxml/order-request.js';
import { cxmlPunchOutOrderMessage } from './cxml/punchout/order-message.js';
import { cxmlPunchOutSetupRequest } from './cxml/punchout/setup-request.js';
import { cxmlQuoteMessage } from './cxml/sourcing/quote-message.js';
import { cxmlQuoteRequest } from './cxml/sourcing/quote-request.js';
import { edifactMessages } from './edifact/messages.js';
import type { Message } from './grammar/message.js';
import { ocdsRelease } from './ocds/release.js';
import { ociCart } from './oci/cart.js';
import { openTransTables } from './opentrans/tables.js';
import { ublTables } from './ubl/tables.js';
import { x12Tables } from './x12/tables.js';

/** Every message of the house by coordinate, for pages about them and for profiles that adjust one. cXML Response has no table: it is three values. */
export const messages: ReadonlyMap<string, Message<never>> = new Map(
  [
    ...ublTables,
    ciiInvoice,
    ocdsRelease,
    ociCart,
    ...openTransTables,
    cxmlOrderRequest,
    cxmlConfirmationRequest,
    cxmlShipNoticeRequest,
    cxmlReceiptRequest,
    cxmlInvoiceDetailRequest,
    cxmlStatusUpdateRequest,
    cxmlInvoiceStatusUpdateRequest,
    cxmlProductActivityMessage,
    cxmlIndex,
    cxmlQuoteRequest,
    cxmlQuoteMessage,
    cxmlPunchOutSetupRequest,
    cxmlPunchOutOrderMessage,
    ...x12Tables,
    ...edifactMessages,
  ].map((table): [string, Message<never>] => [table.coordinate, table as unknown as Message<never>]),
);
