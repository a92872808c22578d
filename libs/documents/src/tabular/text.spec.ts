import { describe, expect, it } from '@jest/globals';
import { peekHeaders } from './csv/peek-headers.js';
import { bytesOf, codesOf, readAll } from './testing.js';

const CSV = 'sku;Bezeichnung;price;currency\nA-1;Größe Ø 5 mm, weiß;1.50;EUR\n';
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
// "sku,名称" and one row in GB18030; Node only decodes it.
const GB18030 = Buffer.concat([
  Buffer.from('sku,name,price,currency\nA,'),
  Buffer.from('c2ddcba8a3accaa6c1f9bdc7', 'hex'),
  Buffer.from(',1.50,CNY\n'),
]);

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${CSV}`), 'utf-8'],
    ['UTF-16 little endian with a mark', utf16(`\ufeff${CSV}`), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16(`\ufeff${CSV}`, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(CSV), 'utf-16le'],
  ])('%s is found', async (_, bytes, charset) => {
    const { rows, header, problems } = await readAll(bytes);
    expect(header?.charset).toBe(charset);
    expect(rows[0]?.supplierPart).toBe('A-1');
    expect(rows[0]?.names).toEqual({ de: 'Größe Ø 5 mm, weiß' });
    expect(problems).toEqual([]);
  });

  it('takes windows-1252 for western letters, and says so', async () => {
    const { rows, problems } = await readAll(Buffer.from(CSV, 'latin1'));
    expect(rows[0]?.names).toEqual({ de: 'Größe Ø 5 mm, weiß' });
    expect(codesOf(problems)).toEqual(['CHARSET_ASSUMED 0 ']);
  });

  it('does so even when the first accent comes after a megabyte of ASCII', async () => {
    const text = `sku;Bezeichnung;price;currency\n${'A;plain;1.50;EUR\n'.repeat(70_000)}B;Größe;1.50;EUR\n`;
    const { rows, problems, end } = await readAll(Buffer.from(text, 'latin1'));
    expect(rows.at(-1)?.names).toEqual({ de: 'Größe' });
    expect(codesOf(problems)).toEqual(['CHARSET_ASSUMED 0 ']);
    expect(end.rows).toBe(70_001);
  });

  it('does not guess Chinese, but reads it when it is named', async () => {
    const guessed = await readAll(GB18030);
    expect(guessed.problems.at(-1)).toMatchObject({
      code: 'CHARSET_UNCLEAR',
      fatal: true,
      values: { offset: '26', suggestion: 'gb18030' },
    });
    expect(guessed.end.complete).toBe(false);
    const named = await readAll(GB18030, { charset: 'gb18030' });
    expect(named.rows[0]?.names).toEqual({ en: '螺栓，师六角' });
  });

  it('refuses UTF-8 with a broken byte instead of making mojibake', async () => {
    const bytes = Buffer.concat([
      Buffer.from(CSV),
      Buffer.from('B-1;Gr\u00f6\u00dfe;1;EUR\nC;Gr'),
      Buffer.from([0xf6]),
      Buffer.from('sse;1;EUR\n'),
    ]);
    const { problems } = await readAll(bytes);
    expect(problems.at(-1)).toMatchObject({
      code: 'CHARSET_MIXED',
      fatal: true,
      values: { offset: String(bytes.indexOf(0xf6, 60)) },
    });
  });

  it('refuses a file that is not in the encoding it was said to be in, with the place', async () => {
    const bytes = Buffer.from(CSV, 'latin1');
    const { problems } = await readAll(bytes, { charset: 'utf-8' });
    expect(problems.at(-1)).toMatchObject({
      code: 'CHARSET_WRONG',
      fatal: true,
      values: { charset: 'utf-8', offset: String(bytes.indexOf(0xf6)) },
    });
  });

  it('refuses an encoding nobody knows, and UTF-7', async () => {
    for (const charset of ['klingon', 'utf-7', 'x-user-defined']) {
      expect((await readAll(CSV, { charset })).problems[0]).toMatchObject({ code: 'CHARSET_NOT_SUPPORTED', values: { charset } });
    }
  });

  it('finds the same whatever the size of the chunks', async () => {
    const whole = await readAll(GB18030, { charset: 'gb18030' });
    for (const size of [1, 3, 5]) expect(await readAll(bytesOf(GB18030, size), { charset: 'gb18030' })).toEqual(whole);
  });
});

describe('what is no catalogue at all', () => {
  it.each([
    ['504b03040a000000', 'a ZIP archive or an Excel workbook (.xlsx)'],
    ['d0cf11e0a1b11ae1', 'an Excel 97 workbook (.xls) or another Office file'],
    ['1f8b0800', 'a gzip archive'],
    ['255044462d312e34', 'a PDF document'],
    [Buffer.from('<!DOCTYPE html><html>').toString('hex'), 'a web page (HTML)'],
    [Buffer.from('[{"sku": 1}]').toString('hex'), 'a JSON file'],
  ])('%s is refused whatever its name says', async (hex, found) => {
    const { problems, kinds, format } = await readAll(Buffer.from(hex, 'hex'), { fileName: 'prices.csv' });
    expect(format).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'FILE_NOT_A_CATALOGUE', fatal: true, values: { found } })]);
    expect(kinds).toEqual(['problem', 'end']);
  });

  it('refuses binary data', async () => {
    const { problems } = await readAll(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 32)));
    expect(problems[0]).toMatchObject({ code: 'FILE_NOT_TEXT', fatal: true });
  });

  it('refuses another XML document', async () => {
    const { problems } = await readAll('<?xml version="1.0"?><!-- x --><inv:Invoice xmlns:inv="urn:x"/>');
    expect(problems[0]).toMatchObject({ code: 'FORMAT_UNKNOWN', values: { found: 'a document <Invoice>' } });
  });
});

describe('peekHeaders', () => {
  it('gives columns, samples and a mapping for the wizard', () => {
    expect(peekHeaders(Buffer.from('\ufeffsep=;\nArtikelnummer;Bezeichnung;Preis;Bestand;Preis\n007;Öse;1,50;3;2,00\n'))).toEqual(
      {
        format: 'csv',
        charset: 'utf-8',
        delimiter: ';',
        headers: ['Artikelnummer', 'Bezeichnung', 'Preis', 'Bestand', 'Preis (2)'],
        samples: [['007', 'Öse', '1,50', '3', '2,00']],
        mapping: {
          columns: { Artikelnummer: 'supplierPart', Bezeichnung: 'name', Preis: 'price', Bestand: 'stock' },
          constants: { orderUnit: 'C62' },
          decimalSeparator: ',',
          language: 'de',
        },
      },
    );
  });

  it('says why a file cannot be read, and never throws', () => {
    expect(peekHeaders(Buffer.from('504b0304', 'hex')).problem?.code).toBe('FILE_NOT_A_CATALOGUE');
    expect(peekHeaders(GB18030).problem?.code).toBe('CHARSET_UNCLEAR');
    expect(peekHeaders(Buffer.alloc(0)).problem?.code).toBe('FILE_EMPTY');
    expect(peekHeaders(Buffer.from('<BMECAT/>'))).toEqual({ format: 'bmecat', charset: 'utf-8', headers: [], samples: [] });
  });
});
