// canonical: the documents of trade in our words
export type { AcknowledgedSet, Acknowledgement, AcknowledgementStatus, SegmentNote } from './canonical/acknowledgement.js';
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
// xml: the one door for XML from outside, and the writer
export { decodeXmlBytes } from './xml/charset.js';
export type { Doctype } from './xml/doctype.js';
export { attributeOf, elementsOf, findElement, textOf, type XmlAttribute, type XmlElement, type XmlNode } from './xml/element.js';
export { readXml, type XmlDocument } from './xml/read-xml.js';
export { xmlCaps } from './xml/scan.js';
export { writeXml, type XmlToWrite } from './xml/write-xml.js';
