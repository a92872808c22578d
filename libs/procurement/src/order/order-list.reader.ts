import { type Connection, connection, keyset, type Ordering, type PageArgs, pageOf, rows, type Work } from '#libs/platform';
import { type Order } from './order.entity.js';
import { orderColumns } from './order.reader.js';
import type { OrderStatus } from './order-status.js';
import type { Side } from './schedule-status.js';

/** Which orders a list shows. `text` finds by the beginning of the buyer's or the supplier's number. */
export interface OrderFilter {
  side?: Side | null;
  statuses?: readonly OrderStatus[] | null;
  partnerId?: string | null;
  text?: string | null;
}

export type OrderOrder = 'PLACED_AT_DESC' | 'PLACED_AT_ASC' | 'NUMBER_ASC' | 'NUMBER_DESC';

const orderings: Record<OrderOrder, Ordering> = {
  PLACED_AT_DESC: {
    name: 'orders:PLACED_AT_DESC',
    columns: [
      { sql: 'o.placed_at', cast: 'timestamptz', descending: true },
      { sql: 'o.id', cast: 'uuid', descending: true },
    ],
  },
  PLACED_AT_ASC: {
    name: 'orders:PLACED_AT_ASC',
    columns: [
      { sql: 'o.placed_at', cast: 'timestamptz' },
      { sql: 'o.id', cast: 'uuid' },
    ],
  },
  NUMBER_ASC: {
    name: 'orders:NUMBER_ASC',
    columns: [
      { sql: 'o.number', cast: 'text' },
      { sql: 'o.id', cast: 'uuid' },
    ],
  },
  NUMBER_DESC: {
    name: 'orders:NUMBER_DESC',
    columns: [
      { sql: 'o.number', cast: 'text', descending: true },
      { sql: 'o.id', cast: 'uuid', descending: true },
    ],
  },
};

const sides: Record<Side, string> = { BUYER: 'o.org_id = $1', SUPPLIER: 'o.counterparty_id = $1' };

/**
 * A page of the actor's orders, bought and sold. Each side is a branch of its own with its own index and limit, so that an
 * organisation that does both is served as fast as one that does one. `placedAtText` keeps microseconds for the cursor.
 */
export async function listOrders(
  work: Work,
  args: PageArgs & { filter?: OrderFilter | null; orderBy?: OrderOrder | null },
): Promise<Connection<Order>> {
  const ordering = orderings[args.orderBy ?? 'PLACED_AT_DESC'];
  const page = pageOf(args, ordering);
  const where = filterOf(args.filter ?? {});
  const key = keyset(page, ordering, 5);
  const branch = (side: Side): string =>
    `(select ${orderColumns}, o.placed_at::text as "placedAtText" from procurement.purchase_order o
      where ${sides[side]} and ${where.sql} and ${key.where} order by ${key.orderBy} limit ${key.limit})`;
  const chosen: Side[] = args.filter?.side ? [args.filter.side] : ['BUYER', 'SUPPLIER'];
  const outer = key.orderBy.replaceAll('o.placed_at', '"placedAt"').replaceAll('o.', '');
  const found = await rows<Order & { placedAtText: string }>(
    work,
    `select * from (${chosen.map(branch).join(' union all ')}) o order by ${outer} limit ${key.limit}`,
    [work.actor.orgId, ...where.values, ...key.values],
  );
  return connection(found, page, (row) => [ordering.columns[0]?.sql === 'o.number' ? row.number : row.placedAtText, row.id]);
}

/** How many orders the filter finds, counted up to 10,000. */
export async function countOrders(work: Work, filter: OrderFilter): Promise<number> {
  const where = filterOf(filter);
  const side = filter.side ? sides[filter.side] : '(o.org_id = $1 or o.counterparty_id = $1)';
  const [row] = await rows<{ count: number }>(
    work,
    `select count(*)::integer as count from (select from procurement.purchase_order o where ${side} and ${where.sql} limit 10000) t`,
    [work.actor.orgId, ...where.values],
  );
  return row?.count ?? 0;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What is no id is the id of nobody: PostgreSQL is not asked to read it. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Parameters 2 to 4. Ranges of text instead of LIKE: behind a wall only leakproof comparisons use an index (decisions 1). */
function filterOf(filter: OrderFilter): { sql: string; values: [readonly string[] | null, string | null, string | null] } {
  const text = filter.text?.trim() || null;
  return {
    sql: `($2::text[] is null or o.status = any ($2)) and ($3::uuid is null or $3 in (o.org_id, o.counterparty_id))
      and ($4::text is null or (o.number >= $4 and o.number <= $4 || chr(1114111)) or (o.supplier_number >= $4 and o.supplier_number <= $4 || chr(1114111)))`,
    values: [
      filter.statuses?.length ? filter.statuses : null,
      filter.partnerId == null || uuid.test(filter.partnerId) ? (filter.partnerId ?? null) : nobody,
      text,
    ],
  };
}
