import {
  type Connection,
  connection,
  keyset,
  NotFound,
  type Ordering,
  one,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';
import type { DeliveryAttempt, ExchangeDocument, Message, MessageState } from './message.js';

export const messageColumns = `m.org_id as "orgId", m.id, m.profile_id as "profileId", m.direction, m.format, m.transport, m.sender, m.transport_id as "transportId",
  m.control_number as "controlNumber", m.size, encode(m.sha256, 'hex') as sha256, m.media_type as "mediaType", m.state, m.test, m.problems,
  m.reply_status as "replyStatus", m.reply_media_type as "replyMediaType", m.attempts, m.next_attempt_at as "nextAttemptAt", m.replays, m.acknowledged,
  m.created_at as "createdAt", m.settled_at as "settledAt"`;

const documentColumns = `d.org_id as "orgId", d.id, d.message_id as "messageId", d.position, d.coordinate, d.business_number as "businessNumber",
  d.counterparty_id as "counterpartyId", d.state, d.problems, d.order_org_id as "orderOrgId", d.order_id as "orderId", d.created_at as "createdAt"`;

/** What narrows the exchange log. */
export interface MessageFilter {
  direction?: 'IN' | 'OUT' | null;
  states?: readonly MessageState[] | null;
  /** A business number (order number) or the beginning of a transport id. */
  text?: string | null;
  orderId?: string | null;
}

export type MessageOrder = 'CREATED_DESC' | 'CREATED_ASC';

const ordering = (order: MessageOrder): Ordering => {
  const descending = order === 'CREATED_DESC';
  return {
    name: `messages:${order}`,
    columns: [
      { sql: 'm.created_at', cast: 'timestamptz', descending },
      { sql: 'm.id', cast: 'uuid', descending },
    ],
  };
};

/** One page of the exchange log, newest first unless said. */
export async function listMessages(
  work: Work,
  filter: MessageFilter,
  args: PageArgs & { orderBy?: MessageOrder | null },
): Promise<Connection<Message>> {
  const order = ordering(args.orderBy ?? 'CREATED_DESC');
  const page = pageOf(args, order);
  const key = keyset(page, order, 6);
  const text = filter.text?.trim() || null;
  const found = await rows<Message & { createdKey: string }>(
    work,
    `select ${messageColumns}, m.created_at::text as "createdKey" from exchange.message m
     where m.org_id = $1 and ($2::text is null or m.direction = $2) and ($3::text[] is null or m.state = any ($3))
       and ($4::text is null or m.transport_id >= $4 and m.transport_id < $4 || '~'
            or m.id in (select d.message_id from exchange.document d where d.org_id = $1 and d.business_number = $4))
       and ($5::uuid is null or m.id in (select d.message_id from exchange.document d where d.org_id = $1 and d.order_id = $5))
       and ${key.where}
     order by ${key.orderBy} limit ${key.limit}`,
    [work.actor.orgId, filter.direction ?? null, filter.states ?? null, text, filter.orderId ?? null, ...key.values],
  );
  return connection(found, page, (m) => [m.createdKey, m.id]);
}

/** One message. Throws NotFound. */
export async function messageById(work: Work, id: string): Promise<Message> {
  const row = await one<Message>(work, `select ${messageColumns} from exchange.message m where m.org_id = $1 and m.id = $2`, [
    work.actor.orgId,
    id,
  ]);
  if (!row) throw new NotFound(`message ${id}`);
  return row;
}

/** The same, locked: whoever applies, replays or sends a message holds its row. */
export async function lockMessage(work: Work, id: string): Promise<Message> {
  const row = await one<Message>(
    work,
    `select ${messageColumns} from exchange.message m where m.org_id = $1 and m.id = $2 for update`,
    [work.actor.orgId, id],
  );
  if (!row) throw new NotFound(`message ${id}`);
  return row;
}

/** The stored bytes, shared secrets blanked. */
export async function rawOf(work: Work, messageId: string): Promise<Buffer> {
  const row = await one<{ raw: Buffer }>(work, 'select raw from exchange.message_body where org_id = $1 and message_id = $2', [
    work.actor.orgId,
    messageId,
  ]);
  if (!row) throw new NotFound(`body of message ${messageId}`);
  return row.raw;
}

/** Rights of the key that delivered a message; null when the hub itself took it. */
export async function rightsOf(work: Work, messageId: string): Promise<string[] | null> {
  const row = await one<{ rights: string[] | null }>(work, 'select rights from exchange.message where org_id = $1 and id = $2', [
    work.actor.orgId,
    messageId,
  ]);
  if (!row) throw new NotFound(`message ${messageId}`);
  return row.rights;
}

/** The reply that was given to a message, as stored. */
export async function replyOf(
  work: Work,
  messageId: string,
): Promise<{ status: number; mediaType: string; body: Buffer } | undefined> {
  return one(
    work,
    `select reply_status as status, reply_media_type as "mediaType", reply as body from exchange.message
     where org_id = $1 and id = $2 and reply is not null`,
    [work.actor.orgId, messageId],
  );
}

/** Documents of several messages, by message and position. */
export async function documentsOf(work: Work, messageIds: readonly string[]): Promise<ExchangeDocument[]> {
  if (messageIds.length === 0) return [];
  return rows(
    work,
    `select ${documentColumns} from exchange.document d where d.org_id = $1 and d.message_id = any ($2) order by d.message_id, d.position`,
    [work.actor.orgId, messageIds],
  );
}

/** Attempts to deliver a message, oldest first. */
export async function attemptsOf(work: Work, messageId: string): Promise<DeliveryAttempt[]> {
  return rows(
    work,
    `select a.message_id as "messageId", a.number, a.started_at as "startedAt", a.ended_at as "endedAt", a.outcome, a.status, a.detail, a.reply
     from exchange.delivery_attempt a where a.org_id = $1 and a.message_id = $2 order by a.number`,
    [work.actor.orgId, messageId],
  );
}
