import { hasError, type Problem } from '#libs/documents';
import { affected, one, rows, type Work } from '#libs/platform';
import type { Message, Reply } from '../message/message.js';
import { lockMessage, replyOf } from '../message/message.reader.js';
import { tellRefusal } from '../outbound/tell-refusal.js';
import { nextControlNumber, partnerProfiles } from '../partner/partner.reader.js';
import type { PartnerProfile } from '../partner/partner-profile.js';
import { inboundTables } from '../translate/tables.js';
import type { AppliedDocument } from './applied-document.js';
import { applyDocument } from './apply-document.js';
import { composeReply, repliesNeeded } from './compose-reply.js';
import type { ReadMessage } from './reading/read-document.js';
import { documentsMax, readMessage } from './reading/read-message.js';

/** What an inbound message came to. */
export interface AppliedMessage {
  message: Message;
  reply: Reply;
  documents: AppliedDocument[];
}

export interface ApplyMessage {
  messageId: string;
  /** The bytes received, or those kept: a blanked secret is not missed. */
  bytes: Buffer;
  /** Somebody has mended what was wrong: a message that was refused is applied anew. */
  again?: boolean;
}

/**
 * Applies a stored inbound message: each document in a savepoint of its own, so that one refused document leaves nothing behind while the others
 * stand; then its reply, in the same transaction. Once: a message that has its reply gives it back, unless `again` is said of a refused one.
 */
export async function applyMessage(work: Work, { messageId, bytes, again }: ApplyMessage): Promise<AppliedMessage> {
  const message = await lockMessage(work, messageId);
  const stored = message.state === 'APPLIED' || !again ? await replyOf(work, messageId) : undefined;
  if (stored) return { message, reply: stored, documents: [] };
  const profiles = await partnerProfiles(work);
  const read = readMessage(bytes, { format: message.format, tables: inboundTables(profiles) });
  const documents: AppliedDocument[] = [];
  for (const document of read.documents.slice(0, documentsMax)) documents.push(await applyDocument(work, message, document));
  await keepDocuments(work, message, documents);

  const state = !hasError(read.problems) && documents.every((d) => d.state !== 'REFUSED') ? 'APPLIED' : 'REFUSED';
  const controls = await replyControls(work, { documents, read, profiles });
  const reply = composeReply(message, { read, documents, now: work.now, controls });
  await settle(work, message, { state, problems: read.problems, reply });
  for (const [i, applied] of documents.entries()) await tellRefusal(work, { message, document: read.documents[i]!, applied });
  work.notify('message.changed', message.orgId, message.id);
  return { message: { ...message, state }, reply, documents };
}

interface Answering {
  documents: readonly AppliedDocument[];
  read: ReadMessage;
  profiles: readonly PartnerProfile[];
}

/** A number for each interchange that carries a reply: of one of the organisation's connections, else of a counter of its own. */
async function replyControls(work: Work, { documents, read, profiles }: Answering): Promise<string[]> {
  const controls: string[] = [];
  const needed = repliesNeeded({ read, documents });
  for (let i = 0; i < needed; i++) {
    const [profile] = profiles;
    if (profile) controls.push(await nextControlNumber(work, profile.id));
    else {
      const text = `select right(translate(platform.next_number('ISA'), 'ISA-', ''), 9) as n`;
      controls.push((await one<{ n: string }>(work, text))!.n);
    }
  }
  return controls;
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
    [
      message.orgId,
      message.id,
      JSON.stringify(documents.map((d, i) => ({ position: i + 1, ...d }))).replaceAll('\\u0000', '\\ufffd'),
    ],
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
      JSON.stringify(outcome.problems).replaceAll('\\u0000', '\\ufffd'),
      outcome.reply.status,
      outcome.reply.mediaType,
      outcome.reply.body,
    ],
  );
}
