import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { Sentences, startWorker } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { askQuestion, declineTender, inviteSuppliers, type Tender, tenderingRoom } from '#libs/tendering';
import { TenderJobs } from '../../libs/tendering/src/round/tender.job.js';
import { success } from '../factories/order.factory.js';
import { makeMember } from '../factories/organization.factory.js';
import { sealsOf } from '../factories/sealing.factory.js';
import { asSeenBy, bids, bidsSeenBy, passed, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
let hub: TestHub;
let world: TenderWorld;
let signed: Record<'buyer' | 'first' | 'second' | 'stranger', SignedIn>;
beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  const as = ({ orgId, permissions }: TenderWorld['buyer']) => hub.signedIn({ orgId, permissions: [...permissions] });
  signed = {
    buyer: await as(world.buyer),
    first: await as(world.first),
    second: await as(world.second),
    stranger: await as(world.stranger),
  };
});
afterAll(() => hub.close());

/** What each of them hears of these tenders, by name. Listening has begun when everybody has heard of a tender that all see. */
async function listening(tenders: Record<string, Tender>) {
  const beacon = await published(hub.db, world, { procedure: 'OPEN' }, []);
  const heard: Record<string, string[]> = { buyer: [], first: [], second: [], stranger: [] };
  const ready = new Set<string>();
  const names = new Map(Object.entries(tenders).map(([name, { id }]) => [id, name]));
  const clients = Object.entries(signed).map(([who, { authorization }]) => {
    const url = `${hub.url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
    const query = 'subscription ($ids: [ID!]!) { tenderChanged(tenderIds: $ids) { id } }';
    client.subscribe<{ tenderChanged: { id: string } }>(
      { query, variables: { ids: [beacon.id, ...names.keys()] } },
      {
        next: ({ data }) => {
          const id = data?.tenderChanged.id ?? '';
          if (id === beacon.id) ready.add(who);
          else heard[who]?.push(names.get(id) ?? id);
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return client;
  });
  const notice = JSON.stringify({ topic: 'tender.changed', orgId: beacon.orgId, id: beacon.id });
  await until(async () => {
    await hub.db.admin(`select pg_notify('entrepot', $1)`, [notice]);
    return ready.size === clients.length;
  });
  return {
    heard,
    numbers: () => Object.values(heard).map((list) => list.length),
    stop: () => Promise.all(clients.map((client) => client.dispose())),
  };
}

const cancel = (tender: Tender) =>
  hub.ask(
    'mutation ($input: CancelTenderInput!) { cancelTender(input: $input) { errors { __typename } } }',
    { input: { tenderId: tender.id, reason: 'Over' } },
    signed.buyer,
  );

describe('tenderChanged', () => {
  it('tells all who see a tender that it moved, and of a timed bid its bidder alone', async () => {
    const timed = await published(hub.db, world);
    const open = await published(hub.db, world, { confidentiality: 'OPEN' });
    const { heard, stop, numbers } = await listening({ timed, open });
    await bids(hub.db, world.first, timed, ['1', '1']);
    await bids(hub.db, world.first, open, ['1', '1']);
    await until(() => heard['buyer']?.length === 1 && heard['first']?.length === 2);
    // What is heard after that comes of a step that all may know of.
    await cancel(timed);
    await until(() => String(numbers()) === '2,3,1,0');
    expect(heard).toEqual({ buyer: ['open', 'timed'], first: ['timed', 'open', 'timed'], second: ['timed'], stranger: [] });
    await stop();
  });

  it('tells who declined, asked or was invited to the two parties alone', async () => {
    const tender = await published(hub.db, world, { procedure: 'OPEN' }, [world.first]);
    const { heard, stop, numbers } = await listening({ tender });
    const { unitOfWork } = hub.db;
    const tenderId = tender.id;
    success(await unitOfWork.run(world.first, (work) => declineTender(work, { tenderId, reason: 'Full' })));
    await until(() => String(numbers()) === '1,1,0,0');
    success(await unitOfWork.run(world.second, (work) => askQuestion(work, { tenderId, text: 'Which alloy?' })));
    await until(() => String(numbers()) === '2,1,1,0');
    const invitation = { tenderId, supplierIds: [world.stranger.orgId] };
    success(await unitOfWork.run(world.buyer, (work) => inviteSuppliers(work, invitation)));
    await until(() => String(numbers()) === '3,1,1,1');
    await cancel(tender);
    await until(() => String(numbers()) === '4,2,2,2');
    expect(new Set(Object.values(heard).flat())).toEqual(new Set(['tender']));
    await stop();
  });
});

describe('the clock', () => {
  it('closes what is due by a job, once for two workers, and writes to those who bid', async () => {
    const tender = await published(hub.db, world);
    await makeMember(
      hub.db,
      { id: world.second.orgId, roles: ['SUPPLIER'] },
      { permissions: ['bid:submit'], email: 'bids@second.example.test' },
    );
    await bids(hub.db, world.second, tender, ['1', '1']);
    await passed(hub.db, tender);
    const tasks = () => new TenderJobs(Sentences.load(), { url: 'https://hub.example.test' } as never, sealsOf()).tasks();
    const workers = await Promise.all(
      [1, 2].map(() => startWorker({ jobsUrl: hub.db.jobsUrl, unitOfWork: hub.db.unitOfWork, tasks: tasks() })),
    );
    try {
      for (const key of ['a', 'b'])
        await hub.db.admin(`select graphile_worker.add_job('tendering.run-tenders', '{}'::json, job_key => $1)`, [key]);
      const closed = async (): Promise<boolean> => (await asSeenBy(hub.db, world.buyer, tender.id)).status === 'EVALUATION';
      await until(closed);
      expect(await bidsSeenBy(hub.db, world.buyer, tender)).toHaveLength(1);
      const letters = () =>
        hub.db.admin<{ subject: string }>(
          `select subject from platform.mail where recipient = 'bids@second.example.test' and subject ~ $1 order by subject`,
          [tender.number],
        );
      await until(async () => (await letters()).length >= 2);
      expect((await letters()).map(({ subject }) => subject)).toEqual([
        `Tender ${tender.number}: the round is closed`,
        `Tender ${tender.number}: you are asked for a bid`,
      ]);
      const events = await hub.db.admin(`select kind from tendering.tender_event where tender_id = $1 and kind = 'CLOSED'`, [
        tender.id,
      ]);
      expect(events).toHaveLength(1);
      // Two jobs, and a beat of each: the second may still be under way.
      const beats = async () => (await hub.db.admin<{ n: number }>('select count(*)::int as n from tendering.clock_beat'))[0]!.n;
      await until(async () => (await beats()) >= 2);
      expect(await beats()).toBe(2);
    } finally {
      for (const worker of workers) await worker.stop();
    }
  });

  it('goes on past a round that cannot be closed, and fails afterwards', async () => {
    const stuck = await published(hub.db, world);
    const sound = await published(hub.db, world);
    for (const tender of [stuck, sound]) await passed(hub.db, tender);
    await hub.db.admin(`update tendering.lot_round set closes_at = closes_at - interval '1 second' where tender_id = $1`, [
      stuck.id,
    ]);
    // The stage has happened by its log, so that closing it once more is refused by the database.
    await hub.db.admin(
      `insert into tendering.tender_event (org_id, tender_id, seq, kind, once, at) select l.org_id, l.tender_id, 99, 'CLOSED', format('CLOSED:%s:1', l.id), now() from tendering.lot l where l.tender_id = $1`,
      [stuck.id],
    );
    const tasks = new TenderJobs(Sentences.load(), { url: 'https://hub.example.test' } as never, sealsOf()).tasks();
    const worker = await startWorker({ jobsUrl: hub.db.jobsUrl, unitOfWork: hub.db.unitOfWork, tasks });
    try {
      await hub.db.admin(`select graphile_worker.add_job('tendering.run-tenders', '{}'::json, job_key => 'stuck')`);
      await until(async () => (await asSeenBy(hub.db, world.buyer, sound.id)).status === 'EVALUATION');
      const said = async () =>
        (
          await hub.db.admin<{ error: string | null }>(
            `select last_error as error from graphile_worker._private_jobs where key = 'stuck'`,
          )
        )[0];
      await until(async () => (await said())?.error != null);
      expect((await said())?.error).toMatch('1 of 2 rounds were not closed');
      expect((await asSeenBy(hub.db, world.buyer, stuck.id)).status).toBe('CLOSED');
    } finally {
      await worker.stop();
    }
  });
});
