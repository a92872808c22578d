import { type DecimalText, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import type { WholeOrder } from '../order/order.entity.js';
import { ordersByIds } from '../order/order.reader.js';
import { placeOnce } from './place-order.js';
import { type PlaceOrderInput, placeOrderInput } from './placing.input.js';
import type { OfferCharge, PlacedLine, PlacingFault } from './placing.rules.js';

/** A line at a price that was awarded: the bid's own, whatever the offer says. */
export interface AwardedLine {
  offerId: string;
  quantity: DecimalText;
  needBy: string | null;
  note: string | null;
  price: { amount: DecimalText; basis: DecimalText; currency: string; unit: string };
  /** Price units in one order unit. */
  factor: { numerator: DecimalText; denominator: DecimalText };
  leadDays: number | null;
  /** What the bid asks for the whole line on top. */
  charges: { code: string; amount: DecimalText }[];
}

export interface PlaceAwardedInput extends Pick<PlaceOrderInput, 'shipTo' | 'billTo' | 'costReference' | 'note'> {
  lines: AwardedLine[];
  /** As the bid has them. */
  paymentTerms: string;
  deliveryTerms: Record<string, unknown>;
  /** Whether the buyer takes that what cannot be cancelled or sent back is bought so. */
  ncnrAccepted: boolean;
}

/** What supply says of the price does not hold here: the bid does. What it says of stock, packs and withdrawal still does. */
const ofPrice = new Set(['NOT_YET_VALID', 'EXPIRED', 'BELOW_SMALLEST_BREAK', 'NO_PRICE', 'QUOTE_ONLY', 'BUDGET_PRICE']);

/**
 * Places orders at awarded prices, one per supplier and currency, on the bid's terms of payment and delivery, with everything else as `placeOrder` has it: stock, gate, certificates, consent to what cannot be cancelled. For
 * verbs of upper rooms, within their own idempotency. Errors: those of placeOrder. Throws Forbidden without order:place, BadInput.
 */
export async function placeAwarded(work: Work, given: PlaceAwardedInput): Promise<Result<WholeOrder[], PlacingFault>> {
  requirePermission(work, 'order:place');
  const { lines, paymentTerms, deliveryTerms, ncnrAccepted, ...rest } = given;
  const asked = lines.map(({ offerId, quantity, needBy, note, price, factor }) => ({
    offerId,
    quantity,
    needBy,
    note,
    priceSeen: { ...price, factorNum: factor.numerator, factorDen: factor.denominator },
    ncnrAccepted,
  }));
  const input = checkInput(placeOrderInput, { ...rest, idempotencyKey: 'awarded', lines: asked });
  const placed = await placeOnce(work, input, {
    priced: (answered) => answered.map((line) => awarded(line, lines[line.index])),
    terms: { paymentTerms, deliveryTerms },
  });
  return placed.ok ? ok(await ordersByIds(work, placed.value)) : placed;
}

function awarded(line: PlacedLine, terms: AwardedLine | undefined): PlacedLine {
  if (!terms || line.priced.offerId === null) return line;
  const { amount, basis, currency, unit } = terms.price;
  const obstacles = (line.priced.obstacles ?? '').split(' ').filter((code) => code !== '' && !ofPrice.has(code));
  const charges = terms.charges.map(
    ({ code, amount: charge }): OfferCharge => ({ code, amount: charge, currency, per: 'LINE', applies: 'ALWAYS' }),
  );
  const priced = {
    ...line.priced,
    amount,
    basis,
    currency,
    priceUnit: unit,
    factorNum: terms.factor.numerator,
    factorDen: terms.factor.denominator,
    leadDays: terms.leadDays ?? line.priced.leadDays,
    lineAmount: null,
    agreementId: null,
    smallestBreak: null,
    charges,
    obstacles: obstacles.length > 0 ? obstacles.join(' ') : null,
  };
  return { ...line, priced, source: 'AWARD' };
}
