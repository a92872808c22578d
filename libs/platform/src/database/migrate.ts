import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '#migrations';

/** Our own number for pg_advisory_lock: several processes may start at once, one migrates and the others wait. */
const migrationLock = 7_272_741;

/**
 * Brings the database up to date: graphile-worker's schema first (our functions call it), then every migration of
 * `migrations/all.ts`, each in a transaction of its own. Returns the names of those that ran now.
 * `ownerUrl` connects as entrepot_owner, which owns the database and may become entrepot_jobs.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return locked(ownerUrl, async (client) => {
    await prepareSchemas(client, ownerUrl);
    const dataSource = await migrationSource(ownerUrl).initialize();
    try {
      const done = await dataSource.runMigrations();
      await client.query('grant usage on schema migration to entrepot_app');
      await client.query('grant select on migration.applied to entrepot_app');
      return done.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Takes every migration back, the last first; for the check that `down` undoes `up`. The data is gone. */
export async function migrateDown(ownerUrl: string): Promise<number> {
  return locked(ownerUrl, async () => {
    const dataSource = await migrationSource(ownerUrl).initialize();
    try {
      const applied = (await dataSource.query('select count(*)::int as n from migration.applied')) as { n: number }[];
      const count = applied[0]!.n;
      for (let i = 0; i < count; i++) await dataSource.undoLastMigration();
      return count;
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Names of migrations that this program knows and the database has not run; empty when they match. Any role may ask. */
export async function pendingMigrations(client: {
  query(text: string): Promise<{ rows: { name: string }[] }>;
}): Promise<string[]> {
  const { rows } = await client.query('select name from migration.applied');
  const applied = new Set(rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !applied.has(name));
}

/** History in a schema of its own, since TypeORM wants the table before the first of our schemas exists. */
function migrationSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'migration',
    migrations,
    migrationsTableName: 'applied',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    applicationName: 'entrepot-migrate',
    poolErrorHandler: () => undefined,
    extra: { max: 1 },
  });
}

async function prepareSchemas(client: pg.Client, ownerUrl: string): Promise<void> {
  await client.query('create schema if not exists migration');
  const database = client.escapeIdentifier((await client.query<{ d: string }>('select current_database() as d')).rows[0]!.d);
  // CREATE on the database only while graphile-worker makes its schema.
  await client.query(`grant create on database ${database} to entrepot_jobs`);
  const jobs = new pg.Pool({ connectionString: ownerUrl, options: '-c role=entrepot_jobs', max: 1 });
  jobs.on('error', () => undefined).on('connect', (c) => c.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: jobs, logger: new Logger(() => () => undefined) });
  } finally {
    await jobs.end();
    await client.query(`revoke create on database ${database} from entrepot_jobs`);
  }
}

async function locked<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'entrepot-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await fn(client);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}
