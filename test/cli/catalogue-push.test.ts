import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rooms } from '../../apps/hub/src/hub.module.js';
import { createApiKey } from '../../libs/organizations/src/api-key/create-api-key.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = path.join(root, 'dist/apps/cli/src/main.js');

/** Each step is a process of its own, and on a busy machine they take their time. */
jest.setTimeout(400_000);

let hub: TestHub;
let folder: string;
let seller: string;
let reader: string;
let orgId: string;
beforeAll(async () => {
  if (!existsSync(binary)) throw new Error('The program is not built: node .config/build.mjs --server.');
  hub = await startTestHub({ rooms: rooms.slice(1), ownActors: true, env: { ENTREPOT_WORKER: 'inline' } });
  folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-cli-'));
  const org = await makeOrganization(hub.db, { roles: ['SUPPLIER'], currency: 'EUR' });
  const admin = await makeMember(hub.db, org);
  const key = async (name: string, scopes: string[]): Promise<string> =>
    expectOk(await hub.db.unitOfWork.run(admin, (work) => createApiKey(work, { name, scopes }))).secret;
  seller = await key('push', ['catalogue:read', 'catalogue:upload', 'catalogue:publish', 'stock:write']);
  reader = await key('read', ['catalogue:read']);
  orgId = org.id;
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  code: number | null;
  out: string;
  errors: string;
}

/** The real program in a process of its own, with nothing of our environment but what it needs. */
function entrepot(args: readonly string[], env: Record<string, string> = { ENTREPOT_KEY: seller }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ENTREPOT_HUB: hub.url, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ran: Ran = { code: null, out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => (ran.out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (ran.errors += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

const header =
  'supplier_part_number,manufacturer,manufacturer_part_number,name,unit,price,currency,price_per,price_unit,moq,multiple';
const row = (part: string, price = '4.20'): string => `${part},Acme,${part}-M,Bolt ${part},EA,${price},EUR,100,EA,1,1`;

async function fileOf(name: string, ...lines: string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

const offers = async (): Promise<string[]> =>
  (
    await hub.db.admin<{ p: string }>(
      `select supplier_part || ' ' || list_price as p from supply.offer where org_id = $1 and status = 'ACTIVE' order by 1`,
      [orgId],
    )
  ).map(({ p }) => p);

describe('entrepot catalogue push', () => {
  it('sends, reads and publishes a catalogue and leaves with 0; the preview alone publishes nothing', async () => {
    const file = await fileOf('first.csv', header, row('A1'), row('A2', '1.10'));
    const looked = await entrepot(['catalogue', 'push', file, '--no-publish']);
    expect([looked.code, looked.errors]).toEqual([0, '']);
    expect(looked.out).toMatch(
      /^2 rows: 2 good, 0 refused; 2 new, 0 changed, 0 unchanged, 0 withdrawn\nStaged, not published: http/,
    );
    expect(await offers()).toEqual([]);

    const pushed = await entrepot(['catalogue', 'push', file]);
    expect(pushed).toEqual({
      code: 0,
      out: '2 rows: 2 good, 0 refused; 2 new, 0 changed, 0 unchanged, 0 withdrawn\nPublished as version 1.\n',
      errors: '',
    });
    expect(await offers()).toEqual(['A1 4.20', 'A2 1.10']);
  });

  it('publishes the good rows, names the others and leaves with 1', async () => {
    const file = await fileOf('second.csv', header, row('A1', '4.30'), row('A3', '-1'));
    const pushed = await entrepot(['catalogue', 'push', file, '--mode', 'delta']);
    expect(pushed.code).toBe(1);
    expect(pushed.out).toMatch(/^2 rows: 1 good, 1 refused; 0 new, 1 changed/);
    expect(pushed.errors).toMatch(/problems\.csv/);
  });

  it('takes stock', async () => {
    const file = await fileOf('stock.csv', 'supplier_part_number,location,quantity', 'A1,MAIN,25', 'A2,MAIN,7');
    const pushed = await entrepot(['catalogue', 'push', file, '--stock']);
    expect([pushed.code, pushed.errors]).toEqual([0, '']);
    expect(
      await hub.db.admin('select location, s.quantity::text from supply.stock s where org_id = $1 order by s.quantity', [orgId]),
    ).toEqual([
      { location: 'MAIN', quantity: '7' },
      { location: 'MAIN', quantity: '25' },
    ]);
  });

  it('leaves with 1 for content that is no catalogue', async () => {
    const file = path.join(folder, 'archive.csv');
    await writeFile(file, Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)]));
    const pushed = await entrepot(['catalogue', 'push', file]);
    expect([pushed.code, pushed.errors]).toEqual([1, 'The hub answered 422: The content is zip.\n']);
  });

  it('leaves with 2 for a wrong command line, without asking the hub', async () => {
    const file = await fileOf('any.csv', header);
    for (const args of [
      ['catalogue', 'push'],
      ['catalogue', 'push', file, '--mode', 'half'],
      ['catalogue', 'pull', file],
      ['nonsense'],
      ['catalogue', 'push', file, '--speed', '9'],
    ])
      expect((await entrepot(args)).code).toBe(2);
    expect(await entrepot(['catalogue', 'push', file], {})).toEqual({
      code: 2,
      out: '',
      errors: 'An API key is needed: --key or ENTREPOT_KEY.\n',
    });
    expect((await entrepot(['--help'])).code).toBe(0);
  });

  it('leaves with 3 for a file or a hub that is not there, or a hub in trouble', async () => {
    expect(await entrepot(['catalogue', 'push', path.join(folder, 'none.csv')])).toEqual({
      code: 3,
      out: '',
      errors: `There is no file ${folder}/none.csv.\n`,
    });
    const file = await fileOf('any.csv', header, row('A1'));
    const away = await entrepot(['catalogue', 'push', file, '--hub', 'http://127.0.0.1:1']);
    expect([away.code, away.errors.includes(seller)]).toEqual([3, false]);
    expect(away.errors).toMatch(/^The hub at http:\/\/127\.0\.0\.1:1 cannot be reached: /);
    const busy = createServer((_, response) =>
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"title":"Later."}'),
    );
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const said = await entrepot(['catalogue', 'push', file, '--hub', `http://127.0.0.1:${(busy.address() as AddressInfo).port}`]);
    busy.close();
    expect([said.code, said.errors]).toEqual([3, 'The hub answered 503: Later.\n']);
  });

  it('leaves with 4 without a right', async () => {
    const file = await fileOf('any.csv', header, row('A1'));
    const wrong = await entrepot(['catalogue', 'push', file], { ENTREPOT_KEY: `ek_AAAAAAAA_${'A'.repeat(43)}` });
    expect([wrong.code, wrong.errors.startsWith('The hub answered 401: ')]).toEqual([4, true]);
    const lacking = await entrepot(['catalogue', 'push', file], { ENTREPOT_KEY: reader });
    expect([lacking.code, lacking.errors.startsWith('The hub answered 403: ')]).toEqual([4, true]);
  });
});

describe('entrepot backup', () => {
  it('takes no other database than the configured one', async () => {
    const ran = await entrepot(['backup', path.join(folder, 'backup')], {
      DATABASE_URL: hub.db.appUrl,
      DATABASE_JOBS_URL: hub.db.jobsUrl,
    });
    expect([ran.code, ran.errors]).toEqual([2, 'DATABASE_URL is set: give --database-url of a superuser of that database.\n']);
  });

  it('copies the configured database for somebody who sees every row', async () => {
    const into = path.join(folder, 'backup');
    const ran = await entrepot(['backup', into, '--database-url', hub.db.adminUrl], { ENTREPOT_DATA_DIR: hub.dataDir });
    expect([ran.code, ran.errors, existsSync(path.join(into, 'manifest.sha256'))]).toEqual([0, '', true]);
    expect(ran.out).toMatch(/\n\d+ rows of \d+ tables, \d+ jobs, \d+ files, as of 2\d{3}-/);
    const refused = await entrepot(['restore', into, '--database-url', hub.db.adminUrl], { ENTREPOT_DATA_DIR: hub.dataDir });
    expect([refused.code, refused.errors]).toEqual([
      3,
      'The database already holds 2 organisations: restore into an empty one.\n',
    ]);
  });
});
