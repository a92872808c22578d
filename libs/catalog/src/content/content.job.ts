import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, OutboundClient, systemActor, type Task, task } from '#libs/platform';
import { lookBehind, noteLink } from './check-link.js';
import { ownContent } from './content.reader.js';

/** Started by the clock every hour: at most 500 links, each once in seven days. */
export const checkLinksTask = 'catalog.check-links';

/** Looks whether links of contents still lead somewhere, between two short units of work. */
@Injectable()
export class ContentJobs implements JobSource {
  constructor(private readonly outbound: OutboundClient) {}

  tasks(): readonly Task[] {
    return [
      task(checkLinksTask, z.unknown(), async ({ sweep, unitOfWork, signal }) => {
        const due = await sweep<{ org_id: string; id: string }>('select * from catalog.links_to_check()');
        for (const { org_id, id } of due) {
          if (signal.aborted) return;
          const actor = systemActor(org_id);
          const link = (await unitOfWork.read(actor, (work) => ownContent(work, id)))?.link;
          if (!link) continue;
          const found = await lookBehind(this.outbound, link);
          await unitOfWork.run(actor, (work) => noteLink(work, { contentId: id, link, found }));
        }
      }),
    ];
  }
}
