import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, sql, wall } from './support.js';

const tables: readonly (string | string[])[] = [
  `create table supply.promise (
    org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid not null references organizations.organization,
    offer_id uuid not null, part_id uuid not null, quantity numeric not null check (quantity > 0 and ${bounded('quantity')}),
    inputs jsonb not null, answer jsonb not null, valid_until timestamptz not null,
    status text collate "C" not null default 'GIVEN' check (status in ('GIVEN', 'RESERVED', 'RELEASED', 'ORDERED')),
    held_until timestamptz, asked_at timestamptz not null,
    primary key (org_id, id), check ((status = 'RESERVED') <= (held_until is not null)),
    foreign key (counterparty_id, offer_id) references supply.offer)`,
  'create index promise_offer on supply.promise (counterparty_id, offer_id)',
  'create index promise_counterparty on supply.promise (counterparty_id, id)',
  'create index promise_asked on supply.promise (org_id, asked_at)',
  wall(
    'two-party',
    'supply.promise',
    'A dated answer to a buyer (owner) about an offer of a supplier (counterparty), with the inputs it was computed from.',
    {
      app: 'insert (org_id, id, counterparty_id, offer_id, part_id, quantity, inputs, answer, valid_until, asked_at)',
      definer: 'select, update (status, held_until), delete',
      jobs: 'select (org_id, id, status, asked_at)',
      guard: 'exists (select from supply.offer o where o.org_id = promise.counterparty_id and o.id = promise.offer_id)',
    },
  ),
  // Which receipts a reserved promise counts on; the sum of a receipt is inbound.claimed.
  `create table supply.inbound_claim (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null references organizations.organization,
    offer_id uuid not null, location text collate "C" not null, reference text collate "C" not null, promise_id uuid not null,
    kind text collate "C" not null check (kind in ('CLAIM', 'RELEASE')), claimed_delta numeric not null, at timestamptz not null default clock_timestamp(),
    primary key (org_id, id), unique (org_id, counterparty_id, promise_id, location, reference, kind))`,
  'create index inbound_claim_receipt on supply.inbound_claim (org_id, offer_id, location, reference)',
  'create index inbound_claim_counterparty on supply.inbound_claim (counterparty_id, promise_id)',
  wall(
    'two-party',
    'supply.inbound_claim',
    'What a promise to a buyer (counterparty) claims of an expected receipt, or gave back.',
    {
      app: '',
    },
  ),
  `create policy move on supply.inbound_claim for insert to entrepot_definer with check (org_id = ${ACTING} or counterparty_id = ${ACTING})`,
  'grant insert on supply.inbound_claim to entrepot_definer',
  // A buyer who has left the audience since still gives back what he claims.
  `create policy claimed on supply.inbound for select to entrepot_definer using ((org_id, offer_id, location, reference) in
    (select c.org_id, c.offer_id, c.location, c.reference from supply.inbound_claim c where c.counterparty_id = ${ACTING}))`,
];

const functions: readonly string[] = [
  // Holds exactly what the answer names: stock at its places, receipts by their reference. All of it or nothing: the caller rolls back.
  `create function supply.reserve_promise(p_id uuid, p_now timestamptz, p_until timestamptz) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_promise record;
     v_part record;
     v_part_id uuid;
   begin
     select p.* into v_promise from supply.promise p where p.org_id = v_org and p.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     if v_promise.status = 'RESERVED' then return 'RESERVED'; end if;
     if v_promise.status <> 'GIVEN' then return 'SPENT'; end if;
     if v_promise.answer ->> 'problem' is not null then return 'UNDATED'; end if;
     if v_promise.valid_until <= p_now then return 'EXPIRED'; end if;
     if not exists (select from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_promise.counterparty_id and p.status = 'ACTIVE')
       then return 'NO_PARTNERSHIP'; end if;
     select o.part_id into v_part_id from supply.offer o where o.org_id = v_promise.counterparty_id and o.id = v_promise.offer_id and o.status = 'ACTIVE';
     if not found then return 'WITHDRAWN'; end if;
     -- Rows are taken in the order in which orders lock them.
     perform 1 from supply.stock s where s.org_id = v_promise.counterparty_id and s.offer_id = v_promise.offer_id order by s.location for update;
     for v_part in
       select t.basis, t.place, t.reference, t.quantity
       from jsonb_to_recordset(v_promise.answer -> 'parts') as t (basis text, place text, reference text, quantity numeric) order by t.basis desc, t.place, t.reference
     loop
       if v_part.basis = 'STOCK' then
         update supply.stock s set reserved = s.reserved + v_part.quantity where s.org_id = v_promise.counterparty_id and s.offer_id = v_promise.offer_id
           and s.location = v_part.place and s.quantity - s.reserved >= v_part.quantity;
         if not found then return 'GONE'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
           values (v_promise.counterparty_id, v_org, v_promise.offer_id, v_part.place, 'RESERVE', v_part.quantity, 'promise:' || p_id, 'reserve');
       elsif v_part.basis = 'INBOUND' then
         update supply.inbound i set claimed = i.claimed + v_part.quantity where i.org_id = v_promise.counterparty_id and i.offer_id = v_promise.offer_id
           and i.location = v_part.place and i.reference = v_part.reference and i.quantity - i.claimed >= v_part.quantity;
         if not found then return 'GONE'; end if;
         insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
           values (v_promise.counterparty_id, v_org, v_promise.offer_id, v_part.place, v_part.reference, p_id, 'CLAIM', v_part.quantity);
       end if;
     end loop;
     update supply.promise p set status = 'RESERVED', held_until = p_until where p.org_id = v_org and p.id = p_id;
     perform supply.tell_stock_changed(v_promise.counterparty_id, array[v_part_id]);
     perform supply.refresh_part_supply(array[v_part_id]);
     return 'HELD';
   end $$`,
  // p_to says why: RELEASED by hand or by the clock, ORDERED when an order of the same work takes what becomes free.
  `create function supply.release_promise(p_id uuid, p_to text) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_promise record;
     v_claim record;
   begin
     if p_to not in ('RELEASED', 'ORDERED') then raise exception using errcode = '22023', message = 'a promise is released or ordered'; end if;
     select p.* into v_promise from supply.promise p where p.org_id = v_org and p.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     if v_promise.status <> 'RESERVED' then return v_promise.status; end if;
     perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', 'promise:' || p_id, 'buyer', v_org, 'supplier', v_promise.counterparty_id, 'movement', 'release')));
     for v_claim in
       select c.offer_id, c.location, c.reference, c.claimed_delta as quantity from supply.inbound_claim c
       where c.org_id = v_promise.counterparty_id and c.counterparty_id = v_org and c.promise_id = p_id and c.kind = 'CLAIM' order by c.location, c.reference
     loop
       -- A receipt that the supplier has taken off his list meanwhile has nothing to give back.
       update supply.inbound i set claimed = greatest(i.claimed - v_claim.quantity, 0) where i.org_id = v_promise.counterparty_id and i.offer_id = v_claim.offer_id
         and i.location = v_claim.location and i.reference = v_claim.reference;
       insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
         values (v_promise.counterparty_id, v_org, v_claim.offer_id, v_claim.location, v_claim.reference, p_id, 'RELEASE', -v_claim.quantity);
     end loop;
     update supply.promise p set status = p_to where p.org_id = v_org and p.id = p_id;
     return p_to;
   end $$`,
  `create function supply.forget_promises() returns bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
     with gone as (
       delete from supply.promise p
       where p.org_id = nullif(current_setting('app.org', true), '')::uuid and p.status = 'GIVEN' and p.asked_at < clock_timestamp() - interval '90 days' returning 1)
     select count(*) from gone
   $$`,
  'grant execute on function supply.reserve_promise(uuid, timestamptz, timestamptz), supply.release_promise(uuid, text), supply.forget_promises() to entrepot_app',
];

const sweeps: readonly string[] = [
  // Answers that nobody took up are kept for 90 days, as long as a question about them may come.
  `create function supply.buyers_with_old_promises() returns table (org_id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct p.org_id from supply.promise p where p.status = 'GIVEN' and p.asked_at < clock_timestamp() - interval '90 days' order by 1 limit 1000
   $$`,
];

/** Promises as they were given, and how one becomes a reservation. */
export class CreatePromise2026112205202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, tables);
    await sql(runner, as('entrepot_definer', 'supply', functions));
    await sql(runner, as('entrepot_jobs', 'supply', sweeps));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.buyers_with_old_promises()',
      'drop function supply.forget_promises()',
      'drop function supply.release_promise(uuid, text)',
      'drop function supply.reserve_promise(uuid, timestamptz, timestamptz)',
      'drop policy claimed on supply.inbound',
      'drop table supply.inbound_claim',
      'drop table supply.promise',
    ]);
  }
}
