import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, one, type Work } from '#libs/platform';
import { requireHoldParty } from './hold.access.js';
import type { StockHold } from './hold.entity.js';
import { holdById, holdsByIds } from './hold.reader.js';

const input = z.strictObject({ holdId: z.uuid(), minutes: z.number().int().min(1).max(43_200).nullish() });

/**
 * Lengthens a hold from now on: its buyer by what the supplier grants, and to four grants (by name: 60 minutes) from its beginning at
 * most; the supplier as he likes, up to 30 days. Errors: HoldEnded (also when its time is over and nobody has ended it yet),
 * HoldNotLonger (it would end no later). Throws NotFound for other parties, Forbidden without basket:edit as its buyer or stock:write as
 * its supplier.
 */
export async function extendHold(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<StockHold, Fault<'HoldEnded' | 'HoldNotLonger'>>> {
  const { holdId, minutes } = checkInput(input, given);
  requireHoldParty(work, await holdsByIds(work, [holdId]));
  const answer = await one<{ outcome: 'EXTENDED' | 'ENDED' | 'NOT_LONGER'; expires_at: Date }>(
    work,
    'select * from supply.extend_hold($1, $2)',
    [holdId, minutes ?? null],
  );
  const values = { until: answer?.expires_at.toISOString() ?? null };
  if (answer?.outcome === 'ENDED') return fail({ code: 'HoldEnded' as const, path: ['holdId'], values });
  if (answer?.outcome === 'NOT_LONGER') return fail({ code: 'HoldNotLonger' as const, path: ['minutes'], values });
  return ok(await holdById(work, holdId));
}
