import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

const supplyFunctions: readonly string[] = [
  // What a line of the acting buyer took from the shelf becomes a hold of his at the same places, so that the order that follows takes
  // the units that left and no others. Once per movement; null: the line took nothing, or gave it over already.
  `create function supply.recover_consumed(p_supplier uuid, p_line text, p_holder jsonb, p_movement text) returns uuid
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_hold uuid := platform.uuid_v7();
     v_offer uuid;
     v_part uuid;
     v_taken numeric;
     v_places jsonb;
   begin
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (select g.org_id, g.offer_id, g.location from supply.stock_ledger g
         where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.kind = 'CONSUME')
       order by s.org_id, s.offer_id, s.location for update;
     if exists (select from supply.stock_ledger g where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.movement = p_movement)
     then return null; end if;
     select x.offer_id, sum(x.taken), jsonb_object_agg(x.location, x.taken::text) into v_offer, v_taken, v_places
       from (select g.offer_id, g.location, -sum(g.reserved_delta) as taken from supply.stock_ledger g
         where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.kind = 'CONSUME' group by 1, 2) x group by x.offer_id;
     if v_offer is null then return null; end if;
     select o.part_id into v_part from supply.offer o where o.org_id = p_supplier and o.id = v_offer;
     if not found then return null; end if;
     update supply.stock s set quantity = s.quantity + k.value::numeric, reserved = s.reserved + k.value::numeric from jsonb_each_text(v_places) as k
       where s.org_id = p_supplier and s.offer_id = v_offer and s.location = k.key;
     insert into supply.stock_hold (org_id, id, counterparty_id, offer_id, part_id, holder_kind, holder_id, label, quantity, held, places, expires_at, idem_key, line)
       values (p_supplier, v_hold, v_org, v_offer, v_part, 'NAMED', (p_holder ->> 'id')::uuid, p_holder ->> 'label', v_taken, v_taken, v_places,
         clock_timestamp() + interval '1 hour', p_line || ' ' || p_movement, 0);
     insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
       select p_supplier, v_org, v_offer, k.key, m.kind, m.reserved * k.value::numeric, m.quantity * k.value::numeric, m.reference, m.movement
       from jsonb_each_text(v_places) as k, (values ('TRANSFER', 0, 1, p_line, p_movement), ('HOLD', 1, 0, 'hold:' || v_hold, 'hold')) as m (kind, reserved, quantity, reference, movement);
     return v_hold;
   end $$`,
];

const procurementFunctions: readonly string[] = [
  // Before the order of a request: locks it, and of one that has left gives the hold under which the order finds what was taken.
  `create function procurement.recover_urgent(p_request uuid) returns uuid
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_request record;
   begin
     select r.* into v_request from procurement.urgent_request r where r.org_id = ${ACTING} and r.id = p_request for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     if v_request.status <> 'SHIPPED' or v_request.order_id is not null then return null; end if;
     return supply.recover_consumed(v_request.counterparty_id, 'urgent:' || p_request, jsonb_build_object('id', p_request, 'label', v_request.number), 'ordered');
   end $$`,
  'grant execute on function procurement.recover_urgent(uuid) to entrepot_app',
];

// Goods that have left, or leave on the supplier's word before the order, are nobody else's: their hold does not lapse. What leaves is
// taken from the shelf; the order that follows takes it over at its place and takes it once.
const kept: readonly (readonly [string, string])[] = [
  [
    `or v_kind = 'HOLD_EXPIRED' and v_side = 'BUYER' and v_request.held > 0`,
    `or v_kind = 'HOLD_EXPIRED' and v_side = 'BUYER' and v_request.held > 0 and not (v_request.status = 'SHIPPED' or v_request.status = 'ACCEPTED' and v_request.po_by is not null)`,
  ],
  [
    `held = case when v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then 0`,
    `held = case when v_kind in ('DECLINED', 'SHIPPED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then 0`,
  ],
  [
    `     if v_request.held > 0 and v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then`,
    `     if v_kind = 'SHIPPED' and v_request.held > 0 then
       perform supply.consume_stock(jsonb_build_array(jsonb_build_object('line', 'urgent:' || p_request, 'buyer', p_buyer, 'movement', 'shipped')));
     end if;
     if v_kind = 'ORDERED' and v_request.status = 'SHIPPED' then
       perform supply.move_held_stock('CONSUME', (select jsonb_agg(jsonb_build_object('line', l.id, 'buyer', p_buyer, 'supplier', v_request.counterparty_id, 'quantity', t.taken, 'movement', 'urgent ' || p_request))
         from procurement.order_line l, (select sum(g.quantity_delta) as taken from supply.stock_ledger g where g.org_id = v_request.counterparty_id and g.counterparty_id = p_buyer
           and g.reference = 'urgent:' || p_request and g.movement = 'ordered' and g.kind = 'TRANSFER') t
         where l.org_id = p_buyer and l.order_id = (v_set ->> 'orderId')::uuid and t.taken > 0));
     end if;
     if v_request.held > 0 and v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then`,
  ],
];

/** What an urgent request holds stays until it is ordered once it leaves, and leaves the shelf with it. */
export class KeepUrgentHolds2026112210001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, as('entrepot_definer', 'supply', supplyFunctions));
    await sql(runner, as('entrepot_definer', 'procurement', procurementFunctions));
    await rewriteDefiners(runner, 'procurement', { move_urgent: kept });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'procurement', { move_urgent: undone(kept) });
    await sql(runner, [
      'drop function procurement.recover_urgent(uuid)',
      'drop function supply.recover_consumed(uuid, text, jsonb, text)',
    ]);
  }
}
