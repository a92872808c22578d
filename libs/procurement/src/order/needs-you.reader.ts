import { rows, type Work } from '#libs/platform';
import type { Side } from './schedule-status.js';

/** Why an order waits for this organisation. */
export const needKinds = ['TO_CONFIRM', 'REQUEST_TO_ANSWER', 'PROPOSAL_TO_ANSWER', 'UNANSWERED', 'OVERDUE'] as const;
export type NeedKind = (typeof needKinds)[number];

/** One order of the work list. `since` is when the wait began, RFC 3339; `dueOn` the date that is at stake. */
export interface Need {
  kind: NeedKind;
  side: Side;
  orderId: string;
  orderNumber: string;
  partnerId: string;
  since: Date;
  dueOn: string | null;
}

/** A day without any answer is an alarm of its own (trade-rules 23); setting per partnership comes with the alarms. */
const unansweredHours = 24;

interface Wait {
  kind: NeedKind;
  side: Side;
  where: string;
  /** SQL of the day at stake. */
  dueOn?: string;
}

const need = ({ kind, side, where, dueOn = 'o.requested_delivery' }: Wait): string => `
  (select '${kind}' as kind, '${side}' as side, o.id as "orderId", o.number as "orderNumber",
     ${side === 'BUYER' ? 'o.counterparty_id' : 'o.org_id'} as "partnerId", o.placed_at as since, (${dueOn})::date as "dueOn"
   from procurement.purchase_order o where ${side === 'BUYER' ? 'o.org_id' : 'o.counterparty_id'} = $1 and ${where} order by o.placed_at, o.id limit $2)`;
const line = (where: string): string =>
  `select from procurement.schedule_line s where s.org_id = o.org_id and s.order_id = o.id and ${where}`;
const today = `(transaction_timestamp() at time zone 'UTC')::date`;
// Many answers name the day of delivery only, and the goods are late when that has passed.
const promisedOn = 'coalesce(s.ship_on, s.deliver_on)';
const overdue = `s.status in ('CONFIRMED', 'BACKORDERED') and ${promisedOn} < ${today}`;
const open = `o.status in ('PART_CONFIRMED', 'CONFIRMED', 'CHANGE_PROPOSED', 'PART_CANCELLED', 'PART_SHIPPED')`;

const isOverdue = `${open} and exists (${line(overdue)})`;
const firstOverdue = `select min(${promisedOn}) from procurement.schedule_line s where s.org_id = o.org_id and s.order_id = o.id and ${overdue}`;

const statement = [
  need({
    kind: 'TO_CONFIRM',
    side: 'SUPPLIER',
    where: `o.status in ('SENT', 'RECEIVED', 'PART_CONFIRMED') and exists (${line(`s.status = 'REQUESTED'`)})`,
  }),
  need({
    kind: 'REQUEST_TO_ANSWER',
    side: 'SUPPLIER',
    where: `o.status not in ('REJECTED', 'CANCELLED', 'COMPLETE') and exists (${line(`s.status in ('CHANGE_REQUESTED', 'CANCEL_REQUESTED')`)})`,
  }),
  need({ kind: 'OVERDUE', side: 'SUPPLIER', where: isOverdue, dueOn: firstOverdue }),
  need({ kind: 'PROPOSAL_TO_ANSWER', side: 'BUYER', where: `o.status = 'CHANGE_PROPOSED'` }),
  need({
    kind: 'UNANSWERED',
    side: 'BUYER',
    where: `o.status in ('SENT', 'RECEIVED') and o.placed_at < transaction_timestamp() - interval '${unansweredHours} hours'`,
  }),
  need({ kind: 'OVERDUE', side: 'BUYER', where: isOverdue, dueOn: firstOverdue }),
].join(' union all ');

/** What waits for the acting organisation, oldest first, at most `most` (100) of each kind, in one statement. */
export async function needsYou(work: Work, most = 50): Promise<Need[]> {
  return rows<Need>(work, `select * from (${statement}) n order by n.since, n."orderId"`, [
    work.actor.orgId,
    Math.min(Math.max(most, 1), 100),
  ]);
}
