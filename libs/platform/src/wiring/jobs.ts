import type { Type } from '@nestjs/common';
import { z } from 'zod';
import { type Task, task } from '../jobs/task.js';
import { type Clock, type JobWorker, startWorker } from '../jobs/worker.js';
import { correlation } from '../observability/correlation.js';
import type { Room } from './room.js';
import type { Services } from './services.js';

/** Milliseconds after which what lies in quarantine belongs to nobody: uploads are decided within days. */
const quarantineMs = 14 * 24 * 3_600_000;

/** Starts the job worker of this process with the tasks of all rooms; `get` finds a provider in the application. */
export async function startJobs(services: Services, rooms: readonly Room[], get: <T>(type: Type<T>) => T): Promise<JobWorker> {
  const { logger, metrics } = services;
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return startWorker({
    jobsUrl: services.urls.jobsUrl,
    unitOfWork: services.unitOfWork,
    // A job may hold a connection while it waits for a second: jobs alone never hold them all.
    concurrency: Math.min(services.config.workerConcurrency, services.config.poolMax - 1),
    tasks: [...rooms.flatMap((room) => (room.jobs ?? []).flatMap((type) => get(type).tasks())), ...ownTasks(services)],
    crontab: [...rooms.flatMap((room) => room.clocks ?? []), ...ownClocks],
    log: (level, message, detail) => logger[levels[level]](detail ?? {}, message),
    around: ({ id, task: name, attempt }, run) =>
      correlation.run({ requestId: `job-${id}-${attempt}` }, async () => {
        const requestId = `job-${id}-${attempt}`;
        const stop = metrics.jobs.startTimer({ task: name });
        try {
          await run();
          stop({ outcome: 'done' });
        } catch (error) {
          stop({ outcome: 'failed' });
          logger.warn({ requestId, error, task: name, attempt }, 'a job failed and will be tried again while it has attempts');
          throw error;
        }
      }),
  });
}

const ownClocks: readonly Clock[] = [{ task: 'platform.tidy', match: '17 3 * * *' }];

function ownTasks({ mail, files }: Services): readonly Task[] {
  const tidy = task('platform.tidy', z.unknown(), async ({ sweep }) => {
    await sweep('select platform.purge()');
    await files.sweep(quarantineMs);
  });
  return [mail.task, tidy];
}
