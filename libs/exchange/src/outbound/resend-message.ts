import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, affected, audit, requirePermission, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import { lockMessage, messageById } from '../message/message.reader.js';
import { permissions } from '../permissions.js';

/**
 * Sends an outbound message again, byte for byte under the same ids, with all tries anew. For what was given up, waits for a later try, or was
 * sent and lost at the partner's. Errors: MessageNotResendable (inbound, or on its way right now). Throws Forbidden, NotFound.
 */
export async function resendMessage(
  work: Work,
  input: { messageId: string },
): Promise<Result<Message, Fault<'MessageNotResendable'>>> {
  requirePermission(work, permissions.manageExchange);
  const message = await lockMessage(work, input.messageId);
  if (message.direction !== 'OUT' || message.state === 'SENDING' || message.state === 'QUEUED') {
    return fail({ code: 'MessageNotResendable', path: ['messageId'], values: { state: message.state } });
  }
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
