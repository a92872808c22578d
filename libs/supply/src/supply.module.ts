import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { Agreement, AgreementPrice } from './agreement/agreement.entity.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { OfferResolver } from './availability/offer.resolver.js';
import { PartOffersResolver } from './availability/part-offers.resolver.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { Catalogue } from './catalogue/catalogue.entity.js';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { PromiseJobs, purgePromisesTask } from './promise/promise.job.js';
import { PromiseResolver } from './promise/promise.resolver.js';
import { Publication } from './publication/publication.entity.js';
import { clearStagingTask, PublicationJobs, sweepUploadsTask } from './publication/publication.job.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { SearchResolver } from './search/search.resolver.js';
import { Stock, StockMovement } from './stock/stock.entity.js';
import { StockResolver } from './stock/stock.resolver.js';
import { UploadProblemResolver } from './upload/problem.resolver.js';
import { Upload } from './upload/upload.entity.js';
import { UploadResolver } from './upload/upload.resolver.js';

@Module({
  providers: [
    AgreementResolver,
    AvailabilityResolver,
    CalendarResolver,
    CatalogueResolver,
    OfferResolver,
    PartOffersResolver,
    PromiseResolver,
    PublicationResolver,
    SearchResolver,
    StockResolver,
    UploadProblemResolver,
    UploadResolver,
    PublicationJobs,
    PromiseJobs,
  ],
})
export class SupplyModule {}

/** Who has parts, at what price, as the hub and the worker take it. */
export const supplyRoom: Room = {
  name: 'supply',
  module: SupplyModule,
  entities: [Agreement, AgreementPrice, Catalogue, Publication, Stock, StockMovement, Upload],
  routes: { 'catalogue.published.v1': [clearStagingTask] },
  jobs: [PublicationJobs, PromiseJobs],
  clocks: [
    { task: sweepUploadsTask, match: '41 3 * * *' },
    { task: purgePromisesTask, match: '23 4 * * *' },
  ],
};
