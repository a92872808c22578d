import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeArrival, receiveMessage, replayMessage } from '#libs/exchange';
import { type Actor, rows } from '#libs/platform';
import { applyLeftover } from '../../libs/exchange/src/inbound/receive-message.js';
import { storeArrival } from '../../libs/exchange/src/message/store-arrival.js';
import { codes, memberOf, plantSite } from '../factories/order.factory.js';
import { cxmlErp } from '../newcomer/erp-cxml.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  boxLine,
  connection,
  delivered,
  type ExchangeWorld,
  erps,
  exchangeWorld,
  logOf,
  orderCount,
  orderNumbered,
  wantedOrder,
} from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:cancel', 'order:read']);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message'])
    await db.admin(`delete from exchange.${table}`);
});

const key = 'ek_test';

describe.each(erps.map((one) => [one.format, one] as const))('an order in %s', (format, spoken) => {
  it('becomes one order, exact to the last digit, under its own numbers', async () => {
    const wanted = wantedOrder(world);
    const { body } = spoken.order(wanted, key);
    const received = await delivered(db, erp, body);
    expect(spoken.isTaken({ status: received.reply.status, body: received.reply.body.toString() })).toBe(true);
    const order = await orderNumbered(db, world, wanted.number);
    expect(order).toMatchObject({ number: wanted.number, currency: 'USD', total: '1050.00', channel: format });
    expect(order?.lines).toEqual([
      expect.objectContaining({
        number: '00010',
        buyerPart: 'AUR-4711',
        supplierPart: world.boxes.supplierPart,
        quantity: '100',
        orderUnit: 'XBX',
        rawUnit: format === 'X12' ? 'BX' : null,
        priceAmount: '42.00',
        priceBasis: '100',
        priceUnit: 'EA',
        factorNum: '25',
        factorDen: '1',
        lineAmount: '1050.00',
      }),
    ]);
  });

  it('delivered twice at once is one order, and both get the same bytes', async () => {
    const before = await orderCount(db);
    const { body } = spoken.order(wantedOrder(world), key);
    const id = randomUUID();
    const both = await Promise.all([delivered(db, erp, body, id), delivered(db, erp, body, id)]);
    const third = await delivered(db, erp, body, id);
    expect(await orderCount(db)).toBe(before + 1);
    expect(new Set([...both, third].map(({ reply }) => reply.body.toString())).size).toBe(1);
    expect(third.duplicate).toBe(true);
    expect((await logOf(db, erp)).length).toBe(1);
  });

  it('under another envelope is a repetition when it says the same, and refused when it says something else', async () => {
    const wanted = wantedOrder(world);
    await delivered(db, erp, spoken.order(wanted, key).body);
    const before = await orderCount(db);
    await delivered(db, erp, spoken.order(wanted, key).body);
    await delivered(db, erp, spoken.order({ ...wanted, lines: [boxLine(world, { quantity: '99' })] }, key).body);
    expect(await orderCount(db)).toBe(before);
    expect((await logOf(db, erp)).map(({ state, documentState, codes: found }) => [state, documentState, found])).toEqual([
      ['APPLIED', 'APPLIED', expect.any(Array)],
      ['APPLIED', 'IGNORED', expect.arrayContaining(['ORDER_REPEATED'])],
      ['REFUSED', 'REFUSED', expect.arrayContaining(['ORDER_NUMBER_TAKEN'])],
    ]);
  });

  it('under two envelopes at once is one order all the same', async () => {
    const wanted = wantedOrder(world);
    const before = await orderCount(db);
    await Promise.all([delivered(db, erp, spoken.order(wanted, key).body), delivered(db, erp, spoken.order(wanted, key).body)]);
    expect(await orderCount(db)).toBe(before + 1);
    expect((await logOf(db, erp)).map(({ documentState }) => documentState).sort()).toEqual(['APPLIED', 'IGNORED']);
  });

  it.each([
    ['another price', { amount: '41.00' }, 'PRICE_CHANGED'],
    ['the figures of the price per another quantity', { basis: '1000' }, 'PRICE_CHANGED'],
    ['another unit', { unit: 'EA', perOrderUnit: '1' }, 'UNIT_DIFFERS'],
    ['a part nobody offers', { supplierPart: 'NOBODY-1', buyerPart: 'NOBODY-2' }, 'PART_UNKNOWN'],
  ])('with %s is refused with its place, and nothing is changed', async (_, wrong, code) => {
    const before = await orderCount(db);
    await delivered(db, erp, spoken.order(wantedOrder(world, { lines: [boxLine(world, wrong)] }), key).body);
    expect(await orderCount(db)).toBe(before);
    expect(await logOf(db, erp)).toMatchObject([{ state: 'REFUSED', codes: expect.arrayContaining([code]) }]);
  });
});

describe('a delivery', () => {
  it('with an id that was used for other bytes is refused, and nothing of it is stored', async () => {
    const first = describeArrival(Buffer.from(ublErp.order(wantedOrder(world), key).body), {
      transport: 'HTTP',
      messageId: 'M-1',
    });
    const other = describeArrival(Buffer.from(ublErp.order(wantedOrder(world), key).body), {
      transport: 'HTTP',
      messageId: 'M-1',
    });
    await receiveMessage(db.unitOfWork, erp, first.arrival);
    const before = await orderCount(db);
    expect(codes(await receiveMessage(db.unitOfWork, erp, other.arrival))).toEqual(['TransportIdReused']);
    expect([await orderCount(db), (await logOf(db, erp)).length]).toEqual([before, 1]);
  });

  it('keeps no shared secret anywhere, and can be replayed without it', async () => {
    const wanted = wantedOrder(world, { lines: [boxLine(world, { supplierPart: 'LATER-1', buyerPart: 'LATER-2' })] });
    const secret = 'ek_12345678_CANARYCANARYCANARYCANARYCANARYCANARYCANARYCANARY';
    await delivered(db, erp, cxmlErp.order(wanted, secret).body);
    const [logged] = await logOf(db, erp);
    expect([logged?.state, logged?.raw.includes('CANARY'), logged?.raw.includes('[redacted]')]).toEqual(['REFUSED', false, true]);
    const stored = await db.admin<{ n: number }>(
      `select count(*)::int as n from exchange.message m where m::text like '%CANARY%'`,
    );
    expect(stored).toEqual([{ n: 0 }]);

    await db.admin(`update supply.offer set supplier_part = 'LATER-1' where id = $1`, [world.boxes.id]);
    const replayed = await db.unitOfWork.run(world.buyerSystem, (work) => replayMessage(work, { messageId: logged!.id }));
    await db.admin('update supply.offer set supplier_part = $2 where id = $1', [world.boxes.id, world.boxes.supplierPart]);
    expect(replayed).toMatchObject({ ok: true, value: { state: 'APPLIED', replays: 1 } });
    expect((await orderNumbered(db, world, wanted.number))?.total).toBe('1050.00');
    expect(codes(await db.unitOfWork.run(world.buyerSystem, (work) => replayMessage(work, { messageId: logged!.id })))).toEqual([
      'MessageNotReplayable',
    ]);
  });

  it('that was stored when the process died is applied when it comes again', async () => {
    const wanted = wantedOrder(world);
    const { arrival } = describeArrival(Buffer.from(x12Erp.order(wanted, key).body), { transport: 'HTTP' });
    await db.unitOfWork.run(erp, (work) => storeArrival(work, arrival));
    expect(await orderNumbered(db, world, wanted.number)).toBeUndefined();
    const again = await receiveMessage(db.unitOfWork, erp, arrival);
    expect(again).toMatchObject({ ok: true, value: { duplicate: true, reply: { status: 200 } } });
    expect((await orderNumbered(db, world, wanted.number))?.total).toBe('1050.00');
  });

  it('that nobody sends again is applied by the sweep, with the rights of the key that brought it', async () => {
    const wanted = wantedOrder(world);
    const weak = memberOf(world.buyer.orgId, ['exchange:send']);
    for (const [actor, sent] of [
      [weak, wantedOrder(world)],
      [erp, wanted],
    ] as const) {
      const { arrival } = describeArrival(Buffer.from(ublErp.order(sent, key).body), {
        transport: 'HTTP',
        messageId: sent.number,
      });
      const stored = await db.unitOfWork.run(actor, (work) => storeArrival(work, arrival));
      if (stored.ok) await applyLeftover(db.unitOfWork, actor.orgId, stored.value.messageId);
    }
    expect((await logOf(db, erp)).map(({ state, codes: found }) => [state, found])).toEqual([
      ['REFUSED', expect.arrayContaining(['FORBIDDEN'])],
      ['APPLIED', expect.any(Array)],
    ]);
    expect((await orderNumbered(db, world, wanted.number))?.total).toBe('1050.00');
  });

  it('marked as a test is judged whole and leaves no order', async () => {
    const before = await orderCount(db);
    const body = x12Erp.order(wantedOrder(world), key).body.replace('*0*P*>', '*0*T*>');
    await delivered(db, erp, body);
    expect(await orderCount(db)).toBe(before);
    expect(await logOf(db, erp)).toMatchObject([
      { state: 'APPLIED', documentState: 'IGNORED', codes: expect.arrayContaining(['TEST_NOT_APPLIED']) },
    ]);
    expect(
      await db
        .admin(`select 1 from graphile_worker.jobs where task_identifier = 'procurement.announce-order'`)
        .then((found) => found.length),
    ).toBe(
      (
        await db.unitOfWork.read(world.buyerSystem, (work) =>
          rows(work, 'select id from procurement.purchase_order where org_id = $1', [world.buyer.orgId]),
        )
      ).length,
    );
  });

  it('finds the place to deliver by its GLN', async () => {
    const siteId = await plantSite(db, world.buyer.orgId, 'GLN-SITE');
    await db.admin(`update organizations.site set gln = '4012345000009' where id = $1`, [siteId]);
    const wanted = wantedOrder(world);
    const body = x12Erp
      .order(wanted, key)
      .body.replace(/N1\*ST[^~]*~\nN3[^~]*~\nN4[^~]*~/, 'N1*ST**UL*4012345000009~')
      .replace(/SE\*(\d+)/, (_, n: string) => `SE*${Number(n) - 2}`);
    await delivered(db, erp, body);
    expect((await orderNumbered(db, world, wanted.number))?.shipTo).toMatchObject({ code: 'GLN-SITE' });
  });

  it('that the hub refuses for a reason of business is told to the ERP as an order response, once', async () => {
    await connection(db, world.buyer, { role: 'BUYER', format: 'UBL' });
    const wanted = wantedOrder(world, { lines: [boxLine(world, { amount: '1.00' })] });
    const { messageId } = await delivered(db, erp, x12Erp.order(wanted, key).body);
    const [, told] = await logOf(db, erp);
    expect(told).toMatchObject({ direction: 'OUT', format: 'UBL', state: 'QUEUED', coordinate: 'ubl:2.1:OrderResponse' });
    expect(told?.raw).toContain('<cbc:OrderResponseCode>RE</cbc:OrderResponseCode>');
    expect(told?.raw).toContain('is not the one that holds');
    expect(told?.raw).toContain(`<cbc:ID>${wanted.number}</cbc:ID>`);
    await db.unitOfWork.run(world.buyerSystem, (work) => replayMessage(work, { messageId }));
    expect((await logOf(db, erp)).length).toBe(2);
    await db.admin('delete from exchange.delivery_attempt');
    for (const table of ['document', 'message_body', 'message', 'partner_profile'])
      await db.admin(`delete from exchange.${table}`);
  });
});
