import { type LinkColumn, type LinkRow, linkColumns } from '#libs/catalog';
import { originalRows } from '#libs/documents';

/** What files call the columns besides their own names; compared in letters and digits alone. */
const synonyms: Readonly<Record<string, LinkColumn>> = {
  from: 'fromNumber',
  frompart: 'fromNumber',
  oldnumber: 'fromNumber',
  oldpartnumber: 'fromNumber',
  to: 'toNumber',
  topart: 'toNumber',
  newnumber: 'toNumber',
  newpartnumber: 'toNumber',
  inc: 'code',
  interchangeabilitycode: 'code',
  frommfr: 'fromManufacturer',
  fromcage: 'fromManufacturer',
  oldmanufacturer: 'fromManufacturer',
  tomfr: 'toManufacturer',
  tocage: 'toManufacturer',
  newmanufacturer: 'toManufacturer',
  setnumber: 'set',
  qty: 'quantity',
  d590: 'class',
  interchangeabilityclass: 'class',
  moa: 'model',
  reference: 'authority',
};
const columns = new Map<string, LinkColumn>([
  ...Object.entries(synonyms),
  ...linkColumns.map((column): [string, LinkColumn] => [column.toLowerCase(), column]),
]);

/** A CSV of links as it comes: its known columns, which of the needed ones are missing, and its rows one by one. */
export interface LinkFile {
  missing: LinkColumn[];
  rows: AsyncIterable<LinkRow>;
}

/** Reads a CSV of links. Columns are known by their header, in any order; others are passed over. Throws the Unreadable of a file that is none. */
export async function openLinkFile(bytes: AsyncIterable<Uint8Array>): Promise<LinkFile> {
  const file = await originalRows(bytes);
  const known = file.columns.flatMap((header) => {
    const column = columns.get(header.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    return column ? [{ header, column }] : [];
  });
  const missing = linkColumns.slice(0, 3).filter((needed) => !known.some(({ column }) => column === needed));
  async function* rows(): AsyncGenerator<LinkRow> {
    for await (const { line, raw } of file.rows)
      yield { line, cells: Object.fromEntries(known.map(({ header, column }) => [column, raw[header] ?? ''])) };
  }
  return { missing, rows: rows() };
}
