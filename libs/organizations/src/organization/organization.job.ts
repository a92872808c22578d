import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, languages, type Task, task } from '#libs/platform';
import { inviteMember } from '../invitation/invite-member.js';
import { Letters } from '../letters.js';
import { adminRole } from '../member/member.lifecycle.js';

/** Jobs of a young organisation. */
@Injectable()
export class OrganizationJobs implements JobSource {
  constructor(private readonly letters: Letters) {}

  tasks(): readonly Task[] {
    const payload = z.object({ email: z.string(), locale: z.enum(languages).nullish() });
    return [
      // Runs in the new organisation: its invitations are its own, the operator who founded it does not see them.
      task('organizations.invite-first-admin', payload, async ({ payload: { email, locale }, effect }) => {
        const invitation = { email, roles: [adminRole], locale: locale ?? 'en' };
        await effect((work) => inviteMember(work, invitation, this.letters));
      }),
    ];
  }
}
