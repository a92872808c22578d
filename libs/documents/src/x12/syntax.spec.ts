import { describe, expect, it } from '@jest/globals';
import { readInterchanges } from './envelope/read-interchange.js';
import { writeInterchange } from './envelope/write-interchange.js';
import { readSegments } from './syntax.js';
import { componentMark } from './tree.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1015*U*00401*000000042*0*P*>~';
const BODY = 'GS*PO*S*R*20260302*1015*7*X*004010~ST*850*0001~BEG*00*SA*1**20260302~SE*3*0001~GE*1*7~IEA*1*000000042~';
const plain = HEAD + BODY;
const ids = (input: Uint8Array) => readSegments(input).runs.map((run) => run.segments.map((segment) => segment.id).join(' '));
const ALL = ['ISA GS ST BEG SE GE IEA'];

describe('separators are found, whatever a sender did to them', () => {
  it.each<[string, string]>([
    ['as the standard has it', plain],
    ['a line break behind each', plain.replaceAll('~', '~\n')],
    ['CRLF behind each, and indents', plain.replaceAll('~', '~\r\n   ')],
    ['LF as terminator', plain.replaceAll('~', '\n')],
    ['CRLF as terminator', plain.replaceAll('~', '\r\n')],
    ['CR as terminator', plain.replaceAll('~', '\r')],
    ['the last terminator missing', plain.slice(0, -1)],
    ['a byte order mark', `\uFEFF${plain}`],
    ['blank lines in front', `\r\n\r\n${plain}`],
    ['a trimmed header', plain.replace(/ +\*/g, '*')],
    ['no component separator', plain.replace('*P*>~', '*P*~')],
    ['no component separator, line breaks behind', plain.replace('*P*>~', '*P*~').replaceAll('~', '~\n')],
    ['component like the element separator', plain.replace('*P*>~', '*P**~')],
    ['a header wrapped by 80 columns', `${plain.slice(0, 80)}\n${plain.slice(80)}`],
    ['bars and a bracket', plain.replaceAll('*', '|').replaceAll('~', ']')],
    ['control characters', plain.replaceAll('*', '\u001D').replaceAll('~', '\u001C').replace('>', '\u001F')],
    ['a terminator of two bytes', plain.replaceAll('~', '¶')],
  ])('%s', (_name, text) => {
    const input = bytes(text);
    expect(ids(input)).toEqual(ALL);
    const { interchanges, problems } = readInterchanges(input);
    expect([problems, interchanges[0]?.problems, interchanges[0]?.groups[0]?.sets[0]?.problems]).toEqual([[], [], []]);
    expect([
      interchanges[0]?.sender,
      interchanges[0]?.control,
      interchanges[0]?.groups[0]?.sets[0]?.segments[1]?.elements,
    ]).toEqual([{ qualifier: 'ZZ', id: 'SENDER' }, '000000042', ['BEG', '00', 'SA', '1', '', '20260302']]);
  });

  it('ISO-8859-1 bytes are letters, not damage', () => {
    const [run] = readSegments(Buffer.from(plain.replace('*SA*1*', '*SA*Ü1*'), 'latin1')).runs;
    expect(run?.segments[3]?.elements[3]).toBe('Ü1');
  });

  it('several interchanges stand in one file, each with its own separators', () => {
    expect(ids(bytes(`${plain}\n${plain.replaceAll('*', '|')}`))).toEqual([...ALL, ...ALL]);
  });

  it('a BIN segment may hold the terminator', () => {
    const text = plain.replace('SE*3', 'BIN*5*a~b~c~SE*4');
    expect(readSegments(bytes(text)).runs[0]?.segments[4]?.elements).toEqual(['BIN', '5', 'a~b~c']);
  });

  it('knows line and column', () => {
    const { runs } = readSegments(bytes(plain.replaceAll('~', '~\n')));
    expect(runs[0]?.segments.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
      [7, 1],
    ]);
    expect(readSegments(bytes(plain)).runs[0]?.segments[2]).toMatchObject({ id: 'ST', line: 1, column: 142 });
  });

  it.each(['', 'ISA', 'ISA*00*', 'GS*PO~', 'hello', 'ISA*'.repeat(50_000)])('%# is no interchange, said once', (text) => {
    expect(readInterchanges(bytes(text)).problems.map((problem) => problem.code)).toEqual(['X12_NO_HEADER']);
  });
});

describe('an envelope is checked', () => {
  const codes = (text: string) => {
    const [interchange] = readInterchanges(bytes(text)).interchanges;
    return [
      ...(interchange?.problems ?? []),
      ...(interchange?.groups.flatMap((group) => group.sets.flatMap((set) => set.problems)) ?? []),
    ].map((problem) => [problem.code, problem.severity]);
  };

  it.each<[string, string, [string, string][]]>([
    ['control numbers padded on one side', plain.replace('GE*1*7', 'GE*1*0007').replace('IEA*1*000000042', 'IEA*1*42'), []],
    ['a wrong SE01', plain.replace('SE*3', 'SE*4'), [['X12_SEGMENT_COUNT', 'error']]],
    ['a wrong SE02', plain.replace('SE*3*0001', 'SE*3*0002'), [['X12_CONTROL_NUMBER', 'error']]],
    ['a wrong GE01', plain.replace('GE*1', 'GE*2'), [['X12_SET_COUNT', 'warning']]],
    ['a wrong GE02', plain.replace('GE*1*7', 'GE*1*8'), [['X12_CONTROL_NUMBER', 'warning']]],
    [
      'a wrong IEA',
      plain.replace('IEA*1*000000042', 'IEA*2*43'),
      [
        ['X12_GROUP_COUNT', 'warning'],
        ['X12_CONTROL_NUMBER', 'warning'],
      ],
    ],
    ['no IEA', plain.replace(/IEA.*$/, ''), [['X12_NO_TRAILER', 'warning']]],
    [
      'cut in a set',
      plain.slice(0, plain.indexOf('SE*')),
      [
        ['X12_NO_TRAILER', 'warning'],
        ['X12_NO_TRAILER', 'warning'],
        ['X12_NO_TRAILER', 'error'],
      ],
    ],
    [
      'no group',
      plain.replace(/GS.*?~/, '').replace(/GE.*?~/, ''),
      [
        ['X12_NO_GROUP', 'warning'],
        ['X12_NO_TRAILER', 'warning'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(codes(text).sort()).toEqual(expected.sort());
  });
});

describe('writing', () => {
  const facts = {
    sender: { id: 'A' },
    receiver: { id: 'B' },
    groupSender: 'A',
    groupReceiver: 'B',
    functionalCode: 'PO',
    interchangeControl: '1',
    groupControl: '1',
    date: '2026-03-02',
    time: '10:15',
    usage: 'P' as const,
  };
  const set = (value: string) => [{ type: '850', control: '0001', segments: [['BEG', '00', 'SA', value]] }];

  it('takes separators that do not stand in the data', () => {
    const { text, problems } = writeInterchange({ ...facts, sets: set('A*B~C') });
    expect(problems).toEqual([]);
    expect(readSegments(bytes(text)).runs[0]?.segments[3]?.elements[3]).toBe('A*B~C');
  });

  it('takes a component separator that does not stand in the data either', () => {
    const { text, problems } = writeInterchange({ ...facts, sets: set('temp > 20') });
    expect([problems, text.slice(0, 4), text.slice(103, 107)]).toEqual([[], 'ISA*', '*:~\n']);
    expect(text).toContain('BEG*00*SA*temp > 20~');
  });

  it('parts a composite by its own component separator, whatever its parts hold', () => {
    const segments = [['REF', 'DP', '099', '', ['VN', 'A>B'].join(componentMark)]];
    const { text, problems } = writeInterchange({ ...facts, sets: [{ type: '850', control: '0001', segments }] });
    expect(problems).toEqual([]);
    expect(text).toContain('REF*DP*099**VN:A>B~');
  });

  const own = { element: '*', component: '>', terminator: '~' };

  it("says when a partner's own separators stand in the data: an error where something may be identified", () => {
    for (const value of ['A*B', 'A~B', 'A>B', 'A\nB']) {
      const { text, problems } = writeInterchange({ ...facts, separators: own, sets: set(value) });
      expect(problems.map((problem) => [problem.at, problem.code, problem.severity])).toEqual([
        ['BEG03', 'X12_DELIMITER_IN_DATA', 'error'],
      ]);
      expect(text).toContain('BEG*00*SA*A B~');
    }
  });

  it("a segment's own name breaks out into no other", () => {
    const segments = [
      ['ZZZ*A~BEG*00*SA', '1'],
      ['L\n1', 'x'],
    ];
    const { text, problems } = writeInterchange({
      ...facts,
      separators: own,
      sets: [{ type: '850', control: '0001', segments }],
    });
    expect(text).toContain('~\nZZZ A BEG 00 SA*1~\nL 1*x~\nSE*4*');
    expect(problems.map(({ at, code, severity }) => [at, code, severity])).toEqual([
      ['ZZZ A BEG 00 SA', 'X12_DELIMITER_IN_DATA', 'error'],
      ['L 1', 'X12_DELIMITER_IN_DATA', 'error'],
    ]);
  });

  it('and a warning in a text for people', () => {
    const segments = [
      ['N1', 'ST', 'Dock * 4'],
      ['PID', 'F', '', '', '', 'Hex bolt M6*30'],
      ['MSG', 'Deliver to gate 4.\nRing ~ twice, temp > 20'],
    ];
    const { text, problems } = writeInterchange({
      ...facts,
      separators: own,
      sets: [{ type: '850', control: '0001', segments }],
    });
    expect(problems.map((problem) => [problem.at, problem.severity])).toEqual([
      ['N102', 'warning'],
      ['PID05', 'warning'],
      ['MSG01', 'warning'],
    ]);
    expect(text).toContain('N1*ST*Dock   4~\nPID*F****Hex bolt M6 30~\nMSG*Deliver to gate 4. Ring   twice, temp   20~\n');
  });

  it('a terminator of two characters ends nothing by its first', () => {
    const { text, problems } = writeInterchange({ ...facts, separators: { ...own, terminator: '~!' }, sets: set('A~B') });
    expect([problems.map((problem) => problem.at), text.includes('BEG*00*SA*A B~!')]).toEqual([['BEG03'], true]);
  });

  it('a partner without a component separator gets one that is neither of his', () => {
    const { text } = writeInterchange({ ...facts, separators: { element: '>', terminator: ':' }, sets: set('1') });
    expect(text.slice(103, 106)).toBe('>\\:');
  });

  it('refuses identifiers and control numbers that do not fit', () => {
    const { problems } = writeInterchange({
      ...facts,
      sender: { id: 'X'.repeat(16) },
      interchangeControl: '1234567890',
      sets: set('1'),
    });
    expect(problems.map((problem) => problem.at)).toEqual(['ISA13', 'ISA']);
  });
});
