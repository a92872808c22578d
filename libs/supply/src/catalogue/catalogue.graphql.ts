import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';
import { GroupUnknown } from '../audience/audience.errors.graphql.js';
import { ShownToInput } from '../audience/shown-to.graphql.js';
import {
  CatalogueNameInvalid,
  CatalogueNameTaken,
  CurrencyUnknown,
  MakerMissing,
  PercentInvalid,
} from './catalogue.errors.graphql.js';

export const MappingInvalid = userError('MappingInvalid', 'The mapping is no JSON object, or longer than 64 KiB.');

export const MakerRuleEnum = { FILE: 'FILE', OWN: 'OWN', FIXED: 'FIXED' } as const;
registerEnumType(MakerRuleEnum, {
  name: 'MakerRule',
  description: 'Who made the part of a row that names no manufacturer.',
  valuesMap: {
    FILE: { description: 'Nobody knows: such rows are refused.' },
    OWN: { description: 'The supplier itself, by its CAGE or name.' },
    FIXED: { description: 'The manufacturer or issuing body named in the catalogue.' },
  },
});

@ObjectType('Catalogue', { description: 'A catalogue of the acting supplier: the scope of its loads.' })
export class CatalogueType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Name, one per organisation.' })
  name: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of prices that name none.' })
  currency: string;

  @Field(() => MakerRuleEnum, { description: 'Who made the part of a row that names no manufacturer.' })
  makerRule: string;

  @Field(() => String, { nullable: true, description: 'Code of the fixed manufacturer or issuing body.' })
  makerCode: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the fixed manufacturer.' })
  makerName: string | null;

  @Field(() => DecimalScalar, { description: 'Per cent of the active offers that a full load may withdraw unasked.' })
  withdrawPercentMax: string;

  @Field(() => String, { nullable: true, description: 'Remembered mapping of its CSV files, as JSON.' })
  mapping: string | null;

  @Field(() => String, { nullable: true, description: 'Fingerprint of the headers that the mapping was made for.' })
  mappingHeadersHash: string | null;

  @Field(() => Int, { description: 'Newest published version; 0 before the first.' })
  version: number;

  @Field(() => Int, { description: 'For `expectedRevision`.' })
  revision: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt: Date;
}

@InputType('MakerInput', { description: 'Who made the part of a row that names no manufacturer.' })
export class MakerInputType {
  @Field(() => MakerRuleEnum, { description: 'The rule.' })
  rule: 'FILE' | 'OWN' | 'FIXED';

  @Field(() => String, { nullable: true, description: 'With FIXED: CAGE or code, 1 to 120 characters.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'With FIXED: its name.' })
  name?: string | null;
}

@InputType('CreateCatalogueInput', { description: 'A new catalogue.' })
export class CreateCatalogueInputType {
  @Field(() => String, { description: '1 to 120 characters.' })
  name: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of prices that name none.' })
  currency: string;

  @Field(() => MakerInputType, { nullable: true, description: 'Absent: files name the manufacturer.' })
  maker?: MakerInputType | null;

  @Field(() => DecimalScalar, { nullable: true, description: '0 to 100; 5 when absent.' })
  withdrawPercentMax?: string | null;

  @Field(() => ShownToInput, { nullable: true, description: 'Whom its offers will be shown; nobody when absent. Since 0.2.' })
  shownTo?: ShownToInput | null;
}

@InputType('ChangeCatalogueInput', { description: 'Settings of a catalogue; what is absent stays.' })
export class ChangeCatalogueInputType {
  @Field(() => ID, { description: 'Which one.' })
  catalogueId: string;

  @Field(() => Int, { description: 'The revision that was read.' })
  expectedRevision: number;

  @Field(() => String, { nullable: true, description: '1 to 120 characters.' })
  name?: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of prices that name none.' })
  currency?: string | null;

  @Field(() => MakerInputType, { nullable: true, description: 'Who made the part of a row that names nobody.' })
  maker?: MakerInputType | null;

  @Field(() => DecimalScalar, { nullable: true, description: '0 to 100.' })
  withdrawPercentMax?: string | null;
}

@InputType('SaveMappingInput', { description: 'How the columns of a catalogue’s CSV files are read.' })
export class SaveMappingInputType {
  @Field(() => ID, { description: 'Which catalogue.' })
  catalogueId: string;

  @Field(() => Int, { description: 'The revision that was read.' })
  expectedRevision: number;

  @Field(() => String, { description: 'The mapping as a JSON object, up to 64 KiB.' })
  mapping: string;

  @Field(() => String, { nullable: true, description: 'Fingerprint of the headers it was made for, up to 128 characters.' })
  headersHash?: string | null;
}

const catalogue = { key: 'catalogue', type: () => CatalogueType, description: 'The catalogue as it is now.' } as const;
const settings = [CatalogueNameInvalid, CatalogueNameTaken, CurrencyUnknown, MakerMissing, PercentInvalid] as const;
export const CreateCataloguePayload = payloadType(
  'CreateCataloguePayload',
  catalogue,
  errorUnion('CreateCatalogueError', [...settings, GroupUnknown]),
);
export const ChangeCataloguePayload = payloadType(
  'ChangeCataloguePayload',
  catalogue,
  errorUnion('ChangeCatalogueError', [...settings, VersionConflict]),
);
export const SaveMappingPayload = payloadType(
  'SaveMappingPayload',
  catalogue,
  errorUnion('SaveMappingError', [MappingInvalid, VersionConflict]),
);
