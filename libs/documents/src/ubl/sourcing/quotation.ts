import { add, isCurrencyCode } from '#libs/kernel';
import { withCharges } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { netAmount, pricedPaths, shapePrice } from '../../canonical/ordering/unit-price.js';
import { quotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { Quotation, QuotationLine } from '../../canonical/sourcing/quotation.js';
import { date, decimal, type Field, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, needed, same } from '../../grammar/row.js';
import { unit, zonedTime } from '../parts/fields.js';
import { readPrice, writeSentence } from '../parts/price.js';
import { attachmentRows, mustQuantityRows, OWN_PROPERTIES, propertyRows, quantityRows } from '../parts/reference-rows.js';
import { chargeRows, fullItemRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, onlyOriginals } from '../parts/shaping.js';
import { deliveryRows, sourcingParties } from './rows.js';

const LINE = 'cac:QuotationLine[]';
const INNER = `${LINE}/cac:LineItem`;
const ITEM = `${INNER}/cac:Item`;
const TOTAL = 'cac:QuotedMonetaryTotal';
const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);
const OWN = `${OWN_PROPERTIES}|Offer|LeadDays|OrderMultiple`;

/** A position that is offered as asked for says nothing of it. */
const offer: Field<QuotationLine['offer']> = {
  says: 'code alternative, none; absent is as requested',
  decode: (raw) => (raw === 'alternative' || raw === 'none' ? raw : undefined),
  encode: (value) => (value === 'asRequested' ? undefined : value),
};

type Priced = QuotationLine & { sentence?: string };

const header: Rule<Quotation> = {
  name: 'header',
  says: 'UBL quotes; a refusal to quote has no document there.',
  decoded: (quotation, { report }) => {
    mustHaveLines(quotation, 'cac:QuotationLine', report);
    joinIssued(quotation);
    for (const line of quotation.lines) line.offer ??= 'asRequested';
  },
  encoding: (quotation, report) => {
    onlyOriginals(quotation.purpose, 'Quotation', report);
    if (quotation.status !== 'offered')
      report({ at: 'Quotation', code: 'STATUS_NOT_EXPRESSIBLE', message: 'A UBL Quotation cannot say that nothing is offered.' });
  },
};

const prices: Rule<Quotation> = {
  name: 'prices',
  says: 'A price per another unit is written per units of the line and told in full in the item property UnitPrice; a payable sum is demanded.',
  decoded: (quotation, { nodeOf }) => {
    quotation.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (quotation) => {
    for (const line of quotation.lines as Priced[]) {
      const amount = isCurrencyCode(quotation.currency) ? netAmount(line, quotation.currency) : undefined;
      if (amount !== undefined) line.amount ??= amount;
      const sentence = shapePrice(line);
      if (sentence !== undefined) line.sentence = sentence;
    }
    if (quotation.totals?.payable === undefined) sumUp(quotation);
  },
  written: (quotation, { nodeOf }) => {
    quotation.lines.forEach((line, index) => {
      writeSentence(nodeOf(`lines[${index}]`), (line as Priced).sentence);
    });
  },
};

/** What the lines come to with the charges, before tax, when the supplier states no sum; nothing when an amount is missing. */
function sumUp(quotation: Quotation): void {
  const amounts = quotation.lines.map(({ amount }) => amount);
  if (!amounts.every((amount) => amount !== undefined)) return;
  const lines = amounts.reduce((sum, amount) => add(sum, amount), '0');
  quotation.totals = { lines, payable: withCharges(lines, quotation.charges), ...quotation.totals };
}

/** Quotation, UBL 2.1. Source: OASIS UBL 2.1 Quotation; Peppol has no profile for it. Prices for other quantities have no place in it and are reported. */
export const ublQuotation = message<Quotation>({
  standard: 'UBL',
  release: '2.1',
  message: 'Quotation',
  source: 'OASIS UBL 2.1 Quotation; no Peppol profile',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'Quotation', sequences },
  blanks: { ...quotationBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['purpose', 'status', ...pricedPaths],
  rows: [
    fixed('cbc:UBLVersionID', '2.1'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    may('cbc:PricingCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
    must(`${TOTAL}/cbc:PayableAmount@currencyID`, 'currency', listed('ISO 4217', isCurrencyCode)),
    may('cac:ValidityPeriod/cbc:StartDate', 'validFrom', DAY),
    may('cac:ValidityPeriod/cbc:EndDate', 'validUntil', DAY),
    may('cac:RequestForQuotationDocumentReference/cbc:ID', 'request.number', NUMBER),
    may('cac:RequestForQuotationDocumentReference/cbc:IssueDate', 'request.issuedOn', DAY),
    ...attachmentRows('cac:AdditionalDocumentReference[]', 'attachments[]', 'DocumentType'),
    may('cac:Contract/cbc:ID', 'agreement', NUMBER),
    ...sourcingParties,
    ...deliveryRows,
    ...chargeRows('cac:AllowanceCharge[]', 'charges[]'),
    may('cac:TaxTotal/cbc:TaxAmount', 'totals.tax', decimal()),
    same('cac:TaxTotal/cbc:TaxAmount@currencyID', 'currency'),
    may(`${TOTAL}/cbc:LineExtensionAmount`, 'totals.lines', decimal()),
    may(`${TOTAL}/cbc:AllowanceTotalAmount`, 'totals.allowances', decimal()),
    may(`${TOTAL}/cbc:ChargeTotalAmount`, 'totals.charges', decimal()),
    needed(`${TOTAL}/cbc:PayableAmount`, 'totals.payable', decimal()),
    ...['LineExtensionAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PayableAmount'].map((name) =>
      same(`${TOTAL}/cbc:${name}@currencyID`, 'currency'),
    ),
    may(`${LINE}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
    may(`${LINE}/cbc:RequestForQuotationLineID`, 'lines[].requestLine', NUMBER),
    may(`${LINE}/cac:RequestLineReference/cbc:LineID`, 'lines[].requestLine', NUMBER),
    must(`${LINE}/cac:DocumentReference[]/cbc:ID`, 'lines[].attachments[].number', NUMBER),
    may(`${LINE}/cac:DocumentReference[]/cbc:DocumentType`, 'lines[].attachments[].description', text(1, 1000)),
    must(`${INNER}/cbc:ID`, 'lines[].number', NUMBER),
    ...mustQuantityRows(`${INNER}/cbc:Quantity`, 'lines[].quantity'),
    may(`${INNER}/cbc:LineExtensionAmount`, 'lines[].amount', decimal()),
    same(`${INNER}/cbc:LineExtensionAmount@currencyID`, 'currency'),
    ...quantityRows(`${INNER}/cbc:MinimumQuantity`, 'lines[].minimum'),
    may(`${INNER}/cac:Delivery/cac:PromisedDeliveryPeriod/cbc:EndDate`, 'lines[].deliverOn', DAY),
    ...chargeRows(`${INNER}/cac:AllowanceCharge[]`, 'lines[].charges[]'),
    may(`${INNER}/cac:Price/cbc:PriceAmount`, 'lines[].price.amount', positive()),
    same(`${INNER}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${INNER}/cac:Price/cbc:BaseQuantity`, 'lines[].price.basis', positive()),
    may(`${INNER}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
    may(`${INNER}/cac:Price/cac:ValidityPeriod/cbc:EndDate`, 'lines[].validUntil', DAY),
    ...itemRows(ITEM, 'lines[].item', may),
    ...fullItemRows(ITEM, 'lines[].item'),
    ...propertyRows(ITEM, 'lines[].item', OWN),
    may(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=Revision]/cbc:Value`, 'lines[].revision', text(1, 100)),
    may(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=LeadDays]/cbc:Value`, 'lines[].leadDays', text(1, 5)),
    may(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=Offer]/cbc:Value`, 'lines[].offer', offer),
    ...quantityRows(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=OrderMultiple]/cbc:ValueQuantity`, 'lines[].multiple'),
  ],
  rules: [header, prices],
});
