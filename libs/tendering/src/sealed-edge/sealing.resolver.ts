import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, CurrentContext, one, Public, type RequestContext, UnitOfWork } from '#libs/platform';
import type { BidReceipt } from '../bid/bid.entity.js';
import { BidReceiptType } from '../bid-edge/bid.graphql.js';
import { ReceiptSigner } from '../opening/receipt-signer.js';
import type { BidEnvelope, OfficerKey, OpeningSession, ReleasedEnvelope, Sealing } from '../sealed/sealing.entity.js';
import {
  officerKeys,
  openingSession,
  openingsOfTenders,
  releasedEnvelopes,
  sealingsOf,
  sessionsOfTenders,
} from '../sealed/sealing.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import * as types from './sealing.graphql.js';
import { openingView } from './sealing.view.js';

/** How tenders are sealed, and what came out of envelopes. */
@Resolver(() => TenderType)
export class SealingResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.OfficerKeyType], {
    description: 'Keys of your organisation for shares, revoked ones too. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  officerKeys(@CurrentActor() actor: Actor): Promise<OfficerKey[]> {
    return this.unitOfWork.read(actor, officerKeys);
  }

  @Query(() => types.OpeningSessionType, {
    description: 'A session of your organisation with the shares that were handed in. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  openingSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<OpeningSession> {
    return this.unitOfWork.read(actor, (work) => openingSession(work, id));
  }

  @Query(() => String, {
    nullable: true,
    description:
      'The public key that verifies signed receipts (ES256), as an uncompressed point in base64url; null before the first. Open to everybody. Since 0.2.',
  })
  @Public()
  async receiptKey(): Promise<string | null> {
    const found = await this.unitOfWork.guest((work) =>
      one<{ key: string | null }>(work, 'select tendering.receipt_public_key() as key'),
    );
    return found?.key ?? null;
  }

  @ResolveField(() => types.SealingType, {
    nullable: true,
    description: 'How its bids are sealed; null when they are not, or not yet.',
  })
  sealing(
    @Parent() { id, edits }: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<Sealing | null> {
    const loader = context.loader<string, Sealing | null>('tendering.sealing', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        sealingsOf(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    return loader.load(`${id} ${edits}`);
  }

  @ResolveField(() => [types.OpeningSessionType], {
    description: 'The last 10 sessions for shares, the newest first; empty for all but the buyer.',
  })
  openingSessions(
    @Parent() { id }: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<OpeningSession[]> {
    const loader = context.loader<string, OpeningSession[]>('tendering.opening-sessions', (ids) =>
      this.unitOfWork.read(actor, (work) => sessionsOfTenders(work, ids)),
    );
    return loader.load(id);
  }

  @ResolveField(() => [types.EnvelopeOpeningType], {
    description: 'What came out of envelopes so far: all for the buyer, his own for a bidder.',
  })
  async openings(
    @Parent() { id }: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const loader = context.loader<string, object[]>('tendering.openings', async (ids) => {
      const found = await this.unitOfWork.read(actor, (work) => openingsOfTenders(work, ids));
      return found.map((openings) => openings.map(openingView));
    });
    return loader.load(id);
  }

  @ResolveField(() => [types.ReleasedEnvelopeType], {
    description:
      'Sealed envelopes of the present round for which the hub gave its part, by bid, 100 at once; empty for all but the buyer.',
  })
  sealedEnvelopes(
    @Parent() { lots }: Tender,
    @CurrentActor() actor: Actor,
    @Args('lot', { type: () => Int, description: 'Position of the lot, from 1.' }) position: number,
    @Args('envelope', { type: () => types.EnvelopeEnum, description: 'Which envelopes.' }) envelope: BidEnvelope,
    @Args('skip', { type: () => Int, defaultValue: 0, description: 'How many were read before.' }) skip: number,
  ): Promise<ReleasedEnvelope[]> {
    const lot = lots.find((one) => one.position === position);
    if (!lot || skip < 0) return Promise.resolve([]);
    return this.unitOfWork.read(actor, (work) => releasedEnvelopes(work, { lotId: lot.id, envelope, skip }));
  }
}

/** What the hub signs. */
@Resolver(() => BidReceiptType)
export class ReceiptResolver {
  constructor(private readonly signer: ReceiptSigner) {}

  @ResolveField(() => String, {
    description: "The receipt signed by the hub: a compact JWS (ES256) that the query receiptKey's key verifies. Keep it.",
  })
  signed(@Parent() receipt: BidReceipt, @CurrentActor() actor: Actor): Promise<string> {
    return this.signer.sign(actor, receipt);
  }
}
