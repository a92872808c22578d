import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, Allow, CurrentActor, CurrentContext, MoneyType, type RequestContext, UnitOfWork } from '#libs/platform';
import { OrderType } from '../order-edge/order.graphql.js';
import type { Rotable, RotableCharge, RotableEventName, RotableKind, RotableLogLine } from '../rotable/rotable.entity.js';
import { stepsOf } from '../rotable/rotable.lifecycle.js';
import { coresOfOrders, rotableById, rotableChargesOf, rotableEventsOf, rotablesOf } from '../rotable/rotable.reader.js';
import { DeskSideEnum } from '../urgent/urgent.graphql.js';
import {
  AgreedExchangeType,
  AgreedRepairType,
  RotableChargeType,
  RotableEventType,
  RotableKindEnum,
  RotableStepEnum,
  RotableType,
} from './rotable.graphql.js';

/** Cores and repairs as both parties see them. */
@Resolver(() => RotableType)
export class RotableResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [RotableType], {
    description:
      'Your cores and repairs, as buyer or supplier: what goes on by the time that is left, the least first, or what has ended; up to 200. Needs order:read. Since 0.2.',
  })
  @Allow('order:read')
  rotables(
    @CurrentActor() actor: Actor,
    @Args('side', { type: () => DeskSideEnum, description: 'What you owe or sent, or what you wait for.' }) side: 'BUY' | 'SELL',
    @Args('closed', { type: () => Boolean, defaultValue: false, description: 'What has ended instead.' }) closed: boolean,
    @Args('kind', { type: () => RotableKindEnum, nullable: true, description: 'Only these.' }) kind?: RotableKind | null,
  ): Promise<Rotable[]> {
    return this.unitOfWork.read(actor, (work) => rotablesOf(work, { side, closed, kind: kind ?? null }));
  }

  @Query(() => RotableType, { description: 'One core or repair of yours. Needs order:read. Since 0.2.' })
  @Allow('order:read')
  rotable(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string): Promise<Rotable> {
    return this.unitOfWork.read(actor, (work) => rotableById(work, id));
  }

  @ResolveField(() => [RotableStepEnum], { description: 'What your side may do to it as it stands; rights apart.' })
  steps(@Parent() rotable: Rotable, @CurrentActor() actor: Actor): RotableEventName[] {
    return stepsOf(rotable, rotable.orgId === actor.orgId ? 'BUYER' : 'SUPPLIER');
  }

  @ResolveField(() => [RotableEventType], { description: 'Its log, from the beginning.' })
  async events(
    @Parent() rotable: Rotable,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const loader = context.loader<string, RotableLogLine[]>('procurement.rotable-events', (ids) =>
      this.unitOfWork.read(actor, (work) => rotableEventsOf(work, ids)),
    );
    return (await loader.load(rotable.id)).map((event) => ({ ...event, detail: JSON.stringify(event.detail) }));
  }

  @ResolveField(() => [RotableChargeType], {
    description: 'What it costs beside its order, in the order in which it was charged.',
  })
  async charges(
    @Parent() rotable: Rotable,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const loader = context.loader<string, RotableCharge[]>('procurement.rotable-charges', (ids) =>
      this.unitOfWork.read(actor, (work) => rotableChargesOf(work, ids)),
    );
    return (await loader.load(rotable.id)).map(({ amount, currency, ...charge }) => ({
      ...charge,
      amount: { amount, currency },
    }));
  }

  @ResolveField(() => MoneyType, {
    nullable: true,
    description: 'Of a core what it is worth; of a repair at a fixed price that price, null by quote.',
  })
  value(@Parent() { kind, terms, currency }: Rotable): MoneyType | null {
    const amount = kind === 'CORE' ? terms.coreValue : terms.price;
    return amount === null ? null : { amount, currency };
  }

  @ResolveField(() => MoneyType, {
    nullable: true,
    description: 'Of a core: its share of the exchange fee, which the order carries.',
  })
  fee(@Parent() { fee, feeCurrency }: Rotable): MoneyType | null {
    return fee === null || feeCurrency === null ? null : { amount: fee, currency: feeCurrency };
  }

  @ResolveField(() => AgreedExchangeType, { nullable: true, description: 'Of a core: what was agreed. Since 0.2.' })
  exchange(@Parent() rotable: Rotable): AgreedExchangeType | null {
    return rotable.kind === 'CORE' ? rotable.terms : null;
  }

  @ResolveField(() => AgreedRepairType, { nullable: true, description: 'Of a repair: what was agreed. Since 0.2.' })
  repair(@Parent() rotable: Rotable): AgreedRepairType | null {
    return rotable.kind === 'REPAIR' ? rotable.terms : null;
  }

  @ResolveField(() => OrganizationType, { description: 'Whose unit comes back or is repaired.' })
  buyer(@Parent() rotable: Rotable, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(rotable.orgId);
  }

  @ResolveField(() => OrganizationType, { description: 'Who exchanges or repairs.' })
  supplier(@Parent() rotable: Rotable, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(rotable.supplierId);
  }
}

/** The cores of an order. */
@Resolver(() => OrderType)
export class OrderCoresResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [RotableType], { description: 'The cores of what was bought in exchange, one per unit. Since 0.2.' })
  cores(
    @Parent() order: { id: string },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<Rotable[]> {
    const loader = context.loader<string, Rotable[]>('procurement.cores-of-orders', (ids) =>
      this.unitOfWork.read(actor, (work) => coresOfOrders(work, ids)),
    );
    return loader.load(order.id);
  }
}
