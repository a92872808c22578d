import { ok, type Result } from '#libs/kernel';
import { affected, NotFound, requirePermission, type Work } from '#libs/platform';
import { releaseHolder } from '#libs/supply';
import type { FilledBasket } from './basket.entity.js';
import { lockBasket } from './basket.reader.js';
import { edited } from './basket.writer.js';

/** Takes one line out of a basket of the actor and gives back what is held for it. Throws NotFound for an absent line or another's basket, Forbidden without basket:edit. */
export async function removeBasketLine(
  work: Work,
  input: { basketId: string; lineId: string },
): Promise<Result<FilledBasket, never>> {
  requirePermission(work, 'basket:edit');
  const basket = await lockBasket(work, input.basketId);
  const gone = await affected(
    work,
    'delete from procurement.basket_line where org_id = $1 and basket_id = $2 and id::text = $3',
    [work.actor.orgId, basket.id, input.lineId.toLowerCase()],
  );
  const line = basket.lines.find(({ id }) => id === input.lineId.toLowerCase());
  if (line) await releaseHolder(work, { id: basket.id, offerIds: [line.offerId] });
  if (gone === 0) throw new NotFound('basket line');
  return ok(await edited(work, basket.id));
}
