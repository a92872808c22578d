import {
  type Acknowledgement,
  acknowledgeGroup,
  encodeCxmlConfirmationRequest,
  encodeCxmlOrderRequest,
  encodeSet,
  encodeUblOrder,
  encodeUblOrderResponse,
  functionalAcknowledgement997,
  type Order,
  type OrderResponse,
  order850,
  orderResponse855,
  readInterchanges,
  writeCxmlResponse,
  writeInterchange,
} from '#libs/documents';
import { screws, split } from '../../libs/documents/src/grammar/testing.js';

const header = {
  payloadId: 'p-1@hub.example',
  timestamp: '2026-03-02T10:15:00Z',
  test: true,
  from: { value: 'AN-BUYER', scheme: 'NetworkId' },
  to: { value: '081466849', scheme: '0060' },
  sender: { value: 'AN-BUYER', scheme: 'NetworkId' },
  sharedSecret: 'not-a-secret',
  userAgent: 'Entrepot',
};

/** One set in an interchange with fixed numbers and clock. */
export function interchange(type: string, segments: string[][]): string {
  const codes: Record<string, string> = { '850': 'PO', '855': 'PR', '997': 'FA' };
  return writeInterchange({
    sender: { qualifier: 'ZZ', id: 'HUB' },
    receiver: { qualifier: '01', id: '081466849' },
    groupSender: 'HUB',
    groupReceiver: '081466849',
    functionalCode: codes[type] ?? 'PO',
    interchangeControl: '42',
    groupControl: '42',
    date: '2026-03-02',
    time: '10:15',
    usage: 'T',
    sets: [{ type, control: '0001', segments }],
  }).text;
}

function acknowledgement(order: Order): Acknowledgement {
  const group = readInterchanges(Buffer.from(interchange('850', encodeSet(order850, order).segments))).interchanges[0]!
    .groups[0]!;
  return acknowledgeGroup(group, new Map())!;
}

/** The eight documents the hub writes, by the name of their golden file; for the given order and answer. */
export function written(order: Order = screws, response: OrderResponse = split): Record<string, string> {
  return {
    'ubl-order.xml': encodeUblOrder(order).text,
    'ubl-order-response.xml': encodeUblOrderResponse(response).text,
    'cxml-order-request.xml': encodeCxmlOrderRequest(order, header).text,
    'cxml-confirmation-request.xml': encodeCxmlConfirmationRequest(response, header).text,
    'cxml-response.xml': writeCxmlResponse({
      payloadId: 'r-1@hub.example',
      timestamp: '2026-03-02T10:15:01Z',
      status: { code: '200', text: 'OK' },
    }),
    'x12-850.edi': interchange('850', encodeSet(order850, order).segments),
    'x12-855.edi': interchange('855', encodeSet(orderResponse855, response).segments),
    'x12-997.edi': interchange('997', encodeSet(functionalAcknowledgement997, acknowledgement(order)).segments),
  };
}
