import { NotFound, one, rows, type Work } from '#libs/platform';
import type { Order, OrderPrivate, WholeOrder } from './order.entity.js';

/** Columns of the header as the room's words; every query over purchase_order aliases it `o`. */
export const orderColumns = `o.org_id as "orgId", o.id, o.counterparty_id as "counterpartyId", o.number, o.supplier_number as "supplierNumber", o.currency,
  o.status, o.channel, o.ship_to as "shipTo", o.bill_to as "billTo", o.delivery_terms as "deliveryTerms", o.payment_terms as "paymentTerms",
  o.agreement_id as "agreementId", o.requested_delivery as "requestedDelivery", o.note, o.charges, o.charges_total as "chargesTotal", o.total,
  o.live_total as "liveTotal", o.placed_at as "placedAt", o.acknowledged_at as "acknowledgedAt", o.answered_at as "answeredAt", o.version`;

// Decimals travel through JSON as text: a JSON number would be read as a binary float.
const price = (amount: string, basis: string): string =>
  `case when ${amount} is not null then jsonb_build_object('amount', ${amount}::text, 'basis', ${basis}::text) end`;
const scheduleJson = `jsonb_build_object('id', s.id, 'lineId', s.line_id, 'quantity', s.quantity::text, 'status', s.status, 'base', s.base, 'shipOn', s.ship_on,
  'deliverOn', s.deliver_on, 'price', ${price('s.price_amount', 's.price_basis')}, 'substitute', s.substitute, 'proposal', s.proposal,
  'request', s.request, 'reason', s.reason, 'rawStatus', s.raw_status)`;
const lineJson = `jsonb_build_object('id', l.id, 'position', l.position, 'number', l.number, 'partId', l.part_id, 'offerId', l.offer_id,
  'supplierPart', l.supplier_part, 'buyerPart', l.buyer_part, 'manufacturer', l.manufacturer, 'manufacturerCode', l.manufacturer_code,
  'manufacturerPart', l.manufacturer_part, 'description', l.description, 'quantity', l.quantity::text, 'orderUnit', l.order_unit, 'rawUnit', l.raw_unit,
  'priceAmount', l.price_amount::text, 'priceBasis', l.price_basis::text, 'priceUnit', l.price_unit, 'factorNum', l.factor_num::text,
  'factorDen', l.factor_den::text, 'priceSource', l.price_source, 'lineAmount', l.line_amount::text, 'liveAmount', l.live_amount::text,
  'charges', l.charges, 'minimum', l.minimum::text, 'multiple', l.multiple::text, 'ncnr', l.ncnr, 'returnableDays', l.returnable_days, 'cancelDays', l.cancel_days, 'priceType', l.price_type,
  'leadDays', l.lead_days, 'needBy', l.need_by, 'revision', l.revision, 'note', l.note, 'requires', l.requires, 'alternatesConsent', coalesce((select c.level from procurement.alternates_consent c
    where c.org_id = l.org_id and c.order_id = l.order_id and c.line_id = l.id), 'NONE'), 'reserved', l.reserved::text, 'schedules',
  (select jsonb_agg(${scheduleJson} order by coalesce(s.ship_on, s.deliver_on) nulls last, s.id) from procurement.schedule_line s
   where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id))`;
// What a partner wrote in each line of an answer stays in the log: read with every order it could grow beyond any bound.
const wholeColumns = `${orderColumns},
  (select jsonb_agg(${lineJson} order by l.position, l.id) from procurement.order_line l where l.org_id = o.org_id and l.order_id = o.id) as lines,
  (select jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind, 'actorOrg', e.actor_org, 'actorMember', e.actor_member, 'channel', e.channel,
     'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'messageId', e.message_id, 'messageHash', e.message_hash, 'detail', e.detail - 'lines' - 'answers') order by e.seq)
   from procurement.order_event e where e.org_id = o.org_id and e.order_id = o.id) as events`;

/** Whole orders by id with lines, schedule lines and timeline in one statement, in the order asked for; what is absent or foreign is left out. At most 500. */
export async function ordersByIds(work: Pick<Work, 'tx' | 'actor'>, ids: readonly string[]): Promise<WholeOrder[]> {
  if (ids.length === 0) return [];
  return rows<WholeOrder>(
    work,
    `select ${wholeColumns} from procurement.purchase_order o
     where o.id = any ($1) and (o.org_id = $2 or o.counterparty_id = $2) order by array_position($1::uuid[], o.id)`,
    [ids.slice(0, 500), work.actor.orgId],
  );
}

/** One whole order, or undefined when it is absent or not the actor's. */
export async function orderById(work: Pick<Work, 'tx' | 'actor'>, id: string): Promise<WholeOrder | undefined> {
  return (await ordersByIds(work, [id]))[0];
}

/** Everything a document about the order needs, as either party may see it: for exchange. Throws NotFound. */
export async function orderForExchange(work: Work, id: string): Promise<WholeOrder> {
  const order = await orderById(work, id);
  if (!order) throw new NotFound('order');
  return order;
}

/** The order of a supplier's or buyer's document: by the buyer's number, between these two organisations. undefined: there is none. */
export async function orderByNumber(
  work: Work,
  parties: { buyerId: string; supplierId: string },
  number: string,
): Promise<Order | undefined> {
  return one<Order>(
    work,
    `select ${orderColumns} from procurement.purchase_order o where o.org_id = $1 and o.counterparty_id = $2 and o.number = $3`,
    [parties.buyerId, parties.supplierId, number],
  );
}

/** The order, locked until the end of the work, for whichever party acts. Throws NotFound when it is neither's. */
export async function lockOrder(work: Work, id: string): Promise<WholeOrder> {
  const locked = await one<{ version: number }>(work, 'select version from procurement.lock_order($1)', [id]);
  const order = locked ? await orderById(work, id) : undefined;
  if (!order) throw new NotFound('order');
  return order;
}

/** What the buyer alone knows about an order of his; undefined for everybody else. */
export async function orderPrivate(work: Pick<Work, 'tx'>, id: string): Promise<OrderPrivate | undefined> {
  return one<OrderPrivate>(
    work,
    `select p.placed_by as "placedBy", p.cost_reference as "costReference", p.internal_note as "internalNote",
       p.ship_to_site as "shipToSite", p.bill_to_site as "billToSite" from procurement.order_private p where p.order_id = $1`,
    [id],
  );
}
