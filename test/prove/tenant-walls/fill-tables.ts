import { randomBytes, randomUUID } from 'node:crypto';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

export type Wall = 'private' | 'two-party' | 'market' | 'global' | 'public' | 'system';

export interface Column {
  name: string;
  type: string;
  required: boolean;
  key: boolean;
}

/** A table as the catalogue of the database describes it. */
export interface Table {
  name: string;
  wall: Wall;
  columns: Column[];
  /** Values a CHECK lists, by column. */
  listed: ReadonlyMap<string, string>;
}

/** Every table of ours with its wall, read off the database itself, so that a new one is never forgotten. */
export async function tablesOf(db: Pick<FreshDatabase, 'admin'>): Promise<Table[]> {
  const found = await db.admin<{ name: string; wall: Wall; columns: Column[]; checks: string[] | null }>(
    `select c.oid::regclass::text as name, substring(obj_description(c.oid) from 'wall: ([a-z-]+)') as wall,
       (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull and a.atthasdef is false,
          'key', exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '') as columns,
       (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('platform', 'organizations', 'catalog', 'supply', 'procurement', 'exchange', 'engagement', 'tendering', 'fulfilment', 'billing', 'insights')
     order by 1`,
  );
  return found.map(({ checks, ...table }) => ({ ...table, listed: listedIn(checks ?? []) }));
}

function listedIn(checks: readonly string[]): Map<string, string> {
  const listed = new Map<string, string>();
  for (const check of checks) {
    const many = /\(?"?(\w+)"? = ANY \(\(?ARRAY\['([^']+)'/.exec(check);
    if (many) listed.set(many[1]!, many[2]!);
  }
  return listed;
}

/** What suppliers own: supply, what they promise for a priority, what they add to parts, their bids and questions; points for bids are the buyer's. */
const suppliers =
  /^(supply\.|procurement\.priority_policy$|catalog\.part_content$|tendering\.bid(?!_score)|tendering\.question_asker$)/;

/** Who owns a row of this table in a trade: what is not the supplier's is the buyer's. */
export function ownersIn(table: Pick<Table, 'name'>, { buyer, supplier }: Trade): { owner: string; other: string } {
  const [owner, other] = suppliers.test(table.name) ? [supplier, buyer] : [buyer, supplier];
  return { owner: owner.org.id, other: other.org.id };
}

/** Puts a made-up row into every walled table where this trade has none; names the tables where that could not be done. */
export async function fillTables(db: FreshDatabase, tables: readonly Table[], trade: Trade): Promise<string[]> {
  const failed: string[] = [];
  for (const table of tables.filter(({ wall }) => wall === 'private' || wall === 'two-party' || wall === 'market')) {
    const { owner, other } = ownersIn(table, trade);
    const [row] = await db.admin(`select 1 from ${table.name} where org_id = $1 limit 1`, [owner]);
    if (row) continue;
    await insert(db, table, { owner, other }).catch((error: Error) => failed.push(`${table.name}: ${error.message}`));
  }
  return failed;
}

async function insert(db: FreshDatabase, table: Table, { owner, other }: { owner: string; other: string }): Promise<void> {
  // Values for a row that is nobody's business but must look alive: texts get what a canary replaces.
  const given = table.columns.filter((c) => c.required || /^(text|jsonb|bytea|text\[\])$/.test(c.type));
  const values = given.map((c) =>
    c.name === 'org_id' ? owner : c.name === 'counterparty_id' ? other : (table.listed.get(c.name) ?? sampleOf(c)),
  );
  const list = given.map((c) => `"${c.name}"`).join(', ');
  const places = given.map((c, i) => `$${i + 1}::${c.type}`).join(', ');
  // Foreign keys and triggers sleep: the row stands for itself.
  await db.admin(
    `with quiet as materialized (select set_config('session_replication_role', 'replica', false)) select * from quiet`,
  );
  try {
    await db.admin(`insert into ${table.name} (${list}) values (${places})`, values);
  } finally {
    await db.admin(`select set_config('session_replication_role', 'origin', false)`);
  }
}

function sampleOf({ name, type }: Column): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'bytea') return randomBytes(32);
  if (type === 'jsonb') return '{"text": "something"}';
  if (type === 'text[]') return ['something'];
  if (/timestamp/.test(type)) return new Date();
  if (type === 'date') return '2031-01-01';
  if (type === 'boolean') return false;
  if (/int|numeric/.test(type)) return 1;
  if (name === 'sha256') return randomBytes(32).toString('hex');
  return /currency/.test(name) ? 'EUR' : /unit/.test(name) ? 'EA' : 'something';
}
