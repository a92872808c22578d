import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { BasketResolver } from './basket/basket.resolver.js';
import { CertificateResolver } from './certificate/certificate.resolver.js';
import { GateResolver } from './gate/gate.resolver.js';
import { HoldingResolver } from './holding/holding.resolver.js';
import { procurementRoutes } from './order/order.events.js';
import { NeedNames, OrderEventNames, PricedOfferNames } from './order-edge/names.resolver.js';
import { OrderJobs } from './order-edge/order.job.js';
import { OrderResolver } from './order-edge/order.resolver.js';
import { OrderConnectionResolver } from './order-edge/order-connection.resolver.js';
import { OrderMutationResolver } from './order-edge/order-mutation.resolver.js';
import { PartHistoryResolver } from './part-history/part-history.resolver.js';
import { PriorityResolver } from './priority/priority.resolver.js';
import { RotableJobs, runRotablesTask } from './rotable/rotable.job.js';
import { CoreMutationResolver } from './rotable-edge/core-mutation.resolver.js';
import { RepairMutationResolver } from './rotable-edge/repair-mutation.resolver.js';
import { OrderCoresResolver, RotableResolver } from './rotable-edge/rotable.resolver.js';
import { ShippingResolver } from './shipping/shipping.resolver.js';
import { SourcingResolver } from './sourcing/sourcing.resolver.js';
import { ConsentResolver } from './substitution/consent.resolver.js';
import { runClocksTask, UrgentJobs } from './urgent/urgent.job.js';
import { UrgentResolver } from './urgent/urgent.resolver.js';
import { UrgentMutationResolver } from './urgent/urgent-mutation.resolver.js';
import { digestWatchesTask, followPublicationTask, recheckWatchesTask, WatchJobs } from './watch/watch.job.js';
import { WatchNoticeResolver, WatchResolver } from './watch/watch.resolver.js';

/** Doors and jobs of this room. */
@Module({
  providers: [
    BasketResolver,
    CertificateResolver,
    GateResolver,
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
    WatchResolver,
    WatchNoticeResolver,
    WatchJobs,
    PartHistoryResolver,
    RotableResolver,
    OrderCoresResolver,
    CoreMutationResolver,
    RepairMutationResolver,
    RotableJobs,
    ShippingResolver,
  ],
})
export class ProcurementModule {}

/** Baskets, orders, and what buyers watch. */
export const procurementRoom: Room = {
  name: 'procurement',
  module: ProcurementModule,
  routes: { ...procurementRoutes, 'catalogue.published.v1': [followPublicationTask] },
  jobs: [OrderJobs, UrgentJobs, RotableJobs, WatchJobs],
  clocks: [
    { task: runClocksTask, match: '* * * * *' },
    { task: runRotablesTask, match: '* * * * *' },
    { task: recheckWatchesTask, match: '29 * * * *' },
    { task: digestWatchesTask, match: '0 6 * * *' },
  ],
};
