import type { ApplicationResponse } from '../canonical/application-response.js';
import type { CxmlHeader } from './envelope.js';

// What the specs of cXML share.

/** The envelope of a supplier's document. */
export const header: CxmlHeader = {
  payloadId: 'p-2@hub',
  timestamp: '2026-03-02T10:15:00+00:00',
  test: true,
  from: { value: '081466849', scheme: '0060' },
  to: { value: '7300010000001', scheme: '0088' },
  sender: { value: 'hub', scheme: 'NetworkId' },
  userAgent: 'Entrepot',
};

/** An order that is on its way to somebody else. */
export const forwarded: ApplicationResponse = {
  kind: 'applicationResponse',
  number: 'p-2@hub',
  issuedOn: '2026-03-02',
  note: [],
  sender: { identifiers: [] },
  receiver: { identifiers: [] },
  status: 'received',
  reason: 'Forwarded to the manufacturer',
  document: { number: 'PO-1', payloadId: '0c30@nordic' },
  findings: [],
};
