import { describe, expect, it } from '@jest/globals';
import { takeScan } from './scanned.js';

const known = { year: 2026, articles: new Set<string>() };
const label = (...fields: string[]) => `[)>␞06␝${fields.join('␝')}␞␄`;
/** The text after these scans, and what was said of each. */
const scanned = (...scans: string[]) => {
  const articles = new Set<string>();
  let text = '';
  const said = scans.map((scan) => {
    const taken = takeScan(text, scan, { year: 2026, articles });
    if (taken.article) articles.add(taken.article);
    text = taken.text;
    return taken.said.kind;
  });
  return [text, said.join(' ')];
};

describe('a scan', () => {
  it('becomes a line, and counts on when the part comes again', () => {
    expect(
      scanned(label('1PNAS1149F0363P', 'Q25', '17V0CVA5'), 'MS20470AD4-6', label('1PNAS1149F0363P', 'Q5', '17V0CVA5')),
    ).toEqual(['NAS1149F0363P\t30\t0CVA5\nMS20470AD4-6\t1\n', 'added added counted']);
  });

  it('of an article with a serial number counts once', () => {
    expect(scanned(label('1PA-1', 'S1'), label('1PA-1', 'S2'), label('1PA-1', 'S1'))).toEqual([
      'A-1\t2\n',
      'added counted again',
    ]);
  });

  it('of one field of a label is about the part before', () => {
    expect(scanned('1PNAS1149F0363P', 'Q40', '17V0CVA5', 'SER 12')).toEqual([
      'NAS1149F0363P\t40\t0CVA5\n',
      'added changed changed noted',
    ]);
    expect(scanned('Q40', '')).toEqual(['', 'noted empty']);
  });

  it('that is damaged changes nothing', () => {
    expect(takeScan('A-1\t1\n', ']d20103453120000012', known)).toEqual({
      text: 'A-1\t1\n',
      said: { kind: 'problem', problem: 'CHECK_DIGIT', at: '01' },
    });
  });

  it('keeps what was typed before it', () => {
    expect(takeScan('B-1;5\nB-2', 'B-3', known).text).toBe('B-1;5\nB-2\nB-3\t1\n');
    expect(takeScan('B-1\tmany', 'B-1', known).text).toBe('B-1\tmany\nB-1\t1\n');
  });
});
