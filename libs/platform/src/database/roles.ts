import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { StartError } from './start-error.js';

/** The three ways into the database: the hub's, the migrations', the job worker's. */
export interface DatabaseUrls {
  appUrl: string;
  ownerUrl: string;
  jobsUrl: string;
}

interface BootstrapOptions {
  /** Default `entrepot`. */
  database?: string;
  /** Where random passwords are kept (0600); made on first use. Without it new passwords are set on every call. */
  passwordFile?: string;
}

type Passwords = Record<'owner' | 'app' | 'jobs', string>;

/** Our own number for pg_advisory_lock: roles are of the whole server, and two hubs may start at once. */
const rolesLock = 7_272_742;

/**
 * Makes the four roles and the database, as a superuser, and gives the addresses. Safe to call on every start.
 * entrepot_owner is NOINHERIT: it may become definer or jobs for creating their functions, but their policies never apply to it.
 */
export async function bootstrapRoles(adminUrl: string, options: BootstrapOptions = {}): Promise<DatabaseUrls> {
  const database = options.database ?? 'entrepot';
  const passwords = await keptPasswords(options.passwordFile);
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'entrepot-roles' });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [rolesLock]);
    await makeRoles(admin, passwords);
    await makeDatabase(admin, database);
  } finally {
    await admin.end();
  }
  const url = (role: keyof Passwords): string =>
    addressOf(adminUrl, { user: `entrepot_${role}`, password: passwords[role], database });
  return { appUrl: url('app'), ownerUrl: url('owner'), jobsUrl: url('jobs') };
}

/** The same server under another user, password or database. */
export function addressOf(url: string, other: { user?: string; password?: string; database?: string }): string {
  const address = new URL(url);
  if (other.user !== undefined) address.username = other.user;
  if (other.password !== undefined) address.password = other.password;
  if (other.database !== undefined) address.pathname = `/${other.database}`;
  return address.href;
}

/** Refuses to serve as a role for which the walls would not stand: superuser, BYPASSRLS, owner of a table, or member of a role that is. */
export async function assertSafeRole(dataSource: Pick<DataSource, 'query'>): Promise<void> {
  const found = (await dataSource.query(`
    select r.rolname as role, case
      when r.rolsuper then 'is a superuser'
      when r.rolbypassrls then 'has BYPASSRLS'
      when r.rolcreaterole then 'has CREATEROLE'
      when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role'
      when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname !~ '^pg_') then 'owns tables'
      when pg_has_role(r.oid, (select d.datdba from pg_database d where d.datname = current_database()), 'member') then 'owns the database'
    end as why
    from pg_roles r where r.rolname = current_user`)) as { role: string; why: string | null }[];
  const { role, why } = found[0]!;
  if (why)
    throw new StartError(
      `The hub will not serve as the database role ${role}, which ${why}: the walls between organisations do not bind it; set DATABASE_URL to the role entrepot_app.`,
    );
}

async function makeRoles(admin: pg.Client, passwords: Passwords): Promise<void> {
  const roles = { owner: 'login noinherit', app: 'login', jobs: 'login', definer: 'nologin' };
  const known = new Set(
    (await admin.query<{ r: string }>(`select rolname as r from pg_roles where rolname like 'entrepot\\_%'`)).rows.map(
      (row) => row.r,
    ),
  );
  for (const [role, attributes] of Object.entries(roles))
    if (!known.has(`entrepot_${role}`)) await admin.query(`create role entrepot_${role} nosuperuser nobypassrls ${attributes}`);
  for (const [role, password] of Object.entries(passwords))
    await admin.query(`alter role entrepot_${role} password ${admin.escapeLiteral(password)}`);
  await admin.query('grant entrepot_definer, entrepot_jobs to entrepot_owner');
  await admin.query(`alter role entrepot_app set idle_in_transaction_session_timeout = '30s'`);
}

async function makeDatabase(admin: pg.Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount) return;
  // Words are cut by ctype, so it must be UTF-8 even where the server's default is plain C.
  const { rows } = await admin.query<{ plain: boolean }>(
    `select datctype in ('C', 'POSIX') and to_jsonb(d) ->> 'datlocprovider' = 'c' as plain from pg_database d where datname = 'template0'`,
  );
  const locale = rows[0]?.plain ? ` lc_collate 'C' lc_ctype 'C.UTF-8'` : '';
  await admin.query(
    `create database ${admin.escapeIdentifier(database)} owner entrepot_owner template template0 encoding 'UTF8'${locale}`,
  );
}

async function keptPasswords(file: string | undefined): Promise<Passwords> {
  const random = (): string => randomBytes(24).toString('base64url');
  const fresh: Passwords = { owner: random(), app: random(), jobs: random() };
  if (!file) return fresh;
  // `wx`: of two processes that start at once, one writes and both read the same.
  await writeFile(file, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return JSON.parse(await readFile(file, 'utf8')) as Passwords;
}
