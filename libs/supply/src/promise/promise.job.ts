import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { affected, type JobSource, systemActor, type Task, task } from '#libs/platform';
import { expirePromise, expirePromises, overdueAtOnce } from './release-promise.js';
import { releasePromiseTask } from './reserve-promise.js';

/** Gives held promises back when their time is over, and forgets the answers that nobody took up. */
@Injectable()
export class PromiseJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(releasePromiseTask, z.object({ id: z.uuid() }), async ({ payload: { id }, effect }) => {
        await effect((work) => expirePromise(work, id));
      }),
      task(expirePromisesTask, z.unknown(), async ({ sweep, unitOfWork, signal }) => {
        for (const { org_id } of await sweep<{ org_id: string }>('select * from supply.buyers_with_overdue_promises()')) {
          let ended = overdueAtOnce;
          while (ended === overdueAtOnce && !signal.aborted) ended = await unitOfWork.run(systemActor(org_id), expirePromises);
        }
      }),
      task(purgePromisesTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        for (const { org_id } of await sweep<{ org_id: string }>('select * from supply.buyers_with_old_promises()'))
          await unitOfWork.run(systemActor(org_id), (work) => affected(work, 'select supply.forget_promises()'));
      }),
    ];
  }
}

/** Started by the clock every minute: each reservation has a job of its own, this one finds what those left. */
export const expirePromisesTask = 'supply.expire-promises';

/** Started by the clock. */
export const purgePromisesTask = 'supply.purge-promises';
