import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, PublicAddress, Sentences, systemActor, type Task, task } from '#libs/platform';
import { expireUrgentHold, fireClocks } from './fire-clocks.js';
import { releaseUrgentHoldTask } from './raise-urgent.js';
import { tellContacts } from './tell-contacts.js';

/** The clocks of urgent requests, the letters they cause, and the end of named holds. */
@Injectable()
export class UrgentJobs implements JobSource {
  constructor(
    private readonly sentences: Sentences,
    private readonly address: PublicAddress,
  ) {}

  tasks(): readonly Task[] {
    const told = z.object({ buyerId: z.uuid(), id: z.uuid(), seq: z.int().positive() });
    return [
      // Every minute, past all organisations; what a dead worker left unfired is found by the next one.
      task(runClocksTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<{ org_id: string; id: string }>('select * from procurement.urgent_clocks_due(clock_timestamp())');
        for (const { org_id, id } of due)
          await unitOfWork.run(systemActor(org_id), (work) => fireClocks(work, { buyerId: org_id, requestId: id }));
      }),
      task(releaseUrgentHoldTask, z.object({ id: z.uuid() }), async ({ payload: { id }, effect }) => {
        await effect((work) => expireUrgentHold(work, id));
      }),
      task('procurement.tell-contacts', told, async ({ payload, effect }) => {
        await effect((work) => tellContacts(work, { ...payload, letters: { sentences: this.sentences, address: this.address } }));
      }),
    ];
  }
}

/** Started by the clock. */
export const runClocksTask = 'procurement.run-clocks';
