import { hasError, type OrderResponse, type OrderResponseLine, type Problem, type ResponseSchedule } from '#libs/documents';
import { add } from '#libs/kernel';
import { one, type Work } from '#libs/platform';
import {
  type Channel,
  type ConfirmOrderInput,
  isLive,
  type OrderLine,
  orderForExchange,
  type WholeOrder,
} from '#libs/procurement';
import { organizationsNamed } from '../partner/partner-identity.reader.js';
import { comparePrice, unitWords } from './price-compare.js';

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
 * A canonical answer of a supplier's ERP as input of `confirmOrder`. The order is the one whose document the answer refers to (cXML payloadID),
 * else it is found by the buyer's number among those that this supplier received; the same number of several buyers is told apart by the buyer the
 * document names. A foreign order is not found.
 */
export async function answerIntake(
  work: Work,
  document: OrderResponse,
  options: { channel: Channel; messageId: string },
): Promise<AnswerIntake> {
  const order = await orderMeant(work, document);
  if ('severity' in order) return { problems: [order] };
  const whole = await orderForExchange(work, order.id);
  const problems = unitProblems(document, whole);
  if (hasError(problems)) return { orderOrgId: order.orgId, problems };
  return { orderOrgId: order.orgId, problems, input: confirmInput(document, whole, options) };
}

/** An order that a supplier's document refers to. */
export interface MeantOrder {
  id: string;
  orgId: string;
}

/** The order that a document of the acting supplier refers to, or why there is none. */
export async function orderMeant(work: Work, document: Pick<OrderResponse, 'order' | 'buyer'>): Promise<MeantOrder | Problem> {
  const { payloadId, number } = document.order;
  const meant = payloadId === undefined ? undefined : await orderSentAs(work, payloadId, number);
  if (meant) return meant;
  const buyers = await organizationsNamed(work, document.buyer);
  const order = await one<MeantOrder & { n: number }>(
    work,
    `select o.id, o.org_id as "orgId", count(*) over ()::int as n from procurement.purchase_order o
     where o.counterparty_id = $1 and o.number = $2 and (cardinality($3::uuid[]) = 0 or o.org_id = any ($3)) limit 1`,
    [work.actor.orgId, number, buyers],
  );
  if (!order) return problem('order.number', 'ORDER_UNKNOWN', `You have received no order ${number} on the hub.`);
  if (order.n === 1) return order;
  const told = `Several buyers have sent you an order ${number}; the document must name the buyer.`;
  return problem('order.number', 'ORDER_AMBIGUOUS', told);
}

/** The order that the hub sent to the acting supplier's ERP under an id of its own, if it also bears that number. */
function orderSentAs(work: Work, payloadId: string, number: string): Promise<MeantOrder | undefined> {
  return one<MeantOrder>(
    work,
    `select d.order_id as id, d.order_org_id as "orgId" from exchange.message m join exchange.document d on d.org_id = m.org_id and d.message_id = m.id
     where m.org_id = $1 and m.direction = 'OUT' and m.transport_id = $2 and d.business_number = $3 and d.coordinate = 'cxml:1.2:OrderRequest'
       and d.order_id is not null limit 1`,
    [work.actor.orgId, payloadId, number],
  );
}

/** A quantity in another unit than the ordered one is another quantity: 2500 pieces are not 2500 boxes. */
function unitProblems(document: OrderResponse, order: WholeOrder): Problem[] {
  return document.lines.flatMap((line, n) => {
    const ordered = order.lines.find((known) => known.number === line.number);
    const wrong =
      ordered &&
      line.schedules.find(({ quantity }) => quantity.unit !== ordered.orderUnit && unitWords(quantity) !== ordered.rawUnit);
    if (!ordered || !wrong) return [];
    return [
      problem(
        `lines[${n}].quantity`,
        'UNIT_DIFFERS',
        `Line ${line.number} was ordered in ${ordered.rawUnit ?? ordered.orderUnit}, but is answered in ${unitWords(wrong.quantity)}.`,
      ),
    ];
  });
}

function confirmInput(
  document: OrderResponse,
  order: WholeOrder,
  options: { channel: Channel; messageId: string },
): ConfirmOrderInput {
  // What is not listed: accepted by the header, back-ordered line by line, else left as it is.
  const header =
    document.status === 'changed' ? (document.unlisted === 'accepted' ? 'ACCEPTED' : undefined) : headers[document.status];
  const lines = [
    ...document.lines.map((line) => confirmLine(line, order)),
    ...(document.unlisted === 'backordered' ? rest(document, order) : []),
  ];
  return {
    orderId: order.id,
    channel: options.channel,
    messageId: options.messageId,
    ...(header ? { header } : {}),
    ...(document.number ? { supplierNumber: document.number.slice(0, 50) } : {}),
    ...(document.note.length > 0 ? { reason: document.note.join('\n').slice(0, 500) } : {}),
    ...(lines.length > 0 ? { lines } : {}),
  };
}

type ConfirmLine = NonNullable<ConfirmOrderInput['lines']>[number];

/** Lines that an answer does not list, back-ordered whole. */
function rest(document: OrderResponse, order: WholeOrder): ConfirmLine[] {
  return order.lines
    .filter((line) => !document.lines.some((listed) => listed.number === line.number))
    .map((line) => ({ lineNumber: line.number, open: line.schedules.filter(({ status }) => isLive(status)) }))
    .filter(({ open }) => open.length > 0)
    .map(({ lineNumber, open }) => ({
      lineNumber,
      schedules: [{ status: 'BACKORDERED', quantity: open.reduce((sum, { quantity }) => add(sum, quantity), '0') }],
    }));
}

function confirmLine(line: OrderResponseLine, order: WholeOrder): ConfirmLine {
  const ordered = order.lines.find((known) => known.number === line.number);
  return {
    lineNumber: line.number,
    schedules: line.schedules.map((schedule) =>
      confirmSchedule(line, schedule, ordered && { line: ordered, currency: order.currency }),
    ),
  };
}

interface Ordered {
  line: OrderLine;
  currency: string;
}

function confirmSchedule(
  line: OrderResponseLine,
  schedule: ResponseSchedule,
  ordered: Ordered | undefined,
): ConfirmLine['schedules'][number] {
  const reason = schedule.reason ?? (line.note.length > 0 ? line.note.join('\n') : undefined);
  return {
    status: statuses[schedule.status],
    quantity: schedule.quantity.value,
    ...(schedule.shipOn ? { shipOn: schedule.shipOn } : {}),
    ...(schedule.deliverOn ? { deliverOn: schedule.deliverOn } : {}),
    ...saidPrice(schedule, ordered),
    ...(schedule.substitute ? { substitute: substituteOf(schedule.substitute) } : {}),
    ...(reason ? { reason: reason.slice(0, 500) } : {}),
    ...(schedule.rawStatus ? { rawStatus: schedule.rawStatus.slice(0, 40) } : {}),
  };
}

/** The price of an answer, unless it only repeats what was ordered in the words of its format. */
function saidPrice({ price }: ResponseSchedule, ordered: Ordered | undefined): Pick<ConfirmLine['schedules'][number], 'price'> {
  if (!price) return {};
  if (ordered) {
    const { priceAmount: amount, priceBasis: basis, ...line } = ordered.line;
    const repeated = comparePrice(price, { ...line, amount, basis, currency: ordered.currency }, ordered.currency) === 'same';
    const moved = ordered.line.schedules.some((known) => known.price !== null);
    if (repeated && !moved) return {};
  }
  const { amount, basis, unit, currency } = price;
  return { price: { amount, basis, unit, currency } };
}

const substituteOf = (item: NonNullable<ResponseSchedule['substitute']>) => ({
  supplierPart: item.supplierPart,
  manufacturerPart: item.manufacturerPart,
  manufacturer: item.manufacturer,
  description: item.name ?? item.description,
});
