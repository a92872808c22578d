import type { DecimalText } from '#libs/kernel';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import { offersById } from '../offer/offer.reader.js';

/** What a supplier wants of the core when he sells an offer in exchange; the price of the offer is the exchange fee. */
export interface ExchangeTerms {
  offerId: string;
  currency: string;
  /** What a core that never comes back as it should is worth. */
  coreValue: DecimalText;
  /** Charged when the unit leaves, given back when the core is accepted or billed. */
  deposit: DecimalText;
  /** Instead of fee and core, when the buyer keeps both. */
  outrightPrice: DecimalText | null;
  /** What is billed then: the core value beside the fee, or the outright price in the place of the fee. */
  billedAt: 'CORE_VALUE' | 'OUTRIGHT';
  /** Days until the core must be in the supplier's hands, from the day the unit left. */
  coreDays: number;
  dayKind: 'CALENDAR' | 'WORKING';
  /** For each begun period of `lateDays` after the due date, `lateFeesMax` times at most. */
  lateFee: DecimalText;
  lateDays: number;
  lateFeesMax: number;
  /** Days after the due date when a missing core is billed; null: when the supplier says so. */
  billDays: number | null;
  /** Days in which another core may take the place of a rejected one; 0: a rejected core is billed. */
  replaceDays: number;
  version: number;
}

/** What a supplier asks for the repair of units like the one that is offered. */
export interface RepairTerms {
  offerId: string;
  currency: string;
  pricing: 'FIXED' | 'QUOTE';
  /** With FIXED. */
  price: DecimalText | null;
  /** For the inspection, when the buyer refuses the quote. */
  evaluationFee: DecimalText;
  quoteDays: number;
  /** How long a quote stands, in calendar days. */
  approveDays: number;
  turnDays: number;
  dayKind: 'CALENDAR' | 'WORKING';
  version: number;
}

export interface UnitTerms {
  exchange: ExchangeTerms | null;
  repair: RepairTerms | null;
}

const exchangeJson = `jsonb_build_object('offerId', e.offer_id, 'currency', e.currency, 'coreValue', trim_scale(e.core_value)::text, 'deposit', trim_scale(e.deposit)::text,
  'outrightPrice', trim_scale(e.outright_price)::text, 'billedAt', e.billed_at, 'coreDays', e.core_days, 'dayKind', e.day_kind, 'lateFee', trim_scale(e.late_fee)::text,
  'lateDays', e.late_days, 'lateFeesMax', e.late_fees_max, 'billDays', e.bill_days, 'replaceDays', e.replace_days, 'version', e.version)`;
const repairJson = `jsonb_build_object('offerId', r.offer_id, 'currency', r.currency, 'pricing', r.pricing, 'price', trim_scale(r.price)::text,
  'evaluationFee', trim_scale(r.evaluation_fee)::text, 'quoteDays', r.quote_days, 'approveDays', r.approve_days, 'turnDays', r.turn_days, 'dayKind', r.day_kind, 'version', r.version)`;

/** What the suppliers of offers say of cores and repairs, in the order of the ids; what the acting organisation may not see says nothing. */
export async function unitTermsOf(work: Work, offerIds: readonly string[]): Promise<UnitTerms[]> {
  if (offerIds.length === 0) return [];
  const found = await rows<UnitTerms & { id: string }>(
    work,
    `select x.id, (select ${exchangeJson} from supply.exchange_terms e where e.offer_id = x.id) as exchange,
       (select ${repairJson} from supply.repair_terms r where r.offer_id = x.id) as repair
     from unnest($1::uuid[]) as x (id)
     where exists (select from supply.exchange_terms e where e.offer_id = x.id) or exists (select from supply.repair_terms r where r.offer_id = x.id)`,
    [[...new Set(offerIds)]],
  );
  const known = new Map(found.map(({ id, exchange, repair }) => [id, { exchange, repair }]));
  return offerIds.map((id) => known.get(id) ?? { exchange: null, repair: null });
}

/** Own offers shown at most. */
const unitOffersMax = 1000;

/** Offers of the acting supplier that say something of cores or repairs, by his part number, at most 1,000. */
export async function unitOffers(work: Work): Promise<OfferCard[]> {
  const ids = await rows<{ id: string }>(
    work,
    `select o.id from supply.offer o where o.org_id = $1 and o.id in (select e.offer_id from supply.exchange_terms e where e.org_id = $1
       union all select r.offer_id from supply.repair_terms r where r.org_id = $1) order by o.supplier_part, o.id limit $2`,
    [work.actor.orgId, unitOffersMax],
  );
  const cards = new Map(
    (
      await offersById(
        work,
        ids.map(({ id }) => id),
      )
    ).map((card) => [card.id, card]),
  );
  return ids.flatMap(({ id }) => cards.get(id) ?? []);
}

/** How a supplier names an offer of his. */
export interface NamedOffer {
  offerId?: string | null | undefined;
  supplierPart?: string | null | undefined;
}
export type NamedOfferError = Fault<'UnitOfferUnknown' | 'UnitOfferAmbiguous'>;

/** The active offer of the acting supplier that an id or his part number names. */
export async function namedOffer(work: Work, named: NamedOffer): Promise<Result<string, NamedOfferError>> {
  const found = await rows<{ id: string }>(
    work,
    `select o.id from supply.offer o where o.org_id = $1 and o.status = 'ACTIVE' and (o.id = $2 or o.supplier_part = $3) limit 2`,
    [work.actor.orgId, named.offerId ?? null, named.supplierPart ?? null],
  );
  const path = [named.offerId ? 'offerId' : 'supplierPart'];
  if (!found[0]) return fail({ code: 'UnitOfferUnknown', path });
  return found.length > 1 ? fail({ code: 'UnitOfferAmbiguous', path }) : ok(found[0].id);
}
