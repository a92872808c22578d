import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { BasketResolver } from './basket/basket.resolver.js';
import { HoldingResolver } from './holding/holding.resolver.js';
import { procurementRoutes } from './order/order.events.js';
import { NeedNames, OrderEventNames, PricedOfferNames } from './order-edge/names.resolver.js';
import { OrderJobs } from './order-edge/order.job.js';
import { OrderResolver } from './order-edge/order.resolver.js';
import { OrderConnectionResolver } from './order-edge/order-connection.resolver.js';
import { OrderMutationResolver } from './order-edge/order-mutation.resolver.js';
import { PartHistoryResolver } from './part-history/part-history.resolver.js';
import { PriorityResolver } from './priority/priority.resolver.js';
import { SourcingResolver } from './sourcing/sourcing.resolver.js';
import { ConsentResolver } from './substitution/consent.resolver.js';
import { runClocksTask, UrgentJobs } from './urgent/urgent.job.js';
import { UrgentResolver } from './urgent/urgent.resolver.js';
import { UrgentMutationResolver } from './urgent/urgent-mutation.resolver.js';

/** Doors and jobs of this room. */
@Module({
  providers: [
    BasketResolver,
    HoldingResolver,
    PricedOfferNames,
    OrderResolver,
    OrderConnectionResolver,
    OrderMutationResolver,
    OrderEventNames,
    NeedNames,
    ConsentResolver,
    OrderJobs,
    PriorityResolver,
    UrgentResolver,
    UrgentMutationResolver,
    UrgentJobs,
    SourcingResolver,
    PartHistoryResolver,
  ],
})
export class ProcurementModule {}

/** Baskets and orders. */
export const procurementRoom: Room = {
  name: 'procurement',
  module: ProcurementModule,
  routes: procurementRoutes,
  jobs: [OrderJobs, UrgentJobs],
  clocks: [{ task: runClocksTask, match: '* * * * *' }],
};
