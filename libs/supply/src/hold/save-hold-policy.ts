import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { HoldPolicy } from './hold.entity.js';
import { holdPolicy } from './hold.reader.js';

const input = z.strictObject({
  basketMinutes: z.number().int().min(0).max(1440),
  quoteHours: z.number().int().min(0).max(720),
  approvalHours: z.number().int().min(0).max(720),
  /** 0, or 15 to 60 (trade-rules 24). */
  namedMinutes: z
    .number()
    .int()
    .refine((minutes) => minutes === 0 || (minutes >= 15 && minutes <= 60), '0, or 15 to 60'),
  /** The version read; 0 while there is none. */
  expectedVersion: z.number().int().min(0),
});

/**
 * Says how long buyers may hold the acting supplier's stock, from the next hold on; 0 forbids that kind. Errors: VersionConflict.
 * Throws Forbidden without stock:write, BadInput.
 */
export async function saveHoldPolicy(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<HoldPolicy, Fault<'VersionConflict'>>> {
  requirePermission(work, 'stock:write');
  const wish = checkInput(input, given);
  const terms = [work.actor.orgId, wish.basketMinutes, wish.quoteHours, wish.approvalHours, wish.namedMinutes];
  const written = await (wish.expectedVersion === 0
    ? affected(
        work,
        `insert into supply.hold_policy (org_id, basket_minutes, quote_hours, approval_hours, named_minutes) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        terms,
      )
    : affected(
        work,
        `update supply.hold_policy set basket_minutes = $2, quote_hours = $3, approval_hours = $4, named_minutes = $5, version = version + 1 where org_id = $1 and version = $6`,
        [...terms, wish.expectedVersion],
      ));
  if (written === 0) return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  const { expectedVersion: _, ...detail } = wish;
  await audit(work, { action: 'stock:write', subject: `hold-policy:${work.actor.orgId}`, detail });
  return ok(await holdPolicy(work));
}
