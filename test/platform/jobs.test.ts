import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { addJob, affected, type JobWorker, startWorker, systemActor, type Task, task } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ routes: { 'thing.made.v1': ['platform.note'] } });
});
afterAll(() => db.close());

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const note = (orgId: string, name: string) => (work: Parameters<Parameters<FreshDatabase['unitOfWork']['run']>[1]>[0]) =>
  affected(
    work,
    'insert into platform.counter (org_id, name, year, value) values ($1, $2, (select count(*) from platform.counter), 1)',
    [orgId, name],
  );
const notes = async (name: string): Promise<number> =>
  (await db.admin<{ n: number }>('select count(*)::int as n from platform.counter where name = $1', [name]))[0]!.n;
const jobsLeft = async (): Promise<number> =>
  (await db.admin<{ n: number }>('select count(*)::int as n from graphile_worker.jobs'))[0]!.n;

async function worker(tasks: readonly Task[], more: object = {}): Promise<JobWorker> {
  const started = await startWorker({
    jobsUrl: db.jobsUrl,
    tasks,
    unitOfWork: db.unitOfWork,
    concurrency: 2,
    pollMs: 100,
    ...more,
  });
  stops.push(() => started.stop());
  return started;
}

const noting = task('platform.note', z.object({ id: z.string() }), (context) =>
  context.effect((work) => note(context.orgId!, context.payload.id)(work)).then(() => undefined),
);

describe('a job', () => {
  it('of a committed event runs once, in the organisation of the event; that of a failed one never', async () => {
    await worker([noting]);
    const [org, done, undone] = [randomUUID(), randomUUID(), randomUUID()];
    await db.unitOfWork.run(systemActor(org), async (work) =>
      work.emit({ wire: 'thing.made.v1', payload: { orgId: org, id: done } }),
    );
    await db.unitOfWork
      .run(systemActor(org), async (work) => {
        work.emit({ wire: 'thing.made.v1', payload: { orgId: org, id: undone } });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await until(async () => (await jobsLeft()) === 0 && (await notes(done)) === 1);
    expect([await notes(done), await notes(undone)]).toEqual([1, 0]);
    expect(await db.admin('select name from platform.counter where org_id = $1', [org])).toEqual([{ name: done }]);
  });

  it('with a payload of another shape is kept for its next attempt and has no effect', async () => {
    const errors: string[] = [];
    const { events } = await worker([noting]);
    events.on('job:error', ({ error }) => errors.push((error as Error).name));
    const id = await db.unitOfWork.run(systemActor(randomUUID()), (work) =>
      addJob(work, { task: 'platform.note', payload: { id: 5 } }),
    );
    // The next attempt comes by itself after some seconds, so one may be seen or several.
    await until(() => errors.length > 0);
    expect(new Set(errors)).toEqual(new Set(['ZodError']));
    await until(
      async () => (await db.admin('select 1 from graphile_worker.jobs where locked_by is null and attempts > 0')).length === 1,
    );
    expect(await notes('5')).toBe(0);
    await db.admin('delete from graphile_worker._private_jobs where id = $1', [id]);
  });

  it('whose effect was committed by an attempt that died afterwards is not done again', async () => {
    const org = randomUUID();
    let runs = 0;
    const dying = task('platform.dies', z.object({}), async (context) => {
      runs++;
      await context.effect((work) => note(org, 'dies')(work));
      throw new Error('died after its effect');
    });
    await worker([dying]);
    const id = await db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.dies', payload: {} }));
    // The next attempt comes by itself after some seconds; it may be over already.
    const waiting = 'select 1 from graphile_worker.jobs where attempts > 0 and locked_by is null';
    await until(async () => runs > 0 && ((await jobsLeft()) === 0 || (await db.admin(waiting)).length === 1));
    await db.admin('update graphile_worker._private_jobs set run_at = now() where id = $1', [id]);
    await until(async () => (await jobsLeft()) === 0);
    expect([runs, await notes('dies')]).toEqual([1, 1]);
  });

  it('may take steps before its effect, each in its own transaction', async () => {
    const org = randomUUID();
    const stepping = task('platform.steps', z.object({}), async (context) => {
      await context.step(note(org, 'step'));
      await context.step(note(org, 'step'));
      await context.effect(note(org, 'step'));
      await expect(context.effect(note(org, 'step'))).rejects.toThrow('overtaken');
    });
    await worker([stepping]);
    await db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.steps', payload: {} }));
    await until(async () => (await jobsLeft()) === 0 && (await notes('step')) === 3);
    expect(await notes('step')).toBe(3);
  });

  it('that is running is waited for when the worker stops, and a job that does not end is given back', async () => {
    const org = randomUUID();
    const started: string[] = [];
    let letGo = (): void => undefined;
    let held: Promise<void>;
    const slow = task('platform.slow', z.object({}), async (context) => {
      started.push(context.job.id);
      await held;
      await context.effect(note(org, 'slow'));
    });
    const add = () => {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.slow', payload: {} }));
    };
    const first = await startWorker({ jobsUrl: db.jobsUrl, tasks: [slow], unitOfWork: db.unitOfWork, pollMs: 100 });
    await add();
    await until(() => started.length === 1);
    const stopped = first.stop();
    letGo();
    await stopped;
    expect([await notes('slow'), await jobsLeft()]).toEqual([1, 0]);

    const second = await startWorker({ jobsUrl: db.jobsUrl, tasks: [slow], unitOfWork: db.unitOfWork, pollMs: 100 });
    await add();
    await until(() => started.length === 2);
    await second.stop(200);
    expect(await db.admin('select attempts, locked_by from graphile_worker.jobs')).toEqual([{ attempts: 1, locked_by: null }]);
    expect(await db.admin('select worker_id from platform.worker_beat')).toEqual([]);
    letGo();
    await until(async () => (await jobsLeft()) === 0);
    expect(await notes('slow')).toBe(2);
  });

  it('that takes long is not taken from a worker that is alive', async () => {
    const org = randomUUID();
    let runs = 0;
    const long = task('platform.long', z.object({}), async (context) => {
      runs++;
      await sleep(4_000);
      await context.effect(note(org, 'long'));
    });
    // A beat that a busy machine delays is not yet a death.
    const patience = { beatMs: 100, deadAfterMs: 3_000 };
    await worker([long], patience);
    await worker([long], patience);
    await db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.long', payload: {} }));
    await until(async () => (await notes('long')) === 1 && (await jobsLeft()) === 0);
    expect(runs).toBe(1);
  });

  it('that blocks its process for a while is not taken from it either', async () => {
    const org = randomUUID();
    let runs = 0;
    const blocking = task('platform.blocking', z.object({}), async (context) => {
      runs++;
      for (const end = Date.now() + 4_000; Date.now() < end; );
      await context.effect(note(org, 'blocking'));
    });
    const impatience = { beatMs: 100, deadAfterMs: 3_000 };
    await worker([blocking], impatience);
    await worker([blocking], impatience);
    await db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.blocking', payload: {} }));
    await until(async () => (await notes('blocking')) === 1 && (await jobsLeft()) === 0);
    expect(runs).toBe(1);
  });

  it('of the clock works past all organisations, without one of its own and so without an effect', async () => {
    const org = randomUUID();
    await db.admin(
      `insert into platform.job_fence (org_id, job_id, token, done_at) values ($1, 1, 1, now() - interval '31 days'), ($1, 2, 1, now()), ($1, 3, 1, null)`,
      [org],
    );
    const purge = task('platform.purge', z.object({}).loose(), async (context) => {
      expect(context.orgId).toBeUndefined();
      await expect(context.effect(async () => 1)).rejects.toThrow('was started for no organisation');
      await context.sweep('select platform.purge()');
    });
    await worker([purge]);
    await db.admin(`select graphile_worker.add_job('platform.purge', '{}')`);
    await until(async () => (await jobsLeft()) === 0);
    expect(await db.admin('select job_id from platform.job_fence where org_id = $1 order by job_id', [org])).toEqual([
      { job_id: '2' },
      { job_id: '3' },
    ]);
  });
});

interface Child extends ChildProcess {
  said: { began?: number; effect?: number; refused?: string }[];
}

/** A worker process of its own, to be killed and stopped. Its task waits `slowOnce` ms on the first attempt. */
async function childWorker(): Promise<Child> {
  const program = new URL('./worker-process.ts', import.meta.url);
  const loader = new URL('../support/from-sources.mjs', import.meta.url);
  const child = fork(program, {
    execArgv: ['--import', loader.href, '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, APP_URL: db.appUrl, JOBS_URL: db.jobsUrl },
  }) as unknown as Child;
  child.said = [];
  child.on('message', (message: Child['said'][number]) => child.said.push(message));
  stops.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  });
  await until(() => child.said.length > 0);
  return child;
}

const addSlow = (org: string, name: string, slowOnce: number) =>
  db.unitOfWork.run(systemActor(org), (work) => addJob(work, { task: 'platform.slow-once', payload: { name, slowOnce } }));

describe('a job of a worker', () => {
  it('killed in its middle is soon done by another, long before it would have ended, with one effect', async () => {
    const [first, second] = [await childWorker(), await childWorker()];
    await addSlow(randomUUID(), 'killed', 600_000);
    await until(() => [first, second].some((child) => child.said.some((m) => m.began === 1)));
    const [victim, heir] = first.said.some((m) => m.began === 1) ? [first, second] : [second, first];
    victim.kill('SIGKILL');
    await until(() => heir.said.some((m) => m.effect === 2));
    await until(async () => (await jobsLeft()) === 0);
    expect(await notes('killed')).toBe(1);
  });

  it('stopped and overtaken is refused its late effect', async () => {
    const zombie = await childWorker();
    await addSlow(randomUUID(), 'zombie', 10_000);
    await until(() => zombie.said.some((m) => m.began === 1));
    zombie.kill('SIGSTOP');
    const heir = await childWorker();
    await until(() => heir.said.some((m) => m.effect === 2));
    zombie.kill('SIGCONT');
    await until(() => zombie.said.some((m) => m.refused));
    expect(zombie.said.find((m) => m.refused)!.refused).toBe('FenceLost');
    await until(async () => (await jobsLeft()) === 0);
    expect(await notes('zombie')).toBe(1);
  });
});
