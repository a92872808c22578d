import { add, compare, type DecimalText } from '#libs/kernel';
import type { StockHold } from '#libs/supply';
import type { PlacedLine, PricedLine } from '../placing/placing.rules.js';

/** What a buyer holds of one offer: how much together, and until when the first of it. */
export interface HeldOffer {
  holdIds: string[];
  held: DecimalText;
  until: Date;
}

/** Holds by their offer. */
export function heldOffers(holds: readonly StockHold[]): Map<string, HeldOffer> {
  const byOffer = new Map<string, HeldOffer>();
  for (const { id, offerId, held, expiresAt } of holds) {
    const known = byOffer.get(offerId);
    byOffer.set(offerId, {
      holdIds: [...(known?.holdIds ?? []), id],
      held: add(known?.held ?? '0', held),
      until: known && known.until < expiresAt ? known.until : expiresAt,
    });
  }
  return byOffer;
}

/** The offer as it is for whoever holds part of it: what he holds is there for him, though it is free for nobody. */
export function pricedWithHold(priced: PricedLine, quantity: DecimalText, hold: HeldOffer | undefined): PricedLine {
  if (!hold || !priced.obstacles?.includes('OUT_OF_STOCK')) return priced;
  if (compare(add(priced.free ?? '0', hold.held), quantity) < 0) return priced;
  const obstacles = priced.obstacles.split(' ').filter((code) => code !== 'OUT_OF_STOCK');
  return { ...priced, obstacles: obstacles.join(' ') || null };
}

/** Lines with the holds that they use up. Of several lines of one offer the first takes its holds, as the database does. */
export function linesWithHolds(lines: readonly PlacedLine[], holds: readonly StockHold[]): PlacedLine[] {
  const offers = heldOffers(holds);
  return lines.map((line) => {
    const hold = offers.get(line.asked.offerId);
    if (!hold) return line;
    offers.delete(line.asked.offerId);
    return { ...line, priced: pricedWithHold(line.priced, line.asked.quantity, hold), holds: hold.holdIds };
  });
}
