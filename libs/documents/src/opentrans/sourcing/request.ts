import { mustHaveLines } from '../../canonical/checks.js';
import { requestForQuotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { date, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must, needed } from '../../grammar/row.js';
import { currency, NUMBER } from '../shared/fields.js';
import { deliveryRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import { carriedPrices, closeRanges, openRanges, parties, prices, readInstant, writeInstant } from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'RFQ_HEADER/RFQ_INFO';
const ITEM = 'RFQ_ITEM_LIST/RFQ_ITEM[]';
const DATE = `${INFO}/RFQ_DATE`;

const header: Rule<RequestForQuotation> = {
  name: 'header',
  says: 'The document is an original request, of an instant where its date has a zone. A day of delivery is a range of one day.',
  decoded: (request, { root, report }) => {
    mustHaveLines(request, ITEM, report);
    readInstant(request, root, DATE);
    openRanges(root);
  },
  encoding: (request, report) => {
    mustHaveLines(request, ITEM, report);
    if (request.purpose !== 'original')
      report({ at: 'RFQ', code: 'PURPOSE_NOT_EXPRESSIBLE', message: `An openTRANS RFQ cannot say "${request.purpose}".` });
  },
  written: (request, { root }) => writeInstant(request, root, DATE),
  writing: closeRanges,
};

/** Request for a quotation, openTRANS 2.1. It has no place for the day an answer is wanted by. */
export const openTransRequest = message<RequestForQuotation>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'RFQ',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, RFQ',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'RFQ', sequences },
  blanks: requestForQuotationBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', ...carriedPrices('lines[]'), 'lines[].base'],
  rows: [
    fixed('@version', '2.1'),
    fixed('@type', 'standard'),
    must(`${INFO}/RFQ_ID`, 'number', NUMBER),
    must(DATE, 'issuedOn', date('CCYY-MM-DD')),
    ...deliveryRows(INFO, 'requestedDelivery'),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    needed(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(`${INFO}/b:TRANSPORT/b:INCOTERM`, 'deliveryTerms.incoterm', text(1, 3)),
    may(`${INFO}/b:TRANSPORT/b:LOCATION`, 'deliveryTerms.place', text(1, 50)),
    may(`${INFO}/REMARKS[@type=paymentterms]`, 'paymentTerms', text(1, 64_000)),
    may(`${INFO}/REMARKS[@type=title]`, 'title', text(1, 64_000)),
    may(`${INFO}/REMARKS[][@type!=paymentterms|title]`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    ...priceRows(ITEM, 'lines[].price'),
    ...deliveryRows(ITEM, 'lines[].requestedDelivery'),
    may(`${ITEM}/REMARKS[]`, 'lines[].note[]', text(1, 64_000)),
    count('RFQ_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
  ],
  rules: [parties(INFO), header, prices],
});
