import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  CountryCodeScalar,
  CurrencyCodeScalar,
  connectionOf,
  DateTimeScalar,
  LocalDateScalar,
  MoneyType,
  PageArgs,
  QuantityType,
} from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import type { PublicTenderFilter } from './notice.reader.js';

const PublicTenderStateEnum = describedEnum('PublicTenderState', 'Which public tenders a list shows.', {
  OPEN: 'Those that take bids, the nearest deadline first.',
  ENDED: 'All others, the last deadline first.',
});
const PublicTenderStatusEnum = describedEnum('PublicTenderStatus', 'What is published of where a tender, lot or award stands.', {
  ACTIVE: 'It goes on.',
  COMPLETE: 'It is awarded.',
  UNSUCCESSFUL: 'It is awarded to nobody.',
  CANCELLED: 'It was called off.',
});

@ObjectType('PublicParty', { description: 'An organisation as everybody may know it. Since 0.2.' })
class PublicPartyType {
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => CountryCodeScalar, { description: 'Its country.' })
  country: string;
}

@ObjectType('PublicLot', { description: 'A part of a public tender that is awarded by itself. Since 0.2.' })
class PublicLotType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => PublicTenderStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => DateTimeScalar, { description: 'Bids are taken up to and with this moment.' })
  closesAt: string;
}

@ObjectType('PublicLine', { description: 'What a public tender asks for. Since 0.2.' })
class PublicLineType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'Its lot.' })
  lotId: string;
  @Field(() => String, { description: "The buyer's line number, as text." })
  number: string;
  @Field(() => String, { nullable: true, description: 'Part number; null: free text.' })
  partNumber: string | null;
  @Field(() => String, { description: 'What is wanted.' })
  description: string;
  @Field(() => QuantityType, { description: 'How much.' })
  quantity: QuantityType;
  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  needBy: string | null;
  @Field(() => Boolean, { description: 'Whether another part may be offered.' })
  alternatesAllowed: boolean;
  @Field(() => Boolean, { description: 'Whether an amendment dropped it.' })
  dropped: boolean;
}

@ObjectType('PublicDocument', { description: 'The name of a document; who signs in as a supplier reads it. Since 0.2.' })
class PublicDocumentType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => String, { description: 'File name.' })
  name: string;
  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt: string;
}

@ObjectType('PublicAmendment', { description: 'A change of a public tender. Since 0.2.' })
class PublicAmendmentType {
  @Field(() => Int, { description: 'The version that it made; from 2.' })
  version: number;
  @Field(() => String, { description: 'Why.' })
  reason: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: string;
}

@ObjectType('PublicBids', { description: 'How many bids came; nobody is named. Since 0.2.' })
class PublicBidsType {
  @Field(() => Int, { description: 'Suppliers who bid.' })
  bidders: number;
  @Field(() => Int, { description: 'Their bids; one for each lot.' })
  bids: number;
}

@ObjectType('PublicAward', { description: 'Who got a lot or a part of it. Since 0.2.' })
class PublicAwardType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => PublicPartyType, { description: 'The winner.' })
  supplier: PublicPartyType;
  @Field(() => MoneyType, { description: 'Sum of the goods at the awarded prices, without freight and tax.' })
  value: MoneyType;
  @Field(() => DateTimeScalar, { description: 'When.' })
  awardedAt: string;
  @Field(() => Boolean, { description: 'Whether it was taken back.' })
  cancelled: boolean;
  @Field(() => Boolean, { description: 'Whether it is decided only and waits for the end of its standstill. Since 0.2.' })
  pending: boolean;
}

@ObjectType('PublicTender', {
  description: 'All that everybody may read of a tender whose buyer made it public, as its last release says it. Since 0.2.',
})
export class PublicTenderType {
  @Field(() => ID, { description: 'Open contracting id, under which its releases are found at /api/v1/ocds.' })
  ocid: string;
  @Field(() => ID, { description: 'UUID, for who signs in to bid.' })
  id: string;
  @Field(() => String, { description: 'Such as T-2026-000123.' })
  number: string;
  @Field(() => String, { description: 'Title.' })
  title: string;
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description: string | null;
  @Field(() => PublicPartyType, { description: 'Who asks.' })
  buyer: PublicPartyType;
  @Field(() => CurrencyCodeScalar, { description: 'In which bids are compared.' })
  currency: string;
  @Field(() => String, { description: 'Delivery term at which bids are compared.' })
  deliveryTerm: string;
  @Field(() => Int, { description: 'Days of payment that cost nothing.' })
  paymentDays: number;
  @Field(() => Boolean, { description: 'Whether something besides the price counts.' })
  rated: boolean;
  @Field(() => PublicTenderStatusEnum, { description: 'As far as its last lot.' })
  status: string;
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt: string;
  @Field(() => DateTimeScalar, { description: 'The last deadline of its lots in the first round.' })
  closesAt: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Later questions do not move the deadline.' })
  questionsCloseAt: string | null;
  @Field(() => [PublicLotType], { description: 'Its lots; at least one.' })
  lots: PublicLotType[];
  @Field(() => Int, { description: 'Lines that are asked for now.' })
  linesAsked: number;
  @Field(() => [PublicLineType], { description: 'Its lines, dropped ones too; up to 500.' })
  lines: PublicLineType[];
  @Field(() => [PublicDocumentType], { description: 'Names of its documents; up to 100.' })
  documents: PublicDocumentType[];
  @Field(() => [PublicAmendmentType], { description: 'What was changed since its publication.' })
  amendments: PublicAmendmentType[];
  @Field(() => PublicBidsType, { nullable: true, description: 'Null until the bids of every lot are open.' })
  bids: PublicBidsType | null;
  @Field(() => [PublicAwardType], { description: 'Who got what; taken back ones too.' })
  awards: PublicAwardType[];
}

@ObjectType('PublicTenderConnection', { description: 'Public tenders by their deadline.' })
export class PublicTenderConnection extends connectionOf('PublicTender', () => PublicTenderType) {}

@ArgsType()
export class PublicTendersArgs extends PageArgs {
  @Field(() => PublicTenderStateEnum, { defaultValue: 'OPEN', description: 'Those that take bids, or the others.' })
  state: PublicTenderFilter['state'];
  @Field(() => String, {
    nullable: true,
    description: 'Words that all stand in number, title, buyer or lines; up to 10 words and 200 characters.',
  })
  search?: string | null;
}
