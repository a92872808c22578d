import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput } from '#libs/platform';
import { confirmOrder, placeOrder } from '#libs/procurement';
import {
  codes,
  lineOf,
  memberOf,
  orderInput,
  partners,
  placedOrder,
  plantOffer,
  plantOrganization,
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

const place = (input: Parameters<typeof placeOrder>[1], actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => placeOrder(work, input));
const countOrders = async () =>
  (await db.admin<{ n: number }>('select count(*)::int as n from procurement.purchase_order'))[0]?.n;

describe('placing an order', () => {
  it('copies everything it needs, holds the stock and tells the supplier', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { orderUnit: 'XBX', priceUnit: 'EA', factor: ['25', '1'] });
    const [order] = success(
      await place(
        orderInput(world, [lineOf(offer, '7', { number: '00010', needBy: '2031-05-06', buyerPart: 'MY-1', rawUnit: 'CT' })], {
          costReference: 'CC-9',
        }),
      ),
    );
    expect(order).toMatchObject({
      orgId: world.buyer.orgId,
      counterpartyId: world.supplier.orgId,
      status: 'SENT',
      currency: 'USD',
      channel: 'PORTAL',
      version: 1,
      paymentTerms: 'NET30',
    });
    expect(order?.number).toMatch(/^PO-\d{4}-\d{6}$/);
    // 7 boxes of 25, priced 4.20 per 100 pieces: 7.35.
    expect(order?.total).toBe('7.35');
    expect(order?.lines).toHaveLength(1);
    expect(order?.lines[0]).toMatchObject({
      number: '00010',
      quantity: '7',
      orderUnit: 'XBX',
      rawUnit: 'CT',
      priceAmount: '4.20',
      priceBasis: '100',
      priceUnit: 'EA',
      factorNum: '25',
      lineAmount: '7.35',
      buyerPart: 'MY-1',
      supplierPart: offer.supplierPart,
      manufacturer: 'Acme Fasteners',
      needBy: '2031-05-06',
      reserved: '7',
      priceSource: 'LIST',
    });
    expect(order?.lines[0]?.schedules.map((s) => [s.quantity, s.status])).toEqual([['7', 'REQUESTED']]);
    expect(order?.events.map((e) => [e.seq, e.kind, e.channel])).toEqual([[1, 'PLACED', 'PORTAL']]);
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '7', ledger: '7' });
    const jobs = await db.admin<{ payload: unknown }>(
      `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'procurement.announce-order' and p.payload->>'id' = $1`,
      [order?.id],
    );
    expect(jobs.map((job) => job.payload)).toEqual([
      { orgId: world.supplier.orgId, id: order?.id, wire: 'order.placed.v1', seq: 1 },
    ]);
  });

  it("carries the buyer's own stock number for the part, and no other number that he has noted", async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const note = (kind: string, number: string, days: number) =>
      db.admin(
        `insert into catalog.part_alias (org_id, kind, number, key, part_id, valid_from) values ($1, $2, $3, catalog.part_key($3), $4, current_date - $5::int)`,
        [world.buyer.orgId, kind, number, offer.partId, days],
      );
    await note('SUPPLIER_NUMBER', 'RIVAL-1', 0);
    const ordered = async () => success(await place(orderInput(world, [lineOf(offer, '1')])))[0]?.lines[0]?.buyerPart;
    expect(await ordered()).toBeNull();
    await note('OWN_STOCK_NUMBER', 'MAT-1', 5);
    expect(await ordered()).toBe('MAT-1');
  });

  it('makes one order per supplier and currency, numbered one after the other', async () => {
    const other = await plantOrganization(db);
    await partners(db, world.buyer.orgId, other);
    const offers = [
      await plantOffer(db, world.supplier.orgId),
      await plantOffer(db, other),
      await plantOffer(db, world.supplier.orgId, { currency: 'JPY', price: '100', basis: '3' }),
    ];
    const orders = success(
      await place(
        orderInput(
          world,
          offers.map((offer) => lineOf(offer, '10')),
        ),
      ),
    );
    expect(orders.map((o) => [o.counterpartyId, o.currency, o.lines.length, o.total])).toEqual([
      [world.supplier.orgId, 'USD', 1, '0.42'],
      [other, 'USD', 1, '0.42'],
      [world.supplier.orgId, 'JPY', 1, '333'],
    ]);
    const numbers = orders.map((o) => Number(o.number.slice(-6))).sort((a, b) => a - b);
    expect([numbers[1]! - numbers[0]!, numbers[2]! - numbers[1]!]).toEqual([1, 1]);
  });

  it("adds charges per line, package and order once, in the order's currency", async () => {
    const charges = [
      { code: 'AOG', amount: '50', per: 'ORDER' },
      { code: 'CERT', amount: '2.5' },
      { code: 'HAZ', amount: '0.10', per: 'PACKAGE' },
    ];
    const offers = [
      await plantOffer(db, world.supplier.orgId, { charges }),
      await plantOffer(db, world.supplier.orgId, { charges }),
    ];
    const [order] = success(
      await place(
        orderInput(
          world,
          offers.map((offer) => lineOf(offer, '100')),
        ),
      ),
    );
    expect(order?.charges).toEqual([{ code: 'AOG', amount: '50.00' }]);
    expect(order?.lines[0]?.charges).toEqual([
      { code: 'CERT', amount: '2.50' },
      { code: 'HAZ', amount: '10.00' },
    ]);
    expect([order?.chargesTotal, order?.total]).toEqual(['75.00', '83.40']);
  });

  it('has no price when a charge stands in another currency: nothing is left off in silence', async () => {
    const charges = [{ code: 'AOG', amount: '9', currency: 'EUR' }];
    const offer = await plantOffer(db, world.supplier.orgId, { charges });
    expect(await place(orderInput(world, [lineOf(offer, '100')]))).toEqual({
      ok: false,
      errors: [{ code: 'NoPrice', path: ['lines', '0'] }],
    });
  });

  it('costs in graduated breaks what availability said, before and after the supplier took note', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { basis: '1' });
    await db.admin(
      `insert into supply.price_break (org_id, offer_id, from_quantity, price) values ($1, $2, 1, 1.005), ($1, $2, 100, 0.9)`,
      [world.supplier.orgId, offer.id],
    );
    await db.admin(`update supply.offer set list_price = null, break_count = 2, break_mode = 'GRADUATED' where id = $1`, [
      offer.id,
    ]);
    // 99 x 1.005 + 52 x 0.9 = 146.295; the average of 151 is 0.9688410596, which would make 146.29.
    const seen = { amount: '0.9688410596', currency: 'USD', basis: '1' };
    const [order] = success(await place(orderInput(world, [lineOf(offer, '151', { priceSeen: seen })])));
    expect([order?.lines[0]?.priceAmount, order?.lines[0]?.lineAmount, order?.total]).toEqual([
      '0.9688410596',
      '146.30',
      '146.30',
    ]);
    const answered = success(
      await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: order?.id ?? '', header: 'ACCEPTED' })),
    );
    expect([answered.lines[0]?.lineAmount, answered.liveTotal]).toEqual(['146.30', '146.30']);
  });

  it("passes over numbers of the hub's own kind that the buyer has used himself", async () => {
    const [first] = success(await place(orderInput(world, [lineOf(await plantOffer(db, world.supplier.orgId), '1')])));
    const numberPast = (n: number) =>
      `${first?.number.slice(0, -6)}${String(Number(first?.number.slice(-6)) + n).padStart(6, '0')}`;
    const offer = await plantOffer(db, world.supplier.orgId);
    success(await place(orderInput(world, [lineOf(offer, '1')], { number: numberPast(1) })));
    expect(success(await place(orderInput(world, [lineOf(offer, '1')])))[0]?.number).toBe(numberPast(2));
  });

  it('keeps the price it was placed at when the offer changes', async () => {
    const { order, offer } = await placedOrder(db, world);
    await db.admin(`update supply.offer set list_price = 99, name = 'Renamed' where id = $1`, [offer.id]);
    const [again] = await db.admin<{ amount: string; description: string }>(
      'select price_amount::text as amount, description from procurement.order_line where order_id = $1',
      [order.id],
    );
    expect(again).toEqual({ amount: '4.20', description: 'Hex bolt' });
  });
});

describe('what stands against an order', () => {
  it('is told all at once, and nothing is written', async () => {
    const s = world.supplier.orgId;
    const [changed, off, gone, bound, empty] = [
      await plantOffer(db, s),
      await plantOffer(db, s, { minimum: '50', multiple: '25' }),
      await plantOffer(db, s),
      await plantOffer(db, s, { ncnr: true }),
      await plantOffer(db, s, { leadDays: null, stock: '3' }),
    ];
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [gone.id]);
    const before = await countOrders();
    const result = await place(
      orderInput(
        world,
        [
          lineOf(changed, '10', { priceSeen: { amount: '4.10', currency: 'USD', basis: '100' } }),
          lineOf(off, '60'),
          lineOf(gone, '1'),
          lineOf(bound, '1'),
          lineOf(empty, '4'),
        ],
        { shipTo: { siteId: randomUUID() } },
      ),
    );
    expect(result.ok ? [] : result.errors).toEqual([
      {
        code: 'PriceChanged',
        path: ['lines', '0', 'priceSeen'],
        values: {
          seenAmount: '4.10',
          seenBasis: '100',
          seenCurrency: 'USD',
          presentAmount: '4.20',
          presentBasis: '100',
          presentCurrency: 'USD',
          unit: 'EA',
        },
      },
      {
        code: 'QuantityOffPack',
        path: ['lines', '1', 'quantity'],
        values: { below: '50', above: '75', unit: 'EA', nearest: '50 / 75' },
      },
      { code: 'OfferWithdrawn', path: ['lines', '2', 'offerId'] },
      { code: 'NcnrNotAccepted', path: ['lines', '3', 'ncnrAccepted'] },
      { code: 'OutOfStock', path: ['lines', '4', 'quantity'], values: { free: '3', unit: 'EA' } },
      { code: 'SiteUnknown', path: ['shipTo'] },
    ]);
    expect(await countOrders()).toBe(before);
    expect((await stockOf(db, changed)).reserved).toBe('0');
  });

  it('is no fault when the seen price is written with another basis', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    expect(
      (await place(orderInput(world, [lineOf(offer, '1', { priceSeen: { amount: '0.042', currency: 'USD', basis: '1' } })]))).ok,
    ).toBe(true);
  });

  it('is a price in another unit than the one that was seen', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { orderUnit: 'XBX', priceUnit: 'EA', factor: ['25', '1'] });
    const placed = (priceSeen: object) =>
      place(orderInput(world, [lineOf(offer, '1', { priceSeen: { ...offer.priceSeen, ...priceSeen } })]));
    expect(codes(await placed({ unit: 'XBX' }))).toEqual(['PriceChanged']);
    expect(codes(await placed({ orderUnit: 'EA' }))).toEqual(['PriceChanged']);
    expect(codes(await placed({ factorNum: '10', factorDen: '1' }))).toEqual(['PriceChanged']);
    expect((await placed({ unit: 'EA', orderUnit: 'XBX', factorNum: '50', factorDen: '2' })).ok).toBe(true);
  });

  it("names a price below the smallest break, a taken number, a number for two orders, a stranger's offer", async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const broken = await plantOffer(db, world.supplier.orgId);
    await db.admin(`insert into supply.price_break (org_id, offer_id, from_quantity, price) values ($1, $2, 10, 4)`, [
      world.supplier.orgId,
      broken.id,
    ]);
    await db.admin('update supply.offer set list_price = null, break_count = 1 where id = $1', [broken.id]);
    const unknown = await plantOffer(db, world.stranger.orgId);
    const yen = await plantOffer(db, world.supplier.orgId, { currency: 'JPY' });
    expect(codes(await place(orderInput(world, [lineOf(broken, '9')])))).toEqual(['BelowSmallestBreak']);
    success(await place(orderInput(world, [lineOf(offer, '1')], { number: '4500001' })));
    expect(codes(await place(orderInput(world, [lineOf(offer, '1')], { number: '4500001' })))).toEqual(['OrderNumberTaken']);
    expect(codes(await place(orderInput(world, [lineOf(offer, '1'), lineOf(yen, '1')], { number: '4500002' })))).toEqual([
      'OrderSplits',
    ]);
    expect(codes(await place(orderInput(world, [lineOf(unknown, '1')])))).toEqual(['PartnershipInactive']);
    expect(
      codes(await place(orderInput(world, [lineOf(offer, '1', { number: '1' }), lineOf(offer, '2', { number: '1' })]))),
    ).toEqual(['LineNumberTaken']);
    expect(codes(await place(orderInput(world, [])))).toEqual(['EmptyBasket']);
  });
});

describe('numbers and texts', () => {
  it("keep the buyer's odd characters, and take none that no document can carry", async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const odd = { number: `4500/Ä-'";%_ 采购` };
    const [order] = success(
      await place(orderInput(world, [lineOf(offer, '1', { number: '00010/A b', buyerPart: `MY"1'<&>` })], odd)),
    );
    expect([order?.number, order?.lines[0]?.number, order?.lines[0]?.buyerPart]).toEqual([odd.number, '00010/A b', `MY"1'<&>`]);
    for (const bad of ['4\u00005', '4\u00015', '4\n5', '4\ud8005', ' 4', 'x'.repeat(36)])
      await expect(place(orderInput(world, [lineOf(offer, '1')], { number: bad }))).rejects.toBeInstanceOf(BadInput);
    await expect(place(orderInput(world, [lineOf(offer, '1', { note: 'bell \u0007' })]))).rejects.toBeInstanceOf(BadInput);
  });
});

describe('who may place', () => {
  it('is a member with order:place; nobody else leaves a trace', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const before = await countOrders();
    await expect(place(orderInput(world, [lineOf(offer, '1')]), world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(place(orderInput(world, [lineOf(offer, '1')]), world.supplier)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(codes(await place(orderInput(world, [lineOf(offer, '1')]), world.stranger))).toEqual([
      'SiteUnknown',
      'PartnershipInactive',
    ]);
    expect(await countOrders()).toBe(before);
  });
});

describe('two callers at once', () => {
  it('with one key get one order and the same answer; another request under the key is refused', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const input = orderInput(world, [lineOf(offer, '5')]);
    const answers = await Promise.all(Array.from({ length: 12 }, () => place(input)));
    expect(new Set(answers.map((answer) => success(answer)[0]?.id)).size).toBe(1);
    expect((await stockOf(db, offer)).reserved).toBe('5');
    expect(codes(await place({ ...input, lines: [lineOf(offer, '6')] }))).toEqual(['IdempotencyMismatch']);
    const colleague = memberOf(world.buyer.orgId, ['order:place']);
    expect(success(await place(input, colleague))[0]?.id).not.toBe(success(answers[0]!)[0]?.id);
  });

  it('never both get the last unit', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { leadDays: null, stock: '7' });
    const results = await Promise.all(Array.from({ length: 60 }, () => place(orderInput(world, [lineOf(offer, '1')]))));
    expect(results.filter((r) => r.ok)).toHaveLength(7);
    expect(new Set(results.flatMap((r) => codes(r)))).toEqual(new Set(['OutOfStock']));
    expect(await stockOf(db, offer)).toEqual({ quantity: '7', reserved: '7', ledger: '7' });
  });

  it('over the same offers in other order do not lock each other out', async () => {
    const [a, b] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        place(orderInput(world, i % 2 ? [lineOf(a, '1'), lineOf(b, '1')] : [lineOf(b, '1'), lineOf(a, '1')])),
      ),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(20);
    expect([(await stockOf(db, a)).reserved, (await stockOf(db, b)).reserved]).toEqual(['20', '20']);
  });
});
