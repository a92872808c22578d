import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import { VersionedTenderInput } from '../tender-edge/terms.graphql.js';
import { AuctionKindEnum } from './announced-auction.graphql.js';

const AuctionStatusEnum = describedEnum('AuctionStatus', 'Where an auction stands.', {
  SCHEDULED: 'It is announced.',
  PREVIEW: 'Who takes part sees it; it opens later.',
  OPEN: 'Bids are taken.',
  EXTENDED: 'Bids are taken, and the close was moved.',
  PAUSED: 'All clocks stand.',
  CLOSED: 'No bid is taken any more.',
  FROZEN: 'Its ledger is closed and published.',
  AWARDED: 'The lot is awarded.',
  VOIDED: 'It was made void.',
});
const maybeDate = (description: string): PropertyDecorator => Field(() => DateTimeScalar, { nullable: true, description });

@ObjectType('AuctionStanding', { description: 'How you stand; nobody else reads it.' })
export class AuctionStandingType {
  @Field(() => DecimalScalar, { description: 'Your last bid.' })
  amount: string;
  @Field(() => Int, { description: 'Your rank, 1 being the best; equal ones share it.' })
  rank: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'Down to where the hub bids for you.' })
  floor?: string;
  @Field(() => Boolean, { nullable: true, description: 'ROUNDS: whether it is your turn.' })
  isYourTurn?: boolean;
}

@ObjectType('AuctionPlace', { description: 'A place in the ranking, for the buyer.' })
export class AuctionPlaceType {
  @Field(() => Int, { description: 'Rank, 1 being the best.' })
  rank: number;
  @Field(() => String, { description: 'Label of the bidder, as in the file.' })
  label: string;
  @Field(() => ID, { description: 'The bidder.' })
  supplierId: string;
  @Field(() => ID, { description: 'The bid he came with.' })
  bidId: string;
  @Field(() => DecimalScalar, { description: 'His last bid.' })
  amount: string;
  @Field(() => Int, { description: 'The entry of the ledger it came from; 0: he came with it.' })
  sequence: number;
}

@ObjectType('AuctionFile', {
  description: 'What is published after the close, before the result: with it anybody can recompute the auction.',
})
export class AuctionFileType {
  @Field(() => String, { description: 'JSON: terms, bidders under labels, and the ledger chained by SHA-256.' })
  body: string;
  @Field(() => String, { description: 'SHA-256 of the body, in hexadecimal.' })
  digest: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  publishedAt: Date;
  @Field(() => String, { nullable: true, description: 'JSON: the result, replayed from the body; null until it is there.' })
  result: string | null;
}

@ObjectType('Auction', {
  description: 'An auction of a lot, as its buyer or one who takes part sees it; who the others are no bidder learns.',
})
export class AuctionType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => AuctionKindEnum, { description: 'How it goes; its terms stand in the tender.' })
  kind: string;
  @Field(() => AuctionStatusEnum, { description: 'Where it stands at `at`.' })
  status: string;
  @Field(() => DateTimeScalar, { description: "The server's time of this answer, by which to set a clock." })
  at: Date;
  @Field(() => DateTimeScalar, { description: 'When it opens.' })
  opensAt: Date;
  @Field(() => DateTimeScalar, {
    description: 'When it closes, as far as it is known; a bid is taken up to and with this moment.',
  })
  closesAt: Date;
  @Field(() => Int, { description: 'How often the close was moved.' })
  extensions: number;
  @maybeDate('Since when all clocks stand.')
  pausedAt: Date | null;
  @maybeDate('When it goes on by itself; null: when its buyer says so.')
  resumesAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it is paused; CLOCK_STOOD_STILL: the hub was down.' })
  pauseReason: string | null;
  @maybeDate('When it was made void.')
  voidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why.' })
  voidReason: string | null;
  @Field(() => CurrencyCodeScalar, { description: 'Of all amounts.' })
  currency: string;
  @Field(() => Int, { description: 'Digits after the point that an amount may have.' })
  scale: number;
  @Field(() => String, { nullable: true, description: 'Your label in the file; null for the buyer.' })
  label: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'DUTCH, JAPANESE: the price that runs.' })
  price?: string;
  @Field(() => Int, { nullable: true, description: 'DUTCH, JAPANESE: its level, from 0.' })
  level?: number;
  @maybeDate('DUTCH, JAPANESE: until when it runs.')
  priceUntil: Date | null;
  @Field(() => AuctionStandingType, { nullable: true, description: 'How you stand; null for the buyer.' })
  own?: AuctionStandingType;
  @Field(() => DecimalScalar, { nullable: true, description: 'ENGLISH, ROUNDS: the most that your next bid may be.' })
  amountAtMost: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What you have to bid to lead, where the terms show it.' })
  amountToLead?: string;
}

@InputType({ isAbstract: true })
class AuctionStepInput {
  @Field(() => ID, { description: 'The auction.' })
  auctionId: string;
}
const why = Field(() => String, { description: 'Why, for all who take part; up to 2,000 characters.' });

@InputType('StartAuctionInput', { description: 'Which lot, and when.' })
export class StartAuctionInputType extends VersionedTenderInput {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => DateTimeScalar, { description: 'When it opens; to come.' })
  opensAt: Date;
}

@InputType('PlaceAuctionBidInput', { description: 'A bid for the whole lot, on the basis of the comparison.' })
export class PlaceAuctionBidInputType extends AuctionStepInput {
  @Field(() => DecimalScalar, { description: 'In the currency of the auction.' })
  amount: string;
  @Field(() => Boolean, { defaultValue: false, description: 'That a big drop is meant.' })
  isConfirmed: boolean;
}

@InputType('SetAuctionProxyInput', { description: 'Down to where the hub bids for you.' })
export class SetAuctionProxyInputType extends AuctionStepInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'In the currency of the auction; null ends it.' })
  floor?: string | null;
}

@InputType('AuctionInput', { description: 'Which auction.' })
export class AuctionInputType extends AuctionStepInput {}

@InputType('AcceptAuctionPriceInput', { description: 'The price that is accepted.' })
export class AcceptAuctionPriceInputType extends AuctionStepInput {
  @Field(() => DecimalScalar, { description: 'As you saw it.' })
  amount: string;
}

@InputType('StayInAuctionInput', { description: 'The level at which you stay.' })
export class StayInAuctionInputType extends AuctionStepInput {
  @Field(() => Int, { description: 'As you saw it.' })
  level: number;
}

@InputType('PauseAuctionInput', { description: 'Why, and until when.' })
export class PauseAuctionInputType extends AuctionStepInput {
  @why
  reason: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it goes on by itself; when you say so if absent.' })
  resumesAt?: Date | null;
}

@InputType('RescheduleAuctionInput', { description: 'A later or earlier opening.' })
export class RescheduleAuctionInputType extends AuctionStepInput {
  @why
  reason: string;
  @Field(() => DateTimeScalar, { description: 'When it opens; to come.' })
  opensAt: Date;
}

@InputType('VoidAuctionBidInput', { description: 'An erroneous bid.' })
export class VoidAuctionBidInputType extends AuctionStepInput {
  @Field(() => Int, { description: 'Its number in the ledger.' })
  sequence: number;
  @why
  reason: string;
}

@InputType('VoidAuctionInput', { description: 'The end of an auction.' })
export class VoidAuctionInputType extends AuctionStepInput {
  @why
  reason: string;
}
