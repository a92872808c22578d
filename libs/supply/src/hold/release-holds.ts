import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, rows, type Work } from '#libs/platform';
import { requireHoldParty } from './hold.access.js';
import type { StockHold } from './hold.entity.js';
import { holdColumns, holdsByIds } from './hold.reader.js';

const input = z.strictObject({
  holdIds: z.array(z.uuid()).min(1).max(500),
  /** Why; a supplier who takes stock back from a buyer must say so. */
  reason: z.string().trim().min(1).max(500).nullish(),
});

/**
 * Gives held stock back before its time, for the buyer or the supplier; each once: what has ended already stays as it ended. Gives the holds as
 * they are now. Errors: HoldReasonMissing (a supplier gives none). Ids of others are passed over. Throws Forbidden when one of them wants
 * basket:edit of its buyer or stock:write of its supplier, and the actor lacks it.
 */
export async function releaseHolds(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<StockHold[], Fault<'HoldReasonMissing'>>> {
  const { holdIds, reason } = checkInput(input, given);
  const known = await holdsByIds(work, holdIds);
  requireHoldParty(work, known);
  if (!reason && known.some((hold) => hold.orgId === work.actor.orgId && hold.counterpartyId !== work.actor.orgId))
    return fail({ code: 'HoldReasonMissing' as const, path: ['reason'] });
  await rows(work, 'select h.id from supply.release_holds($1, $2) h', [known.map(({ id }) => id), reason ?? null]);
  return ok(await holdsByIds(work, holdIds));
}

/** Ends what others hold of these offers past their time; says whether anything was. Before a buyer is told that an offer is sold out. */
export async function lapseOverdue(work: Work, offerIds: readonly string[]): Promise<boolean> {
  const [lapsed] = await rows<{ ended: number }>(work, 'select supply.lapse_overdue($1) as ended', [offerIds]);
  return (lapsed?.ended ?? 0) > 0;
}

/** Gives back whatever a holder of the acting buyer still holds, of these offers or of all: a basket that is thrown away, a line that was rejected. */
export async function releaseHolder(work: Work, holder: { id: string; offerIds?: readonly string[] }): Promise<StockHold[]> {
  return rows<StockHold>(
    work,
    `select ${holdColumns} from supply.release_holds(array(select x.id from supply.stock_hold x where x.counterparty_id = $1 and x.holder_id = $2
       and x.status = 'HELD' and ($3::uuid[] is null or x.offer_id = any ($3))), null) h`,
    [work.actor.orgId, holder.id, holder.offerIds ?? null],
  );
}
