/**
 * A way to pay. `code` is UNCL 4461 (30 credit transfer, 58 SEPA, 59 SEPA direct debit, 48 card, 49 direct debit, 10 cash).
 * Source: EN 16931-1, BG-16 to BG-19.
 */
export interface PaymentMeans {
  code: string;
  text?: string;
  /** What the payer shall quote (BT-83). */
  reference?: string;
  /** Where to pay to: IBAN or national number, its name, the bank's BIC. */
  account?: { number?: string; name?: string; bank?: string };
  /** `number` holds at most the first six and last four digits; a codec never keeps a whole card number. */
  card?: { number?: string; holder?: string };
  /** Direct debit: the mandate (BT-89) and the account to be debited (BT-91). */
  mandate?: string;
  debitedAccount?: string;
}

/** When to pay. `netDays` counts calendar days from the invoice's day; `note` says it in words (BT-20) and holds what the rest cannot. */
export interface PaymentTerms {
  note?: string;
  code?: string;
  netDays?: string;
  discounts: PaymentDiscount[];
}

/** A deduction for paying early: `percent` or `amount` within `days` of the invoice's day, or until a day. */
export interface PaymentDiscount {
  percent?: string;
  amount?: string;
  days?: string;
  until?: string;
}
