import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import type { Decoded, Encoded } from '../canonical/problem.js';
import type { Message } from '../grammar/message.js';
import { decodeElement, encodeElement } from '../xml/codec.js';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { ublOrder } from './order.js';
import { ublOrderResponse } from './order-response.js';
import { ublNamespaces } from './sequences.js';

/** Reads a UBL Order that came through the XML door. `table` may carry a partner's adjustments. */
export function decodeUblOrder(root: XmlElement, table: Message<Order> = ublOrder): Decoded<Order> & { partial: Partial<Order> } {
  return decodeElement(table, root, ublNamespaces('Order'));
}

/** Writes an Order as Peppol BIS Ordering 3 XML in UTF-8. */
export function encodeUblOrder(order: Order, table: Message<Order> = ublOrder): Encoded {
  return written(encodeElement(table, order, ublNamespaces('Order')));
}

/** Reads a UBL OrderResponse that came through the XML door. */
export function decodeUblOrderResponse(
  root: XmlElement,
  table: Message<OrderResponse> = ublOrderResponse,
): Decoded<OrderResponse> & { partial: Partial<OrderResponse> } {
  return decodeElement(table, root, ublNamespaces('OrderResponse'));
}

/** Writes an OrderResponse as Peppol BIS Ordering 3 XML in UTF-8. */
export function encodeUblOrderResponse(response: OrderResponse, table: Message<OrderResponse> = ublOrderResponse): Encoded {
  return written(encodeElement(table, response, ublNamespaces('OrderResponse')));
}

function written({ element, problems }: ReturnType<typeof encodeElement>): Encoded {
  const { text, problems: found } = writeXml(element);
  return { text, problems: [...problems, ...found] };
}
