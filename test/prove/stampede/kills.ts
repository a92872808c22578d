import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeMember, makeSite } from '../../factories/organization.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { askHub, signInAt } from '../support/graphql.js';
import { freePort, launchHub, launchWorker, type Running } from '../support/processes.js';
import type { Random } from '../support/random.js';
import type { Claim } from './ledger-checker.js';

interface Stage {
  db: FreshDatabase;
  folder: string;
  random: Random;
  buyer: { id: string; roles: ['BUYER'] };
  offers: readonly string[];
}

const password = 'four friendly ferrets';
const holdIt = `mutation ($input: HoldByNameInput!) { holdByName(input: $input) { holds { id } errors { ... on UserError { code } } } }`;
const orderIt = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id } errors { ... on UserError { code } } } }`;

/** Clients hold and order through two hubs while hubs and the worker are killed; a call without an answer is asked again under its key. */
export async function killing(
  stage: Stage,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<{ claims: Claim[]; kills: number; orders: number }> {
  const { db, folder, random, buyer } = stage;
  const options = { urls: db, dataDir: path.join(folder, 'data') };
  const ports = [await freePort(), await freePort()];
  const start = async (port: number): Promise<Running> => {
    const { process, ready } = launchHub({ ...options, port });
    await ready;
    return process;
  };
  let worker = launchWorker(options);
  const [hubs] = await Promise.all([Promise.all(ports.map(start)), worker.ready]);
  await makeMember(db, buyer, { roles: ['BUYER'], email: 'aog@rush.test', password });
  const { id: siteId } = await makeSite(db, buyer);
  const token = await signInAt(hubs[0]!.url, 'aog@rush.test', password);

  let going = true;
  let kills = 0;
  /** Hubs that come up again. Nobody is killed while he does: a hub would be left behind, a worker would never be ready. */
  const rising: Promise<void>[] = [];
  let orders = 0;
  const claims: Claim[] = [];
  /** The same call until it is answered: who was killed in between must not do it twice. */
  const insist = async (query: string, input: object): Promise<Record<string, { errors: { code: string }[] }> | undefined> => {
    for (let n = 0; n < 200; n++) {
      const port = random.pick(ports);
      const reply = await askHub(`http://127.0.0.1:${port}`, { query, variables: { input } }, { token, timeoutMs: 20_000 }).catch(
        () => undefined,
      );
      if (reply?.data) return reply.data;
      await sleep(100);
    }
    return undefined;
  };
  const client = async (): Promise<void> => {
    while (going) {
      const offerId = random.pick(stage.offers);
      const startedMs = Date.now();
      const data = await insist(holdIt, { label: 'N773BX', lines: [{ offerId, quantity: '1' }], idempotencyKey: randomUUID() });
      const answer = data?.['holdByName'] as unknown as
        | { holds: { id: string }[] | null; errors: { code: string }[] }
        | undefined;
      const heard = { offerId, quantity: 1, startedMs, endedMs: Date.now() + 1 };
      const holdId = answer?.holds?.[0]?.id;
      const codes = answer?.errors.map(({ code }) => code).join() ?? 'no answer';
      if (holdId) claims.push({ ...heard, outcome: 'ok', holdId });
      else claims.push({ ...heard, outcome: codes === 'OUT_OF_STOCK' ? 'out-of-stock' : 'other', said: codes });
      if (!holdId || random.next() < 0.5) continue;
      const lines = [{ offerId, quantity: '1', priceSeen: { amount: '4.20', currency: 'USD', basis: '100', unit: 'EA' } }];
      const placed = await insist(orderIt, { idempotencyKey: randomUUID(), shipToId: siteId, lines, holdIds: [holdId] });
      if ((placed?.['placeOrder'] as unknown as { orders: unknown[] | null })?.orders?.length) orders += 1;
    }
  };
  const running = Array.from({ length: clients }, client);
  const until = Date.now() + seconds * 1000;
  // A hub first, then the worker, then whom chance takes; while one comes up the others are not spared.
  for (let first = 0; Date.now() < until || first < 2; first++) {
    await sleep(500 + random.below(500));
    const victim = first === 0 ? 0 : first === 1 ? 2 : random.below(3);
    kills += 1;
    if (victim === 2) {
      await worker.ready;
      await worker.process.kill();
      worker = launchWorker(options);
      if (first > 1) await worker.ready;
    } else {
      await rising[victim];
      await hubs[victim]!.kill();
      const back = start(ports[victim]!).then((hub) => {
        hubs[victim] = hub;
      });
      rising[victim] = back;
      if (first > 1) await back;
    }
  }
  await Promise.all([...rising, worker.ready]);
  going = false;
  await Promise.all(running);
  await letLapse(db);
  await Promise.all([...hubs, worker.process].map((process) => process.stop()));
  return { claims, kills, orders };
}

/** Everything that is still held is over now; the worker finds it by itself, at the latest when its minute begins. */
async function letLapse(db: FreshDatabase): Promise<void> {
  await db.admin(`update supply.stock_hold set expires_at = clock_timestamp() where status = 'HELD'`);
  await db.admin(`select graphile_worker.add_job('supply.expire-holds', '{}'::json)`);
  for (const deadline = Date.now() + 70_000; Date.now() < deadline; await sleep(200)) {
    const [left] = await db.admin<{ n: number }>(`select count(*)::int as n from supply.stock_hold where status = 'HELD'`);
    if (left!.n === 0) return;
  }
}
