import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  NotFound,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { OfferType } from '../offer/offer.graphql.js';
import { offerLoader } from '../offer/offer.loader.js';
import { type GivenPromise, givePromises, type PromisedLine } from './give-promises.js';
import {
  DatedPromiseType,
  PromiseInputType,
  PromisePayload,
  ReleasePromiseInputType,
  ReleasePromisePayload,
  ReservePromiseInputType,
  ReservePromisePayload,
  StoredPromiseType,
} from './promise.graphql.js';
import type { PromiseInput } from './promise.input.js';
import { promiseById } from './promise.reader.js';
import { type PromiseRecord, promiseRecord } from './promise.view.js';
import { releasePromise } from './release-promise.js';
import { reservePromise } from './reserve-promise.js';

const sentences: Readonly<Record<string, string>> = {
  OFFER_UNKNOWN: 'OfferUnknown',
  NO_OFFER: 'NoOffer',
  NUMBER_UNKNOWN: 'NumberUnknown',
  NUMBER_AMBIGUOUS: 'NumberAmbiguous',
};

/** Dated answers for the acting buyer, and what becomes of them. */
@Resolver(() => DatedPromiseType)
export class PromiseResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => PromisePayload, {
    description:
      'When up to 200 lines can be on your dock, from stock, expected receipts and lead times, on the calendars and ways of your suppliers. Each answer is kept with its inputs; nothing is held. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async promise(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The lines and the place.' }) input: PromiseInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<{ lines: PromisedLine[] }> {
    const lines = await this.unitOfWork.run(actor, (work) => givePromises(work, asked(input)));
    for (const { problem } of lines) {
      if (problem)
        Object.assign(problem, {
          message: context.sentence(sentences[problem.code] ?? problem.code, { count: problem.choices.length }),
        });
    }
    return { lines };
  }

  @Query(() => StoredPromiseType, {
    description: 'A promise to you, or of you, as it was given, with its inputs. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async storedPromise(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<PromiseRecord> {
    return promiseRecord(await this.unitOfWork.read(actor, (work) => promiseById(work, id)));
  }

  @Mutation(() => ReservePromisePayload, {
    description:
      'Holds what a promise names: stock at its places and its share of expected receipts, all or nothing, for a time that the supplier grants. Needs order:place. Since 0.2.',
  })
  @Allow('order:place')
  async reservePromise(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: ReservePromiseInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'promise', PromiseRecord>> {
    const result = await this.unitOfWork.run(actor, (work) => reservePromise(work, input));
    return payload(result.ok ? { ok: true, value: promiseRecord(result.value) } : result, 'promise', context);
  }

  @Mutation(() => ReleasePromisePayload, {
    description:
      'Gives back what a promise holds, for either party. Needs order:place as buyer, stock:write as supplier. Since 0.2.',
  })
  @Allow('order:place', 'stock:write')
  async releasePromise(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: ReleasePromiseInputType,
  ): Promise<Payload<'promise', PromiseRecord>> {
    const result = await this.unitOfWork.run(actor, (work) => releasePromise(work, { ...input }));
    return payload(result.ok ? ok(promiseRecord(result.value)) : result, 'promise', context);
  }

  @ResolveField(() => OfferType, { description: 'The offer; null when it is not shown to you any more.', nullable: true })
  async offer(@Parent() promise: GivenPromise, @CurrentContext() context: RequestContext): Promise<object | null> {
    return offerLoader(context, this.unitOfWork)
      .load(promise.offerId)
      .catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
  }
}

/** A site or a country, as the verb wants the one that was given. */
function asked({ shipTo, ...rest }: PromiseInputType): PromiseInput {
  const place =
    shipTo.siteId == null ? { country: shipTo.country ?? '', region: shipTo.region ?? null } : { siteId: shipTo.siteId };
  return { ...rest, shipTo: place };
}
