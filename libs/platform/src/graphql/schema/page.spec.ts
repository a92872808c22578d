import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from './cursor.js';
import { connection, keyset, type Ordering, pageOf } from './page.js';

const byNumber: Ordering = {
  name: 'orders:NUMBER_ASC',
  columns: [
    { sql: 'o.number', cast: 'text' },
    { sql: 'o.placed_at', cast: 'timestamptz', descending: true },
    { sql: 'o.id', cast: 'uuid' },
  ],
};

describe('cursors', () => {
  it('give their values back to their own list and to no other', () => {
    const cursor = encodeCursor('a:X', ['é"1', '']);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(cursor, 'a:X', 2)).toEqual(['é"1', '']);
    for (const [text, ordering, count] of [
      [cursor, 'a:Y', 2],
      [cursor, 'a:X', 3],
      ['', 'a:X', 0],
      ['bm9uZQ', 'a:X', 2],
      [Buffer.from('{"a":1}').toString('base64url'), 'a:X', 2],
      [encodeCursor('a:X', ['\0', '']), 'a:X', 2],
      ['A'.repeat(5000), 'a:X', 2],
    ] as const) {
      expect(() => decodeCursor(text, ordering, count)).toThrow('bad input');
    }
  });
});

describe('pages', () => {
  const rows = ['a', 'b', 'c'].map((number) => ({ number, placedAt: '2026-11-21T00:00:00Z', id: number }));
  const keyOf = (row: (typeof rows)[number]) => [row.number, row.placedAt, row.id];

  it('start behind the cursor in mixed directions, with one row more than asked', () => {
    const page = pageOf({ first: 2, after: encodeCursor(byNumber.name, ['7', '2026-11-21', 'x']) }, byNumber);
    expect(keyset(page, byNumber, 3)).toEqual({
      where:
        '((o.number > $3::text) or (o.number = $3::text and o.placed_at < $4::timestamptz) or (o.number = $3::text and o.placed_at = $4::timestamptz and o.id > $5::uuid))',
      orderBy: 'o.number asc, o.placed_at desc, o.id asc',
      limit: 3,
      values: ['7', '2026-11-21', 'x'],
    });
  });

  it('turn everything round backwards', () => {
    const page = pageOf({ last: 2 }, byNumber);
    expect(keyset(page, byNumber, 1)).toEqual({
      where: 'true',
      orderBy: 'o.number desc, o.placed_at asc, o.id desc',
      limit: 3,
      values: [],
    });
    const { nodes, pageInfo } = connection([...rows].reverse(), page, keyOf);
    expect(nodes.map(({ number }) => number)).toEqual(['b', 'c']);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('say whether there is more, and where they begin and end', () => {
    const page = pageOf({ first: 2 }, byNumber);
    const { nodes, edges, pageInfo } = connection(rows, page, keyOf);
    expect(nodes.map(({ number }) => number)).toEqual(['a', 'b']);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
    });
    expect(connection([], page, keyOf).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('have 20 rows unless asked, and refuse more than 100, none, and both directions', () => {
    expect(pageOf({}, byNumber).limit).toBe(20);
    for (const args of [{ first: 101 }, { first: 0 }, { last: -1 }, { first: 1, last: 1 }, { after: 'x', before: 'y' }]) {
      expect(() => pageOf(args, byNumber)).toThrow('bad input');
    }
  });
});
