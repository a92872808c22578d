import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

type Pieces = (readonly [string, string])[];

/** The notice of a step that its own parties alone hear of: others would learn from its moment that somebody declined, asked or was invited. */
const toEach = (parties: string, id: string): string =>
  `perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', ${id} || '/bids')::text) from unnest(array[${parties}]) o (org);`;
const toAll = (org: string, id: string): string =>
  `perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', ${org}, 'id', ${id})::text);`;

const drafts: Pieces = [
  [
    "if v_tender.shown <> 'DRAFT' then return 'NOT_DRAFT'; end if;",
    "if v_tender.shown <> 'DRAFT' or v_tender.cancelled_at is not null then return 'NOT_DRAFT'; end if;",
  ],
];

const logs: Pieces = [
  ["'id', p_tender.id)::text);", "'id', p_tender.id || case when p_said ? 'quiet' then '/bids' else '' end)::text);"],
];
const invitations: Pieces = [
  [
    'v_made := v_made + 1;',
    `v_made := v_made + 1;
       if v_tender.shown <> 'DRAFT' then ${toEach('v_supplier', 'p_id')} end if;`,
  ],
  ["jsonb_build_object('member', p_member, 'detail'", "jsonb_build_object('quiet', true, 'member', p_member, 'detail'"],
];

/** That a supplier declined stands until the buyer may know that he bids after all: with an open bid at once, with a timed one from the close. */
const bids: Pieces = [
  [
    'and i.counterparty_id = v_bid.org_id and i.declined_at is not null;',
    `and i.counterparty_id = v_bid.org_id and i.declined_at is not null
           and exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.confidentiality = 'OPEN');`,
  ],
  [
    `then return '{"outcome": "VERSION_CONFLICT"}'; end if;`,
    `then return '{"outcome": "VERSION_CONFLICT"}'; end if;
     -- Every version is kept. What may still be confirmed and withdrawn lies above what may be submitted.
     if v_kind = 'SUBMITTED' and v_before.seq >= 100 or v_kind = 'CONFIRMED' and v_before.seq >= 200 then return '{"outcome": "TOO_MANY"}'; end if;`,
  ],
];
const closing: Pieces = [
  [
    '-- The seed of a tie-break by lot is drawn',
    `update tendering.invitation i set declined_at = null, decline_reason = null where v_round.confidentiality = 'TIMED' and i.org_id = v_round.org_id and i.tender_id = p_tender and i.declined_at is not null
       and i.counterparty_id in (select b.org_id from tendering.bid b where b.counterparty_id = v_round.org_id and b.lot_id = p_lot and b.round = v_round.round and b.withdrawn_at is null);
     -- The seed of a tie-break by lot is drawn`,
  ],
];

const firstLotOnly = `if v_question.in_time and v_tender.cancelled_at is null and v_tender.pushed_version < v_tender.version and v_tender.closes_at >= clock_timestamp()
       and v_tender.closes_at < clock_timestamp() + v_tender.push_hours * interval '1 hour' then
       perform tendering.push_deadline(v_tender, clock_timestamp() + v_tender.push_hours * interval '1 hour');
       update tendering.tender t set pushed_version = t.version where`;
/** The next deadline of any lot counts, not that of the first: where lots close in turn it may have passed already. */
const nextLot = `select min(r.closes_at) into v_next from tendering.lot_round r join tendering.lot l on l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round
       where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and l.cancelled_at is null and r.closed_at is null and r.closes_at >= clock_timestamp();
     if v_question.in_time and v_tender.cancelled_at is null and v_tender.pushed_version < v_tender.version and v_next < clock_timestamp() + v_tender.push_hours * interval '1 hour' then
       v_shift := clock_timestamp() + v_tender.push_hours * interval '1 hour' - v_next;
       update tendering.lot_round r set closes_at = r.closes_at + v_shift from tendering.lot l
         where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.closed_at is null and r.closes_at >= v_next and l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round;
       update tendering.tender t set pushed_version = t.version, closes_at = t.closes_at + case when t.closes_at >= v_next then v_shift else interval '0' end where`;
const answers: Pieces = [
  ['v_tender tendering.tender;\n', 'v_tender tendering.tender;\n     v_next timestamptz;\n     v_shift interval;\n'],
  [firstLotOnly, nextLot],
];

const rewritten: Record<string, Pieces> = {
  save_tender: drafts,
  publish_tender: drafts,
  log_tender: logs,
  invite_suppliers: invitations,
  move_bid: bids,
  close_round: closing,
  answer_question: answers,
};

const declines = `update tendering.invitation i set declined_at = clock_timestamp(), decline_reason = p_reason where i.org_id = p_buyer and i.tender_id = p_id and i.counterparty_id = ${ACTING} and i.declined_at is null;`;
const standing = `if exists (select from tendering.bid b where b.org_id = ${ACTING} and b.counterparty_id = p_buyer and b.tender_id = p_id and b.withdrawn_at is null) then return 'HAS_BID'; end if;`;
const unfollow = `delete from tendering.follower f where f.tender_org = p_buyer and f.tender_id = p_id and f.org_id = ${ACTING}`;
const decline = (
  steps: string,
): string => `create or replace function tendering.decline_tender(p_buyer uuid, p_id uuid, p_reason text) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     ${standing}
     ${declines}
     ${steps}
     return 'DECLINED';
   end $$`;

const ask = ({
  follow,
  notice,
}: {
  follow: string;
  notice: string;
}): string => `create or replace function tendering.ask_question(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender;
     v_now timestamptz := clock_timestamp();
   begin
     select t.* into v_tender from tendering.tender t where t.org_id = (p ->> 'buyerId')::uuid and t.id = (p ->> 'tenderId')::uuid and t.shown <> 'DRAFT';
     if not found or v_tender.org_id = ${ACTING} then raise exception using errcode = 'EN404', message = 'no such tender'; end if;
     if v_tender.cancelled_at is not null or v_now > (select max(r.closes_at) from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id) then return 'CLOSED'; end if;
     insert into tendering.question_asker (org_id, question_id, tender_org, tender_id, member_id) values (${ACTING}, (p ->> 'id')::uuid, v_tender.org_id, v_tender.id, (p ->> 'member')::uuid);
     insert into tendering.question (org_id, tender_id, id, shown, lot_id, body, in_time, asked_at)
       values (v_tender.org_id, v_tender.id, (p ->> 'id')::uuid, v_tender.shown, (p ->> 'lotId')::uuid, p ->> 'body', v_now <= coalesce(v_tender.questions_close_at, v_tender.closes_at), v_now);
     ${follow}
     perform platform.add_job_for(v_tender.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'ASKED', 'detail', '{}'::jsonb));
     ${notice}
     return 'ASKED';
   end $$`;
/** The row by which somebody follows is the lock under which his questions are counted, this one too; it comes after the tender, as in an invitation. */
const fewQuestions = `insert into tendering.follower as f (tender_org, tender_id, org_id, since) values (v_tender.org_id, v_tender.id, ${ACTING}, v_now) on conflict (tender_org, tender_id, org_id) do update set since = f.since;
     if (select count(*) from tendering.question_asker a where a.org_id = ${ACTING} and a.tender_id = v_tender.id) > 50 then return 'TOO_MANY'; end if;`;
const anyQuestions = `insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_tender.org_id, v_tender.id, ${ACTING}, v_now) on conflict do nothing;`;

const document = (
  steps: string,
  declared = '',
): string => `create or replace function tendering.add_document(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);${declared}
   begin
     ${steps}
     insert into tendering.tender_document (org_id, tender_id, id, shown, title, name, sha256, size, media_type, version, added_at)
       values (v_tender.org_id, v_tender.id, (p ->> 'id')::uuid, v_tender.shown, p ->> 'title', p ->> 'name', p ->> 'sha256', (p ->> 'size')::bigint, p ->> 'mediaType', v_tender.version, clock_timestamp());
     perform tendering.log_tender(v_tender, 'DOCUMENT_ADDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('title', p ->> 'title')));`;
const documentEnd = `
     return 'ADDED';
   end $$`;
/** A new drawing is an amendment: bids wait for confirmation, a near deadline is pushed, and the letter is that of an amendment. */
const amending = `if v_tender.cancelled_at is not null then return 'NOT_OPEN'; end if;
     if v_tender.shown <> 'DRAFT' then
       v_outcome := tendering.amend_tender(jsonb_build_object('id', v_tender.id, 'expectedEdits', v_tender.edits, 'member', p ->> 'member', 'reason', p ->> 'title', 'confirm', true,
         'changes', jsonb_build_array('document added: ' || (p ->> 'title'))));
       if v_outcome <> 'AMENDED' then return v_outcome; end if;
       select t.* into v_tender from tendering.tender t where t.org_id = v_tender.org_id and t.id = v_tender.id;
     end if;`;
const onTheSide = `if v_tender.cancelled_at is not null or v_tender.shown <> 'DRAFT' and not exists (select from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id
       and r.closed_at is null and r.closes_at >= clock_timestamp()) then return 'NOT_OPEN'; end if;`;

/** Steps of tenders say no more than they should, and to nobody else; bounds are counted under the lock. */
export class MendTenderMoves2026112321002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'tendering', rewritten);
    await sql(
      runner,
      as('entrepot_definer', 'tendering', [
        // Who withdrew the bid that he made after all has declined already: he only wants no more letters.
        decline(`if found then
       ${toEach(`p_buyer, ${ACTING}`, 'p_id')}
     elsif not exists (select from tendering.invitation i join tendering.follower f on f.tender_org = i.org_id and f.tender_id = i.tender_id and f.org_id = i.counterparty_id
       where i.org_id = p_buyer and i.tender_id = p_id and i.counterparty_id = ${ACTING}) then
       return 'NOT_INVITED';
     end if;
     ${unfollow};`),
        ask({ follow: fewQuestions, notice: toEach(`v_tender.org_id, ${ACTING}`, 'v_tender.id') }),
        `${document(amending, '\n     v_outcome text;')}${documentEnd}`,
      ]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(
      runner,
      'tendering',
      Object.fromEntries(Object.entries(rewritten).map(([name, texts]) => [name, undone(texts)])),
    );
    await sql(
      runner,
      as('entrepot_definer', 'tendering', [
        decline(`if not found then return 'NOT_INVITED'; end if;
     ${unfollow};
     ${toAll('p_buyer', 'p_id')}`),
        ask({ follow: anyQuestions, notice: toAll('v_tender.org_id', 'v_tender.id') }),
        `${document(onTheSide)}
     if v_tender.shown <> 'DRAFT' then perform tendering.tell_tender(v_tender, 'DOCUMENT_ADDED', jsonb_build_object('title', p ->> 'title')); end if;${documentEnd}`,
      ]),
    );
  }
}
