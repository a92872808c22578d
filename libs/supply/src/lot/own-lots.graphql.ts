import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, DecimalScalar, LocalDateScalar, PageArgs, UnitCodeScalar } from '#libs/platform';
import { LotType } from './lot.graphql.js';

@ObjectType('OwnLot', { description: 'A lot of yours beside the offer it is of. Since 0.2.' })
export class OwnLotType extends LotType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => ID, { description: 'Its part.' })
  partId: string;
  @Field(() => String, { description: 'Your part number.' })
  supplierPart: string;
  @Field(() => String, { description: 'Your name of it.' })
  name: string;
  @Field(() => UnitCodeScalar, { description: 'What the quantities count.' })
  orderUnit: string;
  @Field(() => DecimalScalar, { description: 'As you stated it, what orders have taken included, in order units.' })
  quantity: string;
  @Field(() => DateTimeScalar, { description: 'When you stated it.' })
  asOf: Date;
}

@ObjectType('OwnLotConnection', { description: 'A page of your lots by part number and place.' })
export class OwnLotConnection extends connectionOf('OwnLot', () => OwnLotType) {}

@InputType('OwnLotFilter', { description: 'Which of your lots; all conditions hold.' })
export class OwnLotFilterInput {
  @Field(() => String, { nullable: true, description: 'Beginning of your part number.' })
  supplierPart?: string | null;
  @Field(() => String, { nullable: true, description: 'Exactly this lot or serial number.' })
  number?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Usable until this day at most.' })
  endsBy?: string | null;
}

@ArgsType()
export class OwnLotArgs extends PageArgs {
  @Field(() => OwnLotFilterInput, { nullable: true, description: 'Which.' })
  filter?: OwnLotFilterInput | null;
}

@ObjectType('PromisedOffer', { description: 'What you promise with every unit of an offer. Since 0.2.' })
export class PromisedOfferType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => String, { description: 'Your part number.' })
  supplierPart: string;
  @Field(() => String, { description: 'Your name of it.' })
  name: string;
  @Field(() => [String], { description: 'Kinds, of the list CERTIFICATE.' })
  certificates: string[];
}

@ObjectType('PromisedOfferConnection', { description: 'A page of your offers with promised certificates by part number.' })
export class PromisedOfferConnection extends connectionOf('PromisedOffer', () => PromisedOfferType) {}
