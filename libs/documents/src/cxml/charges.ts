import { nameCharge } from '../canonical/charge.js';
import type { Charge } from '../canonical/line.js';
import type { Order } from '../canonical/order.js';
import { type Field, isBad, text } from '../grammar/field.js';
import type { Rule } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
import { beside, type FieldRow, type FixedRow, may, type SameRow, same } from '../grammar/row.js';
import { amount } from './fields.js';

/** The amount of one kind: AdditionalCost holds charges, AdditionalDeduction allowances. */
function amountOf(isCharge: boolean): Field<Partial<Charge>> {
  return {
    says: `${isCharge ? 'charge' : 'allowance'}, ${amount.says}`,
    merges: { key: 'amount' },
    decode: (raw) => {
      const value = amount.decode(raw);
      return value === undefined || isBad(value) ? value : { isCharge, amount: value };
    },
    encode: (charge, document) =>
      charge.isCharge === isCharge && charge.amount !== undefined ? amount.encode(charge.amount, document) : undefined,
  };
}

type ChargePath<P extends string> = P | `${P}.${'code' | 'reason'}`;

/** A Modification below Total or UnitPrice: its amount, its code, and its reason as the name that the DTD demands. */
export function chargeRows<const P extends string>(
  at: string,
  to: P,
): (FieldRow<ChargePath<P>> | SameRow<'currency'> | FixedRow)[] {
  return [
    may(`${at}/AdditionalCost/Money`, to, amountOf(true)),
    may(`${at}/AdditionalDeduction/DeductionAmount/Money`, to, amountOf(false)),
    same(`${at}/AdditionalCost/Money@currency`, 'currency'),
    same(`${at}/AdditionalDeduction/DeductionAmount/Money@currency`, 'currency'),
    may(`${at}/ModificationDetail@name`, `${to}.reason`, text(1, 500)),
    may(`${at}/ModificationDetail@code`, `${to}.code`, text(1, 50)),
  ];
}

/** The charges of an order below Total, those of a line below its UnitPrice with the scope LineItem. */
export const orderChargeRows = [
  ...chargeRows('OrderRequestHeader/Total/Modifications/Modification[]', 'charges[]'),
  ...chargeRows('ItemOut[]/ItemDetail/UnitPrice/Modifications/Modification[]', 'lines[].charges[]'),
  beside('ItemOut[]/ItemDetail/UnitPrice/Modifications/Modification[]/ModificationDetail@scope', 'LineItem'),
];

export const charges: Rule<Order> = {
  name: 'charges',
  says: 'Modifications of Total are charges of the order; of UnitPrice only those of the scope LineItem are, as Money already holds the others. Each needs an amount.',
  decoded: (order, { nodeOf, report }) => {
    const amountNeeded = (at: string) =>
      report({
        at,
        code: 'VALUE_MISSING',
        message: 'The charge or allowance has no amount; a percentage alone is not reckoned.',
      });
    order.charges = order.charges.filter((charge, index) => {
      if (charge.amount === undefined) amountNeeded(`OrderRequestHeader/Total/Modifications/Modification[${index + 1}]`);
      return charge.amount !== undefined;
    });
    order.lines.forEach((line, position) => {
      line.charges = line.charges.filter((charge, index) => {
        const node = nodeOf(`lines[${position}].charges[${index}]`);
        if (!isOfLine(node)) {
          if (node !== undefined) leaveUnread(node);
          return false;
        }
        if (charge.amount === undefined)
          amountNeeded(`ItemOut[${position + 1}]/ItemDetail/UnitPrice/Modifications/Modification[${index + 1}]`);
        return charge.amount !== undefined;
      });
    });
  },
  encoding: (order) => {
    for (const charge of [...order.charges, ...order.lines.flatMap((line) => line.charges)]) nameCharge(charge, () => true);
  },
};

function isOfLine(node: GrammarNode | undefined): boolean {
  return (
    node?.children.some((child) => child.name === 'ModificationDetail' && child.values.get('@scope') === 'LineItem') ?? false
  );
}

/** What no rule has taken stays beside the model. */
function leaveUnread(node: GrammarNode): void {
  node.used.clear();
  node.children.forEach(leaveUnread);
}
