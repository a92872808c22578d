// A worker in a process of its own, for jobs.test.ts to kill and to stop. Says what it does to its parent.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { affected, makeDataSource, startWorker, task, UnitOfWork } from '#libs/platform';

const say = (message: object): void => {
  process.send?.(message);
};

const slowOnce = task('platform.slow-once', z.object({ name: z.string(), slowOnce: z.number() }), async (context) => {
  const { attempt } = context.job;
  say({ began: attempt });
  if (attempt === 1) await sleep(context.payload.slowOnce);
  try {
    await context.effect((work) =>
      affected(work, 'insert into platform.counter values ($1, $2, 1, 1)', [context.orgId, context.payload.name]),
    );
    say({ effect: attempt });
  } catch (error) {
    say({ refused: (error as Error).name });
    throw error;
  }
});

const dataSource = await makeDataSource(process.env['APP_URL']!, [], { poolMax: 3 }).initialize();
await startWorker({
  jobsUrl: process.env['JOBS_URL']!,
  tasks: [slowOnce],
  unitOfWork: new UnitOfWork(dataSource),
  concurrency: 2,
});
say({ ready: true });
