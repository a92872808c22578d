import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Lot, Tender } from '../tender/tender.entity.js';
import { outcomeOf } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';

/** A clock that stood still for longer than this around a deadline is not held against the bidders: two minutes, as ProZorro has it. */
const graceSeconds = 120;

type Closing = 'CLOSED' | 'CLOSED_BEFORE' | 'STILL_OPEN' | 'MOVED' | 'RESCHEDULED' | 'CANCELLED' | 'NOT_PUBLISHED';

/**
 * Closes the present round of a lot of the acting buyer, once, when its deadline has passed by the database's clock; the bids of a timed tender
 * are open then. `closesAt`, as the caller read it, is the fence: a deadline that was moved meanwhile closes nothing. For the clock and `openBids`.
 */
export async function closeRound(
  work: Work,
  given: { tenderId: string; lotId: string; closesAt?: string | null },
): Promise<Closing> {
  const params = [given.tenderId, given.lotId, given.closesAt ?? null, `${graceSeconds} seconds`];
  return (await outcomeOf(work, 'tendering.close_round($1, $2, $3, $4)', params)) as Closing;
}

const input = z.strictObject({ tenderId: z.uuid(), lotId: z.uuid().nullish() });
export type OpenBidsFault = Fault<'TenderStillOpen' | 'TenderNotOpen'>;

/**
 * Opens the bids of the lots, or of one, whose deadline has passed, without waiting for the clock; where the hub stood still around the deadline
 * the round goes on instead, and the tender says so. Errors: TenderStillOpen before the deadline,
 * TenderNotOpen for a draft or a cancelled tender.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function openBids(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, OpenBidsFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, lotId } = checkInput(input, raw);
  const tender = await lockTender(work, tenderId);
  const closings: Closing[] = [];
  // Few lots, each under its own lock: the function is the fence.
  for (const lot of chosen(tender, lotId)) closings.push(await closeRound(work, { tenderId, lotId: lot.id }));
  const now = await tenderById(work, tenderId);
  if (closings.includes('CLOSED') || closings.includes('RESCHEDULED')) {
    await audit(work, { action: 'tender:open-bids', subject: `tender:${tenderId}`, detail: { closings } });
    return ok(now);
  }
  if (closings.includes('STILL_OPEN'))
    return fail({ code: 'TenderStillOpen', path: ['tenderId'], values: { closesAt: tender.closesAt?.toISOString() ?? null } });
  if (closings.includes('CLOSED_BEFORE')) return ok(now);
  return fail({ code: 'TenderNotOpen', path: ['tenderId'], values: { status: tender.status } });
}

const chosen = ({ lots }: Tender, lotId: string | null | undefined): Lot[] =>
  lots.filter(({ id }) => lotId == null || id === lotId);
