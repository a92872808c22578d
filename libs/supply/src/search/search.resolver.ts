import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { manufacturerLoader } from '#libs/catalog';
import { type Actor, Allow, CurrentActor, CurrentContext, HotReads, type RequestContext, UnitOfWork } from '#libs/platform';
import { ClassCountType, PartSearchConnection, SearchFacetsType, SearchPartsArgs } from './search.graphql.js';
import { leanPart, type SearchFacets, type SearchPage, searchParts } from './search.reader.js';

/** The search: the selection says what is read beside the parts, because facets and offers cost more than the search itself. */
@Resolver()
export class SearchResolver {
  constructor(
    private readonly hot: HotReads,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Query(() => PartSearchConnection, {
    description:
      'Parts by number, piece of a number, own number or words, with what you may buy of them. Needs part:read. Since 0.1.',
  })
  @Allow('part:read')
  async searchParts(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args() args: SearchPartsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchPage> {
    const { all: selected, ofParts } = fieldsOf(info);
    const wanted = {
      facets: selected.has('facets') || selected.has('totalEstimate'),
      tree: selected.has('classTree'),
      bases: selected.has('approvalBases'),
      lean: [...ofParts].every((field) => leanPart.has(field)),
      offers: ['offerCount', 'supplierCount', 'inStock', 'lowestPrices'].some((field) => selected.has(field)),
    };
    const page = await searchParts(this.hot, actor, { ...args, with: wanted });
    // The search brought the manufacturers along; priming spares the loader its own read.
    const makers = manufacturerLoader(context, this.unitOfWork);
    for (const { manufacturer } of [...page.nodes.map(({ part }) => part), ...page.suggestions])
      makers.prime(manufacturer.id, manufacturer);
    return page;
  }
}

/** Trees of classes as counts with a name each, in the language of the reader where the tree has it. */
@Resolver(() => SearchFacetsType)
export class SearchFacetsResolver {
  @ResolveField(() => [ClassCountType], {
    description: 'Classes of the candidates with everything above them, up to 100: the facet as a tree. Since 0.2.',
  })
  classTree(@Parent() { tree }: SearchFacets, @CurrentContext() context: RequestContext): ClassCountType[] {
    const { language } = context;
    return (tree ?? []).map(({ id, parent, names, count }) => {
      const name = names[language] ?? names[language.split('-')[0] ?? ''] ?? names['en'] ?? Object.values(names)[0];
      return { id, parent, name: name ?? null, count };
    });
  }
}

/** Names of the fields selected anywhere below, fragments included, and those directly below a part. */
function fieldsOf(info: GraphQLResolveInfo): { all: Set<string>; ofParts: Set<string> } {
  const [all, ofParts] = [new Set<string>(), new Set<string>()];
  const visited = { below: new Set<SelectionSetNode>(), elsewhere: new Set<SelectionSetNode>() };
  const visit = (set: SelectionSetNode | undefined, inPart: boolean): void => {
    const before = inPart ? visited.below : visited.elsewhere;
    if (!set || before.has(set)) return;
    before.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) visit(info.fragments[selection.name.value]?.selectionSet, inPart);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, inPart);
      else {
        all.add(selection.name.value);
        if (inPart) ofParts.add(selection.name.value);
        visit(selection.selectionSet, selection.name.value === 'part');
      }
    }
  };
  for (const node of info.fieldNodes) visit(node.selectionSet, false);
  return { all, ofParts };
}
