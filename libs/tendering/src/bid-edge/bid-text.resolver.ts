import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import type { BidContent, BidReceipt } from '../bid/bid.entity.js';
import { type BidRow, contentsOfBids, textsOfBids, textsOfReceipts } from '../bid/bid.reader.js';
import { BidContentType, BidReceiptType, BidType } from './bid.graphql.js';
import { contentView } from './bid.view.js';

/** What bids say, read only where it is asked for: a list of bids may be long, and each up to a mebibyte. */
@Resolver(() => BidType)
export class BidTextResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => BidContentType, {
    nullable: true,
    description: 'What it says; null when it was withdrawn, or is still sealed.',
  })
  async content(
    @Parent() bid: BidRow,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<BidContentType | null> {
    const loader = context.loader<string, BidContent | undefined>('tendering.bid-content', (keys) =>
      this.unitOfWork.read(actor, (work) => contentsOfBids(work, keys.map(bidOfKey))),
    );
    const content = await loader.load(keyOf(bid));
    return content === undefined ? null : contentView(content);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The very text that is kept, in UTF-8: its SHA-256 is `digest`. null when it was withdrawn.',
  })
  async text(
    @Parent() bid: BidRow,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    return (await this.textOf(bid, actor, context)) ?? null;
  }

  private textOf(bid: BidRow, actor: Actor, context: RequestContext): Promise<string | undefined> {
    const loader = context.loader<string, string | undefined>('tendering.bid-text', (keys) =>
      this.unitOfWork.read(actor, (work) => textsOfBids(work, keys.map(bidOfKey))),
    );
    return loader.load(keyOf(bid));
  }
}

const keyOf = ({ orgId, id, seq }: BidRow): string => `${orgId} ${id} ${seq}`;
const bidOfKey = (key: string) => ({ orgId: key.slice(0, 36), id: key.slice(37, 73) });

/** What a receipt was given for, so that its hash can be checked. */
@Resolver(() => BidReceiptType)
export class ReceiptTextResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'The very text that was accepted, in UTF-8: its SHA-256 is `digest`. For its bidder alone; null for the buyer.',
  })
  async text(
    @Parent() { bidId, seq }: BidReceipt,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    const loader = context.loader<string, string | undefined>('tendering.receipt-text', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        textsOfReceipts(
          work,
          keys.map((key) => ({ bidId: key.slice(0, 36), seq: Number(key.slice(37)) })),
        ),
      ),
    );
    return (await loader.load(`${bidId} ${seq}`)) ?? null;
  }
}
