import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, PublicAddress, Sentences, systemActor, type Task, task } from '#libs/platform';
import { fireRotable } from './fire-rotable.js';
import { tellRotable } from './tell-rotable.js';

/** The clocks of cores and repairs, and the letters they cause. */
@Injectable()
export class RotableJobs implements JobSource {
  constructor(
    private readonly sentences: Sentences,
    private readonly address: PublicAddress,
  ) {}

  tasks(): readonly Task[] {
    const told = z.object({ id: z.uuid(), seq: z.int().positive() });
    return [
      // Every minute, past all organisations; what a dead worker left unfired is found by the next one.
      task(runRotablesTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<{ org_id: string; id: string }>('select * from procurement.rotables_due(clock_timestamp())');
        // One that fails stops no other; the job fails with it, so that somebody looks.
        const failed: unknown[] = [];
        for (const { org_id, id } of due)
          await unitOfWork
            .run(systemActor(org_id), (work) => fireRotable(work, { buyerId: org_id, rotableId: id }))
            .catch((error: unknown) => failed.push(error));
        if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} clocks did not fire`);
      }),
      task('procurement.tell-rotable', told, async ({ payload, effect }) => {
        await effect((work) => tellRotable(work, { ...payload, letters: { sentences: this.sentences, address: this.address } }));
      }),
    ];
  }
}

/** Started by the clock. */
export const runRotablesTask = 'procurement.run-rotables';
