import { hasError } from '#libs/documents';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, affected, audit, requirePermission, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import { lockMessage, messageById } from '../message/message.reader.js';
import { permissions } from '../permissions.js';
import { rewriteMessage } from './rewrite-message.js';

export type ResendMessageFault = Fault<'MessageNotResendable' | 'MessageNotWritable'>;

/**
 * Sends an outbound message again, byte for byte under the same ids, with all tries anew. For what was given up, waits for a later try, or was
 * sent and lost at the partner's. One that its format could not say right is never sent as it was written: what it was about is written anew
 * from the order, and the new message is given. Errors: MessageNotResendable (inbound, on its way right now, or rewritten before),
 * MessageNotWritable (the format still cannot say it). Throws Forbidden, NotFound.
 */
export async function resendMessage(work: Work, input: { messageId: string }): Promise<Result<Message, ResendMessageFault>> {
  requirePermission(work, permissions.manageExchange);
  const message = await lockMessage(work, input.messageId);
  if (message.direction !== 'OUT' || message.state === 'SENDING' || message.state === 'QUEUED') {
    return fail({ code: 'MessageNotResendable', path: ['messageId'], values: { state: message.state } });
  }
  if (hasError(message.problems)) return sendAnew(work, message);
  await affected(
    work,
    `update exchange.message set state = 'QUEUED', attempts = 0, next_attempt_at = null, settled_at = null, version = version + 1 where org_id = $1 and id = $2`,
    [message.orgId, message.id],
  );
  await affected(work, `update exchange.document set state = 'QUEUED', settled_at = null where org_id = $1 and message_id = $2`, [
    message.orgId,
    message.id,
  ]);
  await addJob(work, { task: 'exchange.deliver-message', payload: { id: message.id }, key: `deliver:${message.id}` });
  await audit(work, {
    action: permissions.manageExchange,
    subject: `message:${message.id}`,
    detail: { resent: true, from: message.state },
  });
  work.notify('message.changed', message.orgId, message.id);
  return ok(await messageById(work, message.id));
}

async function sendAnew(work: Work, message: Message): Promise<Result<Message, ResendMessageFault>> {
  const written = await rewriteMessage(work, message);
  if (!written) return fail({ code: 'MessageNotResendable', path: ['messageId'], values: { state: message.state } });
  const wrong = written.problems.find((problem) => problem.severity === 'error');
  if (wrong) return fail({ code: 'MessageNotWritable', path: ['messageId'], values: { reason: wrong.message } });
  await audit(work, {
    action: permissions.manageExchange,
    subject: `message:${message.id}`,
    detail: { rewritten: written.messageId, from: message.state },
  });
  return ok(await messageById(work, written.messageId));
}
