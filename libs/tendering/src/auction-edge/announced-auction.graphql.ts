import { Field, Int } from '@nestjs/graphql';
import { DecimalScalar } from '#libs/platform';
import { bothWays } from '../both-ways.graphql.js';
import { describedEnum } from '../described-enum.graphql.js';

export const AuctionKindEnum = describedEnum('AuctionKind', 'How an auction goes.', {
  ENGLISH: 'Bids fall until the close.',
  ROUNDS: 'Bidders speak in turns, the worst first; a bid is seen when its turn ends.',
  DUTCH: 'The price rises until the first accepts it.',
  JAPANESE: 'The price falls while bidders stay.',
});
const StepByEnum = describedEnum('AuctionStepBy', 'In what a step counts.', {
  AMOUNT: 'In the currency of the tender.',
  PERCENT: 'In per cent of what it is held against.',
});
const CountsFromEnum = describedEnum('AuctionExtensionFrom', 'From when an extension counts.', {
  CLOSE: 'From the close that was.',
  RECEIPT: 'From the bid.',
});
const DisplayEnum = describedEnum('AuctionDisplay', 'What bidders see of the others; never who they are.', {
  RANK: 'Nothing but their own rank.',
  BEST_PRICE: 'Also what they have to bid to lead.',
});
const seconds = (description: string): PropertyDecorator => Field(() => Int, { nullable: true, description });
const percent = (description: string): PropertyDecorator => Field(() => DecimalScalar, { nullable: true, description });

@bothWays('AuctionStep', 'How much better a bid has to be; above zero.')
class AuctionStepType {
  @Field(() => StepByEnum, { description: 'In what it counts.' })
  by: string;
  @Field(() => DecimalScalar, { description: 'How much; per cent below 100.' })
  value: string;
}

@bothWays('AuctionSoftClose', 'When a late bid moves the close, and by how much.')
class AuctionSoftCloseType {
  @Field(() => Int, { description: 'Seconds before the close in which a bid moves it.' })
  triggerSeconds: number;
  @Field(() => Int, { description: 'Seconds by which it is moved.' })
  lengthSeconds: number;
  @Field(() => Int, { description: 'How often at most; 0 to 1,000.' })
  extensionsMax: number;
  @Field(() => CountsFromEnum, { defaultValue: 'CLOSE', description: 'From when the seconds count.' })
  countsFrom: string;
  @Field(() => Int, { nullable: true, description: 'Only bids that come to this rank or better move it; any when absent.' })
  lowestTriggeringRank?: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds after the first close at which it ends for good.' })
  totalSecondsMax?: number | null;
}

@bothWays('TenderAuction', 'The auction that a tender announces, fixed by its publication; the fields of other kinds are absent.')
export class TenderAuctionType {
  @Field(() => AuctionKindEnum, { description: 'How it goes.' })
  kind: string;
  @seconds('ENGLISH: from the opening to the first close; at most 30 days.')
  durationSeconds?: number | null;
  @Field(() => AuctionStepType, { nullable: true, description: 'ENGLISH, ROUNDS: by how much a bidder undercuts himself.' })
  ownStep?: AuctionStepType | null;
  @Field(() => AuctionStepType, {
    nullable: true,
    description: 'ENGLISH: by how much the lead is taken; by anything when absent.',
  })
  leadStep?: AuctionStepType | null;
  @Field(() => Boolean, { nullable: true, description: 'ENGLISH: whether every bid has to take the lead; no when absent.' })
  mustLead?: boolean | null;
  @Field(() => DisplayEnum, { nullable: true, description: 'ENGLISH: what bidders see; RANK when absent.' })
  display?: string | null;
  @Field(() => AuctionSoftCloseType, { nullable: true, description: 'ENGLISH: soft close; none when absent.' })
  softClose?: AuctionSoftCloseType | null;
  @percent('ENGLISH: a drop of more per cent has to be confirmed.')
  bigDropPercent?: string | null;
  @Field(() => Int, { nullable: true, description: 'ROUNDS: how many; 3 when absent.' })
  rounds?: number | null;
  @seconds('ROUNDS: of each turn; 120 when absent.')
  turnSeconds?: number | null;
  @seconds('ROUNDS: before the first; 300 when absent.')
  firstPauseSeconds?: number | null;
  @seconds('ROUNDS: before each other; 120 when absent.')
  pauseSeconds?: number | null;
  @percent('DUTCH, JAPANESE: of the best bid, where the price begins; JAPANESE 100 when absent.')
  startPercent?: string | null;
  @percent('DUTCH: of the best bid, by which it rises.')
  risePercent?: string | null;
  @percent('DUTCH: of the best bid, where it ends; 100 when absent.')
  ceilingPercent?: string | null;
  @Field(() => AuctionStepType, { nullable: true, description: 'JAPANESE: by how much it falls, of the start.' })
  fall?: AuctionStepType | null;
  @percent('JAPANESE: of the best bid, where it ends.')
  floorPercent?: string | null;
  @seconds('DUTCH, JAPANESE: how long a price stands.')
  tickSeconds?: number | null;
  @seconds('After the close, in which bidders may object and nothing is awarded; none when absent.')
  appealSeconds?: number | null;
}
