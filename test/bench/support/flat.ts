import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { GeneratedRow } from './catalogue-file.js';

// What any import of these rows must do at least: one table with the same words, and the indexes that parts, documents and offers have.
const table = `create table public.flat (
    id uuid primary key default platform.uuid_v7(), supplier integer, supplier_part text collate "C", maker text collate "C", cage text collate "C", part text collate "C", key text collate "C",
    name text, name_zh text, unit text collate "C", price numeric, currency text collate "C", basis numeric, multiple numeric, lead_days integer, unspsc text collate "C", category text collate "C",
    break_from numeric[], break_price numeric[], location text[], quantity numeric[], tsv tsvector, unique (supplier, supplier_part));
  create index on public.flat (key);
  create unique index on public.flat (supplier, cage, part);
  create index on public.flat (cage, key, id);
  create index on public.flat (unspsc, key, id);
  create index on public.flat (supplier_part);
  create index on public.flat using gin (tsv);
  create index on public.flat using gin (key public.gin_trgm_ops);
  create unlogged table public.flat_stage (
    supplier_part text collate "C", maker text collate "C", cage text collate "C", part text collate "C", name text, name_zh text, unit text collate "C", price numeric, currency text collate "C",
    basis numeric, multiple numeric, lead_days integer, unspsc text collate "C", category text collate "C", break_from numeric[], break_price numeric[], location text[], quantity numeric[])`;

const said =
  'supplier_part, maker, cage, part, name, name_zh, unit, price, currency, basis, multiple, lead_days, unspsc, category, break_from, break_price, location, quantity';
const columns = said.split(', ');

const upsert = `insert into public.flat as f (supplier, key, tsv, ${said})
  select 1, catalog.part_key(s.part), catalog.search_words(concat_ws(' ', s.name, s.name_zh, s.maker)), ${columns.map((column) => `s.${column}`).join(', ')} from public.flat_stage s
  on conflict (supplier, supplier_part) do update set price = excluded.price, name = excluded.name, tsv = excluded.tsv, quantity = excluded.quantity
  where (${columns.map((column) => `f.${column}`).join(', ')}) is distinct from (${columns.map((column) => `excluded.${column}`).join(', ')})`;

const different = `select count(*)::int as rows from public.flat_stage s left join public.flat f on f.supplier = 1 and f.supplier_part = s.supplier_part
  where f.id is null or (${columns.map((column) => `f.${column}`).join(', ')}) is distinct from (${columns.map((column) => `s.${column}`).join(', ')})`;

/** Writes the rows as COPY text below `dir`; gives its path. Not part of what is measured. */
export async function copyFile(dir: string, rows: Iterable<GeneratedRow>): Promise<string> {
  const file = path.join(dir, 'flat.tsv');
  await pipeline(Readable.from(copyText(rows)), createWriteStream(file));
  return file;
}

function* copyText(rows: Iterable<GeneratedRow>): Generator<string> {
  const list = (values: readonly string[]): string => (values.length === 0 ? '\\N' : `{${values.join(',')}}`);
  let piece = '';
  for (const row of rows) {
    const {
      supplierPart,
      maker,
      cage,
      part,
      name,
      nameZh,
      unit,
      price,
      basis,
      multiple,
      leadDays,
      unspsc,
      category,
      breaks,
      stock,
    } = row;
    const cells = [
      supplierPart,
      maker,
      cage,
      part,
      name,
      nameZh || '\\N',
      unit,
      price,
      'USD',
      basis,
      multiple,
      leadDays || '\\N',
      unspsc,
      category,
    ];
    const lists = [
      breaks.map(([from]) => from),
      breaks.map(([, at]) => at),
      stock.map(([at]) => at),
      stock.map(([, quantity]) => quantity),
    ];
    piece += `${[...cells, ...lists.map(list)].join('\t')}\n`;
    if (piece.length < 60_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

export interface FlatImport {
  /** COPY and INSERT .. ON CONFLICT of rows that are new, in milliseconds. */
  newMs: number;
  /** COPY and anti-join of the same rows again. */
  againMs: number;
}

/** The limit of an import, measured in a database of its own. Throws unless every row arrived and is found the second time. */
export async function importFlat(url: string, file: string, rows: number): Promise<FlatImport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(table);
    await client.query('checkpoint');
    const newMs = await timed(async () => {
      await copy(client, file);
      const { rowCount } = await client.query(upsert);
      if (rowCount !== rows) throw new Error(`${rowCount} of ${rows} rows were inserted`);
    });
    await client.query('truncate public.flat_stage');
    await client.query('vacuum analyze public.flat');
    const againMs = await timed(async () => {
      await copy(client, file);
      const found = await client.query<{ rows: number }>(different);
      if (found.rows[0]?.rows !== 0) throw new Error(`${found.rows[0]?.rows} rows seemed to differ`);
    });
    return { newMs, againMs };
  } finally {
    await client.end();
  }
}

async function copy(client: pg.Client, file: string): Promise<void> {
  await pipeline(createReadStream(file), client.query(copyFrom(`copy public.flat_stage (${said}) from stdin`)));
}

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
