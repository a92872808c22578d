import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, systemActor, type Task, task } from '#libs/platform';
import { runAuction } from './run-auction.js';

interface Due {
  org_id: string;
  auction_id: string;
}

/** The clock of auctions: a job for each moment at which one has something to do, and a sweep for those at which no job looked. */
@Injectable()
export class AuctionJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task('tendering.run-auction', z.object({ id: z.uuid() }), async ({ payload, effect }) => {
        await effect((work) => runAuction(work, { auctionId: payload.id }));
      }),
      // Every minute, past all organisations: what a dead worker left behind is found here.
      task(sweepAuctionsTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<Due>('select d.org_id, d.auction_id from tendering.auctions_due() d');
        const failed: unknown[] = [];
        for (const { org_id, auction_id } of due)
          await unitOfWork
            .run(systemActor(org_id), (work) => runAuction(work, { auctionId: auction_id }))
            .catch((error: unknown) => failed.push(error));
        if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} auctions did not go on`);
      }),
    ];
  }
}

/** Started by the clock. */
export const sweepAuctionsTask = 'tendering.sweep-auctions';
