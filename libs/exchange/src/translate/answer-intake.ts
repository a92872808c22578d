import type { OrderResponse, OrderResponseLine, Problem, ResponseSchedule } from '#libs/documents';
import { one, type Work } from '#libs/platform';
import type { Channel, ConfirmOrderInput } from '#libs/procurement';
import { organizationsNamed } from '../partner/partner-identity.reader.js';

export interface AnswerIntake {
  input?: ConfirmOrderInput;
  orderOrgId?: string;
  problems: Problem[];
}

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });
const statuses = {
  accepted: 'ACCEPTED',
  changed: 'CHANGED',
  backordered: 'BACKORDERED',
  rejected: 'REJECTED',
  substituted: 'SUBSTITUTED',
} as const;
const headers = { received: 'RECEIVED', accepted: 'ACCEPTED', rejected: 'REJECTED' } as const;

/**
 * A canonical answer of a supplier's ERP as input of `confirmOrder`. The order is found by the buyer's number among those that this supplier
 * received; the same number of several buyers is told apart by the buyer the document names. A foreign order is not found.
 */
export async function answerIntake(
  work: Work,
  document: OrderResponse,
  options: { channel: Channel; messageId: string },
): Promise<AnswerIntake> {
  const buyers = await organizationsNamed(work, document.buyer);
  const order = await one<{ id: string; orgId: string; n: number }>(
    work,
    `select o.id, o.org_id as "orgId", count(*) over ()::int as n from procurement.purchase_order o
     where o.counterparty_id = $1 and o.number = $2 and (cardinality($3::uuid[]) = 0 or o.org_id = any ($3)) limit 1`,
    [work.actor.orgId, document.order.number, buyers],
  );
  if (!order)
    return {
      problems: [problem('order.number', 'ORDER_UNKNOWN', `You have received no order ${document.order.number} on the hub.`)],
    };
  if (order.n > 1)
    return {
      problems: [
        problem(
          'order.number',
          'ORDER_AMBIGUOUS',
          `Several buyers have sent you an order ${document.order.number}; the answer must name the buyer.`,
        ),
      ],
    };
  return { orderOrgId: order.orgId, problems: [], input: confirmInput(document, order.id, options) };
}

function confirmInput(
  document: OrderResponse,
  orderId: string,
  options: { channel: Channel; messageId: string },
): ConfirmOrderInput {
  const header = document.status === 'changed' ? undefined : headers[document.status];
  return {
    orderId,
    channel: options.channel,
    messageId: options.messageId,
    ...(header ? { header } : {}),
    ...(document.number ? { supplierNumber: document.number.slice(0, 50) } : {}),
    ...(document.note.length > 0 ? { reason: document.note.join('\n').slice(0, 500) } : {}),
    ...(document.lines.length > 0 ? { lines: document.lines.map(confirmLine) } : {}),
  };
}

type ConfirmLine = NonNullable<ConfirmOrderInput['lines']>[number];

const confirmLine = (line: OrderResponseLine): ConfirmLine => ({
  lineNumber: line.number,
  schedules: line.schedules.map((schedule) => confirmSchedule(line, schedule)),
});

function confirmSchedule(line: OrderResponseLine, schedule: ResponseSchedule): ConfirmLine['schedules'][number] {
  const reason = schedule.reason ?? (line.note.length > 0 ? line.note.join('\n') : undefined);
  return {
    status: statuses[schedule.status],
    quantity: schedule.quantity.value,
    ...(schedule.shipOn ? { shipOn: schedule.shipOn } : {}),
    ...(schedule.deliverOn ? { deliverOn: schedule.deliverOn } : {}),
    ...(schedule.price
      ? {
          price: {
            amount: schedule.price.amount,
            basis: schedule.price.basis,
            unit: schedule.price.unit,
            currency: schedule.price.currency,
          },
        }
      : {}),
    ...(schedule.substitute ? { substitute: substituteOf(schedule.substitute) } : {}),
    ...(reason ? { reason: reason.slice(0, 500) } : {}),
    ...(schedule.rawStatus ? { rawStatus: schedule.rawStatus.slice(0, 40) } : {}),
  };
}

const substituteOf = (item: NonNullable<ResponseSchedule['substitute']>) => ({
  supplierPart: item.supplierPart,
  manufacturerPart: item.manufacturerPart,
  manufacturer: item.manufacturer,
  description: item.name ?? item.description,
});
