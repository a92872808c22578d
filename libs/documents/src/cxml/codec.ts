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

/** Reads an OrderRequest by the root element cXML: From is the buyer, To the supplier. */
export function decodeCxmlOrderRequest(
  root: XmlElement,
  table: Message<Order> = cxmlOrderRequest,
): Decoded<Order> & { partial: Partial<Order> } {
  const parts = readCxml(root);
  return withParties(read(parts, table), { buyer: parts?.envelope.from ?? [], supplier: parts?.envelope.to ?? [] });
}

/** Writes an OrderRequest document with its header. */
export function encodeCxmlOrderRequest(order: Order, header: CxmlHeader, table: Message<Order> = cxmlOrderRequest): Encoded {
  const { element, problems } = encodeElement(table, order, {});
  const written = writeXml(wrapRequest(header, element), { doctype: dtdOf('cXML', header.version) });
  return { text: written.text, problems: [...problems, ...written.problems] };
}

/** Reads a ConfirmationRequest by the root element cXML: From is the supplier, To the buyer. */
export function decodeCxmlConfirmationRequest(
  root: XmlElement,
  table: Message<OrderResponse> = cxmlConfirmationRequest,
): Decoded<OrderResponse> & { partial: Partial<OrderResponse> } {
  const parts = readCxml(root);
  return withParties(read(parts, table), { buyer: parts?.envelope.to ?? [], supplier: parts?.envelope.from ?? [] });
}

/** Writes a ConfirmationRequest document with its header. */
export function encodeCxmlConfirmationRequest(
  response: OrderResponse,
  header: CxmlHeader,
  table: Message<OrderResponse> = cxmlConfirmationRequest,
): Encoded {
  const { element, problems } = encodeElement(table, response, {});
  const written = writeXml(wrapRequest(header, element), { doctype: dtdOf('Fulfill', header.version) });
  return { text: written.text, problems: [...problems, ...written.problems] };
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
    party.identifiers = identifiers;
    party.endpoint = identifiers[0];
  }
  return decoded;
}
