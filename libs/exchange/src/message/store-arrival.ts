import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, one, rows, type Work } from '#libs/platform';
import type { Arrival, Reply } from './message.js';

/** What is known of a delivery once its bytes are safe: a new one, or one that came before and how it ended. */
export interface StoredArrival {
  messageId: string;
  duplicate: boolean;
  /** Present when the first delivery was answered: a duplicate gets the same bytes. */
  reply?: Reply;
}

/**
 * Keeps the bytes of a delivery before anything else is done with them. The sender's id makes it once: the same id with the same bytes gives
 * the message that was stored before; the same id with other bytes is the error TransportIdReused, and nothing is stored.
 */
export async function storeArrival(work: Work, arrival: Arrival): Promise<Result<StoredArrival, Fault<'TransportIdReused'>>> {
  const id = v7();
  // Of the bytes that are kept: a secret that was rotated makes no other delivery, and none is hashed into the table.
  const sha256 = createHash('sha256').update(arrival.raw).digest();
  const stored = await affected(
    work,
    `insert into exchange.message (org_id, id, direction, format, transport, sender, transport_id, control_number, size, sha256, media_type, state, test, correlation, rights)
     values ($1, $2, 'IN', $3, $4, $5, $6, $7, $8, $9, $10, 'RECEIVED', $11, $12, $13)
     on conflict (org_id, direction, transport, sender, transport_id) where direction = 'IN' and transport_id is not null do nothing`,
    [
      work.actor.orgId,
      id,
      arrival.format,
      arrival.transport,
      arrival.sender ?? null,
      arrival.transportId,
      arrival.controlNumber ?? null,
      arrival.received.length,
      sha256,
      arrival.mediaType ?? null,
      arrival.test,
      arrival.correlation ?? null,
      rightsOf(work),
    ],
  );
  if (stored === 0) return before(work, arrival, sha256);
  await rows(work, 'insert into exchange.message_body (org_id, message_id, raw) values ($1, $2, $3)', [
    work.actor.orgId,
    id,
    arrival.raw,
  ]);
  return ok({ messageId: id, duplicate: false });
}

/** What the deliverer may do; null for the hub itself. */
const rightsOf = ({ actor }: Work): string[] | null => (actor.kind === 'system' ? null : [...actor.permissions].sort());

interface Before {
  id: string;
  sha256: Buffer;
  status: number | null;
  mediaType: string | null;
  reply: Buffer | null;
}

async function before(work: Work, arrival: Arrival, sha256: Buffer): Promise<Result<StoredArrival, Fault<'TransportIdReused'>>> {
  const first = await one<Before>(
    work,
    `select id, sha256, reply_status as status, reply_media_type as "mediaType", reply from exchange.message
     where org_id = $1 and direction = 'IN' and transport = $2 and sender is not distinct from $3 and transport_id = $4`,
    [work.actor.orgId, arrival.transport, arrival.sender ?? null, arrival.transportId],
  );
  if (!first) throw new Error('A delivery clashed with one that cannot be read.');
  if (!first.sha256.equals(sha256)) {
    return fail({ code: 'TransportIdReused' as const, path: [], values: { transportId: arrival.transportId } });
  }
  const reply =
    first.reply && first.status !== null
      ? { status: first.status, mediaType: first.mediaType ?? 'text/plain', body: first.reply }
      : undefined;
  return ok({ messageId: first.id, duplicate: true, ...(reply ? { reply } : {}) });
}
