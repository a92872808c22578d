// canonical: the documents of trade in our words

// catalogues: CSV, CIF 3.0 and BMEcat as streams of events
export { type BmecatWriterHeader, writeBmecat2005 } from './bmecat/write-bmecat.js';
export type { AcknowledgedSet, Acknowledgement, AcknowledgementStatus, SegmentNote } from './canonical/acknowledgement.js';
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
export type { Charge, Classification, DocumentPrice, DocumentQuantity, Extensions, Item } from './canonical/line.js';
export type { Order, OrderLine, OrderPurpose, OrderTotals, OrderType } from './canonical/order.js';
export type {
  OrderResponse,
  OrderResponseLine,
  ResponseSchedule,
  ResponseStatus,
  ScheduleStatus,
} from './canonical/order-response.js';
export type { Address, Contact, Identifier, Party } from './canonical/party.js';
export { type Decoded, type Encoded, hasError, type Problem, type Severity } from './canonical/problem.js';
// order documents: formats, tables and what adjusts them
export {
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
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
export { cxmlOrderRequest } from './cxml/order-request.js';
export { redactSharedSecret } from './cxml/redact.js';
export { type CxmlResponse, decodeCxmlResponse, writeCxmlResponse } from './cxml/response.js';
export { type DetectedFormat, detectFormat } from './detect-format.js';
export { type Adjustments, adjust } from './grammar/adjust.js';
export type { Message } from './grammar/message.js';
export { standardPage } from './grammar/standard-page.js';
export { messages } from './messages.js';
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
export { decodeUblOrder, decodeUblOrderResponse, encodeUblOrder, encodeUblOrderResponse } from './ubl/codec.js';
export { ublOrder } from './ubl/order.js';
export { ublOrderResponse } from './ubl/order-response.js';
export { decodeSet, encodeSet } from './x12/codec.js';
export { acknowledgeGroup } from './x12/envelope/acknowledge.js';
export {
  type EnvelopeParty,
  readInterchanges,
  type X12Group,
  type X12Interchange,
  type X12Set,
} from './x12/envelope/read-interchange.js';
export { type InterchangeToWrite, type SetToWrite, writeInterchange } from './x12/envelope/write-interchange.js';
export { functionalAcknowledgement997 } from './x12/functional-acknowledgement-997.js';
export { order850 } from './x12/order-850.js';
export { orderResponse855 } from './x12/order-response-855.js';
export { type Segment, type Separators, x12Caps } from './x12/syntax.js';
// xml: the one door for XML from outside, and the writer
export { decodeXmlBytes } from './xml/charset.js';
export type { Doctype } from './xml/doctype.js';
export { attributeOf, elementsOf, findElement, textOf, type XmlAttribute, type XmlElement, type XmlNode } from './xml/element.js';
export { readXml, type XmlDocument } from './xml/read-xml.js';
export { xmlCaps } from './xml/scan.js';
export { writeXml, type XmlToWrite } from './xml/write-xml.js';
