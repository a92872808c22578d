import { add, type DecimalText } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { Award } from './award.entity.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** The awards of tenders of which the acting organisation is a party, with their lines; cancelled ones too. */
export async function awardsOf(work: Reading, tenderIds: readonly string[]): Promise<Award[][]> {
  const found = await rows<Award>(
    work,
    `select a.org_id as "orgId", a.id, a.counterparty_id as "supplierId", a.tender_id as "tenderId", a.lot_id as "lotId", a.bid_id as "bidId", a.round, n.rank, n.reason, a.currency, a.digest, a.makes,
       a.order_id as "orderId", a.agreement_id as "agreementId", a.standstill_id as "standstillId", a.awarded_at as "awardedAt", a.cancelled_at as "cancelledAt", a.cancel_reason as "cancelReason",
       (select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'quantity', l.quantity::text, 'unit', l.unit, 'price', l.price::text, 'basis', l.basis::text, 'priceUnit', l.price_unit, 'factorNum', l.factor_num::text,
          'factorDen', l.factor_den::text, 'currency', l.currency, 'leadDays', l.lead_days, 'offerId', l.offer_id, 'alternate', l.alternate) order by l.line_id)
        from tendering.award_line l where l.org_id = a.org_id and l.award_id = a.id) as lines
     from tendering.award a left join tendering.award_note n on n.org_id = a.org_id and n.award_id = a.id where (a.org_id = $1 or a.counterparty_id = $1) and a.tender_id = any ($2) order by a.awarded_at, a.id`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}

/** The offers by which awarded lines can be ordered: the one that the bid names, else the supplier's only one of the part. */
export interface OrderableOffer {
  id: string;
  supplierId: string;
  partId: string;
  orderUnit: string;
  priceUnit: string;
  /** Price units in one order unit. */
  factorNum: DecimalText;
  factorDen: DecimalText;
}

/** Active offers of these suppliers that the acting buyer sees, by id or by part, in one statement. */
export async function offersToOrder(
  work: Reading,
  asked: { suppliers: readonly string[]; offers: readonly string[]; parts: readonly string[] },
): Promise<OrderableOffer[]> {
  return rows<OrderableOffer>(
    work,
    `select o.id, o.org_id as "supplierId", o.part_id as "partId", o.order_unit as "orderUnit", o.price_unit as "priceUnit", o.price_factor_num::text as "factorNum", o.price_factor_den::text as "factorDen" from supply.offer o
     where o.org_id = any ($1) and (o.id = any ($2) or o.part_id = any ($3)) and o.status = 'ACTIVE' order by o.id`,
    [asked.suppliers, asked.offers, asked.parts],
  );
}

/** What awards have that stand: of which lots, how much of each line, and how much of a line from each bid (`heldKey`). */
export async function standingAwards(
  work: Pick<Work, 'tx' | 'actor'>,
  tenderId: string,
): Promise<{ lots: Set<string>; taken: Map<string, DecimalText>; held: Map<string, DecimalText> }> {
  const [all = []] = await awardsOf(work, [tenderId]);
  const awards = all.filter(({ cancelledAt }) => cancelledAt === null);
  const [taken, held] = [new Map<string, DecimalText>(), new Map<string, DecimalText>()];
  for (const { bidId, lines } of awards)
    for (const { lineId, quantity } of lines) {
      const key = heldKey(bidId, lineId);
      taken.set(lineId, add(taken.get(lineId) ?? '0', quantity));
      held.set(key, add(held.get(key) ?? '0', quantity));
    }
  return { lots: new Set(awards.map(({ lotId }) => lotId)), taken, held };
}

/** What a bid has of a line. */
export const heldKey = (bidId: string, lineId: string): string => `${bidId} ${lineId}`;
