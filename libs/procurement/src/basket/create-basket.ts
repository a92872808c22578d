import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { orderText } from '../order/order-text.js';
import { basketOwner } from './basket.access.js';
import type { FilledBasket } from './basket.entity.js';
import { edited } from './basket.writer.js';

/** Baskets one member may keep at once. */
export const basketsMax = 50;

const createInput = z.object({ name: orderText(80) });

/** Opens an empty basket under a name that is the member's only one. Errors: BasketNameTaken, TooManyBaskets (50). Throws Forbidden without basket:edit. */
export async function createBasket(
  work: Work,
  raw: z.input<typeof createInput>,
): Promise<Result<FilledBasket, Fault<'BasketNameTaken' | 'TooManyBaskets'>>> {
  requirePermission(work, 'basket:edit');
  const { name } = checkInput(createInput, raw);
  const owner = basketOwner(work);
  const counted = await one<{ count: number }>(
    work,
    'select count(*)::integer as count from procurement.basket where org_id = $1 and owner_id = $2',
    [work.actor.orgId, owner],
  );
  if ((counted?.count ?? 0) >= basketsMax)
    return fail({ code: 'TooManyBaskets' as const, path: [], values: { most: basketsMax } });
  const id = uuid();
  const made = await affected(
    work,
    'insert into procurement.basket (org_id, id, owner_id, name) values ($1, $2, $3, $4) on conflict (org_id, owner_id, name) do nothing',
    [work.actor.orgId, id, owner, name],
  );
  if (made === 0) return fail({ code: 'BasketNameTaken' as const, path: ['name'], values: { name } });
  return ok(await edited(work, id));
}
