import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput } from '#libs/platform';
import { addToBasket, basketById, checkedLines, createBasket, placeOrder, resolveQuickOrder } from '#libs/procurement';
import {
  buyerRights,
  codes,
  memberOf,
  orderInput,
  plantOffer,
  plantOrganization,
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

let count = 0;
const basket = async () =>
  success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: `Basket ${++count}` }))).id;
const put = (basketId: string, lines: { offerId: string; quantity: string; ncnrAccepted?: boolean }[], actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => addToBasket(work, { basketId, lines }));
const notices = (basketId: string) =>
  db.unitOfWork.read(world.buyer, async (work) =>
    (await checkedLines(work, (await basketById(work, basketId))!.lines)).map((line) => line.notices),
  );

describe('putting offers into a basket', () => {
  it('keeps the price that was seen, adds to what is there, and counts the edit', async () => {
    const id = await basket();
    const [a, b] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    success(await put(id, [{ offerId: a.id, quantity: '10' }]));
    const filled = success(
      await put(id, [
        { offerId: b.id, quantity: '1' },
        { offerId: a.id, quantity: '2.5' },
        { offerId: a.id, quantity: '1' },
      ]),
    );
    const seen = { amount: '4.20', currency: 'USD', basis: '100', unit: 'EA', orderUnit: 'EA', factorNum: '1', factorDen: '1' };
    expect(filled.lines.map((line) => [line.offerId, line.quantity, line.priceSeen])).toEqual([
      [a.id, '13.5', seen],
      [b.id, '1', seen],
    ]);
    expect(filled.version).toBe(4);
  });

  it('keeps what one of two lines of the same offer says alone', async () => {
    const id = await basket();
    const { id: offerId } = await plantOffer(db, world.supplier.orgId);
    const said = {
      requires: { lots: { conditions: ['OH'] }, certificates: ['COFC'] },
      needBy: '2031-05-06',
      note: 'for the red one',
      ncnrAccepted: true,
      budgetAccepted: true,
      alternatesConsent: 'TWO_WAY' as const,
    };
    const lines = [
      { offerId, quantity: '2', ...said },
      { offerId, quantity: '1' },
    ];
    const filled = success(await db.unitOfWork.run(world.buyer, (work) => addToBasket(work, { basketId: id, lines })));
    expect(filled.lines).toHaveLength(1);
    expect(filled.lines[0]).toMatchObject({ ...said, quantity: '3' });
  });

  it('says so when the pack of an offer has changed since, and when it has become too much to count', async () => {
    const id = await basket();
    const offer = await plantOffer(db, world.supplier.orgId, { orderUnit: 'XBX', priceUnit: 'EA', factor: ['25', '1'] });
    success(await put(id, [{ offerId: offer.id, quantity: '9999999999999' }]));
    await expect(put(id, [{ offerId: offer.id, quantity: '1' }])).rejects.toBeInstanceOf(BadInput);
    await db.admin('update supply.offer set price_factor_num = 10 where id = $1', [offer.id]);
    expect(await notices(id)).toEqual([['PRICE_CHANGED']]);
  });

  it('adds up when two hands put the same offer in at once', async () => {
    const id = await basket();
    const offer = await plantOffer(db, world.supplier.orgId);
    await Promise.all(Array.from({ length: 10 }, () => put(id, [{ offerId: offer.id, quantity: '1' }])));
    expect((await db.unitOfWork.read(world.buyer, (work) => basketById(work, id)))?.lines.map((line) => line.quantity)).toEqual([
      '10',
    ]);
  });

  it('says what changed since: withdrawn, another price, off the pack, not ticked, sold out', async () => {
    const id = await basket();
    const s = world.supplier.orgId;
    const offers = [
      await plantOffer(db, s),
      await plantOffer(db, s),
      await plantOffer(db, s, { multiple: '25', ncnr: true }),
      await plantOffer(db, s, { leadDays: null, stock: '5' }),
    ];
    success(
      await put(
        id,
        offers.map((offer) => ({ offerId: offer.id, quantity: '30' })),
      ),
    );
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [offers[0]?.id]);
    await db.admin('update supply.offer set list_price = 5 where id = $1', [offers[1]?.id]);
    expect((await db.unitOfWork.read(world.buyer, (work) => basketById(work, id)))?.withdrawnCount).toBe(1);
    expect(await notices(id)).toEqual([
      ['OFFER_WITHDRAWN'],
      ['PRICE_CHANGED'],
      ['QUANTITY_OFF_PACK', 'NCNR_NOT_ACCEPTED'],
      ['OUT_OF_STOCK'],
    ]);
    const refused = await db.unitOfWork.run(world.buyer, (work) =>
      placeOrder(work, orderInput(world, undefined, { basketId: id })),
    );
    expect(codes(refused)).toEqual(['OfferWithdrawn', 'PriceChanged', 'QuantityOffPack', 'NcnrNotAccepted', 'OutOfStock']);
    expect((await db.unitOfWork.read(world.buyer, (work) => basketById(work, id)))?.lines).toHaveLength(4);
  });

  it('becomes orders and is empty then', async () => {
    const id = await basket();
    const offer = await plantOffer(db, world.supplier.orgId);
    success(await put(id, [{ offerId: offer.id, quantity: '10' }]));
    const [order] = success(
      await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, undefined, { basketId: id }))),
    );
    expect(order?.total).toBe('0.42');
    expect((await db.unitOfWork.read(world.buyer, (work) => basketById(work, id)))?.lines).toEqual([]);
  });
});

describe('what stands against it', () => {
  it('is told for all lines at once and leaves the basket as it was', async () => {
    const id = await basket();
    const s = world.supplier.orgId;
    const [gone, expired, broken, fine] = [
      await plantOffer(db, s),
      await plantOffer(db, s),
      await plantOffer(db, s),
      await plantOffer(db, s),
    ];
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [gone.id]);
    await db.admin(`update supply.offer set valid_to = '2020-01-01' where id = $1`, [expired.id]);
    await db.admin('insert into supply.price_break (org_id, offer_id, from_quantity, price) values ($1, $2, 10, 4)', [
      s,
      broken.id,
    ]);
    await db.admin('update supply.offer set list_price = null, break_count = 1 where id = $1', [broken.id]);
    const result = await put(
      id,
      [gone, expired, broken, fine].map((offer) => ({ offerId: offer.id, quantity: '1' })),
    );
    expect(codes(result)).toEqual(['OfferWithdrawn', 'NoPrice', 'BelowSmallestBreak']);
    expect((await db.unitOfWork.read(world.buyer, (work) => basketById(work, id)))?.version).toBe(2);
  });

  it('is a basket that holds five hundred lines', async () => {
    const id = await basket();
    const offer = await plantOffer(db, world.supplier.orgId);
    // Every column but those that PostgreSQL writes itself.
    const [written] = await db.admin<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = 'supply.offer'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    );
    await db.admin(
      `insert into supply.offer (${written?.columns}) select ${written?.columns} from (
         select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'supplier_part', 'CLONE-' || n))).*
         from supply.offer o, generate_series(1, 500) n where o.id = $1) clone`,
      [offer.id],
    );
    const clones = await db.admin<{ id: string }>(`select id from supply.offer where supplier_part like 'CLONE-%'`);
    for (let i = 0; i < 500; i += 100)
      success(
        await put(
          id,
          clones.slice(i, i + 100).map((clone) => ({ offerId: clone.id, quantity: '1' })),
        ),
      );
    expect(codes(await put(id, [{ offerId: offer.id, quantity: '1' }]))).toEqual(['BasketFull']);
  });

  it('is an offer that is meant for others, a basket of somebody else, a missing right', async () => {
    const id = await basket();
    const offer = await plantOffer(db, world.supplier.orgId);
    await db.admin('update supply.offer set audience = gen_random_uuid() where id = $1', [offer.id]);
    expect(codes(await put(id, [{ offerId: offer.id, quantity: '1' }]))).toEqual(['OfferWithdrawn']);
    await expect(put(id, [{ offerId: offer.id, quantity: '1' }], memberOf(world.buyer.orgId, buyerRights))).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
    await expect(put(id, [{ offerId: offer.id, quantity: '1' }], world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(put(id, [{ offerId: offer.id, quantity: '1' }], world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('pasted lines', () => {
  it('come back with their offers, the parts they may mean, or what is wrong', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, { minimum: '10', multiple: '10' });
    const other = await plantOrganization(db);
    const [{ number, key } = { number: '', key: '' }] = await db.admin<{ number: string; key: string }>(
      'select number, key from catalog.part where id = $1',
      [offer.partId],
    );
    await db.admin(
      `with m as (insert into catalog.manufacturer (code_kind, code, name) values ('NAME', 'BETA', 'Beta'), ('NAME', 'GAMMA', 'Gamma') returning id)
       insert into catalog.part (manufacturer_id, number, key, name, source_org, source_rank) select id, 'TWIN-1', 'TWIN1', 'Twin', $1, 1 from m`,
      [other],
    );
    const lines = await db.unitOfWork.read(world.buyer, (work) =>
      resolveQuickOrder(work, `${number}\t15\nTWIN-1;2\nNOSUCHPART 3\n${key},x1\n`),
    );
    expect(
      lines.map((line) => [
        line.line,
        line.problem,
        line.offers.map((o) => [o.offerId, o.nearestBelow, o.nearestAbove]),
        line.choices.map((c) => c.manufacturerName),
      ]),
    ).toEqual([
      [1, null, [[offer.id, '10', '20']], []],
      [2, 'NUMBER_AMBIGUOUS', [], ['Beta', 'Gamma']],
      [3, 'NUMBER_UNKNOWN', [], []],
      [4, 'QUANTITY_UNREADABLE', [], []],
    ]);
  });
});
