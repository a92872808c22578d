import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { BidResolver } from './bid-edge/bid.resolver.js';
import { BidMutationResolver } from './bid-edge/bid-mutation.resolver.js';
import { BidTextResolver, ReceiptTextResolver } from './bid-edge/bid-text.resolver.js';
import { CommitteeResolver } from './bid-edge/committee.resolver.js';
import * as parties from './bid-edge/party.resolver.js';
import { NoticeJobs } from './notice/notice.job.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { runTendersTask, TenderJobs } from './round/tender.job.js';
import { TenderResolver } from './tender-edge/tender.resolver.js';
import { TenderMutationResolver } from './tender-edge/tender-mutation.resolver.js';
import { TenderRowsResolver } from './tender-edge/tender-rows.resolver.js';

/** Doors and jobs of this room. */
@Module({
  providers: [
    TenderResolver,
    TenderMutationResolver,
    BidResolver,
    BidMutationResolver,
    BidTextResolver,
    ReceiptTextResolver,
    CommitteeResolver,
    TenderRowsResolver,
    ...Object.values(parties),
    TenderJobs,
    NoticeResolver,
    NoticeJobs,
  ],
})
export class TenderingModule {}

/** Tenders, bids and awards. */
export const tenderingRoom: Room = {
  name: 'tendering',
  module: TenderingModule,
  jobs: [TenderJobs, NoticeJobs],
  clocks: [{ task: runTendersTask, match: '* * * * *' }],
};
