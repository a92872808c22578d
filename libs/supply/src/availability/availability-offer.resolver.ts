import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '#libs/platform';
import { AvailabilityOfferType } from './availability.graphql.js';
import type { OfferAnswer } from './availability.reader.js';
import { explained } from './explained.js';
import { PriceStepType } from './price-steps.graphql.js';

/** What is made of an availability answer only when it is asked for. */
@Resolver(() => AvailabilityOfferType)
export class AvailabilityOfferResolver {
  @ResolveField(() => [PriceStepType], {
    description: 'How the price came about, step by step; without a price, why there is none. Since 0.2.',
  })
  explanation(@Parent() { row, quantity }: OfferAnswer, @CurrentContext() context: RequestContext): PriceStepType[] {
    return explained(
      {
        quantity,
        orderUnit: row.order_unit,
        amount: row.amount,
        currency: row.currency,
        basis: row.basis,
        priceUnit: row.price_unit,
        factorNum: row.price_factor_num,
        factorDen: row.price_factor_den,
        priceSource: row.price_source,
        breakFrom: row.break_from,
        smallestBreak: row.smallest_break,
        validFrom: row.price_valid_from,
        validTo: row.price_valid_to,
        lineAmount: row.line_amount,
        obstacles: row.obstacles,
        baseAmount: row.base_amount,
        firstAmount: row.first_amount,
        discount: row.discount,
        customerCategory: row.customer_category,
        breakMode: row.break_mode,
        breakUnit: row.break_unit,
        breakQuantity: row.break_quantity,
        otherAmount: row.other_amount,
        bestPrice: row.best_price,
        priceType: row.price_type,
        heldUntil: row.held_until,
      },
      context,
    );
  }
}
