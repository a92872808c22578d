import { Args, ID, Int, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  BadInput,
  CurrentActor,
  CurrentContext,
  NotFound,
  Notices,
  type RequestContext,
  rows,
  UnitOfWork,
} from '#libs/platform';
import { needsYou } from '../order/needs-you.reader.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderChanged } from '../order/order.events.js';
import { orderById, orderPrivate, ordersByIds } from '../order/order.reader.js';
import { listOrders } from '../order/order-list.reader.js';
import { OrderEventType, OrderLineType, OrderPartyType, OrderPrivateType, OrderType } from './order.graphql.js';
import { eventView, lineView, type OrderView, orderView, privateView } from './order.view.js';
import { NeedType, OrderConnection, OrdersArgs } from './order-list.graphql.js';

/** Orders one subscription may follow at once. */
const followedMax = 200;

/** What the parties of an order read of it. */
@Resolver(() => OrderType)
export class OrderResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @Query(() => OrderType, {
    nullable: true,
    description: 'One order of yours, bought or sold; null when there is none. Needs order:read. Since 0.1.',
  })
  @Allow('order:read')
  async order(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The order.' }) id: string,
  ): Promise<OrderView | null> {
    const found = await this.unitOfWork.read(actor, (work) => orderById(work, checkedId(id)));
    return found ? orderView(found, actor.orgId) : null;
  }

  @Query(() => OrderConnection, { description: 'Your orders, bought and sold. Needs order:read. Since 0.1.' })
  @Allow('order:read')
  async orders(@CurrentActor() actor: Actor, @Args() args: OrdersArgs): Promise<object> {
    const { filter, ...page } = args;
    const wish = filter ? { ...filter, statuses: filter.status ?? null } : null;
    const found = await this.unitOfWork.read(actor, (work) => listOrders(work, { ...page, filter: wish }));
    const shown = found.edges.map(({ cursor, node }) => ({ cursor, node: orderView(node, actor.orgId) }));
    return { ...found, edges: shown, nodes: shown.map(({ node }) => node), filter: wish ?? {} };
  }

  @Query(() => [NeedType], {
    description: 'Orders that wait for you, oldest first, up to 100 of each kind. Needs order:read. Since 0.1.',
  })
  @Allow('order:read')
  needsYou(
    @CurrentActor() actor: Actor,
    @Args('most', { type: () => Int, defaultValue: 20, description: 'Of each kind at most; 1 to 100.' }) most: number,
  ): Promise<object[]> {
    return this.unitOfWork.read(actor, (work) => needsYou(work, most));
  }

  @Subscription(() => OrderType, {
    description: 'An order each time it moved, on whichever process. At most 200 orders. Needs order:read. Since 0.1.',
  })
  @Allow('order:read')
  async *orderChanged(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('orderIds', { type: () => [ID], description: 'Which orders; 1 to 200.' }) orderIds: string[],
  ): AsyncGenerator<{ orderChanged: OrderView }> {
    if (orderIds.length === 0 || orderIds.length > followedMax)
      throw new BadInput([{ path: ['orderIds'], message: `1 to ${followedMax} orders.` }]);
    const followed = new Set(orderIds.map(checkedId));
    const mine = ({ orgId, id }: { orgId: string; id: string }): boolean => orgId === actor.orgId && followed.has(id);
    for await (const notice of this.notices.iterate(orderChanged, mine, context.signal)) {
      // After a gap in the line everything is read again; what is not the reader's stays unseen.
      const ids = notice.missed ? [...followed] : [notice.id];
      for (const order of await this.unitOfWork.read(actor, (work) => ordersByIds(work, ids))) {
        yield { orderChanged: orderView(order, actor.orgId) };
      }
    }
  }

  @ResolveField(() => OrderPartyType, { description: 'Who ordered.' })
  buyer(@Parent() order: OrderView, @CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<object> {
    return this.party(order.buyerId, actor, context);
  }

  @ResolveField(() => OrderPartyType, { description: 'Who delivers.' })
  supplier(@Parent() order: OrderView, @CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<object> {
    return this.party(order.supplierId, actor, context);
  }

  @ResolveField(() => [OrderLineType], { description: 'Its lines in the order of the buyer.' })
  async lines(
    @Parent() order: OrderView,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const whole = await this.whole(order, actor, context);
    return whole.lines.map((line) => lineView(line, whole.currency));
  }

  @ResolveField(() => [OrderEventType], { description: 'What happened to it, oldest first.' })
  async timeline(
    @Parent() order: OrderView,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const whole = await this.whole(order, actor, context);
    return whole.events.map((event) => eventView(event, whole, actor.orgId));
  }

  @ResolveField(() => OrderPrivateType, { nullable: true, description: 'What only you as the buyer see; null for the supplier.' })
  async private(@Parent() order: OrderView, @CurrentActor() actor: Actor): Promise<object | null> {
    return privateView(await this.unitOfWork.read(actor, (work) => orderPrivate(work, order.id)));
  }

  /** The whole order, read once for lines and timeline together; the version in the key lets a later mutation or notice of the same operation read anew. */
  private async whole({ id, version }: OrderView, actor: Actor, context: RequestContext): Promise<WholeOrder> {
    const loader = context.loader<string, WholeOrder | undefined>('procurement.order', async (keys) => {
      const ids = keys.map((key) => key.slice(0, 36));
      const found = await this.unitOfWork.read(actor, (work) => ordersByIds(work, ids));
      return ids.map((wanted) => found.find((order) => order.id === wanted));
    });
    const order = await loader.load(`${id} ${version}`);
    if (!order) throw new NotFound('order');
    return order;
  }

  private async party(id: string, actor: Actor, context: RequestContext): Promise<object> {
    const loader = context.loader<string, { id: string; name: string } | undefined>('procurement.party', async (ids) => {
      const cards = await this.unitOfWork.read(actor, (work) =>
        rows<{ id: string; name: string }>(work, 'select o.id, o.name from organizations.organization o where o.id = any ($1)', [
          ids,
        ]),
      );
      return ids.map((wanted) => cards.find((card) => card.id === wanted));
    });
    return (await loader.load(id)) ?? { id, name: '' };
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whatever is no id is absent like any other unknown one: PostgreSQL is not asked. */
function checkedId(id: string): string {
  return uuid.test(id) ? id.toLowerCase() : '00000000-0000-0000-0000-000000000000';
}
