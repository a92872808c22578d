import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classesOf, classOf } from './2026112203003-describe-parts.js';
import { describedWords, freshWords, textOf, words } from './2026112204002-identify-parts-by-name.js';
import { as, rewrite, sql } from './support.js';

/**
 * Two uploads may name the same parts at once, each writing its documents in a transaction of its own: so a document that is
 * there stays, and who changes a part writes its document whole, after waiting for whoever is writing it.
 */
const wordParts = `create function catalog.word_parts(p_upload uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
    v_written integer;
  begin
    if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    perform set_config('work_mem', '128MB', true);
    -- Staging has no statistics: row by row it would be read once per row.
    perform set_config('enable_nestloop', 'off', true);
    create temp table worded_part on commit drop as
      select distinct s.maker, s.part_number
      from supply.staged_change ch join supply.staged_row s on s.org_id = ch.org_id and s.upload_id = ch.upload_id and s.row_no = ch.row_no
      where ch.org_id = v_org and ch.upload_id = p_upload and ch.change in ('NEW', 'CHANGED');
    analyze worded_part;
    perform set_config('enable_nestloop', 'on', true);
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
      select d.id, d.key, d.manufacturer_id, d.class, d.classes, ${words('d.text')}
      from (select p.id, p.key, p.manufacturer_id, ${classOf('p')} as class, ${classesOf('p')} as classes, ${textOf('p')} as text
        from worded_part n join catalog.manufacturer_alias a on a.alias = n.maker join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = n.part_number
        join catalog.manufacturer m on m.id = p.manufacturer_id
        where not exists (select from catalog.part_search s where s.part_id = p.id)
          and not exists (select from catalog.identity_correction c where c.from_part = p.id and c.kind = 'MERGE' and c.undone_at is null)
        order by p.id offset 0) d
      on conflict (part_id) do nothing;
    get diagnostics v_written = row_count;
    drop table worded_part;
    return v_written;
  end $$`;

const named = 'grant select on named_part to entrepot_app;';
const kept = 'drop table part_claim;';
const changes: [string, string][] = [
  [freshWords, '    -- Their search documents are written by catalog.word_parts.'],
  [describedWords, '      perform catalog.refresh_search(array(select d.id from part_described d order by d.id));'],
  [named, '-- Read here alone.'],
  [kept, 'drop table part_claim, named_part;'],
];

/** The search documents of an upload's parts in a function of their own, so that they can be written beside its offers. */
export class WordPartsApart2026112208001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      as('entrepot_definer', 'catalog', [wordParts, 'grant execute on function catalog.word_parts(uuid) to entrepot_app']),
    ]);
    await sql(runner, ['grant create on schema catalog to entrepot_definer', 'set role entrepot_definer']);
    await rewrite(runner, 'catalog.identify_parts', changes);
    await sql(runner, ['reset role', 'revoke create on schema catalog from entrepot_definer']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['grant create on schema catalog to entrepot_definer', 'set role entrepot_definer']);
    await rewrite(
      runner,
      'catalog.identify_parts',
      changes.map(([from, to]) => [to, from] as const),
    );
    await sql(runner, [
      'drop function catalog.word_parts(uuid)',
      'reset role',
      'revoke create on schema catalog from entrepot_definer',
    ]);
  }
}
