import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

/** Sessions, one-time links and keys: only hashes are stored, and only definer functions reach them. */
export class CreateCredentials2026112102002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create table organizations.session (
        id uuid primary key,
        kind text not null check (kind in ('USER', 'BREAK_GLASS')),
        person_id uuid not null references organizations.person,
        org_id uuid not null references organizations.organization,
        member_id uuid not null,
        user_agent text not null default '' check (char_length(user_agent) <= 300),
        created_at timestamptz not null default transaction_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz)`,
      `create index session_person on organizations.session (person_id)`,
      `create index session_member on organizations.session (org_id, member_id)`,
      ...wall('system', 'organizations.session', 'One sign-in: the family of its refresh tokens.', {
        definer: 'select, insert, update (revoked_at)',
      }),

      `create table organizations.session_token (
        hash bytea primary key check (octet_length(hash) = 32),
        session_id uuid not null references organizations.session on delete cascade,
        issued_at timestamptz not null default transaction_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz)`,
      `create index session_token_session on organizations.session_token (session_id)`,
      ...wall(
        'system',
        'organizations.session_token',
        'Refresh tokens by SHA-256; one that comes a second time ends its session.',
        { definer: 'select, insert, update (used_at)' },
      ),

      `create table organizations.one_time_token (
        hash bytea primary key check (octet_length(hash) = 32),
        purpose text not null check (purpose in ('INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE')),
        person_id uuid references organizations.person,
        org_id uuid references organizations.organization,
        subject_id uuid,
        email text,
        created_at timestamptz not null default transaction_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz)`,
      `create index one_time_token_person on organizations.one_time_token (person_id, purpose)`,
      `create index one_time_token_org on organizations.one_time_token (org_id, subject_id)`,
      ...wall('system', 'organizations.one_time_token', 'Links sent by mail, by SHA-256, each good once.', {
        definer: 'select, insert, update (used_at)',
      }),

      `create table organizations.known_place (
        person_id uuid not null references organizations.person,
        place bytea not null check (octet_length(place) = 32),
        seen_at timestamptz not null default transaction_timestamp(),
        primary key (person_id, place))`,
      ...wall(
        'system',
        'organizations.known_place',
        'Networks and devices, hashed, from which a person has signed in: guessing from elsewhere does not lock him out there.',
        { definer: 'select, insert, update (seen_at)' },
      ),

      `create table organizations.api_key (
        org_id uuid not null references organizations.organization,
        id uuid not null,
        name text not null check (char_length(name) between 1 and 100),
        prefix text not null check (prefix ~ '^[0-9A-Za-z]{8}$'),
        scopes text[] not null check (cardinality(scopes) between 1 and 100),
        created_by uuid,
        created_at timestamptz not null default transaction_timestamp(),
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (org_id, id))`,
      `create unique index api_key_prefix on organizations.api_key (org_id, prefix)`,
      ...wall('private', 'organizations.api_key', 'What a key is for and how long; its secret is kept elsewhere, as a hash.', {
        app: 'insert, update (last_used_at, revoked_at)',
        definer: 'select',
      }),

      `create table organizations.api_key_secret (
        prefix text primary key check (prefix ~ '^[0-9A-Za-z]{8}$'),
        org_id uuid not null,
        key_id uuid not null,
        hash bytea not null check (octet_length(hash) = 32),
        unique (org_id, key_id),
        foreign key (org_id, key_id) references organizations.api_key)`,
      ...wall('system', 'organizations.api_key_secret', 'SHA-256 of each key, found by its eight public characters.', {
        definer: 'select, insert',
      }),

      `create table organizations.break_glass (
        id uuid primary key,
        operator_id uuid not null references organizations.organization,
        person_id uuid not null references organizations.person,
        target_id uuid not null references organizations.organization,
        session_id uuid not null references organizations.session,
        reason text not null check (char_length(reason) between 10 and 500),
        opened_at timestamptz not null default transaction_timestamp(),
        expires_at timestamptz not null,
        closed_at timestamptz)`,
      `create index break_glass_operator on organizations.break_glass (operator_id, opened_at desc)`,
      `create index break_glass_person on organizations.break_glass (person_id)`,
      `create index break_glass_target on organizations.break_glass (target_id)`,
      `create index break_glass_session on organizations.break_glass (session_id)`,
      ...wall('system', 'organizations.break_glass', 'When which operator looked into which organisation, and why.', {
        definer: 'select, insert, update (closed_at)',
      }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = ['break_glass', 'api_key_secret', 'api_key', 'known_place', 'one_time_token', 'session_token', 'session'];
    await sql(
      queryRunner,
      tables.map((table) => `drop table organizations.${table}`),
    );
  }
}
