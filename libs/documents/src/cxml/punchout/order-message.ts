import { isCurrencyCode } from '#libs/kernel';
import { punchOutOrderBlanks } from '../../canonical/punchout/blanks.js';
import type { PunchOutOrder } from '../../canonical/punchout/punch-out.js';
import { code, listed, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { inside, may, must, needed, same } from '../../grammar/row.js';
import { amount } from '../fields.js';
import { sequences } from '../order-request.js';
import { totalOf } from '../price.js';
import { addressRows, carriedPrice, envelopeParties } from '../rows.js';
import { itemPrices, joinNotes, nameItems, settleItems } from '../settle.js';
import { cartRows } from './setup-request.js';

const HEAD = 'PunchOutOrderMessageHeader';

const cart: Rule<PunchOutOrder> = {
  name: 'cart',
  says: 'Without lineNumber the number of a line is its position, with a warning. The DTD demands a total: the sum of the lines, where the cart states none.',
  decoded: (document, { report }) => {
    settleItems(document.lines, { element: 'ItemIn', report });
  },
  encoding: (document, report) => {
    nameItems(document.lines);
    document.lines.forEach(joinNotes);
    if (document.totals?.payable !== undefined) return;
    const payable = totalOf(document.lines, document.currency);
    if (payable !== undefined) document.totals = { ...document.totals, payable };
    else
      report({
        at: `${HEAD}/Total/Money`,
        code: 'VALUE_MISSING',
        message: 'The cart states no total, and a line has no price to reckon one from.',
      });
  },
};

/**
 * A cart that comes back from a supplier's shop, cXML 1.2 PunchOutOrderMessage. Source: cXML 1.2 (cXML.dtd 1.2.063). It comes through
 * the browser of a person, so nothing in it is proven but what the buyer's own cookie proves.
 */
export const cxmlPunchOutOrderMessage = message<PunchOutOrder>({
  standard: 'cXML',
  release: '1.2',
  message: 'PunchOutOrderMessage',
  source: 'cXML 1.2, cXML.dtd 1.2.063, PunchOutOrderMessage',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'PunchOutOrderMessage', sequences },
  blanks: punchOutOrderBlanks,
  extended: ['lines[]'],
  secret: ['Payment', 'PCard', 'SharedSecret'],
  carried: [...envelopeParties, 'totals.payable', 'lines[].note', ...carriedPrice],
  rows: [
    must('BuyerCookie', 'cookie', text(1, 2000)),
    must(`${HEAD}@operationAllowed`, 'allowed', code({ create: 'create', edit: 'edit', inspect: 'inspect' })),
    may(`${HEAD}@quoteStatus`, 'status', code({ pending: 'pending', final: 'final' })),
    may(`${HEAD}/Total/Money`, 'totals.payable', amount),
    must(`${HEAD}/Total/Money@currency`, 'currency', listed('ISO 4217', isCurrencyCode)),
    ...addressRows(`${HEAD}/ShipTo/Address`, 'shipTo'),
    may(`${HEAD}/Shipping/Money`, 'totals.shipping', amount),
    same(`${HEAD}/Shipping/Money@currency`, 'currency'),
    inside(`${HEAD}/Shipping`, 'Description@xml:lang', 'en'),
    may(`${HEAD}/Tax/Money`, 'totals.tax', amount),
    same(`${HEAD}/Tax/Money@currency`, 'currency'),
    inside(`${HEAD}/Tax`, 'Description@xml:lang', 'en'),
    may(`${HEAD}/SupplierOrderInfo@orderID`, 'number', text(1, 200)),
    ...cartRows('ItemIn[]'),
    needed('ItemIn[]/ItemDetail/UnitPrice/Money', 'lines[].price.amount', amount),
    may('ItemIn[]/Comments', 'lines[].note[0]', text(1, 10_000)),
  ],
  rules: [cart, itemPrices('ItemIn')],
});
