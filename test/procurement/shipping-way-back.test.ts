import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeDataSource } from '#libs/platform';
import { orderById, receiveOrder, shipOrder } from '#libs/procurement';
import { ShipOrders2026112250002 } from '../../migrations/2026112250002-ship-orders.js';
import { migrations } from '../../migrations/all.js';
import { placedOrder, success, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

it('an order of which goods have left and arrived can go to the schema before and comes back as it was', async () => {
  const world = await tradeWorld(db);
  const { order } = await placedOrder(db, world);
  const ship = (quantity: string, despatchNumber: string) =>
    db.unitOfWork.run(world.supplier, (work) =>
      shipOrder(work, { orderId: order.id, despatchNumber, lines: [{ lineNumber: '10', quantity }] }),
    );
  success(await ship('40', 'D-1'));
  success(await db.unitOfWork.run(world.buyer, (work) => receiveOrder(work, { orderId: order.id })));
  success(await ship('20', 'D-2'));
  const read = () => db.unitOfWork.read(world.buyer, (work) => orderById(work, order.id));
  const before = await read();

  const owner = await makeDataSource(db.ownerUrl, [], { poolMax: 1 }).initialize();
  const runner = owner.createQueryRunner();
  try {
    const way = migrations.slice(migrations.indexOf(ShipOrders2026112250002)).map((Migration) => new Migration());
    for (const migration of way.toReversed()) await migration.down(runner);
    await expect(
      db.admin(`update procurement.schedule_line set status = 'DELIVERED' where order_id = $1`, [order.id]),
    ).rejects.toThrow(/schedule_line_status_check/);
    for (const migration of way) await migration.up(runner);
  } finally {
    await runner.release();
    await owner.destroy();
  }
  expect(before?.lines[0]?.schedules.map(({ status }) => status).sort()).toEqual(['DELIVERED', 'REQUESTED', 'SHIPPED']);
  expect(await read()).toEqual(before);
});
