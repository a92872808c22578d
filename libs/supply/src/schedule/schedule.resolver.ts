import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { Upload } from '../upload/upload.entity.js';
import { UploadDecisionInputType, UploadType } from '../upload/upload.graphql.js';
import { callOffPublication } from './call-off-publication.js';
import { CallOffPublicationPayload, SchedulePublicationInputType, SchedulePublicationPayload } from './schedule.graphql.js';
import { ownTimeZone, schedulePublication } from './schedule-publication.js';

/** Publications that begin by themselves. */
@Resolver(() => UploadType)
export class ScheduleResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => SchedulePublicationPayload, {
    description:
      'Has a staged upload published by itself from a day and time on; given again it is moved. If another version is published before, it waits for a person again. Needs catalogue:publish. Since 0.2.',
  })
  @Allow(permissions.publishCatalogues)
  async schedulePublication(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and from when.' }) input: SchedulePublicationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'upload', Upload>> {
    return payload(await this.unitOfWork.run(actor, (work) => schedulePublication(work, input)), 'upload', ctx);
  }

  @Mutation(() => CallOffPublicationPayload, {
    description: 'Calls a scheduled publication off; the upload stays staged. Needs catalogue:publish. Since 0.2.',
  })
  @Allow(permissions.publishCatalogues)
  async callOffPublication(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, as it was read.' }) input: UploadDecisionInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'upload', Upload>> {
    return payload(await this.unitOfWork.run(actor, (work) => callOffPublication(work, input)), 'upload', ctx);
  }

  @ResolveField(() => String, {
    description: 'IANA time zone in which a schedule is meant that names none: that of your calendar, else UTC. Since 0.2.',
  })
  ownTimeZone(@CurrentActor() actor: Actor): Promise<string> {
    return this.unitOfWork.read(actor, ownTimeZone);
  }
}
