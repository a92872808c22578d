import type { ClassRow, MappingRow } from '#libs/catalog';
import { originalRows } from '#libs/documents';

/** A file that has not the columns it needs. */
export class ColumnsMissing extends Error {
  constructor(readonly columns: readonly string[]) {
    super(`The file needs the columns ${columns.join(', ')}.`);
    this.name = 'ColumnsMissing';
  }
}

/**
 * Classes of a CSV file: columns `code`, `parent`, and `name:<language>` for each language (`name` alone is English). Encoding and
 * delimiter are told by the file. Throws ColumnsMissing, and the Unreadable of a file that is no text.
 */
export async function readClassFile(bytes: Uint8Array): Promise<ClassRow[]> {
  const { columns, rows } = await originalRows(once(bytes));
  const names = columns.flatMap((column) => {
    const language = /^name(?::([a-z]{2}(?:-[A-Za-z]{2,4})?))?$/.exec(column.trim());
    return language ? [{ column, language: language[1] ?? 'en' }] : [];
  });
  if (!columns.includes('code') || names.length === 0) throw new ColumnsMissing(['code', 'parent', 'name:en']);
  const read: ClassRow[] = [];
  for await (const { line, raw } of rows) {
    const named = names.map(({ column, language }) => [language, raw[column]?.trim() ?? ''] as const);
    read.push({
      line,
      code: raw['code']?.trim() ?? '',
      parent: raw['parent']?.trim() ?? '',
      names: Object.fromEntries(named.filter(([, name]) => name !== '')),
    });
  }
  return read;
}

/** Pairs of a CSV file: columns `from`, `to`, and `relation` (same or contains). Throws as `readClassFile`. */
export async function readMappingFile(bytes: Uint8Array): Promise<MappingRow[]> {
  const { columns, rows } = await originalRows(once(bytes));
  if (!columns.includes('from') || !columns.includes('to')) throw new ColumnsMissing(['from', 'to']);
  const read: MappingRow[] = [];
  for await (const { line, raw } of rows)
    read.push({ line, from: raw['from']?.trim() ?? '', to: raw['to']?.trim() ?? '', relation: raw['relation']?.trim() ?? '' });
  return read;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
