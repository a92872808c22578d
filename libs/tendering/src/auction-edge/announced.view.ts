import type { TenderAuctionType } from './announced-auction.graphql.js';

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  ENGLISH: ['durationSeconds', 'ownStep', 'leadStep', 'mustLead', 'display', 'softClose', 'bigDropPercent'],
  ROUNDS: ['ownStep', 'rounds', 'turnSeconds', 'firstPauseSeconds', 'pauseSeconds'],
  DUTCH: ['startPercent', 'risePercent', 'ceilingPercent', 'tickSeconds'],
  JAPANESE: ['startPercent', 'fall', 'floorPercent', 'tickSeconds'],
};

/** What a client announced, as the verb takes it: whatever else he sent with its kind says nothing. */
export function announcedOf(auction: TenderAuctionType): object {
  const names = ['kind', 'appealSeconds', ...(fieldsOf[auction.kind] ?? [])];
  return Object.fromEntries(
    Object.entries(auction).flatMap(([name, value]) =>
      names.includes(name) && value !== null && value !== undefined
        ? [[name, typeof value === 'object' ? { ...(value as object) } : value]]
        : [],
    ),
  );
}
