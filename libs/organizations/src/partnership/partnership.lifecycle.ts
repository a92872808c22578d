import type { Partnership, PartnershipStatus } from './partnership.entity.js';

/** What a side may do with a partnership. */
export type PartnershipMove = 'ACCEPT' | 'SUSPEND' | 'RESUME' | 'END';

interface Edge {
  from: readonly PartnershipStatus[];
  to: PartnershipStatus;
  /** Whether this side may, beyond the state. */
  by(partnership: Partnership, side: string): boolean;
}

const either = (): boolean => true;

/** ACCEPT is the other side's answer to a proposal; who suspended resumes; either side ends, which before acceptance is declining or withdrawing. */
const edges: Readonly<Record<PartnershipMove, Edge>> = {
  ACCEPT: { from: ['PROPOSED'], to: 'ACTIVE', by: (p, side) => p.proposedBy !== side },
  SUSPEND: { from: ['ACTIVE'], to: 'SUSPENDED', by: either },
  RESUME: { from: ['SUSPENDED'], to: 'ACTIVE', by: (p, side) => p.suspendedBy === side },
  END: { from: ['PROPOSED', 'ACTIVE', 'SUSPENDED'], to: 'ENDED', by: either },
};

/** The state a move leads to, undefined when this side may not make it now. */
export function stateAfter(partnership: Partnership, move: PartnershipMove, side: string): PartnershipStatus | undefined {
  const edge = edges[move];
  return edge.from.includes(partnership.status) && edge.by(partnership, side) ? edge.to : undefined;
}
