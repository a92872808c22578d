import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeArrival, receiveMessage } from '#libs/exchange';
import type { Actor } from '#libs/platform';
import { applyLeftover } from '../../libs/exchange/src/inbound/receive-message.js';
import { problemsOf } from '../../libs/exchange/src/inbound/refused.js';
import { storeArrival } from '../../libs/exchange/src/message/store-arrival.js';
import { memberOf, success } from '../factories/order.factory.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import {
  boxLine,
  delivered,
  type ExchangeWorld,
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
  erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message'])
    await db.admin(`delete from exchange.${table}`);
});

describe('a document that the database cannot keep', () => {
  it('is refused, told so in its 997, and not left over', async () => {
    const { body } = x12Erp.order(wantedOrder(world, { lines: [boxLine(world, { supplierPart: 'S\u0000X' })] }), 'ek_test');
    const before = await orderCount(db);
    const { reply } = await delivered(db, erp, body);
    expect([reply.status, reply.mediaType, /AK5\*R/.test(reply.body.toString())]).toEqual([200, 'application/edi-x12', true]);
    expect((await logOf(db, erp)).map(({ state, codes }) => [state, codes.includes('CHARACTER_NOT_ALLOWED')])).toEqual([
      ['REFUSED', true],
    ]);
    expect(await orderCount(db)).toBe(before);
  });

  it('and that only the database finds out is refused as well; what is the fault of the hub is not', async () => {
    const failed = (sql: string) => db.unitOfWork.read(world.buyerSystem, (work) => work.tx.query(sql)).catch((error) => error);
    expect(problemsOf(await failed(`select jsonb_build_object('a', $q$x$q$) || '{"a": "\\u0000"}'::jsonb ->> 'a'`))).toEqual([
      expect.objectContaining({ code: 'VALUE_UNREADABLE', severity: 'error' }),
    ]);
    const fault = await failed('select 1 / 0');
    expect(() => problemsOf(fault)).toThrow('division by zero');
  });
});

describe('a stored delivery that cannot be applied', () => {
  async function stored(): Promise<{ id: string; arrival: ReturnType<typeof describeArrival>['arrival']; number: string }> {
    const wanted = wantedOrder(world);
    const { body } = ublErp.order(wanted, 'ek_test');
    const { arrival } = describeArrival(Buffer.from(body), { transport: 'HTTP', messageId: wanted.number });
    const { messageId } = success(await db.unitOfWork.run(erp, (work) => storeArrival(work, arrival)));
    return { id: messageId, arrival, number: wanted.number };
  }
  const due = async () => (await db.admin<{ id: string }>('select id from exchange.messages_left_over()')).map(({ id }) => id);
  const since = (id: string, minutes: number) =>
    db.admin(`update exchange.message set created_at = clock_timestamp() - make_interval(mins => $2) where id = $1`, [
      id,
      minutes,
    ]);

  it('is tried with growing pauses, ten times, then refused; and applied when it comes again', async () => {
    const { id, arrival, number } = await stored();
    const [{ raw }] = (await db.admin<{ raw: Buffer }>('delete from exchange.message_body where message_id = $1 returning raw', [
      id,
    ])) as [{ raw: Buffer }];
    for (let tries = 0; tries < 10; tries++) {
      await since(id, 2 ** tries);
      expect(await due()).toEqual([id]);
      await expect(applyLeftover(db.unitOfWork, world.buyer.orgId, id)).rejects.toThrow('body of message');
      expect(await due()).toEqual([]);
    }
    const [message] = await db.admin('select state, tries, problems -> 0 ->> $1 as code from exchange.message', ['code']);
    expect(message).toEqual({ state: 'REFUSED', tries: 10, code: 'NOT_APPLIED' });
    await db.admin('insert into exchange.message_body values ($1, $2, $3)', [world.buyer.orgId, id, raw]);
    expect(success(await receiveMessage(db.unitOfWork, erp, arrival))).toMatchObject({ duplicate: true, reply: { status: 202 } });
    expect((await orderNumbered(db, world, number))?.total).toBe('1050.00');
    expect((await logOf(db, erp)).map(({ state }) => state)).toEqual(['APPLIED']);
  });

  it('stands behind those that were tried less', async () => {
    const [first, second] = [await stored(), await stored()];
    await since(first.id, 60);
    await since(second.id, 30);
    await db.admin('update exchange.message set tries = 1 where id = $1', [first.id]);
    expect(await due()).toEqual([second.id, first.id]);
  });
});
