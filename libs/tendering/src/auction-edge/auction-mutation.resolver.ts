import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Fault, Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  checkInput,
  type Payload,
  payload,
  type RequestContext,
  Throttle,
  type ThrottleRule,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import type { AuctionRoom } from '../auctioning/auction.reader.js';
import { type AuctionSight, auctionSight } from '../auctioning/auction.view.js';
import * as bids from '../auctioning/place-auction-bid.js';
import { startAuction } from '../auctioning/start-auction.js';
import * as steering from '../auctioning/steer-auction.js';
import * as inputs from './auction.graphql.js';
import * as payloads from './auction-payload.graphql.js';

/**
 * What one bidder may try in one auction, whether it is taken in or refused: each try holds the lot for a moment, and the others wait for it.
 * One a second is more than a hand does; it is counted before the lot is held.
 */
const trying: ThrottleRule = { name: 'tendering:auction-act', points: 60, seconds: 60 };

const named = z.object({ auctionId: z.uuid() });

type Answer = Promise<Payload<'auction', AuctionSight>>;

interface Bidding {
  auctionId: string;
  verb: (work: Work) => Promise<Result<AuctionRoom, Fault>>;
}

/** What bidders and buyers do in auctions. */
@Resolver(() => inputs.AuctionType)
export class AuctionMutationResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
  ) {}

  @Mutation(() => payloads.StartAuctionPayload, {
    description: 'Starts the auction that was announced for a lot, among its ranked bids. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  startAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.StartAuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => startAuction(work, { ...input }));
  }

  @Mutation(() => payloads.PlaceAuctionBidPayload, {
    description:
      'Bids in an auction; it counts exactly when it stands in the ledger, at the time of the database. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  placeAuctionBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.PlaceAuctionBidInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.bidding(actor, context, { auctionId: input.auctionId, verb: (work) => bids.placeAuctionBid(work, { ...input }) });
  }

  @Mutation(() => payloads.SetAuctionProxyPayload, {
    description: 'Lets the hub bid for you down to a floor, or ends that. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  setAuctionProxy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.SetAuctionProxyInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    const { auctionId, floor = null } = input;
    return this.bidding(actor, context, { auctionId, verb: (work) => bids.setAuctionProxy(work, { auctionId, floor }) });
  }

  @Mutation(() => payloads.TakeBackAuctionBidPayload, {
    description: 'Takes your bid of the turn that runs back. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  takeBackAuctionBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.bidding(actor, context, {
      auctionId: input.auctionId,
      verb: (work) => bids.takeBackAuctionBid(work, { ...input }),
    });
  }

  @Mutation(() => payloads.AcceptAuctionPricePayload, {
    description: 'Accepts the price that runs; the first who does has it. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  acceptAuctionPrice(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AcceptAuctionPriceInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.bidding(actor, context, {
      auctionId: input.auctionId,
      verb: (work) => bids.acceptAuctionPrice(work, { ...input }),
    });
  }

  @Mutation(() => payloads.StayInAuctionPayload, {
    description: 'Stays at the level that is asked. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  stayInAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.StayInAuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.bidding(actor, context, { auctionId: input.auctionId, verb: (work) => bids.stayInAuction(work, { ...input }) });
  }

  @Mutation(() => payloads.PauseAuctionPayload, {
    description: 'Lets all clocks of an auction stand. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  pauseAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.PauseAuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => steering.pauseAuction(work, { ...input }));
  }

  @Mutation(() => payloads.ResumeAuctionPayload, {
    description: 'Lets a paused auction go on at once. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  resumeAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => steering.resumeAuction(work, { ...input }));
  }

  @Mutation(() => payloads.RescheduleAuctionPayload, {
    description: 'Moves an auction that has not opened. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  rescheduleAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.RescheduleAuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => steering.rescheduleAuction(work, { ...input }));
  }

  @Mutation(() => payloads.VoidAuctionBidPayload, {
    description: 'Takes an erroneous bid out before the close. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  voidAuctionBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.VoidAuctionBidInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => steering.voidAuctionBid(work, { ...input }));
  }

  @Mutation(() => payloads.VoidAuctionPayload, { description: 'Makes an auction void for ever. Needs tender:manage. Since 0.2.' })
  @Allow('tender:manage')
  voidAuction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.VoidAuctionInputType,
    @CurrentContext() context: RequestContext,
  ): Answer {
    return this.answer(actor, context, (work) => steering.voidAuction(work, { ...input }));
  }

  /** What a bidder tries, as long as he does not try too often. */
  private async bidding(actor: Actor, context: RequestContext, { auctionId, verb }: Bidding): Answer {
    // However it is spelt, an auction is counted once; what can be none is not counted, and throws BadInput.
    const id = checkInput(named, { auctionId }).auctionId.toLowerCase();
    const retryAfterSeconds = await this.throttle.take(trying, `${actor.orgId} ${id}`);
    if (retryAfterSeconds === undefined) return this.answer(actor, context, verb);
    const fault = { code: 'AuctionActsTooMany', path: ['auctionId'], values: { retryAfterSeconds } };
    return payload<AuctionSight, 'auction'>({ ok: false, errors: [fault] }, 'auction', context);
  }

  private async answer(actor: Actor, context: RequestContext, verb: (work: Work) => Promise<Result<AuctionRoom, Fault>>): Answer {
    const done = await this.unitOfWork.run(actor, verb);
    return payload(done.ok ? { ok: true, value: auctionSight(done.value) } : done, 'auction', context);
  }
}
