import { describe, expect, it } from '@jest/globals';
import { treeFaults } from './classification.rules.js';

const row = (line: number, code: string, parent = '', names: Record<string, string> = { en: code }) => ({
  line,
  code,
  parent,
  names,
});

describe('treeFaults', () => {
  it('lets a tree pass whose classes stand in any order', () => {
    expect(treeFaults([row(2, '311615', '3116'), row(3, '3116', '31'), row(4, '31')])).toEqual([]);
  });

  it('tells each fault at its line', () => {
    const faults = treeFaults([
      row(2, ''),
      row(3, 'A', 'Z'),
      row(4, 'A'),
      row(5, 'B', 'C'),
      row(6, 'C', 'B'),
      row(7, 'D', '', {}),
    ]);
    expect(faults.map(({ code, values }) => [code, values?.['line']])).toEqual([
      ['ClassCodeMissing', 2],
      ['ClassCodeTwice', 4],
      ['ClassNameMissing', 7],
      ['ClassParentUnknown', 3],
      ['ClassTreeCircular', 5],
      ['ClassTreeCircular', 6],
    ]);
  });

  it('stops telling at a hundred', () => {
    expect(treeFaults(Array.from({ length: 300 }, (_, i) => row(i, '')))).toHaveLength(100);
  });
});
