import { describe, expect, it } from '@jest/globals';
import { unpacked } from '../../canonical/goods/testing.js';
import { errorsOf, readLines, written } from '../testing.js';
import { receipt861 } from './receipt-861.js';

const HEAD = ['BRA*GR-1*20260320*00*1*1015', 'PRF*PO-1***20260302', 'N1*BY*Nordic', 'N1*SU*Fasteners'];
const line = (rcd: string, ...more: readonly string[]) => readLines(receipt861, [...HEAD, rcd, 'LIN**VP*W-1', ...more, 'CTT*1']);

describe('a receiving advice, 861', () => {
  it('says what came, what was refused, and of which lot', () => {
    const { lines, problems } = written(receipt861, unpacked);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((one) => /^(?:BRA|PRF|REF|DTM|RCD|LIN|CTT)/.test(one))).toEqual([
      'BRA*GR-17*20260320*00*1',
      'REF*MA*DN-881',
      'DTM*050*20260320',
      'PRF*PO-2026-000123',
      'RCD*1*5*BX***1*BX*08',
      'LIN**VP*NAS1149-F0363P*PL*00010',
      'REF*MA*DN-881',
      'REF*LT*L-77',
      'RCD*2*1*EA',
      'LIN**VP*007*PL*00020',
      'CTT*2',
    ]);
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([
        'NOT_EXPRESSED lines[0].rejectReason',
        'NOT_EXPRESSED lines[].despatch.line',
        'NOT_EXPRESSED lines[].reason',
      ]),
    );
  });

  it('reads five quantities in question by their condition', () => {
    const { document, problems } = line('RCD*1*100*EA*3*EA*2*EA*01*5*EA*02*4*EA*03*90*EA*07*1*EA*09');
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['CONDITION_UNKNOWN', 'warning']]);
    const ea = (value: string) => ({ value, unit: 'EA' });
    expect(document?.lines[0]).toMatchObject({
      received: ea('100'),
      returned: ea('3'),
      rejected: ea('2'),
      rejectReason: '01',
      short: ea('5'),
      over: ea('4'),
      accepted: ea('90'),
    });
    const again = written(receipt861, document!).lines.find((one) => one.startsWith('RCD'))!;
    expect(again.split('*').slice(6).join('*').split('EA')).toHaveLength(6);
    for (const triple of ['2*EA*01', '5*EA*02', '4*EA*03', '90*EA*07', '1*EA*09']) expect(again).toContain(triple);
  });

  it('a second refusal is an error, as the hub keeps one reason; a refusal without a unit, too', () => {
    expect(errorsOf(line('RCD*1*100*EA***2*EA*01*1*EA*05').problems)).toEqual(['REFUSALS_SEVERAL RCD[1]08']);
    expect(errorsOf(line('RCD*1*100*EA***2**01').problems)).toEqual(['VALUE_MISSING RCD[1]08']);
    expect(errorsOf(line('RCD*1*1e2*ZQ').problems)).toEqual(['NUMBER_NOT_VALID RCD[1]02', 'UNIT_UNKNOWN RCD[1]03']);
  });

  it('what was accepted alone is written as received, which is said', () => {
    const [first] = unpacked.lines;
    const { received: _received, rejected: _rejected, rejectReason: _code, ...rest } = first!;
    const { lines, problems } = written(receipt861, { ...unpacked, lines: [{ ...rest, accepted: { value: '4', unit: 'XBX' } }] });
    expect(lines.find((one) => one.startsWith('RCD'))).toBe('RCD*1*4*BX');
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toContain('WRITTEN_AS_ANOTHER lines[0].accepted');
  });
});
