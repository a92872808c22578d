import type { DecimalText, Fault } from '#libs/kernel';
import { fail, ok, type Result } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';

/** One order line that wants stock of an offer, in its order units. */
export interface StockClaim {
  /** Key of the order line at its buyer; the same key holds once. 1-255 characters. */
  line: string;
  supplierId: string;
  offerId: string;
  quantity: DecimalText;
  /** Whether the rest may wait for the offer's lead time. Default true. */
  backorder?: boolean;
  /** Holds of the buyer that this line uses up, at their places; what it does not take of them is free again. Foreign or ended ones are passed over. */
  holds?: readonly string[];
}

/** `held` is set aside now, `backordered` is promised for the lead time; together they are the quantity. */
export interface Reservation {
  line: string;
  held: DecimalText;
  backordered: DecimalText;
}

export type ReservationFault = Fault<'OutOfStock' | 'OfferWithdrawn' | 'PartnershipInactive' | 'IdempotencyMismatch'>;

interface Answer extends Reservation {
  outcome: 'HELD' | 'OUT_OF_STOCK' | 'WITHDRAWN' | 'OFFER_UNKNOWN' | 'NO_PARTNERSHIP' | 'MISMATCH';
  free: DecimalText;
}

const faultOf = {
  OUT_OF_STOCK: 'OutOfStock',
  WITHDRAWN: 'OfferWithdrawn',
  OFFER_UNKNOWN: 'OfferWithdrawn',
  NO_PARTNERSHIP: 'PartnershipInactive',
  MISMATCH: 'IdempotencyMismatch',
} as const;

/**
 * Holds stock for order lines of the acting buyer, all of them or, by the rollback of the work, none. Of a line beyond the free
 * stock the rest is promised for the lead time; an offer without a lead time sells from stock only. Two buyers never get the same unit.
 * Errors, one per refused line with `path` to it: OutOfStock (`free` in its values), OfferWithdrawn (also when the buyer may not
 * see it), PartnershipInactive, IdempotencyMismatch (the key holds something else).
 */
export async function reserveStock(work: Work, claims: readonly StockClaim[]): Promise<Result<Reservation[], ReservationFault>> {
  const asked = claims.map(({ line, supplierId, offerId, quantity, backorder, holds }) => ({
    line,
    supplier: supplierId,
    offer: offerId,
    quantity,
    backorder,
    holds,
  }));
  const answers = await rows<Answer>(work, 'select * from supply.reserve_stock($1)', [JSON.stringify(asked)]);
  const place = new Map(claims.map(({ line }, index) => [line, index]));
  const faults = answers.flatMap(({ outcome, line, free }): ReservationFault[] =>
    outcome === 'HELD'
      ? []
      : [
          {
            code: faultOf[outcome],
            path: ['lines', String(place.get(line))],
            ...(outcome === 'OUT_OF_STOCK' ? { values: { free } } : {}),
          },
        ],
  );
  if (faults.length > 0) return fail(...faults);
  const held = new Map(answers.map(({ line, held, backordered }) => [line, { line, held, backordered }]));
  return ok(claims.flatMap(({ line }) => held.get(line) ?? []));
}
