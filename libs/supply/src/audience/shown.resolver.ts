import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import type { Agreement } from '../agreement/agreement.entity.js';
import { AgreementType } from '../agreement/agreement.graphql.js';
import type { Catalogue } from '../catalogue/catalogue.entity.js';
import { CatalogueType } from '../catalogue/catalogue.graphql.js';
import {
  BuyerGroupType,
  OpenGroupsInput,
  OpenGroupsPayload,
  ShowCatalogueInput,
  ShowCataloguePayload,
} from './audience.graphql.js';
import { type BuyerGroup, type ShownTo, shownBy } from './audience.js';
import { groupsOf, type ShownCategory, shownCategoriesOf } from './audience.reader.js';
import { openGroups } from './open-groups.js';
import { showCatalogue } from './show-catalogue.js';
import { CategoryShownType, ShownToType, shownToOf } from './shown-to.graphql.js';
import { groupsOfAgreements } from './sight.reader.js';

/** Whom a catalogue is shown. */
@Resolver(() => CatalogueType)
export class ShownCatalogueResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => ShowCataloguePayload, {
    description: 'Says whom a catalogue and its categories are shown, from now on. Needs catalogue:publish. Since 0.2.',
  })
  @Allow('catalogue:publish')
  async showCatalogue(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom.' }) input: ShowCatalogueInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'catalogue', Catalogue>> {
    const categories = input.categories.map(({ category, shownTo }) => ({ category, shownTo: shownToOf(shownTo) }));
    const wanted = { ...input, shownTo: shownToOf(input.shownTo), categories };
    return payload(await this.unitOfWork.run(actor, (work) => showCatalogue(work, wanted)), 'catalogue', context);
  }

  @ResolveField(() => ShownToType, { description: 'Whom its offers are shown, where no category says otherwise. Since 0.2.' })
  shownTo(@Parent() { audience, id }: Catalogue): ShownTo {
    return shownBy(audience, id);
  }

  @ResolveField(() => [CategoryShownType], { description: 'Categories that are shown to others, up to 500. Since 0.2.' })
  shownCategories(
    @Parent() { id }: Catalogue,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<ShownCategory[]> {
    const loader = context.loader<string, ShownCategory[]>('supply.shown-categories', (ids) =>
      this.unitOfWork.read(actor, (work) => shownCategoriesOf(work, ids)),
    );
    return loader.load(id);
  }
}

/** What an agreement opens to its buyer. */
@Resolver(() => AgreementType)
export class OpeningAgreementResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => OpenGroupsPayload, {
    description: 'Says which groups an agreement opens to its buyer while it holds. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async openGroups(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which groups.' }) input: OpenGroupsInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'agreement', Agreement>> {
    return payload(await this.unitOfWork.run(actor, (work) => openGroups(work, input)), 'agreement', context);
  }

  @ResolveField(() => [BuyerGroupType], {
    description: 'Groups that it opens to its buyer, by name; empty for the buyer, who is not told of them. Since 0.2.',
  })
  groups(
    @Parent() { id }: Agreement,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<BuyerGroup[]> {
    const loader = context.loader<string, BuyerGroup[]>('supply.agreement-groups', (ids) =>
      this.unitOfWork.read(actor, async (work) => {
        const opened = await groupsOfAgreements(work, ids);
        const groups = new Map((await groupsOf(work, opened.flat())).map((group) => [group.id, group]));
        return opened.map((list) => list.flatMap((groupId) => groups.get(groupId) ?? []));
      }),
    );
    return loader.load(id);
  }
}
