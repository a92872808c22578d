import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { baskets, createBasket } from '#libs/procurement';
import { buyerRights, codes, memberOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const create = (name: string, actor = world.buyer) => db.unitOfWork.run(actor, (work) => createBasket(work, { name }));

describe('opening a basket', () => {
  it('gives an empty one under a name; the same name twice at once gives one', async () => {
    const results = await Promise.all([create('Hangar 3'), create('Hangar 3'), create('Hangar 3')]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.flatMap((r) => codes(r))).toEqual(['BasketNameTaken', 'BasketNameTaken']);
    expect(success(results.find((r) => r.ok)!)).toMatchObject({ name: 'Hangar 3', lines: [] });
  });

  it('is bounded at fifty per member', async () => {
    const member = memberOf(world.buyer.orgId, buyerRights);
    for (let i = 0; i < 50; i++) success(await create(`B${i}`, member));
    expect(codes(await create('One more', member))).toEqual(['TooManyBaskets']);
  });

  it('is a matter of one member: colleagues and strangers see none of his', async () => {
    const names = async (actor: typeof world.buyer) => (await db.unitOfWork.read(actor, baskets)).map((basket) => basket.name);
    success(await create('Mine'));
    expect(await names(world.buyer)).toContain('Mine');
    expect(await names(memberOf(world.buyer.orgId, buyerRights))).toEqual([]);
    expect(await names(world.stranger)).toEqual([]);
    await expect(create('No', world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
