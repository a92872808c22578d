import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  PageArgs,
  UnitCodeScalar,
  UserErrorType,
  userError,
} from '#libs/platform';

export const StockSourceEnum = { FILE: 'FILE', API: 'API', MANUAL: 'MANUAL', MANAGED: 'MANAGED', ASKED: 'ASKED' } as const;
registerEnumType(StockSourceEnum, {
  name: 'StockSource',
  description: 'Who said how much there is.',
  valuesMap: {
    FILE: { description: 'A file of the supplier.' },
    API: { description: 'A machine of the supplier.' },
    MANUAL: { description: 'A person at the supplier.' },
    MANAGED: { description: 'The ledger here: it is the count.' },
    ASKED: { description: "The supplier's ERP, when it was asked." },
  },
});

export const StockLabelEnum = { LIVE: 'LIVE', CACHED: 'CACHED', LEAD_TIME_ONLY: 'LEAD_TIME_ONLY' } as const;
registerEnumType(StockLabelEnum, {
  name: 'StockLabel',
  description: 'What a figure of stock is worth.',
  valuesMap: {
    LIVE: { description: "The supplier's ERP says so now, or the place is managed here." },
    CACHED: { description: 'It was said some time ago: see its age.' },
    LEAD_TIME_ONLY: { description: 'Nobody says what is there: only the lead time can be relied upon.' },
  },
});

@ObjectType('StockPlace', { description: 'Free stock of an offer at one location.' })
export class StockPlaceType {
  @Field(() => String, { description: 'The name the supplier gives the place.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'Free in order units: reported less what orders hold, never below zero.' })
  quantity: string;

  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  asOf: Date;

  @Field(() => StockSourceEnum, { description: 'Who said so.' })
  source: keyof typeof StockSourceEnum;

  @Field(() => StockLabelEnum, { description: 'What the figure is worth. Since 0.2.' })
  label: keyof typeof StockLabelEnum;

  @Field(() => Int, { description: 'How old it is, in whole seconds; 0 for a place that is managed here. Since 0.2.' })
  ageSeconds: number;
}

@ObjectType('OwnStock', { description: 'Stock of the own offer at one location, with what orders hold of it.' })
export class OwnStockType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => ID, { description: 'Its part.' })
  partId: string;

  @Field(() => String, { description: 'The own part number.' })
  supplierPart: string;

  @Field(() => String, { description: 'The own name of it.' })
  name: string;

  @Field(() => UnitCodeScalar, { description: 'What the quantities count.' })
  orderUnit: string;

  @Field(() => String, { description: 'The place.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'As last reported.' })
  quantity: string;

  @Field(() => DecimalScalar, { description: 'Held by orders.' })
  reserved: string;

  @Field(() => DecimalScalar, { description: 'What may still be sold, never below zero.' })
  free: string;

  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  asOf: Date;

  @Field(() => StockSourceEnum, { description: 'Who said so.' })
  source: keyof typeof StockSourceEnum;
}

@ObjectType('OwnStockConnection', { description: 'A page of the own stock by part number and location.' })
export class OwnStockConnection extends connectionOf('OwnStock', () => OwnStockType) {}

@InputType('StockFilter', { description: 'Which rows of the own stock; all conditions hold.' })
export class StockFilterInput {
  @Field(() => String, { nullable: true, description: 'Beginning of the own part number.' })
  supplierPart?: string | null;

  @Field(() => String, { nullable: true, description: 'Exactly this place.' })
  location?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Counted before this instant: what may be out of date.' })
  countedBefore?: Date | null;
}

@ArgsType()
export class StockArgs extends PageArgs {
  @Field(() => StockFilterInput, { nullable: true, description: 'Which rows.' })
  filter?: StockFilterInput | null;
}

@InputType('StockLineInput', { description: 'One count: an offer by id or by the own part number, at one place.' })
export class StockLineInput {
  @Field(() => ID, { nullable: true, description: 'The offer; or give supplierPart.' })
  offerId?: string | null;

  @Field(() => String, { nullable: true, description: 'The own part number; or give offerId.' })
  supplierPart?: string | null;

  @Field(() => String, { description: 'The place, 1 to 40 characters.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'How many order units are there, those held by orders included.' })
  quantity: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was counted; now when absent. A count older than the known one is refused.',
  })
  asOf?: Date | null;
}

@InputType('SetStockInput', { description: 'Counts of the own stock.' })
export class SetStockInputType {
  @Field(() => [StockLineInput], { description: '1 to 1,000 counts.' })
  lines: StockLineInput[];
}

export const StockOfferUnknown = userError('StockOfferUnknown', 'You have no such offer.');
const SetStockError = errorUnion('SetStockError', [
  StockOfferUnknown,
  userError('StockOfferAmbiguous', 'The part number stands in several of your catalogues: name the offer.'),
  userError('StockOutdated', 'A newer count is known; this one changed nothing.'),
  userError('StockFromFuture', 'The count is dated in the future.'),
  userError('StockLineRepeated', 'Another line counts the same place.'),
  userError('StockManagedHere', 'The stock of the place is managed here: correct it instead.'),
]);

@ObjectType('SetStockPayload', { description: 'What setStock answers: lines stand alone, a refused one leaves the others.' })
export class SetStockPayload {
  @Field(() => Int, { description: 'Lines that were taken.' })
  written: number;

  @Field(() => [SetStockError], { description: 'One for each refused line, with the way to it.' })
  errors: UserErrorType[];
}

@ObjectType('OfferStock', { description: 'Free stock of one offer now.' })
export class OfferStockType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => ID, { description: 'Its supplier.' })
  supplierId: string;

  @Field(() => DecimalScalar, { description: 'Free at all places together, in order units.' })
  available: string;

  @Field(() => [StockPlaceType], { description: 'By place.' })
  stock: StockPlaceType[];
}

@ObjectType('StockChange', { description: 'The stock of a part after it moved.' })
export class StockChangeType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => [OfferStockType], { description: 'Every offer of it that you may see.' })
  offers: OfferStockType[];
}
