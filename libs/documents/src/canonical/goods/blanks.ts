import type { Blanks } from '../../grammar/model-path.js';
import { item, party, partyBlanks } from '../blanks.js';

const shipment = () => ({ trackings: [] });
const parties = partyBlanks('buyer', 'supplier', 'shipFrom', 'shipTo', 'shipment.carrier');

/** What the parts of a despatch advice start with. */
export const despatchAdviceBlanks: Blanks = {
  '': () => ({
    kind: 'despatchAdvice',
    purpose: 'original',
    note: [],
    buyer: party(),
    supplier: party(),
    shipment: shipment(),
    packages: [],
    attachments: [],
    lines: [],
  }),
  ...parties,
  ...partyBlanks('recipient', 'billTo'),
  'packages[]': () => ({ marks: [] }),
  'lines[]': () => ({ item: item(), packed: [], traced: [], attachments: [], note: [] }),
  'lines[].item': item,
};

/** What the parts of a receipt advice start with. */
export const receiptAdviceBlanks: Blanks = {
  '': () => ({
    kind: 'receiptAdvice',
    purpose: 'original',
    note: [],
    buyer: party(),
    supplier: party(),
    shipment: shipment(),
    packages: [],
    lines: [],
  }),
  ...parties,
  'packages[]': () => ({ marks: [] }),
  'lines[]': () => ({ item: item(), packed: [], traced: [], note: [] }),
  'lines[].item': item,
};

/** What the parts of a stock report start with. */
export const stockReportBlanks: Blanks = {
  '': () => ({ kind: 'stockReport', purpose: 'original', note: [], buyer: party(), supplier: party(), lines: [] }),
  ...partyBlanks('buyer', 'supplier', 'reporter'),
  'lines[]': () => ({ item: item(), quantities: [], note: [] }),
  'lines[].item': item,
};
