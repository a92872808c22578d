import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  errorUnion,
  LocalDateScalar,
  PageArgs,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';
import { ManufacturerType } from '../part/part.graphql.js';

export const SuccessorIsItself = userError('SuccessorIsItself', 'A manufacturer cannot succeed itself.');
export const ManufacturerNameTaken = userError(
  'ManufacturerNameTaken',
  'Another manufacturer is called so: merge the two instead.',
);
export const ManufacturerNameInvalid = userError('ManufacturerNameInvalid', 'The name has neither letter nor digit.');
export const ManufacturerNameUnknown = userError('ManufacturerNameUnknown', 'The manufacturer is not called so.');
export const SameManufacturer = userError('SameManufacturer', 'Both are the same manufacturer.');
export const ManufacturerMerged = userError('ManufacturerMerged', 'One of them stands for another manufacturer already.');
export const PartsCorrected = userError('PartsCorrected', 'Corrections of parts stand in the way: undo them first.');
export const AlreadyUndone = userError('AlreadyUndone', 'It was taken back already.');

export const NameKindEnum = { CODE: 'CODE', NAME: 'NAME' } as const;
registerEnumType(NameKindEnum, {
  name: 'ManufacturerNameKind',
  description: 'What files call a manufacturer by.',
  valuesMap: {
    CODE: { description: 'A CAGE or another code.' },
    NAME: { description: 'A name, in capitals without punctuation.' },
  },
});

@ObjectType('ManufacturerName', { description: 'A code or name by which files call a manufacturer.' })
export class ManufacturerNameType {
  @Field(() => NameKindEnum, { description: 'Code or name.' })
  kind: keyof typeof NameKindEnum;

  @Field(() => String, { description: 'As files are compared with it.' })
  value: string;

  @Field(() => Boolean, { description: 'Whether it is one of former times: it still finds.' })
  retired: boolean;
}

@ObjectType('ManufacturerConnection', { description: 'Manufacturers by name.' })
export class ManufacturerConnection extends connectionOf('Manufacturer', () => ManufacturerType) {}

@ObjectType('ManufacturerMerge', { description: 'Two manufacturers that turned out to be one.' })
export class ManufacturerMergeType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null: it stands.' })
  undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  undoneReason: string | null;
}

@ObjectType('ManufacturerMergeConnection', { description: 'Merges of manufacturers, newest first.' })
export class ManufacturerMergeConnection extends connectionOf('ManufacturerMerge', () => ManufacturerMergeType) {}

@InputType('ManufacturerFilter', { description: 'What narrows a list of manufacturers.' })
export class ManufacturerFilterInput {
  @Field(() => String, { nullable: true, description: 'A code, a name, or a piece of a name.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With those that were merged into others.' })
  merged?: boolean | null;
}

@ArgsType()
export class ManufacturersArgs extends PageArgs {
  @Field(() => ManufacturerFilterInput, { nullable: true, description: 'What narrows it.' })
  filter?: ManufacturerFilterInput | null;
}

@InputType('ChangeManufacturerInput', { description: 'What a manufacturer is; absent fields stay.' })
export class ChangeManufacturerInputType {
  @Field(() => ID, { description: 'The manufacturer.' })
  manufacturerId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Name shown, 1 to 120 characters.' })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it issues standards rather than makes parts.' })
  issuingBody?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Who goes on with its business; null: nobody.' })
  successorId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when.' })
  succeededOn?: string | null;
}

@InputType('NameManufacturerInput', { description: 'A code or a name: one of both.' })
export class NameManufacturerInputType {
  @Field(() => ID, { description: 'The manufacturer.' })
  manufacturerId: string;

  @Field(() => String, { nullable: true, description: 'CAGE, or another code.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;
}

@InputType('MergeManufacturersInput', { description: 'Two manufacturers that are one.' })
export class MergeManufacturersInputType {
  @Field(() => ID, { description: 'The one that ends.' })
  fromId: string;

  @Field(() => ID, { description: 'The one that stays.' })
  intoId: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;
}

@InputType('UndoManufacturerMergeInput', { description: 'A merge to take back.' })
export class UndoManufacturerMergeInputType {
  @Field(() => ID, { description: 'The merge.' })
  mergeId: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;
}

const one = { key: 'manufacturer', type: () => ManufacturerType, description: 'The manufacturer.' } as const;
const merged = { key: 'merge', type: () => ManufacturerMergeType, description: 'The merge.' } as const;
export const ChangeManufacturerPayload = payloadType(
  'ChangeManufacturerPayload',
  one,
  errorUnion('ChangeManufacturerError', [VersionConflict, SuccessorIsItself]),
);
export const NameManufacturerPayload = payloadType(
  'NameManufacturerPayload',
  one,
  errorUnion('NameManufacturerError', [ManufacturerNameTaken, ManufacturerNameInvalid]),
);
export const RetireManufacturerNamePayload = payloadType(
  'RetireManufacturerNamePayload',
  one,
  errorUnion('RetireManufacturerNameError', [ManufacturerNameUnknown, ManufacturerNameInvalid]),
);
export const MergeManufacturersPayload = payloadType(
  'MergeManufacturersPayload',
  merged,
  errorUnion('MergeManufacturersError', [SameManufacturer, ManufacturerMerged, PartsCorrected]),
);
export const UndoManufacturerMergePayload = payloadType(
  'UndoManufacturerMergePayload',
  merged,
  errorUnion('UndoManufacturerMergeError', [AlreadyUndone, ManufacturerMerged]),
);
