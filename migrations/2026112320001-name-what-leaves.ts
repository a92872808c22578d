import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, rewriteDefiners, sql, undone, wall } from './support.js';

const table = [
  `create table supply.lot_departure (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null references organizations.organization, reference text collate "C" not null check (length(reference) between 1 and 255),
    movement text collate "C" not null check (length(movement) between 1 and 255), lot_id uuid, quantity numeric check (quantity > 0 and ${bounded('quantity')}), claimed numeric not null default 0 check (claimed >= 0 and claimed <= coalesce(quantity, 0)),
    lot_number text collate "C" check (length(lot_number) between 1 and 60), serial_number text collate "C" check (length(serial_number) between 1 and 60), condition text collate "C",
    certificates text[] collate "C" not null default '{}', trace text collate "C", shelf_life_on date, location text collate "C", at timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), foreign key (org_id, lot_id) references supply.lot, check (lot_number is not null or serial_number is not null), check (lot_id is null or quantity is not null))`,
  'create index lot_departure_reference on supply.lot_departure (org_id, reference, movement)',
  'create index lot_departure_lot on supply.lot_departure (org_id, lot_id)',
  'create index lot_departure_counterparty on supply.lot_departure (counterparty_id, reference)',
  wall(
    'two-party',
    'supply.lot_departure',
    'Units of a lot that left with a movement of an order line of a buyer (counterparty), as they were then; without a lot when its supplier states none for the offer.',
    { app: '', definer: 'select, insert' },
  ),
  // The order of an urgent request takes over what has left before it, by the hand of the buyer.
  `create policy depart on supply.lot_departure for insert to entrepot_definer with check (counterparty_id = ${ACTING})`,
];

const departs = [
  // p_lots: [{ line, offer, lot, quantity, lotNumber, serialNumber }], what of the acting supplier's lots leaves for order lines of a buyer; without
  // a lot only the name is kept. What a line has taken of other lots instead is given back, the latest expiring first. Stock itself is moved by what follows.
  `create function supply.depart_lots(p_buyer uuid, p_movement text, p_lots jsonb) returns void
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_named record;
     v_claim record;
     v_own numeric;
     v_take numeric;
     v_swapped jsonb := '{}';
     v_line record;
     v_left numeric;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     -- Stock before lots, both in the order in which reservations and claims lock them.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_lots) as n (line text)
         join supply.stock_ledger g on g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = n.line and g.movement = 'reserve')
       order by s.org_id, s.offer_id, s.location for update;
     perform 1 from supply.lot l where l.org_id = v_org and l.offer_id in (select n.offer from jsonb_to_recordset(p_lots) as n (offer uuid, lot uuid) where n.lot is not null)
       order by l.offer_id, l.id for update;
     for v_named in select n.* from jsonb_array_elements(p_lots) with ordinality as e (said, n)
         cross join lateral jsonb_to_record(e.said) as n (line text, offer uuid, lot uuid, quantity numeric, "lotNumber" text, "serialNumber" text) order by e.n loop
       if v_named.lot is null then
         insert into supply.lot_departure (org_id, counterparty_id, reference, movement, quantity, lot_number, serial_number)
           values (v_org, p_buyer, v_named.line, p_movement, v_named.quantity, v_named."lotNumber", v_named."serialNumber");
         continue;
       end if;
       update supply.lot_claim c set quantity = c.quantity - least(c.quantity, v_named.quantity) from supply.lot_claim b
         where c.org_id = v_org and c.lot_id = v_named.lot and c.counterparty_id = p_buyer and c.reference = v_named.line
           and (b.org_id, b.lot_id, b.counterparty_id, b.reference) = (c.org_id, c.lot_id, c.counterparty_id, c.reference)
         returning least(b.quantity, v_named.quantity) into v_own;
       v_own := coalesce(v_own, 0);
       update supply.lot l set taken = l.taken - v_own, quantity = greatest(l.quantity - v_named.quantity, 0)
         where l.org_id = v_org and l.id = v_named.lot and l.offer_id = v_named.offer and (v_own = v_named.quantity or l.quantity - l.taken >= v_named.quantity - v_own);
       if not found then raise exception using errcode = '40001', message = 'a lot moved meanwhile'; end if;
       insert into supply.lot_departure (org_id, counterparty_id, reference, movement, lot_id, quantity, claimed, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
         select v_org, p_buyer, v_named.line, p_movement, l.id, v_named.quantity, v_own, coalesce(l.lot_number, v_named."lotNumber"), coalesce(l.serial_number, v_named."serialNumber"),
           l.condition, l.certificates, l.trace, l.shelf_life_on, l.location from supply.lot l where l.org_id = v_org and l.id = v_named.lot;
       v_swapped := v_swapped || jsonb_build_object(v_named.line, (coalesce((v_swapped ->> v_named.line)::numeric, 0) + v_named.quantity - v_own)::text);
     end loop;
     for v_line in select k.key, k.value::numeric as quantity from jsonb_each_text(v_swapped) as k where k.value::numeric > 0 order by 1 loop
       v_left := v_line.quantity;
       for v_claim in select c.lot_id, c.quantity from supply.lot_claim c where c.org_id = v_org and c.counterparty_id = p_buyer and c.reference = v_line.key and c.quantity > 0
           order by c.shelf_life_on desc nulls first, c.lot_id desc loop
         exit when v_left <= 0;
         v_take := least(v_left, v_claim.quantity);
         update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_org and c.lot_id = v_claim.lot_id and c.counterparty_id = p_buyer and c.reference = v_line.key;
         update supply.lot l set taken = l.taken - v_take where l.org_id = v_org and l.id = v_claim.lot_id;
         v_left := v_left - v_take;
       end loop;
     end loop;
   end $$`,
];

const takesOf = (named: boolean): string => {
  const departure = `'despatch ' || (select p.version from procurement.purchase_order p where p.org_id = p_org and p.id = p_order)`;
  const [declared, first, movement] = named
    ? [
        `\n     v_movement text := ${departure};`,
        `
     if jsonb_typeof(p_move -> 'leaving') = 'array' then
       perform supply.depart_lots(p_org, v_movement, (select coalesce(jsonb_agg(n.lot || jsonb_build_object('offer', l.offer_id) order by n.n), '[]') from jsonb_array_elements(p_move -> 'leaving') with ordinality as n (lot, n)
         join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = (n.lot ->> 'line')::uuid));
     end if;`,
        'v_movement',
      ]
    : ['', '', departure];
  // What leaves with this move is taken from what its lines hold, as the supplier who sends it; the order's version names the cause, so it moves once.
  return `create or replace function procurement.take_shipped(p_org uuid, p_order uuid, p_move jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_line record;${declared}
   begin${first}
     for v_line in
       select l.id, least(l.reserved, sum(s.quantity)) as quantity from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text)
       join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id
       join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = s.line_id
       where t.event = 'SHIP' and s.substitute is null and l.reserved > 0 group by l.id, l.reserved order by l.id
     loop
       perform supply.consume_stock(jsonb_build_array(jsonb_build_object('line', v_line.id, 'buyer', p_org, 'quantity', v_line.quantity,
         'movement', ${movement})));
       update procurement.order_line l set reserved = l.reserved - v_line.quantity where l.org_id = p_org and l.order_id = p_order and l.id = v_line.id;
     end loop;
   end $$`;
};

const follows = [
  // Runs inside the functions that move stock: what a line gives back it gives back of its lots, the latest expiring first; what leaves the shelf without
  // being named leaves the lots that expire first. What of the same movement was named has left its lots already.
  `create or replace function supply.follow_ledger() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_left numeric := -new.reserved_delta;
     v_way integer := case new.kind when 'CONSUME' then 1 else -1 end;
     v_claim record;
     v_take numeric;
   begin
     if new.kind = 'CONSUME' then
       v_left := least(v_left, (select -sum(g.reserved_delta) from supply.stock_ledger g
           where g.org_id = new.org_id and g.counterparty_id = new.counterparty_id and g.reference = new.reference and g.movement = new.movement and g.kind = 'CONSUME')
         - (select coalesce(sum(d.quantity), 0) from supply.lot_departure d
           where d.org_id = new.org_id and d.counterparty_id = new.counterparty_id and d.reference = new.reference and d.movement = new.movement and d.lot_id is not null));
     end if;
     for v_claim in select c.*, row_number() over (order by c.shelf_life_on nulls last, c.lot_id) * v_way as n from supply.lot_claim c
         where c.org_id = new.org_id and c.counterparty_id = new.counterparty_id and c.reference = new.reference and c.quantity > 0 order by n loop
       exit when v_left <= 0;
       v_take := least(v_left, v_claim.quantity);
       update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_claim.org_id and c.lot_id = v_claim.lot_id and c.counterparty_id = v_claim.counterparty_id and c.reference = v_claim.reference;
       update supply.lot l set taken = l.taken - v_take, quantity = case new.kind when 'CONSUME' then greatest(l.quantity - v_take, 0) else l.quantity end where l.org_id = v_claim.org_id and l.id = v_claim.lot_id;
       if new.kind = 'CONSUME' then
         insert into supply.lot_departure (org_id, counterparty_id, reference, movement, lot_id, quantity, claimed, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
           values (new.org_id, new.counterparty_id, new.reference, new.movement, v_claim.lot_id, v_take, v_take, v_claim.lot_number, v_claim.serial_number, v_claim.condition, v_claim.certificates,
             v_claim.trace, v_claim.shelf_life_on, v_claim.location);
       end if;
       v_left := v_left - v_take;
     end loop;
     return null;
   end $$`,
];

const followsBefore = `create or replace function supply.follow_ledger() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_left numeric := -new.reserved_delta;
     v_claim record;
     v_take numeric;
   begin
     for v_claim in select c.* from supply.lot_claim c where c.org_id = new.org_id and c.counterparty_id = new.counterparty_id and c.reference = new.reference and c.quantity > 0
         order by c.shelf_life_on desc nulls first, c.lot_id desc loop
       exit when v_left <= 0;
       v_take := least(v_left, v_claim.quantity);
       update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_claim.org_id and c.lot_id = v_claim.lot_id and c.counterparty_id = v_claim.counterparty_id and c.reference = v_claim.reference;
       update supply.lot l set taken = l.taken - v_take, quantity = case new.kind when 'CONSUME' then greatest(l.quantity - v_take, 0) else l.quantity end where l.org_id = v_claim.org_id and l.id = v_claim.lot_id;
       v_left := v_left - v_take;
     end loop;
     return null;
   end $$`;

// Where the named lots lay the shelf is emptied first.
const consuming: readonly (readonly [string, string])[] = [
  [
    'group by 1, 2 having sum(g.reserved_delta) > 0 order by 1, 2',
    `group by 1, 2 having sum(g.reserved_delta) > 0
         order by not exists (select from supply.lot_departure d where d.org_id = v_line.supplier and d.counterparty_id = v_line.buyer and d.reference = v_line.line and d.movement = v_line.movement
           and d.location = g.location), 1, 2`,
  ],
];

/** A despatch names the lots and serials that leave; what is not named leaves the lots that expire first, and which they were is kept. */
export class NameWhatLeaves2026112320001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...table.flat(),
      ...as('entrepot_definer', 'supply', departs),
      ...follows,
      ...as('entrepot_definer', 'procurement', [takesOf(true)]),
    ]);
    await rewriteDefiners(runner, 'supply', { move_held_stock: consuming });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { move_held_stock: undone(consuming) });
    await sql(runner, [
      ...as('entrepot_definer', 'procurement', [takesOf(false)]),
      followsBefore,
      ...as('entrepot_definer', 'supply', ['drop function supply.depart_lots(uuid, text, jsonb)']),
      'drop table supply.lot_departure',
    ]);
  }
}
