import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CountryCodeScalar, errorUnion, payloadType, VersionConflict } from '#libs/platform';
import { GlnNotValid, SiteCodeTaken } from '../errors.graphql.js';
import type { SiteKind } from './site.entity.js';

export const SiteKindEnum = { SHIP_TO: 'SHIP_TO', BILL_TO: 'BILL_TO', WAREHOUSE: 'WAREHOUSE' } as const;
registerEnumType(SiteKindEnum, {
  name: 'SiteKind',
  description: 'What a site is used for; it may be several.',
  valuesMap: {
    SHIP_TO: { description: 'Goods are delivered there.' },
    BILL_TO: { description: 'Invoices are sent there.' },
    WAREHOUSE: { description: 'Stock lies there.' },
  },
});

export const SiteStatusEnum = { ACTIVE: 'ACTIVE', RETIRED: 'RETIRED' } as const;
registerEnumType(SiteStatusEnum, {
  name: 'SiteStatus',
  description: 'Whether a site is in use.',
  valuesMap: { ACTIVE: { description: 'In use.' }, RETIRED: { description: 'Out of use; old documents still name it.' } },
});

@ObjectType('Address', { description: 'A postal address.' })
export class AddressType {
  @Field(() => [String], { description: 'Street, building, post box: 1 to 4 lines.' })
  lines: string[];

  @Field(() => String, { description: 'City.' })
  city: string;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  region: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code as written there.' })
  postalCode: string | null;

  @Field(() => CountryCodeScalar, { description: 'Country.' })
  country: string;
}

@ObjectType('Site', { description: 'An address of the acting organisation.' })
export class SiteType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Short code, one per organisation.' })
  code: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => [SiteKindEnum], { description: 'What it is used for.' })
  kinds: SiteKind[];

  @Field(() => AddressType, { description: 'Where it is.' })
  address: AddressType;

  @Field(() => String, { nullable: true, description: 'Its GLN.' })
  gln: string | null;

  @Field(() => SiteStatusEnum, { description: 'Whether it is in use.' })
  status: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@InputType('AddressInput', { description: 'A postal address.' })
export class AddressInput {
  @Field(() => [String], { description: 'Street, building, post box: 1 to 4 lines.' })
  lines: string[];

  @Field(() => String, { description: 'City.' })
  city: string;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;

  @Field(() => CountryCodeScalar, { description: 'Country.' })
  country: string;
}

@InputType('SaveSiteInput', { description: 'A site as it shall be.' })
export class SaveSiteInputType {
  @Field(() => ID, { nullable: true, description: 'Absent: a new site.' })
  siteId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; with `siteId`.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: '1 to 40 characters.' })
  code: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  name: string;

  @Field(() => [SiteKindEnum], { description: 'At least one.' })
  kinds: SiteKind[];

  @Field(() => AddressInput, { description: 'Where it is.' })
  address: AddressInput;

  @Field(() => String, { nullable: true, description: 'GLN, 13 digits.' })
  gln?: string | null;
}

@InputType('RetireSiteInput', { description: 'Which site.' })
export class RetireSiteInputType {
  @Field(() => ID, { description: 'The site.' })
  siteId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

const site = { key: 'site' as const, type: () => SiteType, description: 'The site as it is now.' };

export const SaveSitePayload = payloadType(
  'SaveSitePayload',
  site,
  errorUnion('SaveSiteError', [SiteCodeTaken, GlnNotValid, VersionConflict]),
);
export const RetireSitePayload = payloadType('RetireSitePayload', site, errorUnion('RetireSiteError', [VersionConflict]));
