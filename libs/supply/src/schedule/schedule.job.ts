import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, type Task, task } from '#libs/platform';
import { publishScheduled } from './publish-scheduled.js';
import { publishScheduledTask } from './schedule-publication.js';

/** Publishes uploads at the instant they were given. Far behind after an outage it publishes late rather than not at all. */
@Injectable()
export class ScheduleJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(
        publishScheduledTask,
        z.object({ uploadId: z.uuid(), publishAt: z.coerce.date() }),
        async ({ payload, effect }) => void (await effect((work) => publishScheduled(work, payload))),
      ),
    ];
  }
}
