import { BadInput } from '../../http/bad-input.js';

const textMax = 2048;

/** Opaque place in a list: the ordering it belongs to and the sort values of one row, its id last. */
export function encodeCursor(ordering: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([ordering, ...values])).toString('base64url');
}

/**
 * The sort values inside a cursor of this ordering. Throws BadInput for a text that is none, for one of another list or
 * ordering, and for one with another number of values. A forged cursor starts the list elsewhere; it never shows a row more.
 */
export function decodeCursor(cursor: string, ordering: string, count: number): string[] {
  const [from, ...values] = cursor.length > textMax ? [] : parts(cursor);
  if (from !== ordering || values.length !== count) {
    throw new BadInput([{ path: ['after'], message: 'The cursor does not belong to this list and ordering.' }]);
  }
  return values;
}

function parts(cursor: string): string[] {
  try {
    const list: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(list) && list.every((item) => typeof item === 'string' && !item.includes('\0'))
      ? (list as string[])
      : [];
  } catch {
    return [];
  }
}
