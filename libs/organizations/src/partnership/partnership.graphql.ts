import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, errorUnion, payloadType, VersionConflict } from '#libs/platform';
import {
  NotABuyer,
  NotASupplier,
  OwnOrganization,
  PartnershipExists,
  PartnershipMoveNotPossible,
  ToleranceCurrencyMissing,
} from '../errors.graphql.js';
import type { ProposePartnershipInput } from './propose-partnership.js';

type Incoterm = NonNullable<ProposePartnershipInput['deliveryTerms']>['code'];

export const PartnershipStatusEnum = { PROPOSED: 'PROPOSED', ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', ENDED: 'ENDED' } as const;
registerEnumType(PartnershipStatusEnum, {
  name: 'PartnershipStatus',
  description: 'Where a partnership stands.',
  valuesMap: {
    PROPOSED: { description: 'Waits for the other side.' },
    ACTIVE: { description: 'Orders pass.' },
    SUSPENDED: { description: 'New orders do not pass; who suspended it resumes it.' },
    ENDED: { description: 'Over, declined or withdrawn; may be proposed anew.' },
  },
});

export const PartnershipSideEnum = { BUYER: 'BUYER', SUPPLIER: 'SUPPLIER' } as const;
registerEnumType(PartnershipSideEnum, {
  name: 'PartnershipSide',
  description: 'A side of trade.',
  valuesMap: { BUYER: { description: 'Orders and pays.' }, SUPPLIER: { description: 'Sells and delivers.' } },
});

export const PartnershipChangeEnum = { SUSPEND: 'SUSPEND', RESUME: 'RESUME', END: 'END' } as const;
registerEnumType(PartnershipChangeEnum, {
  name: 'PartnershipChange',
  description: 'What a side does with a partnership.',
  valuesMap: {
    SUSPEND: { description: 'Stops new orders for a while.' },
    RESUME: { description: 'Lets them pass again; only who suspended.' },
    END: { description: 'Ends, declines or withdraws it.' },
  },
});

@ObjectType('DeliveryTerms', { description: 'Incoterms 2020 with a named place.' })
export class DeliveryTermsType {
  @Field(() => String, { description: 'Three letters, such as FCA.' })
  code: string;

  @Field(() => String, { description: 'The named place.' })
  place: string;
}

@ObjectType('Tolerances', { description: 'What the buyer lets pass without asking. Absent numbers tolerate nothing.' })
export class TolerancesType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the price, up or down.' })
  pricePercent: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Amount per line, in `currency`.' })
  priceAbsolute: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of `priceAbsolute`.' })
  currency: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the quantity, up or down.' })
  quantityPercent: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days a delivery may be earlier.' })
  daysEarly: number | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days a delivery may be later.' })
  daysLate: number | null;

  @Field(() => Boolean, { description: 'Whether rounding up to a full pack passes.' })
  packRounding: boolean;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('Partnership', { description: 'A buyer and a supplier who trade; both see it.' })
export class PartnershipType {
  @Field(() => PartnershipStatusEnum, { description: 'Where it stands.' })
  status: string;

  @Field(() => ID, { description: 'The organisation that proposed it.' })
  proposedBy: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that suspended it.' })
  suspendedBy: string | null;

  @Field(() => String, { nullable: true, description: "The buyer's account number at the supplier." })
  accountNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Terms of payment, in words.' })
  paymentTerms: string | null;

  @Field(() => DeliveryTermsType, { nullable: true, description: 'Terms of delivery.' })
  deliveryTerms: DeliveryTermsType | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed first.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it changed last.' })
  changedAt: Date;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@InputType('DeliveryTermsInput', { description: 'Incoterms 2020 with a named place.' })
export class DeliveryTermsInput {
  @Field(() => String, { description: 'Three letters, such as FCA.' })
  code: Incoterm;

  @Field(() => String, { description: 'The named place.' })
  place: string;
}

@InputType('ProposePartnershipInput', { description: 'With whom, on which side, on which terms.' })
export class ProposePartnershipInputType {
  @Field(() => ID, { description: 'The other organisation.' })
  partnerId: string;

  @Field(() => PartnershipSideEnum, { description: 'What the own organisation is in it.' })
  side: 'BUYER' | 'SUPPLIER';

  @Field(() => String, { nullable: true, description: "The buyer's account number at the supplier." })
  accountNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Terms of payment, in words.' })
  paymentTerms?: string | null;

  @Field(() => DeliveryTermsInput, { nullable: true, description: 'Terms of delivery.' })
  deliveryTerms?: DeliveryTermsInput | null;
}

@InputType('AcceptPartnershipInput', { description: 'Which proposal.' })
export class AcceptPartnershipInputType {
  @Field(() => ID, { description: 'The buyer.' })
  buyerId: string;

  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('ChangePartnershipInput', { description: 'Which partnership, and what to do with it.' })
export class ChangePartnershipInputType extends AcceptPartnershipInputType {
  @Field(() => PartnershipChangeEnum, { description: 'What to do.' })
  move: 'SUSPEND' | 'RESUME' | 'END';
}

@InputType('SetTolerancesInput', { description: 'All limits towards one supplier; absent ones tolerate nothing.' })
export class SetTolerancesInputType {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the price, 0 to 100.' })
  pricePercent?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Amount per line, in `currency`.' })
  priceAbsolute?: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of `priceAbsolute`.' })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the quantity, 0 to 100.' })
  quantityPercent?: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days earlier, 0 to 365.' })
  daysEarly?: number | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days later, 0 to 365.' })
  daysLate?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether rounding up to a full pack passes.' })
  packRounding: boolean;

  @Field(() => Int, { description: 'The version that was read; 0 when none were set.' })
  expectedVersion: number;
}

const partnership = { key: 'partnership' as const, type: () => PartnershipType, description: 'The partnership as it is now.' };
const moveErrors = [PartnershipMoveNotPossible, VersionConflict] as const;

export const ProposePartnershipPayload = payloadType(
  'ProposePartnershipPayload',
  partnership,
  errorUnion('ProposePartnershipError', [NotABuyer, NotASupplier, PartnershipExists, OwnOrganization]),
);
export const AcceptPartnershipPayload = payloadType(
  'AcceptPartnershipPayload',
  partnership,
  errorUnion('AcceptPartnershipError', moveErrors),
);
export const ChangePartnershipPayload = payloadType(
  'ChangePartnershipPayload',
  partnership,
  errorUnion('ChangePartnershipError', moveErrors),
);
export const SetTolerancesPayload = payloadType(
  'SetTolerancesPayload',
  { key: 'tolerances', type: () => TolerancesType, description: 'The limits as they are now.' },
  errorUnion('SetTolerancesError', [ToleranceCurrencyMissing, VersionConflict]),
);
