import { z } from 'zod';
import { type DecimalText, type Fault, fail, isDecimal, isNegative, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';

/** Why a quantity is corrected. */
export const correctionReasons = ['COUNT', 'RECEIPT', 'RETURN', 'DAMAGE', 'LOSS', 'SCRAP', 'OTHER'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

const decimal = (text: string): boolean => isDecimal(text);
const line = z
  .strictObject({
    offerId: z.uuid(),
    location: z.string().trim().min(1).max(40),
    /** What is there, in order units; or say `delta`. */
    quantity: z
      .string()
      .refine((text) => decimal(text) && !isNegative(text), 'a decimal not below zero')
      .nullish(),
    /** What came (above zero) or went. */
    delta: z.string().refine(decimal, 'a decimal').nullish(),
    reason: z.enum(correctionReasons),
    note: z.string().trim().min(1).max(500).nullish(),
  })
  .refine((given) => (given.quantity == null) !== (given.delta == null), 'give quantity or delta, not both')
  .refine((given) => given.reason !== 'OTHER' || given.note != null, 'the reason OTHER needs a note');

const input = z.strictObject({
  lines: z
    .array(line)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map(placeOf)).size === lines.length, 'each offer and location once'),
  idempotencyKey: z.string().min(1).max(200),
});

function placeOf({ offerId, location }: { offerId: string; location: string }): string {
  return `${offerId} ${location}`;
}

export type CorrectStockInput = z.input<typeof input>;
export type CorrectionFault = Fault<'StockOfferUnknown' | 'StockBelowZero'>;

/** A quantity after its correction. */
export interface CorrectedStock {
  offerId: string;
  location: string;
  quantity: DecimalText;
  reserved: DecimalText;
}

/**
 * Corrects quantities of the acting supplier, each with a reason that its ledger keeps; all lines or none. Counts as made now, so
 * an older report changes nothing any more. What is held stays held, also when less than that is left. Once per key, offer and place.
 * Errors, with `path` to the line: StockOfferUnknown, StockBelowZero (`quantity` says what is there). Throws Forbidden without stock:write, BadInput.
 */
export async function correctStock(work: Work, given: CorrectStockInput): Promise<Result<CorrectedStock[], CorrectionFault>> {
  requirePermission(work, 'stock:write');
  const { lines, idempotencyKey } = checkInput(input, given);
  await keepShown(work);
  const asked = lines.map(({ offerId, ...rest }, n) => ({
    ...rest,
    n,
    offer: offerId,
    // The ledger keeps a reference once for each place, and many offers lie at one place.
    reference: `correction:${idempotencyKey}:${offerId}`,
  }));
  const answers = await rows<{ n: number; outcome: string; quantity: string | null; reserved: string | null }>(
    work,
    'select * from supply.correct_stock($1, $2)',
    [JSON.stringify(asked), work.actor.kind === 'user' ? work.actor.memberId : null],
  );
  const faults = answers.flatMap(({ n, outcome, quantity }): CorrectionFault[] => {
    const path = ['lines', String(n)];
    if (outcome === 'OFFER_UNKNOWN') return [{ code: 'StockOfferUnknown', path: [...path, 'offerId'] }];
    return outcome === 'BELOW_ZERO' ? [{ code: 'StockBelowZero', path: [...path, 'delta'], values: { quantity } }] : [];
  });
  if (faults.length > 0) return fail(...faults);
  await audit(work, { action: 'stock:write', subject: `stock-correction:${idempotencyKey}`, detail: { lines: lines.length } });
  return ok(
    answers
      .sort((a, b) => a.n - b.n)
      .map(({ n, quantity, reserved }) => ({
        offerId: lines[n]?.offerId ?? '',
        location: lines[n]?.location ?? '',
        quantity: quantity ?? '0',
        reserved: reserved ?? '0',
      })),
  );
}
