import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CountryCodeScalar,
  CurrencyCodeScalar,
  connectionOf,
  DateTimeScalar,
  errorUnion,
  type OrganizationRole,
  PageArgs,
  payloadType,
  VersionConflict,
} from '#libs/platform';
import { IdentifierTaken, OwnOrganization } from '../errors.graphql.js';

export const OrganizationRoleEnum = { SUPPLIER: 'SUPPLIER', BUYER: 'BUYER', OPERATOR: 'OPERATOR' } as const;
registerEnumType(OrganizationRoleEnum, {
  name: 'OrganizationRole',
  description: 'What an organisation does on the hub; one may do several.',
  valuesMap: {
    SUPPLIER: { description: 'Publishes catalogues and delivers.' },
    BUYER: { description: 'Searches and orders.' },
    OPERATOR: { description: 'Runs the hub.' },
  },
});

export const OrganizationStatusEnum = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED' } as const;
registerEnumType(OrganizationStatusEnum, {
  name: 'OrganizationStatus',
  description: 'Whether an organisation may act.',
  valuesMap: { ACTIVE: { description: 'It acts.' }, SUSPENDED: { description: 'The operator has shut it out.' } },
});

@ObjectType('Organization', { description: 'The public card of an organisation.' })
export class OrganizationType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => [OrganizationRoleEnum], { description: 'What it does on the hub.' })
  roles: OrganizationRole[];

  @Field(() => CountryCodeScalar, { description: 'Where its seat is.' })
  country: string;

  @Field(() => CurrencyCodeScalar, { description: 'What it counts in unless a document says otherwise.' })
  currency: string;

  @Field(() => String, { nullable: true, description: 'CAGE or NCAGE code, checked by the operator.' })
  cage: string | null;

  @Field(() => String, { nullable: true, description: 'D-U-N-S number, checked by the operator.' })
  duns: string | null;

  @Field(() => String, { nullable: true, description: 'GLN, checked by the operator.' })
  gln: string | null;

  @Field(() => String, { nullable: true, description: 'Peppol participant id, scheme and value, checked by the operator.' })
  peppolId: string | null;

  @Field(() => OrganizationStatusEnum, { description: 'Whether it may act.' })
  status: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it joined the hub.' })
  createdAt: Date;
}

@ObjectType('OrganizationConnection', { description: 'Organisations by name.' })
export class OrganizationConnection extends connectionOf('Organization', () => OrganizationType) {
  @Field(() => Int, { description: 'How many the filter leaves, on all pages.' })
  totalCount: number;
}

@InputType('OrganizationFilter', { description: 'What narrows the list; all that is given must hold.' })
export class OrganizationFilterInput {
  @Field(() => OrganizationRoleEnum, { nullable: true, description: 'Only those that do this.' })
  role?: OrganizationRole | null;

  @Field(() => String, { nullable: true, description: 'A part of the name, in any case.' })
  text?: string | null;
}

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => OrganizationFilterInput, { nullable: true, description: 'What narrows the list.' })
  filter?: OrganizationFilterInput | null;
}

@InputType('CreateOrganizationInput', { description: 'A new organisation and its first administrator.' })
export class CreateOrganizationInputType {
  @Field(() => String, { description: '1 to 200 characters.' })
  name: string;

  @Field(() => [OrganizationRoleEnum], { description: 'At least one.' })
  roles: OrganizationRole[];

  @Field(() => CountryCodeScalar, { description: 'Seat.' })
  country: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency it counts in.' })
  currency: string;

  @Field(() => String, { nullable: true, description: 'CAGE or NCAGE code.' })
  cage?: string | null;

  @Field(() => String, { nullable: true, description: 'D-U-N-S number, 9 digits.' })
  duns?: string | null;

  @Field(() => String, { nullable: true, description: 'GLN, 13 digits.' })
  gln?: string | null;

  @Field(() => String, { nullable: true, description: 'Peppol participant id such as 0088:4006381333931.' })
  peppolId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who is invited to be its first administrator.' })
  adminEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of that letter: en, zh-CN or zh-TW.' })
  adminLocale?: 'en' | 'zh-CN' | 'zh-TW' | null;
}

@InputType('UpdateOrganizationInput', { description: 'What shall change; absent fields stay.' })
export class UpdateOrganizationInputType {
  @Field(() => ID, { nullable: true, description: 'Absent: the own organisation. Others: operators only.' })
  organizationId?: string | null;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  name?: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Seat.' })
  country?: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency it counts in.' })
  currency?: string;

  @Field(() => [OrganizationRoleEnum], { nullable: true, description: 'Operators only.' })
  roles?: OrganizationRole[];

  @Field(() => String, { nullable: true, description: 'Operators only; null takes it away.' })
  cage?: string | null;

  @Field(() => String, { nullable: true, description: 'Operators only; null takes it away.' })
  duns?: string | null;

  @Field(() => String, { nullable: true, description: 'Operators only; null takes it away.' })
  gln?: string | null;

  @Field(() => String, { nullable: true, description: 'Operators only; null takes it away.' })
  peppolId?: string | null;
}

@InputType('SuspendOrganizationInput', { description: 'Which organisation, and why.' })
export class SuspendOrganizationInputType {
  @Field(() => ID, { description: 'Not the own one.' })
  organizationId: string;

  @Field(() => String, { description: '3 to 500 characters, for the audit trail.' })
  reason: string;

  @Field(() => Boolean, { defaultValue: false, description: 'true lets it in again.' })
  resume: boolean;
}

const organization = {
  key: 'organization' as const,
  type: () => OrganizationType,
  description: 'The organisation as it is now.',
};

export const CreateOrganizationPayload = payloadType(
  'CreateOrganizationPayload',
  organization,
  errorUnion('CreateOrganizationError', [IdentifierTaken]),
);
export const UpdateOrganizationPayload = payloadType(
  'UpdateOrganizationPayload',
  organization,
  errorUnion('UpdateOrganizationError', [IdentifierTaken, VersionConflict]),
);
export const SuspendOrganizationPayload = payloadType(
  'SuspendOrganizationPayload',
  organization,
  errorUnion('SuspendOrganizationError', [OwnOrganization]),
);
