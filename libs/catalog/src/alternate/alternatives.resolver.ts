import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BadInput, CurrentContext, HotReads, type RequestContext, UnitOfWork } from '#libs/platform';
import type { Part } from '../part/part.entity.js';
import { PartType } from '../part/part.graphql.js';
import { partLoader } from '../part/part.loader.js';
import {
  AlternativeStepType,
  AlternativesArgs,
  LinksAroundArgs,
  PartAlternativeType,
  SaleBlockType,
} from './alternatives.graphql.js';
import { alternativesLoader, questionOf, saleBlockLoader } from './alternatives.loader.js';
import type { Alternative, AlternativeStep, SaleBlock } from './alternatives.reader.js';
import type { InterchangeLink } from './link/link.entity.js';
import { InterchangeLinkType } from './link/link.graphql.js';
import { linkLoader } from './link/link.loader.js';
import { linksAround } from './link/link.reader.js';
import { PartOfSetType } from './link/link.resolver.js';

const sentences: Readonly<Record<Alternative['reason'], string>> = {
  ALIAS: 'AlternativeAlias',
  REIDENTIFIED: 'AlternativeReidentified',
  TWO_WAY: 'AlternativeTwoWay',
  ONE_WAY: 'AlternativeOneWay',
  QUALIFIED: 'AlternativeQualified',
  AS_SET: 'AlternativeAsSet',
};

/** What may stand for a part, and the links around it. */
@Resolver(() => PartType)
export class PartAlternativesResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hot: HotReads,
  ) {}

  @ResolveField(() => [PartAlternativeType], {
    description: 'What may stand for it, best first; only links whose word counts for you are followed. Since 0.2.',
  })
  alternatives(
    @Parent() part: Part,
    @Args() args: AlternativesArgs,
    @CurrentContext() context: RequestContext,
  ): Promise<Alternative[]> {
    return alternativesLoader(context, this.hot)(questionOf(part.id, args));
  }

  @ResolveField(() => [InterchangeLinkType], {
    description: 'Links around it in either direction, claims too, at most 200, the nearest first. Since 0.2.',
  })
  interchangeLinks(
    @Parent() part: Part,
    @Args() { depth }: LinksAroundArgs,
    @CurrentContext() context: RequestContext,
  ): Promise<InterchangeLink[]> {
    const { actor } = context;
    if (!actor) throw new Error('a part was read without an actor');
    if (depth < 1 || depth > 4) throw new BadInput([{ path: ['depth'], message: '1 to 4' }]);
    return this.unitOfWork.read(actor, (work) => linksAround(work, part.id, depth));
  }

  @ResolveField(() => SaleBlockType, {
    nullable: true,
    description: 'Why it is not sold to you any more; null: it is. Since 0.2.',
  })
  saleBlock(@Parent() part: Part, @CurrentContext() context: RequestContext): Promise<SaleBlock | null> {
    return saleBlockLoader(context, this.unitOfWork).load(part.id);
  }
}

/** The parts and the sentence of an alternative. */
@Resolver(() => PartAlternativeType)
export class AlternativeResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [PartOfSetType], { description: 'The part, or every part of the set.' })
  async parts(@Parent() alternative: Alternative, @CurrentContext() context: RequestContext): Promise<object[]> {
    const loader = partLoader(context, this.unitOfWork);
    return Promise.all(alternative.parts.map(async ({ partId, quantity }) => ({ part: await loader.load(partId), quantity })));
  }

  @ResolveField(() => [AlternativeStepType], { description: 'The links that lead to it, from the part that was asked for.' })
  path(@Parent() alternative: Alternative): AlternativeStep[] {
    return alternative.path;
  }

  @ResolveField(() => String, { description: 'The reason for people, in the language of the request.' })
  async message(@Parent() alternative: Alternative, @CurrentContext() context: RequestContext): Promise<string> {
    const loader = partLoader(context, this.unitOfWork);
    const numbers = await Promise.all(alternative.parts.map(async ({ partId }) => (await loader.load(partId)).number));
    const asked = alternative.path[0] ? (await loader.load(alternative.path[0].from)).number : '';
    return context.sentence(sentences[alternative.reason], {
      asked,
      offered: numbers.join(', '),
      steps: alternative.path.length,
    });
  }
}

/** What a step walked along. */
@Resolver(() => AlternativeStepType)
export class AlternativeStepResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => PartType, { description: 'Where the step begins.' })
  from(@Parent() step: AlternativeStep, @CurrentContext() context: RequestContext): Promise<Part> {
    return partLoader(context, this.unitOfWork).load(step.from);
  }

  @ResolveField(() => PartType, { nullable: true, description: 'Where it ends; null: at the set of the link.' })
  async to(@Parent() step: AlternativeStep, @CurrentContext() context: RequestContext): Promise<Part | null> {
    return step.to ? partLoader(context, this.unitOfWork).load(step.to) : null;
  }

  @ResolveField(() => InterchangeLinkType, { nullable: true, description: 'The link; null: your own number stands for both.' })
  async link(@Parent() step: AlternativeStep, @CurrentContext() context: RequestContext): Promise<InterchangeLink | null> {
    return step.link ? linkLoader(context, this.unitOfWork)(step.link) : null;
  }
}

/** The link that ends the sale of a part. */
@Resolver(() => SaleBlockType)
export class SaleBlockResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => InterchangeLinkType, { description: 'The link of class V.' })
  link(@Parent() block: SaleBlock, @CurrentContext() context: RequestContext): Promise<InterchangeLink> {
    return linkLoader(context, this.unitOfWork)(block.link);
  }

  @ResolveField(() => PartType, { nullable: true, description: 'The part that takes its place; null: a set, see the link.' })
  async replacedBy(@Parent() block: SaleBlock, @CurrentContext() context: RequestContext): Promise<Part | null> {
    return block.replacedBy ? partLoader(context, this.unitOfWork).load(block.replacedBy) : null;
  }
}
