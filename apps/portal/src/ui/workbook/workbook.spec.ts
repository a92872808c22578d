import { describe, expect, it } from '@jest/globals';
import writeWorkbook from 'write-excel-file/node';
import { columnName, readWorkbook } from './read-workbook.js';
import { type SheetCell, writtenCell } from './save-workbook.js';

const bytesOf = async (rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array<ArrayBuffer>> => {
  const buffer = await writeWorkbook(rows.map((row) => row.map(writtenCell))).toBuffer();
  return new Uint8Array(buffer);
};

describe('a workbook', () => {
  it('comes back as it went out: texts, figures, gaps, the signs of XML', async () => {
    const rows = [
      [{ text: 'line', strong: true }, { text: 'price' }, {}, { text: 'conditions' }],
      [{ text: '10' }, { figure: '0.1' }, {}, { text: 'a < b & "c" — 螺栓' }],
      [{}, {}, {}, {}],
      [{ text: '007' }, { figure: '4.2', best: true }, {}, { text: ' ex works ' }],
    ];
    expect(await readWorkbook(await bytesOf(rows))).toEqual({
      rows: [
        { number: 1, cells: ['line', 'price', '', 'conditions'] },
        { number: 2, cells: ['10', '0.1', '', 'a < b & "c" — 螺栓'] },
        { number: 4, cells: ['007', '4.2', '', 'ex works'] },
      ],
    });
  });

  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x","y")'])('keeps %s a text', async (text) => {
    expect(writtenCell({ text })).toEqual({ value: text, type: String });
    expect(await readWorkbook(await bytesOf([[{ text }]]))).toEqual({ rows: [{ number: 1, cells: [text] }] });
  });

  it('leaves out what no workbook may hold, and cuts what no cell takes', async () => {
    expect(writtenCell({ text: 'a\u0000b\u000bc\ud800d\ufffee\tf\n螺🔩' })).toEqual({ value: 'abcde\tf\n螺🔩', type: String });
    expect(writtenCell({ text: '\u0001' })).toBeNull();
    const long = `${'x'.repeat(32_766)}🔩`;
    expect(writtenCell({ text: long })).toEqual({ value: 'x'.repeat(32_766), type: String });
    const read = await readWorkbook(await bytesOf([[{ text: 'a\u0001b' }, { text: long }]]));
    expect(read).toEqual({ rows: [{ number: 1, cells: ['ab', 'x'.repeat(32_766)] }] });
  });

  it('loses no digit: a figure of more than fifteen stays a text', () => {
    expect(writtenCell({ figure: '1234567890.12345' })).toEqual({ value: 1234567890.12345, type: Number });
    expect(writtenCell({ figure: '1234567890.123456' })).toEqual({ value: '1234567890.123456', type: String });
    expect(writtenCell({ figure: '0.0000000001' })).toEqual({ value: 1e-10, type: Number });
    expect(writtenCell({ figure: '=2' })).toEqual({ value: '=2', type: String });
    expect(writtenCell({})).toBeNull();
  });

  it('is refused where it is none', async () => {
    const text = (said: string) => new Uint8Array(new TextEncoder().encode(said));
    expect(await readWorkbook(text('line;price\n10;1'))).toEqual({ refused: 'noWorkbook' });
    expect(await readWorkbook(text('PK'))).toEqual({ refused: 'noWorkbook' });
    expect(await readWorkbook(new Uint8Array(5_000_001))).toEqual({ refused: 'tooLarge' });
    const sound = await bytesOf([[{ text: 'x' }]]);
    for (let at = 0; at < sound.length; at += 97) {
      const broken = sound.slice();
      broken[at] = (broken[at]! + 1) % 256;
      const read = await readWorkbook(broken);
      expect('rows' in read || read.refused === 'noWorkbook' || read.refused === 'tooLarge').toBe(true);
    }
    expect(await readWorkbook(sound.slice(0, sound.length - 30))).toEqual({ refused: 'noWorkbook' });
  });

  it('names columns as sheets do', () => {
    expect([0, 25, 26, 27, 701].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ']);
  });
});
