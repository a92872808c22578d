import { one, rows, type Work } from '#libs/platform';
import { calendarFor } from '#libs/supply';
import type { PriorityTerms } from './clock.rules.js';

/** A priority as the hub knows it, with what holds where a supplier says nothing else. */
export interface Priority {
  code: string;
  rank: number;
  respondMinutes: number | null;
  shipMinutes: number | null;
  clock: 'ALWAYS' | 'CALENDAR';
  holdMinutes: number;
}

/** All priorities, the most urgent first. */
export async function priorities(work: Work): Promise<Priority[]> {
  return rows<Priority>(
    work,
    `select p.code, p.rank, p.respond_minutes as "respondMinutes", p.ship_minutes as "shipMinutes", p.clock, p.hold_minutes as "holdMinutes"
     from procurement.priority p where p.valid_from <= current_date order by p.rank`,
  );
}

/** What a supplier promises for a priority: to all his partners, or to one buyer by contract. */
export interface PriorityPolicy {
  id: string;
  orgId: string;
  buyerId: string | null;
  priority: string;
  respondMinutes: number;
  shipMinutes: number;
  clock: 'ALWAYS' | 'CALENDAR';
  place: string;
  warnPercent: number;
  escalatePercents: number[];
  holdMinutes: number;
  poToFollow: boolean;
  poCap: string | null;
  poCurrency: string | null;
  poMinutes: number | null;
  version: number;
}

const policyColumns = `p.id, p.org_id as "orgId", p.counterparty_id as "buyerId", p.priority, p.respond_minutes as "respondMinutes", p.ship_minutes as "shipMinutes", p.clock, p.place,
  p.warn_percent as "warnPercent", p.escalate_percents as "escalatePercents", p.hold_minutes as "holdMinutes", p.po_to_follow as "poToFollow", trim_scale(p.po_cap)::text as "poCap",
  p.po_currency as "poCurrency", p.po_minutes as "poMinutes", p.version`;

/** The acting supplier's own policies, at most 1,000. */
export async function ownPolicies(work: Work): Promise<PriorityPolicy[]> {
  return rows<PriorityPolicy>(
    work,
    `select ${policyColumns} from procurement.priority_policy p join procurement.priority c on c.code = p.priority where p.org_id = $1
     order by c.rank, p.counterparty_id nulls first limit 1000`,
    [work.actor.orgId],
  );
}

/** One own policy. */
export async function ownPolicy(work: Work, id: string): Promise<PriorityPolicy | undefined> {
  return one<PriorityPolicy>(
    work,
    `select ${policyColumns} from procurement.priority_policy p where p.org_id = $1 and p.id = $2 for update`,
    [work.actor.orgId, id],
  );
}

/** Share of a clock at which it warns when the supplier names none. */
const warnPercentUsual = 75;

/**
 * The terms of a priority between a supplier and a buyer: his contract with this buyer, else what he promises to all, else what holds
 * on the hub. Stock is held for as long as his policy for the priority says, else for what the hub has usual and he grants by name; who
 * grants nothing by name holds nothing. undefined: the priority is unknown, or has no deadlines.
 */
export async function termsFor(
  work: Work,
  asked: { supplierId: string; buyerId: string; priority: string },
): Promise<PriorityTerms | undefined> {
  const found = await one<Priority & { policy: PriorityPolicy | null; grantMinutes: number }>(
    work,
    `select c.code, c.rank, c.respond_minutes as "respondMinutes", c.ship_minutes as "shipMinutes", c.clock, c.hold_minutes as "holdMinutes", supply.hold_grant($1, 'NAMED') as "grantMinutes",
       (select to_jsonb(x) from (select ${policyColumns} from procurement.priority_policy p where p.org_id = $1 and p.priority = c.code
          and (p.counterparty_id = $2 or p.counterparty_id is null) order by p.counterparty_id nulls last limit 1) x) as policy
     from procurement.priority c where c.code = $3`,
    [asked.supplierId, asked.buyerId, asked.priority],
  );
  const respondMinutes = found?.policy?.respondMinutes ?? found?.respondMinutes ?? null;
  const shipMinutes = found?.policy?.shipMinutes ?? found?.shipMinutes ?? null;
  if (!found || respondMinutes === null || shipMinutes === null) return undefined;
  const { policy } = found;
  const clock = policy?.clock ?? found.clock;
  return {
    priority: found.code,
    rank: found.rank,
    respondMinutes,
    shipMinutes,
    clock,
    warnPercent: policy?.warnPercent ?? warnPercentUsual,
    escalatePercents: policy?.escalatePercents ?? [],
    holdMinutes: found.grantMinutes === 0 ? 0 : (policy?.holdMinutes ?? Math.min(found.holdMinutes, found.grantMinutes)),
    poToFollow:
      policy?.poCap && policy.poCurrency && policy.poMinutes
        ? { cap: policy.poCap, currency: policy.poCurrency, minutes: policy.poMinutes }
        : null,
    contract: policy?.buyerId != null,
    calendar: clock === 'ALWAYS' ? null : await calendarFor(work, { orgId: asked.supplierId, place: policy?.place ?? '' }),
  };
}

/** An address that is told of urgent requests: level 0 when one opens, 1 at a warning, 2 at a breach, 3 and more as it goes on. */
export interface PriorityContact {
  priority: string;
  level: number;
  email: string;
}

/** Whom the acting organisation tells. */
export async function ownContacts(work: Work): Promise<PriorityContact[]> {
  return rows<PriorityContact>(
    work,
    `select c.priority, c.level, c.email from procurement.priority_contact c join procurement.priority p on p.code = c.priority
     where c.org_id = $1 order by p.rank, c.level, c.email`,
    [work.actor.orgId],
  );
}
