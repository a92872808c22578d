import { orderBlanks } from '../canonical/blanks.js';
import type { Order } from '../canonical/order.js';
import { message } from '../grammar/message.js';
import { beside, may } from '../grammar/row.js';
import { structureOf } from './directory/directory.js';
import { day, knownCoded, sized } from './fields/fields.js';
import { inBoth } from './in-both.js';
import {
  countRows,
  currencyAt,
  currencyField,
  documentChargeRows,
  numberRows,
  purpose,
  summaryRows,
  termRows,
} from './shared/header-rows.js';
import { carriedPrices, costCode, orderLineRows } from './shared/line-rows.js';
import { partyRows, placeRows } from './shared/part-rows.js';
import { assumed, moment, priceBasis, texts } from './shared/rules.js';

/**
 * Purchase order. Source: UN/EDIFACT D.96A and D.01B, message ORDERS. PRI carries the price basis in 5284 and its unit; it is kept,
 * never divided out. Numbers keep their writing. Delivery schedules (SCC), packages and transport of an order stay beside the model.
 */
export const edifactOrders = inBoth((release) => {
  const size = sized(release);
  return message<Order>({
    standard: 'EDIFACT',
    release,
    message: 'ORDERS',
    source: `UN/EDIFACT ${release}, message ORDERS (purchase order)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'ORDERS') },
    blanks: orderBlanks,
    extended: ['lines[]'],
    carried: [...carriedPrices, 'issuedAt'],
    rows: [
      may(
        'BGM01',
        'orderType',
        knownCoded('1001', [
          ['220', 'regular'],
          ['221', 'blanket'],
          ['226', 'release'],
          ['227', 'consignment'],
        ]),
      ),
      beside('BGM01', '220'),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may(currencyAt, 'currency', currencyField),
      ...termRows(size, release),
      may(`RFF[01=${costCode(release)}]01:2`, 'costReference', size.text('RFF01:2')),
      may('DTM[01=2|74|63]01:2', 'requestedDelivery', day),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...partyRows('NAD[01=IV|BT]', 'billTo', size),
      ...documentChargeRows(size),
      ...orderLineRows(size, release),
      ...summaryRows(size),
      ...countRows,
    ],
    rules: [assumed('must have'), priceBasis(), texts(), moment()],
  });
});
