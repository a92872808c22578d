import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { definerAllowlist } from '../definer-allowlist.data.js';

export interface WallFinding {
  rule: string;
  object: string;
  problem: string;
}

/**
 * Checks the walls of every table, view and function in the catalogue of a migrated database, as superuser or owner; an empty
 * list is a pass. The rules stand in lint-walls.sql. Not defended: SQL injection, which could bind any organisation itself.
 */
export async function lintWalls(url: string): Promise<WallFinding[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await lintWith(client);
  } finally {
    await client.end();
  }
}

/** The same on an open connection, which keeps two temporary views; sees what its transaction has changed. */
export async function lintWith(client: pg.ClientBase): Promise<WallFinding[]> {
  const [views, ...rules] = (await readFile(new URL('./lint-walls.sql', import.meta.url), 'utf8')).split(/^-- rule: /m);
  for (const view of views!.split(/;\s*$/m)) if (view.trim()) await client.query(view);
  const found: WallFinding[] = [];
  for (const rule of rules) {
    const name = /^\S+/.exec(rule)![0];
    const text = rule.slice(rule.indexOf('\n')).trim().replace(/;$/, '');
    const values = text.includes('$1') ? [JSON.stringify(definerAllowlist)] : [];
    const { rows } = await client.query<string[]>({ text, values, rowMode: 'array' });
    for (const [object, problem] of rows) found.push({ rule: name, object: object!, problem: problem! });
  }
  return found;
}

/** The names of all rules, in order. */
export async function wallRules(): Promise<string[]> {
  const text = await readFile(new URL('./lint-walls.sql', import.meta.url), 'utf8');
  return [...text.matchAll(/^-- rule: (\S+)/gm)].map((match) => match[1]!);
}
