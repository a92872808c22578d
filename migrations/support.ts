import type { QueryRunner } from 'typeorm';

/**
 * What every migration says the same way. One statement per query, because that is what a sharded PostgreSQL accepts;
 * the wall of a table in one line, because a wall that is copied by hand has holes.
 */

/** The organisation that is bound to the transaction, as every policy must spell it: a scalar sub-select runs once per statement. */
export const ACTING = `(select nullif(current_setting('app.org', true), '')::uuid)`;

/** Runs each statement in a query of its own. Lists may be nested, so that `wall(...)` stands between tables without spreading. */
export async function sql(queryRunner: QueryRunner, statements: readonly (string | readonly string[])[]): Promise<void> {
  for (const statement of statements.flat()) await queryRunner.query(statement);
}

/** Who may read a table; the rules behind the names are docs/adr and test/house's wall linter. */
export type WallKind = 'private' | 'two-party' | 'market' | 'global' | 'public' | 'system';

export interface WallOptions {
  /**
   * What the app may do besides reading, as in a GRANT: `insert, update (note, version), delete`. Columns that the other party
   * answers are left out here. Default: all three for private and market, `insert` for two-party, nothing for the others.
   */
  app?: string;
  /**
   * What `entrepot_definer` may do: `select, update (available)`. On private and two-party tables it is bound to the acting
   * organisation as owner; for the counterparty's hand write one more policy beside the wall. On global, public and system
   * tables it is free. Default: all four verbs on global and system, `select` on market and two-party, nothing on private and public.
   */
  definer?: string;
  /** What `entrepot_jobs` may do past all organisations, for sweeps: `select (org_id, id, status)`. Default: nothing. */
  jobs?: string;
  /** Market only: which foreign rows a bound organisation reads; written over the table's columns and ACTING, sub-selects uncorrelated. */
  visible?: string;
  /** More for WITH CHECK of the app's writes: `exists (...)` for each foreign key that leaves the organisation to a walled table. */
  guard?: string;
}

const ALL = 'select, insert, update, delete';
const OWN = `org_id = ${ACTING}`;
const PARTY = `(org_id = ${ACTING} or counterparty_id = ${ACTING})`;

const defaults: Record<WallKind, { app: string; definer: string }> = {
  private: { app: 'insert, update, delete', definer: '' },
  'two-party': { app: 'insert', definer: 'select' },
  market: { app: 'insert, update, delete', definer: 'select' },
  global: { app: '', definer: ALL },
  public: { app: '', definer: '' },
  system: { app: '', definer: ALL },
};

/**
 * The wall of one table: ENABLE and FORCE row-level security, the comment that names the wall, its policies and its grants.
 * `sentence` says what a row is; it becomes the table's comment.
 * Policies are named `owner` (`owner_insert`, ... on two-party tables), `parties`, `market`, `everyone`, `definer`, `jobs`.
 */
export function wall(kind: WallKind, table: string, sentence: string, options: WallOptions = {}): string[] {
  const app = options.app ?? defaults[kind].app;
  const definer = options.definer ?? defaults[kind].definer;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `comment on table ${table} is 'wall: ${kind}. ${sentence.replaceAll("'", "''")}'`,
    ...policies[kind](table, { ...options, app, definer }),
    ...(kind === 'system' ? [] : [grant('select', table, 'entrepot_app')]),
    ...(app ? [grant(app, table, 'entrepot_app')] : []),
    ...(definer ? [grant(definer, table, 'entrepot_definer')] : []),
    ...(options.jobs
      ? [
          `create policy jobs on ${table} to entrepot_jobs using (true) with check (true)`,
          grant(options.jobs, table, 'entrepot_jobs'),
        ]
      : []),
  ];
}

type Filled = WallOptions & { app: string; definer: string };

const policies: Record<WallKind, (table: string, o: Filled) => string[]> = {
  private: (table, o) => [
    `create policy owner on ${table} to entrepot_app using (${OWN}) with check (${guarded(o)})`,
    ...(o.definer ? [`create policy definer on ${table} to entrepot_definer using (${OWN}) with check (${OWN})`] : []),
  ],
  'two-party': (table, o) => [
    `create policy parties on ${table} for select to entrepot_app, entrepot_definer using ${PARTY}`,
    ...ownerWrites(table, o),
    ...(/insert|update|delete/.test(o.definer)
      ? [`create policy definer on ${table} to entrepot_definer using (${OWN}) with check (${OWN})`]
      : []),
  ],
  market: (table, o) => {
    if (!o.visible) throw new Error(`${table}: a market table needs its visibility predicate`);
    return [
      `create policy owner on ${table} to entrepot_app using (${OWN}) with check (${guarded(o)})`,
      `create policy market on ${table} for select to entrepot_app, entrepot_definer using (${ACTING} is not null and (${o.visible}))`,
    ];
  },
  global: (table) => [everyone(table), free(table)],
  public: (table, o) => [
    everyone(table),
    ...ownerWrites(table, o),
    ...(o.definer ? [`create policy definer on ${table} to entrepot_definer using (true) with check (true)`] : []),
  ],
  system: (table, o) => (o.definer ? [free(table)] : []),
};

const guarded = (o: Filled): string => (o.guard ? `${OWN} and ${o.guard}` : OWN);
const everyone = (table: string): string =>
  `create policy everyone on ${table} for select to entrepot_app, entrepot_definer using (true)`;
const free = (table: string): string => `create policy definer on ${table} to entrepot_definer using (true) with check (true)`;
const grant = (verbs: string, table: string, role: string): string => `grant ${verbs} on ${table} to ${role}`;

/** One policy per granted verb: a policy for all verbs would be read beside `parties` in every SELECT for nothing. */
function ownerWrites(table: string, o: Filled): string[] {
  const written: string[] = [];
  if (/\binsert\b/.test(o.app))
    written.push(`create policy owner_insert on ${table} for insert to entrepot_app with check (${guarded(o)})`);
  if (/\bupdate\b/.test(o.app))
    written.push(`create policy owner_update on ${table} for update to entrepot_app using (${OWN}) with check (${guarded(o)})`);
  if (/\bdelete\b/.test(o.app)) written.push(`create policy owner_delete on ${table} for delete to entrepot_app using (${OWN})`);
  return written;
}

/**
 * Statements that run as the NOLOGIN `entrepot_definer` (or as `entrepot_jobs`), which thereby owns the functions it creates.
 * CREATE on the schemas is granted for these statements only. Each function here also needs its line in
 * libs/platform/src/database/definer-allowlist.data.ts, `security definer` and `set search_path = pg_catalog, pg_temp`.
 */
export function as(role: 'entrepot_definer' | 'entrepot_jobs', schemas: string, statements: readonly string[]): string[] {
  return [
    `grant create on schema ${schemas} to ${role}`,
    `set role ${role}`,
    ...statements,
    'reset role',
    `revoke create on schema ${schemas} from ${role}`,
  ];
}

/** A part of a CHECK for prices and quantities: bare numeric, at most 10 places, below 1e13. NULL passes. */
export function bounded(...columns: readonly string[]): string {
  return columns.map((column) => `(scale(${column}) <= 10 and abs(${column}) < 1e13)`).join(' and ');
}

/**
 * Puts other text into functions as they stand now, whoever wrote them last; a piece that is not there is an error. For what a
 * later migration adds to a function that it does not own: a copy of the whole would take back what others added meanwhile.
 */
export async function rewrite(
  queryRunner: QueryRunner,
  name: string,
  pieces: readonly (readonly [string, string])[],
): Promise<void> {
  const [found] = await queryRunner.query('select pg_get_functiondef($1::regproc) as text', [name]);
  let text: string = found.text;
  for (const [from, to] of pieces) {
    if (!text.includes(from)) throw new Error(`${name} has changed: there is no "${from.slice(0, 80)}"`);
    text = text.replaceAll(from, () => to);
  }
  await queryRunner.query(text);
}

/** `rewrite` of functions that `entrepot_definer` owns, in one schema. */
export async function rewriteDefiners(
  queryRunner: QueryRunner,
  schema: string,
  texts: Readonly<Record<string, readonly (readonly [string, string])[]>>,
): Promise<void> {
  await sql(queryRunner, [`grant create on schema ${schema} to entrepot_definer`, 'set role entrepot_definer']);
  for (const [name, pieces] of Object.entries(texts)) await rewrite(queryRunner, `${schema}.${name}`, pieces);
  await sql(queryRunner, ['reset role', `revoke create on schema ${schema} from entrepot_definer`]);
}

/** The way back of `rewrite`: what was put in is taken out. */
export function undone(pieces: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return pieces.map(([from, to]) => [to, from] as const);
}
