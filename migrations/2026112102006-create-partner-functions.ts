import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

/** What one organisation does to a row that another reads too: partnerships, and an operator's look behind the glass. */
export class CreatePartnerFunctions2026112102006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [as('entrepot_definer', 'organizations', [...partnerships, ...glass])]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function organizations.break_glass_history()',
      'drop function organizations.close_break_glass(uuid)',
      'drop function organizations.open_break_glass(uuid, uuid, uuid, uuid, text, interval)',
      'drop function organizations.move_partnership(uuid, uuid, text, integer)',
      'drop function organizations.propose_partnership(uuid, uuid, jsonb)',
    ]);
  }
}

const partnerships = [
  `create function organizations.propose_partnership(p_buyer uuid, p_supplier uuid, p_terms jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_status text;
   begin
     if (${ACTING} in (p_buyer, p_supplier)) is not true then raise exception using errcode = 'EN403', message = 'not a party'; end if;
     if not exists (select from organizations.organization o where o.id = p_buyer and 'BUYER' = any (o.roles) and o.status = 'ACTIVE') then return 'NOT_A_BUYER'; end if;
     if not exists (select from organizations.organization o where o.id = p_supplier and 'SUPPLIER' = any (o.roles) and o.status = 'ACTIVE') then return 'NOT_A_SUPPLIER'; end if;
     insert into organizations.partnership (org_id, counterparty_id, status, proposed_by, account_number, payment_terms, delivery_terms)
       values (p_buyer, p_supplier, 'PROPOSED', ${ACTING}, p_terms ->> 'accountNumber', p_terms ->> 'paymentTerms', p_terms -> 'deliveryTerms')
       on conflict (org_id, counterparty_id) do nothing;
     if found then return 'PROPOSED'; end if;
     select p.status into v_status from organizations.partnership p where p.org_id = p_buyer and p.counterparty_id = p_supplier for update;
     if v_status <> 'ENDED' then return 'EXISTS'; end if;
     update organizations.partnership p set status = 'PROPOSED', proposed_by = ${ACTING}, account_number = p_terms ->> 'accountNumber',
         payment_terms = p_terms ->> 'paymentTerms', delivery_terms = p_terms -> 'deliveryTerms', changed_at = transaction_timestamp(), version = p.version + 1
       where p.org_id = p_buyer and p.counterparty_id = p_supplier;
     return 'PROPOSED';
   end $$`,
  // The edges stand here once more than in partnership.lifecycle.ts, because the other party's row is changed by this function alone.
  `create function organizations.move_partnership(p_buyer uuid, p_supplier uuid, p_to text, p_expected_version integer) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_row record;
   begin
     select p.status, p.proposed_by, p.suspended_by, p.version into v_row from organizations.partnership p
       where p.org_id = p_buyer and p.counterparty_id = p_supplier for update;
     if not found then raise exception using errcode = 'EN404', message = 'partnership not found'; end if;
     if v_row.version is distinct from p_expected_version then return 'VERSION_CONFLICT'; end if;
     if not (v_row.status = 'PROPOSED' and p_to = 'ACTIVE' and v_row.proposed_by <> ${ACTING}
       or v_row.status = 'SUSPENDED' and p_to = 'ACTIVE' and v_row.suspended_by = ${ACTING}
       or v_row.status = 'ACTIVE' and p_to = 'SUSPENDED'
       or v_row.status in ('PROPOSED', 'ACTIVE', 'SUSPENDED') and p_to = 'ENDED') then return 'NOT_POSSIBLE'; end if;
     update organizations.partnership p set status = p_to, suspended_by = case p_to when 'SUSPENDED' then ${ACTING} end,
         changed_at = transaction_timestamp(), version = p.version + 1
       where p.org_id = p_buyer and p.counterparty_id = p_supplier;
     return 'MOVED';
   end $$`,
  'grant execute on function organizations.propose_partnership(uuid, uuid, jsonb), organizations.move_partnership(uuid, uuid, text, integer) to entrepot_app',
];

const glass = [
  // Both sides learn of it: the operator's own audit trail, and a job in the organisation that was looked into.
  `create function organizations.open_break_glass(p_id uuid, p_session uuid, p_person uuid, p_target uuid, p_reason text, p_life interval) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_member uuid;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'only an operator breaks the glass'; end if;
     if p_target = ${ACTING} then return 'OWN_ORGANIZATION'; end if;
     select m.member_id into v_member from organizations.membership m where m.org_id = ${ACTING} and m.person_id = p_person;
     if not found then raise exception using errcode = 'EN403', message = 'not a member of the operator'; end if;
     if not exists (select from organizations.organization o where o.id = p_target) then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     insert into organizations.session (id, kind, person_id, org_id, member_id, expires_at)
       values (p_session, 'BREAK_GLASS', p_person, p_target, v_member, transaction_timestamp() + p_life);
     insert into organizations.break_glass (id, operator_id, person_id, target_id, session_id, reason, expires_at)
       values (p_id, ${ACTING}, p_person, p_target, p_session, p_reason, transaction_timestamp() + p_life);
     perform platform.add_job_for(p_target, 'organizations.note-break-glass', jsonb_build_object('id', p_id, 'operatorId', ${ACTING}, 'reason', p_reason,
       'expiresAt', to_char((transaction_timestamp() + p_life) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
     return 'OPENED';
   end $$`,
  `create function organizations.close_break_glass(p_id uuid) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_session uuid;
   begin
     update organizations.break_glass b set closed_at = clock_timestamp() where b.id = p_id and b.operator_id = ${ACTING} and b.closed_at is null
       returning b.session_id into v_session;
     if not found then return false; end if;
     update organizations.session s set revoked_at = clock_timestamp() where s.id = v_session and s.revoked_at is null;
     return true;
   end $$`,
  `create function organizations.break_glass_history() returns table (id uuid, person_id uuid, target_id uuid, session_id uuid, member_id uuid, reason text,
     opened_at timestamptz, expires_at timestamptz, closed_at timestamptz)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if not organizations.acts_as_operator() then return; end if;
     return query select b.id, b.person_id, b.target_id, b.session_id, s.member_id, b.reason, b.opened_at, b.expires_at, b.closed_at
       from organizations.break_glass b join organizations.session s on s.id = b.session_id
       where b.operator_id = ${ACTING} order by b.opened_at desc limit 100;
   end $$`,
  `grant execute on function organizations.open_break_glass(uuid, uuid, uuid, uuid, text, interval), organizations.close_break_glass(uuid),
     organizations.break_glass_history() to entrepot_app`,
];
