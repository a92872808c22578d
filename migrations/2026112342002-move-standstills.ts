import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

const functions = [
  'tendering.conclude_standstill(uuid, timestamptz)',
  'tendering.note_failure(uuid, jsonb)',
  'tendering.challenge_award(jsonb)',
  'tendering.decide_challenge(jsonb)',
];

/** How a decision waits: its end is a stage of the clock that comes once; a challenge stops the time, and what decides it lets it go on or takes the decision back. */
export class MoveStandstills2026112342002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...as('entrepot_definer', 'tendering', [...moves, `grant execute on function ${functions.join(', ')} to entrepot_app`]),
      ...as('entrepot_jobs', 'tendering', sweeps),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      ['tendering.standstills_due()', ...functions, 'tendering.end_standstill(uuid)', 'tendering.hold_standstill(uuid)'].map(
        (signature) => `drop function ${signature}`,
      ),
    );
  }
}

const heldNoMore = (org: string, lot: string): string =>
  `update tendering.lot l set held_at = null where l.org_id = ${org} and l.id = ${lot} and not exists (
       select from tendering.standstill s where s.org_id = l.org_id and s.tender_id = l.tender_id and s.lot_id = l.id and num_nonnulls(s.concluded_at, s.taken_back_at) = 0);`;

const moves = [
  // The decision of the acting buyer under the locks of its tender, its lot and itself.
  `create function tendering.hold_standstill(p_id uuid) returns tendering.standstill
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_held tendering.standstill;
   begin
     select s.* into v_held from tendering.standstill s where s.org_id = ${ACTING} and s.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such standstill'; end if;
     perform tendering.hold_tender(v_held.tender_id, null);
     perform 1 from tendering.lot l where l.org_id = v_held.org_id and l.id = v_held.lot_id for update;
     select s.* into v_held from tendering.standstill s where s.org_id = ${ACTING} and s.id = p_id for update;
     return v_held;
   end $$`,
  // With its last award a decision is taken back itself, and what was said against it has no object any more. The caller holds tender and lot.
  `create function tendering.end_standstill(p_id uuid) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_held tendering.standstill;
   begin
     update tendering.standstill s set taken_back_at = clock_timestamp(), suspended_at = null where s.org_id = ${ACTING} and s.id = p_id and num_nonnulls(s.concluded_at, s.taken_back_at) = 0
       and not exists (select from tendering.award a where a.org_id = s.org_id and a.standstill_id = s.id and a.cancelled_at is null) returning s.* into v_held;
     if not found then return; end if;
     update tendering.challenge c set decision = 'LAPSED', decided_at = clock_timestamp() where c.org_id = v_held.org_id and c.standstill_id = p_id and c.decision is null;
     ${heldNoMore('v_held.org_id', 'v_held.lot_id')}
   end $$`,
  // Once, after the last microsecond; p_seen is the end that the caller read, and another one means that a challenge has moved it.
  `create function tendering.conclude_standstill(p_id uuid, p_seen timestamptz) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_held tendering.standstill := tendering.hold_standstill(p_id);
     v_tender tendering.tender;
   begin
     if v_held.concluded_at is not null then return 'CONCLUDED_BEFORE'; end if;
     if v_held.taken_back_at is not null then return 'TAKEN_BACK'; end if;
     if v_held.suspended_at is not null then return 'SUSPENDED'; end if;
     if p_seen is not null and p_seen <> v_held.ends_at then return 'MOVED'; end if;
     if clock_timestamp() <= v_held.ends_at then return 'RUNS'; end if;
     update tendering.standstill s set concluded_at = clock_timestamp() where s.org_id = v_held.org_id and s.id = p_id;
     update tendering.award_plan p set failed_at = null, faults = null where p.org_id = v_held.org_id and p.standstill_id = p_id;
     ${heldNoMore('v_held.org_id', 'v_held.lot_id')}
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_held.org_id and t.id = v_held.tender_id returning t.* into v_tender;
     perform tendering.log_tender(v_tender, 'STANDSTILL_OVER', jsonb_build_object('once', format('STANDSTILL:%s', p_id), 'detail', jsonb_build_object('lot', v_held.lot_id)));
     perform tendering.tell_tender(v_tender, 'AWARDED', '{}');
     return 'CONCLUDED';
   end $$`,
  // The standstill is over and nothing came of it: the clock stops trying, and the buyer hears of it.
  `create function tendering.note_failure(p_id uuid, p_faults jsonb) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_held tendering.standstill := tendering.hold_standstill(p_id);
   begin
     update tendering.award_plan p set failed_at = clock_timestamp(), faults = p_faults
       where p.org_id = v_held.org_id and p.standstill_id = p_id and p.failed_at is null and num_nonnulls(v_held.suspended_at, v_held.concluded_at, v_held.taken_back_at) = 0;
     if not found then return; end if;
     perform platform.add_job_for(v_held.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_held.org_id, 'id', v_held.tender_id, 'kind', 'AWARD_FAILED', 'detail', '{}'::jsonb));
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', v_held.org_id, 'id', v_held.tender_id || '/bids')::text);
   end $$`,
  // p: { buyerId, standstillId, id, reason }. In time as long as the standstill runs by the database's clock, and while another challenge stops it.
  `create function tendering.challenge_award(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_held tendering.standstill;
     v_now timestamptz;
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select s.* into v_held from tendering.standstill s where s.org_id = (p ->> 'buyerId')::uuid and s.id = (p ->> 'standstillId')::uuid and s.org_id <> ${ACTING} for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such standstill'; end if;
     v_now := clock_timestamp();
     if num_nonnulls(v_held.concluded_at, v_held.taken_back_at) > 0 or v_held.suspended_at is null and v_now > v_held.ends_at then return 'OVER'; end if;
     insert into tendering.challenge (org_id, id, counterparty_id, standstill_id, tender_id, lot_id, reason, made_at)
       values (v_held.org_id, (p ->> 'id')::uuid, ${ACTING}, v_held.id, v_held.tender_id, v_held.lot_id, p ->> 'reason', v_now) on conflict (org_id, standstill_id, counterparty_id) do nothing;
     if not found then return 'CHALLENGED_BEFORE'; end if;
     update tendering.standstill s set suspended_at = coalesce(s.suspended_at, v_now) where s.org_id = v_held.org_id and s.id = v_held.id;
     perform platform.add_job_for(v_held.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_held.org_id, 'id', v_held.tender_id, 'kind', 'CHALLENGED', 'detail', '{}'::jsonb));
     -- That the time stands still is for all who were written to; the notice says no more than that something changed.
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', v_held.org_id, 'id', v_held.tender_id)::text);
     return 'CHALLENGED';
   end $$`,
  // p: { challengeId, decision: UPHELD | REJECTED, answer, member }. What was left of the standstill when it was stopped is left when it goes on.
  `create function tendering.decide_challenge(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_challenge tendering.challenge;
     v_held tendering.standstill;
     v_tender tendering.tender;
     v_now timestamptz;
   begin
     select c.* into v_challenge from tendering.challenge c where c.org_id = ${ACTING} and c.id = (p ->> 'challengeId')::uuid;
     if not found then raise exception using errcode = 'EN404', message = 'no such challenge'; end if;
     v_held := tendering.hold_standstill(v_challenge.standstill_id);
     v_now := clock_timestamp();
     update tendering.challenge c set decision = p ->> 'decision', answer = p ->> 'answer', decided_at = v_now where c.org_id = v_challenge.org_id and c.id = v_challenge.id and c.decision is null;
     if not found then return 'DECIDED_BEFORE'; end if;
     if p ->> 'decision' = 'UPHELD' then
       update tendering.award a set cancelled_at = v_now, cancel_reason = left(p ->> 'answer', 2000) where a.org_id = v_held.org_id and a.standstill_id = v_held.id and a.cancelled_at is null;
       update tendering.lot l set awarded_at = null where l.org_id = v_held.org_id and l.id = v_held.lot_id;
       perform tendering.end_standstill(v_held.id);
     elsif not exists (select from tendering.challenge c where c.org_id = v_held.org_id and c.standstill_id = v_held.id and c.decision is null) then
       update tendering.standstill s set ends_at = s.ends_at + (v_now - s.suspended_at), suspended_at = null where s.org_id = v_held.org_id and s.id = v_held.id and s.suspended_at is not null;
     end if;
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_held.org_id and t.id = v_held.tender_id returning t.* into v_tender;
     perform tendering.log_tender(v_tender, 'CHALLENGE_' || (p ->> 'decision'), jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_held.lot_id)));
     if p ->> 'decision' = 'UPHELD' then
       perform tendering.tell_tender(v_tender, 'AWARD_CANCELLED', '{}');
     else
       perform platform.add_job_for(v_challenge.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'CHALLENGE_REJECTED', 'detail', '{}'::jsonb));
     end if;
     return 'DECIDED';
   end $$`,
];

const sweeps = [
  // Called by the clock each minute. What failed once waits for its buyer.
  `create function tendering.standstills_due() returns table (org_id uuid, standstill_id uuid, ends_at timestamptz)
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     select s.org_id, s.id, s.ends_at from tendering.standstill s
     where num_nonnulls(s.suspended_at, s.concluded_at, s.taken_back_at) = 0 and s.ends_at < clock_timestamp()
       and not exists (select from tendering.award_plan p where p.org_id = s.org_id and p.standstill_id = s.id and p.failed_at is not null)
     order by s.ends_at limit 1000
   $$`,
];
