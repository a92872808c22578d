import { requestForQuotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { message } from '../../grammar/message.js';
import { fixed, may } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { day, sized } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import { countRows, currencyAt, currencyField, numberRows, purpose, termRows } from '../shared/header-rows.js';
import { carriedPrices, orderedRows, positionRows } from '../shared/line-rows.js';
import { partyRows, placeRows } from '../shared/part-rows.js';
import { assumed, moment, priceBasis, texts } from '../shared/rules.js';

/**
 * Request for quotation. Source: UN/EDIFACT D.96A and D.01B, message REQOTE. The day of DTM 36 is the last for an answer; its time,
 * a title and attachments have no place.
 */
export const edifactRequests = inBoth((release) => {
  const size = sized(release);
  return message<RequestForQuotation>({
    standard: 'EDIFACT',
    release,
    message: 'REQOTE',
    source: `UN/EDIFACT ${release}, message REQOTE (request for quote)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'REQOTE') },
    blanks: requestForQuotationBlanks,
    extended: ['lines[]'],
    carried: [...carriedPrices, 'issuedAt'],
    rows: [
      fixed('BGM01', '311'),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may('DTM[01=36|206]01:2', 'closesOn', day),
      may(currencyAt, 'currency', currencyField),
      ...termRows(size, release),
      may('DTM[01=2|74|63]01:2', 'requestedDelivery', day),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...positionRows(size),
      ...orderedRows(size),
      fixed('UNS01', 'S'),
      ...countRows,
    ],
    rules: [assumed(), priceBasis(), texts(), moment()],
  });
});
