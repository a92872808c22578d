import { nameCharge } from '../../canonical/charge.js';
import type { Charge, Item } from '../../canonical/line.js';
import type { Rule } from '../../grammar/message.js';
import { isServiceCode } from '../parts/fields.js';
import { describe } from '../parts/shaping.js';

/** The sets have one text per part, and codes of element 1300 alone for charges. */
export const orderTexts: Rule<{ charges: Charge[]; lines: { item: Item; charges: Charge[] }[] }> = {
  name: 'texts',
  says: 'A part without description is described by its name. A charge whose code is none of element 1300 is ZZZZ, its code in SAC15.',
  encoding: (order) => {
    describe(order.lines);
    for (const charge of [...order.charges, ...order.lines.flatMap((line) => line.charges)]) nameCharge(charge, isServiceCode);
  },
};
