import { isFollowed, type Link } from './link';

export interface PlacedPart {
  id: string;
  number: string;
  x: number;
  y: number;
}
export interface PlacedLine {
  key: string;
  from: PlacedPart;
  to: PlacedPart;
  code: string;
  isTwoWay: boolean;
  isForbidden: boolean;
  isFollowed: boolean;
}
export interface Layout {
  parts: PlacedPart[];
  lines: PlacedLine[];
  width: number;
  height: number;
}

export const boxWidth = 150;
export const boxHeight = 34;
const gapX = 90;
const gapY = 22;

/** Parts in columns by how many links they are away, the asked one at the left; a set is a line to each of its parts. */
export function layOut(root: { id: string; number: string }, links: readonly Link[]): Layout {
  const numbers = new Map([[root.id, root.number]]);
  const near = new Map<string, Set<string>>();
  const pairs = links.flatMap((link) => link.to.map(({ part }) => ({ link, part })));
  for (const { link, part } of pairs) {
    numbers.set(link.from.id, link.from.number).set(part.id, part.number);
    near.set(link.from.id, (near.get(link.from.id) ?? new Set()).add(part.id));
    near.set(part.id, (near.get(part.id) ?? new Set()).add(link.from.id));
  }
  const columns = columnsFrom(root.id, near);
  const tallest = Math.max(...columns.map((column) => column.length));
  const height = tallest * (boxHeight + gapY) + gapY;
  const placed = new Map<string, PlacedPart>();
  for (const [x, column] of columns.entries()) {
    const top = (height - (column.length * (boxHeight + gapY) - gapY)) / 2;
    for (const [y, id] of column.entries())
      placed.set(id, { id, number: numbers.get(id) ?? '', x: x * (boxWidth + gapX) + 8, y: top + y * (boxHeight + gapY) });
  }
  const lines = pairs.flatMap(({ link, part }): PlacedLine[] => {
    const [from, to] = [placed.get(link.from.id), placed.get(part.id)];
    if (!from || !to) return [];
    const isTwoWay = link.meaning === 'TWO_WAY' || link.meaning === 'REIDENTIFIED' || link.meaning === 'NOT';
    const key = `${link.orgId} ${link.id} ${part.id}`;
    return [{ key, from, to, code: link.code, isTwoWay, isForbidden: link.meaning === 'NOT', isFollowed: isFollowed(link) }];
  });
  return { parts: [...placed.values()], lines, width: columns.length * (boxWidth + gapX) - gapX + 16, height };
}

function columnsFrom(root: string, near: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const seen = new Set([root]);
  const columns = [[root]];
  for (let last = columns[0]!; last.length > 0; ) {
    const next = [...new Set(last.flatMap((id) => [...(near.get(id) ?? [])]))].filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
    if (next.length > 0) columns.push(next);
    last = next;
  }
  return columns;
}
