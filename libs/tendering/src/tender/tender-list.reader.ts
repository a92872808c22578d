import { z } from 'zod';
import {
  type Connection,
  checkInput,
  connection,
  type Keyset,
  keyset,
  type Ordering,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';
import type { Tender } from './tender.entity.js';
import type { TenderStatus } from './tender.lifecycle.js';
import { statusSql, tenderColumns, withTimes } from './tender.reader.js';

/** Which tenders a list shows: BUY one's own, SELL those that one may bid for. */
export interface TenderFilter {
  side: 'BUY' | 'SELL';
  statuses?: readonly TenderStatus[] | null;
  /** The beginning of number or title, up to 200 characters. */
  text?: string | null;
  /** Only those to which the acting organisation was invited. */
  invited?: boolean;
}

export type TenderOrder = 'LATEST' | 'CLOSES_AT_ASC' | 'CLOSES_AT_DESC';

const latest = { BUY: 't.created_at', SELL: 't.published_at' } as const;
/** A draft may have no deadline yet: such a one comes last, or first the other way round. */
const deadline = `coalesce(t.closes_at, 'infinity'::timestamptz)`;

function orderingOf(side: TenderFilter['side'], by: TenderOrder): Ordering {
  const descending = by !== 'CLOSES_AT_ASC';
  const first = by === 'LATEST' ? latest[side] : deadline;
  return {
    name: `tenders:${side}:${by}`,
    columns: [
      { sql: first, cast: 'timestamptz', descending },
      { sql: 't.id', cast: 'uuid', descending },
    ],
  };
}

const searched = z.object({ text: z.string().trim().max(200).nullish() });

/**
 * A page of tenders: one's own, or those of others that are open to suppliers or to which one was invited; the latest first unless `orderBy` says
 * otherwise. Throws BadInput.
 */
export async function listTenders(
  work: Work,
  { filter, orderBy = 'LATEST', ...args }: PageArgs & { filter: TenderFilter; orderBy?: TenderOrder },
): Promise<Connection<Tender>> {
  const ordering = orderingOf(filter.side, orderBy);
  const page = pageOf(args, ordering);
  // Only what is asked for stands in the statement: an index serves a condition, not "or nothing is asked".
  const values: unknown[] = [work.actor.orgId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, bind);
  const key = keyset(page, ordering, values.length + 1);
  const found = await rows<Tender & { sortText: string }>(
    work,
    `with page as materialized (${pageSql(filter, key, conditions)})
     select ${tenderColumns}, ${ordering.columns[0]?.sql}::text as "sortText" from page p join tendering.tender t on t.org_id = p.org_id and t.id = p.id order by ${key.orderBy}`,
    [...values, ...key.values],
  );
  return connection(
    found.map((row) => ({ ...withTimes(row), sortText: row.sortText })),
    page,
    (row) => [row.sortText, row.id],
  );
}

/** What narrows the list. A beginning is a range, which an index serves in the order of bytes. */
function conditionsOf({ statuses, text }: TenderFilter, bind: (value: unknown) => string): string[] {
  const sought = checkInput(searched, { text }).text;
  const startsWith = (column: string, value: string): string => `${column} >= ${value} and ${column} <= ${value} || chr(1114111)`;
  const named = (value: string): string =>
    `(${startsWith('t.number', `${value}::text`)} or ${startsWith('t.title_key', `lower(${value}::text)`)})`;
  return [
    ...(sought ? [named(bind(sought))] : []),
    ...(statuses?.length ? [`${statusSql} = any (${bind(statuses)}::text[])`] : []),
  ];
}

/** The keys of a page. What is open comes along its index, what one was invited to from one's own invitations; the latest of both are the page. */
function pageSql({ side, invited: alone }: TenderFilter, key: Keyset, conditions: readonly string[]): string {
  const where = [...conditions, key.where].join(' and ');
  const part = (from: string): string =>
    `(select t.org_id, t.id, t.created_at, t.published_at, t.closes_at from ${from} and ${where} order by ${key.orderBy} limit ${key.limit})`;
  if (side === 'BUY') return part('tendering.tender t where t.org_id = $1');
  const open = `tendering.tender t where t.shown = 'OPEN' and t.org_id <> $1 and (select 'SUPPLIER' = any (o.roles) from organizations.organization o where o.id = $1)`;
  const invited = `tendering.invitation i join tendering.tender t on t.org_id = i.org_id and t.id = i.tender_id where i.counterparty_id = $1 and t.shown <> 'DRAFT'`;
  if (alone) return part(invited);
  // An open tender to which one was invited too comes along the first way.
  return `select * from (${part(open)} union all ${part(`${invited} and t.shown = 'INVITED'`)}) t order by ${key.orderBy} limit ${key.limit}`;
}
