import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Work } from '../work/work.js';
import { clientOf } from './queries.js';

const name = /^[a-z][a-z0-9_]*$/;
const tableName = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;
/** Text handed to the socket at once: enough that the protocol's overhead vanishes, little enough to stay in cache. */
const chunkChars = 64 * 1024;

/**
 * Streams rows into a table by COPY, in the work's own transaction; gives the number of rows. A cell is the text form of its
 * column's type (arrays as `{1,2}`), null is NULL. The source is pulled no faster than PostgreSQL takes it. When the source
 * throws, the COPY is aborted and the transaction is lost. Table and columns are names from code, never from input.
 */
export async function copyInto(work: Pick<Work, 'tx'>, target: { table: string; columns: readonly string[] }, rows: AsyncIterable<readonly (string | null)[]>): Promise<number> {
  const { table, columns } = target;
  if (!tableName.test(table) || !columns.every((column) => name.test(column))) throw new Error(`Not a table with columns: ${table} (${columns.join(', ')})`);
  const client = await clientOf(work);
  const copy = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(encoded(rows, columns.length), { objectMode: true, highWaterMark: 4 }), copy);
  return copy.rowCount;
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
