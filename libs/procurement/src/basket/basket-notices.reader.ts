import { compare, type DecimalText } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { askedLot, type StockHold } from '#libs/supply';
import { sameCore } from '../core/exchange.rules.js';
import { heldOffers, pricedWithHold } from '../holding/held.rules.js';
import { pricedLines } from '../placing/placing.reader.js';
import { hasForeignCharge, type PricedLine, stillHolds } from '../placing/placing.rules.js';
import type { BasketLine } from './basket.entity.js';
import { type LineTerms, lineTerms } from './line-terms.reader.js';

/** What a buyer must know about a line before he orders it. */
export type BasketNotice =
  | 'OFFER_WITHDRAWN'
  | 'PRICE_CHANGED'
  | 'NO_PRICE'
  | 'BELOW_SMALLEST_BREAK'
  | 'QUANTITY_OFF_PACK'
  | 'OUT_OF_STOCK'
  | 'NCNR_NOT_ACCEPTED'
  | 'BUDGET_NOT_ACCEPTED'
  | 'CORE_NOT_ACCEPTED'
  | 'EXCHANGE_WITHDRAWN'
  | 'LOT_MISSING';

/** A basket line beside what holds now. */
export interface CheckedBasketLine extends LineTerms {
  line: BasketLine;
  now: PricedLine;
  notices: BasketNotice[];
  /** What the basket holds of it, in order units; null: nothing. */
  held: DecimalText | null;
  heldUntil: Date | null;
}

/**
 * Every line with its present price, pack rule and stock, its core and fitting units, what `holds` set aside for it, and the notices that follow.
 * Each is one statement for the whole basket.
 */
export async function checkedLines(
  work: Work,
  lines: readonly BasketLine[],
  holds: readonly StockHold[] = [],
): Promise<CheckedBasketLine[]> {
  if (lines.length === 0) return [];
  const priced = await pricedLines(work, lines);
  const offers = heldOffers(holds);
  const known = lines.flatMap((line, n) => {
    const now = priced[n] && pricedWithHold(priced[n], line.quantity, offers.get(line.offerId));
    return now ? [{ line, now }] : [];
  });
  const terms = await lineTerms(work, known);
  return known.flatMap(({ line, now }, n) => {
    const stated = terms[n];
    const hold = offers.get(line.offerId);
    if (!stated) return [];
    const notices = [...noticesOf(line, now), ...termNotices(line, now, stated)];
    return [{ ...stated, line, now, notices, held: hold?.held ?? null, heldUntil: hold?.until ?? null }];
  });
}

function noticesOf(line: BasketLine, now: PricedLine): BasketNotice[] {
  const obstacles = new Set((now.obstacles ?? '').split(' '));
  if (now.offerId === null || obstacles.has('WITHDRAWN')) return ['OFFER_WITHDRAWN'];
  const notices: BasketNotice[] = [];
  if (obstacles.has('BELOW_SMALLEST_BREAK')) notices.push('BELOW_SMALLEST_BREAK');
  else if (now.amount === null || hasForeignCharge(now)) notices.push('NO_PRICE');
  else if (!stillHolds(line.priceSeen, now)) notices.push('PRICE_CHANGED');
  if (obstacles.has('QUANTITY_OFF_PACK')) notices.push('QUANTITY_OFF_PACK');
  if (obstacles.has('OUT_OF_STOCK')) notices.push('OUT_OF_STOCK');
  if (obstacles.has('BUDGET_PRICE') && !line.budgetAccepted) notices.push('BUDGET_NOT_ACCEPTED');
  if (now.ncnr && !line.ncnrAccepted) notices.push('NCNR_NOT_ACCEPTED');
  return notices;
}

/** Nothing is said of the terms of an offer that is gone. */
function termNotices(line: BasketLine, now: PricedLine, { exchange, fitting }: LineTerms): BasketNotice[] {
  if (now.offerId === null || now.obstacles?.split(' ').includes('WITHDRAWN')) return [];
  const notices: BasketNotice[] = [];
  if (exchange && !sameCore(line.coreSeen, exchange)) notices.push('CORE_NOT_ACCEPTED');
  if (!exchange && line.coreSeen) notices.push('EXCHANGE_WITHDRAWN');
  if (askedLot(line.requires?.lots) && compare(fitting ?? '0', line.quantity) < 0) notices.push('LOT_MISSING');
  return notices;
}
