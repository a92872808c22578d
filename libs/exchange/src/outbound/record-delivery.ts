import { addJob, affected, audit, rows, type Work } from '#libs/platform';
import { acknowledgeOutbound } from '../inbound/applying/acknowledge-outbound.js';
import type { Message } from '../message/message.js';
import { lockMessage } from '../message/message.reader.js';
import { type DeliveryOutcome, pauseAfter } from './delivery.js';

/**
 * Keeps the try, notes a 997 that came back in its reply, and moves the message on: SENT, FAILED with the time of the next try, or DEAD when the partner refused it or no try is left.
 * What is dead waits in the list of the organisation until somebody resends it.
 */
export async function recordDelivery(work: Work, messageId: string, outcome: DeliveryOutcome): Promise<void> {
  const message = await lockMessage(work, messageId);
  await rows(
    work,
    `insert into exchange.delivery_attempt (org_id, message_id, number, started_at, ended_at, outcome, status, detail, reply)
     select $1, $2, coalesce(max(a.number), 0) + 1, $3, $4, $5, $6, $7, $8 from exchange.delivery_attempt a where a.org_id = $1 and a.message_id = $2`,
    [
      message.orgId,
      message.id,
      outcome.startedAt,
      outcome.endedAt,
      outcome.outcome,
      outcome.status ?? null,
      outcome.detail?.slice(0, 2000) ?? null,
      outcome.reply?.slice(0, 8000) ?? null,
    ],
  );
  for (const acknowledgement of outcome.acknowledgements ?? [])
    if (acknowledgement.group.control.padStart(9, '0') === message.controlNumber)
      await acknowledgeOutbound(
        work,
        { orgId: message.orgId, on: message.profileId === null ? null : [message.profileId] },
        acknowledgement,
      );
  // A try that was overtaken by another says nothing any more, except that the partner has it.
  const late = message.state !== 'SENDING' || (outcome.attempt ?? message.attempts) !== message.attempts;
  if (late && (outcome.outcome !== 'DELIVERED' || message.state === 'SENT')) return;
  const pause = outcome.outcome !== 'DELIVERED' && outcome.again ? pauseAfter(message.attempts) : undefined;
  const state = outcome.outcome === 'DELIVERED' ? 'SENT' : pause === undefined ? 'DEAD' : 'FAILED';
  const next = pause === undefined ? null : new Date(work.now.getTime() + pause * 1000);
  await affected(
    work,
    `update exchange.message set state = $3, next_attempt_at = $4, settled_at = case when $3 = 'FAILED' then null else clock_timestamp() end, version = version + 1
     where org_id = $1 and id = $2`,
    [message.orgId, message.id, state, next],
  );
  if (state !== 'FAILED')
    await affected(
      work,
      'update exchange.document set state = $3, settled_at = clock_timestamp() where org_id = $1 and message_id = $2',
      [message.orgId, message.id, state],
    );
  if (next)
    await addJob(work, {
      task: 'exchange.deliver-message',
      payload: { id: message.id },
      runAt: next,
      key: `deliver:${message.id}`,
    });
  if (state !== 'FAILED') await startNext(work, message);
  if (state === 'DEAD')
    await audit(work, {
      action: 'message:give-up',
      subject: `message:${message.id}`,
      detail: { attempts: message.attempts, outcome: outcome.outcome, status: outcome.status ?? null },
    });
  work.notify('message.changed', message.orgId, message.id);
}

/** What waited behind this message, because it speaks of the same order, may go. */
export async function startNext(work: Work, message: Message): Promise<void> {
  await rows(
    work,
    `select platform.add_job('exchange.deliver-message', jsonb_build_object('id', next.id), 'deliver:' || next.id) from (
       select m.id from exchange.document own join exchange.document d on d.org_id = own.org_id and d.order_org_id = own.order_org_id and d.order_id = own.order_id
       join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
       where own.org_id = $1 and own.message_id = $2 and m.direction = 'OUT' and m.id > $2 and m.state = 'QUEUED' order by m.id limit 1) next`,
    [message.orgId, message.id],
  );
}
