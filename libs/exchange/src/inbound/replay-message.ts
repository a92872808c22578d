import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, requirePermission, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import { lockMessage, messageById, rawOf } from '../message/message.reader.js';
import { permissions } from '../permissions.js';
import { applyMessage } from './apply-message.js';

/**
 * Applies an inbound message again from its stored bytes, after what was wrong has been mended: a missing identifier, a part that was not yet
 * published, a right of the key. What was applied before is not applied twice. Errors: MessageNotReplayable (outbound, or applied whole).
 * Throws Forbidden, NotFound.
 */
export async function replayMessage(
  work: Work,
  input: { messageId: string },
): Promise<Result<Message, Fault<'MessageNotReplayable'>>> {
  requirePermission(work, permissions.manageExchange);
  const message = await lockMessage(work, input.messageId);
  if (message.direction !== 'IN' || message.state === 'APPLIED')
    return fail({ code: 'MessageNotReplayable', path: ['messageId'], values: { state: message.state } });
  await affected(work, 'update exchange.message set replays = replays + 1 where org_id = $1 and id = $2', [
    message.orgId,
    message.id,
  ]);
  await applyMessage(work, { messageId: message.id, bytes: await rawOf(work, message.id), again: true });
  await audit(work, { action: permissions.manageExchange, subject: `message:${message.id}`, detail: { replayed: true } });
  return ok(await messageById(work, message.id));
}
