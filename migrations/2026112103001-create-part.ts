import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

const written = { definer: 'select, insert, update' };

const up: readonly string[] = [
  // The key only finds, never identifies (trade-rules 8); the same rule as partKey in the kernel.
  `create function catalog.part_key(p_number text) returns text language sql immutable strict parallel safe
    return upper(regexp_replace(p_number, '[^0-9A-Za-z]', '', 'g'))`,
  // PostgreSQL's parser takes a run of Han characters as one word; pairs of neighbours make it searchable (decisions.md 8).
  // PL/pgSQL, because a SQL function of this size is planned anew for each of a hundred thousand rows.
  `create function catalog.han_pairs(p_text text) returns text language plpgsql immutable strict parallel safe as $$
    declare
      v_run text;
      v_pairs text := '';
    begin
      for v_run in select r.run[1] from regexp_matches(p_text, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', 'g') as r (run) loop
        -- The last character stands alone, so that a question of one character finds it as the beginning of a word.
        for i in 1 .. length(v_run) loop
          v_pairs := v_pairs || ' ' || substr(v_run, i, 2);
        end loop;
      end loop;
      return ltrim(v_pairs);
    end
  $$`,
  // One function for documents and for questions, so that both sides cut words alike. Plain ASCII is told by its length.
  `create function catalog.search_words(p_text text) returns tsvector language plpgsql immutable strict parallel safe as $$
    begin
      if octet_length(p_text) = length(p_text) then return to_tsvector('pg_catalog.simple', p_text); end if;
      return to_tsvector('pg_catalog.simple', p_text || ' ' || catalog.han_pairs(p_text));
    end
  $$`,
  `grant execute on function catalog.part_key(text), catalog.han_pairs(text), catalog.search_words(text) to entrepot_app, entrepot_definer, entrepot_jobs`,

  `create table catalog.manufacturer (
    id uuid primary key default platform.uuid_v7(),
    code_kind text not null check (code_kind in ('CAGE', 'CODE', 'NAME')),
    code text collate "C" not null check (length(code) between 1 and 120),
    name text not null, cages text[] not null default '{}', issuing_body boolean not null default false,
    created_at timestamptz not null default transaction_timestamp(), unique (code_kind, code))`,
  ...wall(
    'global',
    'catalog.manufacturer',
    'Maker or issuing body of parts, made when a catalogue first names it; merged and renamed by the operator.',
    written,
  ),
  `create table catalog.manufacturer_alias (
    alias text collate "C" primary key check (alias ~ '^(C|N):.'),
    manufacturer_id uuid not null references catalog.manufacturer)`,
  `create index manufacturer_alias_manufacturer on catalog.manufacturer_alias (manufacturer_id)`,
  ...wall(
    'global',
    'catalog.manufacturer_alias',
    'What a file may call a manufacturer: C:<CAGE or code> or N:<normalised name>.',
    written,
  ),

  // No foreign key to the manufacturer: one function writes parts, from a join with it, and a load is a hundred thousand of them.
  `create table catalog.part (
    id uuid primary key default platform.uuid_v7(),
    manufacturer_id uuid not null,
    number text collate "C" not null check (length(number) between 1 and 70), key text collate "C" not null,
    name text not null, names jsonb not null default '{}', description text, unit text collate "C",
    unspsc text collate "C", ata text collate "C", classifications jsonb not null default '[]',
    shelf_life_days integer check (shelf_life_days >= 0), hazmat text, approval_basis text collate "C",
    source_org uuid not null, source_rank smallint not null check (source_rank between 1 and 3), field_ranks jsonb not null default '{}',
    created_at timestamptz not null default transaction_timestamp(), unique (manufacturer_id, number))`,
  'create index part_key on catalog.part (key, id)',
  ...wall(
    'global',
    'catalog.part',
    'One identity per manufacturer and number as written; each field belongs to manufacturer, operator or first supplier.',
    written,
  ),
  // What the slow indexes read; written once per part, by the function that makes the part: a foreign key would only cost. Nothing that changes with price or stock lies here, so GIN is left alone.
  `create table catalog.part_search (
    part_id uuid primary key, key text collate "C" not null, manufacturer_id uuid not null,
    class text collate "C", tsv tsvector not null)`,
  'create index part_search_tsv on catalog.part_search using gin (tsv)',
  'create index part_search_key on catalog.part_search using gin (key public.gin_trgm_ops)',
  'create index part_search_class on catalog.part_search (class, key, part_id)',
  ...wall(
    'global',
    'catalog.part_search',
    'Search document of a part: words in simple form, pairs of Han characters, trigrams of the key.',
    written,
  ),

  `create table catalog.part_alias (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    number text collate "C" not null check (length(number) between 1 and 70), key text collate "C" not null,
    part_id uuid not null references catalog.part, valid_from date not null default current_date, valid_to date check (valid_to >= valid_from),
    primary key (org_id, id), unique (org_id, number, part_id))`,
  'create index part_alias_key on catalog.part_alias (org_id, key)',
  'create index part_alias_part on catalog.part_alias (org_id, part_id)',
  ...wall('private', 'catalog.part_alias', 'What a buyer calls a part: his own numbers.'),

  `create table catalog.classification (
    system text collate "C" not null, version text collate "C" not null, code text collate "C" not null, parent text collate "C",
    names jsonb not null, primary key (system, version, code))`,
  ...wall(
    'global',
    'catalog.classification',
    'Classes of published systems (UNSPSC, ATA, ECLASS) by version, with names by language.',
    written,
  ),
];

const down: readonly string[] = [
  'drop table catalog.classification',
  'drop table catalog.part_alias',
  'drop table catalog.part_search',
  'drop table catalog.part',
  'drop table catalog.manufacturer_alias',
  'drop table catalog.manufacturer',
  'drop function catalog.search_words(text)',
  'drop function catalog.han_pairs(text)',
  'drop function catalog.part_key(text)',
];

/** Tables of the catalogue room: what a part is, who makes it, how it is found. */
export class CreatePart2026112103001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
