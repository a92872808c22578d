import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, type Task, task } from '#libs/platform';
import { tenderWires } from '../tender/tender.events.js';

/** Tells upper rooms that a public tender moved: the database starts this with every step of one (`tendering.log_tender`). */
@Injectable()
export class NoticeJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task('tendering.note-move', z.object({ id: z.uuid() }), async ({ payload, effect }) => {
        await effect(async (work) =>
          work.emit({ wire: tenderWires.moved, payload: { orgId: work.actor.orgId, id: payload.id } }),
        );
      }),
    ];
  }
}
