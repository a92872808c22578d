import type { Fault } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { OrderLine, WholeOrder } from '../order/order.entity.js';
import type { OrderMove } from '../order/order.mover.js';
import type { GateCheck, GateRule } from './gate.entity.js';
import type { GateFacts } from './gate.rules.js';

const ruleColumns = `r.org_id as "orgId", r.id, r.code, r.version, r.speaks_for as "speaksFor", r.kind, r.outcome, r.document, r.provider, r.releaser, r.conditions, r.sentence,
  r.valid_from as "validFrom", r.ended_at as "endedAt"`;

/** The rules that bind orders of the acting buyer to these suppliers: the operator's, his own, theirs. */
export async function bindingRules(work: Pick<Work, 'tx' | 'actor'>, suppliers: readonly string[]): Promise<GateRule[]> {
  return rows<GateRule>(
    work,
    `select ${ruleColumns} from procurement.gate_rule r where r.ended_at is null
       and (r.speaks_for = 'OPERATOR' or r.speaks_for = 'BUYER' and r.org_id = $1 or r.speaks_for = 'SUPPLIER' and r.org_id = any ($2)) order by r.code, r.org_id`,
    [work.actor.orgId, suppliers],
  );
}

/** The rules of the acting organisation, versions that have ended too, newest in front. */
export async function ownGateRules(work: Pick<Work, 'tx' | 'actor'>): Promise<GateRule[]> {
  return rows<GateRule>(
    work,
    `select ${ruleColumns} from procurement.gate_rule r where r.org_id = $1 order by r.code, r.version desc limit 500`,
    [work.actor.orgId],
  );
}

/** One version of a rule, as the actor may see it: with the facts of a check it decides the same again. */
export async function gateRule(work: Pick<Work, 'tx'>, id: string): Promise<GateRule | undefined> {
  return (await rows<GateRule>(work, `select ${ruleColumns} from procurement.gate_rule r where r.id = $1`, [id]))[0];
}

const checkColumns = `g.order_id as "orderId", g.line_id as "lineId", g.rule_org as "ruleOrg", g.rule_id as "ruleId", g.code, g.version, g.kind, g.result, g.reason, g.facts, g.sentence,
  g.releaser, g.certificate_id as "certificateId", g.status, g.judged_at as "judgedAt", g.released_at as "releasedAt", g.release_reason as "releaseReason"`;

/** What the gate decided of the lines of orders, for either party; one statement. */
export async function gateChecksOfOrders(work: Pick<Work, 'tx'>, orderIds: readonly string[]): Promise<GateCheck[]> {
  return rows<GateCheck>(
    work,
    `select ${checkColumns} from procurement.purchase_order o join procurement.order_line l on l.org_id = o.org_id and l.order_id = o.id
       join procurement.gate_check g on g.org_id = l.org_id and g.order_id = l.order_id and g.line_id = l.id
     where o.id = any ($1) order by o.id, l.position, g.code`,
    [orderIds],
  );
}

/** Why lines of an order cannot be confirmed yet: one fault for each rule that still holds one of them. */
export async function heldByGate(
  work: Pick<Work, 'tx'>,
  orderId: string,
  lines: readonly Pick<OrderLine, 'id' | 'number'>[],
): Promise<Fault<'LineHeldByGate'>[]> {
  if (lines.length === 0) return [];
  const open = (await gateChecksOfOrders(work, [orderId])).filter(({ status }) => status === 'OPEN');
  return open.flatMap(({ lineId, code, version, sentence }) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return [];
    return [{ code: 'LineHeldByGate' as const, path: ['lines'], values: { line: line.number, rule: code, version, sentence } }];
  });
}

/** The lines that steps of the supplier would move towards delivery; a quantity that is split off counts with its source, a rejection does not count. */
export function linesMoved(
  order: Pick<WholeOrder, 'lines'>,
  { steps, splits }: Pick<OrderMove, 'steps' | 'splits'>,
): OrderLine[] {
  const sources = new Map(splits.map(({ id, source }) => [id, source]));
  const moving = steps.filter(({ event }) => event !== 'REJECT' && event !== 'REFUSE');
  const moved = new Set(moving.map(({ id }) => sources.get(id) ?? id));
  return order.lines.filter(({ schedules }) => schedules.some(({ id }) => moved.has(id)));
}

/** The facts of order lines that were just written, by line: the part, the units taken (else what the offer has), the way. One statement. */
export async function gateFacts(
  work: Work,
  asked: readonly {
    line: string;
    supplier: string;
    offer: string;
    part: string;
    deliverOn: string | null;
    shipTo: string | null;
  }[],
): Promise<Map<string, GateFacts>> {
  const found = await rows<GateFacts & { line: string }>(
    work,
    `select q.line, (p.un_number is not null or p.hazard_class is not null or coalesce(p.hazmat, '') <> '') as hazardous, p.un_number as "unNumber", p.hazard_class as "hazardClass",
       p.eccn, p.shelf_life_days as "shelfLifeDays", coalesce(
         (select min(c.shelf_life_on) from supply.lot_claim c where c.org_id = q.supplier and c.counterparty_id = $1 and c.reference = q.line and c.quantity > 0),
         (select min(k.shelf_life_on) from supply.lot k where k.org_id = q.supplier and k.offer_id = q.offer and k.quantity > k.taken)) as "shelfLifeOn",
       coalesce(q."deliverOn", (transaction_timestamp() at time zone 'UTC')::date) as "deliverOn", s.country as "shipFrom", q."shipTo"
     from jsonb_to_recordset($2) as q (line text, supplier uuid, offer uuid, part uuid, "deliverOn" date, "shipTo" text)
     join catalog.part p on p.id = q.part join organizations.organization s on s.id = q.supplier`,
    [work.actor.orgId, JSON.stringify(asked)],
  );
  return new Map(found.map(({ line, ...facts }) => [line, facts]));
}
