import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, errorUnion, payloadType, VersionConflict } from '#libs/platform';
import { VersionUnknown } from '../catalogue/catalogue.errors.graphql.js';

export const PublicationKindEnum = { PUBLISH: 'PUBLISH', ROLLBACK: 'ROLLBACK' } as const;
registerEnumType(PublicationKindEnum, {
  name: 'PublicationKind',
  description: 'How a version came to be.',
  valuesMap: { PUBLISH: { description: 'From a file.' }, ROLLBACK: { description: 'The content of an earlier version again.' } },
});

@ObjectType('PublicationCounts', { description: 'What a version did to the offers of its catalogue.' })
export class PublicationCountsType {
  @Field(() => Int, { description: 'Offers added or brought back.' })
  new: number;

  @Field(() => Int, { description: 'Offers changed.' })
  changed: number;

  @Field(() => Int, { description: 'Offers withdrawn.' })
  withdrawn: number;
}

@ObjectType('Publication', { description: 'A version of a catalogue.' })
export class PublicationType {
  @Field(() => Int, { description: 'Number, from 1.' })
  version: number;

  @Field(() => PublicationKindEnum, { description: 'How it came to be.' })
  kind: string;

  @Field(() => ID, { nullable: true, description: 'The upload it was made of.' })
  uploadId: string | null;

  @Field(() => Int, { nullable: true, description: 'The version whose content it repeats.' })
  rolledBackTo: number | null;

  @Field(() => PublicationCountsType, { description: 'What it did.' })
  counts: PublicationCountsType;

  @Field(() => DateTimeScalar, { description: 'When.' })
  publishedAt: Date;
}

@ObjectType('PublicationConnection', { description: 'Versions of a catalogue, newest first.' })
export class PublicationConnection extends connectionOf('Publication', () => PublicationType) {}

@InputType('RollbackCatalogueInput', { description: 'To which version.' })
export class RollbackCatalogueInputType {
  @Field(() => ID, { description: 'Which catalogue.' })
  catalogueId: string;

  @Field(() => Int, { description: 'An earlier version; 0 is the empty catalogue.' })
  toVersion: number;

  @Field(() => Int, { description: 'The newest version that was read.' })
  expectedVersion: number;
}

export const RollbackCataloguePayload = payloadType(
  'RollbackCataloguePayload',
  { key: 'publication', type: () => PublicationType, description: 'The new version.' },
  errorUnion('RollbackCatalogueError', [VersionUnknown, VersionConflict]),
);
