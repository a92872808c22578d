import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  PageArgs,
  payloadType,
  UnitCodeScalar,
  userError,
  VersionConflict,
} from '#libs/platform';

export const WatchDeliveryEnum = { AT_ONCE: 'AT_ONCE', DAILY: 'DAILY' } as const;
registerEnumType(WatchDeliveryEnum, {
  name: 'WatchDelivery',
  description: 'When changes are mailed.',
  valuesMap: { AT_ONCE: { description: 'As they happen.' }, DAILY: { description: 'All of a day in one letter, at 6:00 UTC.' } },
});
export const NoticeKindEnum = { OFFER: 'OFFER', STOCK: 'STOCK', PRICE: 'PRICE' } as const;
registerEnumType(NoticeKindEnum, {
  name: 'WatchNoticeKind',
  description: 'What changed.',
  valuesMap: {
    OFFER: { description: 'Somebody began to offer the part to you.' },
    STOCK: { description: 'There is stock, or as much as was asked for.' },
    PRICE: { description: 'A base unit costs less, or no more than the limit.' },
  },
});

@ObjectType({ isAbstract: true })
abstract class WatchTerms {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Boolean, { description: 'Tells of new offers.' })
  onOffer: boolean;

  @Field(() => Boolean, { description: 'Tells of stock.' })
  onStock: boolean;

  @Field(() => Boolean, { description: 'Tells of prices.' })
  onPrice: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Only of so much stock of one supplier, in order units, or more; null: of any after none.',
  })
  stockMin: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Only of a price of a base unit at or below this; null: of every lower one.',
  })
  priceMax: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of the limit.' })
  priceCurrency: string | null;

  @Field(() => WatchDeliveryEnum, { description: 'When it mails.' })
  delivery: keyof typeof WatchDeliveryEnum;

  @Field(() => Boolean, { description: 'Whether it mails; the portal shows changes anyway.' })
  byMail: boolean;
}

@ObjectType('Watch', { description: 'What a member wants to hear of: one part, or what a saved search finds. Only he sees it.' })
export class WatchType extends WatchTerms {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The part; null: a saved search.' })
  partId: string | null;

  @Field(() => String, { nullable: true, description: 'The words or number searched for.' })
  query: string | null;

  @Field(() => ID, { nullable: true, description: 'Only parts of this manufacturer.' })
  manufacturerId: string | null;

  @Field(() => String, { nullable: true, description: 'Only parts in this class or below it, such as UNSPSC:31161500.' })
  classification: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'Since when it watches.' })
  createdAt: Date;
}

@ObjectType('UnitPrice', { description: 'What one base unit costs.' })
export class UnitPriceType {
  @Field(() => DecimalScalar, { description: 'Amount.' })
  amount: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency.' })
  currency: string;

  @Field(() => UnitCodeScalar, { description: 'The base unit.' })
  unit: string;
}

@ObjectType('WatchNotice', { description: 'One change you were told of.' })
export class WatchNoticeType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The watch that told it, which may be gone.' })
  watchId: string | null;

  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => NoticeKindEnum, { description: 'What changed.' })
  kind: keyof typeof NoticeKindEnum;

  @Field(() => Int, { nullable: true, description: 'OFFER: how many new offers, up to 20.' })
  newOffers: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'STOCK: the most that one supplier had free, in order units.' })
  available: string | null;

  @Field(() => UnitPriceType, { nullable: true, description: 'PRICE: the price then.' })
  price: UnitPriceType | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'PRICE: what it was before, in the same currency.' })
  priceBefore: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was seen.' })
  at: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When you read it.' })
  readAt: Date | null;
}

@ObjectType('WatchNoticeConnection', { description: 'A page of notices, the newest first.' })
export class WatchNoticeConnection extends connectionOf('WatchNotice', () => WatchNoticeType) {}

@ArgsType()
export class WatchNoticesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only what was not read.' })
  unread?: boolean | null;
}

@InputType('SaveWatchInput', { description: 'A new watch of a part or a search, or other terms of one that is there.' })
export class SaveWatchInputType {
  @Field(() => ID, { nullable: true, description: 'Which one to change; absent: a new one.' })
  watchId?: string | null;

  @Field(() => Int, { nullable: true, description: 'With watchId: the version that was read.' })
  expectedVersion?: number | null;

  @Field(() => ID, { nullable: true, description: 'Watches this part.' })
  partId?: string | null;

  @Field(() => String, { nullable: true, description: 'Watches what these words or this number find, 3 to 200 characters.' })
  query?: string | null;

  @Field(() => ID, { nullable: true, description: 'Watches parts of this manufacturer.' })
  manufacturerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Watches parts in this class or below it.' })
  classification?: string | null;

  @Field(() => String, { description: '1 to 120 characters.' })
  name: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Tells of new offers.' })
  onOffer: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Tells of stock.' })
  onStock: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Tells of prices.' })
  onPrice: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'Only of so much stock of one supplier, in order units.' })
  stockMin?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Only of a price of a base unit at or below this.' })
  priceMax?: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of the limit.' })
  priceCurrency?: string | null;

  @Field(() => WatchDeliveryEnum, { defaultValue: 'DAILY', description: 'When it mails.' })
  delivery: keyof typeof WatchDeliveryEnum;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it mails.' })
  byMail: boolean;
}

const WatchesTooMany = userError('WatchesTooMany', 'A member has so many watches at most.', {
  limit: { type: () => Int, description: 'How many.' },
});
const WatchSearchTooWide = userError('WatchSearchTooWide', 'Nothing in the search narrows it.');

export const SaveWatchPayload = payloadType(
  'SaveWatchPayload',
  { key: 'watch', type: () => WatchType, description: 'The watch as it is now.' },
  errorUnion('SaveWatchError', [WatchesTooMany, WatchSearchTooWide, VersionConflict]),
);
