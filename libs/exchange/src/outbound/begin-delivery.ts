import { hasError, type Problem } from '#libs/documents';
import { addJob, affected, one, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import { lockMessage, rawOf } from '../message/message.reader.js';
import { profileById, sealedSecret } from '../partner/partner.reader.js';
import type { PartnerProfile } from '../partner/partner-profile.js';
import { sendingSeconds } from './delivery.js';
import { startNext } from './record-delivery.js';

/** Everything the transport needs, read in one short transaction before anything is sent. */
export interface Delivery {
  message: Message;
  body: Buffer;
  profile: PartnerProfile;
  sealedSecret: string | undefined;
}

/**
 * Takes a queued or failed message for one try and counts it. undefined: nothing to do, because it was sent, given up, or its connection is
 * paused. A message found SENDING is on its way; after the time of a try it was left by a worker that died, and is sent again under the same ids.
 */
export async function beginDelivery(work: Work, messageId: string): Promise<Delivery | undefined> {
  const message = await lockMessage(work, messageId);
  if (message.direction !== 'OUT' || !['QUEUED', 'FAILED', 'SENDING'].includes(message.state) || message.profileId === null)
    return undefined;
  if (await isOnItsWay(work, message)) return undefined;
  const profile = await profileById(work, message.profileId);
  if (profile.status === 'PAUSED') {
    await affected(work, `update exchange.message set state = 'QUEUED', next_attempt_at = null where org_id = $1 and id = $2`, [
      message.orgId,
      message.id,
    ]);
    return undefined;
  }
  if (message.format !== profile.format) return giveUp(work, message, [formatChanged(message, profile)]);
  // Whoever queued it: what its format could not say right does not leave.
  if (hasError(message.problems)) return giveUp(work, message, []);
  if (await waitsForEarlier(work, message)) return undefined;
  const overtaken = await overtakenBy(work, message);
  if (overtaken) return giveUp(work, message, [overtaken]);
  await affected(
    work,
    `update exchange.message set state = 'SENDING', attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => $3), version = version + 1
     where org_id = $1 and id = $2`,
    [message.orgId, message.id, sendingSeconds],
  );
  return {
    message: { ...message, attempts: message.attempts + 1 },
    body: await rawOf(work, message.id),
    profile,
    sealedSecret: await sealedSecret(work, profile.id),
  };
}

/** Another worker sends it at this moment. Should he die, this job comes back when his time is over. */
async function isOnItsWay(work: Work, { id, state, nextAttemptAt }: Message): Promise<boolean> {
  if (state !== 'SENDING' || !nextAttemptAt || nextAttemptAt <= work.now) return false;
  await addJob(work, { task: 'exchange.deliver-message', payload: { id }, runAt: nextAttemptAt, key: `deliver:${id}` });
  return true;
}

/** What is said of one order arrives in the order it was said: a later answer waits until the one before is sent or given up, which starts it again. */
async function waitsForEarlier(work: Work, message: Message): Promise<boolean> {
  const earlier = await one(
    work,
    `select 1 from exchange.document own join exchange.document d on d.org_id = own.org_id and d.order_org_id = own.order_org_id and d.order_id = own.order_id
     join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where own.org_id = $1 and own.message_id = $2 and m.profile_id = $3 and m.direction = 'OUT' and m.id < $2
       and m.state in ('QUEUED', 'SENDING', 'FAILED') limit 1`,
    [message.orgId, message.id, message.profileId],
  );
  return earlier !== undefined;
}

/**
 * An order that was cancelled whole before any try went out is not sent any more, and neither is its cancellation: the partner would only be asked to
 * deliver what nobody wants. After the first try he may have it, and then he gets both.
 */
async function overtakenBy(work: Work, message: Message): Promise<Problem | undefined> {
  const found = await one<{ cause: string; told: boolean }>(
    work,
    `select d.caused_by as cause, exists (
         select from exchange.document p join exchange.message m on m.org_id = p.org_id and m.id = p.message_id
         where p.org_id = d.org_id and p.order_org_id = d.order_org_id and p.order_id = d.order_id and p.caused_by like 'order.placed:%' and m.attempts > 0) as told
     from exchange.document d join procurement.purchase_order o on o.org_id = d.order_org_id and o.id = d.order_id
     where d.org_id = $1 and d.message_id = $2 and o.status = 'CANCELLED' and d.caused_by ~ '^order[.](placed|cancelled):'`,
    [message.orgId, message.id],
  );
  if (!found || found.told) return undefined;
  return found.cause.startsWith('order.placed:')
    ? { at: '/', code: 'ORDER_CANCELLED', message: 'The order was cancelled before it was sent.', severity: 'error' }
    : {
        at: '/',
        code: 'ORDER_NEVER_SENT',
        message: 'The order was never sent, so nothing is to be cancelled.',
        severity: 'error',
      };
}

/** The connection speaks another format now: the old words would only be misunderstood. */
function formatChanged(message: Message, profile: PartnerProfile): Problem {
  const told = `The connection speaks ${profile.format} now, and this message is ${message.format}.`;
  return { at: '/', code: 'FORMAT_CHANGED', message: told, severity: 'error' };
}

/** The order stands in the portal, and the message in the list of what was given up. */
async function giveUp(work: Work, message: Message, problems: readonly Problem[]): Promise<undefined> {
  await affected(
    work,
    `update exchange.message set state = 'DEAD', next_attempt_at = null, settled_at = clock_timestamp(), problems = problems || $3::jsonb, version = version + 1 where org_id = $1 and id = $2`,
    [message.orgId, message.id, JSON.stringify(problems)],
  );
  await affected(
    work,
    `update exchange.document set state = 'DEAD', settled_at = clock_timestamp() where org_id = $1 and message_id = $2`,
    [message.orgId, message.id],
  );
  await startNext(work, message);
  work.notify('message.changed', message.orgId, message.id);
  return undefined;
}
