import { describe, expect, it } from '@jest/globals';
import { approvalBases, approvalBasisOf } from './approval-basis.js';

describe('approvalBasisOf', () => {
  it.each([
    ['oem', 'OEM'],
    ['PAH', 'OEM'],
    ['FAA-PMA', 'PMA'],
    ['TSO-A', 'TSO'],
    ['Standard part', 'STANDARD'],
    ['tear down', 'TEARDOWN'],
    ['DER repair', 'DER_REPAIR'],
    ['DER_REPAIR', 'DER_REPAIR'],
    ['new', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('reads %j as %s', (text, basis) => {
    expect(approvalBasisOf(text)).toBe(basis);
  });

  it('knows each basis by its own name', () => {
    expect(approvalBases.map(approvalBasisOf)).toEqual([...approvalBases]);
  });
});
