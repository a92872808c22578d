import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

const closed = `('ACCEPTED', 'BILLED', 'RETURNED', 'SCRAPPED', 'CANCELLED')`;
const finals = `('REJECTED', 'CANCELLED', 'CLOSED_SHORT')`;
/** A unit is known by part number and serial as written, upper case. */
const unit = (row: string): string => `${row}.in_part = v_part and ${row}.in_serial = v_serial`;

/** How cores and repairs move, what runs out, and what that costs. */
export class MoveRotables2026112220003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, as('entrepot_definer', 'procurement', [...inner, ...clocks, ...moves, ...orders]));
    await rewriteDefiners(queryRunner, 'procurement', { move_order: fitting });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteDefiners(queryRunner, 'procurement', { move_order: undone(fitting) });
    await sql(queryRunner, [
      'drop function procurement.fit_cores(uuid, uuid)',
      'drop function procurement.announce_rotable(uuid)',
      'drop function procurement.move_rotable(uuid, uuid, jsonb)',
      'drop function procurement.claim_serial(procurement.rotable, jsonb)',
      'drop function procurement.fire_rotable(uuid, uuid, timestamptz)',
      'drop function procurement.bill_core(procurement.rotable, timestamptz)',
      'drop function procurement.charge_rotable(procurement.rotable, text, integer, numeric)',
      'drop function procurement.log_rotable(procurement.rotable, text, timestamptz, jsonb)',
    ]);
  }
}

const inner = [
  // One line of the log; p_who { org, member, tell } says who acted and who is told. The screens of both get a hint.
  `create function procurement.log_rotable(p_row procurement.rotable, p_kind text, p_now timestamptz, p_said jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_seq integer;
     v_actor uuid := (p_said ->> 'org')::uuid;
   begin
     select coalesce(max(e.seq), 0) + 1 into v_seq from procurement.rotable_event e where e.org_id = p_row.org_id and e.rotable_id = p_row.id;
     insert into procurement.rotable_event (org_id, rotable_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail)
       values (p_row.org_id, p_row.id, v_seq, p_row.counterparty_id, p_kind, p_now, v_actor, (p_said ->> 'member')::uuid, coalesce(p_said -> 'detail', '{}'));
     -- A step is told to the other party, what a clock did to both.
     perform platform.add_job_for(o.org, 'procurement.tell-rotable', jsonb_build_object('id', p_row.id, 'seq', v_seq))
       from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org) where o.org is distinct from v_actor;
     perform pg_notify('entrepot', json_build_object('topic', 'rotable.changed', 'orgId', o.org, 'id', p_row.id)::text) from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org);
   end $$`,
  `create function procurement.charge_rotable(p_row procurement.rotable, p_kind text, p_n integer, p_amount numeric) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     if coalesce(p_amount, 0) = 0 then return; end if;
     insert into procurement.rotable_charge (org_id, rotable_id, counterparty_id, kind, n, amount, currency, at)
       values (p_row.org_id, p_row.id, p_row.counterparty_id, p_kind, p_n, p_amount, case p_kind when 'FEE_CREDITED' then p_row.fee_currency else p_row.currency end, transaction_timestamp());
   end $$`,
  // A core that never came back as it should: the deposit is given back against its value, or against the outright price without the fee.
  `create function procurement.bill_core(p_row procurement.rotable, p_now timestamptz) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform procurement.charge_rotable(p_row, 'DEPOSIT_RETURNED', 1, -(p_row.terms ->> 'deposit')::numeric);
     if p_row.terms ->> 'billedAt' = 'OUTRIGHT' then
       perform procurement.charge_rotable(p_row, 'OUTRIGHT', 1, (p_row.terms ->> 'outrightPrice')::numeric);
       perform procurement.charge_rotable(p_row, 'FEE_CREDITED', 1, -p_row.fee);
     else
       perform procurement.charge_rotable(p_row, 'CORE_VALUE', 1, (p_row.terms ->> 'coreValue')::numeric);
     end if;
     update procurement.rotable r set status = 'BILLED', closed_at = p_now, due_at = null, in_open = false where r.org_id = p_row.org_id and r.id = p_row.id;
     update procurement.rotable_clock c set settled_at = p_now where c.org_id = p_row.org_id and c.rotable_id = p_row.id and c.fired_at is null and c.settled_at is null;
   end $$`,
];

const clocks = [
  // Fires what is due, in the order in which it fell due; the row lock makes each mark fire once, and its fee with it.
  `create function procurement.fire_rotable(p_buyer uuid, p_id uuid, p_now timestamptz) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_row procurement.rotable;
     v_mark record;
     v_kind text;
     v_fired integer := 0;
   begin
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id and ${ACTING} in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such core or repair'; end if;
     for v_mark in
       select c.* from procurement.rotable_clock c where c.org_id = p_buyer and c.rotable_id = p_id and c.fired_at is null and c.settled_at is null and c.due_at <= p_now
       order by c.due_at, array_position(array['WARNING', 'DUE', 'FEE', 'BILL'], c.mark), c.n
     loop
       exit when v_row.status = 'BILLED';
       update procurement.rotable_clock c set fired_at = p_now where (c.org_id, c.rotable_id, c.generation, c.clock, c.mark, c.n)
         = (p_buyer, p_id, v_mark.generation, v_mark.clock, v_mark.mark, v_mark.n);
       v_fired := v_fired + 1;
       v_kind := case v_mark.mark when 'DUE' then 'OVERDUE' when 'FEE' then 'LATE_FEE' when 'BILL' then 'BILL_DUE' else v_mark.mark end;
       if v_mark.mark = 'DUE' then
         update procurement.rotable r set late_since = coalesce(r.late_since, v_mark.due_at), status = case r.status when 'DUE' then 'LATE' else r.status end
           where r.org_id = p_buyer and r.id = p_id;
       elsif v_mark.mark = 'FEE' then
         perform procurement.charge_rotable(v_row, 'LATE_FEE', v_mark.n, (v_row.terms ->> 'lateFee')::numeric);
       elsif v_mark.mark = 'BILL' and v_row.status in ('DUE', 'LATE', 'REJECTED') then
         perform procurement.bill_core(v_row, p_now);
         v_kind := 'BILLED';
       end if;
       select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id;
       perform procurement.log_rotable(v_row, v_kind, p_now, jsonb_build_object('detail',
         jsonb_build_object('clock', v_mark.clock, 'n', v_mark.n, 'dueAt', to_char(v_mark.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))));
     end loop;
     if v_fired > 0 then update procurement.rotable r set version = r.version + 1 where r.org_id = p_buyer and r.id = p_id; end if;
     return v_fired;
   end $$`,
  'grant execute on function procurement.fire_rotable(uuid, uuid, timestamptz) to entrepot_app',
];

const moves = [
  // What a step does to the books of serials: OK, SERIAL_MISSING, SAME_UNIT, SERIAL_TAKEN.
  `create function procurement.claim_serial(p_row procurement.rotable, p_step jsonb) returns text
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_event text := p_step ->> 'event';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_part text := coalesce(v_set ->> 'inPart', p_row.in_part, p_row.part_number);
     v_serial text := coalesce(v_set ->> 'inSerial', case when p_row.status <> 'REJECTED' then p_row.in_serial end);
   begin
     if v_event = 'SEND' then
       v_part := p_row.part_number; v_serial := v_set ->> 'outSerial';
       -- A unit that is in the shop, or whose core is not accepted yet, is not the supplier's to send.
       if exists (select from procurement.rotable r where r.counterparty_id = ${ACTING} and r.in_open and ${unit('r')} and not (r.kind = 'CORE' and r.status = 'ACCEPTED') and r.received_at is not null)
       then return 'SERIAL_TAKEN'; end if;
       update procurement.rotable r set in_open = false where r.counterparty_id = ${ACTING} and r.in_open and ${unit('r')} and r.status = 'ACCEPTED';
       update procurement.rotable_serial s set released_at = v_now where s.org_id = ${ACTING} and s.direction = 'IN' and s.part_number = v_part and s.serial = v_serial and s.released_at is null;
       insert into procurement.rotable_serial (org_id, rotable_id, direction, part_number, serial, buyer_id, n, claimed_at)
         values (p_row.counterparty_id, p_row.id, 'OUT', v_part, v_serial, p_row.org_id, 1, v_now);
     elsif v_event in ('SHIP', 'RECEIVE') then
       if v_serial is null then return 'SERIAL_MISSING'; end if;
       if p_row.kind = 'CORE' and v_part = p_row.part_number and v_serial = p_row.out_serial then return 'SAME_UNIT'; end if;
       update procurement.rotable r set in_part = v_part, in_serial = v_serial, in_open = true where r.org_id = p_row.org_id and r.id = p_row.id;
       if v_event = 'RECEIVE' then
         update procurement.rotable_serial s set released_at = v_now where s.org_id = ${ACTING} and s.direction = 'OUT' and s.part_number = v_part and s.serial = v_serial and s.released_at is null;
         insert into procurement.rotable_serial (org_id, rotable_id, direction, part_number, serial, buyer_id, n, claimed_at)
           select p_row.counterparty_id, p_row.id, 'IN', v_part, v_serial, p_row.org_id, count(*) + 1, v_now from procurement.rotable_serial s
           where s.org_id = p_row.counterparty_id and s.rotable_id = p_row.id and s.direction = 'IN';
       end if;
     elsif v_event in ('REJECT', 'RETURN', 'SCRAP', 'CANCEL') then
       update procurement.rotable r set in_open = false where r.org_id = p_row.org_id and r.id = p_row.id;
       update procurement.rotable_serial s set released_at = v_now where s.org_id = p_row.counterparty_id and s.rotable_id = p_row.id and s.direction = 'IN' and s.released_at is null;
     end if;
     return 'OK';
   exception when unique_violation then return 'SERIAL_TAKEN';
   end $$`,
  // p_step: { event, now, expectedVersion, member, set: { ... }, settle, marks: [{ clock, mark, n, dueAt }], detail }.
  // What is due fires first: a late step hides nothing. What it costs comes from the terms that were agreed, never from the caller.
  `create function procurement.move_rotable(p_buyer uuid, p_id uuid, p_step jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_row procurement.rotable;
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_event text := p_step ->> 'event';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_to text;
     v_claim text;
   begin
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id and ${ACTING} in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such core or repair'; end if;
     if v_row.version is distinct from (p_step ->> 'expectedVersion')::integer then return 'VERSION_CONFLICT'; end if;
     perform procurement.fire_rotable(p_buyer, p_id, v_now);
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id;
     select e.to_status into v_to from procurement.rotable_edge e where e.kind = v_row.kind and e.event = v_event and e.from_status = v_row.status
       and e.side = case when v_row.org_id = ${ACTING} then 'BUYER' else 'SUPPLIER' end;
     if v_to is null or v_event = 'BILL' and v_row.status = 'SHIPPED' and v_row.late_since is null
       or v_event = 'FINISH' and v_row.status = 'RECEIVED' and v_row.terms ->> 'pricing' <> 'FIXED'
       or v_event = 'RETURN' and v_row.disposition = 'SCRAP' or v_event = 'SCRAP' and v_row.disposition is distinct from 'SCRAP'
       or v_event = 'EXTEND' and (v_set ->> 'dueAt')::timestamptz <= greatest(v_row.due_at, v_now) then return 'NOT_POSSIBLE'; end if;
     if v_event = 'APPROVE' and v_row.quote_until <= v_now then return 'QUOTE_EXPIRED'; end if;
     v_claim := procurement.claim_serial(v_row, p_step);
     if v_claim <> 'OK' then return v_claim; end if;
     update procurement.rotable_clock c set settled_at = v_now where c.org_id = p_buyer and c.rotable_id = p_id and c.fired_at is null and c.settled_at is null and p_step ? 'settle';
     update procurement.rotable r set status = v_to,
         out_serial = case v_event when 'SEND' then v_set ->> 'outSerial' else r.out_serial end,
         out_waybill = case when v_event in ('SEND', 'RETURN') then v_set ->> 'waybill' else r.out_waybill end,
         in_waybill = case v_event when 'SHIP' then v_set ->> 'waybill' else r.in_waybill end,
         certificate = case when v_event in ('SEND', 'FINISH') then v_set ->> 'certificate' else r.certificate end,
         certificate_number = case when v_event in ('SEND', 'FINISH') then v_set ->> 'certificateNumber' else r.certificate_number end,
         findings = case when v_event in ('INSPECT', 'QUOTE') then v_set ->> 'findings' else r.findings end,
         reason_code = case v_event when 'REJECT' then v_set ->> 'reasonCode' else r.reason_code end,
         reason = case when v_event in ('REJECT', 'EXTEND', 'CANCEL', 'REFUSE', 'BILL') then v_set ->> 'reason' else r.reason end,
         quoted = case v_event when 'QUOTE' then (v_set ->> 'amount')::numeric else r.quoted end,
         quote_until = case v_event when 'QUOTE' then (v_set ->> 'quoteUntil')::timestamptz else r.quote_until end,
         disposition = case v_event when 'REFUSE' then v_set ->> 'disposition' else r.disposition end,
         due_at = case when v_to in ${closed} then null when v_set ? 'dueAt' then (v_set ->> 'dueAt')::timestamptz else r.due_at end,
         late_since = case v_event when 'EXTEND' then null else r.late_since end,
         sent_at = case v_event when 'SEND' then v_now else r.sent_at end, received_at = case v_event when 'RECEIVE' then v_now else r.received_at end,
         closed_at = case when v_to in ${closed} then v_now end, generation = r.generation + case when p_step ? 'marks' then 1 else 0 end, version = r.version + 1
       where r.org_id = p_buyer and r.id = p_id returning r.* into v_row;
     insert into procurement.rotable_clock (org_id, rotable_id, counterparty_id, generation, clock, mark, n, due_at)
       select p_buyer, p_id, v_row.counterparty_id, v_row.generation, m.clock, m.mark, case m.mark when 'FEE' then m.n + f.charged else m.n end, m."dueAt"
       from jsonb_to_recordset(p_step -> 'marks') as m (clock text, mark text, n smallint, "dueAt" timestamptz)
       -- Counted here, after what was due has fired: fees go on from those that were charged, and no further than was agreed.
       cross join (select count(*) as charged from procurement.rotable_charge c where c.org_id = p_buyer and c.rotable_id = p_id and c.kind = 'LATE_FEE') f
       where p_step ? 'marks' and (m.mark <> 'FEE' or m.n + f.charged <= (v_row.terms ->> 'lateFeesMax')::integer);
     if v_event = 'SEND' then perform procurement.charge_rotable(v_row, 'DEPOSIT', 1, (v_row.terms ->> 'deposit')::numeric);
     elsif v_event = 'ACCEPT' then perform procurement.charge_rotable(v_row, 'DEPOSIT_RETURNED', 1, -(v_row.terms ->> 'deposit')::numeric);
     elsif v_event = 'REFUSE' then perform procurement.charge_rotable(v_row, 'EVALUATION', 1, (v_row.terms ->> 'evaluationFee')::numeric);
     elsif v_event = 'FINISH' then perform procurement.charge_rotable(v_row, 'REPAIR', 1, coalesce(v_row.quoted, (v_row.terms ->> 'price')::numeric));
     end if;
     perform procurement.log_rotable(v_row, v_event, v_now, jsonb_build_object('org', ${ACTING}, 'member', p_step ->> 'member', 'detail', coalesce(p_step -> 'detail', '{}')));
     if v_event = 'BILL' or v_event = 'REJECT' and (v_row.reason_code = 'BEYOND_REPAIR' or (v_row.terms ->> 'replaceDays')::integer = 0) then
       perform procurement.bill_core(v_row, v_now);
       perform procurement.log_rotable(v_row, 'BILLED', v_now, jsonb_build_object('org', ${ACTING}, 'member', p_step ->> 'member'));
     end if;
     return 'MOVED';
   end $$`,
  // The first line of the log stands already; the supplier hears of it.
  `create function procurement.announce_rotable(p_id uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform platform.add_job_for(r.counterparty_id, 'procurement.tell-rotable', jsonb_build_object('id', r.id, 'seq', 1))
       from procurement.rotable r where r.org_id = ${ACTING} and r.id = p_id and r.version = 1;
     perform pg_notify('entrepot', json_build_object('topic', 'rotable.changed', 'orgId', o.org, 'id', r.id)::text)
       from procurement.rotable r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = ${ACTING} and r.id = p_id and r.version = 1;
   end $$`,
  'grant execute on function procurement.move_rotable(uuid, uuid, jsonb), procurement.announce_rotable(uuid) to entrepot_app',
];

const orders = [
  // As many cores as units live on each line: what was cancelled or rejected before it left is owed by nobody, what was added is owed on the same terms.
  `create function procurement.fit_cores(p_org uuid, p_order uuid) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_line record;
     v_row procurement.rotable;
     v_more procurement.rotable;
   begin
     for v_line in
       select c.line_id, count(*) filter (where c.status <> 'CANCELLED') as cores, max(c.unit) as last,
         (select coalesce(sum(s.quantity), 0) from procurement.schedule_line s where s.org_id = p_org and s.order_id = p_order and s.line_id = c.line_id and s.status not in ${finals}) as live
       from procurement.rotable c where c.org_id = p_org and c.order_id = p_order and c.kind = 'CORE' group by c.line_id order by c.line_id
     loop
       for v_row in
         select r.* from procurement.rotable r where r.org_id = p_org and r.order_id = p_order and r.line_id = v_line.line_id and r.status = 'AWAITED'
         order by r.unit desc limit greatest(v_line.cores - v_line.live, 0) for update
       loop
         update procurement.rotable r set status = 'CANCELLED', closed_at = transaction_timestamp(), version = r.version + 1 where r.org_id = p_org and r.id = v_row.id;
         perform procurement.log_rotable(v_row, 'CANCEL', transaction_timestamp(), jsonb_build_object('org', ${ACTING}));
       end loop;
       select r.* into v_more from procurement.rotable r where r.org_id = p_org and r.order_id = p_order and r.line_id = v_line.line_id and r.unit = 1;
       for n in 1 .. floor(v_line.live)::integer - v_line.cores loop
         v_row := v_more;
         v_row.id := platform.uuid_v7(); v_row.unit := v_line.last + n; v_row.number := regexp_replace(v_more.number, '-1$', '-' || v_row.unit);
         insert into procurement.rotable (org_id, id, counterparty_id, kind, number, offer_id, part_id, part_number, supplier_part, description, order_id, line_id, unit, terms, currency, fee,
             fee_currency, status, opened_at)
           values (p_org, v_row.id, v_row.counterparty_id, 'CORE', v_row.number, v_row.offer_id, v_row.part_id, v_row.part_number, v_row.supplier_part, v_row.description, p_order,
             v_line.line_id, v_row.unit, v_row.terms, v_row.currency, v_row.fee, v_row.fee_currency, 'AWAITED', transaction_timestamp());
         perform procurement.log_rotable(v_row, 'OPENED', transaction_timestamp(), jsonb_build_object('org', ${ACTING}));
       end loop;
     end loop;
   end $$`,
];

const fitting: readonly (readonly [string, string])[] = [
  [
    '     perform procurement.settle_order(p_org, p_order);',
    '     perform procurement.settle_order(p_org, p_order);\n     perform procurement.fit_cores(p_org, p_order);',
  ],
];
