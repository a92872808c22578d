import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

const functions = [
  'tendering.save_tender(jsonb)',
  'tendering.publish_tender(jsonb)',
  'tendering.amend_tender(jsonb)',
  'tendering.cancel_tender(uuid, text, uuid)',
  'tendering.invite_suppliers(uuid, uuid[], uuid)',
  'tendering.decline_tender(uuid, uuid, text)',
  'tendering.ask_question(jsonb)',
  'tendering.answer_question(uuid, text, uuid)',
  'tendering.add_document(jsonb)',
  'tendering.close_round(uuid, uuid, timestamptz, interval)',
  'tendering.open_round(jsonb)',
];
const inner = [
  'tendering.push_deadline(tendering.tender, timestamptz)',
  'tendering.write_lines(tendering.tender, jsonb)',
  'tendering.hold_tender(uuid, integer)',
  'tendering.tell_tender(tendering.tender, text, jsonb)',
  'tendering.log_tender(tendering.tender, text, jsonb)',
];
const statuses = ['tendering.tender_status(timestamptz, timestamptz, text[])', 'tendering.lot_status(jsonb, timestamptz)'];

/** How tenders move: every step is the buyer's own, under the lock of his tender and then of its lots, by the database's clock. */
export class MoveTenders2026112240103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...derived,
      ...as('entrepot_definer', 'tendering', [...logs, ...drafts, ...published, ...talk, ...rounds, ...beats]),
    ]);
    await sql(runner, as('entrepot_definer', 'tendering', [`grant execute on function ${functions.join(', ')} to entrepot_app`]));
    await sql(runner, as('entrepot_jobs', 'tendering', sweeps));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      ['tendering.rounds_due()', 'tendering.note_beat()', ...functions, ...inner, ...statuses].map(
        (signature) => `drop function ${signature}`,
      ),
    );
  }
}

const derived = [
  // Dates are the truth. libs/tendering/src/tender/tender.lifecycle.ts says the same; a test compares them over all combinations.
  `create function tendering.lot_status(p_lot jsonb, p_now timestamptz) returns text language sql stable as $$
     select case
       when coalesce(p_lot ->> 'tenderCancelledAt', p_lot ->> 'cancelledAt') is not null then 'CANCELLED'
       when p_lot ->> 'publishedAt' is null then 'DRAFT'
       when p_lot ->> 'awardedAt' is not null then 'AWARDED'
       when p_lot ->> 'unsuccessfulAt' is not null then 'UNSUCCESSFUL'
       when p_now < (p_lot ->> 'opensAt')::timestamptz then 'ANNOUNCED'
       when p_now <= (p_lot ->> 'closesAt')::timestamptz then 'BIDDING'
       when p_lot ->> 'closedAt' is null or p_lot ->> 'bidsFrom' is null then 'CLOSED'
       else 'EVALUATION' end
   $$`,
  `create function tendering.tender_status(p_published timestamptz, p_cancelled timestamptz, p_lots text[]) returns text language sql immutable as $$
     select case when p_cancelled is not null then 'CANCELLED' when p_published is null then 'DRAFT'
       else coalesce((select s from unnest(array['BIDDING', 'ANNOUNCED', 'CLOSED', 'EVALUATION', 'AWARDED', 'UNSUCCESSFUL']) with ordinality as o (s, n) where s = any (p_lots) order by n limit 1), 'CANCELLED') end
   $$`,
  `grant execute on function ${statuses.join(', ')} to entrepot_app`,
];

const logs = [
  // The caller holds the tender's row: seq has no holes and no twins. A stage that happened before gives unique_violation.
  `create function tendering.log_tender(p_tender tendering.tender, p_kind text, p_said jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     insert into tendering.tender_event (org_id, tender_id, seq, kind, once, at, member_id, detail)
       select p_tender.org_id, p_tender.id, coalesce(max(e.seq), 0) + 1, p_kind, p_said ->> 'once', clock_timestamp(), (p_said ->> 'member')::uuid, coalesce(p_said -> 'detail', '{}')
       from tendering.tender_event e where e.org_id = p_tender.org_id and e.tender_id = p_tender.id;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', p_tender.org_id, 'id', p_tender.id)::text);
   end $$`,
  // Every follower gets a letter of his own; nobody learns who else did.
  `create function tendering.tell_tender(p_tender tendering.tender, p_kind text, p_detail jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform platform.add_job_for(f.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', p_tender.org_id, 'id', p_tender.id, 'kind', p_kind, 'detail', p_detail))
       from tendering.follower f where f.tender_org = p_tender.org_id and f.tender_id = p_tender.id;
   end $$`,
  `create function tendering.hold_tender(p_id uuid, p_edits integer) returns tendering.tender
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender;
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = ${ACTING} and t.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such tender'; end if;
     if p_edits is not null and v_tender.edits <> p_edits then raise exception using errcode = 'EN409', message = 'the tender was changed'; end if;
     return v_tender;
   end $$`,
];

const line = `id uuid, "lotId" uuid, position smallint, number text, "partId" uuid, "partNumber" text, description text, quantity numeric, unit text, "needBy" date, "shipTo" jsonb,
  "alternatesAllowed" boolean, revision text, target numeric, "targetBasis" numeric, "targetShown" boolean`;

const drafts = [
  // Inserts or replaces lines; a target that is not shown goes to the buyer's own table.
  `create function tendering.write_lines(p_tender tendering.tender, p_lines jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     insert into tendering.tender_line as l (org_id, tender_id, lot_id, id, shown, position, number, part_id, part_number, description, quantity, unit, need_by, ship_to, alternates_allowed, revision, target, target_basis)
       select p_tender.org_id, p_tender.id, n."lotId", n.id, p_tender.shown, n.position, n.number, n."partId", n."partNumber", n.description, n.quantity, n.unit, n."needBy", n."shipTo",
         n."alternatesAllowed", n.revision, case when n."targetShown" then n.target end, case when n."targetShown" then n."targetBasis" end
       from jsonb_to_recordset(p_lines) as n (${line})
       on conflict (org_id, id) do update set description = excluded.description, quantity = excluded.quantity, need_by = excluded.need_by, ship_to = excluded.ship_to, alternates_allowed = excluded.alternates_allowed,
         revision = excluded.revision, target = excluded.target, target_basis = excluded.target_basis where l.tender_id = excluded.tender_id;
     delete from tendering.line_private p where p.org_id = p_tender.org_id and p.line_id in (select n.id from jsonb_to_recordset(p_lines) as n (id uuid));
     insert into tendering.line_private (org_id, line_id, target, target_basis)
       select p_tender.org_id, n.id, n.target, n."targetBasis" from jsonb_to_recordset(p_lines) as n (${line}) where n.target is not null and not n."targetShown";
   end $$`,
  // p: { id, expectedEdits (null: a new one), tender: { ... }, private: { ... }, lots: [...], lines: [...] }. A published tender is amended instead.
  `create function tendering.save_tender(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender;
     v_id uuid := (p ->> 'id')::uuid;
     v_new tendering.tender := jsonb_populate_record(null::tendering.tender, p -> 'tender');
   begin
     if p ->> 'expectedEdits' is null then
       insert into tendering.tender (org_id, id, shown, number, title, procedure, confidentiality, currency, formula, delivery_term, award_mode, single_reason, shares)
         values (${ACTING}, v_id, 'DRAFT', p ->> 'number', v_new.title, v_new.procedure, v_new.confidentiality, v_new.currency, v_new.formula, v_new.delivery_term, v_new.award_mode, v_new.single_reason, v_new.shares);
       v_tender := tendering.hold_tender(v_id, null);
       perform tendering.log_tender(v_tender, 'DRAFTED', jsonb_build_object('member', p -> 'private' ->> 'createdBy'));
     else
       v_tender := tendering.hold_tender(v_id, (p ->> 'expectedEdits')::integer);
       if v_tender.shown <> 'DRAFT' then return 'NOT_DRAFT'; end if;
     end if;
     update tendering.tender t set title = v_new.title, description = v_new.description, procedure = v_new.procedure, single_reason = v_new.single_reason, confidentiality = v_new.confidentiality,
         currency = v_new.currency, rates = v_new.rates, formula = v_new.formula, criteria = v_new.criteria, quality_min = v_new.quality_min, tie_break = v_new.tie_break, low_bid = v_new.low_bid,
         delivery_term = v_new.delivery_term, payment_days = v_new.payment_days, yearly_rate = v_new.yearly_rate, award_mode = v_new.award_mode, shares = v_new.shares, bids_min = v_new.bids_min,
         questions_close_at = v_new.questions_close_at, closes_at = v_new.closes_at, stagger_minutes = v_new.stagger_minutes, push_hours = v_new.push_hours,
         edits = t.edits + case when p ->> 'expectedEdits' is null then 0 else 1 end
       where t.org_id = v_tender.org_id and t.id = v_id returning t.* into v_tender;
     insert into tendering.tender_private as x (org_id, tender_id, internal_note, cost_reference, budget, ship_to_site, source, created_by)
       select v_tender.org_id, v_id, o."internalNote", o."costReference", o.budget, o."shipToSite", coalesce(o.source, '{}'), o."createdBy"
       from jsonb_to_record(p -> 'private') as o ("internalNote" text, "costReference" text, budget numeric, "shipToSite" uuid, source jsonb, "createdBy" uuid)
       on conflict (org_id, tender_id) do update set internal_note = excluded.internal_note, cost_reference = excluded.cost_reference, budget = excluded.budget, ship_to_site = excluded.ship_to_site;
     delete from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_id;
     insert into tendering.lot (org_id, tender_id, id, shown, position, title)
       select v_tender.org_id, v_id, n.id, v_tender.shown, n.position, n.title from jsonb_to_recordset(p -> 'lots') as n (id uuid, position smallint, title text);
     perform tendering.write_lines(v_tender, p -> 'lines');
     return 'SAVED';
   end $$`,
];

const published = [
  // p: { id, expectedEdits, member }. The moment of publication is the database's; every lot opens at once and closes in its turn.
  `create function tendering.publish_tender(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'id')::uuid, (p ->> 'expectedEdits')::integer);
     v_now timestamptz := clock_timestamp();
   begin
     if v_tender.shown <> 'DRAFT' then return 'NOT_DRAFT'; end if;
     if v_tender.closes_at is null or v_tender.closes_at <= v_now then return 'CLOSES_TOO_SOON'; end if;
     update tendering.tender t set shown = case t.procedure when 'OPEN' then 'OPEN' else 'INVITED' end, published_at = v_now, version = 1, edits = t.edits + 1
       where t.org_id = v_tender.org_id and t.id = v_tender.id returning t.* into v_tender;
     insert into tendering.lot_round (org_id, tender_id, lot_id, round, shown, kind, confidentiality, opens_at, closes_at, bids_from)
       select l.org_id, l.tender_id, l.id, 1, v_tender.shown, 'FIRST', v_tender.confidentiality, v_now,
         v_tender.closes_at + (l.position - 1) * v_tender.stagger_minutes * interval '1 minute', case v_tender.confidentiality when 'OPEN' then v_now end
       from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id;
     insert into tendering.amendment (org_id, tender_id, version, shown, reason, changes, confirm, made_at, closes_at)
       values (v_tender.org_id, v_tender.id, 1, v_tender.shown, 'PUBLISHED', '[]', false, v_now, v_tender.closes_at);
     perform tendering.log_tender(v_tender, 'PUBLISHED', jsonb_build_object('once', 'PUBLISHED', 'member', p ->> 'member'));
     perform tendering.tell_tender(v_tender, 'INVITED', '{}');
     return 'PUBLISHED';
   end $$`,
  // Moves the deadline of every lot that still takes bids, only ever to later, the order among them kept.
  `create function tendering.push_deadline(p_tender tendering.tender, p_closes_at timestamptz) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     if p_closes_at <= p_tender.closes_at then return; end if;
     update tendering.lot_round r set closes_at = r.closes_at + (p_closes_at - p_tender.closes_at)
       from tendering.lot l where r.org_id = p_tender.org_id and r.tender_id = p_tender.id and r.closed_at is null and r.closes_at >= clock_timestamp()
         and l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round;
     update tendering.tender t set closes_at = p_closes_at where t.org_id = p_tender.org_id and t.id = p_tender.id;
   end $$`,
  // p: { id, expectedEdits, member, reason, confirm, closesAt, title, description, lines, dropped, changes }. No bid is under way: every lot is held.
  `create function tendering.amend_tender(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'id')::uuid, (p ->> 'expectedEdits')::integer);
     v_confirm boolean := (p ->> 'confirm')::boolean;
     v_now timestamptz;
     v_closes timestamptz;
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     v_now := clock_timestamp();
     if v_tender.shown = 'DRAFT' or v_tender.cancelled_at is not null or exists (
       select from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round
       where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.cancelled_at is null and (r.closed_at is not null or r.closes_at < v_now or l.round > 1)) then return 'NOT_OPEN'; end if;
     if (p ->> 'closesAt')::timestamptz < v_tender.closes_at then return 'CLOSES_EARLIER'; end if;
     update tendering.tender t set version = t.version + 1, edits = t.edits + 1, title = coalesce(p ->> 'title', t.title), description = coalesce(p ->> 'description', t.description)
       where t.org_id = v_tender.org_id and t.id = v_tender.id;
     v_closes := greatest(v_tender.closes_at, (p ->> 'closesAt')::timestamptz);
     -- What is changed late pushes the deadline.
     if v_confirm then v_closes := greatest(v_closes, v_now + v_tender.push_hours * interval '1 hour'); end if;
     perform tendering.push_deadline(v_tender, v_closes);
     select t.* into v_tender from tendering.tender t where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.write_lines(v_tender, coalesce(p -> 'lines', '[]'));
     update tendering.tender_line l set dropped_in = v_tender.version where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.dropped_in is null
       and l.id in (select d::uuid from jsonb_array_elements_text(coalesce(p -> 'dropped', '[]')) d);
     if exists (select from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.cancelled_at is null
       and not exists (select from tendering.tender_line x where x.org_id = l.org_id and x.lot_id = l.id and x.dropped_in is null)) then return 'LOT_EMPTY'; end if;
     if v_confirm then update tendering.lot l set confirm_from = v_tender.version where l.org_id = v_tender.org_id and l.tender_id = v_tender.id; end if;
     insert into tendering.amendment (org_id, tender_id, version, shown, reason, changes, confirm, made_at, closes_at)
       values (v_tender.org_id, v_tender.id, v_tender.version, v_tender.shown, p ->> 'reason', p -> 'changes', v_confirm, v_now, v_closes);
     perform tendering.log_tender(v_tender, 'AMENDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('version', v_tender.version)));
     perform tendering.tell_tender(v_tender, 'AMENDED', jsonb_build_object('version', v_tender.version));
     return 'AMENDED';
   end $$`,
  // What was bid under a timed tender that is called off before its close is read by nobody.
  `create function tendering.cancel_tender(p_id uuid, p_reason text, p_member uuid) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_id, null);
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = p_id order by l.id for update;
     if v_tender.cancelled_at is not null or exists (select from tendering.award a where a.org_id = v_tender.org_id and a.tender_id = p_id and a.cancelled_at is null) then return 'NOT_POSSIBLE'; end if;
     update tendering.tender t set cancelled_at = clock_timestamp(), cancel_reason = p_reason, edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = p_id returning t.* into v_tender;
     perform tendering.log_tender(v_tender, 'CANCELLED', jsonb_build_object('once', 'CANCELLED', 'member', p_member, 'detail', jsonb_build_object('reason', p_reason)));
     perform tendering.tell_tender(v_tender, 'CANCELLED', jsonb_build_object('reason', p_reason));
     return 'CANCELLED';
   end $$`,
  `create function tendering.invite_suppliers(p_id uuid, p_suppliers uuid[], p_member uuid) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_id, null);
     v_supplier uuid;
     v_made integer := 0;
   begin
     foreach v_supplier in array p_suppliers loop
       insert into tendering.invitation (org_id, tender_id, counterparty_id, invited_at, invited_by) values (v_tender.org_id, p_id, v_supplier, clock_timestamp(), p_member) on conflict do nothing;
       continue when not found;
       v_made := v_made + 1;
       insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_tender.org_id, p_id, v_supplier, clock_timestamp()) on conflict do nothing;
       if v_tender.shown <> 'DRAFT' then
         perform platform.add_job_for(v_supplier, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', p_id, 'kind', 'INVITED', 'detail', '{}'::jsonb));
       end if;
     end loop;
     if v_made > 0 then perform tendering.log_tender(v_tender, 'SUPPLIERS_INVITED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('suppliers', v_made))); end if;
     return v_made;
   end $$`,
  `create function tendering.add_document(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
   begin
     if v_tender.cancelled_at is not null or v_tender.shown <> 'DRAFT' and not exists (select from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id
       and r.closed_at is null and r.closes_at >= clock_timestamp()) then return 'NOT_OPEN'; end if;
     insert into tendering.tender_document (org_id, tender_id, id, shown, title, name, sha256, size, media_type, version, added_at)
       values (v_tender.org_id, v_tender.id, (p ->> 'id')::uuid, v_tender.shown, p ->> 'title', p ->> 'name', p ->> 'sha256', (p ->> 'size')::bigint, p ->> 'mediaType', v_tender.version, clock_timestamp());
     perform tendering.log_tender(v_tender, 'DOCUMENT_ADDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('title', p ->> 'title')));
     if v_tender.shown <> 'DRAFT' then perform tendering.tell_tender(v_tender, 'DOCUMENT_ADDED', jsonb_build_object('title', p ->> 'title')); end if;
     return 'ADDED';
   end $$`,
];

const talk = [
  `create function tendering.decline_tender(p_buyer uuid, p_id uuid, p_reason text) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if exists (select from tendering.bid b where b.org_id = ${ACTING} and b.counterparty_id = p_buyer and b.tender_id = p_id and b.withdrawn_at is null) then return 'HAS_BID'; end if;
     update tendering.invitation i set declined_at = clock_timestamp(), decline_reason = p_reason where i.org_id = p_buyer and i.tender_id = p_id and i.counterparty_id = ${ACTING} and i.declined_at is null;
     if not found then return 'NOT_INVITED'; end if;
     delete from tendering.follower f where f.tender_org = p_buyer and f.tender_id = p_id and f.org_id = ${ACTING};
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', p_buyer, 'id', p_id)::text);
     return 'DECLINED';
   end $$`,
  // p: { buyerId, tenderId, lotId, id, body, member }. The row says nothing of its asker; whether it came in time is the database's word.
  `create function tendering.ask_question(p jsonb) returns text
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
     insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_tender.org_id, v_tender.id, ${ACTING}, v_now) on conflict do nothing;
     perform platform.add_job_for(v_tender.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'ASKED', 'detail', '{}'::jsonb));
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', v_tender.org_id, 'id', v_tender.id)::text);
     return 'ASKED';
   end $$`,
  // An answer late in the day pushes the deadline, once for each version of the tender, and only for a question that was asked in time.
  `create function tendering.answer_question(p_id uuid, p_answer text, p_member uuid) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_question tendering.question;
     v_tender tendering.tender;
   begin
     select q.* into v_question from tendering.question q where q.org_id = ${ACTING} and q.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such question'; end if;
     v_tender := tendering.hold_tender(v_question.tender_id, null);
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     update tendering.question q set answer = p_answer, answered_at = clock_timestamp() where q.org_id = v_tender.org_id and q.id = p_id and q.answered_at is null;
     if not found then return 'ANSWERED_BEFORE'; end if;
     if v_question.in_time and v_tender.cancelled_at is null and v_tender.pushed_version < v_tender.version and v_tender.closes_at >= clock_timestamp()
       and v_tender.closes_at < clock_timestamp() + v_tender.push_hours * interval '1 hour' then
       perform tendering.push_deadline(v_tender, clock_timestamp() + v_tender.push_hours * interval '1 hour');
       update tendering.tender t set pushed_version = t.version where t.org_id = v_tender.org_id and t.id = v_tender.id;
       perform tendering.log_tender(v_tender, 'DEADLINE_PUSHED', jsonb_build_object('detail', jsonb_build_object('question', p_id)));
     end if;
     perform tendering.log_tender(v_tender, 'ANSWERED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('question', p_id)));
     perform tendering.tell_tender(v_tender, 'ANSWERED', '{}');
     return 'ANSWERED';
   end $$`,
];

const rounds = [
  // Closes a round once, after its last microsecond. p_seen is the deadline that the caller read: another one means that it was moved meanwhile.
  // Where no clock ran from the deadline to the end of the grace, nobody could bid then: the round goes on instead, for as long as was lost.
  `create function tendering.close_round(p_tender uuid, p_lot uuid, p_seen timestamptz, p_grace interval) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_tender, null);
     v_lot tendering.lot;
     v_round tendering.lot_round;
     v_now timestamptz;
     v_beat timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = p_tender and l.id = p_lot for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select r.* into v_round from tendering.lot_round r where r.org_id = v_tender.org_id and r.lot_id = p_lot and r.round = v_lot.round;
     if not found then return 'NOT_PUBLISHED'; end if;
     if v_round.closed_at is not null then return 'CLOSED_BEFORE'; end if;
     if p_seen is distinct from v_round.closes_at and p_seen is not null then return 'MOVED'; end if;
     v_now := clock_timestamp();
     if v_now <= v_round.closes_at then return 'STILL_OPEN'; end if;
     if coalesce(v_tender.cancelled_at, v_lot.cancelled_at) is not null then
       update tendering.lot_round r set closed_at = v_now where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round;
       return 'CANCELLED';
     end if;
     select max(b.at) into v_beat from tendering.clock_beat b where b.at <= v_round.closes_at;
     if v_now > v_round.closes_at + p_grace and v_beat is not null
       and not exists (select from tendering.clock_beat b where b.at > v_round.closes_at and b.at <= v_round.closes_at + p_grace) then
       update tendering.lot_round r set closes_at = v_now + greatest(v_round.closes_at - v_beat, interval '15 minutes'), rescheduled = r.rescheduled + 1
         where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round returning r.* into v_round;
       update tendering.tender t set closes_at = greatest(t.closes_at, v_round.closes_at) where t.org_id = v_tender.org_id and t.id = p_tender and v_lot.round = 1;
       perform tendering.log_tender(v_tender, 'RESCHEDULED', jsonb_build_object('detail', jsonb_build_object('lot', p_lot, 'round', v_round.round)));
       perform tendering.tell_tender(v_tender, 'RESCHEDULED', '{}');
       return 'RESCHEDULED';
     end if;
     update tendering.lot_round r set closed_at = v_now, bids_from = case r.confidentiality when 'OPEN' then r.bids_from when 'TIMED' then v_now end
       where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round;
     -- The seed of a tie-break by lot is drawn when nobody can bid any more.
     update tendering.lot l set seed = encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex') where l.org_id = v_lot.org_id and l.id = p_lot and l.seed is null;
     perform tendering.log_tender(v_tender, 'CLOSED', jsonb_build_object('once', format('CLOSED:%s:%s', p_lot, v_round.round), 'detail', jsonb_build_object('lot', p_lot, 'round', v_round.round)));
     perform tendering.tell_tender(v_tender, 'CLOSED', jsonb_build_object('round', v_round.round));
     perform platform.add_job_for(v_tender.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', p_tender, 'kind', 'CLOSED', 'detail', jsonb_build_object('round', v_round.round)));
     return 'CLOSED';
   end $$`,
  // p: { tenderId, lotId, kind, closesAt, admitted: [uuid], member }: a further round among those who bid.
  `create function tendering.open_round(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_lot tendering.lot;
     v_now timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     v_now := clock_timestamp();
     if v_tender.cancelled_at is not null or num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at) > 0
       or not exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.closed_at is not null and r.bids_from is not null)
       or exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.kind = 'BEST_AND_FINAL') then return 'NOT_POSSIBLE'; end if;
     if (p ->> 'closesAt')::timestamptz <= v_now then return 'CLOSES_TOO_SOON'; end if;
     if exists (select from jsonb_array_elements_text(p -> 'admitted') a where not exists (select from tendering.bid b where b.org_id = a::uuid and b.counterparty_id = v_lot.org_id and b.lot_id = v_lot.id))
       then return 'NO_SUCH_BIDDER'; end if;
     insert into tendering.lot_round (org_id, tender_id, lot_id, round, shown, kind, confidentiality, opens_at, closes_at, bids_from)
       values (v_lot.org_id, v_tender.id, v_lot.id, v_lot.round + 1, v_lot.shown, p ->> 'kind', v_tender.confidentiality, v_now, (p ->> 'closesAt')::timestamptz, case v_tender.confidentiality when 'OPEN' then v_now end);
     update tendering.lot l set round = l.round + 1 where l.org_id = v_lot.org_id and l.id = v_lot.id;
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     insert into tendering.round_admission (org_id, lot_id, round, counterparty_id, admitted_at) select v_lot.org_id, v_lot.id, v_lot.round + 1, a::uuid, v_now from jsonb_array_elements_text(p -> 'admitted') a;
     perform tendering.log_tender(v_tender, 'ROUND_OPENED', jsonb_build_object('once', format('ROUND:%s:%s', v_lot.id, v_lot.round + 1), 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', v_lot.id, 'round', v_lot.round + 1, 'kind', p ->> 'kind')));
     perform platform.add_job_for(a::uuid, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'ROUND_OPENED', 'detail', jsonb_build_object('round', v_lot.round + 1)))
       from jsonb_array_elements_text(p -> 'admitted') a;
     return 'OPENED';
   end $$`,
];

const beats = [
  `create function tendering.note_beat() returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     insert into tendering.clock_beat (at) values (clock_timestamp()) on conflict do nothing;
     delete from tendering.clock_beat b where b.at < clock_timestamp() - interval '40 days';
   end $$`,
  'grant execute on function tendering.note_beat() to entrepot_jobs',
];

const sweeps = [
  // Called by the clock each minute; that it was called is what a deadline is judged by.
  `create function tendering.rounds_due() returns table (org_id uuid, tender_id uuid, lot_id uuid, closes_at timestamptz)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform tendering.note_beat();
     return query select r.org_id, r.tender_id, r.lot_id, r.closes_at from tendering.lot_round r where r.closed_at is null and r.closes_at < clock_timestamp() order by r.closes_at limit 1000;
   end $$`,
];
