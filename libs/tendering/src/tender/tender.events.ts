/** Notice topic of what moved a tender; id is the tender, and everybody who sees it listens. */
export const tenderChanged = 'tender.changed';

/**
 * What follows the id of the tender when only its bids changed: such a notice is for its orgId alone, the bidder or the buyer who reads them at
 * once. Others would learn from its moment that somebody bids.
 */
export const ofBids = '/bids';
