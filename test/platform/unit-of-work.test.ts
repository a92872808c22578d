import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fail, ok } from '#libs/kernel';
import { addJob, affected, copyInto, NotFound, one, rows, sqlState, systemActor, type Work } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ routes: { 'thing.made.v1': ['platform.first', 'platform.second'] } });
});
afterAll(() => db.close());

const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
  (await db.admin<{ n: number }>(`select count(*)::int as n from ${text}`, values))[0]!.n;
const keep = (work: Work, name: string): Promise<number> =>
  affected(work, `insert into platform.counter (org_id, name, year, value) values ($1, $2, 2026, 1)`, [work.actor.orgId, name]);
const kept = (name: string): Promise<number> => count('platform.counter where name = $1', [name]);

describe('a unit of work', () => {
  it('commits what was done and uses the clock of the database', async () => {
    const [before] = await db.admin<{ at: Date }>('select clock_timestamp() as at');
    const now = await db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'committed');
      const inside = await one<{ at: Date }>(work, 'select transaction_timestamp() as at');
      expect(inside!.at).toEqual(work.now);
      return work.now;
    });
    expect(now.getTime()).toBeGreaterThanOrEqual(before!.at.getTime());
    expect(await kept('committed')).toBe(1);
  });

  it('rolls back a returned failure and returns it', async () => {
    const result = await db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'failed');
      work.emit({ wire: 'thing.made.v1', payload: { orgId: work.actor.orgId, id: randomUUID() } });
      return fail({ code: 'Nope', path: [] });
    });
    expect(result).toEqual({ ok: false, errors: [{ code: 'Nope', path: [] }] });
    expect([await kept('failed'), await count('graphile_worker.jobs')]).toEqual([0, 0]);
  });

  it('rolls back when a refusal is thrown and passes it on', async () => {
    const refused = db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'refused');
      throw new NotFound();
    });
    await expect(refused).rejects.toThrow(NotFound);
    expect(await kept('refused')).toBe(0);
  });

  it('says so when a swallowed error has lost the transaction', async () => {
    const lost = db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'lost');
      await rows(work, 'select 1 / 0').catch(() => undefined);
      return ok('looks well');
    });
    await expect(lost).rejects.toThrow('The transaction had failed and was rolled back by its commit.');
    expect(await kept('lost')).toBe(0);
  });

  it('is tried again after a serialization failure, three times at most', async () => {
    let tries = 0;
    const answer = await db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'retried');
      if (++tries < 4) await rows(work, `do $$ begin raise exception using errcode = '40001'; end $$`);
      return tries;
    });
    expect([answer, await kept('retried')]).toEqual([4, 1]);

    tries = 0;
    const hopeless = db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      tries++;
      await rows(work, `do $$ begin raise exception using errcode = '40P01'; end $$`);
    });
    expect([await hopeless.catch(sqlState), tries]).toEqual(['40P01', 4]);
  });

  it('makes nested transactions of TypeORM savepoints', async () => {
    await db.unitOfWork.run(systemActor(randomUUID()), async (work) => {
      await keep(work, 'outer');
      await work.tx.transaction((inner) => inner.query('select 1 / 0')).catch(() => undefined);
    });
    expect(await kept('outer')).toBe(1);
  });

  it('read only, refuses to write', async () => {
    const refused = db.unitOfWork.read(systemActor(randomUUID()), (work) => keep(work, 'read'));
    expect(await refused.catch(sqlState)).toBe('25006');
  });

  it('gives its connection back clean: no organisation stays bound', async () => {
    const org = randomUUID();
    for (let i = 0; i < 20; i++) {
      await db.unitOfWork.run(systemActor(org), (work) => rows(work, 'select 1'));
      await db.unitOfWork.run(systemActor(org), async () => Promise.reject(new Error('x'))).catch(() => undefined);
    }
    const bound = await Promise.all(
      Array.from({ length: 8 }, () => db.dataSource.query(`select current_setting('app.org', true) as org`)),
    );
    expect(new Set(bound.map((found) => found[0].org || ''))).toEqual(new Set(['']));
  });
});

describe('the wall', () => {
  it('shows an organisation its own rows only, and a guest none', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    for (const org of [mine, other]) await db.unitOfWork.run(systemActor(org), (work) => keep(work, 'walled'));
    const seen = (work: Pick<Work, 'tx'>) =>
      rows<{ org_id: string }>(work, `select org_id from platform.counter where name = 'walled'`);
    expect(await db.unitOfWork.read(systemActor(mine), seen)).toEqual([{ org_id: mine }]);
    expect(await db.unitOfWork.guest(seen)).toEqual([]);
    expect(await db.dataSource.query('select * from platform.counter')).toEqual([]);
  });

  it("lets nobody write another organisation's row or read a system table", async () => {
    const work = (fn: (w: Work) => Promise<unknown>) => db.unitOfWork.run(systemActor(randomUUID()), fn).catch(sqlState);
    expect(await work((w) => affected(w, `insert into platform.counter values ($1, 'forged', 2026, 1)`, [randomUUID()]))).toBe(
      '42501',
    );
    expect(await work((w) => affected(w, `update platform.counter set value = 9 where name = 'walled'`))).toBe(0);
    expect(await work((w) => rows(w, 'select * from platform.mail'))).toBe('42501');
    expect(await work((w) => rows(w, `select platform.add_job_for($1, 'platform.first', '{}')`, [randomUUID()]))).toBe('42501');
    expect(await work((w) => rows(w, 'set role entrepot_definer'))).toBe('42501');
  });

  it('refuses an organisation id that is no UUID before any SQL', async () => {
    await expect(db.unitOfWork.run(systemActor(`' or true --`), async () => 1)).rejects.toThrow(
      'The acting organisation is not a UUID.',
    );
  });
});

describe('events and jobs', () => {
  const jobs = (org: string) =>
    db.admin<{ task: string; payload: object }>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.payload ->> 'orgId' = $1 order by j.id`,
      [org],
    );

  it('make one job per subscriber, for the acting organisation whatever the event says', async () => {
    const [org, id] = [randomUUID(), randomUUID()];
    await db.unitOfWork.run(systemActor(org), async (work) => {
      work.emit({ wire: 'thing.made.v1', payload: { orgId: randomUUID(), id, seq: 7 } });
      work.emit({ wire: 'nobody.listens.v1', payload: { orgId: org, id } });
    });
    const payload = { event: 'thing.made.v1', id, orgId: org, seq: 7 };
    expect(await jobs(org)).toEqual([
      { task: 'platform.first', payload },
      { task: 'platform.second', payload },
    ]);
  });

  it('with a key replace the job that waits', async () => {
    const org = randomUUID();
    for (const n of [1, 2])
      await db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.first', payload: { n }, key: 'k' }));
    expect(await jobs(org)).toEqual([{ task: 'platform.first', payload: { n: 2, orgId: org } }]);
  });
});

describe('queries', () => {
  it('give dates and decimals as text', async () => {
    const row = await db.unitOfWork.guest((work) =>
      one(
        work,
        `select date '2026-02-28' as d, 1.10::numeric as n, 9007199254740993 as b, array[1.10, 2]::numeric[] as ns, array['2026-02-28', null]::date[] as ds`,
      ),
    );
    expect(row).toEqual({ d: '2026-02-28', n: '1.10', b: '9007199254740993', ns: ['1.10', '2'], ds: ['2026-02-28', null] });
  });

  it('give numbers of documents without a gap, also to callers at once', async () => {
    const actor = systemActor(randomUUID());
    const next = () => db.unitOfWork.run(actor, (work) => one<{ n: string }>(work, `select platform.next_number('PO') as n`));
    const failing = () =>
      db.unitOfWork.run(actor, async (work) => fail(await one(work, `select platform.next_number('PO') as n`)));
    const given = await Promise.all([next(), failing(), next(), failing(), next(), next()]);
    const numbers = given.flatMap((item) => (item && 'n' in item ? [item.n] : [])).sort();
    const year = new Date().getUTCFullYear();
    expect(numbers).toEqual([1, 2, 3, 4].map((n) => `PO-${year}-00000${n}`));
  });

  it('copy rows into a table in the same transaction, whatever is in their cells', async () => {
    const org = randomUUID();
    const nasty = ['plain', 'tab\there', 'line\nbreak\r', 'back\\slash \\N \\.', '零件 é', ''];
    async function* cells() {
      for (const [i, name] of nasty.entries()) yield [org, name, String(i), '5'];
    }
    const target = { table: 'platform.counter', columns: ['org_id', 'name', 'year', 'value'] };
    const copied = await db.unitOfWork.run(systemActor(org), (work) => copyInto(work, target, cells()));
    const stored = await db.admin<{ name: string }>('select name from platform.counter where org_id = $1 order by year', [org]);
    expect([copied, stored.map((row) => row.name)]).toEqual([6, nasty]);
  });

  it('lose the transaction, not the connection, when the source of a COPY fails', async () => {
    async function* broken() {
      yield [randomUUID(), 'copy', '1', '1'];
      throw new Error('the file ended early');
    }
    const target = { table: 'platform.counter', columns: ['org_id', 'name', 'year', 'value'] };
    for (let i = 0; i < 6; i++)
      await expect(db.unitOfWork.run(systemActor(randomUUID()), (work) => copyInto(work, target, broken()))).rejects.toThrow(
        'the file ended early',
      );
    expect(await db.unitOfWork.run(systemActor(randomUUID()), (work) => one(work, 'select 1 as one'))).toEqual({ one: 1 });
  });
});
