import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Notice, Notices, systemActor } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
const open: Notices[] = [];
beforeAll(async () => {
  db = await freshDatabase();
});
afterEach(() => Promise.all(open.splice(0).map((notices) => notices.close())));
afterAll(() => db.close());

async function listener(): Promise<Notices> {
  const notices = new Notices(db.appUrl);
  await notices.start();
  open.push(notices);
  return notices;
}

/** How many ordinary roles may be connected to the database of this test; -1: any number. */
async function setConnectionLimit(limit: number): Promise<void> {
  const written = `select format('alter database %I connection limit %s', current_database(), $1::int) as statement`;
  for (const { statement } of await db.admin<{ statement: string }>(written, [limit])) await db.admin(statement);
}

const org = randomUUID();
const tell = (topic: string, id: string) => db.unitOfWork.run(systemActor(org), async (work) => work.notify(topic, org, id));

describe('notices', () => {
  it('reach every process after the commit, and none for what was rolled back', async () => {
    const [one, two] = [await listener(), await listener()];
    const [heardByOne, heardByTwo]: [Notice[], Notice[]] = [[], []];
    one.on('stock.changed', (notice) => heardByOne.push(notice));
    two.on('stock.changed', (notice) => heardByTwo.push(notice));
    await db.unitOfWork
      .run(systemActor(org), async (work) => {
        work.notify('stock.changed', org, 'undone');
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await tell('other.topic', 'a');
    await tell('stock.changed', 'b');
    await until(() => heardByOne.length > 0 && heardByTwo.length > 0);
    const expected = [{ topic: 'stock.changed', orgId: org, id: 'b' }];
    expect([heardByOne, heardByTwo]).toEqual([expected, expected]);
  });

  it('tell after a lost connection that some were missed, and are known to be off meanwhile', async () => {
    const notices = await listener();
    const heard: Notice[] = [];
    notices.on('stock.changed', (notice) => heard.push(notice));
    // Shut while it is off: a return within a few milliseconds is not seen by looking.
    await setConnectionLimit(0);
    await db.admin(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entrepot-notices' and datname = current_database()`,
    );
    await until(() => !notices.connected);
    expect(heard).toEqual([]);
    await setConnectionLimit(-1);
    await until(() => notices.connected && heard.length === 1);
    await tell('stock.changed', 'after');
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { topic: 'stock.changed', orgId: '', id: '', missed: true },
      { topic: 'stock.changed', orgId: org, id: 'after' },
    ]);
  });

  it('are iterated through a filter, equal ones once, until the signal', async () => {
    const notices = await listener();
    const done = new AbortController();
    const got: string[] = [];
    const reading = (async () => {
      for await (const notice of notices.iterate('stock.changed', ({ id }) => id !== 'not mine', done.signal)) {
        got.push(notice.id);
        // While this reader is busy the same notice comes three times.
        if (notice.id === 'first') for (const id of ['same', 'not mine', 'same', 'same', 'last']) await tell('stock.changed', id);
        if (notice.id === 'last') done.abort();
      }
    })();
    await tell('stock.changed', 'first');
    await reading;
    expect(got.filter((id) => id !== 'same')).toEqual(['first', 'last']);
    expect(got.filter((id) => id === 'same').length).toBeLessThanOrEqual(3);
    await tell('stock.changed', 'unheard');
  });

  it('survive a handler that throws', async () => {
    const errors: unknown[] = [];
    const notices = new Notices(db.appUrl, (error) => errors.push((error as Error).message));
    await notices.start();
    open.push(notices);
    const heard: string[] = [];
    notices.on('t', () => {
      throw new Error('handler');
    });
    const off = notices.on('t', ({ id }) => heard.push(id));
    await tell('t', '1');
    await until(() => heard.length === 1);
    off();
    await tell('t', '2');
    await until(() => errors.length === 2);
    expect([heard, errors]).toEqual([['1'], ['handler', 'handler']]);
  });

  it('cannot start where nothing answers', async () => {
    const notices = new Notices('postgres://a:b@127.0.0.1:1/x');
    await expect(notices.start()).rejects.toThrow('ECONNREFUSED');
    await notices.close();
  });
});
