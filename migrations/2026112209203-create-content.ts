import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const tables = [
  `create table catalog.part_content (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), part_id uuid not null references catalog.part,
    kind text collate "C" not null check (kind in ('DATASHEET', 'PICTURE', 'DRAWING', 'MANUAL', 'SAFETY_DATA_SHEET', 'CERTIFICATE')),
    series text collate "C" not null check (length(series) between 1 and 60), language text collate "C" not null default '' check (language ~ '^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$'),
    title text not null check (length(title) between 1 and 200), alt text check (length(alt) between 1 and 300),
    sha256 text collate "C" check (sha256 ~ '^[0-9a-f]{64}$'), size bigint check (size > 0), media_type text collate "C", name text check (length(name) between 1 and 200),
    link text collate "C" check (length(link) between 10 and 2000), link_state text collate "C" check (link_state in ('UNCHECKED', 'REACHED', 'MOVED', 'BROKEN', 'REFUSED')), link_status text collate "C" check (length(link_status) <= 60), checked_at timestamptz,
    added_by jsonb not null, added_at timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), unique (org_id, part_id, kind, series, language),
    check ((sha256 is null) <> (link is null)), check ((sha256 is null) = (size is null) and (sha256 is null) = (media_type is null) and (sha256 is null) = (name is null)),
    check ((link is null) = (link_state is null)), check (kind <> 'PICTURE' or alt is not null))`,
  'create index part_content_part on catalog.part_content (part_id)',
  'create index part_content_id on catalog.part_content (id)',
  `create index part_content_link on catalog.part_content (checked_at) where link is not null`,
  wall(
    'market',
    'catalog.part_content',
    'A file by hash, or a link, that an organisation adds to a part in one language; everybody reads it under the name of who added it.',
    {
      visible: 'true',
      app: 'insert, update (title, alt, sha256, size, media_type, name, link, link_state, link_status, checked_at), delete',
      jobs: 'select (org_id, id, link, link_state, checked_at)',
    },
  ),
  as('entrepot_jobs', 'catalog', [
    `create function catalog.links_to_check() returns table (org_id uuid, id uuid)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
       select c.org_id, c.id from catalog.part_content c where c.link is not null and (c.checked_at is null or c.checked_at < now() - interval '7 days')
       order by c.checked_at nulls first, c.org_id, c.id limit 500 $$`,
  ]),
  as('entrepot_definer', 'organizations', [
    `update organizations.default_role set permissions = permissions || array['content:write']
     where (kind, name) in (('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'), ('SUPPLIER', 'INTEGRATION'), ('OPERATOR', 'ADMIN'))`,
  ]),
];

/** Datasheets, pictures and links of parts, in several languages. */
export class CreateContent2026112209203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      as('entrepot_definer', 'organizations', [
        `update organizations.default_role set permissions = array_remove(permissions, 'content:write')
         where (kind, name) in (('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'), ('SUPPLIER', 'INTEGRATION'), ('OPERATOR', 'ADMIN'))`,
      ]),
      'drop function catalog.links_to_check()',
      'drop table catalog.part_content',
    ]);
  }
}
