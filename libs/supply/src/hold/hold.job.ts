import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, systemActor, type Task, task } from '#libs/platform';
import { expiredAtOnce, expireHolds } from './expire-holds.js';

/** Started by the clock every minute. A buyer who is short of stock ends what is overdue there himself, so nobody waits for it. */
export const expireHoldsTask = 'supply.expire-holds';

/** Lets go of stock whose time is over. */
@Injectable()
export class HoldJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(expireHoldsTask, z.unknown(), async ({ sweep, unitOfWork, signal }) => {
        const due = await sweep<{ org_id: string; overdue: number }>('select * from supply.overdue_holders()');
        for (const { org_id, overdue } of due) {
          for (let left = overdue; left > 0 && !signal.aborted; left -= expiredAtOnce)
            await unitOfWork.run(systemActor(org_id), expireHolds);
        }
      }),
    ];
  }
}
