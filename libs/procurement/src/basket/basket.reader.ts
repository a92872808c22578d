import { NotFound, one, rows, type Work } from '#libs/platform';
import { basketOwner } from './basket.access.js';
import type { Basket, FilledBasket } from './basket.entity.js';

const columns = `b.org_id as "orgId", b.id, b.owner_id as "ownerId", b.name, b.version, b.created_at as "createdAt", b.changed_at as "changedAt",
  (select count(*)::integer from procurement.basket_line l left join supply.offer o on o.org_id = l.supplier_id and o.id = l.offer_id and o.status = 'ACTIVE'
   where l.org_id = b.org_id and l.basket_id = b.id and o.id is null) as "withdrawnCount"`;
const linesJson = `coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'supplierId', l.supplier_id, 'offerId', l.offer_id, 'partId', l.part_id,
    'quantity', l.quantity::text, 'priceSeen', jsonb_build_object('amount', l.seen_amount::text, 'currency', l.seen_currency, 'basis', l.seen_basis::text, 'unit', l.seen_unit,
      'orderUnit', l.seen_order_unit, 'factorNum', l.seen_factor_num::text, 'factorDen', l.seen_factor_den::text),
    'needBy', l.need_by, 'note', l.note, 'ncnrAccepted', l.ncnr_accepted, 'alternatesConsent', l.alternates_consent, 'budgetAccepted', l.budget_accepted,
    'requires', l.requires, 'coreSeen', l.core_seen) order by l.position, l.id)
  from procurement.basket_line l where l.org_id = b.org_id and l.basket_id = b.id), '[]') as lines`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The actor's baskets by name, at most 100. */
export async function baskets(work: Work): Promise<FilledBasket[]> {
  return rows<FilledBasket>(
    work,
    `select ${columns}, ${linesJson} from procurement.basket b where b.org_id = $1 and b.owner_id = $2 order by b.name limit 100`,
    [work.actor.orgId, basketOwner(work)],
  );
}

/** One basket of the actor with its lines; undefined when it is absent or somebody else's. */
export async function basketById(work: Work, id: string): Promise<FilledBasket | undefined> {
  if (!uuid.test(id)) return undefined;
  return one<FilledBasket>(
    work,
    `select ${columns}, ${linesJson} from procurement.basket b where b.org_id = $1 and b.id = $2 and b.owner_id = $3`,
    [work.actor.orgId, id, basketOwner(work)],
  );
}

/** The basket, locked until the end of the work. Throws NotFound when it is absent or somebody else's. */
export async function lockBasket(work: Work, id: string): Promise<FilledBasket> {
  if (!uuid.test(id)) throw new NotFound('basket');
  const locked = await one<Basket>(
    work,
    `select b.id from procurement.basket b where b.org_id = $1 and b.id = $2 and b.owner_id = $3 for update`,
    [work.actor.orgId, id, basketOwner(work)],
  );
  const basket = locked && (await basketById(work, id));
  if (!basket) throw new NotFound('basket');
  return basket;
}
