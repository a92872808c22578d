import { v5 as uuidOf } from 'uuid';
import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { type HeldLine, type HoldFault, type HoldStockInput, holdStock } from './hold-stock.js';

/** Minutes of a hold by name, at least and at most (trade-rules 24). */
export const namedMinutes = { min: 15, max: 60 } as const;

const input = z.object({
  /** What both parties call it: the tail number, the name of the caller. */
  label: z.string().trim().min(1).max(120),
  minutes: z.number().int().min(namedMinutes.min).max(namedMinutes.max).nullish(),
  /** What the buyer files it under; made up when absent. */
  holderId: z.uuid().nullish(),
});

export type HoldByNameInput = z.input<typeof input> & Pick<HoldStockInput, 'lines' | 'idempotencyKey'>;

/**
 * Holds stock by name and without an order, for an aircraft on ground: 15 to 60 minutes, as long as the supplier grants. The order
 * that follows names the holds. Errors and key as `holdStock`; HoldNotGranted when the supplier wants an order first.
 * Throws Forbidden without order:place, BadInput.
 */
export async function holdByName(work: Work, given: HoldByNameInput): Promise<Result<HeldLine[], HoldFault>> {
  requirePermission(work, 'order:place');
  const { label, minutes, holderId } = checkInput(input, given);
  // Of the key, so that the same call names the same holder.
  const id = holderId ?? uuidOf(`hold ${given.idempotencyKey}`, work.actor.orgId);
  return holdStock(work, {
    holder: { kind: 'NAMED', id, label, minutes: minutes ?? null },
    lines: given.lines,
    idempotencyKey: given.idempotencyKey,
  });
}
