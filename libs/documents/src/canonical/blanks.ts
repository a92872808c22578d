import type { Blanks } from '../grammar/model-path.js';

const party = () => ({ identifiers: [] });
const address = () => ({ lines: [] });
const item = () => ({ classifications: [] });

/** What the parts of an order start with. */
export const orderBlanks: Blanks = {
  '': () => ({ kind: 'order', note: [], buyer: party(), supplier: party(), lines: [], charges: [] }),
  'buyer.address': address,
  'supplier.address': address,
  shipTo: party,
  'shipTo.address': address,
  billTo: party,
  'billTo.address': address,
  'lines[]': () => ({ item: item(), note: [], charges: [] }),
  'lines[].item': item,
  'lines[].shipTo': party,
  'lines[].shipTo.address': address,
};

/** What the parts of an answer start with. */
export const orderResponseBlanks: Blanks = {
  '': () => ({ kind: 'orderResponse', order: {}, note: [], buyer: party(), supplier: party(), lines: [] }),
  'buyer.address': address,
  'supplier.address': address,
  'lines[]': () => ({ schedules: [], note: [] }),
  'lines[].item': item,
  'lines[].schedules[].substitute': item,
};
