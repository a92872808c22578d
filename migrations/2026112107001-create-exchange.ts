import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

/**
 * How partners' systems speak with the hub, and every byte that came and went. A message is one transmission (an HTTP body, a file);
 * a document is one business document inside it (an interchange may carry several). All rows are private to the organisation whose
 * ERP is spoken with: what the other side's ERP sent is none of its business.
 */
export class CreateExchange2026112107001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...profile, ...identity, ...message, ...body, ...document, ...attempt]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(
      queryRunner,
      ['delivery_attempt', 'document', 'message_body', 'message', 'partner_identity', 'partner_profile'].map(
        (table) => `drop table exchange.${table}`,
      ),
    );
  }
}

const profile = [
  `create table exchange.partner_profile (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
     role text not null check (role in ('SUPPLIER', 'BUYER')),
     name text not null check (char_length(name) between 1 and 100),
     format text not null check (format in ('UBL', 'CXML', 'X12')),
     transport text not null check (transport in ('HTTP', 'FOLDER')),
     endpoint text check (char_length(endpoint) <= 2000),
     settings jsonb not null default '{}',
     secret text,
     test_mode boolean not null default true,
     status text not null default 'ACTIVE' check (status in ('ACTIVE', 'PAUSED')),
     last_control bigint not null default 0 check (last_control between 0 and 999999999),
     polled_at timestamptz, created_at timestamptz not null default transaction_timestamp(), version integer not null default 1,
     primary key (org_id, id), unique (org_id, role),
     check ((transport = 'HTTP') = (endpoint is not null)))`,
  ...wall(
    'private',
    'exchange.partner_profile',
    "How an organisation's ERP speaks in one role: format, transport, identifiers, habits; the secret is sealed.",
    {
      jobs: 'select (org_id, id, transport, status)',
    },
  ),
];

const identity = [
  `create table exchange.partner_identity (
     org_id uuid not null references organizations.organization, scheme text collate "C" not null check (char_length(scheme) between 1 and 40),
     value text collate "C" not null check (char_length(value) between 1 and 100),
     counterparty_id uuid not null references organizations.organization,
     primary key (org_id, scheme, value))`,
  'create index partner_identity_counterparty on exchange.partner_identity (org_id, counterparty_id)',
  ...wall('private', 'exchange.partner_identity', "The code by which an organisation's ERP knows a partner, or itself."),
];

const message = [
  `create table exchange.message (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
     profile_id uuid, direction text not null check (direction in ('IN', 'OUT')),
     format text check (format in ('UBL', 'CXML', 'X12', 'UNKNOWN')), transport text not null check (transport in ('HTTP', 'FOLDER', 'PORTAL')),
     sender text collate "C", transport_id text collate "C" check (char_length(transport_id) <= 255), control_number text collate "C",
     size integer not null check (size >= 0), sha256 bytea not null, media_type text,
     state text not null check (state in ('RECEIVED', 'APPLIED', 'REFUSED', 'QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD')),
     test boolean not null default false, problems jsonb not null default '[]',
     reply_status integer, reply_media_type text, reply bytea,
     attempts integer not null default 0, next_attempt_at timestamptz, replays integer not null default 0,
     acknowledged text check (acknowledged in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED')), acknowledged_at timestamptz,
     correlation text, created_at timestamptz not null default clock_timestamp(), settled_at timestamptz, version integer not null default 1,
     primary key (org_id, id), foreign key (org_id, profile_id) references exchange.partner_profile,
     check (direction = 'IN' or profile_id is not null),
     check (direction = 'IN' and state in ('RECEIVED', 'APPLIED', 'REFUSED') or direction = 'OUT' and state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD')))`,
  // A duplicate is found by the sender's own ids: of the transport (payloadID, Message-ID), then of the envelope (ISA13).
  `create unique index message_transport_id on exchange.message (org_id, direction, transport, sender, transport_id) nulls not distinct where direction = 'IN' and transport_id is not null`,
  `create index message_control_number on exchange.message (org_id, direction, sender, control_number) where control_number is not null`,
  'create index message_sha256 on exchange.message (org_id, direction, sha256)',
  'create index message_newest on exchange.message (org_id, created_at, id)',
  'create index message_state on exchange.message (org_id, state, created_at, id)',
  'create index message_profile on exchange.message (org_id, profile_id)',
  ...wall('private', 'exchange.message', "One transmission to or from an organisation's ERP, with the reply that was given.", {
    app: 'insert, update',
    jobs: 'select (org_id, id, direction, state, created_at)',
  }),
];

const body = [
  `create table exchange.message_body (
     org_id uuid not null, message_id uuid not null, raw bytea not null,
     primary key (org_id, message_id), foreign key (org_id, message_id) references exchange.message)`,
  ...wall('private', 'exchange.message_body', 'The bytes as they came or went, shared secrets blanked; never changed.', {
    app: 'insert',
  }),
];

const document = [
  `create table exchange.document (
     org_id uuid not null, id uuid not null default platform.uuid_v7(), message_id uuid not null,
     position integer not null, coordinate text collate "C" not null, business_number text collate "C", counterparty_id uuid references organizations.organization,
     state text not null check (state in ('RECEIVED', 'APPLIED', 'REFUSED', 'IGNORED', 'QUEUED', 'SENT', 'DEAD')),
     problems jsonb not null default '[]', order_org_id uuid, order_id uuid, caused_by text collate "C",
     created_at timestamptz not null default clock_timestamp(), settled_at timestamptz,
     primary key (org_id, id), unique (org_id, message_id, position),
     foreign key (org_id, message_id) references exchange.message)`,
  // One outbound document per cause (an event of an order): a job that runs twice writes once.
  `create unique index document_cause on exchange.document (org_id, caused_by) where caused_by is not null`,
  'create index document_counterparty on exchange.document (org_id, counterparty_id)',
  'create index document_order on exchange.document (org_id, order_org_id, order_id)',
  'create index document_business_number on exchange.document (org_id, coordinate, business_number)',
  ...wall('private', 'exchange.document', 'One business document inside a message and what became of it.', {
    app: 'insert, update, delete',
  }),
];

const attempt = [
  `create table exchange.delivery_attempt (
     org_id uuid not null, message_id uuid not null, number integer not null, started_at timestamptz not null, ended_at timestamptz not null,
     outcome text not null check (outcome in ('DELIVERED', 'REFUSED', 'UNREACHABLE', 'TIMED_OUT', 'REPLY_UNREADABLE')),
     status integer, detail text check (char_length(detail) <= 2000), reply text check (char_length(reply) <= 8000),
     primary key (org_id, message_id, number), foreign key (org_id, message_id) references exchange.message)`,
  ...wall('private', 'exchange.delivery_attempt', 'One try to deliver a message: when, what came back.', { app: 'insert' }),
];
