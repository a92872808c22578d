import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartType, partLoader } from '#libs/catalog';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  OncePerOperation,
  type Payload,
  Public,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { readNotices } from './read-notices.js';
import { removeWatch } from './remove-watch.js';
import { personOf, saveWatch } from './save-watch.js';
import { stopWatchMail } from './stop-watch-mail.js';
import * as types from './watch.graphql.js';
import type { Watch, WatchNotice } from './watch.js';
import { noticeOrdering, noticesOf, watchesOf } from './watch.reader.js';

/** Watches of the acting member. */
@Resolver(() => types.WatchType)
export class WatchResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.WatchType], { description: 'Your watches, the newest first, up to 200. Needs price:read. Since 0.2.' })
  @Allow('price:read')
  watches(@CurrentActor() actor: Actor): Promise<Watch[]> {
    return this.unitOfWork.read(actor, (work) => watchesOf(work, personOf(work)));
  }

  @Mutation(() => types.SaveWatchPayload, { description: 'Saves a watch of yours, or changes one. Needs price:read. Since 0.2.' })
  @Allow('price:read')
  async saveWatch(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The watch.' }) input: types.SaveWatchInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'watch', Watch>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveWatch(work, input)), 'watch', context);
  }

  @Mutation(() => ID, { description: 'Ends a watch of yours; gives its id. Needs price:read. Since 0.2.' })
  @Allow('price:read')
  async removeWatch(
    @CurrentActor() actor: Actor,
    @Args('watchId', { type: () => ID, description: 'Which one.' }) watchId: string,
  ): Promise<string> {
    return (await this.unitOfWork.run(actor, (work) => removeWatch(work, { watchId }))).id;
  }

  @Mutation(() => Boolean, {
    description:
      'Stops the mails of all watches of whoever was sent the link; false: no such link. Open to everybody. Since 0.2.',
  })
  @Public()
  @OncePerOperation()
  stopWatchMail(@Args('token', { description: 'What stands behind `#token=` in the link.' }) token: string): Promise<boolean> {
    return this.unitOfWork.guest((work) => stopWatchMail(work, token));
  }

  @ResolveField(() => PartType, { nullable: true, description: 'The part it watches; null for a search.' })
  part(@Parent() { partId }: Watch, @CurrentContext() context: RequestContext): Promise<object> | null {
    return partId === null ? null : partLoader(context, this.unitOfWork).load(partId);
  }
}

/** What watches told. */
@Resolver(() => types.WatchNoticeType)
export class WatchNoticeResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => types.WatchNoticeConnection, { description: 'What your watches told you. Needs price:read. Since 0.2.' })
  @Allow('price:read')
  async watchNotices(
    @CurrentActor() actor: Actor,
    @Args() args: types.WatchNoticesArgs,
  ): Promise<Connection<types.WatchNoticeType>> {
    const page = pageOf(args, noticeOrdering);
    const found = await this.unitOfWork.read(actor, (work) =>
      noticesOf(work, { personId: personOf(work), unread: args.unread ?? null }, page),
    );
    return connection(found.map(shown), page, ({ id }) => [id]);
  }

  @Mutation(() => Int, {
    description: 'Marks notices as read, 1 to 100 at once; gives how many were unread. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  readWatchNotices(
    @CurrentActor() actor: Actor,
    @Args('noticeIds', { type: () => [ID], description: 'Which ones.' }) noticeIds: string[],
  ): Promise<number> {
    return this.unitOfWork.run(actor, (work) => readNotices(work, { noticeIds }));
  }

  @ResolveField(() => PartType, { description: 'The part.' })
  part(@Parent() { partId }: types.WatchNoticeType, @CurrentContext() context: RequestContext): Promise<object> {
    return partLoader(context, this.unitOfWork).load(partId);
  }
}

function shown({ facts, ...notice }: WatchNotice): types.WatchNoticeType {
  const { offers, available = null, price = null, before = null } = facts;
  return { ...notice, newOffers: offers?.length ?? null, available, price, priceBefore: before };
}
