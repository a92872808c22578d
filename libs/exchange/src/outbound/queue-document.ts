import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { hasError, type Problem } from '#libs/documents';
import { addJob, affected, one, rows, type Work } from '#libs/platform';
import { nextControlNumber } from '../partner/partner.reader.js';
import type { PartnerProfile } from '../partner/partner-profile.js';
import { type DocumentToSend, writeDocument } from '../translate/write-document.js';

/** A canonical document that shall reach the ERP behind a connection, and why. */
export interface QueuedDocument {
  profile: PartnerProfile;
  document: DocumentToSend;
  /** Names the cause, such as `order.placed:<order>`: a job that runs twice queues once. */
  cause: string;
  orderOrgId?: string;
  orderId?: string;
  counterpartyId?: string;
  test?: boolean;
}

/** What was queued, or what stood against it. */
export interface Queued {
  messageId: string;
  problems: Problem[];
}

/**
 * Writes the document in the connection's format, keeps its bytes and queues their delivery, all in the transaction of the work. What the format
 * cannot say is kept as a dead message with its problems, for somebody to see. undefined: the same cause was queued before.
 */
export async function queueDocument(work: Work, queued: QueuedDocument): Promise<Queued | undefined> {
  const known = await one(work, 'select id from exchange.document where org_id = $1 and caused_by = $2', [
    work.actor.orgId,
    queued.cause,
  ]);
  if (known) return undefined;
  const { profile } = queued;
  const id = v7();
  const control = await nextControlNumber(work, profile.id);
  const written = writeDocument(queued.document, { profile, messageId: id, control, now: work.now, test: queued.test ?? false });
  const dead = hasError(written.problems);
  // What a format has no place for is the rule, not news; warnings and errors are kept.
  const problems = written.problems.filter((problem) => problem.severity !== 'info');
  const body = Buffer.from(written.bytes ?? Buffer.from(written.text, 'utf8'));
  await affected(
    work,
    `insert into exchange.message (org_id, id, profile_id, direction, format, transport, transport_id, control_number, size, sha256, media_type, state, test, problems, settled_at)
     values ($1, $2, $3, 'OUT', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, case when $11 = 'DEAD' then clock_timestamp() end)`,
    [
      work.actor.orgId,
      id,
      profile.id,
      profile.format,
      profile.transport,
      written.transportId,
      written.controlNumber ?? null,
      body.length,
      createHash('sha256').update(body).digest(),
      written.mediaType,
      dead ? 'DEAD' : 'QUEUED',
      queued.test ?? false,
      JSON.stringify(problems),
    ],
  );
  await rows(work, 'insert into exchange.message_body (org_id, message_id, raw) values ($1, $2, $3)', [
    work.actor.orgId,
    id,
    body,
  ]);
  await rows(
    work,
    `insert into exchange.document (org_id, message_id, position, coordinate, business_number, counterparty_id, state, problems, order_org_id, order_id, caused_by)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      work.actor.orgId,
      id,
      written.coordinate,
      written.businessNumber ?? null,
      queued.counterpartyId ?? null,
      dead ? 'DEAD' : 'QUEUED',
      JSON.stringify(problems),
      queued.orderOrgId ?? null,
      queued.orderId ?? null,
      queued.cause,
    ],
  );
  if (!dead) await addJob(work, { task: 'exchange.deliver-message', payload: { id }, key: `deliver:${id}` });
  work.notify('message.changed', work.actor.orgId, id);
  return { messageId: id, problems };
}
