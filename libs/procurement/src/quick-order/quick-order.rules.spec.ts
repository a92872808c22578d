import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quickLinesMax, readQuickLines } from './quick-order.rules.js';

const read = (text: string) =>
  readQuickLines(text, 2026).map(({ number, quantity, problem }) => [number, quantity, ...(problem ? [problem] : [])]);

describe('pasted lines', () => {
  it('are read with tabs, semicolons, commas and blanks', () => {
    expect(read('BACB30-1\t25\nNAS 1149 F 0332P;10\nMS20470AD4-6,1.5\nAN960 416 100')).toEqual([
      ['BACB30-1', '25'],
      ['NAS 1149 F 0332P', '10'],
      ['MS20470AD4-6', '1.5'],
      ['AN960 416', '100'],
    ]);
  });

  it('keep their line number past headings and empty lines, and their manufacturer', () => {
    expect(readQuickLines('Part number\tQty\tMaker\r\n\r\nB-1\t5\t81205\r\n', 2026)).toEqual([
      { line: 3, number: 'B-1', quantity: '5', manufacturer: '81205' },
    ]);
  });

  it('mean one when they name no quantity', () => {
    expect(read('BACB30-1\nMS-A')).toEqual([
      ['BACB30-1', '1'],
      ['MS-A', '1'],
    ]);
  });

  it('say what is wrong instead of guessing', () => {
    expect(read('B-1,1,000,5\nB-2\tmany1\nB-3\t0\n\t5')).toEqual([
      ['B-1', '1', 'QUANTITY_UNREADABLE'],
      ['B-2', '1', 'QUANTITY_UNREADABLE'],
      ['B-3', '1', 'QUANTITY_UNREADABLE'],
      ['5', '1'],
    ]);
  });

  it('are read from a file with more columns when it has headings, quotes and all', () => {
    expect(read('Part number,Quantity,Manufacturer,Problem,Line\n"B 1,5",5,81205,"No, ""none""",7\nB-2,,,Several,8')).toEqual([
      ['B 1,5', '5'],
      ['B-2', '1'],
    ]);
    expect(read('B-1,5,81205,No,7\nB-2,1,000\nB-3;1;000')).toEqual([
      ['B-1', '1', 'QUANTITY_UNREADABLE'],
      ['B-2', '1', 'QUANTITY_UNREADABLE'],
      ['B-3', '1', 'QUANTITY_UNREADABLE'],
    ]);
  });

  it('are at most a thousand; the others are said', () => {
    const lines = readQuickLines(Array.from({ length: quickLinesMax + 2 }, (_, i) => `P${i} 1`).join('\n'), 2026);
    expect(lines.filter((line) => line.problem === 'TOO_MANY_LINES').map((line) => line.line)).toEqual([1001, 1002]);
  });

  it('may be scanned: a bar code names part, maker and quantity, and a damaged one is a problem', () => {
    const scans = [
      '[)>\u001e06\u001d17V0CVA5\u001d1PNAS1149F0363P\u001dQ25\u001e\u0004',
      ']d20103453120000011240B-1\u001d307',
      ']d2010345312',
    ];
    expect(readQuickLines(scans.join('\n'), 2026)).toEqual([
      { line: 1, number: 'NAS1149F0363P', quantity: '25', manufacturer: '0CVA5' },
      { line: 2, number: 'B-1', quantity: '7' },
      { line: 3, number: ']d2010345312', quantity: '1', problem: 'BAR_CODE_UNREADABLE' },
    ]);
  });

  it('are told one by one only so far when a whole file is pasted', () => {
    expect(readQuickLines('P 1\n'.repeat(20_000), 2026)).toHaveLength(1_100);
  });

  it('lose their controls and halves of characters', () => {
    expect(read('B\u0000-1\u0001 5\nC\ud800-2 6')).toEqual([
      ['B -1', '5'],
      ['C -2', '6'],
    ]);
  });

  it('are read in one pass, however many quotes a line has', () => {
    const [line] = readQuickLines(`;1${'a"'.repeat(148_000)}`, 2026);
    expect(line).toMatchObject({ line: 1, problem: 'NUMBER_MISSING' });
    expect(read('"A;1";2\n"B ""x""";3\nC "d;4')).toEqual([
      ['A;1', '2'],
      ['B "x"', '3'],
      ['C "d', '4'],
    ]);
  });

  it('never throw, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readQuickLines(text, 2026)));
  });
});
