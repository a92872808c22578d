import { hasError, type Order, type OrderResponse } from '#libs/documents';
import { addJob, type Work } from '#libs/platform';
import type { AppliedDocument } from '../inbound/applied-document.js';
import type { ReadDocument } from '../inbound/reading/read-document.js';
import type { Message } from '../message/message.js';
import { profileFor } from '../partner/partner.reader.js';
import { queueDocument } from './queue-document.js';

/** A document as it was read and what became of it. */
export interface ToldRefusal {
  message: Message;
  document: ReadDocument;
  applied: AppliedDocument;
}

/** Characters of the reasons together: a note, not a log. */
const reasonMax = 1_000;

/**
 * Tells the acting buyer's ERP that the hub refuses his order for a reason of business (a part nobody offers, another price): his 997 or his 202
 * only said that it could be read. A paused connection has it in its queue; without a live one, or when the format cannot say it, the buyer's people get a
 * mail, once. An order that could not be read at all was told so by the reply; cXML has the verdict in its Response.
 */
export async function tellRefusal(work: Work, { message, document, applied }: ToldRefusal): Promise<void> {
  const order = document.document;
  if (applied.state !== 'REFUSED' || order?.kind !== 'order' || order.purpose === 'cancel') return;
  if (message.format === 'CXML' || message.test || hasError(document.problems)) return;
  const profile = await profileFor(work, 'BUYER');
  const mail = () =>
    addJob(work, { task: 'exchange.mail-refusal', payload: { id: message.id, position: document.position } }).then(
      () => undefined,
    );
  // Who applies a message again sees himself what becomes of it.
  if (!profile || profile.testMode) return message.replays === 0 ? mail() : undefined;
  const reasons = applied.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message);
  const queued = await queueDocument(work, {
    profile,
    document: refusal(order, reasons, work.now),
    cause: `order.refused:${message.id}:${document.position}`,
  });
  if (queued && hasError(queued.problems)) await mail();
}

/** A refusal speaks for the whole order, so it has no lines (Peppol T76-R009); its reasons are a note. */
function refusal(order: Order, reasons: readonly string[], now: Date): OrderResponse {
  const note = [...new Set(reasons)].join(' ').slice(0, reasonMax);
  return {
    kind: 'orderResponse',
    issuedOn: now.toISOString().slice(0, 10),
    issuedAt: now.toISOString(),
    order: { number: order.number, issuedOn: order.issuedOn },
    status: 'rejected',
    operation: 'new',
    buyer: order.buyer,
    supplier: order.supplier,
    currency: order.currency,
    note: note ? [note] : [],
    lines: [],
  };
}
