import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, type Task, task } from '#libs/platform';
import { expirePromise } from './release-promise.js';
import { releasePromiseTask } from './reserve-promise.js';

/** Gives held promises back when their time is over, and forgets the answers that nobody took up. */
@Injectable()
export class PromiseJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(releasePromiseTask, z.object({ id: z.uuid() }), async ({ payload: { id }, effect }) => {
        await effect((work) => expirePromise(work, id));
      }),
      task(purgePromisesTask, z.unknown(), async ({ sweep }) => {
        await sweep('select supply.purge_promises()');
      }),
    ];
  }
}

/** Started by the clock. */
export const purgePromisesTask = 'supply.purge-promises';
