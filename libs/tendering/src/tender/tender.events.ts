/** Notice topic of what moved a tender; id is the tender, and everybody who sees it listens. */
export const tenderChanged = 'tender.changed';

/**
 * What follows the id of the tender when not all who see it may hear of the step: such a notice is for its orgId alone. So it is with bids, for
 * the bidder and the buyer who reads them at once, with who declined, asked or was invited. Others would learn from its moment that somebody did.
 */
export const ofBids = '/bids';

/** What happened to a tender, by wire name; in the name of its buyer, with `{ orgId, id }`. */
export const tenderWires = {
  /** A public tender took a step; whether anything public changed is not said. */
  moved: 'tender.moved.v1',
} as const;
