import { type Connection, connection, keyset, type Ordering, type PageArgs, pageOf, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import { contentColumns } from './row-columns.js';

export type RowChange = 'NEW' | 'CHANGED' | 'WITHDRAWN';

/** One field of an offer before and after, as text; null = not said. */
export interface FieldDifference {
  field: string;
  before: string | null;
  after: string | null;
}

/** What publishing would do to one offer. */
export interface PreviewRow {
  supplierPart: string;
  change: RowChange;
  /** Line of the file; null for an offer that the file does not name. */
  line: number | null;
  name: string | null;
  differences: FieldDifference[];
}

type Content = Record<string, unknown>;

const ordering: Ordering = { name: 'uploadRows', columns: [{ sql: 'c.supplier_part', cast: 'text' }] };
// As text: JSON numbers would become floats here, and 1.10 would become 1.1.
const cell = (row: string, column: string) =>
  `'${column}', ${row}.${column}${column === 'details' || column === 'charges' ? '' : '::text'}`;
const object = (row: string) => `jsonb_build_object(${contentColumns.map((column) => cell(row, column)).join(', ')})`;
const breaks = (from: string, price: string) =>
  `'breaks', (select jsonb_agg(jsonb_build_array(b.q::text, b.p::text) order by b.q) from unnest(${from}, ${price}) as b (q, p))`;

/** A page of the preview of an upload, one kind of change at a time, by supplier part. What it compares with is published now. */
export async function previewRows(
  work: Work,
  asked: { uploadId: string; change: RowChange },
  args: PageArgs,
): Promise<Connection<PreviewRow>> {
  const page = pageOf(args, ordering);
  const { where, orderBy, limit, values } = keyset(page, ordering, 4);
  const found = await rows<{ supplier_part: string; line: number | null; before: Content | null; after: Content | null }>(
    work,
    `select c.supplier_part, s.line,
       case when o.id is not null then ${object('o')} || jsonb_build_object('breaks', (select jsonb_agg(jsonb_build_array(b.from_quantity::text, b.price::text) order by b.from_quantity)
         from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id)) end as before,
       case when c.change <> 'WITHDRAWN' then ${object('s')} || jsonb_build_object(${breaks('s.break_from', 's.break_price')}) end as after
     from supply.staged_change c
     left join supply.staged_row s on s.org_id = c.org_id and s.upload_id = c.upload_id and s.row_no = c.row_no
     left join supply.offer o on o.org_id = c.org_id and o.id = c.offer_id
     where c.org_id = $1 and c.upload_id = $2 and c.change = $3 and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, idOf(asked.uploadId, 'upload'), asked.change, ...values],
  );
  const shown = found.map(({ supplier_part, line, before, after }) => ({
    supplierPart: supplier_part,
    change: asked.change,
    line,
    name: textOf((after ?? before)?.['name']),
    differences: after ? differences(asked.change === 'CHANGED' ? before : null, after) : [],
  }));
  return connection(shown, page, (row) => [row.supplierPart]);
}

/** Fields whose text differs; details field by field. A numeral written otherwise (1.1, 1.10) is a difference: it is kept as written. */
export function differences(before: Content | null, after: Content): FieldDifference[] {
  const [old, next] = [flat(before ?? {}), flat(after)];
  return [...new Set([...fieldOrder, ...old.keys(), ...next.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: next.get(field) ?? null }))
    .filter((entry) => entry.before !== entry.after);
}

const camelCase = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const fieldOrder = contentColumns.map(camelCase);

function flat(content: Content): Map<string, string> {
  const { details, ...columns } = content;
  const entries = [
    ...Object.entries(columns).map(([column, value]) => [camelCase(column), value] as const),
    ...Object.entries((details as Content | null) ?? {}),
  ];
  return new Map(entries.flatMap(([field, value]) => (textOf(value) === null ? [] : [[field, textOf(value) as string]])));
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
