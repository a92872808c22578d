import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { checkDatabase } from '../database/check-database.js';
import { embeddedFolder } from '../database/embedded/data-folder.js';
import { startEmbeddedPostgres } from '../database/embedded/start.js';
import { migrate, pendingMigrations } from '../database/migrate.js';
import { bootstrapRoles, type DatabaseUrls } from '../database/roles.js';
import { StartError } from '../database/start-error.js';

/** A database that is up, migrated and has its roles. */
export interface OpenDatabase {
  readonly urls: DatabaseUrls;
  readonly embedded: boolean;
  /** Migrations that ran now. */
  readonly migrated: readonly string[];
  /** Ends the embedded server when this process started it. */
  close(): Promise<void>;
}

/** The configured database, or the embedded one started on the data folder; migrated in both cases when the owner's address is known. Throws StartError. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) return openEmbedded(config);
  const { databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, databaseJobsUrl: jobsUrl = appUrl } = config;
  await checkDatabase(appUrl, 'DATABASE_URL');
  await checkDatabase(jobsUrl, 'DATABASE_JOBS_URL');
  if (ownerUrl) await checkDatabase(ownerUrl, 'DATABASE_OWNER_URL');
  const migrated = ownerUrl ? await migrate(ownerUrl) : await requireMigrated(appUrl);
  return { urls: { appUrl, ownerUrl: ownerUrl ?? appUrl, jobsUrl }, embedded: false, migrated, close: async () => undefined };
}

async function openEmbedded(config: Config): Promise<OpenDatabase> {
  const dir = await embeddedFolder(config.dataDir);
  const server = await startEmbeddedPostgres({ dir });
  try {
    const urls = await bootstrapRoles(server.adminUrl, { passwordFile: path.join(dir, 'roles.json') });
    const migrated = await migrate(urls.ownerUrl);
    return { urls, embedded: true, migrated, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function requireMigrated(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const pending = await pendingMigrations(client).catch(() => ['all']);
    if (pending.length === 0) return [];
    throw new StartError(
      'The database has not been migrated to this version: give DATABASE_OWNER_URL, or run `entrepot migrate` with it.',
    );
  } finally {
    await client.end();
  }
}
