import { isCurrencyCode } from '#libs/kernel';
import { orderBlanks } from '../canonical/blanks.js';
import { withCharges } from '../canonical/charge.js';
import { mustHaveLines } from '../canonical/checks.js';
import type { Order } from '../canonical/order.js';
import { code, flag, knownCode, listed, text } from '../grammar/field.js';
import { message, type Rule, type RuleView } from '../grammar/message.js';
import { beside, inside, may, must, needed, same } from '../grammar/row.js';
import type { Sequences } from '../grammar/structure.js';
import { charges, orderChargeRows } from './charges.js';
import { amount, day, dayOfInstant, instant } from './fields.js';
import { totalOf } from './price.js';
import { addressRows, carriedPrice, envelopeParties, pricedItemRows } from './rows.js';
import { cxmlSequences } from './sequences.data.js';
import { itemPrices, nameItems, settleItems } from './settle.js';

/** The order of cXML elements by parent, ready for tables. */
export const sequences: Sequences = Object.fromEntries(
  Object.entries(cxmlSequences).map(([parent, children]) => [parent, children.split(' ')]),
);

const HEAD = 'OrderRequestHeader';
const DETAIL = 'ItemOut[]/ItemDetail';

const assumed: Rule<Order> = {
  name: 'assumed',
  says: 'Without type the order is new; without lineNumber the number is the position, with a warning. A class without a code is none. An item whose operation is delete is no line of the order; one to be blocked is an error.',
  decoded: (order, { nodeOf, report }) => {
    order.purpose ??= 'original';
    takeOut(order, { nodeOf, report });
    if (order.purpose !== 'cancel') mustHaveLines(order, 'ItemOut', report);
    if (order.purpose !== 'original' && order.replaces === undefined)
      report({
        at: `${HEAD}/DocumentReference@payloadID`,
        code: 'REFERENCE_MISSING',
        message:
          'An order that changes or takes back another should name it by its payloadID; only the order number tells which.',
        severity: 'warning',
      });
    settleItems(order.lines, { element: 'ItemOut', report });
  },
};

/** An update lists what it takes out, too: such an item must not be ordered. */
function takeOut(order: Order, { nodeOf, report }: Pick<RuleView, 'nodeOf' | 'report'>): void {
  order.lines = order.lines.filter((_, index) => {
    const operation = nodeOf(`lines[${index}]`)?.values.get('@operation');
    if (operation === undefined) return true;
    const at = `ItemOut[${index + 1}]@operation`;
    if (operation === 'delete')
      report({
        at,
        code: 'LINE_TAKEN_OUT',
        message: 'The item is taken out of the order; it is no line of it.',
        severity: 'info',
      });
    else
      report({
        at,
        code: 'CODE_UNKNOWN',
        message: `The hub cannot act on an item with the operation "${operation.slice(0, 20)}".`,
      });
    return operation !== 'delete';
  });
}

const demanded: Rule<Order> = {
  name: 'demanded',
  says: 'The DTD demands a total, a BillTo and a SupplierPartID: the sum of lines and charges, the buyer, another number of the part.',
  encoding: (order) => {
    const sum = totalOf(order.lines, order.currency);
    const every = [...order.charges, ...order.lines.flatMap((line) => line.charges)];
    const total = order.totals?.payable ?? (sum === undefined ? undefined : withCharges(sum, every));
    if (total !== undefined) order.totals = { ...order.totals, payable: total };
    order.billTo ??= {
      identifiers: [],
      name: order.buyer.name ?? order.buyer.identifiers[0]?.value ?? order.shipTo?.name ?? 'Buyer',
    };
    nameItems(order.lines);
  },
};

/** The total is reckoned before prices lose what PriceBasisQuantity says by default. */
const rules = [assumed, charges, demanded, itemPrices('ItemOut')];

/**
 * Order, cXML 1.2 OrderRequest. Source: cXML 1.2 (cXML.dtd 1.2.063), OrderRequestHeader and ItemOut. PriceBasisQuantity is the
 * price basis with the factor from the order unit; it is kept. Buyer and supplier are credentials of the envelope, not of the order.
 */
export const cxmlOrderRequest = message<Order>({
  standard: 'cXML',
  release: '1.2',
  message: 'OrderRequest',
  source: 'cXML 1.2, cXML.dtd 1.2.063, OrderRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'OrderRequest', sequences },
  blanks: orderBlanks,
  extended: ['lines[]'],
  secret: ['Payment', 'PCard', 'SharedSecret'],
  carried: [...envelopeParties, ...carriedPrice],
  rows: [
    must(`${HEAD}@orderID`, 'number', text(1, 200)),
    may(`${HEAD}@orderDate`, 'issuedAt', instant),
    must(`${HEAD}@orderDate`, 'issuedOn', dayOfInstant),
    may(`${HEAD}@type`, 'purpose', code({ new: 'original', update: 'change', delete: 'cancel' })),
    may(`${HEAD}@orderType`, 'orderType', knownCode({ regular: 'regular', blanket: 'blanket', release: 'release' })),
    may(`${HEAD}@orderVersion`, 'version', text(1, 20)),
    may(`${HEAD}@agreementID`, 'agreement', text(1, 200)),
    may(`${HEAD}@requestedDeliveryDate`, 'requestedDelivery', day),
    ...orderChargeRows,
    needed(`${HEAD}/Total/Money`, 'totals.payable', amount),
    must(`${HEAD}/Total/Money@currency`, 'currency', listed('ISO 4217', isCurrencyCode)),
    ...addressRows(`${HEAD}/ShipTo/Address`, 'shipTo'),
    ...addressRows(`${HEAD}/BillTo/Address`, 'billTo'),
    may(`${HEAD}/Tax/Money`, 'totals.tax', amount),
    same(`${HEAD}/Tax/Money@currency`, 'currency'),
    inside(`${HEAD}/Tax`, 'Description@xml:lang', 'en'),
    may(`${HEAD}/Comments[]`, 'note[]', text(1, 10_000)),
    may(`${HEAD}/DocumentReference@payloadID`, 'replaces', text(1, 500)),
    may(`${HEAD}/TermsOfDelivery/TransportTerms@value`, 'deliveryTerms.incoterm', text(1, 20)),
    may(`${HEAD}/TermsOfDelivery/Comments`, 'deliveryTerms.place', text(1, 200)),
    inside(`${HEAD}/TermsOfDelivery`, 'TermsOfDeliveryCode@value', 'TransportCondition'),
    inside(`${HEAD}/TermsOfDelivery`, 'ShippingPaymentMethod@value', 'Other'),
    may(`${HEAD}/Extrinsic[@name=PaymentTerms]`, 'paymentTerms', text(1, 1000)),
    may(`${HEAD}/Extrinsic[@name=CostReference]`, 'costReference', text(1, 200)),
    may('ItemOut[]@lineNumber', 'lines[].number', text(1, 50)),
    must('ItemOut[]@quantity', 'lines[].quantity.value', amount),
    may('ItemOut[]@requestedDeliveryDate', 'lines[].requestedDelivery', day),
    ...pricedItemRows('ItemOut[]', 'lines[]', needed),
    may('ItemOut[]/ItemID/SupplierPartID@revisionID', 'lines[].revision', text(1, 50)),
    may(`${DETAIL}/Extrinsic[@name=NonCancellableNonReturnable]`, 'lines[].nonCancellable', flag('Yes')),
    may(`${DETAIL}/Extrinsic[@name=CostReference]`, 'lines[].costReference', text(1, 200)),
    ...addressRows('ItemOut[]/ShipTo/Address', 'lines[].shipTo'),
    may('ItemOut[]/Comments[]', 'lines[].note[]', text(1, 10_000)),
    beside(`${HEAD}@type`, 'new'),
  ],
  rules,
});
