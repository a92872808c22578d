import { NotFound, one, rows, type Work } from '#libs/platform';
import type { Core, Repair, Rotable, RotableCharge, RotableKind, RotableLogLine } from './rotable.entity.js';

const columns = `r.org_id as "orgId", r.id, r.counterparty_id as "supplierId", r.kind, r.number, r.offer_id as "offerId", r.part_id as "partId", r.part_number as "partNumber",
  r.supplier_part as "supplierPart", r.description, r.order_id as "orderId", r.line_id as "lineId", r.terms, r.currency, trim_scale(r.fee)::text as fee, r.fee_currency as "feeCurrency", r.note,
  r.ship_to as "shipTo", r.status, r.out_serial as "outSerial", r.out_waybill as "outWaybill", r.in_part as "inPart", r.in_serial as "inSerial", r.in_waybill as "inWaybill", r.certificate,
  r.certificate_number as "certificateNumber", r.findings, r.reason_code as "reasonCode", r.reason, trim_scale(r.quoted)::text as quoted, r.quote_until as "quoteUntil", r.disposition,
  case when r.kind = 'CORE' and r.status in ('RECEIVED', 'INSPECTED') then null else r.due_at end as "dueAt", r.late_since as "lateSince", r.opened_at as "openedAt", r.sent_at as "sentAt",
  r.received_at as "receivedAt", r.closed_at as "closedAt", r.version,
  (select min(c.due_at) from procurement.rotable_clock c where c.org_id = r.org_id and c.rotable_id = r.id and c.mark = 'BILL' and c.fired_at is null and c.settled_at is null) as "billsAt"`;
const party = '(r.org_id = $1 or r.counterparty_id = $1)';

/** One core or repair of which the acting organisation is a party. Throws NotFound. */
export async function rotableById(work: Work, id: string): Promise<Rotable> {
  const found = await one<Rotable>(work, `select ${columns} from procurement.rotable r where ${party} and r.id = $2`, [
    work.actor.orgId,
    id,
  ]);
  if (!found) throw new NotFound(`core or repair ${id}`);
  return found;
}

/** A core; NotFound for a repair. */
export async function coreById(work: Work, id: string): Promise<Core> {
  const found = await rotableById(work, id);
  if (found.kind !== 'CORE') throw new NotFound(`core ${id}`);
  return found;
}

/** A repair; NotFound for a core. */
export async function repairById(work: Work, id: string): Promise<Repair> {
  const found = await rotableById(work, id);
  if (found.kind !== 'REPAIR') throw new NotFound(`repair ${id}`);
  return found;
}

/** The original due date of a core, which is not shown while the supplier has it in hand. */
export async function agreedDueAt(work: Work, id: string): Promise<Date | null> {
  const found = await one<{ dueAt: Date | null }>(
    work,
    `select r.due_at as "dueAt" from procurement.rotable r where ${party} and r.id = $2`,
    [work.actor.orgId, id],
  );
  return found?.dueAt ?? null;
}

export interface RotableQuestion {
  side: 'BUY' | 'SELL';
  closed?: boolean | null;
  kind?: RotableKind | null;
}

/** Cores and repairs that go on by the time that is left, the least first, or those that have ended, the latest first. At most 200. */
export async function rotablesOf(work: Work, { side, closed, kind }: RotableQuestion): Promise<Rotable[]> {
  return rows<Rotable>(
    work,
    `select ${columns} from procurement.rotable r where ${side === 'BUY' ? 'r.org_id = $1' : 'r.counterparty_id = $1'}
       and r.closed_at is ${closed ? 'not null' : 'null'} and ($2::text is null or r.kind = $2)
     order by ${closed ? 'r.closed_at desc' : `"dueAt" nulls last, r.opened_at`}, r.id limit 200`,
    [work.actor.orgId, kind ?? null],
  );
}

/** The cores of orders, by line and unit. */
export async function coresOfOrders(work: Work, orderIds: readonly string[]): Promise<Rotable[][]> {
  const found = await rows<Rotable>(
    work,
    `select ${columns} from procurement.rotable r where ${party} and r.order_id = any ($2) order by r.number, r.unit`,
    [work.actor.orgId, orderIds],
  );
  const byOrder = new Map<string, Rotable[]>(orderIds.map((id) => [id, []]));
  for (const core of found) byOrder.get(core.orderId ?? '')?.push(core);
  return orderIds.map((id) => byOrder.get(id) ?? []);
}

/** The logs, in their order. */
export async function rotableEventsOf(work: Work, ids: readonly string[]): Promise<RotableLogLine[][]> {
  const found = await rows<RotableLogLine>(
    work,
    `select e.rotable_id as "rotableId", e.seq, e.kind, e.at, e.actor_org as "actorOrg", e.detail from procurement.rotable_event e
     where (e.org_id = $1 or e.counterparty_id = $1) and e.rotable_id = any ($2) order by e.rotable_id, e.seq`,
    [work.actor.orgId, ids],
  );
  return ids.map((id) => found.filter(({ rotableId }) => rotableId === id));
}

/** What was charged and given back, in its order. */
export async function rotableChargesOf(work: Work, ids: readonly string[]): Promise<RotableCharge[][]> {
  const found = await rows<RotableCharge>(
    work,
    `select c.rotable_id as "rotableId", c.kind, c.n, trim_scale(c.amount)::text as amount, c.currency, c.at from procurement.rotable_charge c
     where (c.org_id = $1 or c.counterparty_id = $1) and c.rotable_id = any ($2) order by c.rotable_id, c.at, c.kind, c.n`,
    [work.actor.orgId, ids],
  );
  return ids.map((id) => found.filter(({ rotableId }) => rotableId === id));
}
