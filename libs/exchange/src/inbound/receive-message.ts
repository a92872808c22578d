import type { Fault, Result } from '#libs/kernel';
import { type Actor, systemActor, type UnitOfWork } from '#libs/platform';
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

/** Applies what was stored and never applied, from the bytes kept and with the rights of who brought it: for the sweep, when no sender comes back. */
export async function applyLeftover(unitOfWork: UnitOfWork, orgId: string, messageId: string): Promise<Message> {
  const system = systemActor(orgId);
  const { raw, rights } = await unitOfWork.read(system, async (work) => ({
    raw: await rawOf(work, messageId),
    rights: await rightsOf(work, messageId),
  }));
  const actor = rights ? { ...system, permissions: new Set(rights) } : system;
  return (await unitOfWork.run(actor, (work) => applyMessage(work, { messageId, bytes: raw }))).message;
}
