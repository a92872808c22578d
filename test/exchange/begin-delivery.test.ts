import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { savePartnerProfile } from '#libs/exchange';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { recordDelivery } from '../../libs/exchange/src/outbound/record-delivery.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { placedOrder, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

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

async function queued(): Promise<string> {
  await connection(db, world.supplier, { role: 'SUPPLIER', format: 'UBL' });
  const { order } = await placedOrder(db, world);
  await db.unitOfWork.run(world.supplierSystem, (work) => sendOrder(work, { orderId: order.id }));
  return (await logOf(db, world.supplier))[0]!.id;
}
const begin = (id: string) => db.unitOfWork.run(world.supplierSystem, (work) => beginDelivery(work, id));
const record = (id: string, attempt: number, outcome: 'DELIVERED' | 'TIMED_OUT') =>
  db.unitOfWork.run(world.supplierSystem, (work) =>
    recordDelivery(work, id, { outcome, attempt, again: outcome !== 'DELIVERED', startedAt: new Date(), endedAt: new Date() }),
  );
const stands = async (id: string) =>
  (await db.admin<{ state: string; attempts: number }>('select state, attempts from exchange.message where id = $1', [id]))[0];
const jobs = (id: string) =>
  db.admin<{ waits: number }>(
    `select round(extract(epoch from run_at - now()) / 10)::int * 10 as waits from graphile_worker.jobs where key like '%deliver:' || $1`,
    [id],
  );
const jobsOf = async (id: string): Promise<number> =>
  (
    await db.admin<{ n: number }>(
      `select count(*)::int as n from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`,
      [id],
    )
  )[0]!.n;

describe('a message that is on its way', () => {
  it('is not taken by a second worker before the time of a try is over, and then it is', async () => {
    const id = await queued();
    expect((await begin(id))?.message.attempts).toBe(1);
    expect(await Promise.all([begin(id), begin(id)])).toEqual([undefined, undefined]);
    expect([await stands(id), await jobs(id)]).toEqual([{ state: 'SENDING', attempts: 1 }, [{ waits: 120 }]]);
    await db.admin(`update exchange.message set next_attempt_at = now() - interval '1 second' where id = $1`, [id]);
    expect((await begin(id))?.message.attempts).toBe(2);
  });

  it('stays on its way when its connection is paused meanwhile, and is sent once', async () => {
    const id = await queued();
    await begin(id);
    await db.admin(`update exchange.partner_profile set status = 'PAUSED'`);
    expect([await begin(id), (await stands(id))?.state]).toEqual([undefined, 'SENDING']);
    await record(id, 1, 'DELIVERED');
    await db.admin(`update exchange.partner_profile set status = 'ACTIVE'`);
    expect([await begin(id), (await stands(id))?.state]).toEqual([undefined, 'SENT']);
  });

  it('hears of a try that was overtaken only that the partner has it', async () => {
    const id = await queued();
    await begin(id);
    await db.admin(`update exchange.message set next_attempt_at = now() - interval '1 second' where id = $1`, [id]);
    await begin(id);
    await record(id, 1, 'TIMED_OUT');
    expect(await stands(id)).toEqual({ state: 'SENDING', attempts: 2 });
    await record(id, 1, 'DELIVERED');
    expect(await stands(id)).toEqual({ state: 'SENT', attempts: 2 });
    await record(id, 2, 'TIMED_OUT');
    expect(await stands(id)).toEqual({ state: 'SENT', attempts: 2 });
  });
});

describe('a connection that is paused and resumed twice', () => {
  it('has one job for each message that waited', async () => {
    const id = await queued();
    let version = 1;
    for (const status of ['PAUSED', 'ACTIVE', 'PAUSED', 'ACTIVE'] as const) {
      const given = { role: 'SUPPLIER', name: 'ERP', format: 'UBL', transport: 'FOLDER', testMode: false } as const;
      const save = { ...given, status, expectedVersion: version };
      version = success(await db.unitOfWork.run(world.supplierSystem, (work) => savePartnerProfile(work, save))).version;
    }
    expect(await jobsOf(id)).toBe(1);
  });
});
