import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, rewriteDefiners, sql, undone } from './support.js';

const list = (...values: string[]): string => values.map((value) => `'${value}'`).join(', ');
const bases = list('REQUESTED', 'CONFIRMED', 'BACKORDERED');
const finals = list('REJECTED', 'CANCELLED', 'CLOSED_SHORT');
const gone = list('SHIPPED', 'DELIVERED');
const schedule = `${bases}, ${list('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED', 'CHANGE_REQUESTED', 'CANCEL_REQUESTED')}, ${finals}`;
const orders = list(
  'SENT',
  'RECEIVED',
  'PART_CONFIRMED',
  'CONFIRMED',
  'CHANGE_PROPOSED',
  'REJECTED',
  'PART_CANCELLED',
  'CANCELLED',
  'COMPLETE',
);
const events = list(
  'PLACED',
  'RECEIVED',
  'ANSWERED',
  'PROPOSAL_ANSWERED',
  'PROPOSAL_ACCEPTED_BY_RULE',
  'CANCELLED',
  'CHANGE_REQUESTED',
  'REQUEST_ANSWERED',
  'REJECTED',
  'CLOSED_SHORT',
);

/** One of a list of words, in the place of the list before. */
const words = (table: string, column: string, values: string): string =>
  `alter table procurement.${table} drop constraint ${table}_${column}_check, add constraint ${table}_${column}_check check (${column} in (${values}))`;
/** The list before again. What has left keeps its word: on the way back nothing is unsaid, and whoever comes up again finds it as it was. */
const wordsAgain = (table: string, column: string, values: string): string => `${words(table, column, values)} not valid`;

const statusOf = (shipped: boolean): string => {
  const [ended, partly, left] = shipped
    ? [
        `when bool_and(s.base is null) then case when bool_or(s.status = 'SHIPPED') then 'SHIPPED' else 'DELIVERED' end
       `,
        ` or s.status in (${gone})`,
        `when bool_or(s.status in (${gone})) then 'PART_SHIPPED'
       `,
      ]
    : ['', '', ''];
  // The same rule as orderStatus in order-status.ts; a test compares the two.
  return `create or replace function procurement.status_of(p_org uuid, p_order uuid) returns text language sql stable as $$
     select case
       when bool_or(s.status in ('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED')) then 'CHANGE_PROPOSED'
       when bool_and(s.status in (${finals})) then case when bool_or(s.status = 'CLOSED_SHORT') then 'COMPLETE' when bool_and(s.status = 'REJECTED') then 'REJECTED' else 'CANCELLED' end
       ${ended}when bool_or(s.base = 'REQUESTED') then case
         when bool_or(s.base in ('CONFIRMED', 'BACKORDERED') or s.status = 'REJECTED'${partly}) then 'PART_CONFIRMED'
         when (select o.acknowledged_at from procurement.purchase_order o where o.org_id = p_org and o.id = p_order) is not null then 'RECEIVED' else 'SENT' end
       ${left}when bool_or(s.base = 'BACKORDERED' or s.status = 'REJECTED') then 'PART_CONFIRMED'
       when bool_or(s.status in ('CANCELLED', 'CLOSED_SHORT')) then 'PART_CANCELLED'
       else 'CONFIRMED' end
     from (select l.status, case when l.status in (${bases}) then l.status when l.status in (${finals}${shipped ? `, ${gone}` : ''}) then null else ${shipped ? `coalesce(l.base, 'REQUESTED')` : 'l.base'} end as base
           from procurement.schedule_line l where l.org_id = p_org and l.order_id = p_order) s
   $$`;
};

/** The table of legal steps is written by nobody but migrations. */
const edges = (verb: 'insert' | 'delete', statement: string): string[] => [
  `grant ${verb} on procurement.schedule_edge to entrepot_definer`,
  ...as('entrepot_definer', 'procurement', [statement]),
  `revoke ${verb} on procurement.schedule_edge from entrepot_definer`,
];

const takes = [
  // What leaves with this move is taken from what its lines hold, as the supplier who sends it; the order's version names the cause, so it moves once.
  `create function procurement.take_shipped(p_org uuid, p_order uuid, p_move jsonb) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_line record;
   begin
     for v_line in
       select l.id, least(l.reserved, sum(s.quantity)) as quantity from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text)
       join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id
       join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = s.line_id
       where t.event = 'SHIP' and s.substitute is null and l.reserved > 0 group by l.id, l.reserved order by l.id
     loop
       perform supply.consume_stock(jsonb_build_array(jsonb_build_object('line', v_line.id, 'buyer', p_org, 'quantity', v_line.quantity,
         'movement', 'despatch ' || (select p.version from procurement.purchase_order p where p.org_id = p_org and p.id = p_order))));
       update procurement.order_line l set reserved = l.reserved - v_line.quantity where l.org_id = p_org and l.order_id = p_order and l.id = v_line.id;
     end loop;
   end $$`,
];

const moving: readonly (readonly [string, string])[] = [
  [
    '     perform procurement.settle_order(p_org, p_order);\n     perform procurement.fit_cores',
    '     perform procurement.take_shipped(p_org, p_order, p_move);\n     perform procurement.settle_order(p_org, p_order);\n     perform procurement.fit_cores',
  ],
  [
    `when t.event in ('CONFIRM', 'BACKORDER') then t."shipOn" else`,
    `when t.event in ('CONFIRM', 'BACKORDER') then t."shipOn" when t.event = 'SHIP' then coalesce(t."shipOn", s.ship_on) else`,
  ],
  [
    `when t.event in ('CONFIRM', 'BACKORDER') then t."deliverOn" else`,
    `when t.event in ('CONFIRM', 'BACKORDER') then t."deliverOn" when t.event in ('SHIP', 'RECEIVE') then coalesce(t."deliverOn", s.deliver_on) else`,
  ],
];
// Stock stands behind what has not left yet.
const settling: readonly (readonly [string, string])[] = [
  [`s.status not in (${finals}) and s.substitute is null`, `s.status not in (${finals}, ${gone}) and s.substitute is null`],
];

/** Quantities of an order leave its supplier and arrive: what they hold is taken from the shelf in the same move, once. */
export class ShipOrders2026112250002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      words('schedule_line', 'status', `${schedule}, ${gone}`),
      words('purchase_order', 'status', `${orders}, 'PART_SHIPPED', ${gone}`),
      words('order_event', 'kind', `${events}, ${gone}`),
      ...edges(
        'insert',
        `insert into procurement.schedule_edge (side, event, from_status, base_status, to_status)
           select 'SUPPLIER', 'SHIP', b, b, 'SHIPPED' from unnest(array[${bases}]) b union all select 'BUYER', 'RECEIVE', 'SHIPPED', 'REQUESTED', 'DELIVERED'`,
      ),
      statusOf(true),
      ...as('entrepot_definer', 'procurement', takes),
    ]);
    await rewriteDefiners(queryRunner, 'procurement', { move_order: moving, settle_order: settling });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteDefiners(queryRunner, 'procurement', { move_order: undone(moving), settle_order: undone(settling) });
    await sql(queryRunner, [
      ...as('entrepot_definer', 'procurement', ['drop function procurement.take_shipped(uuid, uuid, jsonb)']),
      statusOf(false),
      ...edges('delete', `delete from procurement.schedule_edge where event in ('SHIP', 'RECEIVE')`),
      wordsAgain('order_event', 'kind', events),
      wordsAgain('purchase_order', 'status', orders),
      wordsAgain('schedule_line', 'status', schedule),
    ]);
  }
}
