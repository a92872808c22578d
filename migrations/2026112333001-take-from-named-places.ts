import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteDefiners, undone } from './support.js';

const reserved = `and g.reference = n.line and g.movement = 'reserve')`;
const departing = [
  [
    reserved,
    `and g.reference = n.line
         union all select l.org_id, l.offer_id, l.location from jsonb_to_recordset(p_lots) as n (lot uuid) join supply.lot l on l.org_id = v_org and l.id = n.lot)`,
  ],
] as const;

const left = `d.org_id = v_line.supplier and d.counterparty_id = v_line.buyer and d.reference = v_line.line and d.movement = v_line.movement`;
const moving = [
  [
    'select l.line, l.buyer, l.supplier, l.quantity, l.movement\n       from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, quantity numeric, movement text)',
    'select l.line, l.buyer, l.supplier, l.quantity, l.movement, l.shipped\n       from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, quantity numeric, movement text, shipped numeric)',
  ],
  [
    '     v_out numeric;\n',
    '     v_out numeric;\n     v_named jsonb;\n     v_there numeric;\n     v_rest numeric;\n     v_offer uuid;\n',
  ],
  [
    `and g.reference = l.line and g.movement = 'reserve')`,
    `and g.reference = l.line
         union all select d.org_id, o.offer_id, d.location from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, movement text)
         join supply.lot_departure d on d.org_id = l.supplier and d.counterparty_id = l.buyer and d.reference = l.line and d.movement = l.movement
         join supply.lot o on o.org_id = d.org_id and o.id = d.lot_id)`,
  ],
  [
    `and g.reference = v_line.line and g.movement = v_line.movement) then return next; continue; end if;`,
    `and g.reference = v_line.line and g.movement = v_line.movement) then return next; continue; end if;
       -- What is named leaves from where it lay, wherever it was held; the rest from where it is held.
       v_named := null; v_rest := 0;
       if p_kind = 'CONSUME' then
         select jsonb_object_agg(n.location, n.quantity), greatest(coalesce(v_line.shipped, v_left, (select coalesce(sum(g.reserved_delta), 0) from supply.stock_ledger g
             where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer and g.reference = v_line.line)) - sum(n.quantity), 0), (array_agg(n.offer_id))[1] into v_named, v_rest, v_offer
           from (select d.location, o.offer_id, sum(d.quantity) as quantity from supply.lot_departure d join supply.lot o on o.org_id = d.org_id and o.id = d.lot_id
             where ${left} and d.location is not null group by 1, 2) n;
       end if;`,
  ],
  [
    `v_out := case when p_kind = 'CONSUME' then least(v_take, v_stock.quantity) else 0 end;`,
    `v_there := coalesce((v_named ->> v_row.location)::numeric, 0);
         v_out := case when p_kind <> 'CONSUME' then 0 when v_named is null then v_take else v_there + least(v_rest, greatest(v_take - v_there, 0)) end;
         v_rest := v_rest - greatest(v_out - v_there, 0);
         v_out := least(v_out, v_stock.quantity);
         v_named := v_named - v_row.location;`,
  ],
  [
    `       if cardinality(v_parts) > 0 then perform supply.tell_stock_changed(v_line.supplier, v_parts); end if;`,
    `       for v_row in select k.key as location, k.value::numeric as quantity from jsonb_each_text(v_named) as k order by 1 loop
         select least(s.quantity, v_row.quantity) as out, o.part_id into v_stock from supply.stock s left join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
           where s.org_id = v_line.supplier and s.offer_id = v_offer and s.location = v_row.location;
         continue when not found or v_stock.out = 0;
         update supply.stock s set quantity = s.quantity - v_stock.out where s.org_id = v_line.supplier and s.offer_id = v_offer and s.location = v_row.location;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
           values (v_line.supplier, v_line.buyer, v_offer, v_row.location, p_kind, 0, -v_stock.out, v_line.line, v_line.movement);
         if v_stock.part_id is not null then v_parts := v_parts || v_stock.part_id; v_crossed := v_crossed || v_stock.part_id; end if;
       end loop;
       if cardinality(v_parts) > 0 then perform supply.tell_stock_changed(v_line.supplier, v_parts); end if;`,
  ],
] as const;

const taking = [
  [
    'select l.id, least(l.reserved, sum(s.quantity)) as quantity from',
    'select l.id, nullif(least(l.reserved, sum(s.quantity)), 0) as quantity, sum(s.quantity) as shipped from',
  ],
  [`'quantity', v_line.quantity,`, `'quantity', v_line.quantity, 'shipped', v_line.shipped,`],
  [
    'and l.reserved > 0 group by l.id, l.reserved order by l.id',
    `and (l.reserved > 0 or exists (select from supply.lot_departure d where d.org_id = l.counterparty_id and d.counterparty_id = p_org and d.reference = l.id::text
           and d.movement = v_movement and d.lot_id is not null)) group by l.id, l.reserved order by l.id`,
  ],
  ['set reserved = l.reserved - v_line.quantity where', 'set reserved = l.reserved - coalesce(v_line.quantity, 0) where'],
] as const;

const held = `select g.offer_id, g.location, -sum(g.reserved_delta) as held, -sum(g.quantity_delta) as away, max(g.at) as at from supply.stock_ledger g
       where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement and g.kind = 'CONSUME' group by 1, 2 order by 1, 2`;
const returning = [
  [
    held,
    `select r.offer_id, r.location, r.away, r.at, least(r.away, greatest(r.all_held - r.earlier, 0)) + case r.n when 1 then greatest(r.all_held - r.all_away, 0) else 0 end as held
       from (select t.*, sum(t.held) over () as all_held, sum(t.away) over () as all_away, coalesce(sum(t.away) over (order by t.offer_id, t.location rows between unbounded preceding and 1 preceding), 0) as earlier,
           row_number() over (order by t.held - t.away desc, t.offer_id, t.location) as n
         from (select g.offer_id, g.location, -sum(g.reserved_delta) as held, -sum(g.quantity_delta) as away, max(g.at) as at from supply.stock_ledger g
           where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement and g.kind = 'CONSUME' group by 1, 2) t) r order by 1, 2`,
  ],
] as const;

const putting = [
  [
    `if not p_move ? 'undoes' then return; end if;`,
    `if not p_move ? 'undoes' then return; end if;
     -- All of them before any is moved, stock before lots, in the order in which reservations and claims lock them.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_move -> 'steps') as t (id uuid)
         join procurement.schedule_line n on n.org_id = p_org and n.order_id = p_order and n.id = t.id
         join supply.stock_ledger g on g.org_id = n.counterparty_id and g.counterparty_id = p_org and g.reference = n.line_id::text and g.movement = 'despatch ' || (p_move ->> 'undoes'))
       order by s.org_id, s.offer_id, s.location for update;
     perform 1 from supply.lot l where (l.org_id, l.id) in (
         select d.org_id, d.lot_id from jsonb_to_recordset(p_move -> 'steps') as t (id uuid)
         join procurement.schedule_line n on n.org_id = p_org and n.order_id = p_order and n.id = t.id
         join supply.lot_departure d on d.org_id = n.counterparty_id and d.counterparty_id = p_org and d.reference = n.line_id::text and d.movement = 'despatch ' || (p_move ->> 'undoes'))
       order by l.offer_id, l.id for update;`,
  ],
] as const;

// A despatch can be undone until it has arrived: so long a line keeps what it claims of expected receipts.
const settling = [
  [
    `and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT', 'SHIPPED', 'DELIVERED') and s.substitute is null)));`,
    `and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT', 'DELIVERED') and s.substitute is null)));`,
  ],
] as const;

/** A lot that is named leaves the stock of the place where it lay, also when its line held stock elsewhere or none; undone it is held there. */
export class TakeFromNamedPlaces2026112333001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { depart_lots: departing, move_held_stock: moving, return_shipped: returning });
    await rewriteDefiners(runner, 'procurement', { take_shipped: taking, put_back: putting, settle_order: settling });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'procurement', {
      take_shipped: undone(taking),
      put_back: undone(putting),
      settle_order: undone(settling),
    });
    await rewriteDefiners(runner, 'supply', {
      depart_lots: undone(departing),
      move_held_stock: undone(moving),
      return_shipped: undone(returning),
    });
  }
}
