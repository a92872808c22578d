import { affected, NotFound, type Work } from '#libs/platform';
import type { FilledBasket } from './basket.entity.js';
import { basketById } from './basket.reader.js';

/** Takes every line out of a locked basket, after they were ordered. */
export async function emptyBasket(work: Work, basketId: string): Promise<void> {
  await affected(work, 'delete from procurement.basket_line where org_id = $1 and basket_id = $2', [work.actor.orgId, basketId]);
  await affected(work, touch, [work.actor.orgId, basketId]);
}

/** Counts an edit of a locked basket and gives it as it then is. */
export async function edited(work: Work, basketId: string): Promise<FilledBasket> {
  await affected(work, touch, [work.actor.orgId, basketId]);
  const basket = await basketById(work, basketId);
  if (!basket) throw new NotFound('basket');
  return basket;
}

const touch =
  'update procurement.basket set version = version + 1, changed_at = transaction_timestamp() where org_id = $1 and id = $2';
