import type { UserActor } from '#libs/platform';
import {
  type AnnouncedAuction,
  type AuctionRoom,
  type AuctionStage,
  auctionIdsOf,
  placeAuctionBid,
  readAuction,
  runAuction,
  startAuction,
  type Tender,
  type TenderInput,
} from '#libs/tendering';
import type { FreshDatabase } from '../support/fresh-database.js';
import { success } from './order.factory.js';
import { asSeenBy, bids, closed, published, type TenderWorld } from './tender.factory.js';

/** Ten minutes, half a unit below oneself, two minutes more after a bid in the last two. */
export const usualAuction = (override: Partial<Extract<AnnouncedAuction, { kind: 'ENGLISH' }>> = {}): AnnouncedAuction => ({
  kind: 'ENGLISH',
  durationSeconds: 600,
  ownStep: { by: 'AMOUNT', value: '0.50' },
  mustLead: false,
  display: 'RANK',
  appealSeconds: 0,
  softClose: { triggerSeconds: 120, lengthSeconds: 120, extensionsMax: 10, countsFrom: 'CLOSE' },
  ...override,
});

/** A tender with an auction, closed, with bids of 110 and 120 by the first and the second supplier. */
export async function toAuction(
  db: FreshDatabase,
  world: TenderWorld,
  auction: AnnouncedAuction,
  override: Partial<TenderInput> = {},
): Promise<Tender> {
  const tender = await published(db, world, { auction, ...override });
  await bids(db, world.first, tender, ['1', '1']);
  await bids(db, world.second, tender, ['1', '2']);
  return closed(db, world, tender);
}

/** The auction of the first lot, started for a moment that is awaited. */
export async function started(db: FreshDatabase, world: TenderWorld, tender: Tender, inMs = 60_000): Promise<AuctionRoom> {
  const { edits } = await asSeenBy(db, world.buyer, tender.id);
  const opensAt = new Date(Date.now() + inMs);
  const which = { tenderId: tender.id, lotId: tender.lots[0]!.id, expectedVersion: edits, opensAt };
  return success(await db.unitOfWork.run(world.buyer, (work) => startAuction(work, which)));
}

/**
 * Sets an auction that nobody has acted in back in time, its opening as the database keeps it, so that it opened so many seconds ago.
 * A test cannot wait for ten minutes; what it sets is what it would have been, had it been started then.
 */
export async function openedAgo(db: FreshDatabase, world: TenderWorld, tender: Tender, seconds: number): Promise<AuctionRoom> {
  const room = await started(db, world, tender);
  await setBack(db, room, room.opensAt.getTime() - Date.now() + seconds * 1000);
  return seenBy(db, world.buyer, room.id);
}

async function setBack(db: FreshDatabase, room: AuctionRoom, byMs: number): Promise<void> {
  const us = Math.round(byMs) * 1000;
  const { terms } = room.opening;
  const lines = terms.kind === 'ENGLISH' ? { lines: terms.lines.map((l) => ({ ...l, closesAtUs: l.closesAtUs - us })) } : {};
  const opening = {
    ...room.opening,
    terms: { ...terms, opensAtUs: terms.opensAtUs - us, previewAtUs: terms.previewAtUs - us, ...lines },
  };
  const { canonicalJson } = await import('#libs/kernel');
  const { openingHash, scheduledAuction, wallTime } = await import('#libs/tendering');
  const state = scheduledAuction(opening);
  const closes = Object.fromEntries(state.lines.map((l) => [l.lineId, wallTime(state.clock, l.closesAtUs)]));
  await db.admin(
    `update tendering.auction_head set opening = $2, hash = $3, closes = $4, beat_us = $5 where auction_id = $1 and sequence = 0`,
    [room.id, canonicalJson(opening), openingHash(opening), JSON.stringify(closes), (Date.now() - 1000) * 1000],
  );
  await db.admin(`update tendering.auction set opens_at = opens_at - $2 * interval '1 microsecond', terms = $3 where id = $1`, [
    room.id,
    us,
    JSON.stringify(opening.terms),
  ]);
}

export const seenBy = (db: FreshDatabase, actor: UserActor, auctionId: string): Promise<AuctionRoom> =>
  db.unitOfWork.read(actor, (work) => readAuction(work, auctionId));
export const auctionsSeenBy = (db: FreshDatabase, actor: UserActor, tender: Tender): Promise<string[]> =>
  db.unitOfWork.read(actor, (work) => auctionIdsOf(work, tender.id));
export const bidsIn = (db: FreshDatabase, actor: UserActor, auctionId: string, amount: string) =>
  db.unitOfWork.run(actor, (work) => placeAuctionBid(work, { auctionId, amount }));
export const ticks = (db: FreshDatabase, world: TenderWorld, auctionId: string): Promise<AuctionStage> =>
  db.unitOfWork.run(world.buyer, (work) => runAuction(work, { auctionId }));
