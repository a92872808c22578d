import { z } from 'zod';
import {
  type Connection,
  checkInput,
  connection,
  type KeyColumn,
  keyset,
  one,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** Rows that a plain list of a tender shows at most; all of them are read in pages. */
export const listedMax = 100;

/** What belongs to a tender and may be long. In its SQL $1 is the acting organisation, and the wall says what else it reads. */
export interface TenderRows<T> {
  name: string;
  columns: string;
  from: string;
  /** The column that holds the tender. */
  tender: string;
  where?: string;
  order: readonly KeyColumn[];
  /** Whether a plain list shows the last rows, not the first; in their order all the same. */
  latest?: boolean;
  of: (row: never) => T;
}

const which = z.object({ tenderId: z.uuid() });

/** The rows of tenders in their order, up to `listedMax` of each. */
export async function listedRows<T>(work: Reading, kind: TenderRows<T>, ids: readonly string[]): Promise<T[][]> {
  const { columns, from, tender, where = 'true', order, latest } = kind;
  const keys = order.map(({ sql }, i) => `${sql} as k${i}`).join(', ');
  const inner = order.map(({ sql }) => `${sql} ${latest ? 'desc' : 'asc'}`).join(', ');
  const found = await rows<{ wanted: string }>(
    work,
    `select w.id as wanted, r.* from unnest($2::uuid[]) as w (id) cross join lateral (
       select ${columns}, ${keys} from ${from} where ${tender} = w.id and ($1::uuid is not null and ${where}) order by ${inner} limit ${listedMax}) r
     order by w.id, ${order.map((_, i) => `r.k${i}`).join(', ')}`,
    [work.actor.orgId, ids],
  );
  return ids.map((id) => found.filter(({ wanted }) => wanted === id).map((row) => kind.of(plain(row) as never)));
}

export type CountedConnection<T> = Connection<T> & { totalCount: number };

/** A page of the rows of one tender in their order; none of a tender that the acting organisation does not see. Throws BadInput. */
export async function pageOfRows<T>(
  work: Reading,
  kind: TenderRows<T>,
  { tenderId, ...args }: PageArgs & { tenderId: string },
): Promise<CountedConnection<T>> {
  const { columns, from, tender, where = 'true', order } = kind;
  const given = [work.actor.orgId, checkInput(which, { tenderId }).tenderId];
  const ordering = { name: `tender-${kind.name}`, columns: order };
  const page = pageOf(args, ordering);
  const key = keyset(page, ordering, 3);
  const belonging = `${from} where ${tender} = $2 and ($1::uuid is not null and ${where})`;
  const found = await rows<Record<string, string>>(
    work,
    `select ${columns}, ${order.map(({ sql }, i) => `${sql}::text as k${i}`).join(', ')} from ${belonging} and ${key.where} order by ${key.orderBy} limit ${key.limit}`,
    [...given, ...key.values],
  );
  const total = await one<{ n: number }>(work, `select count(*)::integer as n from ${belonging}`, given);
  const made = found.map((row) => ({ node: kind.of(plain(row) as never), keys: order.map((_, i) => String(row[`k${i}`])) }));
  const paged = connection(made, page, ({ keys }) => keys);
  return {
    ...paged,
    edges: paged.edges.map(({ cursor, node }) => ({ cursor, node: node.node })),
    nodes: paged.nodes.map(({ node }) => node),
    totalCount: total?.n ?? 0,
  };
}

/** How many rows of each kind there are of tenders, as far as the acting organisation reads them. */
export interface TenderCounts {
  bids: number;
  receipts: number;
  questions: number;
  invitations: number;
  amendments: number;
  documents: number;
  events: number;
}

const counted: Readonly<Record<keyof TenderCounts, string>> = {
  bids: 'tendering.bid x where',
  receipts: 'tendering.bid_receipt x where',
  questions: 'tendering.question x where',
  invitations: 'tendering.invitation x where (x.org_id = $1 or x.counterparty_id = $1) and',
  amendments: 'tendering.amendment x where',
  documents: 'tendering.tender_document x where',
  events: 'tendering.tender_event x where x.org_id = $1 and',
};

export async function countsOfTenders(work: Reading, ids: readonly string[]): Promise<TenderCounts[]> {
  const columns = Object.entries(counted).map(
    ([name, of]) => `(select count(*)::integer from ${of} x.tender_id = w.id) as ${name}`,
  );
  const found = await rows<TenderCounts & { id: string }>(
    work,
    `select w.id, ${columns.join(', ')} from unnest($2::uuid[]) as w (id) where $1::uuid is not null`,
    [work.actor.orgId, ids],
  );
  return ids.map((wanted) => {
    const { id: _, ...counts } = found.find(({ id }) => id === wanted) ?? { id: wanted, ...none };
    return counts;
  });
}

const none: TenderCounts = { bids: 0, receipts: 0, questions: 0, invitations: 0, amendments: 0, documents: 0, events: 0 };

/** Without the keys by which rows are sorted and the tender that they were asked of. */
const plain = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'wanted' && !/^k\d$/.test(name)));
