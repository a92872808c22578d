import { z } from 'zod';
import { type Fault, fail, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import type { AuctionAct } from '../auction/auction-file.js';
import { judgedLots } from '../judging/judging.reader.js';
import { outcomeOf } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';
import { type AuctionActFault, auctionChanged, enter } from './auction.acts.js';
import { type AuctionRoom, readAuction } from './auction.reader.js';
import { expiredBids } from './start-auction.js';

const auctionId = z.uuid();
const reason = z.string().trim().min(1).max(2000);
const pauseInput = z.strictObject({
  auctionId,
  reason,
  /** When the clock lets it go on; absent: when the buyer does. */ resumesAt: z.date().nullish(),
});
const plainInput = z.strictObject({ auctionId });
const rescheduleInput = z.strictObject({ auctionId, opensAt: z.date(), reason });
const voidBidInput = z.strictObject({ auctionId, sequence: z.int().min(1), reason });
const voidInput = z.strictObject({ auctionId, reason });

export type SteerAuctionFault = AuctionActFault | Fault<'AuctionNotSteerable' | 'AuctionBidExpired'>;
type Steered = Promise<Result<AuctionRoom, SteerAuctionFault>>;

/**
 * Lets all clocks of an auction stand, with a reason that all who take part read; until a moment, or until the buyer lets it go on. What was to
 * happen in ten minutes happens ten minutes after. Errors: AuctionPaused, AuctionNotOpen, AuctionClosed, AuctionVoided, AuctionNotSteerable for a moment that has passed.
 * Throws Forbidden without tender:manage, NotFound for an auction of somebody else, BadInput.
 */
export async function pauseAuction(work: Work, raw: z.input<typeof pauseInput>): Steered {
  const given = checked(work, pauseInput, raw);
  if (given.resumesAt != null && given.resumesAt <= work.now) return fail(notSteerable('RESUMES_TOO_SOON'));
  const resumesAt = given.resumesAt ?? null;
  return steer(work, given.auctionId, {
    act: ({ atUs }) => ({ kind: 'PAUSE', by: 'BUYER', fromUs: atUs, reason: given.reason }),
    resumesAt,
    next: resumesAt?.getTime(),
  });
}

/** Lets a paused auction go on at once. Errors: AuctionNotSteerable when it is not paused. Throws as pauseAuction. */
export async function resumeAuction(work: Work, raw: z.input<typeof plainInput>): Steered {
  const { auctionId: id } = checked(work, plainInput, raw);
  return steer(work, id, { act: () => ({ kind: 'RESUME', by: 'BUYER' }), next: work.now.getTime() });
}

/** Moves the opening of an auction that has not opened, every close with it, with a reason. Errors: AuctionNotSteerable, AuctionBidExpired for a bid that no longer binds then. Throws as pauseAuction. */
export async function rescheduleAuction(work: Work, raw: z.input<typeof rescheduleInput>): Steered {
  const { auctionId: id, opensAt, reason: why } = checked(work, rescheduleInput, raw);
  const opensAtUs = opensAt.getTime() * 1000;
  return steer(work, id, {
    act: () => ({ kind: 'RESCHEDULE', by: 'BUYER', opensAtUs, reason: why }),
    next: opensAt.getTime(),
    against: async ({ tenderId, lotId }) => {
      const [judged] = await judgedLots(work, await tenderById(work, tenderId), [lotId]);
      return judged ? expiredBids(judged, opensAt, 'opensAt') : [];
    },
  });
}

/** Takes an erroneous bid out before the close, by its number in the ledger, with all that the hub bid because of it. Errors: AuctionNotSteerable for no such bid. Throws as pauseAuction. */
export async function voidAuctionBid(work: Work, raw: z.input<typeof voidBidInput>): Steered {
  const { auctionId: id, ...which } = checked(work, voidBidInput, raw);
  return steer(work, id, { act: () => ({ kind: 'VOID_BID', by: 'BUYER', ...which }) });
}

/** Makes a whole auction void for ever, with its reason: the bids stand as they were evaluated, and another may be started. Errors: AuctionVoided, AuctionClosed once the lot is awarded. Throws as pauseAuction. */
export async function voidAuction(work: Work, raw: z.input<typeof voidInput>): Steered {
  const { auctionId: id, reason: why } = checked(work, voidInput, raw);
  return steer(work, id, { act: () => ({ kind: 'VOID', by: 'BUYER', reason: why }), next: null });
}

function checked<S extends z.ZodType>(work: Work, schema: S, raw: z.input<S>): z.output<S> {
  requirePermission(work, 'tender:manage');
  return checkInput(schema, raw);
}

interface Steering {
  act: (room: AuctionRoom) => AuctionAct;
  resumesAt?: Date | null;
  /** What else stands against it, once the rules of the auction have taken it in; then nothing was done. */
  against?: (room: AuctionRoom) => Promise<SteerAuctionFault[]>;
  /** When its clock looks next, in milliseconds; null: never; absent: as planned. */
  next?: number | null | undefined;
}

/** An act of the buyer, under the lock of his tender, the lot and the ledger, in this order. */
async function steer(work: Work, id: string, { act, resumesAt = null, next, against }: Steering): Steered {
  const room = await holdOwnAuction(work, id, 'HOLD');
  if (room.awardedAt) return fail({ code: 'AuctionClosed', path: ['auctionId'], values: { reason: 'AWARDED' } });
  const entering = act(room);
  const entered = await enter(work, room, { act: entering, resumesAt });
  if (!entered.ok) return fail(...entered.errors.map(steeringFault));
  const faults = (await against?.(room)) ?? [];
  if (faults.length > 0) return fail(...faults);
  if (next !== undefined) await plan(work, id, next === null ? null : next * 1000);
  work.notify(auctionChanged, room.orgId, id);
  await audit(work, {
    action: `tender:auction-${entering.kind.toLowerCase().replaceAll('_', '-')}`,
    subject: `tender:${room.tenderId}`,
    detail: { auctionId: id, reason: 'reason' in entering ? entering.reason : null },
  });
  return { ok: true, value: await readAuction(work, id) };
}

/** An auction of the acting buyer, held by this transaction. Throws NotFound also for who only bids in it. */
export async function holdOwnAuction(work: Work, id: string, mode: 'HOLD' | 'BEAT'): Promise<AuctionRoom> {
  const found = await one<{ tenderId: string }>(
    work,
    'select a.tender_id as "tenderId" from tendering.auction a where a.org_id = $1 and a.id = $2',
    [work.actor.orgId, id],
  );
  if (!found) throw new NotFound(`auction ${id}`);
  await lockTender(work, found.tenderId);
  return readAuction(work, id, mode);
}

/** When the clock of an auction looks next, in microseconds; null: never again. */
export async function plan(work: Work, id: string, nextUs: number | null): Promise<void> {
  await outcomeOf(work, 'tendering.plan_auction($1, $2)', [id, nextUs]);
}

/** Only what bidders do has words of its own. */
const steeringFault = (fault: AuctionActFault): SteerAuctionFault =>
  fault.code === 'AuctionActUnknown' ? notSteerable(String(fault.values?.['reason'])) : fault;

const notSteerable = (why: string): Fault<'AuctionNotSteerable'> => ({
  code: 'AuctionNotSteerable',
  path: ['auctionId'],
  values: { reason: why },
});
