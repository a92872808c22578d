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

import { ConsentResolver } from './substitution/consent.resolver.js';

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
  ],
})
export class ProcurementModule {}

/** Baskets and orders. */
export const procurementRoom: Room = {
  name: 'procurement',
  module: ProcurementModule,
  routes: procurementRoutes,
  jobs: [OrderJobs],
};
