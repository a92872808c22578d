import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config, type JobSource, type Task, task } from '#libs/platform';
import { releaseNotice } from '#libs/tendering';
import { writeRelease } from './release-document.js';

/** Publishes where public tenders stand, after each of their moves; a move that changed nothing public publishes nothing. */
@Injectable()
export class NoticeReleaseJobs implements JobSource {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'ocidPrefix'>) {}

  tasks(): readonly Task[] {
    const { ocidPrefix } = this.config;
    return [
      task('exchange.release-notice', z.object({ id: z.uuid() }), async ({ payload, effect }) => {
        await effect((work) => releaseNotice(work, { tenderId: payload.id, ocidPrefix, write: writeRelease }));
      }),
    ];
  }
}
