import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, onceByKey, requirePermission, rows, sqlState, type Work } from '#libs/platform';
import {
  bindPromises,
  type ExchangeTerms,
  lapseOverdue,
  liveHolds,
  type PromisedOrderLine,
  releaseHolder,
  type StockHold,
  takePromises,
  unitTermsOf,
} from '#libs/supply';
import { lockBasket } from '../basket/basket.reader.js';
import { emptyBasket } from '../basket/basket.writer.js';
import { exchangeFaults } from '../core/exchange.rules.js';
import { openCores } from '../core/open-cores.js';
import { linesWithHolds } from '../holding/held.rules.js';
import type { Channel } from '../order/channel.js';
import type { WholeOrder } from '../order/order.entity.js';
import { ordersByIds } from '../order/order.reader.js';
import { keepConsents } from '../substitution/keep-consents.js';
import { keepRequirements } from './keep-requirements.js';
import { type DraftTerms, draftOrder, type OrderDraft } from './order-draft.js';
import { type CheckedOrder, type OrderedLine, type PlaceOrderInput, placeOrderInput } from './placing.input.js';
import { type PlacingContext, placeOf, placingContext, pricedLines } from './placing.reader.js';
import { mayPlace, type PlacedLine, type PlacingFault, splitOrders } from './placing.rules.js';

/**
 * Places the orders of a basket or of lines, one per supplier, currency and agreement (trade-rules 19), and tells each supplier.
 * Stock is held in the same transaction: of what is there at once, the rest is promised for the lead time; an offer without
 * one sells from stock only. A line of an offer that is sold in exchange names the core that the buyer saw (`exchangeSeen`); each of its
 * units becomes a core that he owes. What the basket holds, or `holdIds` name, is used up first, at its place. Once per idempotency key: a repeated call gets the same orders. The basket is empty afterwards.
 * Errors: every fault of every line at once, with `path` to the line. All orders are placed or none. Throws Forbidden without
 * order:place, NotFound for a foreign basket, BadInput for what no honest client sends.
 */
export async function placeOrder(
  work: Work,
  raw: PlaceOrderInput,
): Promise<Result<WholeOrder[], PlacingFault | Fault<'IdempotencyMismatch'>>> {
  requirePermission(work, 'order:place');
  const input = checkInput(placeOrderInput, raw);
  const { idempotencyKey, ...request } = input;
  const placed = await onceByKey(work, { operation: 'placeOrder', key: idempotencyKey, request }, () => placeOnce(work, input));
  return placed.ok ? ok(await ordersByIds(work, placed.value)) : placed;
}

/** What a verb that has settled a price elsewhere says instead of supply and the partnership. */
export interface SettledTerms {
  priced(lines: PlacedLine[]): PlacedLine[];
  terms: DraftTerms['partner'];
}

/** Orders of a checked input, once per call: for verbs that have their own key, and their own word on what supply says of the lines. */
export async function placeOnce(
  work: Work,
  input: CheckedOrder,
  settled?: SettledTerms,
): Promise<Result<string[], PlacingFault>> {
  const asked = input.basketId ? await linesOfBasket(work, input.basketId) : (input.lines ?? []);
  await takePromises(
    work,
    asked.flatMap(({ promiseId }) => promiseId ?? []),
  );
  const holds = await holdsOf(work, input);
  const answered = await answeredLines(work, asked, holds);
  const lines = settled ? settled.priced(answered) : answered;
  const orders = splitOrders(lines);
  const context = await placingContext(work, {
    destinations: [input.shipTo, input.billTo],
    suppliers: [...new Set(lines.map((line) => line.priced.supplierId))],
    parts: [...new Set(lines.flatMap((line) => line.priced.partId ?? []))],
    agreements: [...new Set(lines.flatMap((line) => line.priced.agreementId ?? []))],
    offers: [...new Set(lines.flatMap((line) => line.priced.offerId ?? []))],
    number: input.number ?? null,
  });
  const cores = await coresOf(work, context);
  const faults = [
    ...mayPlace(lines),
    ...exchangeFaults(lines, cores),
    ...blockedParts(lines, context),
    ...callFaults(input, context, orders),
  ];
  const places = placesOf(input, context);
  if (faults.length > 0 || !places) return fail(...faults);

  const drafts = orders.map((order) =>
    draftOrder(order, termsOf(work, input, { ...places, partner: settled?.terms ?? partnerOf(order, context) })),
  );
  const refused = await write(work, drafts);
  if (refused.length > 0) return fail(...refused);
  if (cores.size > 0) await openCores(work, drafts, (offerId) => cores.get(offerId));
  await bindPromises(work, promised(drafts, asked));
  const unmet = await keepRequirements(work, drafts, context);
  if (unmet.length > 0) return fail(...unmet);
  const consents = consented(drafts);
  if (consents.length > 0) await keepConsents(work, consents);
  if (input.basketId) await emptyBasket(work, input.basketId);
  // A hold of an offer that is no longer in the basket.
  if (input.basketId && holds.length > 0) await releaseHolder(work, { id: input.basketId });
  return ok(drafts.map((draft) => draft.id));
}

/** What the offers that are sold in exchange say of their cores. Most orders have none, and ask nothing. */
async function coresOf(work: Work, { exchanged }: PlacingContext): Promise<Map<string, ExchangeTerms>> {
  const terms = await unitTermsOf(work, exchanged);
  return new Map(terms.flatMap(({ exchange }) => (exchange ? [[exchange.offerId, exchange]] : [])));
}

/** Lines of parts that nobody may sell to this buyer any more. */
function blockedParts(lines: readonly PlacedLine[], context: PlacingContext): PlacingFault[] {
  return lines
    .filter(({ priced }) => context.blockedParts.includes(priced.partId))
    .map(({ index, priced }) => ({
      code: 'PartSuperseded' as const,
      path: ['lines', String(index), 'offerId'],
      values: { number: priced.manufacturerPart },
    }));
}

/** The lines that take what a promise holds. */
function promised(drafts: readonly OrderDraft[], asked: readonly OrderedLine[]): PromisedOrderLine[] {
  return drafts.flatMap(({ lines }) =>
    lines.flatMap(({ id, index }) => {
      const promise = asked[index]?.promiseId;
      return promise ? [{ promise, line: id }] : [];
    }),
  );
}

/** The orders with lines on which the buyer consents to anything. */
function consented(drafts: readonly OrderDraft[]) {
  return drafts
    .map(({ id, supplierId, lines }) => ({
      id,
      supplierId,
      lines: lines.filter(({ alternatesConsent }) => alternatesConsent !== 'NONE'),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Lines beside what supply says of them now. Before one is called sold out, what others hold past their time is let go. */
async function answeredLines(work: Work, asked: readonly OrderedLine[], holds: readonly StockHold[]): Promise<PlacedLine[]> {
  if (asked.length === 0) return [];
  const answer = async (): Promise<PlacedLine[]> => {
    const priced = await pricedLines(work, asked);
    const lines = asked.map((line, index) => ({ index, asked: line, priced: priced[index] }));
    return linesWithHolds(
      lines.filter((line): line is PlacedLine => line.priced !== undefined),
      holds,
    );
  };
  const lines = await answer();
  const short = lines.filter(({ priced }) => priced.obstacles?.includes('OUT_OF_STOCK')).map(({ asked }) => asked.offerId);
  return short.length > 0 && (await lapseOverdue(work, short)) ? answer() : lines;
}

/** What this order may use up: only a basket or a buyer who names holds has any. */
async function holdsOf(work: Work, { basketId, holdIds }: CheckedOrder): Promise<StockHold[]> {
  if (basketId == null && !holdIds?.length) return [];
  return liveHolds(work, { holderIds: basketId ? [basketId] : [], holdIds: holdIds ?? [] });
}

async function linesOfBasket(work: Work, basketId: string): Promise<OrderedLine[]> {
  const { lines } = await lockBasket(work, basketId);
  return lines.map((line) => ({
    offerId: line.offerId,
    quantity: line.quantity,
    priceSeen: line.priceSeen,
    needBy: line.needBy,
    ncnrAccepted: line.ncnrAccepted,
    budgetAccepted: line.budgetAccepted,
    charges: [],
    note: line.note,
    alternatesConsent: line.alternatesConsent,
    requires: line.requires,
    exchangeSeen: line.coreSeen,
  }));
}

/** What stands against the call as a whole. */
function callFaults(input: CheckedOrder, context: PlacingContext, orders: readonly PlacedLine[][]): PlacingFault[] {
  const faults: PlacingFault[] = [];
  if (!placeOf(input.shipTo, context.sites)) faults.push({ code: 'SiteUnknown', path: ['shipTo'] });
  if (input.billTo && !placeOf(input.billTo, context.sites)) faults.push({ code: 'SiteUnknown', path: ['billTo'] });
  if (context.numberTaken) faults.push({ code: 'OrderNumberTaken', path: ['number'], values: { number: input.number ?? null } });
  if (input.number && orders.length > 1)
    faults.push({ code: 'OrderSplits', path: ['number'], values: { orders: orders.length } });
  for (const line of orders.flat()) {
    const { supplierId, offerId } = line.priced;
    if (offerId && !context.partners.some((partner) => partner.supplierId === supplierId)) {
      faults.push({ code: 'PartnershipInactive', path: ['lines', String(line.index)], values: { supplierId } });
    }
  }
  return faults;
}

function placesOf(input: CheckedOrder, context: PlacingContext): Pick<DraftTerms, 'shipTo' | 'billTo'> | undefined {
  const shipTo = placeOf(input.shipTo, context.sites);
  const billTo = input.billTo ? placeOf(input.billTo, context.sites) : shipTo;
  return shipTo && billTo && { shipTo, billTo };
}

/** What the agreement says of payment and delivery, else what the partners have settled. */
function partnerOf(order: readonly PlacedLine[], context: PlacingContext): DraftTerms['partner'] {
  const partner = context.partners.find((p) => p.supplierId === order[0]?.priced.supplierId);
  const agreement = context.agreements.find((a) => a.id === order[0]?.priced.agreementId);
  return {
    paymentTerms: agreement?.paymentTerms ?? partner?.paymentTerms ?? null,
    deliveryTerms: agreement?.deliveryTerms ?? partner?.deliveryTerms ?? null,
  };
}

function termsOf(work: Work, input: CheckedOrder, terms: Pick<DraftTerms, 'shipTo' | 'billTo' | 'partner'>): DraftTerms {
  const channel: Channel = input.channel ?? (work.actor.kind === 'user' ? 'PORTAL' : 'API');
  return { input, channel, member: work.actor.kind === 'user' ? work.actor.memberId : null, ...terms };
}

/** One statement: stock, numbers, rows, the suppliers' jobs. What was free a moment ago may be gone now: then its refusals come back. */
async function write(work: Work, drafts: readonly OrderDraft[]): Promise<PlacingFault[]> {
  const answers = await rows<{ outcome: string; id: string | null; line: string | null; free: string | null }>(
    work,
    'select * from procurement.place_orders($1)',
    [JSON.stringify(drafts)],
  ).catch((error: unknown) => {
    if (sqlState(error) === '23505') return [{ outcome: 'NUMBER_TAKEN', id: null, line: null, free: null }];
    throw error;
  });
  const indexOf = new Map(drafts.flatMap((draft) => draft.lines.map((line) => [line.id, line.index])));
  return answers
    .filter((answer) => answer.outcome !== 'PLACED')
    .map((answer) => refusalOf(answer, indexOf.get(answer.line ?? '') ?? 0, drafts[0]?.number ?? null));
}

function refusalOf(
  answer: { outcome: string; id: string | null; free: string | null },
  index: number,
  number: string | null,
): PlacingFault {
  const path = ['lines', String(index)];
  switch (answer.outcome) {
    case 'NUMBER_TAKEN':
      return { code: 'OrderNumberTaken', path: ['number'], values: { number } };
    case 'PARTNERSHIP_INACTIVE':
    case 'NO_PARTNERSHIP':
      return { code: 'PartnershipInactive', path, values: { supplierId: answer.id } };
    case 'OUT_OF_STOCK':
      return { code: 'OutOfStock', path: [...path, 'quantity'], values: { free: answer.free ?? '0', unit: null } };
    case 'WITHDRAWN':
    case 'OFFER_UNKNOWN':
      return { code: 'OfferWithdrawn', path: [...path, 'offerId'] };
    default:
      throw new Error(`supply refused a line: ${answer.outcome}`);
  }
}
