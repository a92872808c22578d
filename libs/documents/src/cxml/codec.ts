import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import type { Party } from '../canonical/party.js';
import type { Decoded, Encoded } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { cxmlConfirmationRequest } from './confirmation-request.js';
import { type CxmlEnvelope, type CxmlHeader, type CxmlParts, dtdOf, identifiersOf, readCxml, wrapBody } from './envelope.js';
import { cxmlOrderRequest } from './order-request.js';

/** Elements of cXML are in no namespace. */
const NAMESPACES = { '': '' };

/** Who sends a message, by the name of his party in the model, and to whom; in which DTD it stands; whether it asks (Request) or tells (Message). */
interface Manner {
  from: 'buyer' | 'supplier' | 'sender';
  to: 'buyer' | 'supplier' | 'receiver';
  dtd: 'cXML' | 'Fulfill' | 'InvoiceDetail' | 'Quote';
  carrier: 'Request' | 'Message';
}

const OF_BUYER: Manner = { from: 'buyer', to: 'supplier', dtd: 'cXML', carrier: 'Request' };
const OF_SUPPLIER: Manner = { from: 'supplier', to: 'buyer', dtd: 'Fulfill', carrier: 'Request' };
const STATUS: Manner = { from: 'sender', to: 'receiver', dtd: 'cXML', carrier: 'Request' };

/** By message; a message that is not named is a request of the buyer in cXML.dtd. */
const MANNERS: Readonly<Record<string, Manner>> = {
  ConfirmationRequest: OF_SUPPLIER,
  ShipNoticeRequest: OF_SUPPLIER,
  InvoiceDetailRequest: { ...OF_SUPPLIER, dtd: 'InvoiceDetail' },
  ReceiptRequest: { ...OF_BUYER, dtd: 'Fulfill' },
  StatusUpdateRequest: STATUS,
  InvoiceStatusUpdateRequest: STATUS,
  QuoteRequest: { ...OF_BUYER, dtd: 'Quote' },
  QuoteMessage: { ...OF_SUPPLIER, dtd: 'Quote', carrier: 'Message' },
  PunchOutOrderMessage: { ...OF_SUPPLIER, dtd: 'cXML', carrier: 'Message' },
  ProductActivityMessage: { ...OF_BUYER, carrier: 'Message' },
};

const mannerOf = (message: string): Manner => (Object.hasOwn(MANNERS, message) ? (MANNERS[message] ?? OF_BUYER) : OF_BUYER);

/** Reads a document by the root element cXML and its table: From is who sends such a message, To the other. Never throws. */
export function decodeCxml<T>(table: Message<T>, root: XmlElement): Decoded<T> & { partial: Partial<T> } {
  const parts = readCxml(root);
  const decoded = read(parts, table);
  if (parts !== undefined) takeEnvelope(decoded.partial, parts.envelope, mannerOf(table.table.message));
  return decoded;
}

/** Writes a document with its header. With an error among the problems it must not be sent. */
export function encodeCxml<T>(table: Message<T>, document: NoInfer<T>, header: CxmlHeader): Encoded {
  const { element, problems } = encodeElement(table, document, {});
  const { dtd, carrier } = mannerOf(table.table.message);
  const written = writeXml(wrapBody(header, element, carrier), { doctype: dtdOf(dtd, header.version) });
  return { text: written.text, problems: [...problems, ...written.problems] };
}

/** Reads an OrderRequest by the root element cXML: From is the buyer, To the supplier. */
export function decodeCxmlOrderRequest(
  root: XmlElement,
  table: Message<Order> = cxmlOrderRequest,
): Decoded<Order> & { partial: Partial<Order> } {
  return decodeCxml(table, root);
}

/** Writes an OrderRequest document with its header. */
export function encodeCxmlOrderRequest(order: Order, header: CxmlHeader, table: Message<Order> = cxmlOrderRequest): Encoded {
  return encodeCxml(table, order, header);
}

/** Reads a ConfirmationRequest by the root element cXML: From is the supplier, To the buyer. */
export function decodeCxmlConfirmationRequest(
  root: XmlElement,
  table: Message<OrderResponse> = cxmlConfirmationRequest,
): Decoded<OrderResponse> & { partial: Partial<OrderResponse> } {
  return decodeCxml(table, root);
}

/** Writes a ConfirmationRequest document with its header. */
export function encodeCxmlConfirmationRequest(
  response: OrderResponse,
  header: CxmlHeader,
  table: Message<OrderResponse> = cxmlConfirmationRequest,
): Encoded {
  return encodeCxml(table, response, header);
}

function read<T>(parts: CxmlParts | undefined, table: Message<T>): Decoded<T> & { partial: Partial<T> } {
  const { structure } = table.table;
  const name = structure.syntax === 'xml' ? structure.root : '';
  if (parts?.body === undefined || parts.kind !== name) {
    const message = `The document carries no ${name}.`;
    return {
      partial: {},
      problems: [...(parts?.problems ?? []), { at: 'cXML', line: 1, code: 'VALUE_MISSING', message, severity: 'error' }],
    };
  }
  const decoded = decodeElement(table, parts.body, NAMESPACES);
  return { ...decoded, problems: [...parts.problems, ...decoded.problems] };
}

/** What only the envelope says: the parties, and number and day of a document that has none of its own (a status). */
function takeEnvelope(partial: object, envelope: CxmlEnvelope, { from, to }: Manner): void {
  const document = partial as Partial<Record<Manner['from'] | Manner['to'], Party>> & Dated;
  for (const [role, credentials] of [
    [from, envelope.from],
    [to, envelope.to],
  ] as const) {
    const identifiers = identifiersOf(credentials);
    const party = document[role];
    if (party === undefined || identifiers[0] === undefined) continue;
    if (party.identifiers.length === 0) party.identifiers = identifiers;
    party.endpoint = identifiers[0];
  }
  if (from !== 'sender' || Object.keys(partial).length === 0) return;
  document.number ??= envelope.payloadId;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(envelope.timestamp)?.[0];
  if (day !== undefined) document.issuedOn ??= day;
}

interface Dated {
  number?: string;
  issuedOn?: string;
}
