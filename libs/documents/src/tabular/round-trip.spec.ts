import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeBmecat2005 } from '../bmecat/write-bmecat.js';
import type { CataloguePrice, CatalogueRow } from '../canonical/catalogue.js';
import { writeCif } from './cif/write-cif.js';
import { writeErrorFile } from './csv/error-file.js';
import { originalRows } from './csv/original-rows.js';
import { type CsvShapeOfRows, csvCatalogueMapping, writeCsvCatalogue } from './csv/write-csv.js';
import { bytesOf, readAll, textOf } from './testing.js';

/** Text that a catalogue can have: printable, trimmed, single blanks, with everything that bites in CSV and XML. */
const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...'aZ09 äß€中文"\',;|<>&=+-@#%/\\'), { minLength: 1, maxLength })
    .map((characters) => characters.join('').replace(/\s+/g, ' ').trim())
    .filter((value) => value !== '' && !/^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(value));
const decimal = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
  .map(([digits, scale, zeros]) => {
    const padded = String(digits).padStart(scale + 1, '0');
    const plain = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
    return zeros && scale > 0 ? `${plain}00` : plain;
  });
const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const price = (type: string, basis: string): fc.Arbitrary<CataloguePrice> =>
  fc.record({
    type: fc.constant(type),
    amount: decimal,
    currency: fc.constant('EUR'),
    basis: fc.constant(basis),
    fromQuantity: fc.constant('1'),
  });

const row = (type: string): fc.Arbitrary<CatalogueRow> =>
  fc
    .tuple(decimal, text(30), fc.record({ en: text(60), zh: text(60) }, { requiredKeys: ['en'] }))
    .chain(([basis, supplierPart, names]) =>
      fc.record(
        {
          line: fc.constant(0),
          action: fc.constant('put' as const),
          supplierPart: fc.constant(supplierPart),
          manufacturer: text(40),
          manufacturerPart: text(40),
          gtin: fc.constant('4006209796856'),
          names: fc.constant(names),
          descriptions: fc.constant({}),
          orderUnit: fc.constantFrom('EA', 'C62', 'MTR', 'KGM'),
          prices: price(type, basis).map((first) => [first]),
          customerPriceType: fc.constant(type),
          minimum: fc.constantFrom('1', '5', '10.0'),
          multiple: fc.constantFrom('1', '2.5'),
          leadDays: fc.integer({ min: 0, max: 400 }),
          leadKind: fc.constant('working' as const),
          classifications: fc.constant([{ system: 'UNSPSC', code: '31161504' }]),
          stock: fc.constant([]),
          countryOfOrigin: fc.constantFrom('DE', 'CN'),
          keywords: fc.constantFrom([], ['bolt', 'M8']),
          media: fc.constant([]),
          features: fc.constant([]),
        },
        {
          requiredKeys: [
            'line',
            'action',
            'supplierPart',
            'names',
            'descriptions',
            'orderUnit',
            'prices',
            'customerPriceType',
            'classifications',
            'stock',
            'keywords',
            'media',
            'features',
          ],
        },
      ),
    )
    .map((made) => {
      const { leadKind, ...rest } = made;
      return (made.leadDays === undefined ? rest : { ...rest, leadKind: leadKind ?? 'working' }) as unknown as CatalogueRow;
    });

/** Without what the file adds: lines and cells. */
const compared = (rows: readonly CatalogueRow[]) => rows.map(({ cells: _, line: __, ...rest }) => rest);

describe('what the writers write, the readers give back', () => {
  const shape: CsvShapeOfRows = { languages: ['en', 'zh'], breaks: 2, locations: ['MEM', 'FRA'], systems: ['ECLASS-9.0'] };

  it('CSV: every text, number and break', async () => {
    const rich = fc.tuple(row('net_list'), decimal, decimal, day, text(200)).map(
      ([base, stock, amount, date, description]): CatalogueRow => ({
        ...base,
        manufacturerCode: '80205',
        descriptions: { en: description },
        prices: [
          { ...base.prices[0]!, validFrom: date, taxRate: '0.19' },
          { ...base.prices[0]!, validFrom: date, taxRate: '0.19', amount, fromQuantity: '100' },
        ],
        stock: [{ location: 'FRA', quantity: stock }],
        shelfLifeDays: 365,
        nonCancellable: true,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(rich, { minLength: 1, maxLength: 8 }), async (rows) => {
        const csv = await textOf(writeCsvCatalogue(rows, shape));
        const read = await readAll(csv, { mapping: csvCatalogueMapping(shape) });
        expect(compared(read.rows)).toEqual(compared(rows));
        expect(read.end).toMatchObject({ complete: true, rows: rows.length, errors: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('BMEcat 2005', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row('net_customer'), { minLength: 1, maxLength: 8 }), async (rows) => {
        const xml = await textOf(
          writeBmecat2005(rows, {
            transaction: 'T_NEW_CATALOG',
            catalogueId: 'K',
            catalogueVersion: '1.0',
            supplierName: 'S & <S>',
            currency: 'EUR',
            language: 'en',
            generatedAt: '2026-01-01T00:00:00Z',
          }),
        );
        const read = await readAll(xml);
        expect(compared(read.rows)).toEqual(compared(rows));
        expect(read.header).toMatchObject({ supplierName: 'S & <S>', mode: 'full', language: 'en' });
        expect(read.end.complete).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('CIF 3.0', async () => {
    const item = row('net_customer').map(
      (base): CatalogueRow => ({
        ...base,
        manufacturer: base.manufacturer ?? 'Acme',
        leadDays: base.leadDays ?? 3,
        leadKind: 'working',
        names: { en: base.names['en']! },
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), async (rows) => {
        const cif = await textOf(
          writeCif(rows, {
            supplierId: '942888711',
            supplierIdDomain: 'DUNS',
            currency: 'EUR',
            mode: 'full',
            timestamp: '2026-01-01',
            itemCount: rows.length,
          }),
        );
        const read = await readAll(cif);
        expect(compared(read.rows)).toEqual(compared(rows));
        expect(read.header).toMatchObject({ mode: 'full', itemCount: rows.length, generatedAt: '2026-01-01' });
        expect(read.end).toMatchObject({ complete: true, errors: 0 });
      }),
      { numRuns: 100 },
    );
  });

  it('refuses to write what a format cannot say instead of dropping it', async () => {
    const [base] = fc.sample(row('net_list'), 1) as [CatalogueRow];
    const sample: CatalogueRow = { ...base, names: { en: 'n' }, manufacturer: 'm' };
    const header = {
      transaction: 'T_NEW_CATALOG',
      catalogueId: 'K',
      catalogueVersion: '1.0',
      supplierName: 'S',
      currency: 'EUR',
      language: 'en',
      generatedAt: '2026-01-01',
    } as const;
    await expect(textOf(writeBmecat2005([{ ...sample, orderUnit: 'H87' }], header))).rejects.toThrow('the unit H87');
    await expect(textOf(writeCsvCatalogue([{ ...sample, names: { ja: 'x' } }], shape))).rejects.toThrow(
      'no column for language ja',
    );
    await expect(
      textOf(
        writeCif([{ ...sample, leadDays: undefined as never }], {
          supplierId: '1',
          supplierIdDomain: 'D',
          currency: 'EUR',
          mode: 'full',
          timestamp: '2026-01-01',
        }),
      ),
    ).rejects.toThrow('no Lead Time');
  });
});

describe('the error file', () => {
  const csv =
    'sku;name;unit;price;currency\nA;=1+1;EA;1.00;EUR\nB;"@SUM(""x"")";FOO;-1;EUR\n\nC;"two\nlines";EA;2,5;EUR\nD;\'x;EA;1;EUR\n';

  it('is the rejected rows of the supplier with error columns, and reads back cell for cell', async () => {
    const { problems } = await readAll(csv);
    const original = await originalRows(bytesOf(csv));
    const file = await textOf(writeErrorFile(original.rows, problems, original));
    expect(file).toBe(
      [
        '\ufeffEntrepôt line;Entrepôt part;Entrepôt code;Entrepôt column;Entrepôt error;sku;name;unit;price;currency',
        '3;B;PRICE_NEGATIVE; UNIT_UNKNOWN;price; unit;The price -1 is negative. "FOO" is not a unit code (UN/ECE Rec 20 or 21). Nearest: FOT (foot).;B;\'@SUM("x");FOO;\'-1;EUR'
          .replace('PRICE_NEGATIVE; UNIT_UNKNOWN', '"PRICE_NEGATIVE; UNIT_UNKNOWN"')
          .replace('price; unit', '"price; unit"')
          .replace(
            'The price -1 is negative. "FOO" is not a unit code (UN/ECE Rec 20 or 21). Nearest: FOT (foot).',
            '"The price -1 is negative. ""FOO"" is not a unit code (UN/ECE Rec 20 or 21). Nearest: FOT (foot)."',
          )
          .replace('\'@SUM("x")', '"\'@SUM(""x"")"'),
        '5;C;NUMBER_SEPARATOR;price;"""2,5"" has the decimal separator "","", but ""."" was said.";C;"two\nlines";EA;2,5;EUR',
        '',
      ].join('\n'),
    );
    const corrected = await readAll(file.replace(';FOO;', ';EA;').replace("'-1", '1').replace('2,5;EUR', '2.5;EUR'));
    expect(corrected.rows.map((entry) => [entry.supplierPart, entry.names['en']])).toEqual([
      ['B', '@SUM("x")'],
      ['C', 'two lines'],
    ]);
    expect(corrected.problems).toEqual([]);
  });

  it('writes findings without rows for formats without cells', async () => {
    const problems = [
      { line: 7, supplierPart: 'A', code: 'UNIT_UNKNOWN', message: 'x.', severity: 'error' as const, column: 'ORDER_UNIT' },
    ];
    expect(await textOf(writeErrorFile([], problems, { columns: [] }))).toBe(
      '\ufeffEntrepôt line,Entrepôt part,Entrepôt code,Entrepôt column,Entrepôt error\n7,A,UNIT_UNKNOWN,ORDER_UNIT,x.\n',
    );
  });

  it('tells products apart that stand on one line of XML', async () => {
    const error = (supplierPart: string, code: string) => ({
      line: 1,
      supplierPart,
      code,
      message: 'x.',
      severity: 'error' as const,
    });
    const file = await textOf(writeErrorFile([], [error('A', 'X'), error('A', 'Y'), error('B', 'X')], { columns: [] }));
    expect(file.split('\n').slice(1)).toEqual(['1,A,X; Y,,x. x.', '1,B,X,,x.', '']);
  });

  it('gives every cell back as it was, whatever a spreadsheet would make of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(text(12), fc.constantFrom('', "'=x", "''", '\t=1', '＝1', '-5', "'"))), {
          minLength: 1,
          maxLength: 6,
        }),
        async (cells) => {
          const columns = ['a', 'b', 'c'];
          const rows = cells.map((row, i) => ({
            line: i + 2,
            raw: Object.fromEntries(columns.map((column, k) => [column, row[k] ?? 'z'])),
          }));
          const problems = rows.map(({ line }) => ({ line, code: 'X', message: 'm', severity: 'error' as const }));
          const file = await textOf(writeErrorFile(rows, problems, { columns }));
          const back: Record<string, string>[] = [];
          for await (const { raw } of (await originalRows(bytesOf(file))).rows)
            back.push(Object.fromEntries(columns.map((column) => [column, raw[column]!])));
          expect(back).toEqual(rows.map(({ raw }) => raw));
        },
      ),
      { numRuns: 150 },
    );
  });
});
