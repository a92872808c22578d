import type { DecimalText } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { askedLot, calendarsOf, type ExchangeTerms, fittingUnits, unitTermsOf } from '#libs/supply';
import type { PricedLine } from '../placing/placing.rules.js';
import { coreDueAt } from '../rotable/rotable.rules.js';
import type { BasketLine } from './basket.entity.js';

/** What stands beside the price of a basket line: the core that it makes its buyer owe, and the units that are as he wants them. */
export interface LineTerms {
  exchange: ExchangeTerms | null;
  /** When the core is due if the unit leaves as soon as it can; null: not sold in exchange. */
  coreDueAt: Date | null;
  /** Free units that are as the line wants them, in order units; null: none, or nothing is wanted of them. */
  fitting: DecimalText | null;
}

/** The terms of each line, in their order; most baskets ask one statement for it. */
export async function lineTerms(work: Work, lines: readonly { line: BasketLine; now: PricedLine }[]): Promise<LineTerms[]> {
  const terms = await unitTermsOf(
    work,
    lines.map(({ line }) => line.offerId),
  );
  const calendars = await calendarsOf(
    work,
    lines.flatMap(({ line }, n) => (terms[n]?.exchange ? [line.supplierId] : [])),
  );
  const fitting = await fittingUnits(
    work,
    lines.flatMap(({ line }, n) => {
      const want = askedLot(line.requires?.lots, line.needBy);
      return want ? [{ n, supplier: line.supplierId, offer: line.offerId, want }] : [];
    }),
  );
  return lines.map(({ line, now }, n) => {
    const exchange = terms[n]?.exchange ?? null;
    const calendar = calendars.get(line.supplierId) ?? null;
    const due = exchange && coreDueAt({ ...exchange, calendar }, leaving(work.now, now.earliest));
    return { exchange, coreDueAt: due, fitting: fitting.get(n) ?? null };
  });
}

/** The noon of the day on which the unit can leave, or now. */
function leaving(now: Date, earliest: string | null): Date {
  const day = earliest === null ? now : new Date(`${earliest}T12:00:00Z`);
  return day > now ? day : now;
}
