import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { Sentences, startWorker } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { tenderingRoom } from '#libs/tendering';
import { TenderJobs } from '../../libs/tendering/src/round/tender.job.js';
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

describe('tenderChanged', () => {
  it('tells all who see a tender that it moved, and of a timed bid its bidder alone', async () => {
    const tender = await published(hub.db, world);
    const open = await published(hub.db, world, { confidentiality: 'OPEN' });
    const heard: Record<string, string[]> = { buyer: [], first: [], second: [], stranger: [] };
    const clients = Object.entries(signed).map(([name, who]) => {
      const client = createClient({
        url: `${hub.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: who.authorization },
        retryAttempts: 0,
      });
      const query = 'subscription ($ids: [ID!]!) { tenderChanged(tenderIds: $ids) { id } }';
      client.subscribe<{ tenderChanged: { id: string } }>(
        { query, variables: { ids: [tender.id, open.id] } },
        {
          next: ({ data }) => void heard[name]?.push(data?.tenderChanged.id === open.id ? 'open' : 'timed'),
          error: () => undefined,
          complete: () => undefined,
        },
      );
      return client;
    });
    await sleep(700);
    await bids(hub.db, world.first, tender, ['1', '1']);
    await bids(hub.db, world.first, open, ['1', '1']);
    await until(() => heard['buyer']?.length === 1 && heard['first']?.length === 2);
    // What is heard after that comes of a step that all may know of.
    await hub.ask(
      'mutation ($input: CancelTenderInput!) { cancelTender(input: $input) { errors { __typename } } }',
      { input: { tenderId: tender.id, reason: 'Over' } },
      signed.buyer,
    );
    await until(() => heard['second']?.length === 1);
    expect(heard).toEqual({ buyer: ['open', 'timed'], first: ['timed', 'open', 'timed'], second: ['timed'], stranger: [] });
    for (const client of clients) await client.dispose();
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
      for (let i = 0; i < 120 && !(await closed()); i++) await sleep(50);
      expect(await closed()).toBe(true);
      expect(await bidsSeenBy(hub.db, world.buyer, tender)).toHaveLength(1);
      const letters = () =>
        hub.db.admin<{ subject: string }>(
          `select subject from platform.mail where recipient = 'bids@second.example.test' and subject ~ $1 order by subject`,
          [tender.number],
        );
      for (let i = 0; i < 120 && (await letters()).length < 2; i++) await sleep(50);
      expect((await letters()).map(({ subject }) => subject)).toEqual([
        `Tender ${tender.number}: the round is closed`,
        `Tender ${tender.number}: you are asked for a bid`,
      ]);
      const events = await hub.db.admin(`select kind from tendering.tender_event where tender_id = $1 and kind = 'CLOSED'`, [
        tender.id,
      ]);
      expect(events).toHaveLength(1);
      const [beats] = await hub.db.admin<{ n: number }>('select count(*)::int as n from tendering.clock_beat');
      expect(beats?.n).toBe(2);
    } finally {
      for (const worker of workers) await worker.stop();
    }
  });
});
