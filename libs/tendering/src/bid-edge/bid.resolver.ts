import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentContext, type RequestContext, UnitOfWork, type Work } from '#libs/platform';
import { awardsOf } from '../awarding/award.reader.js';
import { bidListsOf, draftsOfTenders, receiptsOfTenders } from '../bid/bid.reader.js';
import { judgedLots, keptEvaluations } from '../judging/judging.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { AwardType, EvaluationType, LotComparisonType } from './award.graphql.js';
import { BidDraftType, BidReceiptType, BidType } from './bid.graphql.js';
import { awardView, bidView, comparisonView, contentView } from './bid.view.js';

/** Bids on tenders, how they compare, and what was awarded: each party reads its own. */
@Resolver(() => TenderType)
export class BidResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [BidType], {
    description:
      'Bids: yours, and for the buyer those whose round lets him read them. Of a timed tender none before its close. At most 100; all by `tenderBids`.',
  })
  async bids(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return (await this.ofTender(tender, { actor, context, name: 'bids', read: bidListsOf })).map(bidView);
  }

  @ResolveField(() => [BidReceiptType], {
    description:
      'What was accepted when, by hash: yours, and for the buyer those of the bids that stand. The last 100; all by `tenderReceipts`.',
  })
  receipts(@Parent() tender: Tender, @CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'receipts', read: receiptsOfTenders });
  }

  @ResolveField(() => [BidDraftType], { description: 'Your bids that are not submitted.' })
  async bidDrafts(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const drafts = await this.ofTender(tender, { actor, context, name: 'bid-drafts', read: draftsOfTenders });
    return drafts.map(({ content, ...draft }) => ({ ...draft, content: contentView(content) }));
  }

  @ResolveField(() => LotComparisonType, {
    nullable: true,
    description:
      'Lines by suppliers of a lot, on one basis, with the ranking by the published formula; null for all but the buyer.',
  })
  async comparison(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @Args('lot', { type: () => Int, defaultValue: 1, description: 'Position of the lot, from 1.' }) position: number,
  ): Promise<object | null> {
    const lot = tender.lots.find((one) => one.position === position);
    if (!lot) return null;
    const [judged] = await this.unitOfWork.read(actor, (work) => judgedLots(work, tender, [lot.id]));
    return judged ? comparisonView(judged) : null;
  }

  @ResolveField(() => [EvaluationType], { description: 'Rankings as they were kept; empty for all but the buyer.' })
  evaluations(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'evaluations', read: keptEvaluations });
  }

  @ResolveField(() => [AwardType], { description: 'Awards: all for the buyer, for a bidder his own; those taken back too.' })
  async awards(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return (await this.ofTender(tender, { actor, context, name: 'awards', read: awardsOf })).map(awardView);
  }

  /** Rows of many tenders in one statement per request. */
  private ofTender<T>({ id, edits }: Tender, { actor, context, name, read }: Reading<T>): Promise<T[]> {
    const loader = context.loader<string, T[]>(`tendering.${name}`, (keys) =>
      this.unitOfWork.read(actor, (work) =>
        read(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    return loader.load(`${id} ${edits}`);
  }
}

interface Reading<T> {
  actor: Actor;
  context: RequestContext;
  name: string;
  read: (work: Work, ids: readonly string[]) => Promise<T[][]>;
}
