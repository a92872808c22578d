import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  shown,
  UnitOfWork,
  type UserErrorShape,
} from '#libs/platform';
import { calendarRights } from './calendar.access.js';
import {
  InboundReceiptType,
  SaveCalendarInputType,
  SaveCalendarPayload,
  SetCalendarDaysInputType,
  SetCalendarDaysPayload,
  SetInboundInputType,
  SetInboundPayload,
  SetTransitInputType,
  SetTransitPayload,
  TransitType,
  WorkCalendarType,
} from './calendar.graphql.js';
import { type Inbound, type OwnCalendar, ownCalendars, ownInbound, ownTransit, type Transit } from './calendar.reader.js';
import { saveCalendar } from './save-calendar.js';
import { setCalendarDays } from './set-calendar-days.js';
import { setInbound } from './set-inbound.js';
import { setTransit } from './set-transit.js';

/** When the acting organisation works, how long its goods travel, what it expects. */
@Resolver(() => WorkCalendarType)
export class CalendarResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [WorkCalendarType], {
    description: 'Your own calendars by place, the default first. Needs stock:write or site:manage. Since 0.2.',
  })
  @Allow(...calendarRights)
  calendars(@CurrentActor() actor: Actor): Promise<OwnCalendar[]> {
    return this.unitOfWork.read(actor, ownCalendars);
  }

  @Query(() => [TransitType], { description: 'Your ways by country, up to 5,000. Needs stock:write. Since 0.2.' })
  @Allow('stock:write')
  transit(@CurrentActor() actor: Actor): Promise<Transit[]> {
    return this.unitOfWork.read(actor, ownTransit);
  }

  @Query(() => [InboundReceiptType], {
    description: 'The receipts that you expect, the next first, up to 1,000. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  inbound(@CurrentActor() actor: Actor): Promise<Inbound[]> {
    return this.unitOfWork.read(actor, ownInbound);
  }

  @Mutation(() => SaveCalendarPayload, {
    description: 'Says when one of your places works. Needs stock:write or site:manage. Since 0.2.',
  })
  @Allow(...calendarRights)
  async saveCalendar(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The calendar as it shall be.' }) input: SaveCalendarInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'calendar', OwnCalendar>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveCalendar(work, input)), 'calendar', context);
  }

  @Mutation(() => SetCalendarDaysPayload, {
    description:
      'Notes up to 2,000 holidays and extra working days of one of your places. Needs stock:write or site:manage. Since 0.2.',
  })
  @Allow(...calendarRights)
  async setCalendarDays(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The days.' }) input: SetCalendarDaysInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'calendar', OwnCalendar>> {
    return payload(await this.unitOfWork.run(actor, (work) => setCalendarDays(work, input)), 'calendar', context);
  }

  @Mutation(() => SetTransitPayload, {
    description: 'Says how many days your goods travel, up to 5,000 ways at once. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async setTransit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The ways.' }) input: SetTransitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'transit', Transit[]>> {
    return payload(await this.unitOfWork.run(actor, (work) => setTransit(work, input)), 'transit', context);
  }

  @Mutation(() => SetInboundPayload, {
    description:
      'Reports receipts that you expect, up to 1,000 at once. A refused line leaves the others. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async setInbound(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The receipts.' }) input: SetInboundInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<{ written: number; errors: UserErrorShape[] }> {
    const report = await this.unitOfWork.run(actor, (work) => setInbound(work, input));
    const refused = report.ok ? report.value.refused : report.errors;
    return { written: report.ok ? report.value.written : 0, errors: refused.map((fault) => shown(fault, context)) };
  }
}
