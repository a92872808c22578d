import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar } from '#libs/platform';
import type { AlternativeReason, ApplicationFit } from './alternatives.reader.js';

export const AlternativeReasonEnum = {
  ALIAS: 'ALIAS',
  REIDENTIFIED: 'REIDENTIFIED',
  TWO_WAY: 'TWO_WAY',
  ONE_WAY: 'ONE_WAY',
  QUALIFIED: 'QUALIFIED',
  AS_SET: 'AS_SET',
} as const satisfies Record<AlternativeReason, AlternativeReason>;
registerEnumType(AlternativeReasonEnum, {
  name: 'AlternativeReason',
  description: 'Why a part is an alternative, in the order of the search; the weakest step of its path decides.',
  valuesMap: {
    ALIAS: { description: 'Your own number stands for both parts.' },
    REIDENTIFIED: { description: 'The same article under another number; its stock is its own.' },
    TWO_WAY: { description: 'Each may stand for the other.' },
    ONE_WAY: { description: 'The new part may stand for the old one, not the reverse.' },
    QUALIFIED: { description: 'Only in the application given, or with consent.' },
    AS_SET: { description: 'All parts of the set together, in the quantities given.' },
  },
});

export const ApplicationFitEnum = { ANY: 'ANY', MATCH: 'MATCH', UNKNOWN: 'UNKNOWN' } as const satisfies Record<
  ApplicationFit,
  ApplicationFit
>;
registerEnumType(ApplicationFitEnum, {
  name: 'ApplicationFit',
  description: 'How the application you named meets the limits of a link.',
  valuesMap: {
    ANY: { description: 'The link is not limited.' },
    MATCH: { description: 'The application is one of those it is limited to.' },
    UNKNOWN: { description: 'Too little was said of the application: offered by consent only.' },
  },
});

@ObjectType('AlternativeStep', { description: 'One step of the way to an alternative.' })
export class AlternativeStepType {
  @Field(() => Boolean, { description: 'Whether a two-way link was walked from its new part to its old one.' })
  reversed: boolean;

  @Field(() => ApplicationFitEnum, { description: 'How the application meets the limits of the link.' })
  fit: ApplicationFit;

  @Field(() => Boolean, { description: 'Whether this step holds only in the application, or by consent.' })
  qualified: boolean;

  @Field(() => String, { nullable: true, description: 'Your own number that stands for both parts, where there is no link.' })
  ownNumber: string | null;
}

@ObjectType('PartAlternative', {
  description: 'What may stand for a part: one part, or a whole set. Nothing is ever substituted without consent on the line.',
})
export class PartAlternativeType {
  @Field(() => Int, { description: 'Place in the order of the search, from 1.' })
  place: number;

  @Field(() => AlternativeReasonEnum, { description: 'Why.' })
  reason: AlternativeReason;

  @Field(() => Boolean, { description: 'Whether any step holds only in the application, or by consent.' })
  qualified: boolean;
}

@ObjectType('SaleBlock', { description: 'The part is an unacceptable risk (class V): it is not sold to you any more.' })
export class SaleBlockType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;
}

@InputType('ApplicationInput', { description: 'Where a part shall be fitted. What is absent is not known.' })
export class ApplicationInput {
  @Field(() => String, { nullable: true, description: 'Model, up to 40 characters.' })
  model?: string | null;

  @Field(() => Int, { nullable: true, description: 'Serial number of the model.' })
  msn?: number | null;

  @Field(() => [String], { nullable: true, description: 'All modifications that are in, up to 50; absent: not known.' })
  modifications?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Your fleet: approvals for it count.' })
  fleet?: string | null;
}

@ArgsType()
export class AlternativesArgs {
  @Field(() => ApplicationInput, { nullable: true, description: 'Where it shall be fitted.' })
  application?: ApplicationInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Qualified alternatives too, without a matching application.' })
  consentQualified: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day; default today.' })
  on?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only parts of these approval bases, such as OEM.' })
  approvalBases?: string[] | null;

  @Field(() => Int, { defaultValue: 6, description: 'Links of one path at most, 1 to 12.' })
  depth: number;

  @Field(() => Int, { defaultValue: 20, description: 'Alternatives at most, 1 to 100.' })
  first: number;
}

@ArgsType()
export class LinksAroundArgs {
  @Field(() => Int, { defaultValue: 1, description: 'How many links away, 1 to 4.' })
  depth: number;
}
