import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, onceByKey, requirePermission, type Work } from '#libs/platform';
import { type HoldFault, holdStock, releaseHolder } from '#libs/supply';
import type { FilledBasket } from '../basket/basket.entity.js';
import { basketById, lockBasket } from '../basket/basket.reader.js';
import { pricedLines } from '../placing/placing.reader.js';

const input = z.strictObject({
  basketId: z.uuid(),
  idempotencyKey: z.string().min(1).max(255),
});

export type HoldBasketFault = HoldFault | Fault<'EmptyBasket'>;

/**
 * Holds the stock of every line of a basket until the suppliers' grants are over; what the basket held before is held anew, for
 * the quantities of now, and nobody comes between. All lines or none: of an offer with a lead time what is there is held and the rest waits;
 * lines of which nothing is there hold nothing. Ordering the basket uses the holds up; taking a line out gives them back.
 * Errors, with `path` to the line: EmptyBasket and those of `holdStock`. Once per key. Throws NotFound for another's basket, Forbidden without basket:edit.
 */
export async function holdBasket(work: Work, raw: z.input<typeof input>): Promise<Result<FilledBasket, HoldBasketFault>> {
  requirePermission(work, 'basket:edit');
  const { basketId, idempotencyKey } = checkInput(input, raw);
  const basket = await lockBasket(work, basketId);
  const held = await onceByKey(work, { operation: 'holdBasket', key: idempotencyKey, request: { basketId } }, () =>
    holdLines(work, basket, idempotencyKey),
  );
  if (!held.ok) return held;
  return ok((await basketById(work, basket.id)) ?? basket);
}

async function holdLines(work: Work, basket: FilledBasket, key: string): Promise<Result<number, HoldBasketFault>> {
  if (basket.lines.length === 0) return fail({ code: 'EmptyBasket' as const, path: ['basketId'] });
  await releaseHolder(work, { id: basket.id });
  const priced = await pricedLines(work, basket.lines);
  const wanted = basket.lines.flatMap((line, index) => {
    const waits = priced[index]?.leadDays != null;
    const nothing = waits && Number(priced[index]?.free ?? 0) === 0;
    return nothing
      ? []
      : [{ index, line: { offerId: line.offerId, supplierId: line.supplierId, quantity: line.quantity, partial: waits } }];
  });
  if (wanted.length === 0) return ok(0);
  const held = await holdStock(work, {
    holder: { kind: 'BASKET', id: basket.id, label: null },
    lines: wanted.map(({ line }) => line),
    idempotencyKey: `basket ${basket.version} ${key}`.slice(0, 255),
  });
  if (held.ok) return ok(held.value.length);
  return fail(...held.errors.map((fault) => ({ ...fault, path: pathInBasket(fault.path, wanted) })));
}

/** `lines.<n>` of the call is another line of the basket when some were left out. */
function pathInBasket(path: readonly string[], wanted: readonly { index: number }[]): string[] {
  if (path[0] !== 'lines') return [...path];
  return ['lines', String(wanted[Number(path[1])]?.index ?? path[1]), ...path.slice(2)];
}
