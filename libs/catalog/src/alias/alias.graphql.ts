import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { errorUnion, LocalDateScalar, payloadType, userError } from '#libs/platform';
import type { AliasKind } from './alias.entity.js';

const text = (description: string) => ({ type: () => String, description });
export const PartNumberInvalid = userError(
  'PartNumberInvalid',
  'The number is empty, longer than 70 characters, or has neither letter nor digit.',
  { value: text('The number.') },
);
export const NsnInvalid = userError('NsnInvalid', 'A NATO stock number has 13 digits.', { value: text('The number.') });
export const GtinInvalid = userError('GtinInvalid', 'A GTIN has 8, 12, 13 or 14 digits, the last of them a check digit.', {
  value: text('The number.'),
});
export const PeriodReversed = userError('PeriodReversed', 'The last day lies before the first.');
export const PartUnknown = userError('PartUnknown', 'There is no such part.');
export const TooManyLines = userError('TooManyLines', 'One call takes no more lines than this.', {
  limit: { type: () => Int, description: 'Lines at most.' },
});
export const AliasKindOwned = userError('AliasKindOwned', 'A stock number is its stockist’s own, never everybody’s.');

export const AliasKindEnum = {
  OWN_STOCK_NUMBER: 'OWN_STOCK_NUMBER',
  NSN: 'NSN',
  GTIN: 'GTIN',
  FORMER_NUMBER: 'FORMER_NUMBER',
  SUPPLIER_NUMBER: 'SUPPLIER_NUMBER',
} as const satisfies Record<AliasKind, AliasKind>;
registerEnumType(AliasKindEnum, {
  name: 'AliasKind',
  description: 'What a number is to the part it stands for.',
  valuesMap: {
    OWN_STOCK_NUMBER: { description: 'What an organisation calls the part in its own stores.' },
    NSN: { description: 'NATO stock number, 13 digits.' },
    GTIN: { description: 'Number of the bar code, with its check digit.' },
    FORMER_NUMBER: { description: 'What its manufacturer called it before.' },
    SUPPLIER_NUMBER: { description: "A supplier's number for it." },
  },
});

@ObjectType('PartAlias', { description: 'A number that stands for a part today.' })
export class PartAliasType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => AliasKindEnum, { description: 'What it is.' })
  kind: AliasKind;

  @Field(() => String, { description: 'As written, upper case.' })
  number: string;

  @Field(() => Boolean, { description: "Whether everybody sees it; else it is the acting organisation's own." })
  shared: boolean;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: for ever.' })
  validTo: string | null;
}

@InputType('PartAliasInput', { description: 'A number for a part.' })
export class PartAliasInputType {
  @Field(() => String, { description: '1 to 70 characters; an NSN has 13 digits, a GTIN its check digit.' })
  number: string;

  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => AliasKindEnum, { nullable: true, description: 'Default OWN_STOCK_NUMBER. Since 0.2.' })
  kind?: AliasKind | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; default today. Since 0.2.' })
  validFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; default for ever. Since 0.2.' })
  validTo?: string | null;
}

@InputType('SavePartAliasesInput', { description: 'Own numbers for parts.' })
export class SavePartAliasesInputType {
  @Field(() => [PartAliasInputType], { description: '1 to 500 lines.' })
  lines: PartAliasInputType[];
}

@InputType('SaveCommonAliasesInput', { description: 'Numbers that everybody finds parts by.' })
export class SaveCommonAliasesInputType {
  @Field(() => [PartAliasInputType], { description: '1 to 500 lines; OWN_STOCK_NUMBER is refused.' })
  lines: PartAliasInputType[];
}

@InputType('EndAliasInput', { description: 'A number that shall no longer hold.' })
export class EndAliasInputType {
  @Field(() => ID, { description: 'The number.' })
  aliasId: string;
}

@ObjectType('EndAliasPayload', { description: 'What ending a number answers.' })
export class EndAliasPayload {
  @Field(() => ID, { description: 'The number that has ended.' })
  aliasId: string;
}

const faults = [PartNumberInvalid, NsnInvalid, GtinInvalid, PeriodReversed, PartUnknown, TooManyLines];
const added = { key: 'added', type: () => Int, description: 'How many were new.' } as const;

export const SavePartAliasesPayload = payloadType('SavePartAliasesPayload', added, errorUnion('SavePartAliasesError', faults));

export const SaveCommonAliasesPayload = payloadType(
  'SaveCommonAliasesPayload',
  added,
  errorUnion('SaveCommonAliasesError', [...faults, AliasKindOwned]),
);
