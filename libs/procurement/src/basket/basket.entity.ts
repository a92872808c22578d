import type { DecimalText, LocalDate } from '#libs/kernel';
import type { CoreSeen, LineRequirements } from '../placing/placing.input.js';
import type { AlternatesConsent } from '../substitution/consent.js';

/** A named basket of one member (or key) of a buyer. */
export interface Basket {
  orgId: string;
  id: string;
  ownerId: string;
  name: string;
  version: number;
  createdAt: Date;
  changedAt: Date;
  /** Lines whose offer was withdrawn, or is no longer shown to this buyer. */
  withdrawnCount: number;
}

/** One offer in a basket. `priceSeen` is what the buyer saw when he last looked; quantity in order units of the offer. */
export interface BasketLine {
  id: string;
  supplierId: string;
  offerId: string;
  partId: string;
  quantity: DecimalText;
  priceSeen: {
    amount: DecimalText;
    currency: string;
    basis: DecimalText;
    unit: string;
    orderUnit: string;
    factorNum: DecimalText;
    factorDen: DecimalText;
  };
  needBy: LocalDate | null;
  note: string | null;
  ncnrAccepted: boolean;
  /** How far the supplier may put another part in its place. */
  alternatesConsent: AlternatesConsent;
  budgetAccepted: boolean;
  /** What its units must be, and what papers must come with them; null: nothing was said. */
  requires: LineRequirements | null;
  /** The core that the buyer has seen he will owe; null: none. */
  coreSeen: CoreSeen | null;
}

/** A basket with its lines in the order they were put in. */
export interface FilledBasket extends Basket {
  lines: BasketLine[];
}
