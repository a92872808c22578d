import { punchOutSetupBlanks } from '../../canonical/punchout/blanks.js';
import type { PunchOutSetup } from '../../canonical/punchout/punch-out.js';
import { code, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { amount } from '../fields.js';
import { sequences } from '../order-request.js';
import { addressRows, carriedPrice, envelopeParties, itemIdRows, pricedItemRows } from '../rows.js';
import { itemPrices, nameItems, settleItems } from '../settle.js';

const URL = text(1, 2000);

const setup: Rule<PunchOutSetup> = {
  name: 'setup',
  says: 'Without lineNumber the number of a line is its position, with a warning; a class without a code is none. A part without a number of the supplier is named by another.',
  decoded: (document, { report }) => {
    settleItems(document.lines, { element: 'ItemOut', report });
  },
  encoding: (document, report) => {
    nameItems(document.lines);
    document.lines.forEach(({ price }, index) => {
      if (price?.currency === undefined)
        report({
          at: `ItemOut[${index + 1}]/ItemDetail/UnitPrice/Money`,
          code: 'VALUE_MISSING',
          message: 'The format needs a price of each item with its currency.',
        });
    });
    if (document.contact !== undefined) document.contact.name ??= document.contact.email ?? 'Buyer';
  },
};

/** One line of a cart that goes into the shop (ItemOut) or comes out of it (ItemIn). */
export const cartRows = <const A extends 'ItemOut[]' | 'ItemIn[]'>(at: A) => [
  may(`${at}@lineNumber`, 'lines[].number', text(1, 50)),
  must(`${at}@quantity`, 'lines[].quantity.value', amount),
  ...pricedItemRows(at, 'lines[]'),
  may(`${at}/ItemID/SupplierPartAuxiliaryID`, 'lines[].auxiliary', text(1, 2000)),
  may(`${at}/ItemDetail/LeadTime`, 'lines[].leadDays', amount),
];

/**
 * A visit to a supplier's shop, cXML 1.2 PunchOutSetupRequest. Source: cXML 1.2 (cXML.dtd 1.2.063). Who visits stands in Extrinsics of
 * the buyer's own names. The answer is a Response with the address of the first page.
 */
export const cxmlPunchOutSetupRequest = message<PunchOutSetup>({
  standard: 'cXML',
  release: '1.2',
  message: 'PunchOutSetupRequest',
  source: 'cXML 1.2, cXML.dtd 1.2.063, PunchOutSetupRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'PunchOutSetupRequest', sequences },
  blanks: punchOutSetupBlanks,
  extended: ['lines[]'],
  secret: ['Payment', 'PCard', 'SharedSecret'],
  carried: [...envelopeParties, ...carriedPrice],
  rows: [
    must('@operation', 'operation', code({ create: 'create', edit: 'edit', inspect: 'inspect', source: 'source' })),
    must('BuyerCookie', 'cookie', text(1, 2000)),
    must('Extrinsic[]@name', 'properties[].name', text(1, 200)),
    may('Extrinsic[]', 'properties[].value', text(1, 5000)),
    may('BrowserFormPost/URL', 'returnTo', URL),
    may('Contact/Name', 'contact.name', text(1, 500)),
    beside('Contact/Name@xml:lang', 'en'),
    may('Contact/Email', 'contact.email', text(1, 200)),
    may('SupplierSetup/URL', 'shop', URL),
    ...addressRows('ShipTo/Address', 'shipTo'),
    ...itemIdRows('SelectedItem/ItemID', 'selected'),
    ...cartRows('ItemOut[]'),
    may('ItemOut[]/Comments[]', 'lines[].note[]', text(1, 10_000)),
  ],
  rules: [setup, itemPrices('ItemOut')],
});
