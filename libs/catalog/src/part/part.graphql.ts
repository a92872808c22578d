import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { errorUnion, payloadType, UnitCodeScalar, userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
export const PartNumberInvalid = userError(
  'PartNumberInvalid',
  'The number is empty, longer than 70 characters, or has neither letter nor digit.',
  { value: text('The number.') },
);
export const PartUnknown = userError('PartUnknown', 'There is no such part.');
export const TooManyLines = userError('TooManyLines', 'One call takes no more lines than this.', {
  limit: { type: () => Int, description: 'Lines at most.' },
});

@ObjectType('Manufacturer', { description: 'Maker or issuing body of parts.' })
export class ManufacturerType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'CAGE code, another code, or the normalised name where no code is known.' })
  code: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it issues standards (NAS, MS, AN) rather than makes the part.' })
  issuingBody: boolean;
}

@ObjectType('LocalName', { description: 'A name in one language.' })
export class LocalNameType {
  @Field(() => String, { description: 'Language tag, such as en or zh.' })
  language: string;

  @Field(() => String, { description: 'The name.' })
  name: string;
}

@ObjectType('PartClassification', { description: 'A class of the part in a published system.' })
export class PartClassificationType {
  @Field(() => String, { description: 'System, such as UNSPSC, ATA, ECLASS-5.1.' })
  system: string;

  @Field(() => String, { description: 'Code in the system.' })
  code: string;
}

@ObjectType('Part', { description: 'One identity: a manufacturer and its number as written.' })
export class PartType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: "The manufacturer's number as written, upper case, up to 70 characters." })
  number: string;

  @Field(() => String, { description: 'The number in letters and digits alone: it finds, it never identifies.' })
  key: string;

  @Field(() => String, { description: 'Name in the language it was first given in, English where there is one.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description: string | null;

  @Field(() => UnitCodeScalar, { nullable: true, description: 'Unit it is counted in.' })
  unit: string | null;

  @Field(() => Int, { nullable: true, description: 'Shelf life in days.' })
  shelfLifeDays: number | null;

  @Field(() => String, { nullable: true, description: 'Hazard code as the supplier gives it.' })
  hazmat: string | null;

  @Field(() => String, { nullable: true, description: 'On what approval it may be installed: OEM, PMA, TSO, STANDARD, ...' })
  approvalBasis: string | null;
}

@InputType('PartAliasInput', { description: 'An own number for a part.' })
export class PartAliasInputType {
  @Field(() => String, { description: 'Own number, 1 to 70 characters.' })
  number: string;

  @Field(() => ID, { description: 'The part.' })
  partId: string;
}

@InputType('SavePartAliasesInput', { description: 'Own numbers for parts.' })
export class SavePartAliasesInputType {
  @Field(() => [PartAliasInputType], { description: '1 to 500 lines.' })
  lines: PartAliasInputType[];
}

export const SavePartAliasesPayload = payloadType(
  'SavePartAliasesPayload',
  { key: 'added', type: () => Int, description: 'How many were new.' },
  errorUnion('SavePartAliasesError', [PartNumberInvalid, PartUnknown, TooManyLines]),
);
