import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

/** Organisations, their people and what each may do. */
export class CreateOrganizations2026112102001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create table organizations.organization (
        id uuid primary key,
        name text not null check (char_length(name) between 1 and 200),
        roles text[] not null check (roles <@ array['SUPPLIER', 'BUYER', 'OPERATOR'] and cardinality(roles) between 1 and 3),
        country text not null check (country ~ '^[A-Z]{2}$'),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        cage text unique check (cage ~ '^[0-9A-HJ-NP-Z]{5}$'),
        duns text unique check (duns ~ '^[0-9]{9}$'),
        gln text unique check (gln ~ '^[0-9]{13}$'),
        peppol_id text unique check (char_length(peppol_id) between 6 and 60),
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
        version integer not null default 1,
        created_at timestamptz not null default transaction_timestamp())`,
      `create index organization_name on organizations.organization (name, id)`,
      ...wall('global', 'organizations.organization', 'Public card of an organisation; written by definer functions only.', {
        definer: 'select, insert, update (name, roles, country, currency, cage, duns, gln, peppol_id, status, version)',
      }),

      `create table organizations.default_role (
        kind text not null check (kind in ('ANY', 'SUPPLIER', 'BUYER', 'OPERATOR')),
        name text not null check (name in ('ADMIN', 'BUYER', 'SELLER', 'VIEWER', 'INTEGRATION')),
        permissions text[] not null,
        primary key (kind, name))`,
      ...wall(
        'global',
        'organizations.default_role',
        'What a built-in role may do in an organisation of a kind; the row ADMIN bounds every role of that kind.',
        { definer: 'select, insert, update (permissions)' },
      ),
      ...as('entrepot_definer', 'organizations', [defaultRoles]),

      `create table organizations.person (
        id uuid primary key,
        email text not null unique check (email = lower(email) and char_length(email) between 3 and 254 and position('@' in email) > 1),
        name text not null check (char_length(name) between 1 and 200),
        password_hash text,
        locale text not null default 'en' check (locale in ('en', 'zh-CN', 'zh-TW')),
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED')),
        version integer not null default 1,
        created_at timestamptz not null default transaction_timestamp(),
        password_changed_at timestamptz)`,
      ...wall('system', 'organizations.person', 'One human being with his password hash; reached through definer functions.', {
        definer: 'select, insert, update (email, name, password_hash, locale, status, version, password_changed_at)',
      }),

      `create table organizations.member (
        org_id uuid not null references organizations.organization,
        id uuid not null,
        person_id uuid not null,
        name text not null check (char_length(name) between 1 and 200),
        email text not null,
        roles text[] not null check (cardinality(roles) <= 20),
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'LEFT')),
        joined_at timestamptz not null default transaction_timestamp(),
        left_at timestamptz,
        version integer not null default 1,
        primary key (org_id, id),
        unique (org_id, person_id),
        check ((status = 'LEFT') = (left_at is not null)))`,
      ...wall('private', 'organizations.member', 'A person in one organisation; joins and leaves by definer functions only.', {
        app: 'update (roles, version)',
        definer: 'select, insert, update (name, email, roles, status, joined_at, left_at, version)',
      }),

      `create table organizations.membership (
        org_id uuid not null references organizations.organization,
        person_id uuid not null references organizations.person,
        member_id uuid not null,
        primary key (org_id, person_id),
        unique (org_id, member_id),
        foreign key (org_id, member_id) references organizations.member)`,
      `create index membership_person on organizations.membership (person_id)`,
      ...wall(
        'system',
        'organizations.membership',
        'Which organisations a person belongs to now: what sign-in needs before an organisation is bound.',
        { definer: 'select, insert, update (member_id), delete' },
      ),

      `create table organizations.role (
        org_id uuid not null references organizations.organization,
        id uuid not null,
        name text not null check (char_length(name) between 1 and 60 and name not in ('ADMIN', 'BUYER', 'SELLER', 'VIEWER', 'INTEGRATION')),
        permissions text[] not null check (cardinality(permissions) between 1 and 100),
        version integer not null default 1,
        primary key (org_id, id),
        unique (org_id, name))`,
      ...wall(
        'private',
        'organizations.role',
        'A role an organisation made for itself; the built-in ones stand in default_role.',
        { app: 'insert, update (permissions, version), delete', definer: 'select' },
      ),

      `create table organizations.invitation (
        org_id uuid not null references organizations.organization,
        id uuid not null,
        email text not null check (email = lower(email) and char_length(email) between 3 and 254),
        roles text[] not null check (cardinality(roles) between 1 and 20),
        locale text not null check (locale in ('en', 'zh-CN', 'zh-TW')),
        invited_by uuid,
        status text not null default 'PENDING' check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
        expires_at timestamptz not null,
        created_at timestamptz not null default transaction_timestamp(),
        primary key (org_id, id))`,
      `create unique index invitation_pending on organizations.invitation (org_id, email) where status = 'PENDING'`,
      ...wall(
        'private',
        'organizations.invitation',
        'An open or past invitation; the token of its link is kept elsewhere, as a hash.',
        { app: 'insert, update (status)' },
      ),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(
      queryRunner,
      ['invitation', 'role', 'membership', 'member', 'person', 'default_role', 'organization'].map(
        (table) => `drop table organizations.${table}`,
      ),
    );
  }
}

/** What each kind of organisation adds to a built-in role; other rooms extend it by migrations of their own. */
const defaultRoles = `insert into organizations.default_role (kind, name, permissions) values
  ('ANY', 'ADMIN', array['organization:manage', 'member:manage', 'role:manage', 'apikey:manage', 'site:manage', 'partnership:manage', 'part:read', 'order:read', 'exchange:read', 'exchange:manage']),
  ('ANY', 'VIEWER', array['part:read', 'order:read']),
  ('ANY', 'INTEGRATION', array['part:read', 'order:read', 'exchange:read']),
  ('BUYER', 'ADMIN', array['price:read', 'basket:edit', 'order:place', 'order:change', 'order:cancel']),
  ('BUYER', 'BUYER', array['part:read', 'price:read', 'basket:edit', 'order:read', 'order:place', 'order:change', 'order:cancel', 'exchange:read']),
  ('BUYER', 'VIEWER', array['price:read']),
  ('BUYER', 'INTEGRATION', array['price:read', 'order:place', 'order:change', 'order:cancel']),
  ('SUPPLIER', 'ADMIN', array['catalogue:read', 'catalogue:upload', 'catalogue:publish', 'stock:write', 'price:read', 'agreement:manage', 'order:confirm', 'order:cancel']),
  ('SUPPLIER', 'SELLER', array['part:read', 'catalogue:read', 'catalogue:upload', 'catalogue:publish', 'stock:write', 'price:read', 'agreement:manage', 'order:read', 'order:confirm', 'order:cancel', 'exchange:read']),
  ('SUPPLIER', 'VIEWER', array['catalogue:read']),
  ('SUPPLIER', 'INTEGRATION', array['catalogue:read', 'catalogue:upload', 'catalogue:publish', 'stock:write', 'price:read', 'order:confirm', 'order:cancel']),
  ('OPERATOR', 'ADMIN', array['operator:organizations', 'operator:audit', 'mail:read', 'price:read', 'catalogue:read']),
  ('OPERATOR', 'VIEWER', array['operator:organizations', 'mail:read'])`;
