import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { replayMessage } from '#libs/exchange';
import type { Actor } from '#libs/platform';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { mailRefusal } from '../../libs/exchange/src/outbound/mail-refusal.js';
import { memberOf } from '../factories/order.factory.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { boxLine, connection, delivered, type ExchangeWorld, exchangeWorld, logOf, wantedOrder } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
  await db.admin(
    `with p as (insert into organizations.person (id, email, name, locale) values (gen_random_uuid(), 'buy@nordic.example', 'Bu Yer', 'en') returning id)
     insert into organizations.member (org_id, id, person_id, name, email, roles) select $1, gen_random_uuid(), p.id, 'Bu Yer', 'buy@nordic.example', '{BUYER}' from p`,
    [world.buyer.orgId],
  );
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile'])
    await db.admin(`delete from exchange.${table}`);
  await db.admin('delete from graphile_worker._private_jobs');
});

/** An 850 with a stale price: its 997 says "A". */
async function stale(): Promise<{ messageId: string; number: string }> {
  const wanted = wantedOrder(world, { lines: [boxLine(world, { amount: '1.00' })] });
  const { messageId, reply } = await delivered(db, erp, x12Erp.order(wanted, 'ek_test').body);
  expect(reply.body.toString()).toContain('AK5*A');
  return { messageId, number: wanted.number };
}
const mailJobs = () =>
  db.admin<{ payload: { id: string; position: number } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'exchange.mail-refusal'`,
  );
const out = async () => (await logOf(db, erp)).filter(({ direction }) => direction === 'OUT');

describe('a refusal for a reason of business', () => {
  it('waits while the connection of the buyer is paused, and goes when it is resumed', async () => {
    await connection(db, world.buyer, { role: 'BUYER', format: 'X12' });
    await db.admin(`update exchange.partner_profile set status = 'PAUSED'`);
    await stale();
    const [told] = await out();
    expect([told?.state, told?.coordinate, told!.raw.match(/BAK.00.([A-Z]+)/)?.[1]]).toEqual(['QUEUED', 'x12:004010:855', 'RJ']);
    await db.admin(`update exchange.partner_profile set status = 'ACTIVE'`);
    expect((await db.unitOfWork.run(world.buyerSystem, (work) => beginDelivery(work, told!.id)))?.message.id).toBe(told!.id);
    expect(await mailJobs()).toEqual([]);
  });

  it.each([
    ['none', async () => undefined],
    ['one in test mode', () => connection(db, world.buyer, { role: 'BUYER', format: 'X12', testMode: true })],
  ])('is mailed to the buyer once when of his connections there is %s', async (_, connect) => {
    await connect();
    const { messageId, number } = await stale();
    expect(await out()).toEqual([]);
    const jobs = await mailJobs();
    expect(jobs.map(({ payload }) => payload)).toEqual([expect.objectContaining({ id: messageId, position: 1 })]);
    const said: [string, unknown][] = [];
    const sentences = {
      of: (code: string, _: unknown, values?: unknown): string => {
        said.push([code, values]);
        return code;
      },
    };
    const mailed = await db.unitOfWork.run(world.buyerSystem, (work) =>
      mailRefusal(work, { messageId, position: 1, sentences, publicUrl: 'https://hub.example/' }),
    );
    expect(mailed).toBe(1);
    expect(said.at(-1)).toEqual([
      'MailOrderRefusedText',
      {
        name: 'Bu Yer',
        number,
        reasons: 'Line 00010: the price 1.00 USD per 100 EA is not the one that holds, 42.00 USD per 100 EA.',
        link: `https://hub.example/exchange/messages/${messageId}`,
      },
    ]);
    await db.unitOfWork.run(world.buyerSystem, (work) => replayMessage(work, { messageId }));
    expect((await mailJobs()).length).toBe(1);
  });
});
