import { ok, type Result } from '#libs/kernel';
import { affected, requirePermission, type Work } from '#libs/platform';
import { releaseHolder } from '#libs/supply';
import { lockBasket } from './basket.reader.js';

/** Throws a basket of the actor away with its lines and gives back what it holds. Throws NotFound for another's, Forbidden without basket:edit. */
export async function deleteBasket(work: Work, input: { basketId: string }): Promise<Result<string, never>> {
  requirePermission(work, 'basket:edit');
  const basket = await lockBasket(work, input.basketId);
  await releaseHolder(work, { id: basket.id });
  await affected(work, 'delete from procurement.basket where org_id = $1 and id = $2', [work.actor.orgId, basket.id]);
  return ok(basket.id);
}
