import type { DecimalText } from '#libs/kernel';
import { NotFound, one, rows, type Work } from '#libs/platform';
import type { Place } from '../order/order.entity.js';
import type { PriorityTerms } from '../priority/clock.rules.js';

export type UrgentStatus = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'SHIPPED' | 'CANCELLED';

/** A request for a part now, as both parties see it. */
export interface UrgentRequest {
  orgId: string;
  id: string;
  supplierId: string;
  number: string;
  priority: string;
  offerId: string;
  partId: string;
  supplierPart: string;
  description: string;
  orderUnit: string;
  quantity: DecimalText;
  minimumQuantity: DecimalText;
  needAt: Date;
  tail: string | null;
  groundedAt: string | null;
  nextFlight: Date | null;
  contact: string;
  forwarder: string | null;
  forwarderAccount: string | null;
  note: string | null;
  shipTo: Place;
  status: UrgentStatus;
  policy: PriorityTerms;
  openedAt: Date;
  respondBy: Date;
  shipBy: Date;
  poBy: Date | null;
  respondedAt: Date | null;
  promisedAt: Date | null;
  shippedAt: Date | null;
  waybill: string | null;
  held: DecimalText;
  heldUntil: Date | null;
  orderId: string | null;
  version: number;
  /** What runs out next: null when no clock runs. */
  dueClock: 'RESPOND' | 'SHIP' | 'PO' | null;
  dueAt: Date | null;
}

// The clock that runs out next; a passed one stays the next until it is answered.
const nextDue = `cross join lateral (select d.clock as due_clock, d.at as due_at from (values
    ('RESPOND', case when r.status = 'OPEN' then r.respond_by end), ('SHIP', case when r.status in ('OPEN', 'ACCEPTED') then r.ship_by end),
    ('PO', case when r.order_id is null and r.status in ('OPEN', 'ACCEPTED', 'SHIPPED') then r.po_by end)) as d (clock, at) order by d.at nulls last, d.clock limit 1) due`;

const columns = `r.org_id as "orgId", r.id, r.counterparty_id as "supplierId", r.number, r.priority, r.offer_id as "offerId", r.part_id as "partId", r.supplier_part as "supplierPart",
  r.description, r.order_unit as "orderUnit", trim_scale(r.quantity)::text as quantity, trim_scale(r.minimum_quantity)::text as "minimumQuantity", r.need_at as "needAt", r.tail,
  r.grounded_at as "groundedAt", r.next_flight as "nextFlight", r.contact, r.forwarder, r.forwarder_account as "forwarderAccount", r.note, r.ship_to as "shipTo", r.status, r.policy,
  r.opened_at as "openedAt", r.respond_by as "respondBy", r.ship_by as "shipBy", r.po_by as "poBy", r.responded_at as "respondedAt", r.promised_at as "promisedAt",
  r.shipped_at as "shippedAt", r.waybill, trim_scale(r.held)::text as held, r.held_until as "heldUntil", r.order_id as "orderId", r.version,
  case when due.due_at is not null then due.due_clock end as "dueClock", due.due_at as "dueAt"`;

const party = '(r.org_id = $1 or r.counterparty_id = $1)';

/** One request of which the acting organisation is a party. Throws NotFound. */
export async function urgentById(work: Work, id: string): Promise<UrgentRequest> {
  const found = await one<UrgentRequest>(
    work,
    `select ${columns} from procurement.urgent_request r ${nextDue} where ${party} and r.id = $2`,
    [work.actor.orgId, id],
  );
  if (!found) throw new NotFound(`urgent request ${id}`);
  return found;
}

/** Which side of the desk: what was asked, or what is to be answered. */
export type DeskSide = 'BUY' | 'SELL';

/** The desk: what still runs, by the time that is left, the least first; or what has ended, the latest first. At most 200. */
export async function urgentDesk(
  work: Work,
  asked: { side: DeskSide; closed?: boolean | null; priority?: string | null },
): Promise<UrgentRequest[]> {
  const side = asked.side === 'BUY' ? 'r.org_id = $1' : 'r.counterparty_id = $1';
  return rows<UrgentRequest>(
    work,
    `select ${columns} from procurement.urgent_request r ${nextDue}
     where ${side} and (due.due_at is null) = $2 and ($3::text is null or r.priority = $3)
     order by ${asked.closed ? 'r.opened_at desc' : 'due.due_at'}, r.id limit 200`,
    [work.actor.orgId, asked.closed ?? false, asked.priority ?? null],
  );
}

export type UrgentEventKind =
  | 'OPENED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'SHIPPED'
  | 'CANCELLED'
  | 'CONTACTED'
  | 'RAISED'
  | 'DOWNGRADED'
  | 'ORDERED'
  | 'HOLD_EXPIRED'
  | 'WARNING'
  | 'BREACH'
  | 'ESCALATION';

/** One line of a request's log. */
export interface UrgentEvent {
  requestId: string;
  seq: number;
  kind: UrgentEventKind;
  at: Date;
  /** null: a clock. */
  actorOrg: string | null;
  detail: Readonly<Record<string, string | number | null>>;
}

/** The logs of requests, in their order. */
export async function urgentEvents(work: Work, ids: readonly string[]): Promise<UrgentEvent[][]> {
  const found = await rows<UrgentEvent>(
    work,
    `select e.request_id as "requestId", e.seq, e.kind, e.at, e.actor_org as "actorOrg", e.detail from procurement.urgent_event e
     where (e.org_id = $1 or e.counterparty_id = $1) and e.request_id = any ($2) order by e.request_id, e.seq`,
    [work.actor.orgId, ids],
  );
  return ids.map((id) => found.filter((event) => event.requestId === id));
}

/** How often one supplier kept a clock in a period. */
export interface PriorityRecord {
  supplierId: string;
  priority: string;
  requests: number;
  respondMet: number;
  respondMissed: number;
  shipMet: number;
  shipMissed: number;
}

/**
 * How suppliers kept their clocks on requests opened in a period, by supplier and present priority, of which the acting organisation
 * is a party. A clock is missed when it ran out before it was answered, whatever became of the request's priority afterwards; one that
 * runs, or that a cancellation stopped, counts neither way.
 */
export async function priorityRecord(work: Work, period: { from: Date; to: Date }): Promise<PriorityRecord[]> {
  return rows<PriorityRecord>(
    work,
    `with counted as (
       select r.counterparty_id, r.priority, r.responded_at, r.shipped_at,
         exists (select from procurement.urgent_clock c where c.org_id = r.org_id and c.request_id = r.id and c.clock = 'RESPOND' and c.mark = 'BREACH'
           and (c.fired_at is not null or c.settled_at is null and c.due_at <= $4)) as respond_missed,
         exists (select from procurement.urgent_clock c where c.org_id = r.org_id and c.request_id = r.id and c.clock = 'SHIP' and c.mark = 'BREACH'
           and (c.fired_at is not null or c.settled_at is null and c.due_at <= $4)) as ship_missed
       from procurement.urgent_request r where (r.org_id = $1 or r.counterparty_id = $1) and r.opened_at >= $2 and r.opened_at < $3)
     select c.counterparty_id as "supplierId", c.priority, count(*)::int as requests,
       count(*) filter (where not c.respond_missed and c.responded_at is not null)::int as "respondMet", count(*) filter (where c.respond_missed)::int as "respondMissed",
       count(*) filter (where not c.ship_missed and c.shipped_at is not null)::int as "shipMet", count(*) filter (where c.ship_missed)::int as "shipMissed"
     from counted c group by 1, 2 order by 1, 2`,
    [work.actor.orgId, period.from, period.to, work.now],
  );
}
