import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { ask } from '../support/hub.js';
import { until } from '../support/until.js';

const program = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const password = 'correct horse battery staple';

/** A process as an operator starts it: `entrepot hub`, `entrepot worker`. */
interface Started {
  child: ChildProcess;
  said: string;
  /** Of a hub: where it listens. */
  url: string;
}

let db: FreshDatabase;
let dataDir: string;
let one: Started;
let other: Started;
let worker: Started;
let token: string;
beforeAll(async () => {
  if (!existsSync(program)) throw new Error('The program is not built: node .config/build.mjs --server.');
  db = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'entrepot-several-'));
  const org = await makeOrganization(db, { roles: ['SUPPLIER'], currency: 'EUR' });
  await makeMember(db, org, { email: 'sam@several.test', password });
  // All at once, on a data folder that does not exist yet: one makes the keys, and all hold the same.
  [one, other, worker] = await Promise.all([start('hub'), start('hub'), start('worker')]);
});
afterAll(async () => {
  for (const { child } of [one, other, worker]) child.kill('SIGKILL');
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(command: 'hub' | 'worker'): Promise<Started> {
  const child = spawn(process.execPath, [program, command], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: db.appUrl,
      DATABASE_OWNER_URL: db.ownerUrl,
      DATABASE_JOBS_URL: db.jobsUrl,
      ENTREPOT_DATA_DIR: path.join(dataDir, 'data'),
      ENTREPOT_WORKER: 'separate',
      ENTREPOT_LOG_LEVEL: 'warn',
      ENTREPOT_POOL_MAX: '4',
      ENTREPOT_HOT_POOL_MAX: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started: Started = { child, said: '', url: '' };
  const hear = (chunk: Buffer) => (started.said += String(chunk));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const sign = command === 'hub' ? /listens on (http:\S+)/ : /worker runs/;
  await until(() => sign.test(started.said) || child.exitCode !== null, 120_000);
  started.url = sign.exec(started.said)?.[1] ?? '';
  return started;
}

const bearer = () => `Bearer ${token}`;
async function uploadState(at: Started, id: string): Promise<{ state: string; version: number }> {
  const response = await fetch(`${at.url}/api/v1/uploads/${id}`, { headers: { authorization: bearer() } });
  return (await response.json()) as { state: string; version: number };
}

describe('two hubs and a worker on one database', () => {
  it('start together, migrated and with the same keys: a token of one is good at the other', async () => {
    const query = `mutation { signIn(input: { email: "sam@several.test", password: "${password}" }) { accessToken errors { ... on UserError { code } } } }`;
    const signedIn = await ask(one.url, { query });
    expect(signedIn.data.signIn.errors).toEqual([]);
    token = signedIn.data.signIn.accessToken;
    const me = await ask(other.url, { query: '{ me { person { email } } }' }, bearer());
    expect(me.data.me.person.email).toBe('sam@several.test');
  });

  it('read in the worker what was uploaded to one hub, and publish it from the other', async () => {
    const body =
      'supplier_part_number,manufacturer,manufacturer_part_number,name,unit,price,currency,price_per,price_unit,moq,multiple\nS-1,Acme,M-1,Bolt,EA,4.20,EUR,100,EA,1,1\n';
    const headers = { authorization: bearer(), 'content-type': 'text/csv' };
    const sent = await fetch(`${one.url}/api/v1/uploads?kind=catalogue&currency=EUR&fileName=a.csv`, {
      method: 'POST',
      headers,
      body,
    });
    expect(sent.status).toBe(202);
    const { uploadId } = (await sent.json()) as { uploadId: string };
    await until(async () => (await uploadState(other, uploadId)).state === 'STAGED');
    const { version } = await uploadState(other, uploadId);
    const query = `mutation { publishUpload(input: { uploadId: "${uploadId}", expectedVersion: ${version} }) { errors { ... on UserError { code } } } }`;
    expect((await ask(other.url, { query }, bearer())).data.publishUpload.errors).toEqual([]);
    await until(async () => (await uploadState(one, uploadId)).state === 'PUBLISHED');
  });

  it('tell at one hub what changed at the other', async () => {
    const [offer] = await db.admin<{ part: string }>('select part_id as part from supply.offer');
    const client = createClient({
      url: `${other.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: bearer() },
      retryAttempts: 0,
    });
    const query = `subscription { stockChanged(partIds: ["${offer!.part}"]) { partId } }`;
    const events = client.iterate<{ stockChanged: { partId: string } }>({ query });
    const first = events.next();
    const setStock = (quantity: number) =>
      ask(
        one.url,
        {
          query: `mutation { setStock(input: { lines: [{ supplierPart: "S-1", location: "MAIN", quantity: "${quantity}" }] }) { written errors { ... on UserError { code } } } }`,
        },
        bearer(),
      );
    // The subscription says nothing when it begins, so the stock is counted until it is heard.
    let heard = false;
    void first.then(() => (heard = true));
    let quantity = 1;
    await until(async () => {
      expect((await setStock(quantity++)).data.setStock).toEqual({ written: 1, errors: [] });
      return heard;
    });
    expect((await first).value?.data?.stockChanged.partId).toBe(offer!.part);
    await events.return?.();
    await client.dispose();
  });

  it('end on SIGTERM with 0, and leave no process and no open session of the database', async () => {
    const childrenOf = async ({ child }: Started) =>
      (await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').catch(() => ''))
        .trim()
        .split(/\s+/)
        .filter(Boolean);
    const below = (await Promise.all([one, other, worker].map(childrenOf))).flat();
    expect(below).toHaveLength(3);
    for (const { child } of [one, other, worker]) child.kill('SIGTERM');
    await until(() => [one, other, worker].every(({ child }) => child.exitCode !== null));
    expect([one, other, worker].map(({ child }) => child.exitCode)).toEqual([0, 0, 0]);
    await until(() => !below.some((pid) => existsSync(`/proc/${pid}`)));
    await until(async () => {
      const left = await db.admin<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name in ('entrepot-jobs', 'entrepot-notices', 'entrepot-heartbeat', 'entrepot-throttle')`,
      );
      return left[0]!.n === 0;
    });
  });
});
