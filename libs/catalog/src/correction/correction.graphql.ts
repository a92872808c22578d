import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, errorUnion, PageArgs, payloadType, userError } from '#libs/platform';
import { PartNumberInvalid } from '../alias/alias.graphql.js';
import { AlreadyUndone, PartsCorrected } from '../manufacturer/manufacturer.graphql.js';

export const SamePart = userError('SamePart', 'Both are the same part.');
export const PartMerged = userError('PartMerged', 'One of the parts stands for another already.');
export const CorrectionOfMerge = userError('CorrectionOfMerge', 'It came with a merge of manufacturers: undo that.');

export const CorrectionKindEnum = { MERGE: 'MERGE', SPLIT: 'SPLIT' } as const;
registerEnumType(CorrectionKindEnum, {
  name: 'CorrectionKind',
  description: 'What was wrong with an identity.',
  valuesMap: {
    MERGE: { description: 'Two parts are one.' },
    SPLIT: { description: 'What one supplier offers as a part is another.' },
  },
});

@ObjectType('IdentityCorrection', {
  description: 'What the operator found out about a wrong identity. Nothing was rewritten for it.',
})
export class IdentityCorrectionType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => CorrectionKindEnum, { description: 'Merge or split.' })
  kind: keyof typeof CorrectionKindEnum;

  @Field(() => ID, { nullable: true, description: 'The supplier whose offers are of another part; only on a split.' })
  supplierId: string | null;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The merge of manufacturers it came with.' })
  batch: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null: it stands.' })
  undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  undoneReason: string | null;
}

@ObjectType('IdentityCorrectionConnection', { description: 'Corrections of identities, newest first.' })
export class IdentityCorrectionConnection extends connectionOf('IdentityCorrection', () => IdentityCorrectionType) {}

@ArgsType()
export class CorrectionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this part.' })
  partId?: string | null;
}

@InputType('MergePartsInput', { description: 'Two parts that are one.' })
export class MergePartsInputType {
  @Field(() => ID, { description: 'The one that stands for the other from now on.' })
  fromId: string;

  @Field(() => ID, { description: 'The one that stays.' })
  intoId: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;
}

@InputType('SplitPartInput', { description: 'What a supplier offers as a part, and what it is in truth.' })
export class SplitPartInputType {
  @Field(() => ID, { description: 'The part he names.' })
  partId: string;

  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;

  @Field(() => ID, { description: 'Manufacturer of the part it is.' })
  manufacturerId: string;

  @Field(() => String, { description: 'Number of the part it is; the part is made when there is none.' })
  number: string;

  @Field(() => String, { description: 'What to call it when it is made, 1 to 400 characters.' })
  name: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;
}

@InputType('UndoCorrectionInput', { description: 'A correction to take back.' })
export class UndoCorrectionInputType {
  @Field(() => ID, { description: 'The correction.' })
  correctionId: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;
}

const correction = { key: 'correction', type: () => IdentityCorrectionType, description: 'The correction.' } as const;
const wrong = [SamePart, PartMerged, PartsCorrected];
export const MergePartsPayload = payloadType('MergePartsPayload', correction, errorUnion('MergePartsError', wrong));
export const SplitPartPayload = payloadType(
  'SplitPartPayload',
  correction,
  errorUnion('SplitPartError', [...wrong, PartNumberInvalid]),
);
export const UndoCorrectionPayload = payloadType(
  'UndoCorrectionPayload',
  correction,
  errorUnion('UndoCorrectionError', [AlreadyUndone, CorrectionOfMerge]),
);
