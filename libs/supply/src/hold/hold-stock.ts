import { z } from 'zod';
import { type DecimalText, type Fault, fail, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { checkInput, idempotencyKeyMax, requirePermission, rows, type Work } from '#libs/platform';
import { holderKinds } from './hold.entity.js';

/** Lines of one call at most: as many as a basket has. */
export const holdLinesMax = 500;

const line = z.strictObject({
  offerId: z.uuid(),
  /** Whose offer it is; found when absent. */
  supplierId: z.uuid().nullish(),
  /** In order units. */
  quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
  /** Whether less than that will do, because the rest may wait for the lead time. */
  partial: z.boolean().nullish(),
  /** Only at this place. */
  location: z.string().min(1).max(40).nullish(),
});

const input = z.strictObject({
  holder: z.strictObject({
    kind: z.enum(holderKinds),
    id: z.uuid(),
    label: z.string().trim().min(1).max(120).nullish(),
    /** How long; the supplier's grant when absent, and never longer than that. */
    minutes: z.number().int().min(1).max(43_200).nullish(),
  }),
  lines: z.array(line).min(1).max(holdLinesMax),
  idempotencyKey: z.string().min(1).max(idempotencyKeyMax),
});

export type HoldStockInput = z.input<typeof input>;

/** What was set aside for one line of the call. */
export interface HeldLine {
  holdId: string;
  /** Index of the line in the call. */
  line: number;
  held: DecimalText;
  expiresAt: Date;
}

export type HoldFault = Fault<
  'OutOfStock' | 'OfferWithdrawn' | 'PartnershipInactive' | 'IdempotencyMismatch' | 'HoldNotGranted' | 'TooManyHolds'
>;

interface Answer {
  line: number;
  outcome: keyof typeof faultOf | 'HELD';
  id: string | null;
  held: DecimalText;
  free: DecimalText;
  expires_at: Date | null;
}

const faultOf = {
  OUT_OF_STOCK: 'OutOfStock',
  WITHDRAWN: 'OfferWithdrawn',
  OFFER_UNKNOWN: 'OfferWithdrawn',
  NO_PARTNERSHIP: 'PartnershipInactive',
  MISMATCH: 'IdempotencyMismatch',
  NOT_GRANTED: 'HoldNotGranted',
  TOO_MANY: 'TooManyHolds',
} as const;

/**
 * Holds stock for the acting buyer until its supplier's grant for such a holder is over: all lines or, by the rollback of the
 * work, none. Two buyers never get the same unit; what the time of others is over for counts as free. Once per key: asked
 * again it gives the first answer, also after the hold has ended. An order that names the hold, or its basket, uses it up.
 * Errors, one per refused line with `path` to it: OutOfStock (`free` in its values), OfferWithdrawn (also when the buyer may not see it),
 * PartnershipInactive, HoldNotGranted, TooManyHolds (2,000 at once), IdempotencyMismatch. Throws Forbidden without basket:edit, BadInput.
 */
export async function holdStock(work: Work, given: HoldStockInput): Promise<Result<HeldLine[], HoldFault>> {
  requirePermission(work, 'basket:edit');
  const { holder, lines, idempotencyKey } = checkInput(input, given);
  const suppliers = await suppliersOf(work, lines);
  const asked = lines.map(({ offerId, supplierId, quantity, partial, location }, n) => ({
    line: n,
    offer: offerId,
    // Nobody's offer is refused as unknown, by the rules of whoever acts.
    supplier: supplierId ?? suppliers.get(offerId) ?? work.actor.orgId,
    quantity,
    partial: partial ?? false,
    location: location ?? undefined,
  }));
  const answers = await rows<Answer>(work, 'select * from supply.hold_stock($1, $2, $3)', [
    idempotencyKey,
    JSON.stringify(holder),
    JSON.stringify(asked),
  ]);
  const faults = answers.flatMap((answer): HoldFault[] => (answer.outcome === 'HELD' ? [] : [faultFor(answer, answer.outcome)]));
  if (faults.length > 0) return fail(...faults);
  return ok(
    answers
      .map(({ line, id, held, expires_at }) => ({ holdId: id ?? '', line, held, expiresAt: expires_at ?? work.now }))
      .sort((a, b) => a.line - b.line),
  );
}

function faultFor(answer: Answer, outcome: keyof typeof faultOf): HoldFault {
  return {
    code: faultOf[outcome],
    path: outcome === 'MISMATCH' ? ['idempotencyKey'] : ['lines', String(answer.line)],
    ...(outcome === 'OUT_OF_STOCK' ? { values: { free: answer.free, unit: null } } : {}),
  };
}

async function suppliersOf(
  work: Work,
  lines: readonly { offerId: string; supplierId?: string | null | undefined }[],
): Promise<Map<string, string>> {
  const open = lines.filter(({ supplierId }) => supplierId == null).map(({ offerId }) => offerId);
  if (open.length === 0) return new Map();
  const found = await rows<{ id: string; orgId: string }>(
    work,
    'select id, org_id as "orgId" from supply.offer where id = any ($1)',
    [open],
  );
  return new Map(found.map(({ id, orgId }) => [id, orgId]));
}
