import { Args, ID, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  BadInput,
  CurrentActor,
  CurrentContext,
  Notices,
  type RequestContext,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import { questionsOf } from '../clarifying/question.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { ofBids, tenderChanged } from '../tender/tender.events.js';
import {
  amendmentsOf,
  documentsOf,
  invitationsOf,
  linesOfTenders,
  tenderEventsOf,
  tenderPrivates,
  tendersByIds,
} from '../tender/tender.reader.js';
import { listTenders } from '../tender/tender-list.reader.js';
import * as types from './tender.graphql.js';
import { criterionView, eventView, flipView, formulaView, lineView } from './tender.view.js';
import { TenderConnection, TendersArgs } from './tender-list.graphql.js';
import * as terms from './terms.graphql.js';

/** Tenders that one subscription may follow at once. */
const followedMax = 200;

/** Tenders as their buyer and those whom they ask see them. */
@Resolver(() => types.TenderType)
export class TenderResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @Query(() => TenderConnection, {
    description: 'Tenders, yours or those you may bid for, the latest first or by deadline. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenders(@CurrentActor() actor: Actor, @Args() { side, status, text, invited, orderBy, ...page }: TendersArgs): Promise<object> {
    return this.unitOfWork.read(actor, (work) =>
      listTenders(work, {
        ...page,
        orderBy,
        filter: { side, statuses: status ?? null, text: text ?? null, invited: invited ?? false },
      }),
    );
  }

  @Query(() => types.TenderType, {
    nullable: true,
    description: 'One tender of yours, or one that you may bid for; null when there is none. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  async tender(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The tender.' }) id: string,
  ): Promise<Tender | null> {
    const [found] = await this.unitOfWork.read(actor, (work) => tendersByIds(work, [id]));
    return found ?? null;
  }

  @Subscription(() => types.TenderType, {
    description:
      'A tender each time it moved, on whichever process; of bids only for who reads them. At most 200 tenders. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  async *tenderChanged(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('tenderIds', { type: () => [ID], description: 'Which tenders; 1 to 200.' }) tenderIds: string[],
  ): AsyncGenerator<{ tenderChanged: Tender }> {
    if (tenderIds.length === 0 || tenderIds.length > followedMax)
      throw new BadInput([{ path: ['tenderIds'], message: `1 to ${followedMax} tenders.` }]);
    const followed = new Set(tenderIds.map((id) => id.toLowerCase()));
    const mine = ({ orgId, id }: { orgId: string; id: string }): boolean =>
      followed.has(id) || (orgId === actor.orgId && id.endsWith(ofBids) && followed.has(id.slice(0, -ofBids.length)));
    for await (const notice of this.notices.iterate(tenderChanged, mine, context.signal)) {
      // After a gap in the line everything is read again; what is not the reader's stays unseen.
      const ids = notice.missed ? [...followed] : [notice.id.replace(ofBids, '')];
      for (const tender of await this.unitOfWork.read(actor, (work) => tendersByIds(work, ids))) yield { tenderChanged: tender };
    }
  }

  @ResolveField(() => OrganizationType, { description: 'Whose tender it is.' })
  buyer(@Parent() tender: Tender, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(tender.orgId);
  }

  @ResolveField(() => terms.FormulaType, { description: 'How bids become one number each; fixed by the publication.' })
  formula(@Parent() tender: Tender): object {
    return formulaView(tender.formula);
  }

  @ResolveField(() => terms.FlipExampleType, {
    nullable: true,
    description: 'A warning: an example in which a bid that cannot win decides who does; null when the formula allows none.',
  })
  flipExample(@Parent() tender: Tender): object | null {
    return flipView(tender);
  }

  @ResolveField(() => [terms.CriterionType], { description: 'What bidders answer.' })
  criteria(@Parent() tender: Tender): object[] {
    return tender.criteria.map(criterionView);
  }

  @ResolveField(() => [terms.TieBreakType], { description: 'What parts bids of the same value, in this order.' })
  tieBreak(@Parent() tender: Tender): object[] {
    return tender.tieBreak;
  }

  @ResolveField(() => [terms.RateType], { description: 'Currencies that are bid in besides, at frozen rates.' })
  rates(@Parent() tender: Tender): object[] {
    return Object.entries(tender.rates).map(([currency, rate]) => ({ currency, rate }));
  }

  @ResolveField(() => terms.LowBidRuleType, { nullable: true, description: 'When a bid is abnormally low.' })
  lowBid(@Parent() tender: Tender): object | null {
    return tender.lowBid;
  }

  @ResolveField(() => [types.TenderLineType], { description: 'What its lots ask for, by lot and position; up to 500.' })
  async lines(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return (await this.ofTender(tender, { actor, context, name: 'lines', read: linesOfTenders })).map(lineView);
  }

  @ResolveField(() => [types.AmendmentType], { description: 'Its published versions; the last 100, all by `tenderAmendments`.' })
  amendments(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'amendments', read: amendmentsOf });
  }

  @ResolveField(() => [types.TenderDocumentType], { description: 'Its documents; at most 100.' })
  documents(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'documents', read: documentsOf });
  }

  @ResolveField(() => [types.QuestionType], {
    description:
      'Questions: for its buyer all, for others the answered ones and their own. The last 100; all by `tenderQuestions`.',
  })
  questions(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'questions', read: questionsOf });
  }

  @ResolveField(() => [types.InvitationType], {
    description: 'Who was invited; a supplier sees his own invitation only. The first 100; all by `tenderInvitations`.',
  })
  invitations(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return this.ofTender(tender, { actor, context, name: 'invitations', read: invitationsOf });
  }

  @ResolveField(() => [types.TenderEventType], {
    description: 'The log; empty for all but its buyer. The last 100 lines; all by `tenderEvents`.',
  })
  async events(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    return (await this.ofTender(tender, { actor, context, name: 'events', read: tenderEventsOf })).map(eventView);
  }

  @ResolveField(() => types.TenderPrivateType, {
    nullable: true,
    description: 'What its buyer alone reads; null for everybody else.',
  })
  async private(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object | null> {
    const loader = context.loader<string, object | undefined>('tendering.private', (ids) =>
      this.unitOfWork.read(actor, (work) => tenderPrivates(work, ids)),
    );
    return (await loader.load(tender.id)) ?? null;
  }

  /** Rows of many tenders in one statement per request; the version in the key lets a later mutation of the same operation read anew. */
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
