import { type DecimalText, exact, roundedDown } from '#libs/kernel';
import { lowered } from '../auction/amounts.js';
import { type AuctionStatus, statusAt } from '../auction/auction.js';
import type { Microseconds } from '../auction/auction-file.js';
import { runningAt, wallTime } from '../auction/clock.js';
import { resultOf } from '../auction/replay.js';
import { levelAt } from '../auction/tick-auctions.js';
import { type LineView, viewOf } from '../auction/view.js';
import type { AuctionRoom } from './auction.reader.js';

/** An auction as the side that read it may see it. */
export interface AuctionSight
  extends Pick<LineView, 'price' | 'level' | 'own' | 'amountToLead'>,
    Pick<
      AuctionRoom,
      'id' | 'tenderId' | 'lotId' | 'opensAt' | 'pausedAt' | 'resumesAt' | 'pauseReason' | 'voidedAt' | 'voidReason' | 'label'
    > {
  kind: string;
  status: AuctionStatus;
  at: Date;
  closesAt: Date;
  extensions: number;
  currency: string;
  scale: number;
  priceUntil: Date | null;
  /** The most that the bidder's next bid may be. */
  amountAtMost: DecimalText | null;
}

const dateOf = (us: Microseconds): Date => new Date(us / 1000);

/** What one of its parties may see of an auction; everything else that the reading brought along stays inside. */
export function auctionSight(room: AuctionRoom): AuctionSight {
  const { state, atUs, label } = room;
  const seen = viewOf(state, label === null ? { side: 'BUYER' } : { side: 'BIDDER', bidderId: label }, atUs);
  const line = seen.lines[0]!;
  const { id, tenderId, lotId, opensAt, pausedAt, resumesAt, pauseReason, voidedAt, voidReason } = room;
  const { price, level, own, amountToLead } = line;
  return {
    ...{ id, tenderId, lotId, opensAt, pausedAt, resumesAt, pauseReason, voidedAt, voidReason, label },
    kind: state.terms.kind,
    status: room.isOver ? 'VOIDED' : room.awardedAt && state.sealedAtUs !== undefined ? 'AWARDED' : statusAt(state, atUs),
    at: dateOf(atUs),
    closesAt: dateOf(line.closesAtUs),
    extensions: line.extensions,
    currency: state.terms.currency,
    scale: state.terms.scale,
    ...(price === undefined ? {} : { price }),
    ...(level === undefined ? {} : { level }),
    ...(own ? { own } : {}),
    ...(amountToLead === undefined ? {} : { amountToLead }),
    priceUntil: priceUntil(room),
    amountAtMost: own ? atMost(room, own.amount) : null,
  };
}

function priceUntil({ state: { terms, clock }, atUs }: AuctionRoom): Date | null {
  if ((terms.kind !== 'DUTCH' && terms.kind !== 'JAPANESE') || atUs < terms.opensAtUs) return null;
  return dateOf(wallTime(clock, terms.opensAtUs + (levelAt(terms, runningAt(clock, atUs)) + 1) * terms.tickUs));
}

function atMost({ state: { terms } }: AuctionRoom, amount: DecimalText): DecimalText | null {
  if (terms.kind !== 'ENGLISH' && terms.kind !== 'ROUNDS') return null;
  const most = roundedDown(lowered(exact(amount), terms.ownStep), terms.scale);
  return exact(most).over > 0n ? most : null;
}

/** The ranking with the numbers of the entries that made it, for the buyer; in rounds as far as turns are over. */
export function rankingOf(room: AuctionRoom): { label: string; rank: number; amount: DecimalText; sequence: number }[] {
  const shown = viewOf(room.state, { side: 'BUYER' }, room.atUs).lines[0]?.ranking ?? [];
  const bids = resultOf(room.id, room.state).lines[0]?.bids ?? [];
  return shown.map(({ bidderId, rank, amount }) => {
    const made = bids.filter((bid) => bid.bidderId === bidderId && bid.amount === amount && !bid.isVoid).at(-1);
    return { label: bidderId, rank, amount, sequence: made?.sequence ?? 0 };
  });
}
