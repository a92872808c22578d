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
const sides = {
  BUY: 't.org_id = $1',
  SELL: `t.org_id <> $1 and t.published_at is not null`,
};
const invitedSql =
  'exists (select from tendering.invitation i where i.org_id = t.org_id and i.tender_id = t.id and i.counterparty_id = $1)';

/** A page of tenders: one's own, or those of others that are open or to which one was invited; the latest first unless `orderBy` says otherwise. */
export async function listTenders(
  work: Work,
  { filter, orderBy = 'LATEST', ...args }: PageArgs & { filter: TenderFilter; orderBy?: TenderOrder },
): Promise<Connection<Tender>> {
  const ordering = orderingOf(filter.side, orderBy);
  const page = pageOf(args, ordering);
  const key = keyset(page, ordering, 4);
  const text = filter.text?.trim() || null;
  const found = await rows<Tender & { sortText: string }>(
    work,
    `select ${tenderColumns}, ${ordering.columns[0]?.sql}::text as "sortText" from tendering.tender t
     where ${sides[filter.side]} ${filter.invited ? `and ${invitedSql} ` : ''}and ($2::text[] is null or ${statusSql} = any ($2))
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
