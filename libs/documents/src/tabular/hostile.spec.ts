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

/** Functions that look at the text they are called on, from a place on or all of it. */
const readers = ['indexOf', 'lastIndexOf', 'includes', 'split', 'replaceAll', 'toUpperCase', 'toLowerCase', 'normalize'] as const;

/** What a reading hands to functions of text and to expressions, the same in every run. */
interface Work {
  characters: number;
  /** Expressions that met long text and try every end from every beginning: a repetition before the end, without an anchor. */
  squares: Set<string>;
}

/** Counts while it reads; what an expression does inside is not in it. */
async function workOf(read: () => unknown): Promise<Work> {
  const work: Work = { characters: 0, squares: new Set() };
  const undo = [...readers.map((name) => countedReader(work, name)), countedExpressions(work)];
  try {
    await read();
  } finally {
    for (const put of undo) put();
  }
  return work;
}

function countedReader(work: Work, name: (typeof readers)[number]): () => void {
  const real = String.prototype[name] as (this: string, ...args: unknown[]) => unknown;
  return replaced(String.prototype, name, function (this: string, ...args: unknown[]) {
    const found = real.apply(this, args);
    const [from, to] = name === 'indexOf' ? [Number(args[1] ?? 0), found as number] : [0, -1];
    work.characters += Math.max(0, (to < 0 ? this.length : to) - from);
    return found;
  });
}

function countedExpressions(work: Work): () => void {
  const real = RegExp.prototype.exec;
  return replaced(RegExp.prototype, 'exec', function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = real.call(this, text);
    if (found !== null) work.characters += found.index + found[0].length - from;
    else if (!this.sticky) work.characters += text.length - from;
    const isFree = !this.sticky && !this.source.startsWith('^');
    if (isFree && text.length > 1_000 && /[+*]\$$/.test(this.source)) work.squares.add(this.source);
    return found;
  });
}

function replaced(prototype: object, name: string, value: unknown): () => void {
  const real = Object.getOwnPropertyDescriptor(prototype, name)!;
  Object.defineProperty(prototype, name, { ...real, value });
  return () => Object.defineProperty(prototype, name, real);
}

describe('input made to cost time', () => {
  const rows = (line: string, count: number) => `sku,name,unit,price,currency,tax\n${line.repeat(count)}`;
  const units = (count: number) => Array.from({ length: count }, (_, i) => `A${i},n,Q${i}Z,1,EUR,\n`).join('');
  const columns = (count: number) => `${Array.from({ length: count }, (_, i) => `some column ${i}`).join(',')}\n`;
  const price = '<ARTICLE_PRICE><PRICE_AMOUNT>1</PRICE_AMOUNT></ARTICLE_PRICE>';
  it.each<[string, (size: number) => string]>([
    ['cells of blanks between letters', (size) => rows(`A,n,EA,1,EUR,a${' '.repeat(30_000 * size)}b\n`, 20)],
    ['numbers of 60,000 digits', (size) => rows(`A,n,EA,${'1'.repeat(30_000 * size)},EUR,\n`, 20)],
    ['groups without end', (size) => rows(`A,n,EA,"1${',111'.repeat(7_500 * size)}x",EUR,\n`, 20)],
    ['600 different unknown units', (size) => rows('', 0) + units(300 * size)],
    ['a header of 600 columns', (size) => columns(300 * size)],
    ['a million separators', (size) => `sku,price\n${','.repeat(500_000 * size)}\n`],
    ['a header line of blanks', (size) => `CIF_I_V3.0\nX${' '.repeat(50_000 * size)}Y\nDATA\nENDOFDATA\n`],
    ['comments that do not close', (size) => '<!--'.repeat(8_000 * size)],
    [
      '40,000 prices',
      (size) =>
        `<BMECAT><HEADER/><T_NEW_CATALOG><ARTICLE><SUPPLIER_AID>A</SUPPLIER_AID><ARTICLE_PRICE_DETAILS>${price.repeat(20_000 * size)}</ARTICLE_PRICE_DETAILS></ARTICLE></T_NEW_CATALOG></BMECAT>`,
    ],
  ])('%s: twice as much of it is no more than twice the work', async (_, source) => {
    const [once, twice] = [await workOf(() => readAll(source(1))), await workOf(() => readAll(source(2)))];
    expect(once.characters).toBeGreaterThan(source(1).length / 100);
    expect(twice.characters / once.characters).toBeLessThan(2.5);
    expect([...twice.squares]).toEqual([]);
  });

  it('a reader of squares is noticed', async () => {
    const blanks = (size: number) => `${' '.repeat(1_000 * size)}x`;
    const all = (size: number) => () => [...blanks(size)].map((_, at) => blanks(size).indexOf('x', at));
    const [once, twice] = [await workOf(all(1)), await workOf(all(2))];
    expect(twice.characters / once.characters).toBeGreaterThan(3.5);
    expect([...(await workOf(() => blanks(2).replace(/\s+$/, ''))).squares]).toEqual(['\\s+$']);
  });
});
