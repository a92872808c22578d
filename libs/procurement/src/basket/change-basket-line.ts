import { z } from 'zod';
import { type Fault, fail, isLocalDate, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { affected, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';
import { unitTermsOf } from '#libs/supply';
import { sameCore } from '../core/exchange.rules.js';
import { orderText } from '../order/order-text.js';
import { type CoreSeen, exchangeSeen, lineRequirements } from '../placing/placing.input.js';
import { pricedLines } from '../placing/placing.reader.js';
import { consentLevels } from '../substitution/consent.js';
import type { BasketLine, FilledBasket } from './basket.entity.js';
import { lockBasket } from './basket.reader.js';
import { edited } from './basket.writer.js';

const changeInput = z.object({
  basketId: z.uuid(),
  lineId: z.uuid(),
  quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero').nullish(),
  /** null takes the date away; absent leaves it. */
  needBy: z.string().refine(isLocalDate, 'a date as CCYY-MM-DD').nullable().optional(),
  note: orderText(500, 0).nullable().optional(),
  ncnrAccepted: z.boolean().nullish(),
  alternatesConsent: z.enum(consentLevels).nullish(),
  budgetAccepted: z.boolean().nullish(),
  /** Takes the price that holds now as seen. */
  acceptPrice: z.boolean().default(false),
  /** null: its units may be as they are; absent leaves what was said. */
  requires: lineRequirements.nullable().optional(),
  /** Takes the core that the offer makes the buyer owe as seen: the one of `exchangeSeen`, or that it is none. */
  acceptCore: z.boolean().default(false),
  exchangeSeen: exchangeSeen.nullish(),
});
type Change = z.output<typeof changeInput>;

type CoreFault = Fault<'ExchangeTermsNotSeen' | 'ExchangeWithdrawn'>;
export type ChangeBasketLineFault = Fault<'OfferWithdrawn' | 'NoPrice'> | CoreFault;

/**
 * Changes quantity, date, note, ticks or requirements of one basket line. A changed quantity, or `acceptPrice`, takes over the price that
 * holds now, `acceptCore` the terms of exchange that were seen.
 * Errors: ExchangeTermsNotSeen and ExchangeWithdrawn when they are others by now, OfferWithdrawn (withdrawn when a price is needed, or no longer shown to the buyer), NoPrice (also below the smallest break) when a price is needed. Throws NotFound, Forbidden without basket:edit.
 */
export async function changeBasketLine(
  work: Work,
  raw: z.input<typeof changeInput>,
): Promise<Result<FilledBasket, ChangeBasketLineFault>> {
  requirePermission(work, 'basket:edit');
  const input = checkInput(changeInput, raw);
  const basket = await lockBasket(work, input.basketId);
  const line = basket.lines.find((l) => l.id === input.lineId);
  if (!line) throw new NotFound('basket line');

  const next = {
    quantity: input.quantity ?? line.quantity,
    needBy: input.needBy === undefined ? line.needBy : input.needBy,
    note: input.note === undefined ? line.note : input.note,
  };
  let seen = line.priceSeen;
  const pricing = input.quantity != null || input.acceptPrice;
  const [priced] = await pricedLines(work, [{ offerId: line.offerId, ...next }]);
  // An offer that is no longer shown to the buyer leaves a line that can only be taken out; a withdrawn one keeps its note.
  if (!priced?.offerId || (pricing && priced.obstacles?.includes('WITHDRAWN')))
    return fail({ code: 'OfferWithdrawn' as const, path: ['lineId'] });
  if (pricing) {
    if (priced.amount === null) return fail({ code: 'NoPrice' as const, path: ['quantity'] });
    const { amount, currency, basis, priceUnit: unit, orderUnit, factorNum, factorDen } = priced;
    seen = { amount, currency, basis, unit, orderUnit, factorNum, factorDen };
  }
  const requires = input.requires === undefined ? line.requires : input.requires;
  const core = input.acceptCore ? await seenCore(work, line.offerId, input.exchangeSeen ?? null) : ok(line.coreSeen);
  if (!core.ok) return core;
  await write(work, line, { ...input, ...next, seen, requires, coreSeen: core.value });
  return ok(await edited(work, basket.id));
}

/** The core that was seen, if it is still the one that the offer makes its buyer owe. */
async function seenCore(work: Work, offerId: string, seen: CoreSeen | null): Promise<Result<CoreSeen | null, CoreFault>> {
  const [terms] = await unitTermsOf(work, [offerId]);
  const path = ['exchangeSeen'];
  if (!terms?.exchange) return seen === null ? ok(null) : fail({ code: 'ExchangeWithdrawn', path });
  if (sameCore(seen, terms.exchange)) return ok(seen);
  const { version, coreValue, currency, coreDays } = terms.exchange;
  return fail({ code: 'ExchangeTermsNotSeen', path, values: { version, coreValue, currency, coreDays } });
}

type Changed = Pick<BasketLine, 'quantity' | 'needBy' | 'note' | 'requires' | 'coreSeen'> &
  Pick<Change, 'ncnrAccepted' | 'alternatesConsent' | 'budgetAccepted'> & { seen: BasketLine['priceSeen'] };

async function write(work: Work, line: BasketLine, changed: Changed): Promise<void> {
  const { seen, requires, coreSeen } = changed;
  await affected(
    work,
    `update procurement.basket_line set quantity = $3, need_by = $4, note = $5, ncnr_accepted = $6, seen_amount = $7, seen_currency = $8, seen_basis = $9, seen_unit = $10,
       seen_order_unit = $11, seen_factor_num = $12, seen_factor_den = $13, alternates_consent = $14, budget_accepted = $15, requires = $16, core_seen = $17
     where org_id = $1 and id = $2`,
    [
      work.actor.orgId,
      line.id,
      changed.quantity,
      changed.needBy,
      changed.note,
      changed.ncnrAccepted ?? line.ncnrAccepted,
      seen.amount,
      seen.currency,
      seen.basis,
      seen.unit,
      seen.orderUnit,
      seen.factorNum,
      seen.factorDen,
      changed.alternatesConsent ?? line.alternatesConsent,
      changed.budgetAccepted ?? line.budgetAccepted,
      requires && JSON.stringify(requires),
      coreSeen && JSON.stringify(coreSeen),
    ],
  );
}
