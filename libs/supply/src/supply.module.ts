import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { Agreement, AgreementPrice } from './agreement/agreement.entity.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { AlternativeOffersResolver, LineAlternativesResolver } from './availability/alternative-offers.resolver.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { AvailabilityOfferResolver } from './availability/availability-offer.resolver.js';
import { OfferResolver } from './availability/offer.resolver.js';
import { PartOffersResolver } from './availability/part-offers.resolver.js';
import { Catalogue } from './catalogue/catalogue.entity.js';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { CustomerCategoryResolver, PricingResolver } from './price/pricing.resolver.js';
import { Publication } from './publication/publication.entity.js';
import { clearStagingTask, PublicationJobs, sweepUploadsTask } from './publication/publication.job.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { RateResolver } from './rate/rate.resolver.js';
import { SearchFacetsResolver, SearchResolver } from './search/search.resolver.js';
import { Stock, StockMovement } from './stock/stock.entity.js';
import { StockResolver } from './stock/stock.resolver.js';
import { UploadProblemResolver } from './upload/problem.resolver.js';
import { Upload } from './upload/upload.entity.js';
import { UploadResolver } from './upload/upload.resolver.js';

@Module({
  providers: [
    AgreementResolver,
    AlternativeOffersResolver,
    AvailabilityOfferResolver,
    AvailabilityResolver,
    CatalogueResolver,
    CustomerCategoryResolver,
    LineAlternativesResolver,
    OfferResolver,
    PartOffersResolver,
    PricingResolver,
    PublicationResolver,
    SearchFacetsResolver,
    RateResolver,
    SearchResolver,
    StockResolver,
    UploadProblemResolver,
    UploadResolver,
    PublicationJobs,
  ],
})
export class SupplyModule {}

/** Who has parts, at what price, as the hub and the worker take it. */
export const supplyRoom: Room = {
  name: 'supply',
  module: SupplyModule,
  entities: [Agreement, AgreementPrice, Catalogue, Publication, Stock, StockMovement, Upload],
  routes: { 'catalogue.published.v1': [clearStagingTask] },
  jobs: [PublicationJobs],
  clocks: [{ task: sweepUploadsTask, match: '41 3 * * *' }],
};
