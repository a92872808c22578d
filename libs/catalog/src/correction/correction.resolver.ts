import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  type Payload,
  payload,
  RequestContext,
  UnitOfWork,
} from '#libs/platform';
import type { Part } from '../part/part.entity.js';
import { PartType } from '../part/part.graphql.js';
import { partLoader } from '../part/part.loader.js';
import { permissions } from '../permissions.js';
import { mergeParts, splitPart, undoCorrection } from './correct-identity.js';
import type { IdentityCorrection } from './correction.entity.js';
import {
  CorrectionsArgs,
  IdentityCorrectionConnection,
  IdentityCorrectionType,
  MergePartsInputType,
  MergePartsPayload,
  SplitPartInputType,
  SplitPartPayload,
  UndoCorrectionInputType,
  UndoCorrectionPayload,
} from './correction.graphql.js';
import { listCorrections, mergedIntoLoader } from './correction.reader.js';

const input = { description: 'What is so.' };

/** Wrong identities, mended by the operator and mended back. */
@Resolver(() => IdentityCorrectionType)
export class CorrectionResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => IdentityCorrectionConnection, {
    description: 'Corrections of identities, newest first. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  identityCorrections(
    @CurrentActor() actor: Actor,
    @Args() { partId, ...page }: CorrectionsArgs,
  ): Promise<Connection<IdentityCorrection>> {
    return this.unitOfWork.read(actor, (work) => listCorrections(work, { partId: partId ?? null }, page));
  }

  @Mutation(() => MergePartsPayload, {
    description: 'Notes that two parts are one; offers and orders are not rewritten. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async mergeParts(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: MergePartsInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'correction', IdentityCorrection>> {
    return payload(await this.unitOfWork.run(actor, (work) => mergeParts(work, { ...given })), 'correction', ctx);
  }

  @Mutation(() => SplitPartPayload, {
    description: 'Notes that what a supplier offers as a part is another. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async splitPart(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: SplitPartInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'correction', IdentityCorrection>> {
    return payload(await this.unitOfWork.run(actor, (work) => splitPart(work, { ...given })), 'correction', ctx);
  }

  @Mutation(() => UndoCorrectionPayload, {
    description: 'Takes a correction back: everything reads as before. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async undoCorrection(
    @CurrentActor() actor: Actor,
    @Args('input', input) given: UndoCorrectionInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'correction', IdentityCorrection>> {
    return payload(await this.unitOfWork.run(actor, (work) => undoCorrection(work, { ...given })), 'correction', ctx);
  }

  @ResolveField(() => PartType, { description: 'The part as it was named.' })
  from(@Parent() correction: IdentityCorrection, @Context() ctx: RequestContext): Promise<Part> {
    return partLoader(ctx, this.unitOfWork).load(correction.fromPart);
  }

  @ResolveField(() => PartType, {
    nullable: true,
    description: 'The part it is; null: it was made for the correction and went with it.',
  })
  async to(@Parent() correction: IdentityCorrection, @Context() ctx: RequestContext): Promise<Part | null> {
    return correction.toPart ? partLoader(ctx, this.unitOfWork).load(correction.toPart) : null;
  }
}

/** What a part stands for. */
@Resolver(() => PartType)
export class MergedPartResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => PartType, {
    nullable: true,
    description: 'The part it turned out to be: that one shows the offers of both. Since 0.2.',
  })
  async mergedInto(@Parent() part: Part, @Context() ctx: RequestContext): Promise<Part | null> {
    const target = await mergedIntoLoader(ctx, this.unitOfWork).load(part.id);
    return target ? partLoader(ctx, this.unitOfWork).load(target) : null;
  }
}
