import { hasError, type Problem } from '#libs/documents';
import { affected, one, rows, type Work } from '#libs/platform';
import type { Message, Reply } from '../message/message.js';
import { lockMessage, replyOf } from '../message/message.reader.js';
import { nextControlNumber, partnerProfiles } from '../partner/partner.reader.js';
import { type AppliedDocument, applyDocument } from './apply-document.js';
import { composeReply } from './compose-reply.js';
import { readMessage } from './read-message.js';

/** What an inbound message came to. */
export interface AppliedMessage {
  message: Message;
  reply: Reply;
  documents: AppliedDocument[];
}

/**
 * Applies a stored inbound message: each document in a savepoint of its own, so that one refused document leaves nothing behind while the others
 * stand; then its reply, in the same transaction. Applied once: a message that was applied gives its stored reply. `bytes` are those received.
 */
export async function applyMessage(work: Work, messageId: string, bytes: Buffer): Promise<AppliedMessage> {
  const message = await lockMessage(work, messageId);
  if (message.state === 'APPLIED') return { message, reply: (await replyOf(work, messageId))!, documents: [] };
  const read = readMessage(bytes, message);
  const documents: AppliedDocument[] = [];
  for (const document of read.documents) documents.push(await applyDocument(work, message, document));
  await keepDocuments(work, message, documents);

  const state = !hasError(read.problems) && documents.every((d) => d.state !== 'REFUSED') ? 'APPLIED' : 'REFUSED';
  const reply = composeReply(message, {
    read,
    documents,
    now: work.now,
    control: message.format === 'X12' ? await replyControl(work) : '0',
  });
  await settle(work, message, { state, problems: read.problems, reply });
  work.notify('message.changed', message.orgId, message.id);
  return { message: { ...message, state }, reply, documents };
}

/** A number for the interchange that carries a reply: of one of the organisation's connections, else of a counter of its own. */
async function replyControl(work: Work): Promise<string> {
  const [profile] = await partnerProfiles(work);
  if (profile) return nextControlNumber(work, profile.id);
  const row = await one<{ n: string }>(work, `select right(translate(platform.next_number('ISA'), 'ISA-', ''), 9) as n`);
  return row!.n;
}

/** A replay writes the documents anew: what the message says now replaces what it said before. */
async function keepDocuments(work: Work, message: Message, documents: readonly AppliedDocument[]): Promise<void> {
  await affected(work, 'delete from exchange.document where org_id = $1 and message_id = $2', [message.orgId, message.id]);
  if (documents.length === 0) return;
  await rows(
    work,
    `insert into exchange.document (org_id, message_id, position, coordinate, business_number, counterparty_id, state, problems, order_org_id, order_id, settled_at)
     select $1, $2, d.position, d.coordinate, d."businessNumber", d."counterpartyId", d.state, d.problems, d."orderOrgId", d."orderId", clock_timestamp()
     from jsonb_to_recordset($3) as d (position int, coordinate text, "businessNumber" text, "counterpartyId" uuid, state text, problems jsonb, "orderOrgId" uuid, "orderId" uuid)`,
    [message.orgId, message.id, JSON.stringify(documents.map((d, i) => ({ position: i + 1, ...d })))],
  );
}

async function settle(
  work: Work,
  message: Message,
  outcome: { state: string; problems: Problem[]; reply: Reply },
): Promise<void> {
  await affected(
    work,
    `update exchange.message set state = $3, problems = $4, reply_status = $5, reply_media_type = $6, reply = $7, settled_at = clock_timestamp(), version = version + 1
     where org_id = $1 and id = $2`,
    [
      message.orgId,
      message.id,
      outcome.state,
      JSON.stringify(outcome.problems),
      outcome.reply.status,
      outcome.reply.mediaType,
      outcome.reply.body,
    ],
  );
}
