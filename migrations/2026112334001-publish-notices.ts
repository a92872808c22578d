import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, rewriteDefiners, sql, undone, wall } from './support.js';

type Pieces = readonly (readonly [string, string])[];

const drafted: Pieces = [
  ['push_hours = v_new.push_hours,', 'push_hours = v_new.push_hours, is_public = coalesce(v_new.is_public, false),'],
];

/** Every step of a public tender is looked at: whether anything public changed is judged by who writes the notice. */
const logged: Pieces = [
  [
    `perform pg_notify('entrepot'`,
    `if p_tender.is_public and p_tender.shown <> 'DRAFT' then
       perform platform.add_job_for(p_tender.org_id, 'tendering.note-move', jsonb_build_object('id', p_tender.id));
     end if;
     perform pg_notify('entrepot'`,
  ],
];
const changed = { save_tender: drafted, log_tender: logged };
const rolled = Object.fromEntries(Object.entries(changed).map(([name, pieces]) => [name, undone(pieces)]));
const release = 'tendering.release_notice(jsonb)';

/** Tenders that everybody may read about, and what was published of them: releases of OCDS as they were written, and where each tender stands. */
export class PublishNotices2026112334001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `alter table tendering.tender add is_public boolean not null default false, add constraint tender_public_check check (not is_public or procedure = 'OPEN')`,
      ...notices,
      ...publicTenders,
      ...as('entrepot_definer', 'tendering', [...functions, `grant execute on function ${release} to entrepot_app`]),
    ]);
    await rewriteDefiners(runner, 'tendering', changed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'tendering', rolled);
    await sql(runner, [
      `drop function ${release}`,
      'drop table tendering.public_tender',
      'drop table tendering.notice',
      'alter table tendering.tender drop column is_public',
    ]);
  }
}

const digest = `digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$')`;

const notices = [
  `create table tendering.notice (
     org_id uuid not null references organizations.organization, tender_id uuid not null, seq integer not null check (seq > 0), ocid text collate "C" not null check (length(ocid) between 1 and 120),
     release_id text collate "C" not null, tags text[] not null check (cardinality(tags) > 0), released_at timestamptz not null, ${digest}, body text not null,
     primary key (org_id, tender_id, seq), unique (org_id, release_id), unique (org_id, ocid, seq), foreign key (org_id, tender_id) references tendering.tender)`,
  // Reading past all organisations, which is what the table is for.
  'create index notice_released on tendering.notice (released_at)',
  'create index notice_ocid on tendering.notice (ocid, seq)',
  ...wall('public', 'tendering.notice', 'A release of a public tender, byte for byte; rows are only ever added.', {
    definer: 'select, insert',
  }),
];

const publicTenders = [
  `create table tendering.public_tender (
     org_id uuid not null references organizations.organization, tender_id uuid not null, ocid text collate "C" not null, seq integer not null, ${digest}, status text not null check (length(status) between 1 and 20),
     published_at timestamptz not null, closes_at timestamptz not null, words text not null, facts jsonb not null,
     primary key (org_id, tender_id), foreign key (org_id, tender_id, seq) references tendering.notice)`,
  'create index public_tender_notice on tendering.public_tender (org_id, tender_id, seq)',
  'create index public_tender_ocid on tendering.public_tender (ocid)',
  `create index public_tender_open on tendering.public_tender (closes_at, tender_id) where status = 'ACTIVE'`,
  'create index public_tender_latest on tendering.public_tender (closes_at, tender_id)',
  ...wall('public', 'tendering.public_tender', 'Where a public tender stands, by its last release.', {
    definer: 'select, insert, update',
  }),
];

const functions = [
  // p: { tenderId, seq, ocid, releaseId, tags, releasedAt, digest, body, facts, status, publishedAt, closesAt, words }. The lock makes one order of all releases: who reads on from
  // the last one that he has misses none. A state that is the last one released is not released again.
  `create function tendering.release_notice(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_now tendering.public_tender;
   begin
     if not v_tender.is_public or v_tender.shown <> 'OPEN' then return 'NOT_PUBLIC'; end if;
     perform pg_advisory_xact_lock(hashtext('tendering.notice'));
     select x.* into v_now from tendering.public_tender x where x.org_id = v_tender.org_id and x.tender_id = v_tender.id;
     if v_now.digest = p ->> 'digest' then return 'SAME'; end if;
     if coalesce(v_now.seq, 0) + 1 <> (p ->> 'seq')::integer or coalesce(v_now.ocid, p ->> 'ocid') <> p ->> 'ocid' then return 'MOVED'; end if;
     if (p ->> 'releasedAt')::timestamptz <= (select max(n.released_at) from tendering.notice n) then return 'MOVED'; end if;
     insert into tendering.notice (org_id, tender_id, seq, ocid, release_id, tags, released_at, digest, body)
       values (v_tender.org_id, v_tender.id, (p ->> 'seq')::integer, p ->> 'ocid', p ->> 'releaseId', array(select jsonb_array_elements_text(p -> 'tags')), (p ->> 'releasedAt')::timestamptz, p ->> 'digest', p ->> 'body');
     insert into tendering.public_tender as x (org_id, tender_id, ocid, seq, digest, status, published_at, closes_at, words, facts)
       values (v_tender.org_id, v_tender.id, p ->> 'ocid', (p ->> 'seq')::integer, p ->> 'digest', p ->> 'status', (p ->> 'publishedAt')::timestamptz, (p ->> 'closesAt')::timestamptz, p ->> 'words', p -> 'facts')
       on conflict (org_id, tender_id) do update set seq = excluded.seq, digest = excluded.digest, status = excluded.status, closes_at = excluded.closes_at, words = excluded.words, facts = excluded.facts;
     return 'RELEASED';
   end $$`,
];
