import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  connectionOf,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  MoneyType,
  PageArgs,
  PriceType,
  payloadType,
  userError,
} from '#libs/platform';

export const RateKindEnum = { CONTRACT: 'CONTRACT', FROZEN: 'FROZEN', DAY: 'DAY' } as const;
registerEnumType(RateKindEnum, {
  name: 'RateKind',
  description: 'What an exchange rate rests on; asked in this order.',
  valuesMap: {
    CONTRACT: { description: 'Agreed with the supplier for a time.' },
    FROZEN: { description: 'Fixed by yourself for a time.' },
    DAY: { description: 'Of a day; the newest one counts.' },
  },
});

@ObjectType('AppliedRate', { description: 'The exchange rate a price was shown by, as it was recorded.' })
export class AppliedRateType {
  @Field(() => RateKindEnum, { description: 'What it rests on.' })
  kind: keyof typeof RateKindEnum;
  @Field(() => CurrencyCodeScalar, { description: '1 of this currency ...' })
  from: string;
  @Field(() => CurrencyCodeScalar, { description: '... in this one.' })
  to: string;
  @Field(() => DecimalScalar, { description: 'How much 1 of `from` is in `to`.' })
  rate: string;
  @Field(() => String, { description: 'Who says so.' })
  source: string;
  @Field(() => LocalDateScalar, { description: 'Its day, or the first of its time.' })
  date: string;
}

@ObjectType('ConvertedPrice', { description: "A price in the currency asked for, for display: orders stay in the offer's." })
export class ConvertedPriceType {
  @Field(() => PriceType, { description: 'The price, to 10 places.' })
  price: PriceType;
  @Field(() => MoneyType, { nullable: true, description: 'The rounded line, converted and rounded once.' })
  lineAmount: MoneyType | null;
  @Field(() => AppliedRateType, { nullable: true, description: 'The rate; null: the price stands in that currency already.' })
  rate: AppliedRateType | null;
}

@ObjectType('ExchangeRate', { description: 'A rate that prices are shown by.' })
export class ExchangeRateType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => RateKindEnum, { description: 'What it rests on.' })
  kind: keyof typeof RateKindEnum;
  @Field(() => CurrencyCodeScalar, { description: '1 of this currency ...' })
  from: string;
  @Field(() => CurrencyCodeScalar, { description: '... in this one.' })
  to: string;
  @Field(() => DecimalScalar, { description: 'How much.' })
  rate: string;
  @Field(() => String, { description: 'Who says so.' })
  source: string;
  @Field(() => LocalDateScalar, { description: 'Its day, or the first of its time.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null with DAY.' })
  validTo: string | null;
}

@ObjectType('ExchangeRateConnection', { description: 'A page of exchange rates, the latest first.' })
export class ExchangeRateConnection extends connectionOf('ExchangeRate', () => ExchangeRateType) {}

@InputType('ExchangeRateFilter', { description: 'Which rates.' })
export class ExchangeRateFilterInput {
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'With this currency on either side.' })
  currency?: string | null;
}

@ArgsType()
export class ExchangeRatesArgs extends PageArgs {
  @Field(() => ExchangeRateFilterInput, { nullable: true, description: 'Which ones.' })
  filter?: ExchangeRateFilterInput | null;
}

@InputType('ExchangeRateInput', { description: 'A rate to record.' })
export class ExchangeRateInput {
  @Field(() => RateKindEnum, { description: 'What it rests on.' })
  kind: keyof typeof RateKindEnum;
  @Field(() => ID, { nullable: true, description: 'With CONTRACT: the partner it was agreed with.' })
  partnerId?: string | null;
  @Field(() => CurrencyCodeScalar, { description: '1 of this currency ...' })
  from: string;
  @Field(() => CurrencyCodeScalar, { description: '... in this one.' })
  to: string;
  @Field(() => DecimalScalar, { description: 'How much, above zero, at most 10 places.' })
  rate: string;
  @Field(() => String, { description: 'Who says so, 1 to 120 characters.' })
  source: string;
  @Field(() => LocalDateScalar, { description: 'The day of a DAY rate, else the first day.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; not with DAY.' })
  validTo?: string | null;
}

@InputType('SaveExchangeRatesInput', { description: 'Rates to record.' })
export class SaveExchangeRatesInput {
  @Field(() => [ExchangeRateInput], { description: '1 to 1,000.' })
  rates: ExchangeRateInput[];
}

@InputType('ImportExchangeRatesInput', { description: 'Rates as CSV.' })
export class ImportExchangeRatesInput {
  @Field(() => String, {
    description:
      'Header from, to, rate, source, date (or valid_from, valid_to, kind, partner), then up to 1,000 lines; up to 200,000 characters.',
  })
  csv: string;
}

@InputType('RemoveExchangeRateInput', { description: 'Which rate.' })
export class RemoveExchangeRateInput {
  @Field(() => ID, { description: 'One of your own.' })
  rateId: string;
}

const RateOverlaps = userError('RateOverlaps', 'Another rate of its kind for these currencies holds on one of the days.');
const RatePartnerUnknown = userError('RatePartnerUnknown', 'There is no active partnership with this organisation.');
const written = { key: 'written' as const, type: () => Int, description: 'How many rates were recorded.' };

@ObjectType()
export class SaveExchangeRatesPayload extends payloadType(
  'SaveExchangeRatesPayload',
  written,
  errorUnion('SaveExchangeRatesError', [RateOverlaps, RatePartnerUnknown]),
) {}

@ObjectType()
export class ImportExchangeRatesPayload extends payloadType(
  'ImportExchangeRatesPayload',
  written,
  errorUnion('ImportExchangeRatesError', [
    RateOverlaps,
    RatePartnerUnknown,
    userError('RateLineUnreadable', 'A line of the file is no rate.', {
      line: { type: () => Int, description: 'Its number, from 1.' },
      found: { type: () => String, description: 'What stands there, or the columns that are missing.' },
    }),
    userError('RateLineInvalid', 'A value of a line cannot be taken.', {
      line: { type: () => Int, description: 'Its number, from 1.' },
      column: { type: () => String, description: 'Its column.' },
      expected: { type: () => String, description: 'What is expected there.' },
    }),
  ]),
) {}
