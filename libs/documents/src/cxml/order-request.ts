import { isCurrencyCode } from '#libs/kernel';
import { orderBlanks } from '../canonical/blanks.js';
import { withCharges } from '../canonical/charge.js';
import { mustHaveLines } from '../canonical/checks.js';
import type { Order } from '../canonical/order.js';
import { code, flag, knownCode, listed, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { beside, inside, may, must, needed, same } from '../grammar/row.js';
import type { Sequences } from '../grammar/structure.js';
import { charges, orderChargeRows } from './charges.js';
import { amount, day, dayOfInstant, instant, unit } from './fields.js';
import { readPrice, shapePrice, totalOf } from './price.js';
import { addressRows, itemDetailRows, itemIdRows } from './rows.js';
import { cxmlSequences } from './sequences.data.js';

/** The order of cXML elements by parent, ready for tables. */
export const sequences: Sequences = Object.fromEntries(
  Object.entries(cxmlSequences).map(([parent, children]) => [parent, children.split(' ')]),
);

const HEAD = 'OrderRequestHeader';
const DETAIL = 'ItemOut[]/ItemDetail';

const assumed: Rule<Order> = {
  name: 'assumed',
  says: 'Without type the order is new; without lineNumber the number is the position, with a warning. A class without a code is none.',
  decoded: (order, { report }) => {
    mustHaveLines(order, 'ItemOut', report);
    order.purpose ??= 'original';
    order.lines.forEach((line, index) => {
      line.item.classifications = line.item.classifications
        .filter((entry) => entry.code !== undefined)
        .map((entry) => ({ ...entry, system: entry.system ?? '' }));
      if (line.number !== undefined) return;
      line.number = String(index + 1);
      report({
        at: `ItemOut[${index + 1}]@lineNumber`,
        code: 'LINE_NUMBER_ASSUMED',
        message: 'The line has no number; its position is taken.',
        severity: 'warning',
      });
    });
  },
};

const price: Rule<Order> = {
  name: 'price',
  says: 'UnitPrice and PriceBasisQuantity with its conversionFactor are one price; nothing is divided.',
  decoded: (order) => {
    for (const line of order.lines) readPrice(line, order.currency);
  },
  encoding: (order, report) => {
    order.lines.forEach((line, index) => {
      shapePrice(line, { at: `ItemOut[${index + 1}]/ItemDetail/PriceBasisQuantity`, currency: order.currency, report });
    });
  },
};

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
    for (const { item } of order.lines) {
      const other = item.manufacturerPart ?? item.buyerPart ?? item.gtin;
      if (item.supplierPart === undefined && other !== undefined) item.supplierPart = other;
    }
  },
};

/** The total is reckoned before prices lose what PriceBasisQuantity says by default. */
const rules = [assumed, charges, demanded, price];

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
  carried: [
    'buyer',
    'supplier',
    'lines[].amount',
    'lines[].price.factor.denominator',
    'lines[].price.rawBasisCode',
    'lines[].price.rawUnit',
  ],
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
    ...itemIdRows('ItemOut[]/ItemID', 'lines[].item'),
    may('ItemOut[]/ItemID/SupplierPartID@revisionID', 'lines[].revision', text(1, 50)),
    needed(`${DETAIL}/UnitPrice/Money`, 'lines[].price.amount', amount),
    may(`${DETAIL}/UnitPrice/Money@currency`, 'lines[].price.currency', listed('ISO 4217', isCurrencyCode)),
    ...itemDetailRows(DETAIL, 'lines[].item'),
    must(`${DETAIL}/UnitOfMeasure`, 'lines[].quantity', unit),
    may(`${DETAIL}/PriceBasisQuantity@quantity`, 'lines[].price.basis', amount),
    may(`${DETAIL}/PriceBasisQuantity@conversionFactor`, 'lines[].price.factor.numerator', amount),
    may(`${DETAIL}/PriceBasisQuantity/UnitOfMeasure`, 'lines[].price', unit),
    may(`${DETAIL}/Extrinsic[@name=NonCancellableNonReturnable]`, 'lines[].nonCancellable', flag('Yes')),
    may(`${DETAIL}/Extrinsic[@name=CostReference]`, 'lines[].costReference', text(1, 200)),
    ...addressRows('ItemOut[]/ShipTo/Address', 'lines[].shipTo'),
    may('ItemOut[]/Comments[]', 'lines[].note[]', text(1, 10_000)),
    beside(`${HEAD}@type`, 'new'),
  ],
  rules,
});
