import { isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { pricedPaths, shapePrice } from '../../canonical/ordering/unit-price.js';
import { requestForQuotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { date, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, same } from '../../grammar/row.js';
import { indicator, unit, zonedTime } from '../parts/fields.js';
import { readPrice, writeSentence } from '../parts/price.js';
import { attachmentRows, mustQuantityRows, OWN_PROPERTIES, propertyRows } from '../parts/reference-rows.js';
import { addressRows, fullItemRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, onlyOriginals } from '../parts/shaping.js';
import { deliveryRows, sourcingParties } from './rows.js';

const LINE = 'cac:RequestForQuotationLine[]';
const INNER = `${LINE}/cac:LineItem`;
const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);

const header: Rule<RequestForQuotation> = {
  name: 'header',
  says: 'The time of issue is demanded, midnight UTC when none is known; the price asked for is told per units of the line.',
  decoded: (request, { report, nodeOf }) => {
    mustHaveLines(request, 'cac:RequestForQuotationLine', report);
    joinIssued(request);
    request.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (request, report) => {
    onlyOriginals(request.purpose, 'RequestForQuotation', report);
    request.issuedAt ??= `${request.issuedOn}T00:00:00Z`;
    for (const line of request.lines) {
      const sentence = shapePrice(line);
      if (sentence !== undefined) Object.assign(line, { sentence });
    }
  },
  written: (request, { nodeOf }) => {
    request.lines.forEach((line, index) => {
      writeSentence(nodeOf(`lines[${index}]`), (line as { sentence?: string }).sentence);
    });
  },
};

/** Request for quotation, UBL 2.1. Source: OASIS UBL 2.1 RequestForQuotation; Peppol has no profile for it. The number of a position is that of its LineItem. */
export const ublRequestForQuotation = message<RequestForQuotation>({
  standard: 'UBL',
  release: '2.1',
  message: 'RequestForQuotation',
  source: 'OASIS UBL 2.1 RequestForQuotation; no Peppol profile',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'RequestForQuotation', sequences },
  blanks: { ...requestForQuotationBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['purpose', ...pricedPaths],
  rows: [
    fixed('cbc:UBLVersionID', '2.1'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:SubmissionDueDate', 'closesOn', DAY),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    may('cbc:PricingCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
    ...attachmentRows('cac:AdditionalDocumentReference[]', 'attachments[]', 'DocumentType'),
    ...sourcingParties,
    ...deliveryRows,
    may('cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate', 'requestedDelivery', DAY),
    may('cac:Contract/cbc:ID', 'agreement', NUMBER),
    may(`${LINE}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
    must(`${LINE}/cac:DocumentReference[]/cbc:ID`, 'lines[].attachments[].number', NUMBER),
    may(`${LINE}/cac:DocumentReference[]/cbc:DocumentType`, 'lines[].attachments[].description', text(1, 1000)),
    must(`${INNER}/cbc:ID`, 'lines[].number', NUMBER),
    ...mustQuantityRows(`${INNER}/cbc:Quantity`, 'lines[].quantity'),
    may(`${INNER}/cac:Item/cac:AdditionalItemProperty[cbc:Name=Substitution]/cbc:Value`, 'lines[].mayBeSubstituted', indicator),
    may(`${INNER}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate`, 'lines[].requestedDelivery', DAY),
    may(`${INNER}/cac:Delivery/cac:DeliveryLocation/cbc:Name`, 'lines[].shipTo.name', text(1, 500)),
    ...addressRows(`${INNER}/cac:Delivery/cac:DeliveryLocation/cac:Address`, 'lines[].shipTo.address'),
    may(`${INNER}/cac:Price/cbc:PriceAmount`, 'lines[].price.amount', positive()),
    same(`${INNER}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${INNER}/cac:Price/cbc:BaseQuantity`, 'lines[].price.basis', positive()),
    may(`${INNER}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
    ...itemRows(`${INNER}/cac:Item`, 'lines[].item', may),
    ...fullItemRows(`${INNER}/cac:Item`, 'lines[].item'),
    ...propertyRows(`${INNER}/cac:Item`, 'lines[].item', `${OWN_PROPERTIES}|Substitution`),
    may(`${INNER}/cac:Item/cac:AdditionalItemProperty[cbc:Name=Revision]/cbc:Value`, 'lines[].revision', text(1, 100)),
  ],
  rules: [header],
});
