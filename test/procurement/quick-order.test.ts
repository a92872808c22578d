import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, clientOf } from '#libs/platform';
import { addToBasket, createBasket, resolveQuickOrder } from '#libs/procurement';
import { plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

const lines = 1_000;

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  const first = await plantOffer(db, world.supplier.orgId);
  // A thousand parts like the first, each with an offer of its own, and 25,000 beside them that nobody asks for.
  await db.admin(
    `insert into catalog.part (id, manufacturer_id, number, key, name, source_org, source_rank)
     select platform.uuid_v7(), p.manufacturer_id, 'QUICK-' || n, catalog.part_key('QUICK-' || n), 'Bolt', p.source_org, 1
     from generate_series(1, 26000) as n, catalog.part p where p.id = $1`,
    [first.partId],
  );
  await db.admin(
    `insert into supply.offer (org_id, id, catalogue_id, part_id, supplier_part, name, order_unit, price_unit, price_factor_num, price_factor_den, list_price, currency,
       basis, minimum, multiple, lead_days, lead_kind, ncnr, digest, from_version)
     select o.org_id, platform.uuid_v7(), o.catalogue_id, p.id, 'S-' || p.number, o.name, o.order_unit, o.price_unit, 1, 1, 4.20, 'USD', 100, 1, 1, 10, 'CALENDAR', false, '\\x00', 1
     from catalog.part p, supply.offer o where p.number like 'QUICK-%' and o.id = $1`,
    [first.id],
  );
  await db.admin('analyze catalog.part, supply.offer');
});
afterAll(() => db.close());

const resolve = (text: string) => db.unitOfWork.read(world.buyer, (work) => resolveQuickOrder(work, text));

describe('resolveQuickOrder', () => {
  it('gives lines that say the same the same answer, each in its place', async () => {
    const answer = await resolve('QUICK-5 3\nNO-SUCH-1 3\nQUICK-5 3\nQUICK-5 4');
    const found = answer.map(({ line, problem, offers }) => [line, problem, offers.map((offer) => offer.supplierPart)]);
    expect(found).toEqual([
      [1, null, ['S-QUICK-5']],
      [2, 'NUMBER_UNKNOWN', []],
      [3, null, ['S-QUICK-5']],
      [4, null, ['S-QUICK-5']],
    ]);
    expect(answer[2]?.offers).toEqual(answer[0]?.offers);
  });

  it('answers a thousand lines by one statement, in seconds, with the problem of each', async () => {
    const text = Array.from({ length: lines }, (_, i) =>
      i % 10 === 3 ? `NO-SUCH-${i}\t5` : i % 10 === 7 ? `QUICK-${i + 1}\tmany` : `QUICK-${i + 1}\t${100 + i}`,
    ).join('\n');
    let statements = 0;
    const began = Date.now();
    const answer = await db.unitOfWork.read(world.buyer, async (work) => {
      const client = await clientOf(work);
      const query = client.query;
      const counting = (...given: unknown[]) => {
        statements++;
        return Reflect.apply(query, client, given);
      };
      Object.assign(client, { query: counting });
      try {
        return await resolveQuickOrder(work, text);
      } finally {
        Object.assign(client, { query });
      }
    });
    const seconds = (Date.now() - began) / 1_000;
    expect(statements).toBe(1);
    expect(answer).toHaveLength(lines);
    const problems = answer.map(({ problem }) => problem);
    expect(problems.filter((problem) => problem === 'NUMBER_UNKNOWN')).toHaveLength(100);
    expect(problems.filter((problem) => problem === 'QUANTITY_UNREADABLE')).toHaveLength(100);
    const good = answer.filter(({ problem }) => problem === null);
    expect(good).toHaveLength(800);
    expect(
      good.every(({ offers: [offer], line }) => offer?.supplierPart === `S-QUICK-${line}` && offer.lineAmount !== null),
    ).toBe(true);
    process.stdout.write(`  a thousand lines: ${seconds} s\n`);
  });

  it('takes scanned bar codes among them, with part and quantity', async () => {
    const scans = ['[)>\u001e06\u001d1PQUICK-1\u001dQ25\u001e\u0004', ']d20103453120000011240QUICK-2\u001d30100', ']d2010345312'];
    const answer = await resolve([...scans, 'QUICK-3;5'].join('\n'));
    expect(answer.map(({ problem, quantity, offers }) => [problem, quantity, offers[0]?.supplierPart])).toEqual([
      [null, '25', 'S-QUICK-1'],
      [null, '100', 'S-QUICK-2'],
      ['BAR_CODE_UNREADABLE', '1', undefined],
      [null, '5', 'S-QUICK-3'],
    ]);
  });

  it('refuses what is no list of lines, and says which line is one too many', async () => {
    await expect(resolve('x'.repeat(300_001))).rejects.toThrow(BadInput);
    const answer = await resolve('QUICK-1\n'.repeat(lines + 1));
    expect(answer.at(-1)).toMatchObject({ line: 1_001, problem: 'TOO_MANY_LINES', offers: [] });
  });

  it('fills a basket with as many lines as it holds, at once', async () => {
    const answer = await resolve(Array.from({ length: 501 }, (_, i) => `QUICK-${i + 1}`).join('\n'));
    const wished = answer.map(({ offers }) => ({ offerId: offers[0]?.offerId ?? '', quantity: '100' }));
    const basket = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'All at once' })));
    const put = (all: typeof wished) =>
      db.unitOfWork.run(world.buyer, (work) => addToBasket(work, { basketId: basket.id, lines: all }));
    await expect(put(wished)).rejects.toThrow(BadInput);
    expect(success(await put(wished.slice(0, 500))).lines).toHaveLength(500);
    expect(await put(wished.slice(500))).toMatchObject({ ok: false, errors: [{ code: 'BasketFull' }] });
  });
});
