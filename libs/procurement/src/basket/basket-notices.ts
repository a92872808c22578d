import { rows, type Work } from '#libs/platform';
import { pricedLines } from '../placing/placing.reader.js';
import { type PricedLine, samePrice } from '../placing/placing.rules.js';
import type { BasketLine } from './basket.entity.js';

/** What a buyer must know about a line before he orders it. */
export type BasketNotice =
  | 'OFFER_WITHDRAWN'
  | 'PRICE_CHANGED'
  | 'NO_PRICE'
  | 'BELOW_SMALLEST_BREAK'
  | 'QUANTITY_OFF_PACK'
  | 'OUT_OF_STOCK'
  | 'NCNR_NOT_ACCEPTED';

/** A basket line beside what holds now. */
export interface CheckedBasketLine {
  line: BasketLine;
  now: PricedLine;
  notices: BasketNotice[];
}

/** Every line with its present price, pack rule and stock, and the notices that follow; one statement for the whole basket. */
export async function checkedLines(work: Work, lines: readonly BasketLine[]): Promise<CheckedBasketLine[]> {
  if (lines.length === 0) return [];
  const priced = await pricedLines(work, lines);
  return lines.flatMap((line, n) => {
    const now = priced[n];
    return now ? [{ line, now, notices: noticesOf(line, now) }] : [];
  });
}

/** How many lines of the actor's baskets name an offer that is gone: for the work list. */
export async function withdrawnInBaskets(
  work: Work,
  ownerId: string,
): Promise<{ basketId: string; name: string; count: number }[]> {
  return rows(
    work,
    `select b.id as "basketId", b.name, count(*)::integer as count from procurement.basket b
     join procurement.basket_line l on l.org_id = b.org_id and l.basket_id = b.id
     left join supply.offer o on o.org_id = l.supplier_id and o.id = l.offer_id and o.status = 'ACTIVE'
     where b.org_id = $1 and b.owner_id = $2 and o.id is null group by b.id, b.name order by b.name limit 20`,
    [work.actor.orgId, ownerId],
  );
}

function noticesOf(line: BasketLine, now: PricedLine): BasketNotice[] {
  const obstacles = new Set((now.obstacles ?? '').split(' '));
  if (now.offerId === null || obstacles.has('WITHDRAWN')) return ['OFFER_WITHDRAWN'];
  const notices: BasketNotice[] = [];
  if (obstacles.has('BELOW_SMALLEST_BREAK')) notices.push('BELOW_SMALLEST_BREAK');
  else if (now.amount === null) notices.push('NO_PRICE');
  else if (!samePrice(line.priceSeen, { amount: now.amount, basis: now.basis, currency: now.currency }))
    notices.push('PRICE_CHANGED');
  if (obstacles.has('QUANTITY_OFF_PACK')) notices.push('QUANTITY_OFF_PACK');
  if (obstacles.has('OUT_OF_STOCK')) notices.push('OUT_OF_STOCK');
  if (now.ncnr && !line.ncnrAccepted) notices.push('NCNR_NOT_ACCEPTED');
  return notices;
}
