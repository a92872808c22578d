import { Args, ID, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  BadInput,
  CurrentActor,
  CurrentContext,
  NotFound,
  Notices,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { auctionChanged, ofOneself } from '../auctioning/auction.acts.js';
import {
  auctionIdsOf,
  biddersOf,
  type PublishedAuction,
  publishedAuction,
  readAuction,
  runningAuctionsOf,
} from '../auctioning/auction.reader.js';
import { type AuctionSight, auctionSight, rankingOf } from '../auctioning/auction.view.js';
import type { Tender } from '../tender/tender.entity.js';
import { tendersByIds } from '../tender/tender.reader.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { AuctionFileType, AuctionPlaceType, AuctionType } from './auction.graphql.js';

/** Auctions that one subscription may follow at once. */
const followedMax = 50;

/** Auctions as their buyer and those who take part see them. */
@Resolver(() => AuctionType)
export class AuctionResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @Query(() => AuctionType, {
    nullable: true,
    description: 'One auction of yours, or one that you take part in; null when there is none. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  auction(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The auction.' }) id: string,
  ): Promise<AuctionSight | null> {
    return this.seen(actor, id);
  }

  @Subscription(() => AuctionType, {
    description:
      'An auction each time it moved, on whichever process, as you may see it then; after a gap in the line all of them. At most 50. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  async *auctionChanged(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('auctionIds', { type: () => [ID], description: 'Which auctions; 1 to 50.' }) auctionIds: string[],
  ): AsyncGenerator<{ auctionChanged: AuctionSight }> {
    if (auctionIds.length === 0 || auctionIds.length > followedMax)
      throw new BadInput([{ path: ['auctionIds'], message: `1 to ${followedMax} auctions.` }]);
    const followed = new Set(auctionIds.map((id) => id.toLowerCase()));
    const mine = ({ orgId, id }: { orgId: string; id: string }): boolean =>
      followed.has(id) || (orgId === actor.orgId && id.endsWith(ofOneself) && followed.has(id.slice(0, -ofOneself.length)));
    for await (const notice of this.notices.iterate(auctionChanged, mine, context.signal)) {
      const ids = notice.missed ? [...followed] : [notice.id.replace(ofOneself, '')];
      for (const id of ids) {
        const sight = await this.seen(actor, id);
        if (sight) yield { auctionChanged: sight };
      }
    }
  }

  @ResolveField(() => [AuctionPlaceType], { description: 'The ranking by name, for the buyer; empty for who takes part.' })
  ranking(@Parent() { id, label }: AuctionSight, @CurrentActor() actor: Actor): Promise<object[]> {
    if (label !== null) return Promise.resolve([]);
    return this.unitOfWork.read(actor, async (work) => {
      const bidders = new Map((await biddersOf(work, id)).map((bidder) => [bidder.label, bidder]));
      return rankingOf(await readAuction(work, id)).map((place) => ({ ...bidders.get(place.label), ...place }));
    });
  }

  @ResolveField(() => AuctionFileType, { nullable: true, description: 'What was published after the close; null before.' })
  async file(@Parent() { id }: AuctionSight, @CurrentActor() actor: Actor): Promise<PublishedAuction | null> {
    return (await this.unitOfWork.read(actor, (work) => publishedAuction(work, id))) ?? null;
  }

  @ResolveField(() => TenderType, { nullable: true, description: 'The tender whose lot it is.' })
  async tender(@Parent() { tenderId }: AuctionSight, @CurrentActor() actor: Actor): Promise<Tender | null> {
    const [found] = await this.unitOfWork.read(actor, (work) => tendersByIds(work, [tenderId]));
    return found ?? null;
  }

  private seen(actor: Actor, id: string): Promise<AuctionSight | null> {
    return this.unitOfWork
      .read(actor, (work) => readAuction(work, id))
      .then(auctionSight, (error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
  }
}

/** The auctions of a tender. */
@Resolver(() => TenderType)
export class TenderAuctionsResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [AuctionType], {
    description: 'Its auctions that are yours or that you take part in, by lot, the latest last; at most 200. Since 0.2.',
  })
  auctions(@Parent() { id, auction }: Tender, @CurrentActor() actor: Actor): Promise<AuctionSight[]> {
    if (!auction) return Promise.resolve([]);
    return this.unitOfWork.read(actor, async (work) => {
      const rooms: AuctionSight[] = [];
      // One of each lot, seldom more: each is folded from its own ledger.
      for (const auctionId of await auctionIdsOf(work, id)) rooms.push(auctionSight(await readAuction(work, auctionId)));
      return rooms;
    });
  }

  @ResolveField(() => ID, {
    nullable: true,
    description:
      'The auction of it that runs or comes next and is yours or takes your bids; null when there is none. Of several the one that opens first. Since 0.2.',
  })
  runningAuction(
    @Parent() { id, edits, auction }: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    if (!auction) return Promise.resolve(null);
    const loader = context.loader<string, string | null>('tendering.running-auction', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        runningAuctionsOf(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    return loader.load(`${id} ${edits}`);
  }
}

/** Who stands in a ranking, by name. */
@Resolver(() => AuctionPlaceType)
export class AuctionPlaceResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, { description: 'The supplier by name. Since 0.2.' })
  supplier(@Parent() { supplierId }: { supplierId: string }, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}
