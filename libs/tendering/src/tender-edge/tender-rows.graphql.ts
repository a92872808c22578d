import { ArgsType, Field, ID, Int, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '#libs/platform';
import { BidReceiptType, BidType } from '../bid-edge/bid.graphql.js';
import * as types from './tender.graphql.js';

@ObjectType('TenderCounts', {
  description: 'How many rows there are that you read, where a plain list shows at most 100; the pages show all.',
})
export class TenderCountsType {
  @Field(() => Int, { description: 'Bids; pages by `tenderBids`.' })
  bids: number;
  @Field(() => Int, { description: 'Receipts; pages by `tenderReceipts`.' })
  receipts: number;
  @Field(() => Int, { description: 'Questions; pages by `tenderQuestions`.' })
  questions: number;
  @Field(() => Int, { description: 'Invitations, at most 500; pages by `tenderInvitations`.' })
  invitations: number;
  @Field(() => Int, { description: 'Versions; pages by `tenderAmendments`.' })
  amendments: number;
  @Field(() => Int, { description: 'Documents, at most 100.' })
  documents: number;
  @Field(() => Int, { description: 'Lines of the log; pages by `tenderEvents`.' })
  events: number;
}

function counted(name: string, node: ReturnTypeFunc) {
  abstract class Counted extends connectionOf(name, node) {
    totalCount: number;
  }
  Field(() => Int, { description: 'All of them, on whichever page.' })(Counted.prototype, 'totalCount');
  ObjectType({ isAbstract: true })(Counted);
  return Counted;
}

@ObjectType('BidConnection', { description: 'Bids on a tender, by lot, round and arrival.' })
export class BidConnection extends counted('Bid', () => BidType) {}
@ObjectType('BidReceiptConnection', { description: 'Receipts of bids on a tender, the first first.' })
export class BidReceiptConnection extends counted('BidReceipt', () => BidReceiptType) {}
@ObjectType('TenderQuestionConnection', { description: 'Questions about a tender, the first first.' })
export class TenderQuestionConnection extends counted('TenderQuestion', () => types.QuestionType) {}
@ObjectType('TenderInvitationConnection', { description: 'Invitations to a tender, the first first.' })
export class TenderInvitationConnection extends counted('TenderInvitation', () => types.InvitationType) {}
@ObjectType('TenderAmendmentConnection', { description: 'Versions of a tender, the first first.' })
export class TenderAmendmentConnection extends counted('TenderAmendment', () => types.AmendmentType) {}
@ObjectType('TenderEventConnection', { description: 'The log of a tender, the first first.' })
export class TenderEventConnection extends counted('TenderEvent', () => types.TenderEventType) {}

@ArgsType()
export class TenderRowsArgs extends PageArgs {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
}
