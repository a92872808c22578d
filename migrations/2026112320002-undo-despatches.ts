import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, rewriteDefiners, sql, undone } from './support.js';

const list = (text: string): string => `'${text.split(' ').join(`', '`)}'`;
const kinds =
  'PLACED RECEIVED ANSWERED PROPOSAL_ANSWERED PROPOSAL_ACCEPTED_BY_RULE CANCELLED CHANGE_REQUESTED REQUEST_ANSWERED REJECTED CLOSED_SHORT SHIPPED DELIVERED';
const moves = 'RESERVE RELEASE CONSUME HOLD EXPIRE TRANSFER OPEN CORRECT';

/** Rows of the longer list stay as they are on the way back. */
const words = (table: string, values: string, suffix = ''): string =>
  `alter table ${table} drop constraint ${table.split('.')[1]}_kind_check, add constraint ${table.split('.')[1]}_kind_check check (kind in (${list(values)}))${suffix}`;

/** The table of legal steps is written by nobody but migrations. */
const edges = (verb: 'insert' | 'delete', statement: string): string[] => [
  `grant ${verb} on procurement.schedule_edge to entrepot_definer`,
  ...as('entrepot_definer', 'procurement', [statement]),
  `revoke ${verb} on procurement.schedule_edge from entrepot_definer`,
];

const returns = [
  // What a movement of the acting supplier took from the shelf for an order line of a buyer stands there again and is held for the line as before; gives how much is
  // held. Once for each movement. Units that were counted since were never away from that count. Of lots the line holds those that it had sent.
  `create function supply.return_shipped(p_buyer uuid, p_line text, p_movement text) returns numeric
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row record;
     v_held numeric := 0;
     v_back numeric;
     v_part uuid;
     v_parts uuid[] := '{}';
     v_holds boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement)
       order by s.org_id, s.offer_id, s.location for update;
     if exists (select from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = 'undo ' || p_movement) then return 0; end if;
     for v_row in
       select g.offer_id, g.location, -sum(g.reserved_delta) as held, -sum(g.quantity_delta) as away, max(g.at) as at from supply.stock_ledger g
       where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement and g.kind = 'CONSUME' group by 1, 2 order by 1, 2
     loop
       update supply.stock s set reserved = s.reserved + v_row.held, quantity = s.quantity + case when s.source <> 'MANAGED' and s.as_of > v_row.at then 0 else v_row.away end
         where s.org_id = v_org and s.offer_id = v_row.offer_id and s.location = v_row.location
         returning case when s.source <> 'MANAGED' and s.as_of > v_row.at then 0 else v_row.away end into v_back;
       if not found then raise exception using errcode = 'EN404', message = 'no such stock'; end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
         values (v_org, p_buyer, v_row.offer_id, v_row.location, 'UNSHIP', v_row.held, v_back, p_line, 'undo ' || p_movement);
       v_held := v_held + v_row.held;
       select o.part_id into v_part from supply.offer o where o.org_id = v_org and o.id = v_row.offer_id;
       if v_part is not null then v_parts := v_parts || v_part; end if;
     end loop;
     v_holds := exists (select from supply.lot_claim c where c.org_id = v_org and c.counterparty_id = p_buyer and c.reference = p_line);
     for v_row in
       select l.id, case when l.as_of > d.at then 0 else d.quantity end as back, greatest(least(d.quantity, l.quantity + case when l.as_of > d.at then 0 else d.quantity end - l.taken), 0) as free
       from (select d.lot_id, sum(d.quantity) as quantity, max(d.at) as at from supply.lot_departure d
         where d.org_id = v_org and d.counterparty_id = p_buyer and d.reference = p_line and d.movement = p_movement and d.lot_id is not null group by 1) d
       join supply.lot l on l.org_id = v_org and l.id = d.lot_id order by l.id for update of l
     loop
       update supply.lot l set quantity = l.quantity + v_row.back, taken = l.taken + case when v_holds then v_row.free else 0 end where l.org_id = v_org and l.id = v_row.id;
       continue when not v_holds or v_row.free = 0;
       insert into supply.lot_claim as c (org_id, lot_id, counterparty_id, reference, quantity, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
         select v_org, l.id, p_buyer, p_line, v_row.free, l.lot_number, l.serial_number, l.condition, l.certificates, l.trace, l.shelf_life_on, l.location from supply.lot l where l.org_id = v_org and l.id = v_row.id
       on conflict (org_id, lot_id, counterparty_id, reference) do update set quantity = c.quantity + excluded.quantity;
     end loop;
     delete from supply.lot_departure d where d.org_id = v_org and d.counterparty_id = p_buyer and d.reference = p_line and d.movement = p_movement;
     if cardinality(v_parts) > 0 then
       perform supply.tell_stock_changed(v_org, v_parts);
       perform supply.refresh_part_supply(v_parts);
     end if;
     return v_held;
   end $$`,
];

const puts = [
  // What the despatch that made version \`undoes\` of the order took for its lines is put back, as the supplier who had sent it.
  `create function procurement.put_back(p_org uuid, p_order uuid, p_move jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_line uuid;
     v_held numeric;
   begin
     if not p_move ? 'undoes' then return; end if;
     for v_line in select distinct s.line_id from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text)
         join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id where t.event = 'UNSHIP' order by 1 loop
       v_held := supply.return_shipped(p_org, v_line::text, 'despatch ' || (p_move ->> 'undoes'));
       update procurement.order_line l set reserved = l.reserved + v_held where l.org_id = p_org and l.order_id = p_order and l.id = v_line and v_held > 0;
     end loop;
   end $$`,
];

const moving: readonly (readonly [string, string])[] = [
  [
    'perform procurement.take_shipped(p_org, p_order, p_move);',
    'perform procurement.take_shipped(p_org, p_order, p_move);\n     perform procurement.put_back(p_org, p_order, p_move);',
  ],
  [
    `when t.event in ('CONFIRM', 'BACKORDER') then t."shipOn"`,
    `when t.event in ('CONFIRM', 'BACKORDER', 'UNSHIP') then t."shipOn"`,
  ],
  [
    `when t.event in ('CONFIRM', 'BACKORDER') then t."deliverOn"`,
    `when t.event in ('CONFIRM', 'BACKORDER', 'UNSHIP') then t."deliverOn"`,
  ],
];

/** A despatch that was entered by mistake is undone while nothing of it has arrived. */
export class UndoDespatches2026112320002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      words('procurement.order_event', `${kinds} DESPATCH_UNDONE`),
      words('supply.stock_ledger', `${moves} UNSHIP`),
      'grant delete on supply.lot_departure to entrepot_definer',
      ...edges(
        'insert',
        `insert into procurement.schedule_edge (side, event, from_status, base_status, to_status) values ('SUPPLIER', 'UNSHIP', 'SHIPPED', 'REQUESTED', 'CONFIRMED')`,
      ),
      ...as('entrepot_definer', 'supply', returns),
      ...as('entrepot_definer', 'procurement', puts),
    ]);
    await rewriteDefiners(runner, 'procurement', { move_order: moving });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'procurement', { move_order: undone(moving) });
    await sql(runner, [
      ...as('entrepot_definer', 'procurement', ['drop function procurement.put_back(uuid, uuid, jsonb)']),
      ...as('entrepot_definer', 'supply', ['drop function supply.return_shipped(uuid, text, text)']),
      ...edges('delete', `delete from procurement.schedule_edge where event = 'UNSHIP'`),
      'revoke delete on supply.lot_departure from entrepot_definer',
      words('supply.stock_ledger', moves, ' not valid'),
      words('procurement.order_event', kinds, ' not valid'),
    ]);
  }
}
