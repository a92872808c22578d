import { isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { requestForQuotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { code, type Field, flag, listed, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, fixed, may, must } from '../../grammar/row.js';
import { amount, day, dayOfInstant, instant } from '../fields.js';
import { sequences } from '../order-request.js';
import { addressRows, carriedPrice, envelopeParties, pricedItemRows } from '../rows.js';
import { itemPrices, joinNotes, nameItems, settleItems } from '../settle.js';

const HEAD = 'QuoteRequestHeader';
const ITEM = 'QuoteItemOut[]';

/** closeDate is an instant; a day alone is written as it is. */
const closing: Field<string> = {
  ...day,
  encode: (value, document) =>
    (document as RequestForQuotation).closesAt === undefined ? day.encode(value, document) : undefined,
};

const request: Rule<RequestForQuotation> = {
  name: 'request',
  says: 'The DTD demands a price of each item: 0 is none. It demands days of opening and closing: it is open from the day it is written. Notes are one Comments.',
  decoded: (document, { report }) => {
    mustHaveLines(document, 'QuoteItemOut', report);
    settleItems(document.lines, { element: 'QuoteItemOut', report });
    for (const line of document.lines) if (/^0*(?:\.0*)?$/.test(line.price?.amount ?? '')) delete line.price;
  },
  encoding: (document, report) => {
    joinNotes(document);
    document.lines.forEach(joinNotes);
    nameItems(document.lines);
    for (const line of document.lines) line.price ??= { amount: '0', basis: '1', unit: line.quantity.unit };
    if (document.closesOn === undefined && document.closesAt === undefined)
      report({ at: `${HEAD}@closeDate`, code: 'VALUE_MISSING', message: 'The format needs the last day for an answer.' });
    if (document.currency === undefined)
      report({ at: `${HEAD}@currency`, code: 'VALUE_MISSING', message: 'The format needs the currency of the answers.' });
  },
  written: (document, { root }) => {
    const [head] = root.children.filter(({ name }) => name === HEAD);
    head?.values.set('@openDate', document.issuedAt ?? document.issuedOn);
    head?.used.add('@openDate');
  },
};

/** Request for a quotation, cXML 1.2 QuoteRequest. Source: cXML 1.2 (Quote.dtd 1.2.063). Papers have no place; terms stand in Extrinsics. */
export const cxmlQuoteRequest = message<RequestForQuotation>({
  standard: 'cXML',
  release: '1.2',
  message: 'QuoteRequest',
  source: 'cXML 1.2, Quote.dtd 1.2.063, QuoteRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'QuoteRequest', sequences },
  blanks: requestForQuotationBlanks,
  extended: ['lines[]'],
  carried: [...envelopeParties, 'note', 'lines[].note', ...carriedPrice],
  rows: [
    must(`${HEAD}@requestID`, 'number', text(1, 200)),
    may(`${HEAD}@requestDate`, 'issuedAt', instant),
    must(`${HEAD}@requestDate`, 'issuedOn', dayOfInstant),
    may(`${HEAD}@type`, 'purpose', code({ new: 'original', update: 'change', delete: 'cancel' })),
    may(`${HEAD}@closeDate`, 'closesAt', instant),
    may(`${HEAD}@closeDate`, 'closesOn', closing),
    may(`${HEAD}@currency`, 'currency', listed('ISO 4217', isCurrencyCode)),
    fixed(`${HEAD}@xml:lang`, 'en'),
    may(`${HEAD}/Name`, 'title', text(1, 500)),
    beside(`${HEAD}/Name@xml:lang`, 'en'),
    ...addressRows(`${HEAD}/ShipTo/Address`, 'shipTo'),
    may(`${HEAD}/Comments`, 'note[0]', text(1, 20_000)),
    may(`${HEAD}/Extrinsic[@name=requestVersion]`, 'version', text(1, 50)),
    may(`${HEAD}/Extrinsic[@name=requestedDeliveryDate]`, 'requestedDelivery', day),
    may(`${HEAD}/Extrinsic[@name=incoterm]`, 'deliveryTerms.incoterm', text(1, 20)),
    may(`${HEAD}/Extrinsic[@name=deliveryPlace]`, 'deliveryTerms.place', text(1, 200)),
    may(`${HEAD}/Extrinsic[@name=PaymentTerms]`, 'paymentTerms', text(1, 1000)),
    may(`${HEAD}/Extrinsic[@name=agreementID]`, 'agreement', text(1, 200)),
    may(`${ITEM}@lineNumber`, 'lines[].number', text(1, 50)),
    must(`${ITEM}@quantity`, 'lines[].quantity.value', amount),
    may(`${ITEM}@requestedDeliveryDate`, 'lines[].requestedDelivery', day),
    ...pricedItemRows(ITEM, 'lines[]'),
    may(`${ITEM}/ItemID/SupplierPartID@revisionID`, 'lines[].revision', text(1, 50)),
    may(`${ITEM}/ItemDetail/Extrinsic[@name=Substitutable]`, 'lines[].mayBeSubstituted', flag('Yes')),
    ...addressRows(`${ITEM}/ShipTo/Address`, 'lines[].shipTo'),
    may(`${ITEM}/Comments`, 'lines[].note[0]', text(1, 10_000)),
  ],
  rules: [request, itemPrices('QuoteItemOut')],
});
