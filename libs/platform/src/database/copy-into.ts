import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Work } from '../work/work.js';
import { clientOf } from './queries.js';

const name = /^[a-z][a-z0-9_]*$/;
const tableName = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;
/** Text handed to the socket at once: enough that the protocol's overhead vanishes, little enough to stay in cache. */
const chunkChars = 64 * 1024;

type Rows = AsyncIterable<readonly (string | null)[]>;

/**
 * Streams rows into a walled table, in the work's own transaction; gives the number of rows. A cell is the text form of its
 * column's type (arrays as `{1,2}`), null is NULL. The source is pulled no faster than PostgreSQL takes it. When the source
 * throws, the COPY is aborted and the transaction is lost. Table and columns are names from code, never from input.
 * PostgreSQL copies into no table with row-level security, so the rows pass a temporary table and one INSERT.
 */
export async function copyInto(
  work: Pick<Work, 'tx'>,
  target: { table: string; columns: readonly string[] },
  rows: Rows,
): Promise<number> {
  const { table, columns } = target;
  if (!tableName.test(table)) throw new Error(`Not a table: ${table}`);
  const list = checked(columns);
  const client = await clientOf(work);
  await client.query(`create temporary table entrepot_copy on commit drop as select ${list} from ${table} with no data`);
  const count = await copyToTemporary(work, { table: 'entrepot_copy', columns }, rows);
  await client.query(`insert into ${table} (${list}) select ${list} from pg_temp.entrepot_copy`);
  await client.query('drop table pg_temp.entrepot_copy');
  return count;
}

/**
 * COPY into a temporary table that the work has made (`create temporary table staged (...) on commit drop`), for merges
 * that want the rows as they came. Gives the number of rows.
 */
export async function copyToTemporary(
  work: Pick<Work, 'tx'>,
  target: { table: string; columns: readonly string[] },
  rows: Rows,
): Promise<number> {
  if (!name.test(target.table)) throw new Error(`Not a temporary table: ${target.table}`);
  const client = await clientOf(work);
  const copy = client.query(copyFrom(`copy pg_temp.${target.table} (${checked(target.columns)}) from stdin`));
  await pipeline(Readable.from(encoded(rows, target.columns.length), { objectMode: true, highWaterMark: 4 }), copy);
  return copy.rowCount;
}

function checked(columns: readonly string[]): string {
  for (const column of columns) if (!name.test(column)) throw new Error(`Not a column: ${column}`);
  return columns.join(', ');
}

async function* encoded(rows: AsyncIterable<readonly (string | null)[]>, width: number): AsyncGenerator<Buffer> {
  let chunk = '';
  for await (const row of rows) {
    if (row.length !== width) throw new Error(`A row has ${row.length} cells for ${width} columns.`);
    for (let i = 0; i < width; i++) {
      const cell = row[i];
      chunk += (i === 0 ? '' : '\t') + (cell === null || cell === undefined ? '\\N' : escaped(cell));
    }
    chunk += '\n';
    if (chunk.length < chunkChars) continue;
    yield Buffer.from(chunk, 'utf8');
    chunk = '';
  }
  if (chunk) yield Buffer.from(chunk, 'utf8');
}

const special = /[\\\t\n\r]/;
const spelled: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(cell: string): string {
  return special.test(cell) ? cell.replace(/[\\\t\n\r]/g, (char) => spelled[char]!) : cell;
}
