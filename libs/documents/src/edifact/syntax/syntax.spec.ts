import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { readEdifact } from '../envelope/read-interchange.js';
import { writeEdifact } from '../envelope/write-interchange.js';
import { envelope } from '../testing.js';
import { bytesIn, misfitsOf } from './charset.js';
import { readSegments } from './read-segments.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const first = (text: string | Uint8Array) => readEdifact(typeof text === 'string' ? bytes(text) : text).interchanges[0]!;
const elements = (text: string, tag = 'FTX') =>
  readSegments(bytes(text))
    .runs[0]?.segments.find((segment) => segment.tag === tag)
    ?.elements.slice(1);
const problemsOf = (text: string) => {
  const { interchanges, problems } = readEdifact(bytes(text));
  const messages = interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.messages));
  return [
    ...problems,
    ...interchanges.flatMap((interchange) => interchange.problems),
    ...messages.flatMap((message) => message.problems),
  ].map(({ at, code, line, severity }) => [at, code, line, severity]);
};
const body = "UNH+1+ORDERS:D:96A:UN'BGM+220+7'UNT+3+1'";
const whole = `UNB+UNOC:3+A:14+B:14+260302:1015+42'${body}UNZ+1+42'`;

describe('separators', () => {
  it.each<[string, string]>([
    ['none announced', whole],
    ['UNA with the usual', `UNA:+.? '${whole}`],
    ['UNA with a comma', `UNA:+,? '${whole}`],
    ['UNA that lost its blank', `UNA:+.?'${whole}`],
    ['UNA with a line break behind', `UNA:+.? '\r\n${whole.replaceAll("'", "'\r\n")}`],
    ['others', `UNA^*.~ $${whole.replaceAll('+', '*').replaceAll(':', '^').replaceAll("'", '$')}`],
    ['a line break as terminator', `UNA:+.? \n${whole.replaceAll("'", '\n')}`],
    ['lines without any terminator', whole.replaceAll("'", '\r\n')],
    [
      'the information separators of level B',
      whole.replace('UNOC', 'UNOB').replaceAll(':', '\u001F').replaceAll('+', '\u001D').replaceAll("'", '\u001C'),
    ],
    ['a byte order mark, blanks and an end-of-file mark', `\uFEFF  \n${whole}\r\n\u001A`],
    ['lines of 80 characters', `${whole.slice(0, 30)}\r\n${whole.slice(30, 60)}\r\n${whole.slice(60)}`],
    ['no line break at the end', whole.slice(0, -1)],
  ])('%s: the same messages', (name, text) => {
    const read = first(text);
    expect([
      read.control,
      read.sender,
      read.groups[0]?.messages[0]?.type,
      read.groups[0]?.messages[0]?.segments[1]?.elements,
    ]).toEqual(['42', { id: 'A', qualifier: '14' }, 'ORDERS', [['BGM'], ['220'], ['7']]]);
    const expected = name.startsWith('no line break') ? [['UNZ', 'EDIFACT_NO_TERMINATOR', 1, 'warning']] : [];
    expect(problemsOf(text)).toEqual(expected);
  });

  it('a release keeps the next character, itself too, and across a line break', () => {
    expect(elements(`UNB+UNOC:3+A+B+260302:1015+1'FTX+a?+b?:c??+d?'e?\r\n+f'UNZ+0+1'`)).toEqual([['a+b:c?'], ["d'e+f"]]);
  });

  it('repeats of version 4 stand beside the element, and are data in version 3', () => {
    const text = `UNA:+.?*'UNB+UNOC:4+A+B+20260302:1015+1'FTX+a*b:c*d+e'UNZ+0+1'`;
    const segment = readSegments(bytes(text)).runs[0]?.segments[1];
    expect([segment?.elements, segment?.repeats]).toEqual([
      [['FTX'], ['a'], ['e']],
      [
        { element: 1, components: ['b', 'c'] },
        { element: 1, components: ['d'] },
      ],
    ]);
    expect(elements("UNB+UNOC:3+A+B+260302:1015+1'FTX+a*b'UNZ+0+1'")).toEqual([['a*b']]);
  });
});

describe('character sets', () => {
  const note = (level: string, value: Uint8Array) =>
    readSegments(Buffer.concat([bytes(`UNB+${level}:3+A+B+260302:1015+1'FTX+`), value, bytes("'UNZ+0+1'")])).runs[0]!;

  it.each<[string, string]>([
    ['UNOC', 'Größe ÅÄÖ'],
    ['UNOD', 'Łódź'],
    ['UNOE', 'Болт'],
    ['UNOF', 'Βίδα'],
    ['UNOK', 'Şğİ'],
    ['UNOW', '螺絲 Größe'],
    ['UNOY', '螺絲 Größe'],
  ])('%s is read and written', (level, text) => {
    const encoded = bytesIn(level, text);
    const run = note(level, encoded);
    expect([run.segments[1]?.elements[1], run.problems, misfitsOf(level, text)]).toEqual([[text], [], []]);
  });

  it('a file that is not what it says is read as what it is, with a word about it', () => {
    const cases: [string, Uint8Array, string][] = [
      ['UNOA', bytes('Größe'), 'Größe'],
      ['UNOB', bytes('Größe', 'latin1'), 'Größe'],
      ['UNOC', bytes('Größe'), 'Größe'],
      ['UNOC', Uint8Array.from([0x80, 0x20, 0x35]), '€ 5'],
      ['UNOY', bytes('Größe', 'latin1'), 'Größe'],
      ['UNOA', bytes('small'), 'small'],
    ];
    for (const [level, value, text] of cases) {
      const run = note(level, value);
      expect([run.segments[1]?.elements[1], run.problems.map(({ code, severity }) => [code, severity])]).toEqual([
        [text],
        [['EDIFACT_CHARSET', 'warning']],
      ]);
    }
  });

  it('what a level does not hold is refused when written; without a choice the level fits the text', () => {
    const message = (text: string) => [
      { type: 'APERAK', release: 'D.96A' as const, control: '1', segments: [{ elements: [['BGM'], ['294'], [text]] }] },
    ];
    const written = (text: string, syntaxId?: string) =>
      writeEdifact({ ...envelope, ...(syntaxId === undefined ? {} : { syntaxId }), messages: message(text) });
    expect(written('Łódź', 'UNOC').problems.map(({ at, code, message: said }) => [at, code, said])).toEqual([
      ['UNB01', 'EDIFACT_CHARSET', 'UNOC does not hold Ł ź.'],
    ]);
    expect([written('Größe').text.slice(10, 20), written('螺絲').text.slice(10, 20)]).toEqual(['UNB+UNOC:3', 'UNB+UNOY:4']);
    expect(Buffer.from(written('Größe').bytes).includes(bytes('Größe', 'latin1'))).toBe(true);
    expect(first(written('螺絲').bytes).groups[0]?.messages[0]?.segments[1]?.elements[2]).toEqual(['螺絲']);
  });
});

describe('the envelope', () => {
  it('reads every part of the header', () => {
    const text = `UNA:+.? 'UNB+UNOC:3+A:14:R1+B:1+260302:1015+42+pw+APP+A+1+EANCOM+1'${body}UNZ+1+42'`;
    expect(first(text)).toMatchObject({
      syntaxId: 'UNOC',
      syntaxVersion: '3',
      sender: { id: 'A', qualifier: '14', address: 'R1' },
      receiver: { id: 'B', qualifier: '1' },
      date: '260302',
      time: '1015',
      applicationReference: 'APP',
      acknowledgementRequested: true,
      test: true,
    });
  });

  it('groups, several messages, several interchanges with their own separators', () => {
    const group = (control: string, text: string) => `UNG+ORDERS+A+B+260302:1015+${control}+UN+D:96A'${text}UNE+1+${control}'`;
    const one = `UNB+UNOC:3+A+B+260302:1015+1'${group('g1', body)}${group('g2', body.replaceAll('1+ORDERS', '1+INVOIC'))}UNZ+2+1'`;
    const two = `UNA^*.? ~UNB*UNOC^3*A*B*260302^1015*2~UNH*1*ORDRSP^D^01B^UN^EAN010~UNT*2*1~UNH*2*ORDRSP^S^93A^UN~UNT*2*2~UNZ*2*2~`;
    const { interchanges, problems } = readEdifact(bytes(one + two));
    expect([problems, interchanges.flatMap((interchange) => interchange.problems)]).toEqual([[], []]);
    expect(
      interchanges.map(({ control, groups }) => [
        control,
        groups.map(({ control: own, messages }) => [
          own,
          messages.map(({ type, release, association }) => [type, release, association]),
        ]),
      ]),
    ).toEqual([
      [
        '1',
        [
          ['g1', [['ORDERS', 'D.96A', undefined]]],
          ['g2', [['INVOIC', 'D.96A', undefined]]],
        ],
      ],
      [
        '2',
        [
          [
            undefined,
            [
              ['ORDRSP', 'D.01B', 'EAN010'],
              ['ORDRSP', 'D.96A', undefined],
            ],
          ],
        ],
      ],
    ]);
    expect(problemsOf(one + two)).toEqual([['UNH', 'EDIFACT_RELEASE', 1, 'info']]);
  });

  it.each<[string, string, (string | number | undefined)[][]]>([
    ['UNT that counts otherwise', whole.replace('UNT+3', 'UNT+4'), [['UNT', 'EDIFACT_SEGMENT_COUNT', 1, 'error']]],
    ['UNT of another message', whole.replace('UNT+3+1', 'UNT+3+2'), [['UNT', 'EDIFACT_CONTROL_REFERENCE', 1, 'error']]],
    ['UNT padded with zeros', whole.replace('UNT+3+1', 'UNT+3+0001'), []],
    ['no UNT', whole.replace("UNT+3+1'", ''), [['BGM', 'EDIFACT_NO_TRAILER', 1, 'error']]],
    ['UNZ that counts otherwise', whole.replace('UNZ+1', 'UNZ+2'), [['UNZ', 'EDIFACT_MESSAGE_COUNT', 1, 'warning']]],
    ['UNZ of another interchange', whole.replace('UNZ+1+42', 'UNZ+1+43'), [['UNZ', 'EDIFACT_CONTROL_REFERENCE', 1, 'warning']]],
    ['no UNZ', whole.replace("UNZ+1+42'", ''), [['UNZ', 'EDIFACT_NO_TRAILER', undefined, 'warning']]],
    ['a message alone', body, [['UNH', 'EDIFACT_NO_HEADER', 1, 'warning']]],
    [
      'text before and behind',
      `Subject: order\n${whole}--\n`,
      [
        ['UNB', 'EDIFACT_TEXT_OUTSIDE', 1, 'warning'],
        ['UNB', 'EDIFACT_TEXT_OUTSIDE', 2, 'warning'],
      ],
    ],
    ['nothing', '', [['UNB', 'EDIFACT_NO_HEADER', 1, 'error']]],
    ['something else', 'ISA*00*', [['UNB', 'EDIFACT_NO_HEADER', 1, 'error']]],
  ])('%s', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it("a partner's habit makes an error of the envelope a warning", () => {
    const text = whole.replace('UNT+3', 'UNT+4');
    const { interchanges } = readEdifact(bytes(text), { relax: ['EDIFACT_SEGMENT_COUNT'] });
    expect(interchanges[0]?.groups[0]?.messages[0]?.problems.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('what is written', () => {
  it('comes back whatever its characters, with any separators', () => {
    const value = fc
      .string({ unit: fc.constantFrom(..."AZaz09 .,:+?'*~^$äß€"), minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const separators = fc.constantFrom({}, { decimal: ',' }, { component: '^', element: '*', release: '~', terminator: '$' });
    fc.assert(
      fc.property(value, value, separators, (number, text, own) => {
        const segments = [
          { elements: [['BGM'], ['294'], [number]] },
          { elements: [['FTX'], ['AAI'], [''], [''], [text, number]] },
        ];
        const { bytes: out, problems } = writeEdifact({
          ...envelope,
          separators: own,
          messages: [{ type: 'APERAK', release: 'D.96A', control: '1', segments }],
        });
        expect(problems).toEqual([]);
        const read = first(out).groups[0]!.messages[0]!;
        expect([read.problems, read.segments.slice(1, -1).map((segment) => segment.elements)]).toEqual([
          [],
          segments.map((segment) => segment.elements),
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('numbers have the mark that is announced', () => {
    const segments = [{ elements: [['MOA'], ['79', '12.50']] }, { elements: [['RFF'], ['ON', '12.50']] }];
    const { text } = writeEdifact({
      ...envelope,
      separators: { decimal: ',' },
      messages: [{ type: 'ORDERS', release: 'D.96A', control: '1', segments }],
    });
    expect(text.split('\n').slice(0, 5)).toEqual([
      "UNA:+,? '",
      "UNB+UNOC:3+HUB:ZZ+4012345000009:14+260302:1015+42'",
      "UNH+1+ORDERS:D:96A:UN'",
      "MOA+79:12,50'",
      "RFF+ON:12.50'",
    ]);
  });

  it('what the directory does not allow is an error', () => {
    const segments = [
      { elements: [['BGM'], ['220'], ['7'.repeat(36)]] },
      { elements: [['DTM'], ['', '20260302']] },
      { elements: [['QTY'], ['21', 'ten']] },
    ];
    const { problems } = writeEdifact({ ...envelope, messages: [{ type: 'ORDERS', release: 'D.96A', control: '1', segments }] });
    expect(problems.map(({ at, code, position, severity }) => [at, code, position, severity])).toEqual([
      ['BGM02', 'ELEMENT_TOO_LONG', 2, 'error'],
      ['DTM01', 'ELEMENT_MISSING', 3, 'error'],
      ['QTY01:2', 'ELEMENT_NOT_NUMERIC', 4, 'error'],
    ]);
  });
});

describe('hostile input', () => {
  const open = "UNB+UNOC:3+A+B+260302:1015+1'";
  it.each<[string, () => string]>([
    ['one segment of 10 MB', () => `${open}FTX+${'a'.repeat(10_000_000)}'`],
    ['1,000,000 elements', () => `${open}FTX${'+a'.repeat(1_000_000)}'`],
    ['1,000,000 components', () => `${open}FTX+${'a:'.repeat(1_000_000)}'`],
    ['1,000,000 repeats', () => `UNA:+.?*'${open}FTX+${'a*'.repeat(1_000_000)}'`],
    ['1,000,000 release characters', () => `${open}FTX+${'?'.repeat(2_000_000)}'`],
    ['100,000 empty segments', () => `${open}${"'".repeat(100_000)}`],
    ['100,000 segments', () => `${open}${"A+b'".repeat(100_000)}`],
    ['20,000 interchanges', () => `${open}UNZ'`.repeat(20_000)],
    ['20,000 packages that do not end', () => `${open}UNO+1'`.repeat(20_000)],
    ['300,000 beginnings', () => 'UNA+UNB+UNH+'.repeat(100_000)],
    ['10 MB of blanks', () => ' '.repeat(10_000_000)],
    ['10 MB of line breaks in a segment', () => `${open}FTX+a${'\n'.repeat(10_000_000)}'`],
  ])('%s is read, which a square of its size would not be', (_name, make) => {
    const text = bytes(make());
    const { interchanges } = readEdifact(text);
    for (const { problems } of interchanges) expect(problems.length).toBeLessThanOrEqual(1_003);
  });

  it('the end of packages that have none is searched once', () => {
    const search = jest.spyOn(String.prototype, 'indexOf');
    const { runs } = readSegments(bytes(`${open}UNO+1'`.repeat(50)));
    const searches = search.mock.calls.filter(([mark]) => mark === 'UNP+').length;
    search.mockRestore();
    expect([runs.length, runs[49]?.segments.map(({ tag }) => tag), searches]).toEqual([50, ['UNB', 'UNO'], 1]);
  });

  it('a segment too large keeps its beginning, and says so', () => {
    const { runs } = readSegments(bytes(`${open}FTX${'+a'.repeat(1_000)}'UNZ+0+1'`));
    expect([
      runs[0]?.segments.map(({ tag, elements: own }) => [tag, own.length]),
      runs[0]?.problems.map(({ at, code, severity }) => [at, code, severity]),
    ]).toEqual([
      [
        ['UNB', 6],
        ['FTX', 200],
        ['UNZ', 3],
      ],
      [['FTX', 'EDIFACT_SEGMENT_TOO_LARGE', 'error']],
    ]);
  });
});
