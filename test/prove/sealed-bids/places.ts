import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Place } from './search.js';

/** Every row of every table, jobs too, as text and as the database sends it: what it compresses on disk is unpacked here. */
export async function dumpOf(db: FreshDatabase): Promise<Place[]> {
  const client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 1`,
    );
    const places: Place[] = [];
    for (const { name } of rows)
      for (const format of ['text', 'binary']) {
        const chunks: Buffer[] = [];
        for await (const chunk of client.query(copyTo(`copy (select * from ${name}) to stdout (format ${format})`)))
          chunks.push(chunk as Buffer);
        places.push({ name: `dump of ${name} (${format})`, bytes: Buffer.concat(chunks) });
      }
    return places;
  } finally {
    await client.end();
  }
}

/** The files of the server: tables, indexes, write-ahead log, temporary files, whatever lies there; or its write-ahead log alone. */
export async function serverFiles(db: FreshDatabase, part: 'all' | 'log' = 'all'): Promise<Place[]> {
  await db.admin('checkpoint');
  const [row] = await db.admin<{ data_directory: string }>('show data_directory');
  const [own] = await db.admin<{ folder: string }>(
    `select oid::text as folder from pg_database where datname = current_database()`,
  );
  const folder = String(row?.data_directory);
  if (part === 'log') return filesBelow(path.join(folder, 'pg_wal'), 'write-ahead log');
  // Of the databases beside, which are templates, nothing was asked.
  const foreign = (file: string): boolean => /(^|\/)base\/\d+\//.test(file) && !file.includes(`base/${own?.folder}/`);
  return filesBelow(folder, 'server').filter(({ name }) => !foreign(name));
}

/** All files below a folder: logs, keys, stored files, temporary ones. */
export function filesBelow(folder: string, label: string): Place[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    try {
      if (!entry.isFile() || statSync(file).size === 0) return [];
      return [{ name: `${label}: ${path.relative(folder, file)}`, bytes: readFileSync(file) }];
    } catch {
      // A file of the server may go while the folder is read.
      return [];
    }
  });
}
