import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import type { Party } from '../canonical/party.js';
import type { Decoded, Encoded } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { cxmlConfirmationRequest } from './confirmation-request.js';
import { type CxmlCredential, type CxmlHeader, type CxmlParts, dtdOf, identifiersOf, readCxml, wrapRequest } from './envelope.js';
import { cxmlOrderRequest } from './order-request.js';

/** Elements of cXML are in no namespace. */
const NAMESPACES = { '': '' };

/** A document of the trade between two parties, whose names stand in the envelope. */
interface Traded {
  buyer: Party;
  supplier: Party;
}

/** Messages that the supplier sends; the buyer sends the others. */
const OF_SUPPLIER = new Set(['ConfirmationRequest', 'ShipNoticeRequest', 'InvoiceDetailRequest']);
/** Messages that stand in a DTD of their own; the others are in cXML.dtd. */
const DTDS: Readonly<Record<string, 'Fulfill' | 'InvoiceDetail'>> = {
  ConfirmationRequest: 'Fulfill',
  ShipNoticeRequest: 'Fulfill',
  InvoiceDetailRequest: 'InvoiceDetail',
};

/** Reads a request by the root element cXML and its table: From is who sends such a message, To the other. Never throws. */
export function decodeCxml<T extends Traded>(table: Message<T>, root: XmlElement): Decoded<T> & { partial: Partial<T> } {
  const parts = readCxml(root);
  const [from, to] = [parts?.envelope.from ?? [], parts?.envelope.to ?? []];
  const isSupplier = OF_SUPPLIER.has(table.table.message);
  return withParties(read(parts, table), isSupplier ? { buyer: to, supplier: from } : { buyer: from, supplier: to });
}

/** Writes a request with its header. With an error among the problems it must not be sent. */
export function encodeCxml<T extends Traded>(table: Message<T>, document: T, header: CxmlHeader): Encoded {
  const { element, problems } = encodeElement(table, document, {});
  const doctype = dtdOf(DTDS[table.table.message] ?? 'cXML', header.version);
  const written = writeXml(wrapRequest(header, element), { doctype });
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
  if (parts?.body === undefined || parts.kind !== table.table.message) {
    const message = `The document carries no ${table.table.message}.`;
    return {
      partial: {},
      problems: [...(parts?.problems ?? []), { at: 'cXML', line: 1, code: 'VALUE_MISSING', message, severity: 'error' }],
    };
  }
  const decoded = decodeElement(table, parts.body, NAMESPACES);
  return { ...decoded, problems: [...parts.problems, ...decoded.problems] };
}

function withParties<T extends { buyer: Party; supplier: Party }>(
  decoded: Decoded<T> & { partial: Partial<T> },
  credentials: { buyer: readonly CxmlCredential[]; supplier: readonly CxmlCredential[] },
): Decoded<T> & { partial: Partial<T> } {
  for (const role of ['buyer', 'supplier'] as const) {
    const identifiers = identifiersOf(credentials[role]);
    const party = decoded.partial[role];
    if (party === undefined || identifiers[0] === undefined) continue;
    if (party.identifiers.length === 0) party.identifiers = identifiers;
    party.endpoint = identifiers[0];
  }
  return decoded;
}
