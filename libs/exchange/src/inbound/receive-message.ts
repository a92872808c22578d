import type { Fault, Result } from '#libs/kernel';
import { type Actor, affected, systemActor, type UnitOfWork, type Work } from '#libs/platform';
import type { Arrival, Message, Reply } from '../message/message.js';
import { rawOf, rightsOf } from '../message/message.reader.js';
import { storeArrival } from '../message/store-arrival.js';
import { applyMessage } from './apply-message.js';

/** How a delivery ended, for the transport that must answer it. */
export interface Received {
  messageId: string;
  duplicate: boolean;
  reply: Reply;
}

/**
 * Takes a delivery of the actor's ERP: first its bytes, committed; then what it says, with its reply, in a second transaction; the caller answers
 * after that. A duplicate gets the reply of the first; one whose first was stored but never applied (the process died between) is applied now.
 * Errors: TransportIdReused, and then nothing is stored.
 */
export async function receiveMessage(
  unitOfWork: UnitOfWork,
  actor: Actor,
  arrival: Arrival,
): Promise<Result<Received, Fault<'TransportIdReused'>>> {
  const stored = await unitOfWork.run(actor, (work) => storeArrival(work, arrival));
  if (!stored.ok) return stored;
  const { messageId, duplicate, reply } = stored.value;
  if (reply) return { ok: true, value: { messageId, duplicate, reply } };
  const applied = await unitOfWork.run(actor, (work) => applyMessage(work, { messageId, bytes: arrival.received }));
  return { ok: true, value: { messageId, duplicate, reply: applied.reply } };
}

/**
 * Applies what was stored and never applied, from the bytes kept and with the rights of who brought it: for the sweep, when no sender comes back.
 * What fails is counted; after the last try the message is REFUSED and waits for somebody to apply it again. Throws whatever it failed of.
 */
export async function applyLeftover(unitOfWork: UnitOfWork, orgId: string, messageId: string): Promise<Message> {
  const system = systemActor(orgId);
  try {
    const { raw, rights } = await unitOfWork.read(system, async (work) => ({
      raw: await rawOf(work, messageId),
      rights: await rightsOf(work, messageId),
    }));
    const actor = rights ? { ...system, permissions: new Set(rights) } : system;
    return (await unitOfWork.run(actor, (work) => applyMessage(work, { messageId, bytes: raw }))).message;
  } catch (error) {
    await unitOfWork.run(system, (work) => countTry(work, messageId));
    throw error;
  }
}

/** Tries of the sweep, each after twice the time of the one before (`exchange.messages_left_over`): the last about eight hours after the delivery. */
const triesMax = 10;

async function countTry(work: Work, messageId: string): Promise<void> {
  const message = 'The hub could not apply the message and has given up. Apply it again when the cause is mended.';
  const problem = { at: '/', code: 'NOT_APPLIED', message, severity: 'error' };
  const given = await affected(
    work,
    `update exchange.message set tries = tries + 1, version = version + 1,
       state = case when tries + 1 >= $3 then 'REFUSED' else state end, settled_at = case when tries + 1 >= $3 then clock_timestamp() end,
       problems = case when tries + 1 >= $3 then problems || $4::jsonb else problems end
     where org_id = $1 and id = $2 and state = 'RECEIVED'`,
    [work.actor.orgId, messageId, triesMax, JSON.stringify([problem])],
  );
  if (given > 0) work.notify('message.changed', work.actor.orgId, messageId);
}
