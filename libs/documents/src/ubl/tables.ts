import type { Message } from '../grammar/message.js';
import { elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { ublApplicationResponse, ublCatalogueResponse } from './answers/application-response.js';
import { ublInvoiceResponse } from './answers/invoice-response.js';
import { ublCreditNote, ublInvoice } from './billing/invoice.js';
import { ublCatalogue } from './catalogue/catalogue.js';
import { ublPunchOut } from './catalogue/punch-out.js';
import { ublDespatchAdvice } from './goods/despatch-advice.js';
import { ublReceiptAdvice } from './goods/receipt-advice.js';
import { ublInventoryReport, ublStockAvailabilityReport } from './goods/stock-report.js';
import { ublOrder } from './order.js';
import { ublOrderResponse } from './order-response.js';
import { ublOrderAgreement } from './ordering/order-agreement.js';
import { ublOrderCancellation, ublOrderChange } from './ordering/order-change.js';
import { ublMessageName } from './profile.js';
import { ublCallForTenders } from './sourcing/call-for-tenders.js';
import { ublQuotation } from './sourcing/quotation.js';
import { ublRequestForQuotation } from './sourcing/request-for-quotation.js';

/** Every UBL table. Of several with one root the first is read when the document names no profile of another. */
export const ublTables = [
  ublOrder,
  ublOrderChange,
  ublOrderCancellation,
  ublOrderResponse,
  ublOrderAgreement,
  ublDespatchAdvice,
  ublReceiptAdvice,
  ublInvoice,
  ublCreditNote,
  ublStockAvailabilityReport,
  ublInventoryReport,
  ublRequestForQuotation,
  ublQuotation,
  ublApplicationResponse,
  ublInvoiceResponse,
  ublCatalogueResponse,
  ublCatalogue,
  ublPunchOut,
  ublCallForTenders,
] as unknown as readonly Message<never>[];

/** The message a UBL document is, by its root and its CustomizationID; undefined when no table reads it. */
export function ublMessageOf(root: XmlElement): Message<never> | undefined {
  const [customization] = elementsOf(root, 'CustomizationID');
  const profile = customization === undefined ? '' : textOf(customization);
  const name = ublMessageName(root.name, profile);
  return ublTables.find(({ table }) => table.message === name);
}
