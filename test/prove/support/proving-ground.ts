import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapRoles, type DatabaseUrls, migrate, startEmbeddedPostgres } from '#libs/platform';

/** A PostgreSQL of one programme alone, with a migrated template: `freshDatabase()` clones from it until `close`. */
export interface ProvingGround extends DatabaseUrls {
  /** A folder of this programme alone, for keys, files and logs. */
  folder: string;
  /** From now on `freshDatabase()` clones this database instead; nobody may be connected to it. */
  cloneFrom(database: string): void;
  close(): Promise<void>;
}

/** Nothing here crashes the database itself, so it need not wait for the disk; TEST_DATABASE_URL (a superuser's address) names another server. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
};

export async function provingGround(): Promise<ProvingGround> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-prove-'));
  const given = process.env['TEST_DATABASE_URL'];
  const dir = given ? undefined : await mkdtemp(path.join(os.tmpdir(), 'entrepot-prove-pg-'));
  const server = dir ? await startEmbeddedPostgres({ dir, settings }) : undefined;
  const adminUrl = given ?? server!.adminUrl;
  // Ctrl-C in the middle must not leave a server behind.
  const abandon = (): void => void (server && signal(server.pid, 'SIGQUIT'));
  const interrupted = (): never => process.exit(130);
  process.once('exit', abandon).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const urls = await bootstrapRoles(adminUrl, { database: `entrepot_prove_${process.pid}` });
  await migrate(urls.ownerUrl);
  const cloneFrom = (template: string): void => {
    process.env['ENTREPOT_TEST_DATABASE'] = JSON.stringify({ adminUrl, template, ...urls });
  };
  cloneFrom(`entrepot_prove_${process.pid}`);
  return {
    ...urls,
    folder,
    cloneFrom,
    async close() {
      delete process.env['ENTREPOT_TEST_DATABASE'];
      process.off('exit', abandon).off('SIGINT', interrupted).off('SIGTERM', interrupted);
      await server?.stop();
      for (const made of [folder, dir]) if (made) await rm(made, { recursive: true, force: true });
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}
