import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { memberOf } from '../factories/order.factory.js';
import { all } from '../newcomer/erp.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { boxLine, delivered, type ExchangeWorld, erps, exchangeWorld, logOf, orderCount, wantedOrder } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message'])
    await db.admin(`delete from exchange.${table}`);
});

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => boxLine(world, { number: String(i + 1), quantity: '1' }));

describe('what one delivery may ask for', () => {
  it.each(erps.map((one) => [one.format, one] as const))(
    'is 500 lines of an order in %s, and nothing is looked up for 501',
    async (_, spoken) => {
      // Nobody has this name: what is looked up would be told of.
      const supplier = { ...world.cards.supplier, gln: '0000000000000', duns: '000000000' };
      await delivered(db, erp, spoken.order(wantedOrder(world, { supplier, lines: linesOf(501) }), 'ek_test').body);
      const [refused] = await logOf(db, erp);
      expect([refused?.state, refused?.codes]).toEqual(['REFUSED', expect.arrayContaining(['LINES_TOO_MANY'])]);
      expect(refused?.codes).not.toContain('SUPPLIER_UNKNOWN');
      await delivered(db, erp, spoken.order(wantedOrder(world, { supplier, lines: linesOf(500) }), 'ek_test').body);
      expect((await logOf(db, erp)).at(-1)?.codes).toContain('SUPPLIER_UNKNOWN');
    },
  );

  it('is 100 documents in one message, and of 101 none is applied and all are refused in the 997', async () => {
    const sets = (count: number): string => {
      const { body } = x12Erp.order(wantedOrder(world), 'ek_test');
      const set = /ST\*850[\s\S]*\nSE\*\d[^~]*~\n/.exec(body)![0];
      const number = /BEG\*00\*SA\*([^*]*)/.exec(set)![1]!;
      const many = Array.from({ length: count }, (_, i) => {
        const control = String(i + 1).padStart(4, '0');
        return set
          .replace('ST*850*0001', `ST*850*${control}`)
          .replace(/(SE\*\d+\*)0001/, `$1${control}`)
          .replace(number, `${number}-${i}`);
      });
      return body.replace(set, many.join('')).replace(/GE\*1\*/, `GE*${count}*`);
    };
    const before = await orderCount(db);
    const refused = await delivered(db, erp, sets(101));
    expect([await orderCount(db), all(refused.reply.body.toString(), /AK5\*(.)/g).join('')]).toEqual([before, 'R'.repeat(101)]);
    expect((await db.admin('select state from exchange.message')).length).toBe(1);
    expect(await db.admin(`select state, count(*)::int as n from exchange.document group by state`)).toEqual([
      { state: 'REFUSED', n: 100 },
    ]);
    const taken = await delivered(db, erp, sets(3));
    expect([await orderCount(db), all(taken.reply.body.toString(), /AK5\*(.)/g).join('')]).toEqual([before + 3, 'AAA']);
  });

  it('is 100 interchanges in one file of EDIFACT: those beyond are neither acknowledged nor walked', async () => {
    const one = (n: number): string => `UNB+UNOA:3+AA+BB+261121:1000+${n}'UNH+1+ORDERS:D:96A:UN'UNT+2+1'UNZ+1+${n}'`;
    const file = (count: number): string => Array.from({ length: count }, (_, i) => one(i + 1)).join('');
    const { reply } = await delivered(db, erp, file(3_000));
    expect(all(reply.body.toString(), /(UNB)\+/g).length).toBe(100);
    const [told] = await db.admin<{ problems: { code: string }[] }>('select problems from exchange.message');
    expect(told?.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DOCUMENTS_TOO_MANY', 'INTERCHANGES_TOO_MANY']),
    );
  });
});
