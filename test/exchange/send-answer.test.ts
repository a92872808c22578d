import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { confirmOrder, type WholeOrder } from '#libs/procurement';
import { sendAnswer } from '../../libs/exchange/src/outbound/send-answer.js';
import { memberOf, success } from '../factories/order.factory.js';
import { all } from '../newcomer/erp.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, delivered, type ExchangeWorld, erps, exchangeWorld, logOf, orderNumbered, wantedOrder } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
});

type Quantities = { status: 'ACCEPTED' | 'BACKORDERED'; quantity: string; deliverOn?: string }[];
const say = async (order: WholeOrder, schedules: Quantities): Promise<WholeOrder> =>
  success(
    await db.unitOfWork.run(world.supplierSystem, (work) =>
      confirmOrder(work, { orderId: order.id, supplierNumber: 'SO-77', lines: [{ lineNumber: '00010', schedules }] }),
    ),
  );

/** An order by document, answered twice: on two days, told one after the other. */
async function answeredTwice(format: 'UBL' | 'CXML' | 'X12'): Promise<{ order: WholeOrder; told: string[] }> {
  await connection(db, world.buyer, { role: 'BUYER', format });
  const wanted = wantedOrder(world);
  const erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
  await delivered(db, erp, erps.find((one) => one.format === format)!.order(wanted, 'ek_test').body);
  const order = (await orderNumbered(db, world, wanted.number))!;
  const first = await say(order, [
    { status: 'ACCEPTED', quantity: '60', deliverOn: '2031-01-15' },
    { status: 'BACKORDERED', quantity: '40' },
  ]);
  const second = await say(order, [
    { status: 'ACCEPTED', quantity: '60', deliverOn: '2031-01-15' },
    { status: 'ACCEPTED', quantity: '40', deliverOn: '2031-02-01' },
  ]);
  await db.admin(`update procurement.order_event set at = '2031-01-02T10:00:00Z' where order_id = $1 and seq = $2`, [
    order.id,
    first.version,
  ]);
  await db.admin(`update procurement.order_event set at = '2031-01-09T11:30:00Z' where order_id = $1 and seq = $2`, [
    order.id,
    second.version,
  ]);
  for (const { version } of [first, second])
    await db.unitOfWork.run(world.buyerSystem, (work) => sendAnswer(work, { orderId: order.id, seq: version }));
  const out = (await logOf(db, world.buyer)).filter(({ direction }) => direction === 'OUT');
  expect(out.map(({ state, codes }) => [state, codes])).toEqual([
    ['QUEUED', []],
    ['QUEUED', []],
  ]);
  return { order: second, told: out.map(({ raw }) => raw) };
}

describe('the second answer to an order', () => {
  it('in UBL has a number and a date of its own', async () => {
    const { order, told } = await answeredTwice('UBL');
    expect(told.map((raw) => [/<cbc:ID>([^<]*)</.exec(raw)?.[1], /<cbc:IssueDate>([^<]*)</.exec(raw)?.[1]])).toEqual([
      [`SO-77-${order.version - 1}`, '2031-01-02'],
      [`SO-77-${order.version}`, '2031-01-09'],
    ]);
  });

  it('in cXML is an update that refers to the first', async () => {
    const { told } = await answeredTwice('CXML');
    const heads = told.map((raw) => /<ConfirmationHeader [\s\S]*?(?:\/>|<\/ConfirmationHeader>)/.exec(raw)![0]);
    const first = /payloadID="([^"]*)"/.exec(told[0]!)?.[1];
    expect(heads.map((head) => [/operation="([^"]*)"/.exec(head)?.[1], /noticeDate="([^"]*)"/.exec(head)?.[1]])).toEqual([
      ['new', '2031-01-02T10:00:00.000Z'],
      ['update', '2031-01-09T11:30:00.000Z'],
    ]);
    expect(heads.map((head) => all(head, /<DocumentReference payloadID="([^"]*)"/g))).toEqual([[], [first]]);
    expect(heads.map((head) => /confirmID="([^"]*)"/.exec(head)?.[1])).toEqual(['SO-77', 'SO-77']);
  });

  it('in X12 is a change of the first', async () => {
    const { order, told } = await answeredTwice('X12');
    expect(told.map((raw) => /BAK[^~]*/.exec(raw)?.[0])).toEqual([
      `BAK*00*AD*${order.number}*${order.placedAt.toISOString().slice(0, 10).replaceAll('-', '')}****SO-77*20310102`,
      `BAK*05*AD*${order.number}*${order.placedAt.toISOString().slice(0, 10).replaceAll('-', '')}****SO-77*20310109`,
    ]);
  });
});
