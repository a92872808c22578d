import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Public, UnitOfWork } from '#libs/platform';
import { PublicTenderConnection, PublicTendersArgs, PublicTenderType } from './notice.graphql.js';
import { listPublicTenders, publicTenderByOcid } from './notice.reader.js';
import type { PublishedTender } from './public-tender.entity.js';

/** Public tenders for people who have no account. */
@Resolver(() => PublicTenderType)
export class NoticeResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => PublicTenderConnection, {
    description: 'Tenders that their buyers made public, by their deadline. Open to everybody. Since 0.2.',
  })
  @Public()
  async publicTenders(@Args() { state, search, ...page }: PublicTendersArgs): Promise<object> {
    const found = await this.unitOfWork.guest((work) =>
      listPublicTenders(work, { ...page, filter: { state, search: search ?? null } }),
    );
    return {
      ...found,
      nodes: found.nodes.map(shownTender),
      edges: found.edges.map((edge) => ({ ...edge, node: shownTender(edge.node) })),
    };
  }

  @Query(() => PublicTenderType, {
    nullable: true,
    description: 'One public tender; null when there is none under this id. Open to everybody. Since 0.2.',
  })
  @Public()
  async publicTender(
    @Args('ocid', { type: () => ID, description: 'Its open contracting id.' }) ocid: string,
  ): Promise<object | null> {
    const found = await this.unitOfWork.guest((work) => publicTenderByOcid(work, ocid));
    return found ? shownTender(found) : null;
  }
}

/** Quantities and amounts as GraphQL has them. */
const shownTender = (tender: PublishedTender): object => ({
  ...tender,
  linesAsked: tender.lines.filter(({ dropped }) => !dropped).length,
  lines: tender.lines.map(({ quantity, unit, ...line }) => ({ ...line, quantity: { value: quantity, unit } })),
  awards: tender.awards.map(({ amount, currency, ...award }) => ({ ...award, value: { amount, currency } })),
});
