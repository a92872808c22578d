import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import {
  CurrentContext,
  HttpRefusal,
  Public,
  type RequestContext,
  Throttle,
  type ThrottleRule,
  UnitOfWork,
} from '#libs/platform';
import { PublicTenderConnection, PublicTendersArgs, PublicTenderType } from './notice.graphql.js';
import { listPublicTenders, publicTenderByOcid } from './notice.reader.js';
import type { PublishedTender } from './public-tender.entity.js';

/** Searches per network in five minutes: a search costs more than a page, and who asks is not known. */
const searching: ThrottleRule = { name: 'tendering:public-search', points: 300, seconds: 300 };

/** Public tenders for people who have no account. */
@Resolver(() => PublicTenderType)
export class NoticeResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
  ) {}

  @Query(() => PublicTenderConnection, {
    description:
      'Tenders that their buyers made public, by their deadline; at most 300 searches in five minutes from one network. Open to everybody. Since 0.2.',
  })
  @Public()
  async publicTenders(
    @Args() { state, search, ...page }: PublicTendersArgs,
    @CurrentContext() { address }: RequestContext,
  ): Promise<object> {
    if (search?.trim()) await this.admit(address);
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

  private async admit(address: string): Promise<void> {
    const wait = await this.throttle.take(searching, address);
    if (wait !== undefined) throw new HttpRefusal(429, 'TOO_MANY_REQUESTS', `Try again in ${wait} seconds.`);
  }
}

/** Quantities and amounts as GraphQL has them. */
const shownTender = (tender: PublishedTender): object => ({
  ...tender,
  linesAsked: tender.lines.filter(({ dropped }) => !dropped).length,
  lines: tender.lines.map(({ quantity, unit, ...line }) => ({ ...line, quantity: { value: quantity, unit } })),
  awards: tender.awards.map(({ amount, currency, pending = false, ...award }) => ({
    ...award,
    ...{ pending, value: { amount, currency } },
  })),
});
