import { createHash } from 'node:crypto';
import path from 'node:path';
import { runAs, shutFolder } from './run-as.js';

/**
 * Where the embedded database lives: `<dataDir>/pg` when PostgreSQL's user can reach it, else a folder under /var/lib/entrepot named
 * after the checkout, or after the data folder where that is not the checkout's own, so that two of them never share a database.
 */
export async function embeddedFolder(dataDir: string): Promise<string> {
  const folder = path.resolve(dataDir);
  const wanted = path.join(folder, 'pg');
  if (!(await shutFolder(wanted, await runAs(wanted)))) return wanted;
  const named = path.basename(folder) === '.data' ? path.dirname(folder) : folder;
  const name = createHash('sha256').update(named).digest('hex').slice(0, 12);
  return path.join('/var/lib/entrepot', name, 'pg');
}
