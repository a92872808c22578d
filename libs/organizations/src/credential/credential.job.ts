import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, one, type Task, task } from '#libs/platform';
import { Letters } from '../letters.js';
import { mailPasswordReset } from './mail-password-reset.js';

/** Deletes what has ended: sessions, links, places; started by the clock. */
export const purgeTask = 'organizations.purge-credentials';

/** What follows from credentials, out of the asking person's sight. */
@Injectable()
export class CredentialJobs implements JobSource {
  constructor(private readonly letters: Letters) {}

  tasks(): readonly Task[] {
    return [
      // Without an organisation and without a fence: done twice it mails twice, and only the last link works.
      task('organizations.mail-password-reset', z.object({ email: z.string() }), async ({ payload, unitOfWork }) => {
        await unitOfWork.guest((work) => mailPasswordReset(work, payload, this.letters));
      }),
      task('organizations.refresh-member', z.object({ id: z.uuid() }), async ({ payload, effect }) => {
        await effect((work) => one(work, 'select organizations.refresh_member($1)', [payload.id]));
      }),
      task(purgeTask, z.unknown(), async ({ sweep }) => {
        await sweep('select organizations.purge()');
      }),
    ];
  }
}
