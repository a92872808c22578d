import type { RequestContext } from '#libs/platform';
import type { PriceStepType } from './price-steps.graphql.js';
import { type PriceFacts, priceSteps, stepSentence } from './price-steps.js';

/** The steps of a price with their sentences in the language of the request, for every edge that shows one. */
export function explained(facts: PriceFacts, context: Pick<RequestContext, 'sentence'>): PriceStepType[] {
  return priceSteps(facts).map(({ rule, before, after, amount, values }) => ({
    rule,
    before,
    after,
    amount,
    text: context.sentence(stepSentence(rule), values),
  }));
}
