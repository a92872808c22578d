import type { RunningProgram } from '#libs/platform';
import { demoPassword, demoWanted, fillDemoWorld, foundDemoWorld } from './seed.js';
import { demoOrganizations } from './world.data.js';

/** A demo world that is there, or filling up beside the running hub. */
export interface Demo {
  /** Who may sign in, for the console. */
  lines: readonly string[];
  stop(): Promise<void>;
}

/**
 * Founds the demo world when it is wanted and begins to send its files; the hub serves meanwhile, and the uploads are visible where a supplier
 * sees his own. undefined: no demo world here.
 */
export async function startDemo({ services, database }: RunningProgram): Promise<Demo | undefined> {
  if (!(await demoWanted(services, database.embedded))) return undefined;
  const world = await foundDemoWorld(services);
  const ending = new AbortController();
  const started = Date.now();
  const loading = fillDemoWorld(services, world, ending.signal).then(
    (files) => {
      if (files > 0 && !ending.signal.aborted)
        console.log(`The demo catalogues are published (${files} files, ${Math.round((Date.now() - started) / 1000)} s).`);
    },
    (error: unknown) => {
      if (!ending.signal.aborted) services.logger.error({ error }, 'the demo world could not be filled');
    },
  );
  const logins = demoOrganizations.map(
    (organization) =>
      `    ${(organization.members[0]?.email ?? '').padEnd(28)} ${organization.name} (${organization.roles.join(', ').toLowerCase()})`,
  );
  return {
    lines: [
      `  demo     password of all accounts: ${demoPassword}`,
      ...logins,
      '    catalogues are loading; parts appear within the next minute',
    ],
    async stop() {
      ending.abort();
      await loading;
    },
  };
}
