import {
  type Acknowledgement,
  type ApplicationResponse,
  hasError,
  type InterchangeAcknowledgement,
  type OrderResponse,
} from '#libs/documents';
import { type Actor, one, type Work } from '#libs/platform';
import { type Channel, confirmOrder } from '#libs/procurement';
import type { Message } from '../message/message.js';
import { answerIntake } from '../translate/answer-intake.js';
import type { AppliedDocument, Outcome } from './applied-document.js';
import { acknowledgeOutbound } from './applying/acknowledge-outbound.js';
import { applyDespatch } from './applying/apply-despatch.js';
import { applyOrder } from './applying/apply-order.js';
import { applyOrderChange } from './applying/apply-order-change.js';
import { applyReceipt } from './applying/apply-receipt.js';
import { applyStock } from './applying/apply-stock.js';
import { cameOn } from './applying/came-on.js';
import { noteInterchange, noteResponse } from './applying/note-response.js';
import type { ReadDocument } from './reading/read-document.js';
import type { BusinessDocument } from './reading/taken-document.js';
import { problemsOf, Refused } from './refused.js';

/**
 * Applies one document by the verb it asks for. Whatever stands against it becomes problems with their places; the savepoint is rolled back then,
 * so that a refused document changes nothing. So is that of a document marked as a test: it is judged whole and leaves nothing behind.
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
  const attempt = (): Promise<Outcome> => inSavepoint(work, (inner) => act(inner, message, document));
  const outcome = await attempt()
    // Somebody else placed this very number between the look and the insert: looked at again it is a repetition, or really taken.
    .catch((error: unknown) => (isNumberTaken(error) ? attempt() : Promise.reject(error)))
    .catch(
      (error: unknown): Outcome => (error instanceof Tested ? error.outcome : { state: 'REFUSED', problems: problemsOf(error) }),
    );
  return { ...applied, ...outcome, problems: [...document.problems, ...outcome.problems] };
}

const isNumberTaken = (error: unknown): boolean =>
  error instanceof Refused && error.problems.some((problem) => problem.code === 'ORDER_NUMBER_TAKEN');

/** Carries the verdict of a test out of its savepoint. */
class Tested extends Error {
  constructor(readonly outcome: Outcome) {
    super('a test');
  }
}

async function act(work: Work, message: Message, read: ReadDocument): Promise<Outcome> {
  const document = read.document!;
  if (document.kind === 'acknowledgement')
    return acknowledgeOutbound(work, { orgId: message.orgId, on: await cameOn(work, message) }, document);
  if (document.kind === 'interchangeAcknowledgement') return noteInterchange(work, message, document);
  if (document.kind === 'applicationResponse') return noteResponse(work, message, document);
  const channel: Channel = message.format === null || message.format === 'UNKNOWN' ? 'API' : message.format;
  const outcome = await applyBusiness(work, { channel, message, read, document });
  if (!message.test) return outcome;
  throw new Tested({
    ...outcome,
    state: 'IGNORED',
    orderOrgId: null,
    orderId: null,
    problems: [
      ...outcome.problems,
      {
        at: '/',
        code: 'TEST_NOT_APPLIED',
        message: 'The message is marked as a test: it was checked, and nothing was done.',
        severity: 'info',
      },
    ],
  });
}

type OfBusiness = Exclude<BusinessDocument, Acknowledgement | InterchangeAcknowledgement | ApplicationResponse>;
interface Arrived {
  channel: Channel;
  message: Message;
  read: ReadDocument;
  document: OfBusiness;
}

async function applyBusiness(work: Work, { channel, message, read, document }: Arrived): Promise<Outcome> {
  const once = { channel, messageId: `${message.id}:${read.position}` };
  switch (document.kind) {
    case 'order':
      return applyOrder(work, document, { channel, key: `exchange:${message.id}:${read.position}` });
    case 'orderChange':
      return applyOrderChange(work, document, once);
    case 'orderResponse':
      return applyAnswer(work, document, once);
    case 'despatchAdvice':
      return applyDespatch(work, document, channel);
    case 'receiptAdvice':
      return applyReceipt(work, document, once);
    case 'stockReport':
      return applyStock(work, document);
  }
}

async function applyAnswer(
  work: Work,
  document: OrderResponse,
  facts: { channel: Channel; messageId: string },
): Promise<Outcome> {
  const intake = await answerIntake(work, document, facts);
  if (!intake.input) {
    if (await answersTest(work, document.order.number))
      return {
        state: 'IGNORED',
        problems: [
          {
            at: 'order.number',
            code: 'TEST_ANSWERED',
            message: `The answer to the test order ${document.order.number} could be read.`,
            severity: 'info',
          },
        ],
      };
    throw new Refused(intake.problems);
  }
  const confirmed = await confirmOrder(work, intake.input);
  if (!confirmed.ok) throw Refused.faults(confirmed.errors);
  const order = confirmed.value;
  return { state: 'APPLIED', problems: intake.problems, orderOrgId: order.orgId, orderId: order.id, counterpartyId: order.orgId };
}

/** Whether the number is of a test order that the hub sent to the acting organisation's ERP. */
async function answersTest(work: Work, number: string): Promise<boolean> {
  const found = await one(
    work,
    `select 1 from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where d.org_id = $1 and d.business_number = $2 and m.direction = 'OUT' and m.test limit 1`,
    [work.actor.orgId, number],
  );
  return found !== undefined;
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
