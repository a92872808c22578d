import { isCurrencyCode } from '#libs/kernel';
import { nameCharge, withCharges } from '../../canonical/charge.js';
import { quotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { Quotation, QuotationLine } from '../../canonical/sourcing/quotation.js';
import { type Field, listed, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { fixed, inside, may, must, same } from '../../grammar/row.js';
import { chargeRows } from '../charges.js';
import { amount, day, dayOfInstant, domain, instant } from '../fields.js';
import { sequences } from '../order-request.js';
import { totalOf } from '../price.js';
import { addressRows, carriedPrice, envelopeParties, pricedItemRows } from '../rows.js';
import { itemPrices, joinNotes, nameItems, settleItems } from '../settle.js';

const HEAD = 'QuoteMessageHeader';
const ITEM = 'QuoteItemIn[]';

/** QuoteMessageHeader@type: everything but reject offers. */
const verdict: Field<Quotation['status']> = {
  says: 'type: accept, update, final, award offered; reject declined',
  decode: (raw) => {
    const own = raw.trim();
    if (own === 'reject') return 'declined';
    return ['accept', 'update', 'final', 'award'].includes(own)
      ? 'offered'
      : { bad: 'CODE_UNKNOWN', message: 'The type of the quote is not one the hub knows.' };
  },
  encode: (value, document) =>
    value === 'declined' ? 'reject' : (document as Quotation).purpose === 'change' ? 'update' : 'accept',
};

const purpose: Field<Quotation['purpose']> = {
  says: 'type update: takes the place of the quote before',
  decode: (raw) => (raw.trim() === 'update' ? 'change' : undefined),
  encode: (value) =>
    value === 'original' || value === 'change'
      ? undefined
      : { bad: 'CODE_NOT_EXPRESSIBLE', message: `A quote cannot say the purpose "${value}".` },
};

/** QuoteItemIn@type and Alternative, as one word. */
const offer: Field<QuotationLine['offer']> = {
  says: 'type reject: not offered; every other is',
  decode: (raw) => (raw.trim() === 'reject' ? 'none' : undefined),
  encode: (value) => (value === 'none' ? 'reject' : 'accept'),
};
const alternative: Field<QuotationLine['offer']> = {
  says: 'alternativeLine: another part than was asked for',
  decode: (raw) => (raw.trim() === 'alternativeLine' ? 'alternative' : undefined),
  encode: () => undefined,
};

const quotation: Rule<Quotation> = {
  name: 'quotation',
  says: 'The DTD demands a price of each item, 0 where it is not offered, and a total: the sum of lines and charges, where the quote states none. An offer of another part is an Alternative. Quantities in another unit than the line has no place for are named.',
  decoded: (document, { report }) => {
    settleItems(document.lines, { element: 'QuoteItemIn', report });
    document.lines.forEach(settleLine);
    document.charges = document.charges.filter(({ amount: known }) => known !== undefined);
  },
  encoding: (document, report) => {
    joinNotes(document);
    nameItems(document.lines);
    for (const charge of document.charges) nameCharge(charge, () => true);
    document.lines.forEach((line, index) => {
      joinNotes(line);
      shapeSteps(line, `lines[${index}]`, report);
      if (line.offer === 'none') line.price ??= { amount: '0', basis: '1', unit: line.quantity.unit };
      else if (line.price === undefined)
        report({
          at: `QuoteItemIn[${index + 1}]/ItemDetail/UnitPrice/Money`,
          code: 'VALUE_MISSING',
          message: 'The format needs a price of each item that is offered.',
        });
    });
    if (document.totals?.payable !== undefined) return;
    const sum = totalOf(document.lines, document.currency);
    if (sum !== undefined) document.totals = { ...document.totals, payable: withCharges(sum, document.charges) };
    else
      report({
        at: `${HEAD}/Total/Money`,
        code: 'VALUE_MISSING',
        message: 'The quote states no total, and a line has no price to reckon one from.',
      });
  },
  written: (document, { root, nodeOf }) => {
    document.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node === undefined || line.offer !== 'alternative') return;
      const values = new Map([['@alternativeType', 'alternativeLine']]);
      node.children.push({ name: 'Alternative', values, children: [], used: new Set(values.keys()) });
    });
    for (const head of root.children)
      for (const reference of head.children)
        if (reference.name === 'QuoteRequestReference' && !reference.values.has('@requestDate'))
          reference.values.set('@requestDate', document.issuedOn);
  },
};

function settleLine(line: QuotationLine): void {
  if (line.offer === 'none' && /^0*(?:\.0*)?$/.test(line.price?.amount ?? '')) delete line.price;
  const { value: _value, ...unit } = line.quantity;
  for (const key of ['minimum', 'multiple'] as const)
    if (line[key] !== undefined) line[key] = { value: line[key].value, ...unit };
}

function shapeSteps(line: QuotationLine, at: string, report: RuleView['report']): void {
  for (const key of ['minimum', 'multiple'] as const) {
    if (line[key] === undefined || line[key].unit === line.quantity.unit) continue;
    delete line[key];
    report({
      at: `${at}.${key}`,
      code: 'NOT_EXPRESSED',
      message: 'The format counts in the unit of the line; a quantity in another was not written.',
      severity: 'warning',
    });
  }
}

/**
 * A supplier's offer, cXML 1.2 QuoteMessage. Source: cXML 1.2 (Quote.dtd 1.2.063). What it is valid for, and steps and line of the
 * request, stand in Extrinsics of the hub. Prices of other quantities and papers have no place.
 */
export const cxmlQuoteMessage = message<Quotation>({
  standard: 'cXML',
  release: '1.2',
  message: 'QuoteMessage',
  source: 'cXML 1.2, Quote.dtd 1.2.063, QuoteMessage',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'QuoteMessage', sequences },
  blanks: quotationBlanks,
  extended: ['lines[]'],
  carried: [
    ...envelopeParties,
    'note',
    'totals.payable',
    'lines[].note',
    ...carriedPrice,
    ...['minimum', 'multiple'].flatMap((key) => [`lines[].${key}.unit`, `lines[].${key}.rawUnit`]),
  ],
  rows: [
    must(`${HEAD}@type`, 'status', verdict),
    may(`${HEAD}@type`, 'purpose', purpose),
    must(`${HEAD}@quoteID`, 'number', text(1, 200)),
    may(`${HEAD}@quoteDate`, 'issuedAt', instant),
    must(`${HEAD}@quoteDate`, 'issuedOn', dayOfInstant),
    must(`${HEAD}@currency`, 'currency', listed('ISO 4217', isCurrencyCode)),
    fixed(`${HEAD}@xml:lang`, 'en'),
    may(`${HEAD}/OrganizationID/Credential/Identity`, 'supplier.identifiers[0].value', text(1, 200)),
    may(`${HEAD}/OrganizationID/Credential@domain`, 'supplier.identifiers[0].scheme', domain),
    inside(HEAD, 'OrganizationID/Credential/Identity', 'unknown'),
    inside(HEAD, 'OrganizationID/Credential@domain', 'NetworkId'),
    may(`${HEAD}/Total/Money`, 'totals.payable', amount),
    same(`${HEAD}/Total/Money@currency`, 'currency'),
    ...chargeRows(`${HEAD}/Total/Modifications/Modification[]`, 'charges[]'),
    ...addressRows(`${HEAD}/ShipTo/Address`, 'shipTo'),
    may(`${HEAD}/QuoteRequestReference@requestID`, 'request.number', text(1, 200)),
    may(`${HEAD}/QuoteRequestReference@requestDate`, 'request.issuedOn', day),
    may(`${HEAD}/QuoteRequestReference/DocumentReference@payloadID`, 'request.payloadId', text(1, 500)),
    may(`${HEAD}/Comments`, 'note[0]', text(1, 20_000)),
    may(`${HEAD}/Extrinsic[@name=expiry_date]`, 'validUntil', day),
    may(`${HEAD}/Extrinsic[@name=validFrom]`, 'validFrom', day),
    may(`${HEAD}/Extrinsic[@name=quoteVersion]`, 'version', text(1, 50)),
    may(`${HEAD}/Extrinsic[@name=incoterm]`, 'deliveryTerms.incoterm', text(1, 20)),
    may(`${HEAD}/Extrinsic[@name=deliveryPlace]`, 'deliveryTerms.place', text(1, 200)),
    may(`${HEAD}/Extrinsic[@name=PaymentTerms]`, 'paymentTerms', text(1, 1000)),
    may(`${HEAD}/Extrinsic[@name=agreementID]`, 'agreement', text(1, 200)),
    may(`${ITEM}/Alternative@alternativeType`, 'lines[].offer', alternative),
    may(`${ITEM}@type`, 'lines[].offer', offer),
    must(`${ITEM}@quantity`, 'lines[].quantity.value', amount),
    may(`${ITEM}@lineNumber`, 'lines[].number', text(1, 50)),
    may(`${ITEM}@requestedDeliveryDate`, 'lines[].deliverOn', day),
    ...pricedItemRows(ITEM, 'lines[]'),
    may(`${ITEM}/ItemID/SupplierPartID@revisionID`, 'lines[].revision', text(1, 50)),
    may(`${ITEM}/ItemDetail/LeadTime`, 'lines[].leadDays', amount),
    may(`${ITEM}/Total/Money`, 'lines[].amount', amount),
    same(`${ITEM}/Total/Money@currency`, 'currency'),
    may(`${ITEM}/Comments`, 'lines[].note[0]', text(1, 10_000)),
    may(`${ITEM}/Extrinsic[@name=requestLine]`, 'lines[].requestLine', text(1, 50)),
    may(`${ITEM}/Extrinsic[@name=minimumQuantity]`, 'lines[].minimum.value', amount),
    may(`${ITEM}/Extrinsic[@name=quantityStep]`, 'lines[].multiple.value', amount),
    may(`${ITEM}/Extrinsic[@name=expiry_date]`, 'lines[].validUntil', day),
  ],
  rules: [quotation, itemPrices('QuoteItemIn')],
});
