import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, LocalDateScalar, QuantityType } from '#libs/platform';
import { TenderAuctionType } from '../auction-edge/announced-auction.graphql.js';
import { AwardModeEnum, ConfidentialityEnum, ProcedureEnum, RoundKindEnum, TenderStatusEnum } from './tender-enums.graphql.js';

@ObjectType('TenderRound', { description: 'One round of bids for a lot.' })
export class RoundType {
  @Field(() => Int, { description: 'From 1.' })
  round: number;
  @Field(() => RoundKindEnum, { description: 'What it is for.' })
  kind: string;
  @Field(() => DateTimeScalar, { description: 'From when bids are taken.' })
  opensAt: Date;
  @Field(() => DateTimeScalar, { description: 'Up to and with this moment of the database.' })
  closesAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the clock closed it.' })
  closedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when the buyer reads the bids; null: not yet.' })
  bidsFrom: Date | null;
  @Field(() => Int, { description: 'How often it went on because nobody could bid at its deadline.' })
  rescheduled: number;
}

@ObjectType('TenderLot', { description: 'What is evaluated and awarded by itself.' })
export class LotType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => Int, { description: 'From 1.' })
  position: number;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => TenderStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => Int, { description: 'The present round.' })
  round: number;
  @Field(() => Int, { description: 'Bids of an earlier version of the tender count only when they are confirmed.' })
  confirmFrom: number;
  @Field(() => String, { nullable: true, description: 'Seed of a tie-break by lot, drawn after the close.' })
  seed: string | null;
  @Field(() => [RoundType], { description: 'Its rounds.' })
  rounds: RoundType[];
}

@ObjectType('TenderLine', { description: 'What a lot asks for.' })
export class TenderLineType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'Its lot.' })
  lotId: string;
  @Field(() => String, { description: "The buyer's line number, as text." })
  number: string;
  @Field(() => ID, { nullable: true, description: 'The part; null: free text.' })
  partId: string | null;
  @Field(() => String, { nullable: true, description: 'Part number.' })
  partNumber: string | null;
  @Field(() => String, { description: 'What is wanted.' })
  description: string;
  @Field(() => QuantityType, { description: 'How much.' })
  quantity: QuantityType;
  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  needBy: string | null;
  @Field(() => String, { nullable: true, description: 'JSON of the place: code, name, GLN, address.' })
  shipTo: string | null;
  @Field(() => Boolean, { description: 'Whether another part may be offered.' })
  alternatesAllowed: boolean;
  @Field(() => String, { nullable: true, description: 'Revision of its drawing.' })
  revision: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Target price that the buyer shows, per `targetBasis` units.' })
  target: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Units that the target is for.' })
  targetBasis: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Target price that the buyer keeps to himself; null for everybody else.',
  })
  ownTarget: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Units that your own target is for. Since 0.2.' })
  ownTargetBasis: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that dropped it; null: it is asked for.' })
  droppedIn: number | null;
}

@ObjectType('TenderAmendment', { description: 'A published version of a tender.' })
export class AmendmentType {
  @Field(() => Int, { description: '1 is the publication.' })
  version: number;
  @Field(() => String, { description: 'Why; PUBLISHED for the first.' })
  reason: string;
  @Field(() => [String], { description: 'What was changed, by name.' })
  changes: string[];
  @Field(() => Boolean, { description: 'Whether earlier bids wait for confirmation.' })
  confirm: boolean;
  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: Date;
  @Field(() => DateTimeScalar, { description: 'The deadline from then on.' })
  closesAt: Date;
}

@ObjectType('TenderDocument', { description: 'A document of a tender; its bytes at /api/v1/files/tender/:id.' })
export class TenderDocumentType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => String, { description: 'File name.' })
  name: string;
  @Field(() => String, { description: 'SHA-256 of the bytes, in hexadecimal.' })
  sha256: string;
  @Field(() => Int, { description: 'Bytes.' })
  size: number;
  @Field(() => String, { description: 'Media type.' })
  mediaType: string;
  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt: Date;
}

@ObjectType('TenderQuestion', { description: 'A question, without its asker.' })
export class QuestionType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { nullable: true, description: 'The lot it is about.' })
  lotId: string | null;
  @Field(() => String, { description: 'What is asked.' })
  body: string;
  @Field(() => Boolean, { description: 'Asked before the questions closed.' })
  inTime: boolean;
  @Field(() => DateTimeScalar, { description: 'When.' })
  askedAt: Date;
  @Field(() => String, { nullable: true, description: 'The answer.' })
  answer: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given.' })
  answeredAt: Date | null;
  @Field(() => Boolean, { description: 'Whether your organisation asked it; nobody else knows.' })
  mine: boolean;
}

@ObjectType('TenderInvitation', { description: 'Who was invited; a supplier sees his own only.' })
export class InvitationType {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  invitedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When he said that he does not bid.' })
  declinedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why not.' })
  declineReason: string | null;
}

@ObjectType('TenderPrivate', { description: 'What its buyer alone reads.' })
export class TenderPrivateType {
  @Field(() => String, { nullable: true, description: 'Note.' })
  internalNote: string | null;
  @Field(() => String, { nullable: true, description: 'Cost centre.' })
  costReference: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Budget, in the currency of the tender.' })
  budget: string | null;
  @Field(() => ID, { nullable: true, description: 'Site that the goods are for.' })
  shipToSite: string | null;
}

@ObjectType('TenderEvent', { description: 'One line of the log, as the buyer reads it.' })
export class TenderEventType {
  @Field(() => Int, { description: 'From 1.' })
  seq: number;
  @Field(() => String, {
    description:
      'DRAFTED, PUBLISHED, AMENDED, ANSWERED, CLOSED, RESCHEDULED, ROUND_OPENED, AWARDED, AWARD_CANCELLED, CANCELLED, ...',
  })
  kind: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
  @Field(() => String, { description: 'JSON of what belongs to it.' })
  detail: string;
}

@ObjectType('Tender', {
  description: 'What a buyer asks suppliers to bid for. Seen by its buyer, and once published by those whom it asks.',
})
export class TenderType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Such as T-2026-000123.' })
  number: string;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description: string | null;
  @Field(() => TenderStatusEnum, { description: 'As far as its last lot.' })
  status: string;
  @Field(() => ProcedureEnum, { description: 'Who may bid.' })
  procedure: string;
  @Field(() => Boolean, {
    description:
      'Whether everybody reads what is published of it, without an account, and later who got it at what value. Since 0.2.',
  })
  isPublic: boolean;
  @Field(() => String, { nullable: true, description: 'Why a single source.' })
  singleReason: string | null;
  @Field(() => ConfidentialityEnum, { description: 'When the buyer reads bids.' })
  confidentiality: string;
  @Field(() => CurrencyCodeScalar, { description: 'In which bids are compared.' })
  currency: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The least quality that is ranked, 0 to 1.' })
  qualityMin: string | null;
  @Field(() => String, { description: 'Delivery term at which bids are compared.' })
  deliveryTerm: string;
  @Field(() => Int, { description: 'Days of payment that cost nothing.' })
  paymentDays: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'What a year of credit costs; null: payment days do not count.' })
  yearlyRate: string | null;
  @Field(() => AwardModeEnum, { description: 'How it may be awarded.' })
  awardMode: string;
  @Field(() => [DecimalScalar], { description: 'Shares in per cent, by rank.' })
  shares: string[];
  @Field(() => Int, { description: 'Fewer bids are not evaluated; 1 to 9.' })
  bidsMin: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the agreement that may come of the award; null: none does.',
  })
  agreementFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day.' })
  agreementTo: string | null;
  @Field(() => TenderAuctionType, {
    nullable: true,
    description: 'By which auction each lot is fought over; null: none. Since 0.2.',
  })
  auction: TenderAuctionType | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Later questions do not move the deadline.' })
  questionsCloseAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Deadline of the first lot in its first round.' })
  closesAt: Date | null;
  @Field(() => Int, { description: 'Minutes between the deadlines of lots.' })
  staggerMinutes: number;
  @Field(() => Int, { description: 'Hours that a late amendment or answer leaves at least.' })
  pushHours: number;
  @Field(() => Int, { description: 'What was published: 1, and one more with each amendment; 0 for a draft.' })
  version: number;
  @Field(() => Int, { description: "The buyer's steps, for `expectedVersion`." })
  edits: number;
  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was called off.' })
  cancelledAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why.' })
  cancelReason: string | null;
  @Field(() => [LotType], { description: 'Its lots; at least one.' })
  lots: LotType[];
}
