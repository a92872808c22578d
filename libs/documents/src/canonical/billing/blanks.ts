import type { Blanks } from '../../grammar/model-path.js';
import { item, party, partyBlanks } from '../blanks.js';

/** What the parts of an invoice or credit note start with. */
export const invoiceBlanks: Blanks = {
  '': () => ({
    kind: 'invoice',
    purpose: 'original',
    note: [],
    preceding: [],
    supplier: party(),
    buyer: party(),
    paymentMeans: [],
    charges: [],
    taxes: [],
    totals: {},
    attachments: [],
    lines: [],
  }),
  ...partyBlanks('supplier', 'buyer', 'payee', 'taxRepresentative', 'billTo', 'shipFrom', 'shipTo', 'lines[].shipTo'),
  paymentTerms: () => ({ discounts: [] }),
  'taxes[]': () => ({ category: {} }),
  'lines[]': () => ({ item: item(), note: [], charges: [], traced: [] }),
  'lines[].item': item,
};

/** What the parts of an invoice response start with. */
export const invoiceResponseBlanks: Blanks = {
  '': () => ({ kind: 'invoiceResponse', note: [], sender: party(), receiver: party(), invoice: {}, clarifications: [] }),
  ...partyBlanks('sender', 'receiver', 'buyer', 'supplier'),
  'clarifications[]': () => ({ terms: [] }),
};
