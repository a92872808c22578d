import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import { bidRows, receiptRows } from '../bid/bid.reader.js';
import { bidView } from '../bid-edge/bid.view.js';
import { questionRows } from '../clarifying/question.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { amendmentRows, eventRows, invitationRows } from '../tender/tender.reader.js';
import {
  type CountedConnection,
  countsOfTenders,
  pageOfRows,
  type TenderCounts,
  type TenderRows,
} from '../tender/tender-rows.reader.js';
import { TenderType } from './tender.graphql.js';
import { eventView } from './tender.view.js';
import * as types from './tender-rows.graphql.js';

/** What belongs to a tender in pages: its plain lists show up to 100 rows. */
@Resolver(() => TenderType)
export class TenderRowsResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => types.TenderCountsType, { description: 'How many rows its lists have.' })
  counts(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<TenderCounts> {
    const loader = context.loader<string, TenderCounts>('tendering.counts', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        countsOfTenders(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    return loader.load(`${tender.id} ${tender.edits}`);
  }

  @Query(() => types.BidConnection, { description: 'Bids on a tender that you may read. Needs tender:read. Since 0.2.' })
  @Allow('tender:read')
  tenderBids(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, { ...bidRows, of: bidView }, args);
  }

  @Query(() => types.BidReceiptConnection, {
    description:
      'Receipts of bids on a tender: yours, and for the buyer those of the bids that stand. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderReceipts(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, receiptRows, args);
  }

  @Query(() => types.TenderQuestionConnection, {
    description: 'Questions: for its buyer all, for others the answered ones and their own. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderQuestions(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, questionRows, args);
  }

  @Query(() => types.TenderInvitationConnection, {
    description: 'Who was invited; a supplier sees his own invitation only. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderInvitations(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, invitationRows, args);
  }

  @Query(() => types.TenderAmendmentConnection, {
    description: 'The published versions of a tender. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderAmendments(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, amendmentRows, args);
  }

  @Query(() => types.TenderEventConnection, {
    description: 'The log of a tender of yours; empty for all but its buyer. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderEvents(@CurrentActor() actor: Actor, @Args() args: types.TenderRowsArgs): Promise<object> {
    return this.page(actor, { ...eventRows, of: eventView }, args);
  }

  private page<T>(actor: Actor, kind: TenderRows<T>, args: types.TenderRowsArgs): Promise<CountedConnection<T>> {
    return this.unitOfWork.read(actor, (work) => pageOfRows(work, kind, args));
  }
}
