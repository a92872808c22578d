import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { affected, type JobSource, systemActor, type Task, task } from '#libs/platform';
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
      task(purgePromisesTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        for (const { org_id } of await sweep<{ org_id: string }>('select * from supply.buyers_with_old_promises()'))
          await unitOfWork.run(systemActor(org_id), (work) => affected(work, 'select supply.forget_promises()'));
      }),
    ];
  }
}

/** Started by the clock. */
export const purgePromisesTask = 'supply.purge-promises';
