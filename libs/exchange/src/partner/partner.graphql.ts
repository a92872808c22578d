import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { errorUnion, IdempotencyMismatch, payloadType, userError, VersionConflict } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import type { ExchangeFormat } from './partner-profile.js';

export const ExchangeFormatEnum = describedEnum('ExchangeFormat', 'A language of ERP documents.', {
  UBL: 'UBL 2.1 as Peppol BIS Ordering 3 uses it.',
  CXML: 'cXML 1.2.',
  X12: 'ASC X12 004010.',
  EDIFACT: 'UN/EDIFACT D.96A or D.01B.',
  OPENTRANS: 'openTRANS 2.1.',
});
export const ProfileRoleEnum = describedEnum('PartnerProfileRole', 'Which side of trade a connection serves.', {
  SUPPLIER: 'Receives orders and sends answers.',
  BUYER: 'Sends orders and receives answers.',
});
export const TransportEnum = describedEnum('ExchangeTransport', 'How documents reach the ERP.', {
  HTTP: 'Posted to its endpoint.',
  FOLDER: 'Laid into a folder that the ERP empties, and taken from one that it fills.',
});
export const ProfileStatusEnum = describedEnum('PartnerProfileStatus', 'Whether documents flow.', {
  ACTIVE: 'Documents are sent.',
  PAUSED: 'Documents wait in the queue.',
});

@ObjectType('PartnerProfile', { description: 'How an ERP of this organisation speaks with the hub in one role.' })
export class PartnerProfileType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ProfileRoleEnum, { description: 'An organisation has one connection per role.' })
  role: string;

  @Field(() => String, { description: 'Name for people.' })
  name: string;

  @Field(() => ExchangeFormatEnum, { description: 'Format of what the hub sends; inbound documents are told by their content.' })
  format: string;

  @Field(() => TransportEnum, { description: 'How documents are delivered.' })
  transport: string;

  @Field(() => String, { nullable: true, description: 'URL of HTTP deliveries.' })
  endpoint: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Folder drop: where the hub lays files (`out`) and takes them (`in`), below the data folder.',
  })
  folder?: string | null;

  @Field(() => String, { description: 'Identifiers and habits as JSON; docs/exchange.md describes them.' })
  settingsJson: string;

  @Field(() => Boolean, { description: 'Whether a secret for deliveries is stored. It is never shown.' })
  hasSecret: boolean;

  @Field(() => Boolean, { description: 'While on, only test orders are sent, marked as tests.' })
  testMode: boolean;

  @Field(() => ProfileStatusEnum, { description: 'A paused connection keeps its queue.' })
  status: string;

  @Field(() => Int, { description: 'Raised by every change; give it back as `expectedVersion`.' })
  version: number;
}

@ObjectType('PartnerIdentity', {
  description: "The code by which this organisation's ERP knows another organisation, or itself.",
})
export class PartnerIdentityType {
  @Field(() => String, { description: 'List the code comes from, such as 0088, DUNS, NetworkId, ASSIGNED_BY_BUYER.' })
  scheme: string;

  @Field(() => String, { description: 'The code as it stands in documents.' })
  value: string;

  @Field(() => ID, { description: 'The organisation it names.' })
  organizationId: string;
}

@InputType({ description: 'A connection as it shall be.' })
export class SavePartnerProfileInput {
  @Field(() => ProfileRoleEnum, { description: 'Which connection; made when there is none.' })
  role: 'SUPPLIER' | 'BUYER';

  @Field(() => String, { description: '1-100 characters.' })
  name: string;

  @Field(() => ExchangeFormatEnum, { description: 'Format of what the hub sends.' })
  format: ExchangeFormat;

  @Field(() => TransportEnum, { description: 'How documents are delivered.' })
  transport: 'HTTP' | 'FOLDER';

  @Field(() => String, { nullable: true, description: 'https URL; http only to hosts that the operator has allowed.' })
  endpoint?: string | null;

  @Field(() => String, { nullable: true, description: 'Identifiers and habits as JSON.' })
  settingsJson?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Secret of deliveries: cXML SharedSecret, or the value of the authorization header. Absent: stays as it is. Empty: removed.',
  })
  secret?: string | null;

  @Field(() => Boolean, { description: 'Only test orders are sent while it is on.' })
  testMode: boolean;

  @Field(() => ProfileStatusEnum, { nullable: true, description: 'Default ACTIVE.' })
  status?: 'ACTIVE' | 'PAUSED' | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; absent for a new connection.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'One code.' })
export class PartnerIdentityInput {
  @Field(() => String, { description: 'List the code comes from.' })
  scheme: string;

  @Field(() => String, { description: 'The code.' })
  value: string;
}

@InputType({ description: "Codes of one organisation in this organisation's ERP; they replace those it had." })
export class SavePartnerIdentitiesInput {
  @Field(() => ID, { description: "The organisation that the codes name; may be one's own." })
  organizationId: string;

  @Field(() => [PartnerIdentityInput], { description: 'Up to 20.' })
  identities: PartnerIdentityInput[];
}

@InputType({ description: 'Which connection gets a test order.' })
export class SendTestOrderInput {
  @Field(() => ID, { description: 'A connection in the role SUPPLIER.' })
  profileId: string;

  @Field(() => String, { description: 'Makes a repeated call harmless; 1-255 characters.' })
  idempotencyKey: string;
}

export const EndpointRefused = userError('EndpointRefused', 'The endpoint is no URL that the hub may deliver to.', {
  reason: { type: () => String, description: 'What is wrong with it.' },
});
export const SettingsInvalid = userError('SettingsInvalid', 'The settings are not JSON of the described shape.', {
  reason: { type: () => String, description: 'The first fault and its place.' },
});
export const SettingsIncomplete = userError('SettingsIncomplete', 'The format needs settings that are missing.', {
  missing: { type: () => String, description: 'Name of the missing part.' },
});
export const IdentityTaken = userError('IdentityTaken', 'The code already names another organisation.', {
  scheme: { type: () => String, description: 'List of the code.' },
  value: { type: () => String, description: 'The code.' },
});
export const ProfileNotForOrders = userError('ProfileNotForOrders', 'Only a connection in the role SUPPLIER receives orders.');

export const SavePartnerProfilePayload = payloadType(
  'SavePartnerProfilePayload',
  { key: 'partnerProfile', type: () => PartnerProfileType, description: 'The connection as it now is.' },
  errorUnion('SavePartnerProfileError', [EndpointRefused, SettingsInvalid, SettingsIncomplete, VersionConflict]),
);
export const SavePartnerIdentitiesPayload = payloadType(
  'SavePartnerIdentitiesPayload',
  { key: 'partnerIdentities', type: () => [PartnerIdentityType], description: 'All codes of that organisation.' },
  errorUnion('SavePartnerIdentitiesError', [IdentityTaken]),
);
export const SendTestOrderPayload = payloadType(
  'SendTestOrderPayload',
  { key: 'messageId', type: () => ID, description: 'The message that carries the test order; follow it in the exchange log.' },
  errorUnion('SendTestOrderError', [ProfileNotForOrders, IdempotencyMismatch]),
);
