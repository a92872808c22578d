import { isCurrencyCode } from '#libs/kernel';
import { nameCharge, sumsOf } from '../../canonical/charge.js';
import type { Charge } from '../../canonical/line.js';
import type { OrderLine, OrderTotals } from '../../canonical/order.js';
import { netAmount, shapePrice } from '../../canonical/ordering/unit-price.js';
import type { Party } from '../../canonical/party.js';
import type { Rule } from '../../grammar/message.js';
import { readPrice, writeSentence } from '../parts/price.js';
import { allowanceReasons, chargeReasons } from '../parts/reason-codes.data.js';

/** What the rules look at of an order or its change. */
interface Ordered {
  currency?: string;
  supplier: Party;
  shipTo?: Party;
  charges: Charge[];
  totals?: OrderTotals;
  lines: OrderLine[];
}

/** The price rule of lines that are priced and summed. */
export const orderPrice: Rule<Ordered> = {
  name: 'price',
  says: 'A price per another unit is written per order units, exactly, and told in full in the item property UnitPrice.',
  decoded: (order, { nodeOf }) => {
    order.lines.forEach((line, index) => {
      readPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: ({ lines, currency }) => {
    for (const line of lines)
      if (line.amount === undefined && currency !== undefined && isCurrencyCode(currency))
        fill(line, 'amount', netAmount(line, currency));
    for (const line of lines) fill(line as { sentence?: string }, 'sentence', shapePrice(line));
  },
  written: (order, { nodeOf }) => {
    order.lines.forEach((line, index) => {
      writeSentence(nodeOf(`lines[${index}]`), (line as { sentence?: string }).sentence);
    });
  },
};

/** What Peppol asks for that the trade does not. */
export const orderDemanded: Rule<Ordered> = {
  name: 'demanded',
  says: 'Peppol demands a name for each item and delivery party, a reason for each charge, the sums of those of the order, and an address of the supplier.',
  encoding: (order) => {
    order.supplier.address ??= { lines: [] };
    for (const { item } of order.lines)
      item.name ??= item.description ?? item.supplierPart ?? item.manufacturerPart ?? item.buyerPart;
    for (const charge of [...order.charges, ...order.lines.flatMap((line) => line.charges)])
      nameCharge(charge, (code) => (charge.isCharge ? chargeReasons : allowanceReasons).has(code));
    if (order.totals !== undefined) sumCharges(order.totals, order.charges);
    if (order.shipTo !== undefined && order.shipTo.identifiers.length > 0)
      fill(order.shipTo, 'name', order.shipTo.name ?? order.shipTo.identifiers[0]?.value);
  },
};

/** T01-R009 and R010: the sums of the charges and allowances of the order, when it does not state them. Those of lines are in the lines. */
function sumCharges(totals: OrderTotals, all: readonly Charge[]): void {
  const { charges, allowances } = sumsOf(all);
  if (all.some((charge) => charge.isCharge)) totals.charges ??= charges;
  if (all.some((charge) => !charge.isCharge)) totals.allowances ??= allowances;
}

/** Sets a key only when there is something to set. */
function fill<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
