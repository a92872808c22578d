import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, systemActor, type Task, task } from '#libs/platform';
import { tidyAsking } from './tidy-asking.js';

/** Started by the clock every minute. */
export const tidyAskingTask = 'supply.tidy-asking';

/** Lets figures of silent ERPs fall and keeps the log short. */
@Injectable()
export class AskingJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(tidyAskingTask, z.unknown(), async ({ sweep, unitOfWork, signal }) => {
        for (const { org_id } of await sweep<{ org_id: string }>('select * from supply.suppliers_to_tidy()')) {
          if (signal.aborted) return;
          await unitOfWork.run(systemActor(org_id), tidyAsking);
        }
      }),
    ];
  }
}
