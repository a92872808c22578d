import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Work } from '../work/work.js';
import { clientOf } from './queries.js';

const name = /^[a-z][a-z0-9_]*$/;
const tableName = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;
/** Bytes handed to the socket at once: enough that the protocol's overhead vanishes, little enough to stay in cache. */
const chunkBytes = 512 * 1024;
/** Of one UTF-16 unit. */
const utf8BytesMax = 3;
const none = Buffer.alloc(0);

type Rows = AsyncIterable<readonly (string | null)[]>;
type Chunks = Iterable<Buffer> | AsyncIterable<Buffer>;

export interface CopyTarget {
  table: string;
  columns: readonly string[];
}

/**
 * Streams rows into a walled table, in the work's own transaction; gives the number of rows. A cell is the text form of its
 * column's type (arrays as `{1,2}`), null is NULL. The source is pulled no faster than PostgreSQL takes it. When the source
 * throws, the COPY is aborted and the transaction is lost. Table and columns are names from code, never from input.
 * PostgreSQL copies into no table with row-level security, so the rows pass a temporary table and one INSERT.
 */
export function copyInto(work: Pick<Work, 'tx'>, target: CopyTarget, rows: Rows): Promise<number> {
  return copyChunks(work, target, encoded(rows, target.columns.length));
}

/** As copyInto, of rows that were written as text before (CopyText). */
export async function copyChunks(work: Pick<Work, 'tx'>, target: CopyTarget, chunks: Chunks): Promise<number> {
  const { table, columns } = target;
  if (!tableName.test(table)) throw new Error(`Not a table: ${table}`);
  const list = checked(columns);
  const client = await clientOf(work);
  await client.query(`create temporary table entrepot_copy on commit drop as select ${list} from ${table} with no data`);
  const count = await copyText(client, { table: 'entrepot_copy', columns }, chunks);
  await client.query(`insert into ${table} (${list}) select ${list} from pg_temp.entrepot_copy`);
  await client.query('drop table pg_temp.entrepot_copy');
  return count;
}

/**
 * COPY into a temporary table that the work has made (`create temporary table staged (...) on commit drop`), for merges
 * that want the rows as they came. Gives the number of rows.
 */
export async function copyToTemporary(work: Pick<Work, 'tx'>, target: CopyTarget, rows: Rows): Promise<number> {
  return copyText(await clientOf(work), target, encoded(rows, target.columns.length));
}

async function copyText(client: PoolClient, target: CopyTarget, chunks: Chunks): Promise<number> {
  if (!name.test(target.table)) throw new Error(`Not a temporary table: ${target.table}`);
  const copy = client.query(copyFrom(`copy pg_temp.${target.table} (${checked(target.columns)}) from stdin`));
  await pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 4 }), copy);
  return copy.rowCount;
}

function checked(columns: readonly string[]): string {
  for (const column of columns) if (!name.test(column)) throw new Error(`Not a column: ${column}`);
  return columns.join(', ');
}

async function* encoded(rows: Rows, width: number): AsyncGenerator<Buffer> {
  const text = new CopyText(width);
  for await (const row of rows) {
    text.add(row);
    if (text.full) yield* text.take();
  }
  yield* text.take();
}

/**
 * Rows in the text that COPY takes, outside the heap: whoever has to keep them until they are committed keeps no objects alive, and the
 * collector has nothing to copy.
 */
export class CopyText {
  private chunks: Buffer[] = [];
  private open: Buffer = none;
  private length = 0;

  constructor(private readonly width: number) {}

  /** A cell is the text form of its column's type, null is NULL. Throws when the row has not one cell for each column. */
  add(row: readonly (string | null)[]): void {
    if (row.length !== this.width) throw new Error(`A row has ${row.length} cells for ${this.width} columns.`);
    const line = `${row.map(written).join('\t')}\n`;
    const room = line.length * utf8BytesMax;
    if (this.length + room > this.open.length) {
      this.close();
      this.open = Buffer.allocUnsafeSlow(Math.max(chunkBytes, room));
    }
    this.length += this.open.write(line, this.length);
  }

  /** Whether a chunk is ready for the socket. */
  get full(): boolean {
    return this.chunks.length > 0;
  }

  /** What was added since the last call, whole. */
  take(): Buffer[] {
    this.close();
    const taken = this.chunks;
    this.chunks = [];
    return taken;
  }

  private close(): void {
    if (this.length > 0) this.chunks.push(this.open.subarray(0, this.length));
    this.open = none;
    this.length = 0;
  }
}

const special = /[\\\t\n\r]/;
const spelled: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written(cell: string | null): string {
  if (cell === null) return '\\N';
  return special.test(cell) ? cell.replace(/[\\\t\n\r]/g, (char) => spelled[char]!) : cell;
}
