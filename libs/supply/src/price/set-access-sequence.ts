import type { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { sequenceInput } from './pricing.input.js';
import { lockPolicy, movePolicy, type PricingPolicy } from './pricing.reader.js';

/**
 * Declares in which order the acting supplier's sources of a price are asked (trade-rules 3): an agreement's ITEM, an agreement's
 * GROUP discount, the discount MATRIX, LIST (breaks and list price, which can only be last). What is left out is never asked.
 * Holds for every question from now on. Errors: PricingVersionConflict. Throws Forbidden without agreement:manage, BadInput.
 */
export async function setAccessSequence(
  work: Work,
  given: z.input<typeof sequenceInput>,
): Promise<Result<PricingPolicy, Fault<'PricingVersionConflict'>>> {
  requirePermission(work, 'agreement:manage');
  const { sequence, expectedVersion } = checkInput(sequenceInput, given);
  const { version } = await lockPolicy(work);
  if (version !== expectedVersion) return fail({ code: 'PricingVersionConflict', path: ['expectedVersion'] });
  const moved = await movePolicy(work, sequence);
  await audit(work, { action: 'pricing:sequence', subject: `pricing-policy:${work.actor.orgId}`, detail: { sequence } });
  return ok(moved);
}
