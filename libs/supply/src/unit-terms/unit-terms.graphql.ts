import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DecimalScalar, errorUnion, payloadType, userError, VersionConflict } from '#libs/platform';
import { LeadKindEnum, OfferType } from '../offer/offer.graphql.js';

const CoreBillingEnum = { CORE_VALUE: 'CORE_VALUE', OUTRIGHT: 'OUTRIGHT' } as const;
registerEnumType(CoreBillingEnum, {
  name: 'CoreBilling',
  description: 'What a core is billed at that never came back as it should.',
  valuesMap: {
    CORE_VALUE: { description: 'At its value, beside the exchange fee.' },
    OUTRIGHT: { description: 'At the outright price, in the place of the exchange fee.' },
  },
});
const RepairPricingEnum = { FIXED: 'FIXED', QUOTE: 'QUOTE' } as const;
registerEnumType(RepairPricingEnum, {
  name: 'RepairPricing',
  description: 'How the price of a repair is found.',
  valuesMap: {
    FIXED: { description: 'It is known beforehand; the supplier may quote another when he finds more.' },
    QUOTE: { description: 'The supplier inspects the unit and quotes.' },
  },
});

@ObjectType('ExchangeTerms', {
  description: 'The core that is owed when the offer is bought; the price of the offer is the exchange fee.',
})
export class ExchangeTermsType {
  @Field(() => CurrencyCodeScalar, { description: 'Of all amounts here.' })
  currency: string;
  @Field(() => DecimalScalar, { description: 'What the core is worth.' })
  coreValue: string;
  @Field(() => DecimalScalar, { description: 'Charged when the unit leaves, given back when the core is accepted or billed.' })
  deposit: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the unit costs without a core; null: not sold so.' })
  outrightPrice: string | null;
  @Field(() => CoreBillingEnum, { description: 'What is billed in the end when there is no good core.' })
  billedAt: keyof typeof CoreBillingEnum;
  @Field(() => Int, { description: 'Days until the core is in the hands of the supplier, from the day the unit left.' })
  coreDays: number;
  @Field(() => LeadKindEnum, { description: 'Which days are counted; working days are those of his calendar.' })
  dayKind: keyof typeof LeadKindEnum;
  @Field(() => DecimalScalar, { description: 'For each begun period after the due date; 0: none.' })
  lateFee: string;
  @Field(() => Int, { description: 'Calendar days of such a period.' })
  lateDays: number;
  @Field(() => Int, { description: 'Late fees at most; up to 52.' })
  lateFeesMax: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days after the due date when a missing core is billed; null: when the supplier says so.',
  })
  billDays: number | null;
  @Field(() => Int, {
    description: 'Calendar days in which another core may replace a rejected one; 0: a rejected one is billed.',
  })
  replaceDays: number;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('RepairTerms', { description: 'What the supplier asks to repair such a unit.' })
export class RepairTermsType {
  @Field(() => CurrencyCodeScalar, { description: 'Of all amounts here.' })
  currency: string;
  @Field(() => RepairPricingEnum, { description: 'How the price is found.' })
  pricing: keyof typeof RepairPricingEnum;
  @Field(() => DecimalScalar, { nullable: true, description: 'With FIXED: the price.' })
  price: string | null;
  @Field(() => DecimalScalar, { description: 'For the inspection, when you refuse the quote.' })
  evaluationFee: string;
  @Field(() => Int, { description: 'Days from receipt to the quote.' })
  quoteDays: number;
  @Field(() => Int, { description: 'Calendar days for which a quote stands.' })
  approveDays: number;
  @Field(() => Int, { description: 'Days from receipt, or from the approval of a quote, until the unit is on its way back.' })
  turnDays: number;
  @Field(() => LeadKindEnum, { description: 'Which days are counted; working days are those of his calendar.' })
  dayKind: keyof typeof LeadKindEnum;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@InputType({ isAbstract: true })
class NamedOfferInput {
  @Field(() => ID, { nullable: true, description: 'An offer of yours.' })
  offerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Or your part number, up to 70 characters.' })
  supplierPart?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; absent: there are no terms yet.' })
  expectedVersion?: number | null;
  @Field(() => CurrencyCodeScalar, { description: 'Of all amounts here.' })
  currency: string;
  @Field(() => LeadKindEnum, { defaultValue: 'CALENDAR', description: 'Which days are counted.' })
  dayKind: keyof typeof LeadKindEnum;
}

@InputType('SaveExchangeTermsInput', { description: 'The core that is owed when your offer is bought.' })
export class SaveExchangeTermsInputType extends NamedOfferInput {
  @Field(() => DecimalScalar, { description: 'Above zero.' })
  coreValue: string;
  @Field(() => DecimalScalar, { defaultValue: '0', description: 'Charged when the unit leaves; 0: none.' })
  deposit: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the unit costs without a core.' })
  outrightPrice?: string | null;
  @Field(() => CoreBillingEnum, { defaultValue: 'CORE_VALUE', description: 'OUTRIGHT needs the outright price.' })
  billedAt: keyof typeof CoreBillingEnum;
  @Field(() => Int, { description: '1 to 730.' })
  coreDays: number;
  @Field(() => DecimalScalar, { defaultValue: '0', description: 'For each begun period after the due date.' })
  lateFee: string;
  @Field(() => Int, { defaultValue: 7, description: 'Calendar days of a period, 1 to 730.' })
  lateDays: number;
  @Field(() => Int, { defaultValue: 52, description: '0 to 52.' })
  lateFeesMax: number;
  @Field(() => Int, { nullable: true, description: '0 to 730; absent: you bill by hand.' })
  billDays?: number | null;
  @Field(() => Int, { defaultValue: 0, description: '0 to 730.' })
  replaceDays: number;
}

@InputType('SaveRepairTermsInput', { description: 'What you ask to repair units like your offer.' })
export class SaveRepairTermsInputType extends NamedOfferInput {
  @Field(() => RepairPricingEnum, { description: 'How the price is found.' })
  pricing: keyof typeof RepairPricingEnum;
  @Field(() => DecimalScalar, { nullable: true, description: 'With FIXED, above zero.' })
  price?: string | null;
  @Field(() => DecimalScalar, { defaultValue: '0', description: 'For the inspection, when the quote is refused.' })
  evaluationFee: string;
  @Field(() => Int, { description: '1 to 730.' })
  quoteDays: number;
  @Field(() => Int, { description: 'Calendar days, 1 to 730.' })
  approveDays: number;
  @Field(() => Int, { description: '1 to 730.' })
  turnDays: number;
}

@InputType('RemoveUnitTermsInput', { description: 'Which terms go.' })
export class RemoveUnitTermsInputType {
  @Field(() => ID, { description: 'An offer of yours.' })
  offerId: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Those of the exchange.' })
  exchange: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Those of repairs.' })
  repair: boolean;
}

const UnitOfferUnknown = userError('UnitOfferUnknown', 'There is no active offer of yours of this id or number.');
const named = [
  UnitOfferUnknown,
  userError('UnitOfferAmbiguous', 'The number stands in several catalogues of yours: name the offer by its id.'),
  VersionConflict,
];
const offer = { key: 'offer' as const, type: () => OfferType, description: 'The offer.' };

export const SaveExchangeTermsPayload = payloadType(
  'SaveExchangeTermsPayload',
  offer,
  errorUnion('SaveExchangeTermsError', named),
);
export const SaveRepairTermsPayload = payloadType('SaveRepairTermsPayload', offer, errorUnion('SaveRepairTermsError', named));
export const RemoveUnitTermsPayload = payloadType(
  'RemoveUnitTermsPayload',
  offer,
  errorUnion('RemoveUnitTermsError', [UnitOfferUnknown]),
);
