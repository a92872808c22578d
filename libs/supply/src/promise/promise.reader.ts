import type { DecimalText, LocalDate } from '#libs/kernel';
import { NotFound, one, type Work } from '#libs/platform';
import { askedLines } from '../availability/availability.input.js';
import type { LineProblem, PartCandidate, StockPlace } from '../availability/availability.row.js';
import { calendarJson } from '../calendar/calendar.reader.js';
import type { WorkCalendar } from '../calendar/working-time.js';
import type { CheckedPromise } from './promise.input.js';
import type { PromiseAnswer, PromiseInbound, PromiseInputs, TransitRow } from './promise.inputs.js';

/** One offer that may serve a line, or the reason why a line has none. */
export interface PromiseOffer {
  n: number;
  problem: LineProblem | null;
  choices: PartCandidate[] | null;
  offerId: string | null;
  supplierId: string;
  partId: string;
  status: 'ACTIVE' | 'WITHDRAWN';
  leadDays: number | null;
  leadKind: 'CALENDAR' | 'WORKING' | null;
  stock: StockPlace[] | null;
  inbound: PromiseInbound[];
}

/** Everything that a question for dates is answered from. */
export interface PromiseGround {
  offers: PromiseOffer[];
  calendars: (WorkCalendar & { orgId: string })[];
  transit: (TransitRow & { orgId: string })[];
  /** null: a site that the buyer does not have. */
  shipTo: { country: string; region: string; place: string } | null;
}

/** Offers of one line are answered up to this many, the earliest to leave first; of many lines fewer each. */
const optionsMax = 10;
const answersMax = 1_000;

/**
 * What stands behind up to 200 lines for the acting buyer, by one statement: offers with stock and open receipts, the calendars and
 * ways of their suppliers, the place to deliver to and when it takes goods in. A country is compared as written, a region without regard to case.
 */
export async function promiseGround(work: Work, input: CheckedPromise): Promise<PromiseGround> {
  const site = 'siteId' in input.shipTo ? input.shipTo.siteId : null;
  const place = 'siteId' in input.shipTo ? null : input.shipTo;
  const most = Math.max(1, Math.min(optionsMax, Math.floor(answersMax / input.lines.length)));
  const found = await one<{ ground: PromiseGround }>(work, groundText, [
    work.actor.orgId,
    JSON.stringify(askedLines(input)),
    site,
    place?.country ?? null,
    place?.region ?? '',
    most,
    work.now,
  ]);
  if (!found) throw new Error('the ground of a promise cannot be read');
  return found.ground;
}

const groundText = `
  with a as materialized (
    select r.*, row_number() over (partition by r.n order by r.status <> 'ACTIVE', r.earliest nulls last, r.offer_id) as rank from supply.read_availability($1, supply.read_asked_lines($1, $2)) r),
  kept as materialized (select * from a where a.rank <= $6),
  suppliers as materialized (select distinct k.supplier_id from kept k where k.offer_id is not null),
  dock as materialized (
    select s.address ->> 'country' as country, upper(coalesce(s.address ->> 'region', '')) as region, s.code as place from organizations.site s
      where s.org_id = $1 and s.id = $3 and s.status = 'ACTIVE'
    union all select $4, upper($5), '' where $4::text is not null)
  select json_build_object(
    'offers', coalesce((select json_agg(json_build_object('n', k.n, 'problem', k.problem, 'choices', k.choices, 'offerId', k.offer_id, 'supplierId', k.supplier_id,
        'partId', k.part_id, 'status', k.status, 'leadDays', k.lead_days, 'leadKind', k.lead_kind, 'stock', k.stock,
        'inbound', coalesce((select json_agg(json_build_object('place', i.location, 'reference', i.reference, 'quantity', trim_scale(i.quantity - i.claimed)::text, 'expectedOn', i.expected_on)
          order by i.expected_on, i.location, i.reference) from supply.inbound i
          where i.org_id = k.supplier_id and i.offer_id = k.offer_id and i.quantity > i.claimed and i.expected_on >= ($7::timestamptz at time zone 'UTC')::date - 1), '[]'::json))
      order by k.n, k.rank) from kept k), '[]'::json),
    'calendars', coalesce((select json_agg(to_jsonb(${calendarJson(`($7::timestamptz at time zone 'UTC')::date - 1`)}) || jsonb_build_object('orgId', c.org_id) order by c.org_id, c.place)
      from supply.calendar c where c.org_id in (select x.supplier_id from suppliers x) or c.org_id = $1 and c.place in (select x.place from dock x union all select '')), '[]'::json),
    'transit', coalesce((select json_agg(json_build_object('orgId', t.org_id, 'place', t.place, 'country', t.country, 'region', upper(t.region), 'method', t.method, 'days', t.days, 'kind', t.day_kind)
      order by t.org_id, t.place, t.country, t.region, t.method)
      from supply.transit t join dock d on t.country in ('', d.country) and upper(t.region) in ('', d.region) where t.org_id in (select x.supplier_id from suppliers x)), '[]'::json),
    'shipTo', (select json_build_object('country', d.country, 'region', d.region, 'place', d.place) from dock d)) as ground`;

/** The inputs of one offer's promise, cut to what concerns it. */
export function inputsOf(
  ground: PromiseGround,
  offer: PromiseOffer,
  line: { askedAt: Date; quantity: DecimalText; needBy: LocalDate | null; method: string | null; buyerId: string },
): PromiseInputs {
  const { country = '', region = '', place = '' } = ground.shipTo ?? {};
  const places = new Set(['', ...(offer.stock ?? []).map((row) => row.location), ...offer.inbound.map((row) => row.place)]);
  const own = (row: { orgId: string }): boolean => row.orgId === offer.supplierId;
  const docks = ground.calendars.filter(({ orgId }) => orgId === line.buyerId);
  const receiving = docks.find((calendar) => calendar.place === place) ?? docks.find((calendar) => calendar.place === '');
  return {
    askedAt: line.askedAt.toISOString(),
    quantity: line.quantity,
    needBy: line.needBy,
    method: line.method,
    shipTo: { country, region },
    orderable: offer.status === 'ACTIVE',
    lead: offer.leadDays === null ? null : { days: offer.leadDays, kind: offer.leadKind ?? 'CALENDAR' },
    stock: (offer.stock ?? []).map((row) => ({
      place: row.location,
      quantity: row.quantity,
      asOf: new Date(row.asOf).toISOString(),
      source: row.source,
    })),
    inbound: offer.inbound,
    calendars: ground.calendars.filter((row) => own(row) && places.has(row.place)).map(bare),
    // Ways from other places too: they say that the supplier has named his ways to this country.
    transit: ground.transit.filter(own).map(bare),
    receiving: receiving ? bare(receiving) : null,
  };
}

function bare<T extends { orgId: string }>({ orgId: _, ...rest }: T): Omit<T, 'orgId'> {
  return rest;
}

/** A promise as it was given, with everything it was computed from. */
export interface StoredPromise {
  id: string;
  orgId: string;
  supplierId: string;
  offerId: string;
  partId: string;
  quantity: DecimalText;
  status: 'GIVEN' | 'RESERVED' | 'RELEASED' | 'ORDERED';
  heldUntil: Date | null;
  /** Why it was released, as the party that did so said. */
  releasedReason: string | null;
  askedAt: Date;
  inputs: PromiseInputs;
  answer: PromiseAnswer;
}

/** One promise of which the acting organisation is a party. Throws NotFound. */
export async function promiseById(work: Work, id: string): Promise<StoredPromise> {
  const found = await one<StoredPromise>(
    work,
    `select p.id, p.org_id as "orgId", p.counterparty_id as "supplierId", p.offer_id as "offerId", p.part_id as "partId", trim_scale(p.quantity)::text as quantity, p.status,
       p.held_until as "heldUntil", p.released_reason as "releasedReason", p.asked_at as "askedAt", p.inputs, p.answer from supply.promise p where p.id = $1 and (p.org_id = $2 or p.counterparty_id = $2)`,
    [id, work.actor.orgId],
  );
  if (!found) throw new NotFound(`promise ${id}`);
  return found;
}
