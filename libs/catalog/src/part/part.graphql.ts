import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, UnitCodeScalar } from '#libs/platform';

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

  @Field(() => [String], { description: 'Its CAGE codes of today. Since 0.2.' })
  cages: string[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when its successor goes on with its business. Since 0.2.' })
  succeededOn: string | null;

  @Field(() => Int, { description: 'For expectedVersion. Since 0.2.' })
  version: number;
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

  @Field(() => String, {
    nullable: true,
    description: 'On what approval it may be installed, a value of ApprovalBasis; null: nobody entitled has said so.',
  })
  approvalBasis: string | null;

  @Field(() => String, { nullable: true, description: 'UN number of the dangerous good, such as UN1263. Since 0.2.' })
  unNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Hazard class or division, such as 3 or 1.4S. Since 0.2.' })
  hazardClass: string | null;

  @Field(() => String, { nullable: true, description: 'Packing group: I, II or III. Since 0.2.' })
  packingGroup: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the shelf life can be extended by inspection. Since 0.2.' })
  shelfLifeExtendable: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Export control classification number (US), such as 9A991 or EAR99. Since 0.2.',
  })
  eccn: string | null;

  @Field(() => String, { nullable: true, description: 'Harmonized System code, 6 to 10 digits. Since 0.2.' })
  hsCode: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has a life limit in hours or cycles. Since 0.2.' })
  lifeLimited: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Essentiality (ESS): 0 not applicable, 1 no-go, 2 go-if, 3 go. Since 0.2.',
  })
  essentiality: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Spare class (SPC): 0 reference, 1 expendable, 2 repairable by manual, 6 repairable without one. Since 0.2.',
  })
  spareClass: string | null;
}
