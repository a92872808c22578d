import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import type { Decoded, Encoded } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { ublOrder } from './order.js';
import { ublOrderResponse } from './order-response.js';
import { ublNamespaces } from './parts/sequences.js';

/** Reads a UBL document that came through the XML door by its table; `ublMessageOf` finds the table. Never throws. `table` may carry a partner's adjustments. */
export function decodeUbl<T>(table: Message<T>, root: XmlElement): Decoded<T> & { partial: Partial<T> } {
  return decodeElement(table, root, ublNamespaces(rootOf(table)));
}

/** Writes a document as UBL XML in UTF-8, in the profile the table says. With an error among the problems it must not be sent. */
export function encodeUbl<T>(table: Message<T>, document: NoInfer<T>): Encoded {
  const { element, problems } = encodeElement(table, document, ublNamespaces(rootOf(table)));
  const { text, problems: found } = writeXml(element);
  return { text, problems: [...problems, ...found] };
}

function rootOf<T>(table: Message<T>): string {
  const { structure } = table.table;
  return structure.syntax === 'xml' ? structure.root : '';
}

/** Reads a UBL Order that came through the XML door. `table` may carry a partner's adjustments. */
export function decodeUblOrder(root: XmlElement, table: Message<Order> = ublOrder): Decoded<Order> & { partial: Partial<Order> } {
  return decodeUbl(table, root);
}

/** Writes an Order as Peppol BIS Ordering 3 XML in UTF-8. */
export function encodeUblOrder(order: Order, table: Message<Order> = ublOrder): Encoded {
  return encodeUbl(table, order);
}

/** Reads a UBL OrderResponse that came through the XML door. */
export function decodeUblOrderResponse(
  root: XmlElement,
  table: Message<OrderResponse> = ublOrderResponse,
): Decoded<OrderResponse> & { partial: Partial<OrderResponse> } {
  return decodeUbl(table, root);
}

/** Writes an OrderResponse as Peppol BIS Ordering 3 XML in UTF-8. */
export function encodeUblOrderResponse(response: OrderResponse, table: Message<OrderResponse> = ublOrderResponse): Encoded {
  return encodeUbl(table, response);
}
