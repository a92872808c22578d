// canonical: the documents of trade in our words

// catalogues: CSV, CIF 3.0 and BMEcat as streams of events
export { type BmecatWriterHeader, writeBmecat2005 } from './bmecat/write-bmecat.js';
export type {
  AcknowledgedSet,
  Acknowledgement,
  AcknowledgementStatus,
  InterchangeAcknowledgement,
  SegmentNote,
} from './canonical/acknowledgement.js';
export type { ApplicationFinding, ApplicationResponse, ApplicationStatus } from './canonical/application-response.js';
export type { Invoice, InvoiceLine, InvoiceTotals } from './canonical/billing/invoice.js';
export type { Clarification, InvoiceResponse, InvoiceStatus } from './canonical/billing/invoice-response.js';
export type { PaymentDiscount, PaymentMeans, PaymentTerms } from './canonical/billing/payment.js';
export type { TaxCategory, TaxSubtotal } from './canonical/billing/tax.js';
export type {
  CatalogueAction,
  CatalogueEnd,
  CatalogueEvent,
  CatalogueFormat,
  CatalogueGroup,
  CatalogueHeader,
  CataloguePrice,
  CatalogueRow,
  CatalogueTerms,
  ExtensionValue,
  GroupMapEntry,
  RecordMark,
  RefusedRow,
  RowProblem,
  SameRow,
} from './canonical/catalogue.js';
export { type CatalogueDocument, catalogueEvents } from './canonical/catalogue-document.js';
export type { DespatchAdvice, DespatchLine } from './canonical/goods/despatch-advice.js';
export type {
  Package,
  PackedQuantity,
  Shipment,
  StockLocation,
  TracedGoods,
  TransportMode,
} from './canonical/goods/package.js';
export type { ReceiptAdvice, ReceiptLine } from './canonical/goods/receipt-advice.js';
export type { StockKind, StockLine, StockQuantity, StockReport } from './canonical/goods/stock-report.js';
export type {
  Charge,
  Classification,
  DocumentPrice,
  DocumentQuantity,
  Extensions,
  Item,
  ItemProperty,
} from './canonical/line.js';
export type { Order, OrderLine, OrderPurpose, OrderTotals, OrderType } from './canonical/order.js';
export type { LineAction, OrderChange, OrderChangeLine } from './canonical/order-change.js';
export type {
  OrderResponse,
  OrderResponseLine,
  ResponseSchedule,
  ResponseStatus,
  ScheduleStatus,
} from './canonical/order-response.js';
export type { Address, Contact, Identifier, Party } from './canonical/party.js';
export { type Decoded, type Encoded, hasError, type Problem, type Severity } from './canonical/problem.js';
export type { PunchOutLine, PunchOutOrder, PunchOutSetup } from './canonical/punchout/punch-out.js';
export type {
  Attachment,
  DocumentPurpose,
  DocumentReference,
  OrderReference,
  Period,
} from './canonical/reference.js';
export type { PriceBreak, Quotation, QuotationLine } from './canonical/sourcing/quotation.js';
export type { RequestForQuotation, RequestLine } from './canonical/sourcing/request-for-quotation.js';
export type {
  Amendment,
  AwardStatus,
  BidStatistic,
  ContractStatus,
  NoticeAmount,
  NoticeAward,
  NoticeContract,
  NoticeDocument,
  NoticeItem,
  NoticeLot,
  NoticeParty,
  NoticePeriod,
  NoticeStage,
  NoticeTender,
  PartyName,
  ProcurementCategory,
  ProcurementMethod,
  TenderNotice,
  TenderStatus,
} from './canonical/sourcing/tender-notice.js';
export { decodeCii, encodeCii } from './cii/codec.js';
export { ciiInvoice } from './cii/invoice.js';
export { checkCiiInvoice } from './cii/rules/check-invoice.js';
// files of any format: what is in them, and the same in another
export { type Described, describeDocument } from './convert/describe.js';
export { type Difference, diffDocuments } from './convert/diff.js';
export { type AnyDocument, type DocumentFormat, documentFormats, documentKinds, kindOf, tableFor } from './convert/kinds.js';
export { matrixPage } from './convert/matrix-page.js';
export { type FoundDocument, type FoundDocuments, readDocuments } from './convert/read-documents.js';
export { cannotSay, type EnvelopeWishes, writeDocument } from './convert/write-document.js';
export { cxmlInvoiceStatusUpdateRequest, cxmlStatusUpdateRequest } from './cxml/answers/status-update.js';
export { cxmlInvoiceDetailRequest } from './cxml/billing/invoice-detail-request.js';
export { cxmlIndex, decodeCxmlIndex, encodeCxmlIndex } from './cxml/catalogue/catalogue-index.js';
// order documents: formats, tables and what adjusts them
export {
  decodeCxml,
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  encodeCxml,
  encodeCxmlConfirmationRequest,
  encodeCxmlOrderRequest,
} from './cxml/codec.js';
export { cxmlConfirmationRequest } from './cxml/confirmation-request.js';
export {
  type CxmlCredential,
  type CxmlEnvelope,
  type CxmlHeader,
  type CxmlParts,
  type CxmlSecret,
  type CxmlSender,
  readCxml,
  readCxmlEnvelope,
} from './cxml/envelope.js';
export { cxmlProductActivityMessage } from './cxml/goods/product-activity.js';
export { cxmlReceiptRequest } from './cxml/goods/receipt-request.js';
export { cxmlShipNoticeRequest } from './cxml/goods/ship-notice-request.js';
export { cxmlOrderRequest } from './cxml/order-request.js';
export { cxmlPunchOutOrderMessage } from './cxml/punchout/order-message.js';
export { cxmlPunchOutSetupRequest } from './cxml/punchout/setup-request.js';
export { redactSharedSecret } from './cxml/redact.js';
export { type CxmlResponse, decodeCxmlResponse, writeCxmlResponse } from './cxml/response.js';
export { cxmlQuoteMessage } from './cxml/sourcing/quote-message.js';
export { cxmlQuoteRequest } from './cxml/sourcing/quote-request.js';
export { type DetectedFormat, detectFormat } from './detect-format.js';
export { type PricatWriterHeader, writePricat } from './edifact/catalogue/write-pricat.js';
export { decodeEdifact, encodeEdifact } from './edifact/codec.js';
export type { EdifactRelease, TradeRelease } from './edifact/directory/release.js';
export { acknowledgeEdifact } from './edifact/envelope/acknowledge.js';
export {
  type EdifactGroup,
  type EdifactInterchange,
  type EdifactMessage,
  type EdifactParty,
  type EnvelopeHabits,
  readEdifact,
} from './edifact/envelope/read-interchange.js';
export { type EdifactToWrite, type MessageToWrite, writeEdifact } from './edifact/envelope/write-interchange.js';
export { edifactDespatchAdvices } from './edifact/goods/despatch.js';
export { edifactReceiptAdvices } from './edifact/goods/receipt.js';
export { edifactStockReports } from './edifact/goods/stock.js';
export type { InBoth } from './edifact/in-both.js';
export { edifactInvoices } from './edifact/invoice.js';
export { edifactOrders } from './edifact/order.js';
export { edifactOrderChanges } from './edifact/order-change.js';
export { edifactOrderResponses } from './edifact/order-response.js';
export { edifactApplicationResponses } from './edifact/service/application-response.js';
export { edifactContrl } from './edifact/service/contrl.js';
export { edifactQuotations } from './edifact/sourcing/quotation.js';
export { edifactRequests } from './edifact/sourcing/request.js';
export { edifactCaps } from './edifact/syntax/caps.js';
export { type Adjustments, adjust } from './grammar/adjust.js';
export type { Message } from './grammar/message.js';
export { standardPage } from './grammar/standard-page.js';
export { messages } from './messages.js';
export { decodeOcds, type OcdsFile, readOcds } from './ocds/codec.js';
export {
  encodeRecordPackage,
  encodeRelease,
  encodeReleasePackage,
  type OcdsPublication,
  packRecord,
  packReleases,
} from './ocds/package.js';
export { ocdsRelease } from './ocds/release.js';
export { ociCart } from './oci/cart.js';
export { decodeOci, encodeOci, encodeOciFields, ociPage } from './oci/codec.js';
export { type FormField, FormReader, formCaps, readForm, writeForm } from './oci/read-form.js';
export { readOciSetup, writeOciSetup } from './oci/setup.js';
export { openTransInvoice } from './opentrans/billing/invoice.js';
export { decodeOpenTrans, encodeOpenTrans } from './opentrans/codec.js';
export { openTransDispatchNotification } from './opentrans/goods/dispatch-notification.js';
export { openTransReceiptAcknowledgement } from './opentrans/goods/receipt-acknowledgement.js';
export { openTransOrder } from './opentrans/ordering/order.js';
export { openTransOrderChange } from './opentrans/ordering/order-change.js';
export { openTransOrderResponse } from './opentrans/ordering/order-response.js';
export { openTransQuotation } from './opentrans/sourcing/quotation.js';
export { openTransRequest } from './opentrans/sourcing/request.js';
export { type CifWriterHeader, writeCif } from './tabular/cif/write-cif.js';
export { guardCell, unguardCell } from './tabular/csv/cell-guard.js';
export { errorColumns, type OriginalRow, writeErrorFile } from './tabular/csv/error-file.js';
export type { RecordMemory } from './tabular/csv/known-records.js';
export {
  checkMapping,
  isMappingTarget,
  type Mapping,
  type SingleTarget,
  singleTargets,
  targetsOf,
} from './tabular/csv/mapping.js';
export { originalRows } from './tabular/csv/original-rows.js';
export { type PeekedHeaders, peekHeaders } from './tabular/csv/peek-headers.js';
export { suggestMapping } from './tabular/csv/suggest-mapping.js';
export { type CsvShapeOfRows, csvCatalogueMapping, writeCsvCatalogue } from './tabular/csv/write-csv.js';
export { type CatalogueOptions, openCatalogue } from './tabular/open-catalogue.js';
export type { Rows } from './tabular/pieces.js';
export type { CatalogueReading } from './tabular/reading.js';
export { customerPriceType } from './tabular/row/customer-price.js';
export { problemOf, rowProblem, Unreadable } from './tabular/row/problem.js';
export { problemCodes } from './tabular/row/problem-codes.data.js';
export { type DateFormat, dateFormats } from './tabular/row/row-values.js';
export { UnitReader, type UnitReading } from './tabular/row/units/unit-reading.js';
export { isArchive, type SheetChoice, sheetNames, sheetText } from './tabular/xlsx/sheet-text.js';
export type { ByteSource } from './tabular/xlsx/zip-archive.js';
export { ublApplicationResponse, ublCatalogueResponse } from './ubl/answers/application-response.js';
export { ublInvoiceResponse } from './ubl/answers/invoice-response.js';
export { ublCreditNote, ublInvoice } from './ubl/billing/invoice.js';
export { ublCatalogue } from './ubl/catalogue/catalogue.js';
export { ublPunchOut } from './ubl/catalogue/punch-out.js';
export {
  decodeUbl,
  decodeUblOrder,
  decodeUblOrderResponse,
  encodeUbl,
  encodeUblOrder,
  encodeUblOrderResponse,
} from './ubl/codec.js';
export { ublDespatchAdvice } from './ubl/goods/despatch-advice.js';
export { ublReceiptAdvice } from './ubl/goods/receipt-advice.js';
export { ublInventoryReport, ublStockAvailabilityReport } from './ubl/goods/stock-report.js';
export { ublOrder } from './ubl/order.js';
export { ublOrderResponse } from './ubl/order-response.js';
export { ublOrderAgreement } from './ubl/ordering/order-agreement.js';
export { ublOrderCancellation, ublOrderChange } from './ubl/ordering/order-change.js';
export { checkUblInvoice, en16931Rules, peppolBillingRules } from './ubl/rules/check-invoice.js';
export { ublCallForTenders } from './ubl/sourcing/call-for-tenders.js';
export { ublQuotation } from './ubl/sourcing/quotation.js';
export { ublRequestForQuotation } from './ubl/sourcing/request-for-quotation.js';
export { ublMessageOf } from './ubl/tables.js';
export { invoice810 } from './x12/billing/invoice-810.js';
export { catalogue832 } from './x12/catalogue/catalogue-832.js';
export { decodeSet, encodeSet } from './x12/codec.js';
export { acknowledgeGroup } from './x12/envelope/acknowledge.js';
export { acknowledgeInterchange, readInterchangeAcknowledgements } from './x12/envelope/acknowledge-interchange.js';
export {
  type EnvelopeParty,
  readInterchanges,
  type X12Group,
  type X12Interchange,
  type X12Set,
} from './x12/envelope/read-interchange.js';
export {
  type AcknowledgementsToWrite,
  type InterchangeToWrite,
  type SetToWrite,
  writeInterchange,
  writeInterchangeAcknowledgements,
} from './x12/envelope/write-interchange.js';
export { functionalAcknowledgement997, implementationAcknowledgement999 } from './x12/functional-acknowledgement-997.js';
export { despatchAdvice856 } from './x12/goods/despatch-advice-856.js';
export { receipt861 } from './x12/goods/receipt-861.js';
export { stock846 } from './x12/goods/stock-846.js';
export { interchangeAcknowledgementTa1 } from './x12/interchange-acknowledgement-ta1.js';
export { order850 } from './x12/ordering/order-850.js';
export { orderChange860 } from './x12/ordering/order-change-860.js';
export { orderChangeResponse865 } from './x12/ordering/order-change-response-865.js';
export { orderResponse855 } from './x12/ordering/order-response-855.js';
export { quotation843 } from './x12/sourcing/quotation-843.js';
export { request840 } from './x12/sourcing/request-840.js';
export { type Segment, type Separators, x12Caps } from './x12/syntax.js';
export { x12TableOf } from './x12/tables.js';
// xml: the one door for XML from outside, and the writer
export { decodeXmlBytes } from './xml/charset.js';
export type { Doctype } from './xml/doctype.js';
export { attributeOf, elementsOf, findElement, textOf, type XmlAttribute, type XmlElement, type XmlNode } from './xml/element.js';
export { readXml, type XmlDocument } from './xml/read-xml.js';
export { xmlCaps } from './xml/scan.js';
export { writeXml, type XmlToWrite } from './xml/write-xml.js';
