/** Notice topic of what moved a tender for all who see it; id is the tender. */
export const tenderChanged = 'tender.changed';

/** Notice topic of bids that came or went, for the organisation that reads them: the bidder, and the buyer of an open tender. */
export const bidsChanged = 'tender.bids';
