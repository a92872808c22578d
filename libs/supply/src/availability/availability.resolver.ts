import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CONFIG,
  type Config,
  CurrentActor,
  CurrentContext,
  HotReads,
  type RequestContext,
} from '#libs/platform';
import { AskingDirectory } from '../asking/asking-directory.js';
import { StockAsker } from '../asking/stock-asker.js';
import { AvailabilityInputType, AvailabilityPayload } from './availability.graphql.js';
import type { LineProblem } from './availability.row.js';
import { freshAvailability, type LabelledLine } from './fresh-availability.js';

const sentences: Readonly<Record<LineProblem, string>> = {
  OFFER_UNKNOWN: 'OfferUnknown',
  NO_OFFER: 'NoOffer',
  BASIS_REFUSED: 'BasisRefused',
  LOT_REFUSED: 'LotRefused',
  NUMBER_UNKNOWN: 'NumberUnknown',
  NUMBER_AMBIGUOUS: 'NumberAmbiguous',
};

/** Price and stock for the acting organisation: the hot path, so it hands on what the reader made and adds only sentences. */
@Resolver()
export class AvailabilityResolver {
  private readonly services: Parameters<typeof freshAvailability>[0];

  constructor(hot: HotReads, asker: StockAsker, directory: AskingDirectory, @Inject(CONFIG) { askingBudgetMs }: Config) {
    this.services = { hot, asker, directory, budgetMs: askingBudgetMs };
  }

  @Query(() => AvailabilityPayload, {
    description: 'Your price, stock and earliest day of up to 200 lines, in one question. Needs price:read. Since 0.1.',
  })
  @Allow('price:read')
  async availability(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The lines.' }) input: AvailabilityInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<{ lines: LabelledLine[] }> {
    const lines = await freshAvailability(this.services, actor, input);
    for (const line of lines)
      Object.assign(line, { partId: line.offers[0]?.offer.partId ?? input.lines[line.line]?.partId ?? null });
    for (const { problem } of lines) {
      if (problem)
        Object.assign(problem, { message: context.sentence(sentences[problem.code], { count: problem.choices.length }) });
    }
    return { lines };
  }
}
