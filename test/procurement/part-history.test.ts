import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, systemActor } from '#libs/platform';
import { confirmOrder, partHistory, placeOrder } from '#libs/procurement';
import { givePromises, reservePromise, setTransit } from '#libs/supply';
import {
  lineOf,
  memberOf,
  orderInput,
  placedOrder,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const history = (partId: string, actor = world.buyer) => db.unitOfWork.read(actor, (work) => partHistory(work, partId));

describe('partHistory', () => {
  it('tells each line with what was paid, wanted and confirmed, newest first', async () => {
    const { order, offer } = await placedOrder(db, world, { line: { needBy: '2099-01-10' } });
    const [line] = order.lines;
    success(
      await db.unitOfWork.run(world.supplier, (work) =>
        confirmOrder(work, {
          orderId: order.id,
          lines: [
            {
              lineNumber: line?.number ?? '',
              schedules: [
                { status: 'ACCEPTED', quantity: '60', deliverOn: '2099-01-10' },
                { status: 'BACKORDERED', quantity: '40', deliverOn: '2099-02-01' },
              ],
            },
          ],
        }),
      ),
    );
    const second = success(
      await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '200')]))),
    );
    const found = await history(offer.partId);
    expect(found.map(({ orderNumber, quantity, lineAmount, currency }) => [orderNumber, quantity, lineAmount, currency])).toEqual(
      [
        [second[0]?.number, '200', '8.40', 'USD'],
        [order.number, '100', '4.20', 'USD'],
      ],
    );
    expect(found[1]).toMatchObject({
      amount: '4.20',
      basis: '100',
      needBy: '2099-01-10',
      supplierId: world.supplier.orgId,
      promisedOn: null,
    });
    expect(found[1]?.quantities.map(({ quantity, deliverOn }) => [quantity, deliverOn])).toEqual([
      ['60', '2099-01-10'],
      ['40', '2099-02-01'],
    ]);
    expect(found[0]?.quantities.map(({ status }) => status)).toEqual(['REQUESTED']);
  });

  it('follows a part that was merged, both ways', async () => {
    const { order, offer } = await placedOrder(db, world);
    const other = await plantOffer(db, world.supplier.orgId);
    await db.admin(
      `insert into catalog.identity_correction (kind, from_part, to_part, reason, made_by) values ('MERGE', $1, $2, 'one part', $3)`,
      [offer.partId, other.partId, world.supplier.orgId],
    );
    for (const partId of [offer.partId, other.partId])
      expect((await history(partId)).map(({ orderNumber }) => orderNumber)).toEqual([order.number]);
  });

  it('keeps the promise that was taken with the order', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '100' });
    await db.unitOfWork.run(systemActor(world.supplier.orgId), (work) =>
      setTransit(work, { rows: [{ method: 'AIR', days: 3 }] }),
    );
    const buyer = memberOf(world.buyer.orgId, ['price:read', 'order:place', 'order:read', 'basket:edit']);
    const given = await db.unitOfWork.run(buyer, (work) =>
      givePromises(work, { lines: [{ offerId: offer.id, quantity: '100' }], shipTo: { country: 'US' } }),
    );
    const [promise] = given[0]?.promises ?? [];
    success(await db.unitOfWork.run(buyer, (work) => reservePromise(work, { promiseId: promise?.id ?? '' })));
    success(
      await db.unitOfWork.run(buyer, (work) =>
        placeOrder(work, orderInput(world, [lineOf(offer, '100', { promiseId: promise?.id ?? null })])),
      ),
    );
    expect(promise?.arriveOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await history(offer.partId))[0]?.promisedOn).toBe(promise?.arriveOn);
  });

  it("is the buyer's own: neither the supplier nor a stranger reads it here, and it needs a right", async () => {
    const { offer } = await placedOrder(db, world);
    expect(await history(offer.partId, { ...world.supplier, permissions: new Set(['order:read']) })).toEqual([]);
    await expect(history(offer.partId, { ...world.buyer, permissions: new Set(['part:read']) })).rejects.toThrow(Forbidden);
  });
});
