import { Module } from '@nestjs/common';
import { type Room, SecretBox, UnitOfWork } from '#libs/platform';
import { AuctionPlaceResolver, AuctionResolver, TenderAuctionsResolver } from './auction-edge/auction.resolver.js';
import { AuctionMutationResolver } from './auction-edge/auction-mutation.resolver.js';
import { AuctionJobs, sweepAuctionsTask } from './auctioning/auction.job.js';
import { BidResolver } from './bid-edge/bid.resolver.js';
import { BidMutationResolver } from './bid-edge/bid-mutation.resolver.js';
import { BidTextResolver, ReceiptTextResolver } from './bid-edge/bid-text.resolver.js';
import { CommitteeResolver } from './bid-edge/committee.resolver.js';
import * as parties from './bid-edge/party.resolver.js';
import { ScenarioResolver } from './bid-edge/scenario.resolver.js';
import { NoticeJobs } from './notice/notice.job.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { ReceiptSigner } from './opening/receipt-signer.js';
import { runTendersTask, TenderJobs } from './round/tender.job.js';
import { ScenarioJobs } from './scenario/scenario.job.js';
import { ReceiptResolver, SealingResolver } from './sealed-edge/sealing.resolver.js';
import { SealingMutationResolver } from './sealed-edge/sealing-mutation.resolver.js';
import { concludeAwardsTask, StandstillJobs } from './standstill/standstill.job.js';
import { ChallengerResolver, NoticedResolver, StandstillResolver } from './standstill-edge/standstill.resolver.js';
import { StandstillMutationResolver } from './standstill-edge/standstill-mutation.resolver.js';
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
    ScenarioResolver,
    TenderRowsResolver,
    AuctionResolver,
    TenderAuctionsResolver,
    AuctionPlaceResolver,
    AuctionMutationResolver,
    ...Object.values(parties),
    SealingResolver,
    SealingMutationResolver,
    ReceiptResolver,
    TenderJobs,
    ScenarioJobs,
    {
      provide: ReceiptSigner,
      inject: [UnitOfWork, SecretBox],
      useFactory: (unitOfWork: UnitOfWork, secrets: SecretBox) => new ReceiptSigner(unitOfWork, secrets),
    },
    AuctionJobs,
    NoticeResolver,
    NoticeJobs,
    StandstillResolver,
    NoticedResolver,
    ChallengerResolver,
    StandstillMutationResolver,
    StandstillJobs,
  ],
})
export class TenderingModule {}

/** Tenders, bids and awards. */
export const tenderingRoom: Room = {
  name: 'tendering',
  module: TenderingModule,
  jobs: [TenderJobs, ScenarioJobs, AuctionJobs, NoticeJobs, StandstillJobs],
  clocks: [
    { task: runTendersTask, match: '* * * * *' },
    { task: sweepAuctionsTask, match: '* * * * *' },
    { task: concludeAwardsTask, match: '* * * * *' },
  ],
};
