import type { Mapping } from '#libs/documents';
import { adjectives, grades, hanNouns, nouns } from './words.data.js';

/** Seed of all generated figures. */
export const seed = 20261121;

/** What one row of a generated catalogue says; the CSV file and the limit's table are written from the same rows. */
export interface GeneratedRow {
  supplierPart: string;
  maker: string;
  cage: string;
  part: string;
  name: string;
  nameZh: string;
  unit: string;
  price: string;
  basis: string;
  multiple: string;
  leadDays: string;
  unspsc: string;
  category: string;
  breaks: readonly (readonly [from: string, price: string])[];
  stock: readonly (readonly [location: string, quantity: string])[];
}

export const locations = ['WICHITA', 'HAMBURG', 'SINGAPORE'] as const;
const categories = ['Bolts', 'Nuts', 'Washers', 'Seals', 'Bearings', 'Connectors', 'Switches', 'Filters', 'Sealants', 'Lamps'];
const makers = 40;

/** The row of a part: everything follows from its number and the supplier's, so a file can be written again. */
export function generatedRow(part: number, supplier: number): GeneratedRow {
  const shape = random(part * 2 + 1);
  const offer = random(part * 64 + supplier + 7);
  const maker = part % makers;
  const cents = 50 + Math.floor(shape() ** 3 * 400_000);
  const perHundred = part % 5 === 0;
  const price = (share: number): string => ((cents * share * (0.9 + offer() * 0.2)) / 100).toFixed(2);
  const grade = pick(grades, shape());
  const [size, length] = [2 + Math.floor(shape() * 30), 4 + Math.floor(shape() * 90)];
  const noun = Math.floor(shape() ** 2 * nouns.length);
  const base = price(1);
  return {
    supplierPart: `S${supplier}-${part.toString(36).toUpperCase().padStart(5, '0')}`,
    maker: `${pick(adjectives, maker / makers)} Aerospace ${maker}`,
    cage: `7B${String(maker).padStart(3, '0')}`,
    part: `${pick(['NAS', 'MS', 'BAC', 'ABS', 'EN'], shape())}${1000 + (part % 9000)}-${part.toString(36).toUpperCase()}`,
    name: `${pick(adjectives, shape())} ${nouns[noun]}, ${grade}, ${size} x ${length} mm`,
    nameZh: part % 4 === 0 ? `${hanNouns[noun % hanNouns.length]}${size}毫米` : '',
    unit: perHundred ? 'C62' : 'EA',
    price: base,
    basis: perHundred ? '100' : '1',
    multiple: part % 10 === 0 ? '25' : '1',
    leadDays: part % 7 === 0 ? '' : String(3 + (part % 40)),
    unspsc: `31${16 + (noun % 8)}${15 + (part % 20)}00`,
    category: categories[noun % categories.length] as string,
    breaks:
      part % 3 === 0
        ? [
            ['100', price(0.9)],
            ['500', price(0.8)],
          ]
        : [],
    stock: locations.slice(0, 1 + (part % 3)).map((location) => [location, String(Math.floor(offer() * 3000))] as const),
  };
}

const columns: readonly (readonly [header: string, target: string, cell: (row: GeneratedRow) => string])[] = [
  ['Part No', 'supplierPart', (row) => row.supplierPart],
  ['Manufacturer', 'manufacturer', (row) => row.maker],
  ['CAGE', 'cage', (row) => row.cage],
  ['MPN', 'manufacturerPart', (row) => row.part],
  ['Description', 'name:en', (row) => row.name],
  ['品名', 'name:zh', (row) => row.nameZh],
  ['UOM', 'orderUnit', (row) => row.unit],
  ['Price', 'price', (row) => row.price],
  ['Currency', 'currency', () => 'USD'],
  ['Per', 'priceBasis', (row) => row.basis],
  ['Multiple', 'multiple', (row) => row.multiple],
  ['Lead Time', 'leadDays', (row) => row.leadDays],
  ['UNSPSC', 'unspsc', (row) => row.unspsc],
  ['Group', 'category', (row) => row.category],
  ...[0, 1].flatMap((i) => [
    [`Qty ${i + 1}`, `breakQuantity:${i + 1}`, (row: GeneratedRow) => row.breaks[i]?.[0] ?? ''] as const,
    [`Price ${i + 1}`, `breakPrice:${i + 1}`, (row: GeneratedRow) => row.breaks[i]?.[1] ?? ''] as const,
  ]),
  ...locations.map(
    (place) =>
      [`Stock ${place}`, `stock@${place}`, (row: GeneratedRow) => row.stock.find(([at]) => at === place)?.[1] ?? ''] as const,
  ),
];

/** How the generated files are read. */
export const fileMapping: Mapping = {
  columns: Object.fromEntries(columns.map(([header, target]) => [header, target])),
  decimalSeparator: '.',
};

/** A CSV file of these rows, in pieces of some 60 KiB. */
export function* csvFile(rows: Iterable<GeneratedRow>): Generator<string> {
  let piece = `${columns.map(([header]) => header).join(',')}\n`;
  for (const row of rows) {
    piece += `${columns.map(([, , cell]) => quoted(cell(row))).join(',')}\n`;
    if (piece.length < 60_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function pick<T>(list: readonly T[], at: number): T {
  return list[Math.floor(at * list.length)] as T;
}

/** mulberry32: figures from 0 to 1 that depend on the seed alone. */
export function random(salt: number): () => number {
  let state = (seed ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
