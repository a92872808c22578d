import { type Connection, connection, keyset, type Ordering, type PageArgs, pageOf, rows, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import type { TenderStatus } from './tender.lifecycle.js';
import { statusSql, tenderColumns, withTimes } from './tender.reader.js';

/** Which tenders a list shows: BUY one's own, SELL those that one may bid for. */
export interface TenderFilter {
  side: 'BUY' | 'SELL';
  statuses?: readonly TenderStatus[] | null;
  /** The beginning of number or title. */
  text?: string | null;
}

const orderings: Record<TenderFilter['side'], Ordering> = {
  BUY: {
    name: 'tenders:BUY',
    columns: [
      { sql: 't.created_at', cast: 'timestamptz', descending: true },
      { sql: 't.id', cast: 'uuid', descending: true },
    ],
  },
  SELL: {
    name: 'tenders:SELL',
    columns: [
      { sql: 't.published_at', cast: 'timestamptz', descending: true },
      { sql: 't.id', cast: 'uuid', descending: true },
    ],
  },
};
const sides = {
  BUY: 't.org_id = $1',
  SELL: `t.org_id <> $1 and t.published_at is not null`,
};

/** A page of tenders, the latest first: one's own, or those of others that are open or to which one was invited. */
export async function listTenders(
  work: Work,
  { filter, ...args }: PageArgs & { filter: TenderFilter },
): Promise<Connection<Tender>> {
  const ordering = orderings[filter.side];
  const page = pageOf(args, ordering);
  const key = keyset(page, ordering, 4);
  const text = filter.text?.trim() || null;
  const found = await rows<Tender & { sortText: string }>(
    work,
    `select ${tenderColumns}, ${ordering.columns[0]?.sql}::text as "sortText" from tendering.tender t
     where ${sides[filter.side]} and ($2::text[] is null or ${statusSql} = any ($2))
       and ($3::text is null or (t.number >= $3 and t.number <= $3 || chr(1114111)) or (lower(t.title) >= lower($3) and lower(t.title) <= lower($3) || chr(1114111)))
       and ${key.where} order by ${key.orderBy} limit ${key.limit}`,
    [work.actor.orgId, filter.statuses?.length ? filter.statuses : null, text, ...key.values],
  );
  return connection(
    found.map((row) => ({ ...withTimes(row), sortText: row.sortText })),
    page,
    (row) => [row.sortText, row.id],
  );
}
