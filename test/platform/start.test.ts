import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  assertSafeRole,
  bootstrapRoles,
  checkDatabase,
  type EmbeddedPostgres,
  embeddedFolder,
  makeDataSource,
  migrate,
  migrateDown,
  pendingMigrations,
  printSchema,
  readConfig,
  StartError,
  startEmbeddedPostgres,
  unknownSettings,
} from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
const servers: EmbeddedPostgres[] = [];
const folders: string[] = [];
async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'entrepot-start-'));
  folders.push(dir);
  return dir;
}
async function start(dir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dir, settings: fast });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true });
});

const sentence = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => {
      expect(error).toBeInstanceOf(StartError);
      return (error as Error).message;
    },
  );

describe('the embedded PostgreSQL', () => {
  it('keeps its data, attaches a second starter, and is stopped by its owner only', async () => {
    const dir = await folder();
    const [first, second] = await Promise.all([start(dir), start(dir)]);
    expect([first.attached, second.attached].sort()).toEqual([false, true]);
    expect(second.adminUrl).toBe(first.adminUrl);
    const urls = await bootstrapRoles(first.adminUrl, { passwordFile: path.join(dir, 'roles.json') });
    expect(await bootstrapRoles(first.adminUrl, { passwordFile: path.join(dir, 'roles.json') })).toEqual(urls);
    expect((await stat(path.join(dir, 'roles.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(dir, 'password'))).mode & 0o777).toBe(0o600);
    await first.stop();

    const again = await start(dir);
    expect(again.attached).toBe(false);
    const client = new pg.Client({ connectionString: again.adminUrl });
    await client.connect();
    const { rows } = await client.query(`select rolname from pg_roles where rolname like 'entrepot%' order by 1`);
    expect(rows.map((row) => row.rolname)).toEqual([
      'entrepot_admin',
      'entrepot_app',
      'entrepot_definer',
      'entrepot_jobs',
      'entrepot_owner',
    ]);
    expect(
      (
        await client.query(
          `select datctype, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'entrepot'`,
        )
      ).rows[0].encoding,
    ).toBe('UTF8');
    await client.end();
  });

  it('never gives two data folders one database, also where its user cannot reach them', async () => {
    const shut = await folder();
    const [one, other, own] = [path.join(shut, 'one'), path.join(shut, 'other'), path.join(shut, '.data')];
    const places = await Promise.all([one, other, own].map(embeddedFolder));
    if (process.getuid?.() !== 0) expect(places).toEqual([one, other, own].map((dir) => path.join(dir, 'pg')));
    // A checkout's own data folder is named after the checkout, another after itself.
    else
      expect(places).toEqual(
        [one, other, shut].map((dir) => {
          const name = createHash('sha256').update(dir).digest('hex').slice(0, 12);
          return `/var/lib/entrepot/${name}/pg`;
        }),
      );
  });

  it('starts again on the data of a server that was killed', async () => {
    const dir = await folder();
    const server = await start(dir);
    process.kill(server.pid, 'SIGKILL');
    const again = await start(dir);
    expect(again.attached).toBe(false);
  });

  it('starts beside one that is shutting down, and attaches to one that is starting', async () => {
    const dir = await folder();
    const first = await start(dir);
    for (let round = 0; round < 3; round++) {
      const ending = servers.at(-1)!.stop();
      const again = await start(dir);
      await ending;
      const client = new pg.Client({ connectionString: again.adminUrl });
      await client.connect();
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await client.end();
    }
    expect(servers.at(-1)!.pid).not.toBe(first.pid);
  });

  it('says in one sentence that another server uses the folder', async () => {
    const dir = await folder();
    const server = await start(dir);
    await writeFile(path.join(dir, 'password'), 'another\n');
    expect(await sentence(startEmbeddedPostgres({ dir }))).toBe(
      `The data folder ${dir}/data is in use by another PostgreSQL (process ${server.pid}): stop it, or set ENTREPOT_DATA_DIR to another folder.`,
    );
  });

  it('says in one sentence what is wrong with a data folder', async () => {
    const dir = await folder();
    const data = path.join(dir, 'data');
    await mkdir(path.join(data, 'base'), { recursive: true });
    expect(await sentence(startEmbeddedPostgres({ dir }))).toBe(
      `The data folder ${data} is not a complete PostgreSQL database (PG_VERSION is missing): restore it from a backup, or move it away to begin anew.`,
    );
    await writeFile(path.join(data, 'PG_VERSION'), '17\n');
    expect(await sentence(startEmbeddedPostgres({ dir }))).toBe(
      `The data folder ${data} was written by PostgreSQL 17 and the embedded one is 18: start that version on it and set DATABASE_URL, or move the folder away.`,
    );
    await writeFile(path.join(data, 'PG_VERSION'), '18\n');
    expect(await sentence(startEmbeddedPostgres({ dir }))).toBe(
      `The data folder ${data} is damaged (global/pg_control is missing): restore it from a backup, or move it away to begin anew.`,
    );
  });

  it('gives the reason of PostgreSQL when it does not start', async () => {
    const dir = await folder();
    const server = await start(dir);
    await server.stop();
    const control = path.join(dir, 'data', 'global', 'pg_control');
    const bytes = await readFile(control);
    bytes.fill(0x55, 0, 300);
    await writeFile(control, bytes);
    expect(await sentence(startEmbeddedPostgres({ dir }))).toMatch(
      /^The embedded PostgreSQL did not start on .*\/data \(.+\): see .*\/postgres\.log\.$/,
    );
  });
});

describe('DATABASE_URL', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.close());

  it('that is wrong gives one sentence without the password', async () => {
    const at = (change: (url: URL) => void): string => {
      const url = new URL(db.appUrl);
      change(url);
      return url.href;
    };
    const { host } = new URL(db.appUrl);
    expect(await sentence(checkDatabase('postgres://x:secret@127.0.0.1:1/y', 'DATABASE_URL'))).toBe(
      'DATABASE_URL: nothing answers at 127.0.0.1:1; start PostgreSQL there, or mend the address.',
    );
    expect(
      await sentence(
        checkDatabase(
          at((url) => (url.username = 'nobody')),
          'DATABASE_URL',
        ),
      ),
    ).toBe(`DATABASE_URL: the server at ${host} refuses the user nobody or its password.`);
    expect(
      await sentence(
        checkDatabase(
          at((url) => (url.pathname = '/nowhere')),
          'DATABASE_URL',
        ),
      ),
    ).toBe(`DATABASE_URL: the server at ${host} has no database nowhere.`);
    expect(await sentence(checkDatabase('mysql://secret@host/x', 'DATABASE_URL'))).toBe(
      'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
    );
    await checkDatabase(db.appUrl, 'DATABASE_URL');
  });

  it('with a role that the walls do not bind is refused', async () => {
    const refused = async (url: string): Promise<string> => {
      const dataSource = await makeDataSource(url, []).initialize();
      try {
        return await sentence(assertSafeRole(dataSource));
      } finally {
        await dataSource.destroy();
      }
    };
    const why = (role: string, reason: string): string =>
      `The hub will not serve as the database role ${role}, which ${reason}: the walls between organisations do not bind it; set DATABASE_URL to the role entrepot_app.`;
    expect(await refused(db.adminUrl)).toBe(why(decodeURIComponent(new URL(db.adminUrl).username), 'is a superuser'));
    expect(await refused(db.ownerUrl)).toBe(why('entrepot_owner', 'is a member of another role'));
    expect(await refused(db.jobsUrl)).toBe(why('entrepot_jobs', 'owns tables'));
    expect(await refused(db.appUrl)).toBe('no error');
  });
});

describe('migrations', () => {
  it('run once when two processes start at once, go down, and up to the same schema', async () => {
    const db = await freshDatabase();
    const before = await printSchema(db.adminUrl);
    const count = await migrateDown(db.ownerUrl);
    expect((await printSchema(db.adminUrl)).trim()).toBe('');
    const runs = await Promise.all([migrate(db.ownerUrl), migrate(db.ownerUrl)]);
    expect(runs.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, count]);
    expect(await printSchema(db.adminUrl)).toBe(before);
    const app = new pg.Client({ connectionString: db.appUrl });
    await app.connect();
    expect(await pendingMigrations(app)).toEqual([]);
    await app.end();
    await db.close();
  });
});

describe('the configuration', () => {
  it('has defaults, and names all that is wrong at once without values', () => {
    const config = readConfig({});
    expect([config.port, config.host, config.databaseUrl, config.worker, config.uploadBytesMax, config.outboundAllow]).toEqual([
      3000,
      '127.0.0.1',
      undefined,
      'inline',
      2147483648,
      [],
    ]);
    expect(() => readConfig({ PORT: '80x', ENTREPOT_WORKER: 'maybe', DATABASE_URL: 'mysql://root:secret@h/x' })).toThrow(
      new StartError(
        'The configuration cannot be used: PORT must be a whole number; DATABASE_URL must be an address beginning with postgres:// or postgresql://; ENTREPOT_WORKER must be inline or separate; DATABASE_JOBS_URL must be given with DATABASE_URL.',
      ),
    );
    const [fresh, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(readConfig({ ENTREPOT_SECRET_KEY: `${fresh.toString('base64')}, ${old.toString('hex')}` }).secretKeys).toEqual([
      fresh,
      old,
    ]);
    for (const wrong of ['ab'.repeat(31), `${'ab'.repeat(32)},`, 'ab,'.repeat(3)])
      expect(() => readConfig({ ENTREPOT_SECRET_KEY: wrong })).toThrow(
        'ENTREPOT_SECRET_KEY must be 32 bytes, as 64 hex digits or base64',
      );
    expect(unknownSettings({ ENTREPOT_WROKER: 'inline', ENTREPOT_DEMO: 'no', HOME: '/' })).toEqual(['ENTREPOT_WROKER']);
    expect(readConfig({ ENTREPOT_SECRET_KEY: 'ab'.repeat(32), ENTREPOT_OUTBOUND_ALLOW: 'localhost:9, erp.local' })).toMatchObject(
      {
        secretKeys: [Buffer.alloc(32, 0xab)],
        outboundAllow: ['localhost:9', 'erp.local'],
      },
    );
  });
});
