import { hasError, type Problem } from '#libs/documents';
import { compare, errorCode, type Fault, type Result } from '#libs/kernel';
import { type Actor, BadInput, Refusal, type Work } from '#libs/platform';
import { cancelOrder, confirmOrder, orderByNumber, orderForExchange, placeOrder, type WholeOrder } from '#libs/procurement';
import type { DocumentState, Message } from '../message/message.js';
import { answerIntake } from '../translate/answer-intake.js';
import { orderIntake } from '../translate/order-intake.js';
import { acknowledgeOutbound } from './acknowledge-outbound.js';
import type { ReadDocument } from './read-message.js';

/** A document of an inbound message and what became of it, as the exchange log keeps it. */
export interface AppliedDocument {
  coordinate: string;
  businessNumber: string | null;
  counterpartyId: string | null;
  state: DocumentState;
  problems: Problem[];
  orderOrgId: string | null;
  orderId: string | null;
}

/**
 * Applies one document by the verb it asks for. Whatever stands against it becomes problems with their places; the savepoint is rolled back then,
 * so that a refused document changes nothing. Faults of the hub itself are thrown.
 */
export async function applyDocument(work: Work, message: Message, document: ReadDocument): Promise<AppliedDocument> {
  const applied: AppliedDocument = {
    coordinate: document.coordinate,
    businessNumber: document.businessNumber ?? null,
    counterpartyId: null,
    state: 'REFUSED',
    problems: document.problems,
    orderOrgId: null,
    orderId: null,
  };
  if (!document.document || hasError(document.problems)) return applied;
  const outcome = await inSavepoint(work, (inner) => act(inner, message, document)).catch((error: unknown) => refused(error));
  return { ...applied, ...outcome, problems: [...document.problems, ...outcome.problems] };
}

type Outcome = Pick<AppliedDocument, 'state' | 'problems'> & Partial<AppliedDocument>;

async function act(work: Work, message: Message, read: ReadDocument): Promise<Outcome> {
  const document = read.document!;
  if (document.kind === 'acknowledgement') return acknowledgeOutbound(work, message, document);
  const channel = message.format === 'CXML' || message.format === 'X12' ? message.format : 'UBL';
  if (document.kind === 'orderResponse') {
    const intake = await answerIntake(work, document, { channel, messageId: `${message.id}:${read.position}` });
    if (!intake.input) throw new Refused(intake.problems);
    return moved(await confirmOrder(work, intake.input), 'lines');
  }
  const key = `exchange:${message.id}:${read.position}`;
  if (document.purpose === 'cancel') return cancelled(work, document.number, await orderIntake(work, document, { channel, key }));
  if (document.purpose === 'change') {
    throw new Refused([
      {
        at: 'purpose',
        code: 'ORDER_CHANGE_UNSUPPORTED',
        message: 'A changed order cannot be taken as a document yet: cancel it and send a new one, or change it in the portal.',
        severity: 'error',
      },
    ]);
  }
  const intake = await orderIntake(work, document, { channel, key });
  if (!intake.input) throw new Refused(intake.problems);
  const repeated = intake.supplierId
    ? await orderByNumber(work, { buyerId: work.actor.orgId, supplierId: intake.supplierId }, document.number)
    : undefined;
  if (repeated) return await sameOrder(work, repeated.id, document);
  const placed = await placeOrder(work, intake.input);
  return moved(placed.ok ? { ok: true, value: placed.value[0]! } : placed, 'lines');
}

/** Trade rules 21: a number is unique per buyer. The same order under a new envelope is a repetition, not a second order; another order under it is refused. */
async function sameOrder(
  work: Work,
  orderId: string,
  document: { number: string; lines: readonly { number: string; quantity: { value: string } }[] },
): Promise<Outcome> {
  const order = await orderForExchange(work, orderId);
  const same =
    order.lines.length === document.lines.length &&
    order.lines.every((line) =>
      document.lines.some((l) => l.number === line.number && compare(l.quantity.value, line.quantity) === 0),
    );
  if (!same) {
    throw new Refused([
      {
        at: 'number',
        code: 'ORDER_NUMBER_TAKEN',
        message: `You have already sent an order ${document.number} with other lines.`,
        severity: 'error',
      },
    ]);
  }
  return {
    state: 'IGNORED',
    orderOrgId: order.orgId,
    orderId,
    counterpartyId: order.counterpartyId,
    problems: [
      {
        at: 'number',
        code: 'ORDER_REPEATED',
        message: `Order ${document.number} was taken before; nothing was done again.`,
        severity: 'info',
      },
    ],
  };
}

async function cancelled(work: Work, number: string, intake: { supplierId?: string; problems: Problem[] }): Promise<Outcome> {
  const order = intake.supplierId
    ? await orderByNumber(work, { buyerId: work.actor.orgId, supplierId: intake.supplierId }, number)
    : undefined;
  if (!order)
    throw new Refused([
      { at: 'number', code: 'ORDER_UNKNOWN', message: `You have sent no order ${number} to this supplier.`, severity: 'error' },
    ]);
  return moved(await cancelOrder(work, { orderId: order.id, reason: `Cancelled by document for order ${number}.` }), 'lines');
}

function moved(result: Result<WholeOrder, Fault>, at: string): Outcome {
  if (!result.ok) throw new Refused(result.errors.map((fault) => asProblem(fault, at)));
  const order = result.value;
  return { state: 'APPLIED', problems: [], orderOrgId: order.orgId, orderId: order.id, counterpartyId: order.counterpartyId };
}

/** A fault of a verb as a finding in the document: path `lines.0.quantity` is the place `lines[0].quantity`. */
function asProblem(fault: Fault, at: string): Problem {
  const place = fault.path
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  const values = Object.entries(fault.values ?? {}).filter(([, value]) => value !== null);
  const told = values.length > 0 ? ` (${values.map(([key, value]) => `${key} ${value}`).join(', ')})` : '';
  return { at: place || at, code: errorCode(fault.code), message: `${words(fault.code)}${told}.`, severity: 'error' };
}

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** What stands against a document, thrown so that the savepoint rolls back. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super('refused');
  }
}

function refused(error: unknown): Outcome {
  if (error instanceof Refused) return { state: 'REFUSED', problems: error.problems };
  if (error instanceof BadInput)
    return {
      state: 'REFUSED',
      problems: error.problems.map((p) => ({
        at: p.path.join('.'),
        code: 'VALUE_REFUSED',
        message: p.message,
        severity: 'error' as const,
      })),
    };
  if (error instanceof Refusal) {
    const message =
      error.code === 'NOT_FOUND' ? 'It does not exist, or it is not yours.' : 'The key does not have the right to do this.';
    return { state: 'REFUSED', problems: [{ at: '/', code: error.code, message, severity: 'error' }] };
  }
  throw error;
}

/** The same work inside a savepoint: events and notices of a refused document must not leave either, so they are held until it stands. */
async function inSavepoint<T>(work: Work, fn: (inner: Work) => Promise<T>): Promise<T> {
  const held: (() => void)[] = [];
  const value = await work.tx.transaction((tx) =>
    fn({
      actor: work.actor as Actor,
      now: work.now,
      tx,
      emit: (event) => void held.push(() => work.emit(event)),
      notify: (topic, orgId, id) => void held.push(() => work.notify(topic, orgId, id)),
    }),
  );
  for (const release of held) release();
  return value;
}
