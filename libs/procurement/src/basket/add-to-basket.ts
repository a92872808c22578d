import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { add, type Fault, fail, isDecimal, isLocalDate, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { affected, BadInput, checkInput, requirePermission, type Work } from '#libs/platform';
import { orderText } from '../order/order-text.js';
import { lineRequirements } from '../placing/placing.input.js';
import { pricedLines } from '../placing/placing.reader.js';
import { type PricedLine } from '../placing/placing.rules.js';
import { consentLevels } from '../substitution/consent.js';
import type { FilledBasket } from './basket.entity.js';
import { lockBasket } from './basket.reader.js';
import { edited } from './basket.writer.js';

/** Lines of one basket at most; an order takes as many. */
export const basketLinesMax = 500;

const positive = z.string().refine(isPositiveDecimal, 'a decimal above zero');
const addInput = z.object({
  basketId: z.uuid(),
  lines: z
    .array(
      z.object({
        offerId: z.uuid(),
        quantity: positive,
        needBy: z.string().refine(isLocalDate, 'a date as CCYY-MM-DD').nullish(),
        note: orderText(500, 0).nullish(),
        ncnrAccepted: z.boolean().default(false),
        alternatesConsent: z.enum(consentLevels).default('NONE'),
        budgetAccepted: z.boolean().default(false),
        requires: lineRequirements.nullish(),
      }),
    )
    .min(1)
    .max(basketLinesMax),
});

export type AddToBasketFault = Fault<'OfferWithdrawn' | 'NoPrice' | 'BelowSmallestBreak' | 'BasketFull'>;

/**
 * Puts offers into a basket, each with the price that holds now; an offer that is in it already gets the quantity added.
 * What it requires of its units takes the place of what the line required. A quantity off the pack rule goes in as asked: the basket says the nearest ones and never changes a quantity by itself.
 * Errors, for all lines at once: OfferWithdrawn (also for offers the buyer may not see), NoPrice, BelowSmallestBreak, BasketFull (500 lines).
 * Throws NotFound for another's basket, Forbidden without basket:edit.
 */
export async function addToBasket(work: Work, raw: z.input<typeof addInput>): Promise<Result<FilledBasket, AddToBasketFault>> {
  requirePermission(work, 'basket:edit');
  const input = checkInput(addInput, raw);
  const basket = await lockBasket(work, input.basketId);
  const held = new Map(basket.lines.map((line) => [line.offerId, line.quantity]));
  const wanted = input.lines.map((line) => ({ ...line, quantity: add(line.quantity, held.get(line.offerId) ?? '0') }));
  const overflowing = wanted.findIndex((line) => !isDecimal(line.quantity));
  if (overflowing >= 0)
    throw new BadInput([
      { path: ['lines', String(overflowing), 'quantity'], message: 'With what is in the basket it is too much.' },
    ]);
  const priced = await pricedLines(work, wanted);
  const faults = priced.flatMap(lineFaults);
  if (new Set([...held.keys(), ...wanted.map((line) => line.offerId)]).size > basketLinesMax) {
    faults.push({ code: 'BasketFull', path: ['lines'], values: { most: basketLinesMax } });
  }
  if (faults.length > 0) return fail(...faults);

  const rows = input.lines.map((line, n) => rowOf(line, priced[n], basket.lines.length + n + 1));
  await affected(work, upsert, [work.actor.orgId, basket.id, JSON.stringify(merged(rows))]);
  return ok(await edited(work, basket.id));
}

function lineFaults(line: PricedLine): AddToBasketFault[] {
  const path = ['lines', String(line.n)];
  if (line.offerId === null || line.obstacles?.includes('WITHDRAWN'))
    return [{ code: 'OfferWithdrawn', path: [...path, 'offerId'] }];
  if (line.smallestBreak !== null && line.amount === null) {
    return [
      { code: 'BelowSmallestBreak', path: [...path, 'quantity'], values: { smallest: line.smallestBreak, unit: line.orderUnit } },
    ];
  }
  return line.amount === null ? [{ code: 'NoPrice', path }] : [];
}

function rowOf(line: z.output<typeof addInput>['lines'][number], priced: PricedLine | undefined, position: number) {
  if (!priced) throw new Error('a line without an answer');
  return {
    id: uuid(),
    position,
    supplier: priced.supplierId,
    offer: line.offerId,
    part: priced.partId,
    quantity: line.quantity,
    amount: priced.amount,
    currency: priced.currency,
    basis: priced.basis,
    unit: priced.priceUnit,
    orderUnit: priced.orderUnit,
    factorNum: priced.factorNum,
    factorDen: priced.factorDen,
    needBy: line.needBy ?? null,
    note: line.note ?? null,
    ncnr: line.ncnrAccepted,
    consent: line.alternatesConsent,
    budget: line.budgetAccepted,
    requires: line.requires ?? null,
  };
}

type Row = ReturnType<typeof rowOf>;

/** Lines of one call that name the same offer are one line: a row is upserted once per statement. */
function merged(rows: readonly Row[]): Row[] {
  const byOffer = new Map<string, Row>();
  for (const row of rows) {
    const known = byOffer.get(row.offer);
    byOffer.set(row.offer, known ? together(known, row) : row);
  }
  return [...byOffer.values()];
}

/** Two rows of one offer as the upsert puts one upon what is there: what only the first says stands. */
function together(known: Row, row: Row): Row {
  return {
    ...row,
    position: known.position,
    quantity: add(known.quantity, row.quantity),
    needBy: row.needBy ?? known.needBy,
    note: row.note ?? known.note,
    ncnr: known.ncnr || row.ncnr,
    consent: row.consent === 'NONE' ? known.consent : row.consent,
    budget: known.budget || row.budget,
    requires: row.requires ?? known.requires,
  };
}

const upsert = `insert into procurement.basket_line as b (org_id, basket_id, id, position, supplier_id, offer_id, part_id, quantity, seen_amount, seen_currency,
    seen_basis, seen_unit, seen_order_unit, seen_factor_num, seen_factor_den, need_by, note, ncnr_accepted, alternates_consent, budget_accepted, requires)
  select $1, $2, l.id, l.position, l.supplier, l.offer, l.part, l.quantity, l.amount, l.currency, l.basis, l.unit, l."orderUnit", l."factorNum", l."factorDen", l."needBy", l.note, l.ncnr, l.consent, l.budget, l.requires
  from jsonb_to_recordset($3) as l (id uuid, position integer, supplier uuid, offer uuid, part uuid, quantity numeric, amount numeric, currency text,
    basis numeric, unit text, "orderUnit" text, "factorNum" numeric, "factorDen" numeric, "needBy" date, note text, ncnr boolean, consent text, budget boolean, requires jsonb)
  on conflict (org_id, basket_id, supplier_id, offer_id) do update set quantity = b.quantity + excluded.quantity, seen_amount = excluded.seen_amount,
    seen_currency = excluded.seen_currency, seen_basis = excluded.seen_basis, seen_unit = excluded.seen_unit,
    seen_order_unit = excluded.seen_order_unit, seen_factor_num = excluded.seen_factor_num, seen_factor_den = excluded.seen_factor_den,
    need_by = coalesce(excluded.need_by, b.need_by), note = coalesce(excluded.note, b.note), ncnr_accepted = b.ncnr_accepted or excluded.ncnr_accepted,
    alternates_consent = case excluded.alternates_consent when 'NONE' then b.alternates_consent else excluded.alternates_consent end,
    budget_accepted = b.budget_accepted or excluded.budget_accepted, requires = coalesce(excluded.requires, b.requires)`;
