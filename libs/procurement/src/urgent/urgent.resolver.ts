import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, Allow, CurrentActor, CurrentContext, DateTimeScalar, type RequestContext, UnitOfWork } from '#libs/platform';
import { DeskSideEnum, PriorityRecordType, UrgentEventType, UrgentRequestType } from './urgent.graphql.js';
import {
  type DeskSide,
  type PriorityRecord,
  priorityRecord,
  type UrgentEvent,
  type UrgentRequest,
  urgentById,
  urgentDesk,
  urgentEvents,
} from './urgent.reader.js';

/** Urgent requests as both desks see them. */
@Resolver(() => UrgentRequestType)
export class UrgentResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [UrgentRequestType], {
    description:
      'Your desk: what still runs by the time that is left, the least first, or what has ended; up to 200. Needs order:read. Since 0.2.',
  })
  @Allow('order:read')
  urgentRequests(
    @CurrentActor() actor: Actor,
    @Args('side', { type: () => DeskSideEnum, description: 'Whose desk.' }) side: DeskSide,
    @Args('closed', { type: () => Boolean, defaultValue: false, description: 'What has ended instead.' }) closed: boolean,
    @Args('priority', { type: () => String, nullable: true, description: 'Only this one.' }) priority?: string | null,
  ): Promise<UrgentRequest[]> {
    return this.unitOfWork.read(actor, (work) => urgentDesk(work, { side, closed, priority: priority ?? null }));
  }

  @Query(() => UrgentRequestType, { description: 'One urgent request of yours or to you. Needs order:read. Since 0.2.' })
  @Allow('order:read')
  urgentRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<UrgentRequest> {
    return this.unitOfWork.read(actor, (work) => urgentById(work, id));
  }

  @Query(() => [PriorityRecordType], {
    description:
      'How suppliers kept their clocks on requests opened in a period, by supplier and priority. Needs order:read. Since 0.2.',
  })
  @Allow('order:read')
  async priorityReport(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => DateTimeScalar, description: 'From then on.' }) from: Date,
    @Args('to', { type: () => DateTimeScalar, description: 'Before then.' }) to: Date,
  ): Promise<PriorityRecordType[]> {
    const found = await this.unitOfWork.read(actor, (work) => priorityRecord(work, { from, to }));
    return found.map(withPercents);
  }

  @ResolveField(() => [UrgentEventType], { description: 'Its log, from the beginning.' })
  async events(
    @Parent() request: UrgentRequest,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<UrgentEventType[]> {
    const loader = context.loader<string, UrgentEvent[]>('procurement.urgent-events', (ids) =>
      this.unitOfWork.read(actor, (work) => urgentEvents(work, ids)),
    );
    return (await loader.load(request.id)).map((event) => ({ ...event, detail: JSON.stringify(event.detail) }));
  }

  @ResolveField(() => OrganizationType, { description: 'Who asks.' })
  buyer(@Parent() request: UrgentRequest, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(request.orgId);
  }

  @ResolveField(() => OrganizationType, { description: 'Who is asked.' })
  supplier(@Parent() request: UrgentRequest, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(request.supplierId);
  }
}

/** Percents to one place; of nothing there is none. */
function withPercents(record: PriorityRecord): PriorityRecordType {
  const percent = (met: number, missed: number): number | null =>
    met + missed === 0 ? null : Math.round((met * 1000) / (met + missed)) / 10;
  return {
    ...record,
    respondPercent: percent(record.respondMet, record.respondMissed),
    shipPercent: percent(record.shipMet, record.shipMissed),
  };
}
