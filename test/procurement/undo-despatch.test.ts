import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import { BadInput, Forbidden, NotFound } from '#libs/platform';
import {
  answerRequest,
  cancelOrder,
  confirmOrder,
  orderById,
  placeOrder,
  receiveOrder,
  type ShipOrderInput,
  shipOrder,
  undoDespatch,
  type WholeOrder,
} from '#libs/procurement';
import { correctStock, lotClaimsOf, lotsOfOffers, saveLots } from '#libs/supply';
import {
  codes,
  lineOf,
  memberOf,
  orderInput,
  type PlantedOffer,
  placedOrder,
  plantOffer,
  stockOf,
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

const day = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);
const ship = (order: WholeOrder, given: Partial<ShipOrderInput> = {}) =>
  db.unitOfWork.run(world.supplier, (work) => shipOrder(work, { orderId: order.id, despatchNumber: 'D-1', ...given }));
const part = (quantity: string) => ({ lines: [{ lineNumber: '10', quantity }] });
const undo = (
  order: WholeOrder,
  given: { despatchNumber?: string; reason?: string; expectedVersion?: number } = {},
  actor = world.supplier,
) =>
  db.unitOfWork.run(actor, (work) =>
    undoDespatch(work, { orderId: order.id, despatchNumber: 'D-1', reason: 'the wrong order', ...given }),
  );
const confirmed = async () => {
  const { order, offer } = await placedOrder(db, world);
  const schedules = [{ status: 'ACCEPTED' as const, quantity: '100', shipOn: day(5), deliverOn: day(9) }];
  const answer = { orderId: order.id, lines: [{ lineNumber: '10', schedules }] };
  const answered = await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, answer));
  return { order: success(answered), offer };
};
const now = async (order: WholeOrder) => (await db.unitOfWork.read(world.buyer, (work) => orderById(work, order.id)))!;
const states = (order: WholeOrder): string[] =>
  order.lines.flatMap((line) => line.schedules.map(({ status, quantity }) => `${status} ${quantity}`)).sort();
const shelf = async (offer: PlantedOffer): Promise<string[]> =>
  (await db.unitOfWork.read(world.supplier, (work) => lotsOfOffers(work, [offer.id])))
    .map((lot) => `${lot.serialNumber ?? lot.lotNumber} ${lot.quantity}/${lot.free}`)
    .sort();

describe('undoing a despatch', () => {
  it('brings stock, ledger, days and state back, says why, and leaves its number used', async () => {
    const { order, offer } = await confirmed();
    const before = await stockOf(db, offer);
    success(await ship(order, { ...part('40'), deliverOn: day(3) }));
    success(await ship(order, { despatchNumber: 'D-2' }));
    const undone = success(await undo(order));
    expect([undone.status, ...states(undone)]).toEqual(['PART_SHIPPED', 'CONFIRMED 40', 'SHIPPED 60']);
    const [back] = undone.lines[0]!.schedules.filter(({ status }) => status === 'CONFIRMED');
    const [promised] = order.lines[0]!.schedules;
    expect(back).toMatchObject({ shipOn: promised!.shipOn, deliverOn: promised!.deliverOn });
    expect(undone.events.at(-1)).toMatchObject({
      kind: 'DESPATCH_UNDONE',
      detail: { despatchNumber: 'D-1', reason: 'the wrong order' },
    });
    expect(await stockOf(db, offer)).toEqual({ quantity: String(Number(before.quantity) - 60), reserved: '40', ledger: '40' });
    const all = success(await undo(order, { despatchNumber: 'D-2' }));
    expect([all.status, await stockOf(db, offer), all.lines[0]?.reserved]).toEqual(['CONFIRMED', before, '100']);
    expect(success(await undo(order)).version).toBe(all.version);
    expect(codes(await ship(order, part('40')))).toEqual(['DespatchUndone']);
    success(await ship(order, { despatchNumber: 'D-3' }));
    expect(await stockOf(db, offer)).toMatchObject({ quantity: String(Number(before.quantity) - 100), reserved: '0' });
    const [row] = await db.admin<{ n: number }>(
      `select count(*)::int as n from platform.audit_event where action = 'order:undo-despatch' and subject = $1`,
      [`order:${order.id}`],
    );
    expect(row?.n).toBe(2);
  });

  it('adds nothing to a count that was corrected since, where the hub keeps it too', async () => {
    const { order, offer } = await confirmed();
    await db.admin(`update supply.stock set source = 'MANAGED' where offer_id = $1`, [offer.id]);
    const { quantity } = await stockOf(db, offer);
    success(await ship(order, part('40')));
    const keeper = memberOf(world.supplier.orgId, ['stock:write']);
    const lines = [{ offerId: offer.id, location: 'MAIN', quantity, reason: 'COUNT' as const }];
    success(await db.unitOfWork.run(keeper, (work) => correctStock(work, { lines, idempotencyKey: 'counted-again' })));
    success(await undo(order));
    expect(await stockOf(db, offer)).toMatchObject({ quantity, reserved: '100' });
  });

  it('puts the lots back that had left, held for the order; its cancellation frees them', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '10' });
    const stated = { offerId: offer.id, location: 'MAIN', condition: 'OH', trace: 'YES' as const, quantity: '1' };
    const lots = ['S-1', 'S-2', 'S-3'].map((serialNumber, n) => ({ ...stated, serialNumber, shelfLifeOn: `209${n}-01-31` }));
    const keeper = memberOf(world.supplier.orgId, ['stock:write']);
    success(await db.unitOfWork.run(keeper, (work) => saveLots(work, { lots })));
    const requires = { lots: { conditions: ['OH'] }, certificates: [], dualRelease: false };
    const input = orderInput(world, [lineOf(offer, '2', { requires })]);
    const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)));
    const named = [{ serialNumber: 'S-3' }, { serialNumber: 'S-1' }];
    success(await ship(order!, { lines: [{ lineNumber: '10', quantity: '2', lots: named }] }));
    expect(await shelf(offer)).toEqual(['S-2 1/1']);
    success(await undo(order!));
    expect(await shelf(offer)).toEqual(['S-1 1/0', 'S-2 1/1', 'S-3 1/0']);
    const held = await db.unitOfWork.read(world.buyer, (work) => lotClaimsOf(work, [order!.lines[0]!.id]));
    expect(held.map((one) => `${one.serialNumber} ${one.hasLeft}`)).toEqual(['S-1 false', 'S-3 false']);
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order!.id, reason: 'no need' })));
    const { lines } = await now(order!);
    const scheduleId = lines[0]!.schedules[0]!.id;
    const grant = { orderId: order!.id, answers: [{ scheduleId, grant: true }] };
    success(await db.unitOfWork.run(world.supplier, (work) => answerRequest(work, grant)));
    expect([await shelf(offer), (await stockOf(db, offer)).reserved]).toEqual([['S-1 1/1', 'S-2 1/1', 'S-3 1/1'], '0']);
  });

  it('adds nothing to a count that was made after the despatch', async () => {
    const { order, offer } = await confirmed();
    success(await ship(order, part('40')));
    await db.admin('update supply.stock set quantity = 480, as_of = clock_timestamp() where offer_id = $1', [offer.id]);
    success(await undo(order));
    expect(await stockOf(db, offer)).toEqual({ quantity: '480', reserved: '100', ledger: '100' });
  });

  it('stops when some of it has arrived, and names what is wrong', async () => {
    const { order, offer } = await confirmed();
    success(await ship(order, part('40')));
    expect(codes(await undo(order, { despatchNumber: 'D-9' }))).toEqual(['DespatchUnknown']);
    expect(codes(await undo(order, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
    await expect(undo(order, { reason: ' ' })).rejects.toThrow(BadInput);
    await expect(undo(order, {}, memberOf(world.supplier.orgId, ['order:read']))).rejects.toThrow(Forbidden);
    await expect(undo(order, {}, memberOf(world.buyer.orgId, ['order:confirm']))).rejects.toThrow(NotFound);
    await expect(undo(order, {}, world.stranger)).rejects.toThrow(NotFound);
    success(await db.unitOfWork.run(world.buyer, (work) => receiveOrder(work, { orderId: order.id, ...part('1') })));
    const before = [states(await now(order)), await stockOf(db, offer)];
    expect(codes(await undo(order))).toEqual(['DespatchReceived']);
    expect([states(await now(order)), await stockOf(db, offer)]).toEqual(before);
  });

  it('is either undone or received when both are said at once, and undone once', async () => {
    const { order, offer } = await confirmed();
    const before = await stockOf(db, offer);
    success(await ship(order));
    const receive = db.unitOfWork.run(world.buyer, (work) => receiveOrder(work, { orderId: order.id }));
    const [one, other] = await Promise.all([undo(order), receive]);
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
    expect([...codes(one), ...codes(other)].filter((code) => code !== 'DespatchReceived')).toEqual(
      one.ok ? ['NothingToReceive'] : [],
    );
    const again = await confirmed();
    success(await ship(again.order));
    const both = await Promise.all([undo(again.order), undo(again.order)]);
    expect(both.map(success).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await stockOf(db, again.offer)).toEqual(before);
  });
});
