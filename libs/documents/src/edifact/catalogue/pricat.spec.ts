import { describe, expect, it } from '@jest/globals';
import type { CatalogueRow } from '../../canonical/catalogue.js';
import { readAll } from '../../tabular/testing.js';
import { type PricatWriterHeader, writePricat } from './write-pricat.js';

const header = (release: 'D.96A' | 'D.01B'): PricatWriterHeader => ({
  release,
  sender: { id: '4012345000009', qualifier: '14' },
  receiver: { id: 'HUB', qualifier: 'ZZ' },
  control: '42',
  date: '2026-03-02',
  time: '10:15',
  catalogueId: 'CAT-1',
  mode: 'full',
  currency: 'EUR',
  supplierName: 'Fasteners Ltd',
  supplierId: { value: '4012345000009', agency: '9' },
});

const row = (more: Partial<CatalogueRow>): CatalogueRow => ({
  line: 0,
  action: 'put',
  supplierPart: 'NAS1149-F0363P',
  names: { en: 'Washer, flat' },
  descriptions: {},
  prices: [],
  classifications: [],
  stock: [],
  keywords: [],
  media: [],
  features: [],
  ...more,
});

const washers = row({
  gtin: '4006381333931',
  manufacturer: 'Bolt Works',
  manufacturerPart: 'BW-1',
  names: { en: 'Washer, flat', de: 'Unterlegscheibe' },
  descriptions: { en: 'Stainless steel' },
  orderUnit: 'XBX',
  contentUnit: 'EA',
  contentPerOrderUnit: '25',
  priceUnit: 'EA',
  priceFactor: { numerator: '25', denominator: '1' },
  minimum: '2',
  multiple: '2',
  leadDays: 14,
  leadKind: 'calendar',
  countryOfOrigin: 'US',
  prices: [
    {
      type: 'net_list',
      amount: '4.37',
      currency: 'EUR',
      basis: '100',
      fromQuantity: '2',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      taxRate: '0.19',
    },
    { type: 'net_list', amount: '4.10', currency: 'EUR', basis: '100', fromQuantity: '50', taxRate: '0.19' },
  ],
});
const grease = row({
  supplierPart: '007',
  names: { en: 'Grease' },
  orderUnit: 'KGM',
  prices: [{ type: 'net_customer', amount: '12.5000', currency: 'USD', basis: '1', fromQuantity: '1' }],
});

async function text(rows: CatalogueRow[], release: 'D.96A' | 'D.01B', more: Partial<PricatWriterHeader> = {}): Promise<string> {
  let whole = '';
  for await (const piece of writePricat(rows, { ...header(release), ...more })) whole += piece;
  return whole;
}

describe.each(['D.96A', 'D.01B'] as const)('PRICAT %s', (release) => {
  it('is written and read as a catalogue', async () => {
    const whole = await text([washers, grease], release);
    const { header: read, rows, problems, end, format } = await readAll(whole);
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect([format, end]).toEqual(['edifact', { complete: true, rows: 2, refused: 0, errors: 0, warnings: 0 }]);
    expect(read).toEqual({
      format: 'edifact',
      version: release,
      transaction: 'PRICAT',
      mode: 'full',
      catalogueId: 'CAT-1',
      currency: 'EUR',
      supplierName: 'Fasteners Ltd',
      supplierIds: [{ scheme: '9', value: '4012345000009' }],
      generatedAt: '2026-03-02',
      charset: 'utf-8',
      language: 'en',
    });
    const plain = rows.map(({ line: _line, customerPriceType: _type, ...rest }) => rest);
    const { line: _one, ...first } = washers;
    const { line: _two, ...second } = grease;
    expect(plain).toEqual([first, second]);
  });

  it('a change names what becomes of each part', async () => {
    const whole = await text(
      [row({ action: 'add', orderUnit: 'EA', prices: grease.prices }), row({ action: 'delete', supplierPart: 'X' })],
      release,
      { mode: 'delta' },
    );
    const { header: read, rows } = await readAll(whole);
    expect([read?.mode, rows.map(({ action, supplierPart }) => [action, supplierPart])]).toEqual([
      'delta',
      [
        ['add', 'NAS1149-F0363P'],
        ['delete', 'X'],
      ],
    ]);
  });

  it('a file cut anywhere is never complete, and reads no half line', async () => {
    const whole = await text([washers, grease], release);
    for (let length = 0; length < whole.length - 12; length += 97) {
      const { end, rows } = await readAll(whole.slice(0, length));
      expect([length, end.complete, rows.length <= 2]).toEqual([length, false, true]);
    }
  });

  it('pieces of any size give the same rows', async () => {
    const bytes = new TextEncoder().encode(await text([washers, grease], release));
    const expected = await readAll(bytes);
    for (const size of [1, 7, 100]) {
      const read = await readAll(
        (async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        })(),
      );
      expect(read.rows).toEqual(expected.rows);
    }
  });
});

describe('what is no whole price catalogue', () => {
  it.each<[string, string, string]>([
    ['another message', "UNB+UNOC:3+A+B+260302:1015+1'UNH+1+ORDERS:D:96A:UN'UNT+2+1'UNZ+1+1'", 'FILE_NOT_A_CATALOGUE'],
    [
      'a message that counts otherwise',
      "UNB+UNOC:3+A+B+260302:1015+1'UNH+1+PRICAT:D:96A:UN'BGM+9+1+9'UNT+4+1'UNZ+1+1'",
      'ITEM_COUNT_DIFFERS',
    ],
    [
      'two messages',
      "UNB+UNOC:3+A+B+260302:1015+1'UNH+1+PRICAT:D:96A:UN'BGM+9+1+9'UNT+3+1'UNH+2+PRICAT:D:96A:UN'UNT+2+2'UNZ+2+1'",
      'TRANSACTION_MIXED',
    ],
    [
      'one segment of 1 MB',
      `UNB+UNOC:3+A+B+260302:1015+1'UNH+1+PRICAT:D:96A:UN'BGM+9+1+9'FTX+AAI+++${'a'.repeat(1_000_000)}'`,
      'XML_TOO_LARGE',
    ],
  ])('%s', async (_name, whole, code) => {
    const { problems, end } = await readAll(whole);
    expect([problems.filter(({ fatal }) => fatal).map((problem) => problem.code), end.complete]).toEqual([[code], false]);
  });

  it('a row the directory cannot hold is refused by the writer', async () => {
    await expect(text([row({ supplierPart: 'P'.repeat(36), orderUnit: 'EA' })], 'D.96A')).rejects.toThrow(RangeError);
  });
});

describe('a stream of any length', () => {
  it('10,000 lines are read one at a time', async () => {
    const line = (index: number) =>
      `LIN+${(index % 999_999) + 1}'PIA+5+P-${index}:SA'IMD+F++:::Washer ${index}'QTY+53:1:EA'PRI+AAA:4.37:CA::100:EA'`;
    async function* file(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("UNB+UNOC:3+A+B+260302:1015+1'UNH+1+PRICAT:D:96A:UN'BGM+9+1+9'DTM+137:20260302:102'CUX+2:EUR'PGI+10'");
      for (let from = 0; from < 10_000; from += 1_000)
        yield Buffer.from(Array.from({ length: 1_000 }, (_, index) => line(from + index)).join(''));
      yield Buffer.from("UNT+50006+1'UNZ+1+1'");
    }
    const { openCatalogue } = await import('../../tabular/open-catalogue.js');
    let rows = 0;
    let complete = false;
    for await (const event of (await openCatalogue(file())).events) {
      if (event.kind === 'row') rows++;
      if (event.kind === 'end') complete = event.end.complete;
    }
    expect([rows, complete]).toEqual([10_000, true]);
  });
});
