import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Fault, Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import { explained, liveHolds, shownCharges } from '#libs/supply';
import type { PricedLine } from '../placing/placing.rules.js';
import { QuickLineType } from '../quick-order/quick-order.graphql.js';
import { resolveQuickOrder } from '../quick-order/quick-order.reader.js';
import { addToBasket } from './add-to-basket.js';
import type { FilledBasket } from './basket.entity.js';
import * as types from './basket.graphql.js';
import { basketById, baskets } from './basket.reader.js';
import { checkedLines } from './basket-notices.reader.js';
import { changeBasketLine } from './change-basket-line.js';
import { createBasket } from './create-basket.js';
import { deleteBasket } from './delete-basket.js';
import { removeBasketLine } from './remove-basket-line.js';

/** Baskets of the acting member, and pasted lines on their way into one. */
@Resolver(() => types.BasketType)
export class BasketResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.BasketType], { description: 'Your baskets by name. Needs basket:edit. Since 0.1.' })
  @Allow('basket:edit')
  baskets(@CurrentActor() actor: Actor): Promise<FilledBasket[]> {
    return this.unitOfWork.read(actor, baskets);
  }

  @Query(() => types.BasketType, {
    nullable: true,
    description: 'One basket of yours; null when there is none. Needs basket:edit. Since 0.1.',
  })
  @Allow('basket:edit')
  async basket(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The basket.' }) id: string,
  ): Promise<FilledBasket | null> {
    return (await this.unitOfWork.read(actor, (work) => basketById(work, id))) ?? null;
  }

  @Query(() => [QuickLineType], {
    description:
      'What pasted lines of "part number, quantity" mean: offers to choose from. Up to 1,000 lines, scanned bar codes among them. Needs basket:edit. Since 0.1.',
  })
  @Allow('basket:edit')
  async resolveQuickOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('text', {
      description: 'The lines, up to 300,000 characters; parted by tabs, semicolons, commas or blanks, or a scanned bar code.',
    })
    text: string,
  ): Promise<object[]> {
    const lines = await this.unitOfWork.read(actor, (work) => resolveQuickOrder(work, text));
    return lines.map((line) => ({ ...line, offers: line.offers.map((offer) => offerView(offer, line.quantity, context)) }));
  }

  @Mutation(() => types.CreateBasketPayload, { description: 'Opens an empty basket. Needs basket:edit. Since 0.1.' })
  @Allow('basket:edit')
  createBasket(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Its name.' }) input: types.CreateBasketInput,
  ): Promise<Payload<'basket', FilledBasket>> {
    return this.run(actor, context, (work) => createBasket(work, { ...input }));
  }

  @Mutation(() => ID, { description: 'Throws a basket away; gives its id. Needs basket:edit. Since 0.1.' })
  @Allow('basket:edit')
  async deleteBasket(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.DeleteBasketInput,
  ): Promise<string> {
    const { ...wish } = input;
    const result = await this.unitOfWork.run(actor, (work) => deleteBasket(work, wish));
    if (!result.ok) throw new Error('throwing a basket away has no user error');
    return result.value;
  }

  @Mutation(() => types.AddToBasketPayload, {
    description: 'Puts offers into a basket with the prices that hold now. Needs basket:edit. Since 0.1.',
  })
  @Allow('basket:edit')
  addToBasket(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What, and where.' }) input: types.AddToBasketInput,
  ): Promise<Payload<'basket', FilledBasket>> {
    return this.run(actor, context, (work) => addToBasket(work, { ...input }));
  }

  @Mutation(() => types.ChangeBasketLinePayload, { description: 'Changes one line of a basket. Needs basket:edit. Since 0.1.' })
  @Allow('basket:edit')
  changeBasketLine(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What shall be different.' }) input: types.ChangeBasketLineInput,
  ): Promise<Payload<'basket', FilledBasket>> {
    return this.run(actor, context, (work) => changeBasketLine(work, { ...input }));
  }

  @Mutation(() => types.BasketType, { description: 'Takes one line out of a basket. Needs basket:edit. Since 0.1.' })
  @Allow('basket:edit')
  async removeBasketLine(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.RemoveBasketLineInput,
  ): Promise<FilledBasket> {
    const result = await this.unitOfWork.run(actor, (work) => removeBasketLine(work, { ...input }));
    if (!result.ok) throw new Error('taking a line out has no user error');
    return result.value;
  }

  @ResolveField(() => [types.BasketLineType], { description: 'Its lines, each beside what holds now.' })
  async lines(
    @Parent() basket: FilledBasket,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const checked = await this.unitOfWork.read(actor, async (work) =>
      checkedLines(work, basket.lines, await liveHolds(work, { holderIds: [basket.id] })),
    );
    return checked.map(({ line, now, ...rest }) => ({
      ...line,
      ...rest,
      now: now.offerId ? offerView(now, line.quantity, context) : null,
    }));
  }

  @ResolveField(() => Int, { description: 'How many lines it has.' })
  lineCount(@Parent() basket: FilledBasket): number {
    return basket.lines.length;
  }

  private async run(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<FilledBasket, Fault>>,
  ): Promise<Payload<'basket', FilledBasket>> {
    return payload(await this.unitOfWork.run(actor, verb), 'basket', context);
  }
}

function offerView(line: PricedLine, quantity: string, context: RequestContext) {
  const { currency } = line;
  return {
    ...line,
    minimum: { value: line.minimum, unit: line.orderUnit },
    multiple: { value: line.multiple, unit: line.orderUnit },
    price: line.amount === null ? null : { amount: line.amount, currency, basis: line.basis, unit: line.priceUnit },
    amount: line.lineAmount === null ? null : { amount: line.lineAmount, currency },
    budget: line.obstacles?.includes('BUDGET_PRICE') ?? false,
    charges: shownCharges(line.charges ?? [], currency),
    explanation: explained({ ...line, quantity }, context),
  };
}
