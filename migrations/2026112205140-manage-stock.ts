import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql, wall } from './support.js';

const acting = `nullif(current_setting('app.org', true), '')::uuid`;

const tables: readonly (string | string[])[] = [
  `create table supply.managed_location (
    org_id uuid not null, location text collate "C" not null check (length(location) between 1 and 40),
    since timestamptz not null default transaction_timestamp(), primary key (org_id, location))`,
  wall(
    'private',
    'supply.managed_location',
    'A place whose stock is managed here: reports leave it alone, its ledger is the count.',
    {
      app: '',
      definer: 'select, insert, delete',
    },
  ),
  // A part that comes to a place for the first time.
  'grant insert on supply.stock to entrepot_definer',
  `create policy open on supply.stock for insert to entrepot_definer with check (org_id = ${ACTING})`,
];

const functions: readonly string[] = [
  /*
   * p_lines: [{ n, offer, location, quantity?, delta?, reason, note?, reference }]: \`quantity\` says what is there, \`delta\` what came or went.
   * The row is locked, so the delta of the ledger is what really changed; one reference corrects a place once.
   */
  `create function supply.correct_stock(p_lines jsonb, p_member uuid) returns table (n integer, outcome text, quantity numeric, reserved numeric)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
     v_line record;
     v_offer record;
     v_stock record;
     v_next numeric;
     v_parts uuid[] := '{}';
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in
       select l.* from jsonb_to_recordset(p_lines) as l (n integer, offer uuid, location text, quantity numeric, delta numeric, reason text, note text, reference text)
       order by l.offer, l.location, l.n
     loop
       n := v_line.n; quantity := null; reserved := null;
       select o.part_id, o.audience into v_offer from supply.offer o where o.org_id = v_org and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       insert into supply.stock (org_id, offer_id, location, audience, quantity, as_of, source)
         values (v_org, v_line.offer, v_line.location, v_offer.audience, 0, clock_timestamp(),
           case when exists (select 1 from supply.managed_location m where m.org_id = v_org and m.location = v_line.location) then 'MANAGED' else 'MANUAL' end)
         on conflict do nothing;
       select s.quantity, s.reserved, s.source into v_stock from supply.stock s where s.org_id = v_org and s.offer_id = v_line.offer and s.location = v_line.location for update;
       if exists (select 1 from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = v_org and g.reference = v_line.reference
                  and g.movement = 'correct' and g.location = v_line.location) then
         outcome := 'CORRECTED'; quantity := v_stock.quantity; reserved := v_stock.reserved; return next; continue;
       end if;
       v_next := coalesce(v_line.quantity, v_stock.quantity + v_line.delta);
       if v_next < 0 then outcome := 'BELOW_ZERO'; quantity := v_stock.quantity; reserved := v_stock.reserved; return next; continue; end if;
       update supply.stock s set quantity = v_next, as_of = clock_timestamp(), source = case s.source when 'MANAGED' then 'MANAGED' else 'MANUAL' end
         where s.org_id = v_org and s.offer_id = v_line.offer and s.location = v_line.location;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement, reason, note, member_id)
         values (v_org, v_org, v_line.offer, v_line.location, 'CORRECT', 0, v_next - v_stock.quantity, v_line.reference, 'correct', v_line.reason, v_line.note, p_member);
       v_parts := v_parts || v_offer.part_id;
       outcome := 'CORRECTED'; quantity := v_next; reserved := v_stock.reserved;
       return next;
     end loop;
     if cardinality(v_parts) > 0 then
       perform supply.tell_stock_changed(v_org, v_parts);
       perform supply.refresh_part_supply(v_parts);
     end if;
   end $$`,
  // From now on the quantities of a place are the sums of its ledger: an opening row makes up what the ledger did not see.
  `create function supply.manage_location(p_location text, p_managed boolean) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
     v_rows integer;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if p_managed then
       insert into supply.managed_location (org_id, location) values (v_org, p_location) on conflict do nothing;
     else
       delete from supply.managed_location m where m.org_id = v_org and m.location = p_location;
     end if;
     if not found then return 0; end if;
     perform 1 from supply.stock s where s.org_id = v_org and s.location = p_location order by s.offer_id for update;
     update supply.stock s set source = case when p_managed then 'MANAGED' else 'MANUAL' end, as_of = clock_timestamp() where s.org_id = v_org and s.location = p_location;
     get diagnostics v_rows = row_count;
     if p_managed then
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
         select v_org, v_org, s.offer_id, p_location, 'OPEN', 0, s.quantity - coalesce(g.moved, 0), 'open:' || s.offer_id || ':' || clock_timestamp(), 'open'
         from supply.stock s left join (select x.offer_id, sum(x.quantity_delta) as moved from supply.stock_ledger x
           where x.org_id = v_org and x.location = p_location group by x.offer_id) g on g.offer_id = s.offer_id
         where s.org_id = v_org and s.location = p_location order by s.offer_id;
     end if;
     return v_rows;
   end $$`,
  'grant execute on function supply.correct_stock(jsonb, uuid), supply.manage_location(text, boolean) to entrepot_app',
];

/** Stock that is managed here: corrections with a reason, and places whose ledger is the count. */
export class ManageStock2026112205140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, tables);
    await sql(runner, as('entrepot_definer', 'supply', functions));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.manage_location(text, boolean)',
      'drop function supply.correct_stock(jsonb, uuid)',
      'drop policy open on supply.stock',
      'revoke insert on supply.stock from entrepot_definer',
      'drop table supply.managed_location',
    ]);
  }
}
