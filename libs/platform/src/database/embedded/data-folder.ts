import { createHash } from 'node:crypto';
import path from 'node:path';
import { runAs, shutFolder } from './run-as.js';

/**
 * Where the embedded database of this checkout lives: `<dataDir>/pg` when PostgreSQL's user can reach it, else a folder
 * under /var/lib/entrepot named after the data folder, so that two data folders never share a database.
 */
export async function embeddedFolder(dataDir: string): Promise<string> {
  const wanted = path.resolve(dataDir, 'pg');
  if (!(await shutFolder(wanted, await runAs(wanted)))) return wanted;
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
  return path.join('/var/lib/entrepot', name, 'pg');
}
