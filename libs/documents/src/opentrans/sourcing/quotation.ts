import { mustHaveLines } from '../../canonical/checks.js';
import { quotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { Quotation } from '../../canonical/sourcing/quotation.js';
import { date, decimal, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must } from '../../grammar/row.js';
import { currency, NUMBER } from '../shared/fields.js';
import { chargeRows, deliveryRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import {
  carriedPrices,
  closeRanges,
  openRanges,
  parties,
  prices,
  readInstant,
  settleAgreement,
  unsettleAgreement,
  writeInstant,
} from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'QUOTATION_HEADER/QUOTATION_INFO';
const ITEM = 'QUOTATION_ITEM_LIST/QUOTATION_ITEM[]';
const DATE = `${INFO}/QUOTATION_DATE`;
const DAY = date('CCYY-MM-DD');
const remark = (type: string) => `REMARKS[@type=${type}]`;

const header: Rule<Quotation> = {
  name: 'header',
  says: 'The document is an original. That nothing is offered, or of a line nothing or something else, which request and line of it are answered: each is a remark of a type of its own. An agreement without an end is a remark.',
  reading: (root) => unsettleAgreement(root, INFO, INFO),
  decoded: (quotation, { root, report }) => {
    mustHaveLines(quotation, ITEM, report);
    readInstant(quotation, root, DATE);
    openRanges(root);
  },
  encoding: (quotation, report) => {
    mustHaveLines(quotation, ITEM, report);
    if (quotation.purpose !== 'original')
      report({
        at: 'QUOTATION',
        code: 'PURPOSE_NOT_EXPRESSIBLE',
        message: `An openTRANS QUOTATION cannot say "${quotation.purpose}".`,
      });
  },
  written: (quotation, { root }) => writeInstant(quotation, root, DATE),
  writing: (root) => {
    closeRanges(root);
    settleAgreement(root, INFO, INFO);
  },
};

/** Offer of a supplier, openTRANS 2.1. Prices of other quantities have no place. */
export const openTransQuotation = message<Quotation>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'QUOTATION',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, QUOTATION',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'QUOTATION', sequences },
  blanks: quotationBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', ...carriedPrices('lines[]'), 'lines[].base'],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/QUOTATION_ID`, 'number', NUMBER),
    must(DATE, 'issuedOn', DAY),
    may(`${INFO}/b:VALID_START_DATE`, 'validFrom', DAY),
    may(`${INFO}/b:VALID_END_DATE`, 'validUntil', DAY),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    may(`${INFO}/AGREEMENT/b:AGREEMENT_ID`, 'agreement', text(1, 50)),
    must(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(`${INFO}/b:TRANSPORT/b:INCOTERM`, 'deliveryTerms.incoterm', text(1, 3)),
    may(`${INFO}/b:TRANSPORT/b:LOCATION`, 'deliveryTerms.place', text(1, 50)),
    may(`${INFO}/${remark('paymentterms')}`, 'paymentTerms', text(1, 64_000)),
    may(`${INFO}/${remark('rfq')}`, 'request.number', NUMBER),
    may(`${INFO}/${remark('status')}`, 'status', knownCode({ declined: 'declined', offered: 'offered' })),
    may(`${INFO}/REMARKS[][@type!=paymentterms|rfq|status]`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    ...priceRows(ITEM, 'lines[].price'),
    ...chargeRows(`${ITEM}/PRODUCT_PRICE_FIX`, 'lines[].charges[]'),
    may(`${ITEM}/PRICE_LINE_AMOUNT`, 'lines[].amount', decimal()),
    ...deliveryRows(ITEM, 'lines[].deliverOn'),
    may(`${ITEM}/${remark('rfqline')}`, 'lines[].requestLine', text(1, 50)),
    may(
      `${ITEM}/${remark('offer')}`,
      'lines[].offer',
      knownCode({ alternative: 'alternative', none: 'none', asrequested: 'asRequested' }),
    ),
    may(`${ITEM}/REMARKS[][@type!=rfqline|offer]`, 'lines[].note[]', text(1, 64_000)),
    count('QUOTATION_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
    may('QUOTATION_SUMMARY/TOTAL_AMOUNT', 'totals.payable', decimal()),
  ],
  rules: [parties(INFO), header, prices],
});
