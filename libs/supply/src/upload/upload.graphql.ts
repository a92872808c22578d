import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, DecimalScalar, errorUnion, payloadType, VersionConflict } from '#libs/platform';
import { UploadNotReady } from '../catalogue/catalogue.errors.graphql.js';

const states = {
  QUARANTINED: 'The file has arrived; nothing has been read.',
  PARSING: 'The file is being read into staging.',
  STAGED: 'The preview is there; it may be published.',
  BLOCKED: 'It cannot be published; `reasons` say why.',
  NEEDS_CONFIRMATION: 'It may be published after a person has confirmed what `reasons` say.',
  PUBLISHING: 'A worker publishes it.',
  PUBLISHED: 'It is a version of its catalogue.',
  FAILED: 'It could not be read or published; `failure` says why.',
  DISCARDED: 'It was given up.',
} as const;

function enumOf<K extends string>(name: string, description: string, values: Record<K, string>): { [P in K]: P } {
  const type = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [P in K]: P };
  const valuesMap = Object.fromEntries(Object.entries<string>(values).map(([key, meaning]) => [key, { description: meaning }]));
  registerEnumType(type, { name, description, valuesMap: valuesMap as never });
  return type;
}

export const UploadStateEnum = enumOf('UploadState', 'How far an upload has come.', states);
export const UploadKindEnum = enumOf('UploadKind', 'What a file brings.', {
  CATALOGUE: 'Parts, prices and terms.',
  PRICES: 'Prices of known offers.',
  STOCK: 'Stock of known offers.',
});
export const LoadModeEnum = enumOf('LoadMode', 'What absence in a file means.', {
  FULL: 'The file is the whole catalogue: what it does not name is withdrawn.',
  DELTA: 'The file changes what it names and nothing else.',
});
export const RowChangeEnum = enumOf('RowChange', 'What publishing does to an offer.', {
  NEW: 'It is added, or comes back.',
  CHANGED: 'Its content changes.',
  WITHDRAWN: 'It is withdrawn: no longer orderable.',
});
export const ProblemSeverityEnum = enumOf('ProblemSeverity', 'What a finding means for its row.', {
  ERROR: 'The row is refused; its offer stays as published.',
  WARNING: 'The row is taken; somebody should look.',
  INFO: 'For information.',
});

@ObjectType('UploadProgress', { description: 'How far reading or publishing has come.' })
export class UploadProgressType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Bytes of the file that have been read.' })
  bytesRead?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Bytes of the file.' })
  bytesTotal?: string;

  @Field(() => Int, { nullable: true, description: 'Rows staged so far.' })
  rows?: number;

  @Field(() => Int, { nullable: true, description: 'Rows refused so far.' })
  errors?: number;

  @Field(() => Int, { nullable: true, description: 'While publishing: the step under way, from 1.' })
  step?: number;

  @Field(() => Int, { nullable: true, description: 'While publishing: how many steps there are.' })
  steps?: number;
}

@ObjectType('UploadCounts', { description: 'What the staged rows are and would do.' })
export class UploadCountsType {
  @Field(() => Int, { description: 'Rows read.' })
  rows: number;

  @Field(() => Int, { description: 'Rows accepted.' })
  ok: number;

  @Field(() => Int, { description: 'Rows refused.' })
  refused: number;

  @Field(() => Int, { description: 'Warnings.' })
  warnings: number;

  @Field(() => Int, { description: 'Offers that are added.' })
  new: number;

  @Field(() => Int, { description: 'Offers that change.' })
  changed: number;

  @Field(() => Int, { description: 'Rows that change nothing.' })
  unchanged: number;

  @Field(() => Int, { description: 'Offers that are withdrawn.' })
  withdrawn: number;

  @Field(() => Int, { description: 'Active offers of the catalogue before it.' })
  active: number;

  @Field(() => Int, { description: 'Rows that report stock.' })
  stock: number;
}

@ObjectType('UploadReason', { description: 'Why an upload waits, is blocked or has failed.' })
export class UploadReasonType {
  @Field(() => String, { description: 'Code, such as MASS_WITHDRAWAL.' })
  code: string;

  @Field(() => String, { description: 'A sentence in the language of the request.' })
  message: string;
}

@ObjectType('Upload', { description: 'A file on its way from quarantine to publication.' })
export class UploadType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The catalogue it belongs to; null for stock.' })
  catalogueId: string | null;

  @Field(() => UploadKindEnum, { description: 'What the file brings.' })
  kind: string;

  @Field(() => String, { description: 'Name it came with.' })
  fileName: string;

  @Field(() => String, { nullable: true, description: 'csv, cif or bmecat, once known.' })
  format: string | null;

  @Field(() => LoadModeEnum, { nullable: true, description: 'What absence means, once known.' })
  loadMode: string | null;

  @Field(() => UploadStateEnum, { description: 'How far it has come.' })
  state: string;

  @Field(() => UploadProgressType, { description: 'How far reading or publishing has come.' })
  progress: UploadProgressType;

  @Field(() => UploadCountsType, { nullable: true, description: 'What publishing would do, once staged.' })
  counts: UploadCountsType | null;

  @Field(() => Int, { nullable: true, description: 'Version of the catalogue it became.' })
  publicationVersion: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is published by itself, while it is staged; null: when somebody says so. Since 0.2.',
  })
  publishAt: Date | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone in which that was said. Since 0.2.' })
  publishZone: string | null;

  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it last moved on.' })
  updatedAt: Date;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('FieldDifference', { description: 'A field of an offer before and after.' })
export class FieldDifferenceType {
  @Field(() => String, { description: 'Name of the field, such as listPrice.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'As published; null when it was not said.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'As in the file; null when it is no longer said.' })
  after: string | null;
}

@ObjectType('UploadRow', { description: 'What publishing would do to one offer.' })
export class UploadRowType {
  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;

  @Field(() => RowChangeEnum, { description: 'What happens to it.' })
  change: string;

  @Field(() => Int, { nullable: true, description: 'Line of the file; null when the file does not name it.' })
  line: number | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name: string | null;

  @Field(() => [FieldDifferenceType], { description: 'Fields that change; for a new offer all that are said.' })
  differences: FieldDifferenceType[];
}

@ObjectType('UploadProblem', { description: 'A finding about a row of the file.' })
export class UploadProblemType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => Int, { description: 'Line of the file; 0 for the file as a whole.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'Column header or element path.' })
  column: string | null;

  @Field(() => String, { nullable: true, description: "The supplier's part number, where it could be read." })
  supplierPart: string | null;

  @Field(() => String, { description: 'Code, such as DUPLICATE_SUPPLIER_PART.' })
  code: string;

  @Field(() => ProblemSeverityEnum, { description: 'What it means for the row.' })
  severity: string;
}

@ObjectType('UploadConnection', { description: 'Uploads, newest first.' })
export class UploadConnection extends connectionOf('Upload', () => UploadType) {}

@ObjectType('UploadRowConnection', { description: 'Rows of a preview by supplier part.' })
export class UploadRowConnection extends connectionOf('UploadRow', () => UploadRowType) {}

@ObjectType('UploadProblemConnection', { description: 'Problems by line.' })
export class UploadProblemConnection extends connectionOf('UploadProblem', () => UploadProblemType) {}

@InputType('UploadInput', { description: 'Which upload.' })
export class UploadInputType {
  @Field(() => ID, { description: 'UUID.' })
  uploadId: string;
}

@InputType('UploadDecisionInput', { description: 'Which upload, as it was read.' })
export class UploadDecisionInputType extends UploadInputType {
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

const upload = { key: 'upload', type: () => UploadType, description: 'The upload as it is now.' } as const;
export const ConfirmUploadPayload = payloadType(
  'ConfirmUploadPayload',
  upload,
  errorUnion('ConfirmUploadError', [UploadNotReady, VersionConflict]),
);
export const PublishUploadPayload = payloadType(
  'PublishUploadPayload',
  upload,
  errorUnion('PublishUploadError', [UploadNotReady, VersionConflict]),
);
export const DiscardUploadPayload = payloadType(
  'DiscardUploadPayload',
  upload,
  errorUnion('DiscardUploadError', [UploadNotReady]),
);
