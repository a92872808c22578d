import pg from 'pg';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { canariesIn, type Planting, rowsOf } from './canaries.js';
import type { Table } from './fill-tables.js';
import type { Ids } from './ids.js';
import type { Trade } from './trade.js';

export interface SqlScene {
  db: Pick<FreshDatabase, 'appUrl' | 'jobsUrl' | 'admin'>;
  tables: readonly Table[];
  planting: Pick<Planting, 'canaries'>;
  victim: Trade;
  /** The organisation that looks around. */
  strangerId: string;
  foreign: Ids;
  /** Looks at this table, view or function alone. */
  only?: string;
}

export interface SqlFindings {
  leaks: string[];
  relations: number;
  functions: number;
  statements: number;
}

/** Speaks SQL as the roles of hub and worker do: bound to nobody, and bound to a stranger. Every relation is read and written, every function called. */
export async function walkSql(scene: SqlScene): Promise<SqlFindings> {
  const findings: SqlFindings = { leaks: [], relations: 0, functions: 0, statements: 0 };
  for (const [role, url] of [
    ['app', scene.db.appUrl],
    ['jobs', scene.db.jobsUrl],
  ] as const) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (const bound of [undefined, scene.strangerId]) {
        const looker = new Looker(client, { role, bound, scene, findings });
        await looker.readRelations();
        await looker.writeTables();
        if (role === 'app') await looker.callFunctions();
      }
    } finally {
      await client.end();
    }
  }
  return findings;
}

interface Relation {
  name: string;
  columns: string[];
}

interface Routine {
  name: string;
  args: string[];
  definer: boolean;
}

const schemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and n.nspname !~ '^pg_'`;

class Looker {
  private readonly who: string;

  constructor(
    private readonly client: pg.Client,
    private readonly at: { role: 'app' | 'jobs'; bound: string | undefined; scene: SqlScene; findings: SqlFindings },
  ) {
    this.who = `${at.role} bound to ${at.bound ? 'a stranger' : 'nobody'}`;
  }

  /** Tables, views, materialised views: column by column, since grants are by column. */
  async readRelations(): Promise<void> {
    const { db } = this.at.scene;
    const relations = await db.admin<Relation>(
      `select c.oid::regclass::text as name, (select array_agg(a.attname::text) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege($1, c.oid, a.attnum, 'select')) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${schemas} order by 1`,
      [`entrepot_${this.at.role}`],
    );
    for (const { name, columns } of relations.filter((one) => this.wanted(one.name))) {
      this.at.findings.relations += 1;
      if (!columns) continue;
      const list = columns.map((c) => `"${c}"::text`).join(", ' ', ");
      const rows = await this.query(`select concat(${list}) as seen from ${name} limit 5000`);
      this.search(rows?.map(({ seen }) => String(seen)).join('\n') ?? '', `select from ${name}`);
      await this.countForeign(name);
    }
  }

  private async countForeign(name: string): Promise<void> {
    const table = this.at.scene.tables.find((one) => one.name === name);
    const rows = table && table.wall !== 'system' && this.at.role === 'app' ? rowsOf(table, this.at.scene.victim) : undefined;
    const [seen] = rows ? ((await this.query(`select count(*) as n from ${name} where ${rows}`)) ?? []) : [];
    if (Number(seen?.['n'] ?? 0) > 0) this.leak(`${seen?.['n']} rows of ${name} are seen`);
  }

  /** Changes, deletes and adds rows of the victim; all of it is rolled back. */
  async writeTables(): Promise<void> {
    const { tables, victim } = this.at.scene;
    for (const table of tables.filter(({ name }) => this.wanted(name))) {
      const rows = table.columns.some((c) => c.name === 'org_id')
        ? `org_id in ('${victim.buyer.org.id}', '${victim.supplier.org.id}')`
        : 'true';
      for (const { name } of table.columns)
        await this.expectNone(`update ${table.name} set "${name}" = "${name}" where ${rows}`, `update ${table.name}.${name}`);
      await this.expectNone(`delete from ${table.name} where ${rows}`, `delete from ${table.name}`);
      const columns = table.columns.filter((c) => c.required || c.name === 'org_id' || c.name === 'id');
      await this.expectRefused(
        `insert into ${table.name} (${columns.map((c) => `"${c.name}"`).join(', ')}) values (${columns.map((c) => madeUp(c, victim)).join(', ')})`,
        `insert into ${table.name}`,
      );
    }
  }

  /** jobs own rows of their own room only; what hits a row of somebody else is a hole. */
  private async expectNone(text: string, what: string): Promise<void> {
    const hit = await this.affected(text);
    const own = /(throttle|worker_beat|job_fence)/.test(what) && this.at.role === 'jobs';
    if (hit > 0 && !own) this.leak(`${what} hits ${hit} rows`);
  }

  /** The wall itself must refuse a row for somebody else: a missing key or column that happens to be in the way is no wall. */
  private async expectRefused(text: string, what: string): Promise<void> {
    let code = 'nothing';
    await this.inside(async () => {
      await this.client.query(text).catch((error: { code?: string }) => {
        code = error.code ?? 'unknown';
      });
    });
    const own = /(throttle|worker_beat|job_fence)/.test(what) && this.at.role === 'jobs';
    if (code !== '42501' && !own) this.leak(`${what} for the victim was refused by ${code}`);
  }

  private wanted(name: string): boolean {
    const { only } = this.at.scene;
    return only === undefined || name === only;
  }

  /** Every function the app may call, with ids of the victim: what it gives back is searched, what it changes is looked for. */
  async callFunctions(): Promise<void> {
    const { db, foreign } = this.at.scene;
    const routines = await db.admin<Routine>(
      `select p.oid::regproc::text as name, p.prosecdef as definer, coalesce((select array_agg(format_type(t, null) order by o) from unnest(p.proargtypes) with ordinality u (t, o)), '{}') as args
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and p.prorettype <> 'trigger'::regtype and ${schemas}
         and has_function_privilege('entrepot_app', p.oid, 'execute') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
    );
    const ids = [...new Set(foreign.values())];
    for (const { name, args, definer } of routines.filter((one) => this.wanted(one.name))) {
      // The hub's own way to bind: without a definer's rights it shows what SET app.org would show anyway.
      if (!definer && this.at.bound === undefined) continue;
      this.at.findings.functions += 1;
      const uuids = args.filter((type) => type.startsWith('uuid')).length;
      for (const id of uuids > 0 || args.includes('jsonb') ? ids : ids.slice(0, 1)) {
        const values = args.map((type) => sampleFor(type, id));
        const rows = await this.query(`select t::text as seen from ${name}(${values.join(', ')}) as t`);
        this.search(rows?.map(({ seen }) => String(seen)).join('\n') ?? '', `${name}(${args.join(', ')})`);
      }
    }
  }

  private async query(text: string): Promise<Record<string, unknown>[] | undefined> {
    return this.inside(async () => (await this.client.query<Record<string, unknown>>(text)).rows);
  }

  private async affected(text: string): Promise<number> {
    return (await this.inside(async () => (await this.client.query(text)).rowCount ?? 0)) ?? 0;
  }

  /** In a transaction of its own that never commits; undefined when it is refused. */
  private async inside<T>(fn: () => Promise<T>): Promise<T | undefined> {
    this.at.findings.statements += 1;
    const bind = this.at.bound ? `; set local app.org = '${this.at.bound}'` : '';
    await this.client.query(`begin; set local statement_timeout = '5s'${bind}`);
    try {
      return await fn();
    } catch {
      return undefined;
    } finally {
      await this.client.query('rollback');
    }
  }

  private search(text: string, what: string): void {
    for (const canary of canariesIn(text, this.at.scene.planting)) this.leak(`${what} shows ${canary}`);
  }

  private leak(what: string): void {
    this.at.findings.leaks.push(`${this.who}: ${what}`);
  }
}

function madeUp({ name, type }: { name: string; type: string }, { buyer, supplier }: Trade): string {
  if (name === 'org_id') return `'${buyer.org.id}'`;
  if (name === 'counterparty_id') return `'${supplier.org.id}'`;
  return sampleFor(type, '00000000-0000-4000-8000-000000000000');
}

function sampleFor(type: string, id: string): string {
  if (type === 'uuid') return `'${id}'`;
  if (type === 'uuid[]') return `array['${id}']::uuid[]`;
  if (type === 'jsonb')
    return `'[{"n": 0, "line": "${id}", "offer": "${id}", "part": "${id}", "supplier": "${id}", "quantity": "1", "qty": "1", "org": "${id}", "id": "${id}"}]'::jsonb`;
  if (type === 'bytea') return `'\\x00'::bytea`;
  if (type.endsWith('[]')) return `'{}'::${type}`;
  if (/timestamp/.test(type)) return 'now()';
  if (/^time\b/.test(type)) return `time '00:00'`;
  if (type === 'interval') return `interval '1 hour'`;
  if (type === 'date') return 'current_date';
  if (type === 'boolean') return 'true';
  if (/int|numeric|double|real/.test(type)) return `1::${type}`;
  return `'${id}'::text::${type}`;
}
