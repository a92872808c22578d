import { Command } from 'commander';
import { Ended, exits } from './exits.js';

/** `entrepot migrate`: brings the database of DATABASE_OWNER_URL up to date. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('Brings the database of DATABASE_OWNER_URL (role entrepot_owner) to this version.')
    .action(async () => {
      const { migrate, readConfig } = await import('#libs/platform');
      const { databaseOwnerUrl } = readConfig({
        ...process.env,
        DATABASE_JOBS_URL: process.env['DATABASE_JOBS_URL'] ?? process.env['DATABASE_URL'],
      });
      if (!databaseOwnerUrl)
        throw new Ended(exits.usage, 'DATABASE_OWNER_URL is not set. The embedded database is migrated by the hub itself.');
      const done = await migrate(databaseOwnerUrl);
      console.log(done.length === 0 ? 'The database is up to date.' : `${done.length} migrations ran: ${done.join(', ')}`);
    });
