import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '#libs/platform';
import {
  answerProposal,
  cancelOrder,
  confirmOrder,
  judgeProposals,
  orderById,
  placeOrder,
  type WholeOrder,
} from '#libs/procurement';
import { sendAnswer } from '../../libs/exchange/src/outbound/send-answer.js';
import { sendChange } from '../../libs/exchange/src/outbound/send-change.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { lineOf, memberOf, orderInput, success } from '../factories/order.factory.js';
import type { Erp, Saying } from '../newcomer/erp.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  boxLine,
  connection,
  delivered,
  type ExchangeWorld,
  erps,
  exchangeWorld,
  logOf,
  orderNumbered,
  wantedOrder,
} from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.supplier.orgId, ['exchange:send', 'order:confirm', 'order:read']);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
});

const key = 'ek_test';
const system = (actor: Actor) => systemActor(actor.orgId);
const inThree: Saying[] = [
  { status: 'accept', quantity: '60', date: '2031-01-15' },
  { status: 'backorder', quantity: '25', date: '2031-03-01' },
  { status: 'reject', quantity: '15' },
];

async function placedBoxes(number?: string): Promise<WholeOrder> {
  const input = orderInput(world, [lineOf(world.boxes, '100', { number: '00010' })], number ? { number } : {});
  return success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)))[0]!;
}

/** The order as the supplier's ERP gets it. */
async function sent(order: WholeOrder, spoken: Erp): Promise<string> {
  await connection(db, world.supplier, { role: 'SUPPLIER', format: spoken.format });
  await db.unitOfWork.run(system(world.supplier), (work) => sendOrder(work, { orderId: order.id }));
  return (await logOf(db, world.supplier)).at(-1)!.raw;
}

const schedules = (order: WholeOrder | undefined) =>
  order?.lines.map((line) => line.schedules.map((s) => [s.quantity, s.status, s.deliverOn]).sort());
const current = (order: WholeOrder) => db.unitOfWork.read(world.buyerSystem, (work) => orderById(work, order.id));

describe.each(erps.map((one) => [one.format, one] as const))('an answer in %s', (format, spoken) => {
  it('splits a line into three schedules: sixty, later, never', async () => {
    const order = await placedBoxes();
    const received = await delivered(db, erp, spoken.answer(await sent(order, spoken), new Map([['00010', inThree]]), key).body);
    expect(spoken.isTaken({ status: received.reply.status, body: received.reply.body.toString() })).toBe(true);
    expect(schedules(await current(order))).toEqual([
      [
        ['15', 'REJECTED', null],
        ['25', 'BACKORDERED', '2031-03-01'],
        ['60', 'CONFIRMED', '2031-01-15'],
      ],
    ]);
    expect(await current(order)).toMatchObject({
      status: 'PART_CONFIRMED',
      supplierNumber: `SO-${order.number}`,
      liveTotal: '892.50',
    });
  });

  it('that repeats the price in its own words changes nothing about it', async () => {
    const order = await placedBoxes();
    const text = await sent(order, spoken);
    expect(spoken.readOrder(text).lines).toEqual([
      {
        number: '00010',
        supplierPart: world.boxes.supplierPart,
        quantity: '100',
        unit: format === 'X12' || format === 'OPENTRANS' ? 'BX' : 'XBX',
        price: '42.00',
        per: { UBL: '4 XBX', CXML: '100 EA', X12: 'HP', EDIFACT: '100 EA', OPENTRANS: '100' }[format],
      },
    ]);
    const answer = spoken.answer(text, new Map([['00010', [{ status: 'accept', quantity: '100' }]]]), key).body;
    const priced = {
      UBL: answer.replace(
        /<cac:Item>/,
        '<cac:Price><cbc:PriceAmount currencyID="USD">10.50</cbc:PriceAmount><cbc:BaseQuantity unitCode="XBX">1</cbc:BaseQuantity></cac:Price><cac:Item>',
      ),
      CXML: answer.replace(
        '</UnitOfMeasure></ConfirmationStatus>',
        '</UnitOfMeasure><UnitPrice><Money currency="USD">10.50</Money></UnitPrice></ConfirmationStatus>',
      ),
      X12: answer.replace('*BX***VP*', '*BX*42.00*HP*VP*'),
      EDIFACT: answer.replace("RFF+LI:00010'", "PRI+AAA:10.50:::1:XBX'\nRFF+LI:00010'").replace('UNT+13', 'UNT+14'),
      OPENTRANS: answer.replace(
        '</b:ORDER_UNIT>',
        '</b:ORDER_UNIT><PRODUCT_PRICE_FIX><b:PRICE_AMOUNT>10.50</b:PRICE_AMOUNT></PRODUCT_PRICE_FIX>',
      ),
    }[format];
    expect(priced).not.toBe(answer);
    await delivered(db, erp, priced);
    expect(schedules(await current(order))).toEqual([[['100', 'CONFIRMED', null]]]);
    expect(await current(order)).toMatchObject({ status: 'CONFIRMED', liveTotal: '1050.00' });
  });

  it('for an order of others finds none, and changes nothing', async () => {
    const order = await placedBoxes();
    const stranger = memberOf(world.stranger.orgId, ['exchange:send', 'order:confirm', 'order:read']);
    await delivered(db, stranger, spoken.answer(await sent(order, spoken), new Map([['00010', inThree]]), key).body);
    expect(await logOf(db, stranger)).toMatchObject([{ state: 'REFUSED', codes: expect.arrayContaining(['ORDER_UNKNOWN']) }]);
    expect(await current(order)).toMatchObject({ status: 'SENT', version: 1 });
    await db.admin('delete from exchange.document where org_id = $1', [stranger.orgId]);
  });

  it.each([
    ['a line nobody ordered', new Map([['00099', inThree]]), 'LINE_UNKNOWN'],
    [
      'more than was ordered',
      new Map<string, Saying[]>([['00010', [{ status: 'accept', quantity: '101' }]]]),
      'QUANTITY_MISMATCH',
    ],
  ])('about %s is refused, and nothing is changed', async (_, said, code) => {
    const order = await placedBoxes();
    const text = await sent(order, spoken);
    const asked = said.has('00010') ? text : text.replaceAll('00010', '00099');
    await delivered(db, erp, spoken.answer(asked, said, key).body);
    expect((await logOf(db, erp)).at(-1)).toMatchObject({ state: 'REFUSED', codes: expect.arrayContaining([code]) });
    expect(await current(order)).toMatchObject({ status: 'SENT', version: 1 });
  });

  it('reaches the buyer that ordered by document in his own numbers, exact', async () => {
    await connection(db, world.buyer, { role: 'BUYER', format });
    const wanted = wantedOrder(world, { lines: [boxLine(world)] });
    const buyerErp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
    await delivered(db, buyerErp, spoken.order(wanted, key).body);
    const order = (await orderNumbered(db, world, wanted.number))!;
    const confirmed = await db.unitOfWork.run(system(world.supplier), (work) =>
      confirmOrder(work, {
        orderId: order.id,
        lines: [
          {
            lineNumber: '00010',
            schedules: [
              { status: 'ACCEPTED', quantity: '60', deliverOn: '2031-01-15' },
              { status: 'BACKORDERED', quantity: '25', deliverOn: '2031-03-01' },
              { status: 'REJECTED', quantity: '15' },
            ],
          },
        ],
      }),
    );
    const seq = success(confirmed).version;
    await db.unitOfWork.run(world.buyerSystem, (work) => sendAnswer(work, { orderId: order.id, seq }));
    await db.unitOfWork.run(world.buyerSystem, (work) => sendAnswer(work, { orderId: order.id, seq }));
    const out = (await logOf(db, world.buyer)).filter(({ direction }) => direction === 'OUT');
    expect(out.map(({ state, codes }) => [state, codes])).toEqual([['QUEUED', []]]);
    const heard = spoken.readAnswer(out[0]!.raw);
    expect([heard.order, heard.lines.map((line) => [line.number, line.said])]).toEqual([
      wanted.number,
      [
        [
          '00010',
          {
            UBL: ['5 60', '3 25', '7 15'],
            CXML: ['accept 60', 'backordered 25', 'reject 15'],
            X12: ['IA 60', 'IB 25', 'IR 15'],
            EDIFACT: ['5 60', '3 25', '7 15'],
            OPENTRANS: ['accepted 60', 'backordered 25', 'rejected 15'],
          }[format],
        ],
      ],
    ]);
    if (format !== 'CXML') expect(heard.lines[0]?.buyerPart).toBe('AUR-4711');
  });
});

describe('what moves an order after its answer', () => {
  const [ubl] = erps as [Erp];

  it('a proposal that the buyer accepts in the portal is told to his ERP, what he only reads is not', async () => {
    await connection(db, world.buyer, { role: 'BUYER', format: 'UBL' });
    const wanted = wantedOrder(world);
    await delivered(db, memberOf(world.buyer.orgId, ['exchange:send', 'order:place']), ubl.order(wanted, key).body);
    const order = (await orderNumbered(db, world, wanted.number))!;
    const proposed = success(
      await db.unitOfWork.run(system(world.supplier), (work) =>
        confirmOrder(work, {
          orderId: order.id,
          lines: [
            {
              lineNumber: '00010',
              schedules: [{ status: 'CHANGED', quantity: '100', price: { amount: '43.00', basis: '100' } }],
            },
          ],
        }),
      ),
    );
    await db.unitOfWork.run(world.buyerSystem, (work) => judgeProposals(work, { orderId: order.id }));
    await db.unitOfWork.run(world.buyerSystem, (work) => sendAnswer(work, { orderId: order.id, seq: proposed.version }));
    const accepted = success(
      await db.unitOfWork.run(world.buyer, (work) =>
        answerProposal(work, {
          orderId: order.id,
          answers: proposed.lines[0]!.schedules.map((s) => ({ scheduleId: s.id, answer: 'ACCEPT' as const })),
        }),
      ),
    );
    await db.unitOfWork.run(world.buyerSystem, (work) => sendAnswer(work, { orderId: order.id, seq: accepted.version }));
    const out = (await logOf(db, world.buyer)).filter(({ direction }) => direction === 'OUT');
    expect(
      out.map(({ raw }) => [
        /<cbc:OrderResponseCode>(..)</.exec(raw)?.[1],
        /<cbc:LineStatusCode>(\d)</.exec(raw)?.[1],
        /<cbc:PriceAmount[^>]*>([^<]*)</.exec(raw)?.[1],
      ]),
    ).toEqual([
      ['CA', '3', '43.00'],
      ['CA', '3', '43.00'],
    ]);
  });

  it.each([
    ['UBL', 'DOCUMENT', 1],
    ['CXML', 'DOCUMENT', 1],
    ['X12', 'DOCUMENT', 1],
    ['EDIFACT', 'DOCUMENT', 1],
    ['OPENTRANS', 'MAIL', 0],
  ] as const)('a whole order that is cancelled reaches a supplier in %s by %s', async (format, by, documents) => {
    const spoken = erps.find((one) => one.format === format)!;
    const order = await placedBoxes();
    await sent(order, spoken);
    const cancelled = success(
      await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'not needed' })),
    );
    const told = await db.unitOfWork.run(system(world.supplier), (work) =>
      sendChange(work, { orderId: order.id, seq: cancelled.version }),
    );
    expect(told.by).toBe(by);
    const [, ...more] = await logOf(db, world.supplier);
    expect(more.map(({ state, codes }) => [state, codes])).toEqual(Array.from({ length: documents }, () => ['QUEUED', []]));
    if (format === 'CXML') expect(more[0]?.raw).toContain('type="delete"');
    if (format === 'X12') expect(more[0]?.raw).toContain('BEG*01*SA*');
    if (format === 'UBL') expect(more[0]?.raw).toContain('<OrderCancellation');
    if (format === 'EDIFACT') expect(more[0]?.raw).toMatch(/\nUNH\+1\+ORDCHG:D:96A:UN'\nBGM\+230\+[^+]*\+1'/);
  });

  it('the answer to a test order is read, and no order is asked for', async () => {
    const text = (await sent(await placedBoxes('TEST-4711'), ubl)).replaceAll('TEST-4711', 'TEST-0815');
    await db.admin(`update exchange.message set test = true`);
    await db.admin(`update exchange.document set business_number = 'TEST-0815'`);
    await delivered(db, erp, ubl.answer(text, new Map([['00010', inThree]]), key).body);
    expect((await logOf(db, erp)).at(-1)).toMatchObject({
      state: 'APPLIED',
      documentState: 'IGNORED',
      codes: expect.arrayContaining(['TEST_ANSWERED']),
    });
  });
});
