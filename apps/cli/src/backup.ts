import path from 'node:path';
import { Command } from 'commander';
import { Ended, exits } from './exits.js';

interface Options {
  databaseUrl?: string;
  resume?: boolean;
}

/** The database as somebody who sees every row: the address given, or the embedded server's superuser. */
async function withFullSight(options: Options, use: (url: string) => Promise<void>): Promise<void> {
  if (options.databaseUrl) return use(options.databaseUrl);
  // The embedded database beside a configured one would be another, and its backup the wrong one.
  if (process.env['DATABASE_URL'])
    throw new Ended(exits.usage, 'DATABASE_URL is set: give --database-url of a superuser of that database.');
  const { addressOf, bootstrapRoles, embeddedFolder, migrate, readConfig, startEmbeddedPostgres } = await import(
    '#libs/platform'
  );
  const config = readConfig(process.env);
  const dir = await embeddedFolder(config.dataDir);
  const server = await startEmbeddedPostgres({ dir });
  try {
    const urls = await bootstrapRoles(server.adminUrl, { passwordFile: path.join(dir, 'roles.json') });
    await migrate(urls.ownerUrl);
    await use(addressOf(server.adminUrl, { database: 'entrepot' }));
  } finally {
    // Only who started the server ends it: beside a running hub it goes on.
    await server.stop();
  }
}

async function filesFolder(): Promise<string> {
  const { readConfig } = await import('#libs/platform');
  return path.resolve(readConfig({ ...process.env, DATABASE_URL: undefined }).dataDir, 'files');
}
const says = (name: string, rows: number): void => console.log(`${name}: ${rows}`);

/** `entrepot backup FOLDER`: also beside a running hub, of one snapshot. */
export const backupCommand = (): Command =>
  new Command('backup')
    .description('Copies everything the hub keeps into a folder: rows, waiting jobs, files. Keys are not in it; keep them apart.')
    .argument('<folder>', 'a folder that does not exist yet or is empty')
    .option('--database-url <url>', 'a role that sees every row (superuser or BYPASSRLS); default: the embedded database')
    .action((folder: string, options: Options) =>
      withFullSight(options, async (url) => {
        const { backup } = await import('#libs/platform');
        const manifest = await backup({ url, into: path.resolve(folder), filesFolder: await filesFolder(), onTable: says });
        console.log(
          `${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${manifest.tables.length} tables, ${manifest.jobs.length} jobs, ${manifest.files.count} files, as of ${manifest.takenAt}`,
        );
      }),
    );

/** `entrepot restore FOLDER`: into an empty database of the same version, all or nothing. */
export const restoreCommand = (): Command =>
  new Command('restore')
    .description(
      'Fills an empty database from a backup. Connections to partners come back paused, so that nothing is sent twice.',
    )
    .argument('<folder>', 'a folder made by entrepot backup')
    .option('--database-url <url>', 'a superuser of a migrated, empty database; default: the embedded database')
    .option('--resume', 'let documents flow at once')
    .action((folder: string, options: Options) =>
      withFullSight(options, async (url) => {
        const { restore } = await import('#libs/platform');
        const manifest = await restore({
          url,
          from: path.resolve(folder),
          filesFolder: await filesFolder(),
          onTable: says,
          ...(options.resume ? { resume: true } : {}),
        });
        console.log(
          `Restored as of ${manifest.takenAt}. Everybody signs in anew; API keys revoked since are good again.${options.resume ? '' : ' Connections to partners are paused: look at the exchange log, then resume each.'}`,
        );
      }),
    );
