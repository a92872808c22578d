import { readFile } from 'node:fs/promises';
import pg from 'pg';

/**
 * The schema as text from PostgreSQL's catalogue: tables, keys, indexes, policies, functions, grants, comments. The same text
 * on PostgreSQL 15 and 18, so that it can be committed and compared. Schemas of graphile-worker and of migrations are left out.
 */
export async function printSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // With this path every name is printed with its schema.
    await client.query('set search_path = pg_catalog');
    const text = await readFile(new URL('./print-schema.sql', import.meta.url), 'utf8');
    const { rows } = await client.query<{ line: string }>(text);
    return `${rows.map((row) => row.line.trimEnd()).join('\n')}\n`;
  } finally {
    await client.end();
  }
}
