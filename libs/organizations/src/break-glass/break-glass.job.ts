import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, type Task, task } from '#libs/platform';
import { Letters } from '../letters.js';
import { noteBreakGlass } from './note-break-glass.js';

const payload = z.object({ id: z.uuid(), operatorId: z.uuid(), reason: z.string(), expiresAt: z.string() });

/** The half of a look that belongs to the organisation looked into. */
@Injectable()
export class BreakGlassJobs implements JobSource {
  constructor(private readonly letters: Letters) {}

  tasks(): readonly Task[] {
    return [
      task('organizations.note-break-glass', payload, async (context) =>
        context.effect((work) => noteBreakGlass(work, context.payload, this.letters)),
      ),
    ];
  }
}
