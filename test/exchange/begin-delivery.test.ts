import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { savePartnerProfile } from '#libs/exchange';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { recordDelivery } from '../../libs/exchange/src/outbound/record-delivery.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { judgeReply } from '../../libs/exchange/src/transport/judge-reply.js';
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

async function queued(format: 'UBL' | 'X12' = 'UBL'): Promise<string> {
  await connection(db, world.supplier, { role: 'SUPPLIER', format });
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

describe('a 997 in the reply to a delivery', () => {
  const answered = async (verdict: 'A' | 'R', more = 0) => {
    const id = await queued('X12');
    await begin(id);
    const raw = (await logOf(db, world.supplier))[0]!.raw;
    const control = Number(/GS\*PO\*[^*]*\*[^*]*\*\d*\*\d*\*(\d+)/.exec(raw)![1]) + more;
    const reply = [
      `ISA*00*          *00*          *ZZ*PARTNER        *ZZ*ENTREPOT       *310102*1000*U*00401*000000009*0*P*>`,
      'GS*FA*PARTNER*ENTREPOT*20310102*1000*9*X*004010',
      'ST*997*0001',
      `AK1*PO*${control}`,
      'AK2*850*0001',
      `AK5*${verdict}${verdict === 'R' ? '*5' : ''}`,
      `AK9*${verdict}*1*1*${verdict === 'R' ? 0 : 1}`,
      'SE*6*0001',
      'GE*1*9',
      'IEA*1*000000009',
    ];
    const verdictOf = judgeReply('X12', { status: 200, headers: {}, body: Buffer.from(`${reply.join('~\n')}~\n`) });
    const outcome = { ...verdictOf, startedAt: new Date(), endedAt: new Date() };
    await db.unitOfWork.run(world.supplierSystem, (work) => recordDelivery(work, id, outcome));
    return db.admin('select state, acknowledged from exchange.message where id = $1', [id]);
  };

  it('is noted on the message, whatever it says', async () => {
    expect(await answered('R')).toEqual([{ state: 'SENT', acknowledged: 'REJECTED' }]);
    await db.admin('truncate exchange.delivery_attempt, exchange.document, exchange.message_body, exchange.message');
    expect(await answered('A')).toEqual([{ state: 'SENT', acknowledged: 'ACCEPTED' }]);
  });

  it('about another group is not', async () => {
    expect(await answered('R', 1)).toEqual([{ state: 'SENT', acknowledged: null }]);
  });
});
