import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, CurrentContext, HotReads, type RequestContext } from '#libs/platform';
import { AvailabilityInputType, AvailabilityPayload } from './availability.graphql.js';
import { type LineAnswer, readAvailability } from './availability.reader.js';
import type { LineProblem } from './availability.row.js';

const sentences: Readonly<Record<LineProblem, string>> = {
  OFFER_UNKNOWN: 'OfferUnknown',
  NO_OFFER: 'NoOffer',
  BASIS_REFUSED: 'BasisRefused',
  NUMBER_UNKNOWN: 'NumberUnknown',
  NUMBER_AMBIGUOUS: 'NumberAmbiguous',
};

/** Price and stock for the acting organisation: the hot path, so it hands on what the reader made and adds only sentences. */
@Resolver()
export class AvailabilityResolver {
  constructor(private readonly hot: HotReads) {}

  @Query(() => AvailabilityPayload, {
    description: 'Your price, stock and earliest day of up to 200 lines, in one question. Needs price:read. Since 0.1.',
  })
  @Allow('price:read')
  async availability(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The lines.' }) input: AvailabilityInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<{ lines: LineAnswer[] }> {
    const lines = await readAvailability(this.hot, actor, input);
    for (const line of lines)
      Object.assign(line, { partId: line.offers[0]?.offer.partId ?? input.lines[line.line]?.partId ?? null });
    for (const { problem } of lines) {
      if (problem)
        Object.assign(problem, { message: context.sentence(sentences[problem.code], { count: problem.choices.length }) });
    }
    return { lines };
  }
}
