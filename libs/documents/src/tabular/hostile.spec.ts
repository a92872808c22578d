import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { peekHeaders } from './csv/peek-headers.js';
import { bytesOf, readAll } from './testing.js';

const CSV = Buffer.from(
  'sku;name;unit;price;currency;qty_1;price_1\nA;"x ""y"" z";EA;1.50;EUR;10;1.40\nB;Größe;FOO;1,5;JPY;;\n"C";"a\nb";EA;-3;EUR;1;1\n',
);
const CIF = Buffer.from(
  'CIF_I_V3.0\nLOADMODE: F\nITEMCOUNT: 2\nCURRENCY: USD\nCHARSET: UTF-8\nDATA\nS,A,,"Chair, black",56101706,400.00,EA,3,HM\nS,B,,n,5610,x,ZZZ,3,HM\nENDOFDATA\n',
);
const BMECAT = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE BMECAT SYSTEM "x.dtd"><BMECAT version="1.2"><HEADER><CATALOG><LANGUAGE>deu</LANGUAGE><CURRENCY>EUR</CURRENCY></CATALOG></HEADER><T_NEW_CATALOG><ARTICLE mode="new"><SUPPLIER_AID>A</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>x &amp; ü</DESCRIPTION_SHORT></ARTICLE_DETAILS><ARTICLE_ORDER_DETAILS><ORDER_UNIT>C62</ORDER_UNIT></ARTICLE_ORDER_DETAILS><ARTICLE_PRICE_DETAILS><ARTICLE_PRICE price_type="net_list"><PRICE_AMOUNT>1.5</PRICE_AMOUNT><LOWER_BOUND>1</LOWER_BOUND></ARTICLE_PRICE></ARTICLE_PRICE_DETAILS></ARTICLE></T_NEW_CATALOG></BMECAT>',
);
const TOKENS = [
  '"',
  ';',
  ',',
  '\n',
  '\r',
  '\0',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '\ufffd',
  '٣',
  '1e9',
  '-',
  '=',
  '\t',
  'DATA\n',
  'ENDOFDATA',
  '\ufeff',
  '\xff',
];

/** Cuts, doubles, overwrites and inserts at random. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('cut', 'byte', 'token', 'double', 'drop'),
  byte: fc.integer({ min: 0, max: 255 }),
  token: fc.constantFrom(...TOKENS),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(bytes: Buffer, { at, kind, byte, token }: Mutation): Buffer {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return head;
  if (kind === 'byte') return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
  if (kind === 'token') return Buffer.concat([head, Buffer.from(token, token === '\xff' ? 'latin1' : 'utf8'), tail]);
  return kind === 'double' ? Buffer.concat([bytes, tail]) : Buffer.concat([head, tail.subarray(1 + (byte % 16))]);
}

describe.each([
  ['CSV', CSV],
  ['CIF', CIF],
  ['BMEcat', BMECAT],
])('any bytes near a %s file', (_, sample) => {
  it('are read to one end event, every refusal with its error, never with a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (mutations, size) => {
          const bytes = mutations.reduce(mutated, sample);
          const { kinds, end, rows, refused, problems } = await readAll(bytesOf(bytes, size));
          expect(kinds.filter((kind) => kind === 'end')).toEqual(['end']);
          expect(end).toMatchObject({ rows: rows.length, refused: refused.length });
          expect(end.complete).toBe(!problems.some((problem) => problem.fatal === true));
          for (const { line } of refused)
            expect(problems.some((problem) => problem.line === line && problem.severity === 'error')).toBe(true);
          for (const row of rows) for (const price of row.prices) expect(price.amount).toMatch(/^\d{1,13}(\.\d{1,10})?$/);
          peekHeaders(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('input made to cost time', () => {
  const rows = (line: string, count: number) => `sku,name,unit,price,currency,tax\n${line.repeat(count)}`;
  it.each([
    ['cells of blanks between letters', rows(`A,n,EA,1,EUR,a${' '.repeat(60_000)}b\n`, 40)],
    ['numbers of 60,000 digits', rows(`A,n,EA,${'1'.repeat(60_000)},EUR,\n`, 40)],
    ['groups without end', rows(`A,n,EA,"1${',111'.repeat(15_000)}x",EUR,\n`, 40)],
    ['5,000 different unknown units', rows('', 0) + Array.from({ length: 5_000 }, (_, i) => `A${i},n,Q${i}Z,1,EUR,\n`).join('')],
    ['a header of 1,900 columns', `${Array.from({ length: 1_900 }, (_, i) => `some column ${i}`).join(',')}\n`],
    ['a million separators', `sku,price\n${','.repeat(1_000_000)}\n`],
    ['a header line of blanks', `CIF_I_V3.0\nX${' '.repeat(100_000)}Y\nDATA\nENDOFDATA\n`],
    ['comments that do not close', '<!--'.repeat(16_000)],
    [
      '200,000 prices',
      `<BMECAT><HEADER/><T_NEW_CATALOG><ARTICLE><SUPPLIER_AID>A</SUPPLIER_AID><ARTICLE_PRICE_DETAILS>${'<ARTICLE_PRICE><PRICE_AMOUNT>1</PRICE_AMOUNT></ARTICLE_PRICE>'.repeat(40_000)}</ARTICLE_PRICE_DETAILS></ARTICLE></T_NEW_CATALOG></BMECAT>`,
    ],
  ])('%s', async (_, source) => {
    const started = process.cpuUsage();
    await readAll(source);
    const { user } = process.cpuUsage(started);
    // Seconds of processor time; what is quadratic here takes minutes.
    expect(user / 1e6).toBeLessThan(4);
  });
});
