import { ArgsType, Field, Int } from '@nestjs/graphql';
import { BadInput } from '../../http/bad-input.js';
import { decodeCursor, encodeCursor } from './cursor.js';

/** Rows of a page when the reader does not say. */
export const pageDefault = 20;
/** Rows of a page at most. */
export const pageMax = 100;

/** `first after last before` of every connection; extend it with the list's own filter and orderBy. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'At most this many after the cursor, up to 100; 20 when absent.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'At most this many before the cursor, up to 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Only what precedes this cursor.' })
  before?: string;
}

/** One column of a keyset order: its SQL (a constant of ours, never input), its type and direction. The last one is unique. */
export interface KeyColumn {
  sql: string;
  cast: 'text' | 'uuid' | 'timestamptz' | 'date' | 'bigint' | 'numeric';
  descending?: boolean;
}

/** Checked page arguments: where to start, in which direction, how many. */
export interface Page {
  limit: number;
  backwards: boolean;
  /** Sort values of the row to start behind; absent for the first page. */
  from?: readonly string[];
  ordering: string;
}

/** The name and columns of a list's present order. */
export interface Ordering {
  /** Names the list and its order, such as `orders:NUMBER_ASC`; cursors of another name are refused. */
  name: string;
  columns: readonly KeyColumn[];
}

/** Checks page arguments against an ordering. Throws BadInput for both directions at once, sizes outside 1-100 and foreign cursors. */
export function pageOf(args: PageArgs, ordering: Ordering): Page {
  if (args.first != null && args.last != null) throw new BadInput([{ path: ['last'], message: 'Give first or last, not both.' }]);
  if (args.after != null && args.before != null)
    throw new BadInput([{ path: ['before'], message: 'Give after or before, not both.' }]);
  const backwards = args.last != null || args.before != null;
  const limit = (backwards ? args.last : args.first) ?? pageDefault;
  if (limit < 1 || limit > pageMax) {
    throw new BadInput([{ path: [backwards ? 'last' : 'first'], message: `A page has 1 to ${pageMax} rows.` }]);
  }
  const cursor = backwards ? args.before : args.after;
  const from = cursor == null ? undefined : decodeCursor(cursor, ordering.name, ordering.columns.length);
  return { limit, backwards, ordering: ordering.name, ...(from ? { from } : {}) };
}

/**
 * SQL for one page: `where` (true on the first page), `orderBy` and `limit` (one row more than the page, to know whether
 * there are more), with `values` for parameters from $`firstParameter` on. Mixed directions are spelled out as an OR chain.
 */
export function keyset(page: Page, ordering: Ordering, firstParameter: number): Keyset {
  const signs = ordering.columns.map((column) => ((column.descending ?? false) === page.backwards ? '>' : '<'));
  const orderBy = ordering.columns.map((column, i) => `${column.sql} ${signs[i] === '>' ? 'asc' : 'desc'}`).join(', ');
  const values = page.from ?? [];
  const bound = (i: number) => `$${firstParameter + i}::${ordering.columns[i]?.cast}`;
  const steps = ordering.columns.map((column, i) => {
    const equal = ordering.columns.slice(0, i).map((before, j) => `${before.sql} = ${bound(j)}`);
    return `(${[...equal, `${column.sql} ${signs[i]} ${bound(i)}`].join(' and ')})`;
  });
  return { where: page.from ? `(${steps.join(' or ')})` : 'true', orderBy, limit: page.limit + 1, values };
}

/** The SQL parts of one page. */
export interface Keyset {
  where: string;
  orderBy: string;
  limit: number;
  values: readonly string[];
}

/** A connection as resolvers return it. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** Packs rows fetched by `keyset` (one more than the page) into a connection; `keyOf` gives the sort values of a row in column order. */
export function connection<T>(rows: readonly T[], page: Page, keyOf: (row: T) => readonly string[]): Connection<T> {
  const more = rows.length > page.limit;
  const nodes = rows.slice(0, page.limit);
  if (page.backwards) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: encodeCursor(page.ordering, keyOf(node)), node }));
  const came = page.from !== undefined;
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: page.backwards ? came : more,
      hasPreviousPage: page.backwards ? more : came,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
