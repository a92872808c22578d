import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound } from '#libs/platform';
import {
  cancelOrder,
  lotsToShip,
  orderById,
  placeOrder,
  type ShipOrderInput,
  shipOrder,
  undoDespatch,
  type WholeOrder,
} from '#libs/procurement';
import { type LotClaim, lotClaimsOf, lotsOfOffers, saveLots } from '#libs/supply';
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

type Named = { lotNumber?: string; serialNumber?: string; quantity?: string };
type Wanted = { lots?: object; certificates: string[]; dualRelease: boolean };
const overhauled = { lots: { conditions: ['OH'] }, certificates: [], dualRelease: false };

const state = (offer: PlantedOffer, lots: object[]) =>
  db.unitOfWork.run(memberOf(world.supplier.orgId, ['stock:write']), (work) =>
    saveLots(work, {
      lots: lots.map((given) => ({
        ...{ offerId: offer.id, location: 'MAIN', condition: 'OH', trace: 'YES' as const, quantity: '1' },
        ...given,
      })),
    }),
  );
/** Two serials of the same offer; the one that expires later was stated first. */
const serials = [
  { serialNumber: 'S-LATE', shelfLifeOn: '2099-01-31' },
  { serialNumber: 'S-SOON', shelfLifeOn: '2098-01-31' },
];
/** An order of units with lots behind them, and the offer of it. */
async function ordered(lots: object[], given: { quantity: string; requires?: Wanted; stock?: string }) {
  const { quantity, requires, stock = '10' } = given;
  const offer = await plantOffer(db, world.supplier.orgId, { stock });
  if (lots.length > 0) success(await state(offer, lots));
  const line = lineOf(offer, quantity, requires ? { requires } : {});
  const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [line]))));
  return { offer, order: order! };
}
const ship = (order: WholeOrder, quantity: string, lots?: Named[], given: Partial<ShipOrderInput> = {}) =>
  db.unitOfWork.run(world.supplier, (work) =>
    shipOrder(work, {
      ...{ orderId: order.id, despatchNumber: 'D-1' },
      lines: [{ lineNumber: '10', quantity, ...(lots ? { lots } : {}) }],
      ...given,
    }),
  );
const shelf = async (offer: PlantedOffer): Promise<string[]> =>
  (await db.unitOfWork.read(world.supplier, (work) => lotsOfOffers(work, [offer.id])))
    .map((lot) => `${lot.serialNumber ?? lot.lotNumber} ${lot.quantity}/${lot.free}`)
    .sort();
const stand = (offer: PlantedOffer, location: string, quantity: string) =>
  db.admin(
    `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($1, $2, $3, $4, now(), 'MANUAL')`,
    [world.supplier.orgId, offer.id, location, quantity],
  );
/** Places with what stands there and what of it is held. */
const placesOf = async (offer: PlantedOffer): Promise<string[]> => {
  const places = await db.admin<{ place: string }>(
    `select location || ' ' || quantity || ' ' || reserved as place from supply.stock where offer_id = $1 order by location`,
    [offer.id],
  );
  return places.map(({ place }) => place);
};
const claims = async (order: WholeOrder, actor = world.buyer): Promise<string[]> => {
  const found: LotClaim[] = await db.unitOfWork.read(actor, (work) => lotClaimsOf(work, [order.lines[0]!.id]));
  return found.map((one) => `${one.hasLeft ? 'left' : 'held'} ${one.serialNumber ?? one.lotNumber} ${one.quantity}`).sort();
};
const states = async (order: WholeOrder): Promise<string[]> =>
  (await db.unitOfWork.read(world.buyer, (work) => orderById(work, order.id)))!.lines
    .flatMap((line) => line.schedules.map(({ status, quantity }) => `${status} ${quantity}`))
    .sort();

describe('a despatch that names lots and serials', () => {
  it('takes those from the shelf and leaves the others; a cancelled rest is the unit that stayed', async () => {
    const { order, offer } = await ordered(serials, { quantity: '2', requires: overhauled });
    expect(await shelf(offer)).toEqual(['S-LATE 1/0', 'S-SOON 1/0']);
    success(await ship(order, '1', [{ serialNumber: 'S-LATE' }]));
    expect(await shelf(offer)).toEqual(['S-SOON 1/0']);
    expect([await claims(order), await claims(order, world.supplier)]).toEqual([
      ['held S-SOON 1', 'left S-LATE 1'],
      ['held S-SOON 1', 'left S-LATE 1'],
    ]);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: '9', reserved: '1' });
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'no need' })));
    expect([await shelf(offer), await claims(order)]).toEqual([['S-SOON 1/1'], ['left S-LATE 1']]);
  });

  it('takes what expires first when none is named, and gives back what expires last', async () => {
    const { order, offer } = await ordered(serials, { quantity: '2', requires: overhauled });
    success(await ship(order, '1'));
    expect([await shelf(offer), await claims(order)]).toEqual([['S-LATE 1/0'], ['held S-LATE 1', 'left S-SOON 1']]);
    const two = await ordered(serials, { quantity: '2', requires: overhauled });
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: two.order.id, reason: 'no need' })));
    expect(await shelf(two.offer)).toEqual(['S-LATE 1/1', 'S-SOON 1/1']);
  });

  it('may take free units instead of those that the line held, which are free then', async () => {
    const lots = [
      { lotNumber: 'A', quantity: '3', shelfLifeOn: '2098-01-31' },
      { lotNumber: 'B', quantity: '5', shelfLifeOn: '2099-01-31' },
    ];
    const { order, offer } = await ordered(lots, { quantity: '4', requires: overhauled });
    expect(await claims(order)).toEqual(['held A 3', 'held B 1']);
    success(await ship(order, '3', [{ lotNumber: 'B', quantity: '2' }]));
    expect([await claims(order), await shelf(offer)]).toEqual([
      ['held A 1', 'left A 1', 'left B 2'],
      ['A 2/1', 'B 3/3'],
    ]);
    success(await ship(order, '1', [{ lotNumber: 'B' }], { despatchNumber: 'D-2' }));
    expect([await claims(order), await shelf(offer)]).toEqual([
      ['left A 1', 'left B 1', 'left B 2'],
      ['A 2/2', 'B 2/2'],
    ]);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: '6', reserved: '0' });
  });

  it('takes lots also for a line that has taken none, and for goods without stock behind them', async () => {
    const { order, offer } = await ordered([{ lotNumber: 'A', quantity: '8' }], { quantity: '12' });
    success(await ship(order, '12', [{ lotNumber: 'A', quantity: '8' }]));
    expect([await shelf(offer), await claims(order)]).toEqual([[], ['left A 8']]);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: '0', reserved: '0' });
  });

  it('empties the place where the named lot lay', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '3' });
    await stand(offer, 'SIDE', '3');
    success(await state(offer, [{ lotNumber: 'A', quantity: '3', location: 'SIDE' }]));
    const lines = [lineOf(offer, '6')];
    const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, lines))));
    success(await ship(order!, '3', [{ lotNumber: 'A' }]));
    expect(await placesOf(offer)).toEqual(['MAIN 3 3', 'SIDE 0 0']);
  });

  it('empties the place where the named lot lay although its line held stock elsewhere, and undone holds it there', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '5' });
    await stand(offer, 'SIDE', '4');
    success(await state(offer, [{ lotNumber: 'A', quantity: '4', location: 'SIDE' }]));
    const [order] = success(
      await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '5')]))),
    );
    expect(await placesOf(offer)).toEqual(['MAIN 5 5', 'SIDE 4 0']);
    success(await ship(order!, '4', [{ lotNumber: 'A', quantity: '3' }]));
    // Four left: three from the side, the unnamed one from where it was held; the line holds its last unit.
    expect(await placesOf(offer)).toEqual(['MAIN 4 1', 'SIDE 1 0']);
    success(
      await db.unitOfWork.run(world.supplier, (work) =>
        undoDespatch(work, { orderId: order!.id, despatchNumber: 'D-1', reason: 'the wrong box' }),
      ),
    );
    expect(await placesOf(offer)).toEqual(['MAIN 5 2', 'SIDE 4 3']);
    success(await ship(order!, '5', undefined, { despatchNumber: 'D-2' }));
    expect(await placesOf(offer)).toEqual(['MAIN 3 0', 'SIDE 1 0']);
  });

  it('takes what is not named from where it is held, also when more leaves than was held', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { stock: '2' });
    const [order] = success(
      await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '10')]))),
    );
    await stand(offer, 'SIDE', '3');
    success(await state(offer, [{ lotNumber: 'L', quantity: '3', location: 'SIDE' }]));
    expect(await placesOf(offer)).toEqual(['MAIN 2 2', 'SIDE 3 0']);
    // Ten leave: three that are named from the side, the two that were held, and five that the hub never saw.
    success(await ship(order!, '10', [{ lotNumber: 'L', quantity: '3' }]));
    expect(await placesOf(offer)).toEqual(['MAIN 0 0', 'SIDE 0 0']);
  });

  it('empties the place of a named lot for a line that held nothing', async () => {
    const { order, offer } = await ordered([], { quantity: '2', stock: '0' });
    expect(await placesOf(offer)).toEqual(['MAIN 0 0']);
    await db.admin('update supply.stock set quantity = 3 where offer_id = $1', [offer.id]);
    success(await state(offer, [{ lotNumber: 'A', quantity: '3' }]));
    success(await ship(order, '2', [{ lotNumber: 'A' }]));
    expect([await placesOf(offer), await shelf(offer)]).toEqual([['MAIN 1 0'], ['A 1/1']]);
    success(
      await db.unitOfWork.run(world.supplier, (work) =>
        undoDespatch(work, { orderId: order.id, despatchNumber: 'D-1', reason: 'the wrong box' }),
      ),
    );
    expect([await placesOf(offer), await shelf(offer)]).toEqual([['MAIN 3 0'], ['A 3/3']]);
  });

  it('keeps the names alone where its supplier states no lots of the offer', async () => {
    const { order, offer } = await ordered([], { quantity: '2' });
    success(await ship(order, '2', [{ serialNumber: 'X-1' }, { lotNumber: 'L-1' }, { serialNumber: 'X-2' }]));
    expect([await claims(order), await shelf(offer)]).toEqual([['left L-1 null', 'left X-1 1', 'left X-2 1'], []]);
  });

  it('is refused with every fault, and changes nothing', async () => {
    const lots = [...serials, { serialNumber: 'S-NEW', condition: 'NE' }, { lotNumber: 'A', quantity: '3' }];
    const { order, offer } = await ordered(lots, { quantity: '3', requires: overhauled });
    const other = await ordered([{ serialNumber: 'S-OTHER' }], { quantity: '1' });
    const before = [await shelf(offer), await claims(order), await stockOf(db, offer)];
    const refused = async (quantity: string, named: Named[]) => {
      const answer = await ship(order, quantity, named);
      return answer.ok ? [] : answer.errors.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(await refused('3', [{ serialNumber: 'S-OTHER' }, { serialNumber: 'S-NEW' }, { lotNumber: 'NONE' }])).toEqual([
      'LotUnknown lines.0.lots.0',
      'LotNotAsRequired lines.0.lots.1',
      'LotUnknown lines.0.lots.2',
    ]);
    expect(await refused('2', [{ serialNumber: 'S-SOON' }, { serialNumber: 'S-SOON' }])).toEqual(['LotNotFree lines.0.lots.1']);
    expect(await refused('1', [{ serialNumber: 'S-SOON' }, { serialNumber: 'S-LATE' }])).toEqual(['LotsDiffer lines.0.lots']);
    expect(await refused('3', [{ lotNumber: 'A' }, { lotNumber: 'A' }])).toEqual(['LotsDiffer lines.0.lots']);
    await expect(ship(order, '3', [{ serialNumber: 'S-SOON', quantity: '2' }])).rejects.toThrow(BadInput);
    await expect(ship(order, '3', [{}])).rejects.toThrow(BadInput);
    expect([await shelf(offer), await claims(order), await stockOf(db, offer)]).toEqual(before);
    expect([await states(order), await shelf(other.offer)]).toEqual([['REQUESTED 3'], ['S-OTHER 1/1']]);
  });

  it('never takes what another order holds, also when two despatches name the same unit at once', async () => {
    const { order, offer } = await ordered([...serials, { lotNumber: 'A', quantity: '2', shelfLifeOn: null }], { quantity: '1' });
    const line = lineOf(offer, '1', { requires: overhauled });
    const [held] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [line]))));
    expect(await claims(held!)).toEqual(['held S-SOON 1']);
    expect(codes(await ship(order, '1', [{ serialNumber: 'S-SOON' }]))).toEqual(['LotNotFree']);
    const both = await Promise.all([
      ship(order, '1', [{ serialNumber: 'S-LATE' }]),
      ship(held!, '1', [{ serialNumber: 'S-LATE' }]),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(['LotUnknown']);
    expect((await shelf(offer)).some((one) => one.startsWith('S-LATE'))).toBe(false);
  });

  it('says the same again, or is another despatch', async () => {
    const { order } = await ordered(serials, { quantity: '2', requires: overhauled });
    success(await ship(order, '1', [{ serialNumber: 'S-SOON' }]));
    success(await ship(order, '1', [{ serialNumber: 'S-SOON' }]));
    expect(codes(await ship(order, '1', [{ serialNumber: 'S-LATE' }]))).toEqual(['IdempotencyMismatch']);
    expect(await claims(order)).toEqual(['held S-LATE 1', 'left S-SOON 1']);
  });
});

describe('lots to ship', () => {
  it('are those of the line, then what is free and as it requires; for the supplier alone', async () => {
    const lots = [...serials, { serialNumber: 'S-NEW', condition: 'NE' }, { lotNumber: 'A', quantity: '3', shelfLifeOn: null }];
    const { order } = await ordered(lots, { quantity: '1', requires: overhauled });
    const read = (actor = world.supplier) => db.unitOfWork.read(actor, (work) => lotsToShip(work, order.id));
    const [line] = await read();
    expect(line?.lots.map((one) => `${one.serialNumber ?? one.lotNumber} ${one.own} ${one.free}`)).toEqual([
      'S-SOON 1 0',
      'S-LATE 0 1',
      'A 0 3',
    ]);
    await expect(read(memberOf(world.buyer.orgId, ['order:confirm']))).rejects.toThrow(NotFound);
    await expect(read(world.stranger)).rejects.toThrow(NotFound);
    await expect(read(memberOf(world.supplier.orgId, ['order:read']))).rejects.toThrow(Forbidden);
    const { order: plain } = await placedOrder(db, world);
    expect(await db.unitOfWork.read(world.supplier, (work) => lotsToShip(work, plain.id))).toEqual([
      { lineNumber: '10', lots: [] },
    ]);
  });
});
