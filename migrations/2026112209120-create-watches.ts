import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, sql, wall } from './support.js';

const tables: readonly (string | readonly string[])[] = [
  `create table procurement.watch (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), person_id uuid not null,
     name text not null check (length(name) between 1 and 120), part_id uuid references catalog.part,
     query text check (length(query) between 3 and 200), manufacturer_id uuid references catalog.manufacturer, classification text collate "C" check (length(classification) between 1 and 120),
     on_offer boolean not null, on_stock boolean not null, on_price boolean not null,
     stock_min numeric check (stock_min > 0 and ${bounded('stock_min')}), price_max numeric check (price_max > 0 and ${bounded('price_max')}),
     price_currency text collate "C" check (price_currency ~ '^[A-Z]{3}$'),
     delivery text not null check (delivery in ('AT_ONCE', 'DAILY')), by_mail boolean not null, version integer not null default 1,
     created_at timestamptz not null default transaction_timestamp(),
     primary key (org_id, id), check ((part_id is null) = (num_nonnulls(query, manufacturer_id, classification) > 0)), check ((price_max is null) = (price_currency is null)))`,
  'create index watch_person on procurement.watch (org_id, person_id)',
  'create index watch_part on procurement.watch (org_id, part_id)',
  'create index watch_manufacturer on procurement.watch (org_id, manufacturer_id)',
  wall('private', 'procurement.watch', 'What a member wants to hear of: a part, or all parts that a saved search finds.'),

  `create table procurement.watch_state (
     org_id uuid not null, watch_id uuid not null, part_id uuid not null references catalog.part, state jsonb not null,
     primary key (org_id, watch_id, part_id), foreign key (org_id, watch_id) references procurement.watch on delete cascade)`,
  'create index watch_state_part on procurement.watch_state (org_id, part_id)',
  wall('private', 'procurement.watch_state', 'What a watch saw of a part when it last looked: offers, stock, lowest price.'),

  `create table procurement.watch_notice (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), person_id uuid not null, watch_id uuid,
     part_id uuid not null references catalog.part, kind text not null check (kind in ('OFFER', 'STOCK', 'PRICE')), facts jsonb not null,
     delivery text not null check (delivery in ('AT_ONCE', 'DAILY', 'NO_MAIL')), at timestamptz not null default transaction_timestamp(),
     read_at timestamptz, mailed_at timestamptz, primary key (org_id, id))`,
  'create index watch_notice_person on procurement.watch_notice (org_id, person_id, id)',
  'create index watch_notice_part on procurement.watch_notice (org_id, part_id)',
  `create index watch_notice_waiting on procurement.watch_notice (org_id, person_id, delivery) where mailed_at is null and delivery <> 'NO_MAIL'`,
  wall('private', 'procurement.watch_notice', 'One change that a member is told of, once.', {
    jobs: 'select (org_id, person_id, delivery, mailed_at)',
  }),

  // Found by what was touched, not by whose it is: the keys of all organisations in one index that only functions read.
  `create table procurement.watch_key (
     key text collate "C" not null, org_id uuid not null, watch_id uuid not null, primary key (key, org_id, watch_id),
     foreign key (org_id, watch_id) references procurement.watch on delete cascade)`,
  'create index watch_key_watch on procurement.watch_key (org_id, watch_id)',
  wall(
    'system',
    'procurement.watch_key',
    'Marks of parts that a watch may be about: the part itself, or one mark that every hit of a search has.',
  ),
  `create table procurement.watch_touch (
     org_id uuid not null, watch_id uuid not null, part_id uuid not null, primary key (org_id, watch_id, part_id),
     foreign key (org_id, watch_id) references procurement.watch on delete cascade)`,
  wall('system', 'procurement.watch_touch', 'Parts that moved under a watch since it last looked.', { jobs: 'select' }),
  `create table procurement.watch_mail (
     token_hash bytea primary key, org_id uuid not null references organizations.organization, person_id uuid not null, issued_at timestamptz not null default transaction_timestamp())`,
  'create index watch_mail_person on procurement.watch_mail (org_id, person_id, issued_at)',
  wall('system', 'procurement.watch_mail', 'Links in mails that stop them, by the hash of their secret.'),
];

const bound = `if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;`;

const functions = [
  `create function procurement.key_watch(p_watch uuid, p_keys text[]) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     ${bound}
     delete from procurement.watch_key k where k.org_id = ${ACTING} and k.watch_id = p_watch;
     insert into procurement.watch_key (key, org_id, watch_id) select distinct x, ${ACTING}, p_watch from unnest(p_keys) as x;
   end $$`,
  // From the parts to the watches, key by key: nothing here reads all watches, however many there are.
  `create function procurement.touch_watches(p_parts uuid[], p_searches boolean) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_hashjoin = off set enable_mergejoin = off as $$
   declare
     v_org uuid;
     v_orgs uuid[];
   begin
     ${bound}
     with marked as (
       select p as part_id, 'part:' || p as key from unnest(p_parts) as p
       union select s.part_id, x.key from catalog.part_search s cross join lateral (
         select 'maker:' || s.manufacturer_id as key
         union all select 'class:' || c from unnest(s.classes) as c
         union all select 'word:' || w from unnest(tsvector_to_array(s.tsv)) as w
         union all select 'run:' || substr(s.key, i, 3) from generate_series(1, length(s.key) - 2) as i) x
       where p_searches and s.part_id = any (p_parts)),
     found as (select k.org_id, k.watch_id, m.part_id, row_number() over (partition by k.org_id, k.watch_id order by m.part_id) as place
       from marked m join procurement.watch_key k on k.key = m.key),
     noted as (insert into procurement.watch_touch (org_id, watch_id, part_id)
       select distinct f.org_id, f.watch_id, f.part_id from found f where f.place <= 200 order by 1, 2, 3 on conflict do nothing returning org_id)
     select array_agg(distinct n.org_id) into v_orgs from noted n;
     foreach v_org in array coalesce(v_orgs, '{}') loop
       perform platform.add_job_for(v_org, 'procurement.check-watches', '{}', 'check-watches');
     end loop;
   end $$`,
  `create function procurement.take_watch_touches(p_most integer) returns table (watch_id uuid, part_id uuid)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     ${bound}
     return query with taken as (select t.watch_id, t.part_id from procurement.watch_touch t where t.org_id = ${ACTING} order by 1, 2 limit p_most for update skip locked)
       delete from procurement.watch_touch t using taken k where t.org_id = ${ACTING} and t.watch_id = k.watch_id and t.part_id = k.part_id returning t.watch_id, t.part_id;
   end $$`,
  `create function procurement.issue_watch_mail(p_hash bytea, p_person uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     ${bound}
     delete from procurement.watch_mail m where m.org_id = ${ACTING} and m.person_id = p_person and m.issued_at < transaction_timestamp() - interval '90 days';
     insert into procurement.watch_mail (token_hash, org_id, person_id) values (p_hash, ${ACTING}, p_person);
   end $$`,
  `create function procurement.stop_watch_mail(p_hash bytea) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_link record;
   begin
     select m.org_id, m.person_id into v_link from procurement.watch_mail m where m.token_hash = p_hash;
     if not found then return false; end if;
     perform platform.add_job_for(v_link.org_id, 'procurement.stop-watch-mail', jsonb_build_object('personId', v_link.person_id), 'stop-watch-mail:' || v_link.person_id);
     return true;
   end $$`,
];
const signatures = [
  'key_watch(uuid, text[])',
  'touch_watches(uuid[], boolean)',
  'take_watch_touches(integer)',
  'issue_watch_mail(bytea, uuid)',
  'stop_watch_mail(bytea)',
];

// The clock may have every watched part looked at again, and write no touch of its own choice.
const touching = [
  `create function procurement.touch_watched_parts() returns void
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     insert into procurement.watch_touch (org_id, watch_id, part_id)
       select k.org_id, k.watch_id, substr(k.key, 6)::uuid from procurement.watch_key k where k.key >= 'part:' and k.key < 'part;' on conflict do nothing
   $$`,
  'revoke execute on function procurement.touch_watched_parts() from public',
  'grant execute on function procurement.touch_watched_parts() to entrepot_jobs',
];

const sweeps = [
  `create function procurement.watch_mails_due(p_delivery text) returns table (org_id uuid, person_id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct n.org_id, n.person_id from procurement.watch_notice n where n.delivery = p_delivery and n.mailed_at is null limit 10000
   $$`,
  // Notices of stock are hints and may be lost: once an hour every watched part is looked at again.
  `create function procurement.recheck_watches() returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform procurement.touch_watched_parts();
     perform platform.add_job_for(t.org_id, 'procurement.check-watches', '{}', 'check-watches') from (select distinct w.org_id from procurement.watch_touch w) t;
   end $$`,
];

/** Watches of buyers, what they saw, and what they told. */
export class CreateWatches2026112209120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...tables,
      as('entrepot_definer', 'procurement', [
        ...functions,
        ...signatures.flatMap((signature) => [
          `revoke execute on function procurement.${signature} from public`,
          `grant execute on function procurement.${signature} to entrepot_app`,
        ]),
        ...touching,
      ]),
      as('entrepot_jobs', 'procurement', sweeps),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function procurement.recheck_watches()',
      'drop function procurement.touch_watched_parts()',
      'drop function procurement.watch_mails_due(text)',
      ...signatures.map((signature) => `drop function procurement.${signature}`),
      ...['watch_mail', 'watch_touch', 'watch_key', 'watch_notice', 'watch_state', 'watch'].map(
        (table) => `drop table procurement.${table}`,
      ),
    ]);
  }
}
