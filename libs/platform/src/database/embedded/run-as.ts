import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.js';

/** Whom PostgreSQL runs as; empty: as ourselves. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses uid 0: as root, run as the data folder's owner, else `postgres`, else `nobody`. No user is ever made. */
export async function runAs(dir: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(dir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new StartError(
    'PostgreSQL may not run as root and there is no user postgres or nobody: set DATABASE_URL, or start as another user.',
  );
}

/** The first folder above `dir` that `as` cannot enter (mkdtemp and /root make 0700), or undefined. Folders yet to be made count as ours. */
export async function shutFolder(dir: string, as: RunAs): Promise<string | undefined> {
  if (as.uid === undefined) return undefined;
  for (let folder = path.dirname(path.resolve(dir)); ; folder = path.dirname(folder)) {
    const s = await stat(folder).catch(() => undefined);
    const searchable = s && (s.uid === as.uid ? 0o100 : s.gid === as.gid ? 0o010 : 0o001);
    if (s && searchable && !(s.mode & searchable)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}
