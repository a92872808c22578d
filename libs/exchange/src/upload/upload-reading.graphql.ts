import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { errorUnion, payloadType, userError } from '#libs/platform';

/** What a file is taken for when it does not say. */
export const ReadAsEnum = { FULL: 'FULL', DELTA: 'DELTA' } as const;
registerEnumType(ReadAsEnum, {
  name: 'ReadUploadAs',
  description: 'What a file is taken for when it does not say.',
  valuesMap: {
    FULL: { description: 'The whole catalogue: what is absent is withdrawn.' },
    DELTA: { description: 'Only what changes.' },
  },
});

@ObjectType('UploadHeaders', { description: 'The start of an uploaded file, for the mapping of its columns.' })
export class UploadHeadersType {
  @Field(() => String, {
    nullable: true,
    description: 'csv (of a workbook, too), cif or bmecat; null when the file cannot be read.',
  })
  format?: string | null;

  @Field(() => String, { nullable: true, description: 'Encoding the file is read with.' })
  charset?: string | null;

  @Field(() => [String], { description: 'Column names in their order; empty for formats without columns.' })
  headers: string[];

  @Field(() => [String], { description: 'Sheets of a workbook that a person sees; empty for other files. Since 0.2.' })
  sheets: readonly string[];

  @Field(() => [[String]], { description: 'The first rows, up to 10, cells in the order of the headers.' })
  samples: string[][];

  @Field(() => String, {
    nullable: true,
    description:
      'Mapping as JSON: the remembered one where its columns fit, else the suggestion. Targets: docs/catalogue-files.md.',
  })
  mappingJson?: string | null;

  @Field(() => String, { nullable: true, description: 'Why the file cannot be read.' })
  problem?: string | null;

  @Field(() => [String], { description: 'Targets a column may be given, in English.' })
  targets: readonly string[];
}

@ArgsType()
export class UploadHeadersArgs {
  @Field(() => ID, { description: 'Id of the upload.' })
  uploadId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Encoding to read it with; absent: as it was sent, else told by its bytes.',
  })
  charset?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a workbook: the sheet by name; absent: that of the remembered mapping, else the first. Since 0.2.',
  })
  sheet?: string | null;
}

@InputType({ description: 'How a held upload shall be read.' })
export class ReadUploadInput {
  @Field(() => ID, { description: 'Id of the upload.' })
  uploadId: string;

  @Field(() => String, { nullable: true, description: 'Mapping as JSON; absent: as suggested.' })
  mappingJson?: string | null;

  @Field(() => ReadAsEnum, { nullable: true, description: 'Absent: as it was sent.' })
  loadMode?: 'FULL' | 'DELTA' | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Encoding of a file that does not say it, such as windows-1252 or gb18030; absent: as it was sent, else told by its bytes.',
  })
  charset?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the catalogue remembers the mapping for its next file.' })
  remember?: boolean | null;
}

export const UploadMappingInvalid = userError('UploadMappingInvalid', 'The mapping is not of the described shape.', {
  reason: { type: () => String, description: 'The first fault and its place.' },
});
export const UploadNotHeld = userError('UploadNotHeld', 'The upload is being read already, or was.', {
  state: { type: () => String, description: 'Where the upload stands.' },
});
export const UploadCharsetUnknown = userError('UploadCharsetUnknown', 'No encoding has that name.', {
  charset: { type: () => String, description: 'The name.' },
});
export const ReadUploadError = errorUnion('ReadUploadError', [UploadMappingInvalid, UploadNotHeld, UploadCharsetUnknown]);
export const ReadUploadPayload = payloadType(
  'ReadUploadPayload',
  { key: 'uploadId', type: () => ID, description: 'The upload, now being read.' },
  ReadUploadError,
);
