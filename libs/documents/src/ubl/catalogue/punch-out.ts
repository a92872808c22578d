import { isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { pricedPaths, shapePrice } from '../../canonical/ordering/unit-price.js';
import { punchOutOrderBlanks } from '../../canonical/punchout/blanks.js';
import type { PunchOutLine, PunchOutOrder } from '../../canonical/punchout/punch-out.js';
import { date, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, needed, same } from '../../grammar/row.js';
import { unit, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { readPrice, writeSentence } from '../parts/price.js';
import { mustQuantityRows, OWN_PROPERTIES, propertyRows, taxRows } from '../parts/reference-rows.js';
import { classificationRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued } from '../parts/shaping.js';

const LINE = 'cac:CatalogueLine[]';
const ITEM = `${LINE}/cac:Item`;
const OFFER = `${LINE}/cac:RequiredItemLocationQuantity`;
const FIRST = 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount@currencyID';
const PARTY = ['optionalEndpoint', 'identifiers', 'registeredName'] as const;
const DAY = date('CCYY-MM-DD');

const cart: Rule<PunchOutOrder> = {
  name: 'cart',
  says: 'All prices are in one currency. A price per another unit is written per units of the line, exactly. Peppol demands a name and a tax category of each item; without a time the cart is of midnight.',
  decoded: (document, { nodeOf, report }) => {
    mustHaveLines(document, 'cac:CatalogueLine', report);
    joinIssued(document);
    document.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (document, report) => {
    mustHaveLines(document, 'cac:CatalogueLine', report);
    const told: Partial<PunchOutOrder> = document;
    if (told.cookie === '') delete told.cookie;
    if (told.allowed === 'create') delete told.allowed;
    for (const line of document.lines as Told[]) {
      line.item.name ??= line.item.description ?? line.item.supplierPart ?? line.number;
      const sentence = shapePrice(line);
      if (sentence !== undefined) line.sentence = sentence;
      if (line.price?.currency === document.currency) delete line.price.currency;
    }
  },
  written: (document, { nodeOf }) => {
    document.lines.forEach((line: Told, index) => {
      writeSentence(nodeOf(`lines[${index}]`), line.sentence);
    });
  },
};

type Told = PunchOutLine & { sentence?: string };

/**
 * A cart that comes back from a supplier's shop, UBL 2.1 Catalogue as Peppol BIS Punch Out 3 (T77) writes it. Which visit it is of the network says, not
 * the document. Line by line a quantity stands as the batch to be delivered.
 */
export const ublPunchOut = message<PunchOutOrder>({
  standard: 'UBL',
  release: '2.1',
  message: 'PunchOut',
  source: 'OASIS UBL 2.1 Catalogue; Peppol BIS Punch Out 3, transaction T77',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'Catalogue', sequences },
  blanks: { ...punchOutOrderBlanks, '': () => ({ ...punchOutOrderBlanks['']?.(), cookie: '', allowed: 'create' }) },
  extended: ['lines[]'],
  carried: pricedPaths.filter((path) => path !== 'lines[].price.currency'),
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:punch_out:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:punch_out:3'),
    must('cbc:ID', 'number', text(1, 200)),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    fixed('cbc:IssueTime', '00:00:00'),
    may('cac:ValidityPeriod/cbc:EndDate', 'validUntil', DAY),
    ...partRows('cac:ProviderParty', 'supplier', PARTY),
    ...partRows('cac:ReceiverParty', 'buyer', PARTY),
    must(`${LINE}/cbc:ID`, 'lines[].number', text(1, 200)),
    may(`${OFFER}/cbc:LeadTimeMeasure[@unitCode=DAY]`, 'lines[].leadDays', text(1, 10)),
    needed(`${OFFER}/cac:Price/cbc:PriceAmount`, 'lines[].price.amount', positive()),
    must(FIRST, 'currency', listed('ISO 4217', isCurrencyCode)),
    same(`${OFFER}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${OFFER}/cac:Price/cbc:BaseQuantity`, 'lines[].price.basis', positive()),
    may(`${OFFER}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
    ...mustQuantityRows(`${OFFER}/cac:DeliveryUnit/cbc:BatchQuantity`, 'lines[].quantity'),
    ...itemRows(ITEM, 'lines[].item'),
    may(`${ITEM}/cbc:Description`, 'lines[].item.description', text(1, 5000)),
    may(`${ITEM}/cac:ManufacturersItemIdentification/cbc:ID`, 'lines[].item.manufacturerPart', text(1, 200)),
    may(`${ITEM}/cac:ManufacturerParty/cac:PartyName/cbc:Name`, 'lines[].item.manufacturer', text(1, 200)),
    ...classificationRows(ITEM, 'lines[].item'),
    needed(`${ITEM}/cac:ClassifiedTaxCategory/cbc:ID`, 'lines[].tax.code', text(1, 20)),
    ...taxRows(`${ITEM}/cac:ClassifiedTaxCategory`, 'lines[].tax').slice(1),
    may(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=Auxiliary]/cbc:Value`, 'lines[].auxiliary', text(1, 2000)),
    ...propertyRows(ITEM, 'lines[].item', `${OWN_PROPERTIES}|Auxiliary`),
  ],
  rules: [cart],
});
