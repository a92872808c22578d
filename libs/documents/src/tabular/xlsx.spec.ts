import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readAll } from './testing.js';
import { sheetNames, sheetText } from './xlsx/sheet-text.js';
import type { ByteSource } from './xlsx/zip-archive.js';

/** A ZIP archive as plainly as it can be written. */
function zip(files: Readonly<Record<string, string | Buffer>>, flags = 0): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const source = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  async *read(start, end) {
    // In small pieces, so that nothing leans on where they end.
    for (let at = start; at < end; at += 7) yield bytes.subarray(at, Math.min(at + 7, end));
  },
});

interface Book {
  sheets?: Record<string, string>;
  strings?: string;
  styles?: string;
  workbook?: string;
  hidden?: string[];
}

function book({ sheets = { List: '' }, strings = '', styles = '', workbook = '', hidden = [] }: Book, flags = 0): Buffer {
  const names = Object.keys(sheets);
  return zip(
    {
      'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
      ...(strings ? { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` } : {}),
      ...(styles ? { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` } : {}),
      ...Object.fromEntries(
        names.map((name, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
        ]),
      ),
    },
    flags,
  );
}

async function text(bytes: Buffer, choice: Parameters<typeof sheetText>[1] = {}): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of sheetText(source(bytes), choice)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
/** One row with these cells. */
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const inline = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook', () => {
  it('reads a sheet as its person sees it: shared and inline texts, numbers, flags, results of formulas', async () => {
    const bytes = book({
      strings:
        '<si><t>Part</t></si><si><r><t>Hex </t></r><r><t xml:space="preserve">bolt "M6", </t></r><rPh sb="0" eb="1"><t>reading aid</t></rPh></si><si><t>line one&#10;line two</t></si>',
      sheets: {
        List:
          row(1, '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>') +
          row(3, '<c r="A3"><v>4.2000000000000002</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="b"><v>1</v></c>') +
          row(4, '<c r="A4"><v>1.5E-3</v></c><c r="B4" t="str"><f>x</f><v>007</v></c><c r="C4" t="s"><v>2</v></c>') +
          row(5, '<c r="A5"><v>12345678901234</v></c><c r="C5" t="e"><v>#N/A</v></c>'),
      },
    });
    expect((await text(bytes)).split('\n')).toEqual([
      '"Part","","Hex bolt ""M6"", "',
      '',
      '"4.2","2","TRUE"',
      '"0.0015","007","line one line two"',
      '"12345678901234","","#N/A"',
      '',
    ]);
    expect((await text(bytes, { decimalSeparator: ',' })).split('\n')[2]).toBe('"4,2","2","TRUE"');
  });

  it('shows days as days, in both calendars, and nothing else as one', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[Red]General&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const cells = (serial: number) => [0, 1, 2, 3].map((style) => `<c s="${style}"><v>${serial}</v></c>`).join('');
    const sheets = { List: row(1, cells(46023.5)) };
    expect(await text(book({ sheets, styles }))).toBe('"46023.5","2026-01-01","2026-01-01","46023.5"\n');
    expect(await text(book({ sheets, styles }), { dateFormat: 'DD.MM.YYYY' })).toBe(
      '"46023.5","01.01.2026","01.01.2026","46023.5"\n',
    );
    const since1904 = book({ sheets: { List: row(1, cells(44561)) }, styles, workbook: '<workbookPr date1904="1"/>' });
    expect(await text(since1904)).toBe('"44561","2026-01-01","2026-01-01","44561"\n');
  });

  it('names the sheets that a person sees, and reads the one asked for', async () => {
    const sheets = { Cover: row(1, inline('hello')), Secret: row(1, inline('hidden')), List: row(2, inline('part')) };
    const bytes = book({ sheets, hidden: ['Secret'] });
    expect(await sheetNames(source(bytes))).toEqual(['Cover', 'List']);
    expect([await text(bytes), await text(bytes, { sheet: 'List' })]).toEqual(['"hello"\n', '\n"part"\n']);
    await expect(text(bytes, { sheet: 'Other' })).rejects.toMatchObject({ problem: { code: 'SHEET_UNKNOWN' } });
  });

  it('is read by the CSV reader, row for row, whatever its cells hold', async () => {
    const head = ['no', 'name', 'unit', 'price'].map(inline).join('');
    const sheets = {
      List:
        row(1, head) +
        row(3, `${inline('A;1')}${inline('=cmd')}${inline('EA')}<c><v>1.25</v></c>`) +
        row(7, `${inline('B,2')}${inline('x')}${inline('EA')}<c t="str"><v>dear</v></c>`) +
        row(8, `${inline('C')}${inline('short')}${inline('EA')}`),
    };
    const bytes = book({ sheets });
    const mapping = {
      columns: { no: 'supplierPart', name: 'name', unit: 'orderUnit', price: 'price' },
      decimalSeparator: '.' as const,
      currency: 'USD',
    };
    const { rows, refused, problems } = await readAll(sheetText(source(bytes)), { mapping });
    expect(rows.map(({ line, supplierPart, names, prices }) => [line, supplierPart, names['en'], prices[0]?.amount])).toEqual([
      [3, 'A;1', '=cmd', '1.25'],
      [8, 'C', 'short', undefined],
    ]);
    expect(refused.map(({ line, supplierPart }) => [line, supplierPart])).toEqual([[7, 'B,2']]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [7, 'NUMBER_INVALID'],
      [8, 'PRICE_MISSING'],
    ]);
  });
});

describe('a hostile workbook', () => {
  const refusal = async (bytes: Buffer): Promise<string> => {
    try {
      await text(bytes);
    } catch (error) {
      return (error as { problem?: { code: string } }).problem?.code ?? String(error);
    }
    return 'read';
  };

  it.each([
    ['another archive', () => zip({ 'a.txt': 'x' }), 'WORKBOOK_UNREADABLE'],
    ['a binary workbook', () => zip({ 'xl/workbook.bin': 'x' }), 'WORKBOOK_UNREADABLE'],
    ['one with a password', () => book({}, 1), 'WORKBOOK_UNREADABLE'],
    ['one cut off', () => book({ sheets: { List: row(1, inline('x')) } }).subarray(0, 300), 'WORKBOOK_UNREADABLE'],
    ['a bomb', () => book({ sheets: { List: '<x></x>'.repeat(4_000_000) } }), 'WORKBOOK_TOO_LARGE'],
    ['one that is no XML', () => book({ sheets: { List: '<row' } }), 'XML_NOT_WELL_FORMED'],
    ['entities of its own', () => book({ sheets: { List: row(1, inline('&lol;')) } }), 'XML_NOT_WELL_FORMED'],
    ['a cell in a far column', () => book({ sheets: { List: row(1, '<c r="XFD1"><v>1</v></c>') } }), 'COLUMNS_TOO_MANY'],
    ['a row beyond the last', () => book({ sheets: { List: row(1_048_577, inline('x')) } }), 'WORKBOOK_TOO_LARGE'],
    ['rows that go back', () => book({ sheets: { List: row(5, inline('x')) + row(4, inline('y')) } }), 'WORKBOOK_UNREADABLE'],
    ['a text that is not there', () => book({ sheets: { List: row(1, '<c t="s"><v>9</v></c>') } }), 'WORKBOOK_UNREADABLE'],
    ['a cell of a book', () => book({ sheets: { List: row(1, inline('x'.repeat(40_000))) } }), 'WORKBOOK_TOO_LARGE'],
  ])('%s is refused with a sentence', async (_, bytes, code) => {
    expect(await refusal(bytes())).toBe(code);
  });

  it('with any byte changed is read or refused, and never anything else', async () => {
    const bytes = book({ sheets: { List: row(1, inline('part') + inline('name')) + row(2, inline('A') + inline('b')) } });
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(await refusal(changed)).toMatch(/^(?:read|[A-Z_]+)$/);
    }
  });
});
