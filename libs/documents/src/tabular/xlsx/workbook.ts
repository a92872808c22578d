import { XmlFeed } from '../../bmecat/xml-feed.js';
import { type ByteSource, tooLarge, unreadable, ZipArchive } from './zip-archive.js';

/** A sheet by the name on its tab. */
export interface Sheet {
  name: string;
  /** Its file in the archive. */
  file: string;
  /** Whether a person sees its tab. */
  shown: boolean;
}

/** What is known of a workbook before a row of it is read. */
export interface Workbook {
  archive: ZipArchive;
  sheets: readonly Sheet[];
  /** Days count from 1904 and not from 1900. */
  from1904: boolean;
  /** By number of a cell's style: whether it shows a number as a day. */
  dateStyles: readonly boolean[];
}

/** Sheets of a workbook, and cell styles. Excel itself stops at 65,490 styles. */
export const workbookCaps = { sheets: 256, styles: 70_000 } as const;

const main = 'xl/workbook.xml';

/** Opens an Excel workbook (.xlsx, ECMA-376). Throws Unreadable for another archive, a binary workbook (.xlsb), and beyond the caps. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const archive = await ZipArchive.open(source);
  if (archive.has('xl/workbook.bin')) throw unreadable('it is a binary workbook (.xlsb); save it as .xlsx');
  if (!archive.has(main)) throw unreadable('it is another kind of archive');
  const files = await relationsOf(archive);
  const { sheets, from1904 } = await sheetsOf(archive, files);
  if (sheets.length === 0) throw unreadable('it has no sheet');
  return { archive, sheets, from1904, dateStyles: await dateStylesOf(archive) };
}

type Attributes = Readonly<Record<string, string>>;

/** Tells the elements of one file of the archive. */
export async function eachElement(
  archive: ZipArchive,
  file: string,
  open: (name: string, attributes: Attributes) => void,
): Promise<void> {
  const feed = new XmlFeed({ open, text: () => undefined, close: () => undefined });
  for await (const piece of archive.text(file)) feed.write(piece);
  feed.end();
}

async function relationsOf(archive: ZipArchive): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await eachElement(archive, 'xl/_rels/workbook.xml.rels', (name, { Id, Target, TargetMode }) => {
    if (name !== 'RELATIONSHIP' || !Id || !Target || TargetMode === 'External') return;
    files.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  return files;
}

async function sheetsOf(archive: ZipArchive, files: ReadonlyMap<string, string>): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await eachElement(archive, main, (element, attributes) => {
    if (element === 'WORKBOOKPR') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (element !== 'SHEET') return;
    if (sheets.length >= workbookCaps.sheets) throw tooLarge('The number of sheets', String(workbookCaps.sheets));
    const relation = Object.keys(attributes).find((key) => key.endsWith(':id'));
    const file = relation && files.get(attributes[relation] ?? '');
    // Sheets of charts and macros have no cells.
    if (file?.includes('worksheets/') && archive.has(file))
      sheets.push({ name: attributes['name'] ?? '', file, shown: (attributes['state'] ?? 'visible') === 'visible' });
  });
  return { sheets, from1904 };
}

/** Formats of Excel's own that show days, by number (ECMA-376 part 1, 18.8.30). */
const isDateFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

async function dateStylesOf(archive: ZipArchive): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!archive.has('xl/styles.xml')) return styles;
  const own = new Map<number, boolean>();
  let cells = false;
  await eachElement(archive, 'xl/styles.xml', (element, attributes) => {
    if (element === 'NUMFMT') own.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
    if (element === 'CELLXFS') cells = true;
    else if (element === 'CELLSTYLES' || element === 'DXFS') cells = false;
    if (element !== 'XF' || !cells) return;
    if (styles.length >= workbookCaps.styles) throw tooLarge('The number of cell styles', String(workbookCaps.styles));
    const id = Number(attributes['numFmtId'] ?? 0);
    styles.push(own.get(id) ?? isDateFormat(id));
  });
  return styles;
}

/** Whether a format code shows days: a y, m or d outside of quotes, escapes and colours. `General` and `[Red]` hold a d, too. */
function showsDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  return /[ymd]/i.test(bare);
}
