import { Module } from '@nestjs/common';
import { HotReads, LOGGER, type Logger, Notices, OutboundClient, type Room, SecretBox, UnitOfWork } from '#libs/platform';
import { Agreement, AgreementPrice } from './agreement/agreement.entity.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { AskingJobs, tidyAskingTask } from './asking/asking.job.js';
import { AskingResolver } from './asking/asking.resolver.js';
import { AskingDirectory } from './asking/asking-directory.js';
import { StockAsker } from './asking/stock-asker.js';
import { AlternativeOffersResolver, LineAlternativesResolver } from './availability/alternative-offers.resolver.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { AvailabilityOfferResolver } from './availability/availability-offer.resolver.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { Catalogue } from './catalogue/catalogue.entity.js';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { StockHold } from './hold/hold.entity.js';
import { expireHoldsTask, HoldJobs } from './hold/hold.job.js';
import { HoldResolver } from './hold/hold.resolver.js';
import { OfferResolver } from './offer/offer.resolver.js';
import { PartOffersResolver } from './offer/part-offers.resolver.js';
import { CustomerCategoryResolver, PricingResolver } from './price/pricing.resolver.js';
import { PriceHistoryResolver } from './price-history/price-history.resolver.js';
import { expirePromisesTask, PromiseJobs, purgePromisesTask } from './promise/promise.job.js';
import { PromiseResolver } from './promise/promise.resolver.js';
import { Publication } from './publication/publication.entity.js';
import { clearStagingTask, PublicationJobs, sweepUploadsTask } from './publication/publication.job.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { RateResolver } from './rate/rate.resolver.js';
import { SearchFacetsResolver, SearchResolver } from './search/search.resolver.js';
import { MovementResolver } from './stock/movement.resolver.js';
import { Stock, StockMovement } from './stock/stock.entity.js';
import { StockResolver } from './stock/stock.resolver.js';
import { StockMapResolver } from './stock-map/stock-map.resolver.js';
import { UploadProblemResolver } from './upload/problem.resolver.js';
import { Upload } from './upload/upload.entity.js';
import { UploadResolver } from './upload/upload.resolver.js';

type AskerServices = [unitOfWork: UnitOfWork, outbound: OutboundClient, secrets: SecretBox, logger: Logger];

@Module({
  providers: [
    AgreementResolver,
    AlternativeOffersResolver,
    AvailabilityOfferResolver,
    CustomerCategoryResolver,
    LineAlternativesResolver,
    AskingJobs,
    AskingResolver,
    {
      provide: AskingDirectory,
      inject: [HotReads, UnitOfWork, Notices],
      useFactory: (hot: HotReads, unitOfWork: UnitOfWork, notices: Notices) => new AskingDirectory(hot, unitOfWork, notices),
    },
    {
      provide: StockAsker,
      inject: [AskingDirectory, UnitOfWork, OutboundClient, SecretBox, LOGGER],
      useFactory: (directory: AskingDirectory, ...[unitOfWork, outbound, secrets, logger]: AskerServices) =>
        new StockAsker(directory, { unitOfWork, outbound, secrets, logger }),
    },
    AvailabilityResolver,
    CalendarResolver,
    CatalogueResolver,
    HoldResolver,
    MovementResolver,
    OfferResolver,
    PartOffersResolver,
    PriceHistoryResolver,
    PricingResolver,
    PromiseResolver,
    PublicationResolver,
    SearchFacetsResolver,
    RateResolver,
    SearchResolver,
    StockMapResolver,
    StockResolver,
    UploadProblemResolver,
    UploadResolver,
    HoldJobs,
    PublicationJobs,
    PromiseJobs,
  ],
})
export class SupplyModule {}

/** Who has parts, at what price, as the hub and the worker take it. */
export const supplyRoom: Room = {
  name: 'supply',
  module: SupplyModule,
  entities: [Agreement, AgreementPrice, Catalogue, Publication, Stock, StockHold, StockMovement, Upload],
  routes: { 'catalogue.published.v1': [clearStagingTask] },
  jobs: [AskingJobs, HoldJobs, PublicationJobs, PromiseJobs],
  clocks: [
    { task: sweepUploadsTask, match: '41 3 * * *' },
    { task: expireHoldsTask, match: '* * * * *' },
    { task: tidyAskingTask, match: '* * * * *' },
    { task: purgePromisesTask, match: '23 4 * * *' },
    { task: expirePromisesTask, match: '* * * * *' },
  ],
};
