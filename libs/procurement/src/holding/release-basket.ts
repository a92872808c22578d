import { z } from 'zod';
import { ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { releaseHolder } from '#libs/supply';
import type { FilledBasket } from '../basket/basket.entity.js';
import { lockBasket } from '../basket/basket.reader.js';

const input = z.strictObject({ basketId: z.uuid() });

/** Gives back what a basket of the actor holds; its lines stay. Asked again there is nothing left. Throws NotFound for another's basket, Forbidden without basket:edit. */
export async function releaseBasket(work: Work, raw: z.input<typeof input>): Promise<Result<FilledBasket, never>> {
  requirePermission(work, 'basket:edit');
  const basket = await lockBasket(work, checkInput(input, raw).basketId);
  await releaseHolder(work, { id: basket.id });
  return ok(basket);
}
