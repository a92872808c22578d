import { describe, expect, it } from '@jest/globals';
import type { Partnership, PartnershipStatus } from './partnership.entity.js';
import { type PartnershipMove, stateAfter } from './partnership.lifecycle.js';

const at = (status: PartnershipStatus): Partnership =>
  ({ status, proposedBy: 'buyer', suspendedBy: status === 'SUSPENDED' ? 'supplier' : null }) as Partnership;
const moves: PartnershipMove[] = ['ACCEPT', 'SUSPEND', 'RESUME', 'END'];

describe('stateAfter', () => {
  it('knows every edge of a partnership that the buyer proposed and the supplier suspended', () => {
    const table = (['PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const).map((status) =>
      moves.map((move) => `${stateAfter(at(status), move, 'buyer') ?? '-'}/${stateAfter(at(status), move, 'supplier') ?? '-'}`),
    );
    expect(table).toEqual([
      ['-/ACTIVE', '-/-', '-/-', 'ENDED/ENDED'],
      ['-/-', 'SUSPENDED/SUSPENDED', '-/-', 'ENDED/ENDED'],
      ['-/-', '-/-', '-/ACTIVE', 'ENDED/ENDED'],
      ['-/-', '-/-', '-/-', '-/-'],
    ]);
  });
});
