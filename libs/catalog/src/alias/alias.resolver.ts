import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import type { Part } from '../part/part.entity.js';
import { PartType } from '../part/part.graphql.js';
import { permissions } from '../permissions.js';
import {
  EndAliasInputType,
  EndAliasPayload,
  PartAliasType,
  SaveCommonAliasesInputType,
  SaveCommonAliasesPayload,
  SavePartAliasesInputType,
  SavePartAliasesPayload,
} from './alias.graphql.js';
import { aliasLoader, type KnownAlias } from './alias.reader.js';
import { endCommonAlias, endPartAlias } from './end-alias.js';
import { saveCommonAliases } from './save-common-aliases.js';
import { savePartAliases } from './save-part-aliases.js';

/** What parts are called besides their manufacturer's number. */
@Resolver(() => PartType)
export class AliasResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => SavePartAliasesPayload, {
    description: 'Notes own numbers for parts, up to 500 at once. Needs part:alias. Since 0.1.',
  })
  @Allow(permissions.writeAliases)
  async savePartAliases(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The numbers.' }) input: SavePartAliasesInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'added', number>> {
    return payload(await this.unitOfWork.run(actor, (work) => savePartAliases(work, input.lines)), 'added', ctx);
  }

  @Mutation(() => EndAliasPayload, { description: 'Ends an own number after yesterday. Needs part:alias. Since 0.2.' })
  @Allow(permissions.writeAliases)
  async endPartAlias(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The number.' }) input: EndAliasInputType,
  ): Promise<EndAliasPayload> {
    return { aliasId: await this.unitOfWork.run(actor, (work) => endPartAlias(work, { aliasId: input.aliasId })) };
  }

  @Mutation(() => SaveCommonAliasesPayload, {
    description: 'Notes numbers that everybody finds parts by, up to 500 at once. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async saveCommonAliases(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The numbers.' }) input: SaveCommonAliasesInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'added', number>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveCommonAliases(work, input.lines)), 'added', ctx);
  }

  @Mutation(() => EndAliasPayload, {
    description: 'Ends a number that everybody sees, after yesterday. Needs part:operate. Since 0.2.',
  })
  @Allow(permissions.operateParts)
  async endCommonAlias(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The number.' }) input: EndAliasInputType,
  ): Promise<EndAliasPayload> {
    return { aliasId: await this.unitOfWork.run(actor, (work) => endCommonAlias(work, { aliasId: input.aliasId })) };
  }

  @ResolveField(() => [PartAliasType], {
    description: 'Numbers that stand for it today: your own first, then those that everybody sees. Since 0.2.',
  })
  aliases(@Parent() part: Part, @Context() ctx: RequestContext): Promise<KnownAlias[]> {
    return aliasLoader(ctx, this.unitOfWork).load(part.id);
  }

  @ResolveField(() => [String], { description: "The acting organisation's own numbers for it." })
  async ownNumbers(@Parent() part: Part, @Context() ctx: RequestContext): Promise<string[]> {
    const known = await aliasLoader(ctx, this.unitOfWork).load(part.id);
    return known.filter(({ shared }) => !shared).map(({ number }) => number);
  }
}
