import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type OutboundClient, OutboundError, type SecretBox } from '#libs/platform';
import { extensionOf } from '../message/message.js';
import type { Delivery } from '../outbound/begin-delivery.js';
import type { DeliveryOutcome } from '../outbound/delivery.js';
import { secretPurpose } from '../partner/partner.reader.js';
import { judgeReply } from './judge-reply.js';

/** What a delivery needs from the process: the one HTTP client, the key of sealed secrets, the folder of drop boxes. */
export interface TransportTools {
  outbound: OutboundClient;
  secrets: SecretBox;
  /** `<data folder>/exchange`. */
  dropFolder: string;
}

/** One try to deliver, outside of any transaction. Never throws: whatever goes wrong is the outcome. */
export async function deliver(delivery: Delivery, tools: TransportTools): Promise<DeliveryOutcome> {
  const startedAt = new Date();
  const outcome = await (delivery.profile.transport === 'FOLDER' ? dropFile(delivery, tools) : post(delivery, tools)).catch(
    failed,
  );
  return { ...outcome, startedAt, endedAt: new Date() };
}

type Verdict = Omit<DeliveryOutcome, 'startedAt' | 'endedAt'>;

async function post({ message, body, profile, sealedSecret }: Delivery, { outbound, secrets }: TransportTools): Promise<Verdict> {
  const header = profile.settings.authorizationHeader;
  const secret = opened(sealedSecret, { secrets, profile, needed: header !== undefined || message.format === 'CXML' });
  const headers: Record<string, string> = {
    'content-type': message.mediaType ?? 'application/octet-stream',
    // The same through every try, so that the partner can tell a repetition from a new order.
    'message-id': `<${message.id}@entrepot>`,
    'idempotency-key': message.id,
    ...(header && secret !== undefined ? { [header.toLowerCase()]: secret } : {}),
  };
  const reply = await outbound.send({
    url: profile.endpoint!,
    headers,
    body: withSecret(body, message.format === 'CXML' ? secret : undefined),
    plainHttp: true,
  });
  return withoutSecret(judgeReply(message.format ?? 'UNKNOWN', reply), secret);
}

/** The secret of a connection; one that is not sent now, left from another format, does not stop the delivery when its key is gone. */
function opened(
  sealed: string | undefined,
  { secrets, profile, needed }: { secrets: SecretBox; profile: Delivery['profile']; needed: boolean },
): string | undefined {
  if (sealed === undefined) return undefined;
  try {
    return secrets.open(sealed, secretPurpose(profile.orgId, profile.role));
  } catch (error) {
    if (needed) throw error;
    return undefined;
  }
}

/** A partner that echoes what it got must not bring our secret into the log. */
function withoutSecret(verdict: Verdict, secret: string | undefined): Verdict {
  const blank = (text: string | undefined): string | undefined =>
    text === undefined || !secret ? text : text.replaceAll(secret, '[redacted]');
  const [reply, detail] = [blank(verdict.reply), blank(verdict.detail)];
  return { ...verdict, ...(reply === undefined ? {} : { reply }), ...(detail === undefined ? {} : { detail }) };
}

/** The stored bytes have the shared secret blanked; it is put back for the wire only. */
const blanked = '<SharedSecret>***</SharedSecret>';
function withSecret(body: Buffer, secret: string | undefined): Buffer {
  if (secret === undefined) return body;
  const escaped = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return Buffer.from(body.toString('utf8').replace(blanked, () => `<SharedSecret>${escaped}</SharedSecret>`));
}

/** Written beside its name and renamed, so that the ERP never takes half a file; the name repeats with the message. */
async function dropFile({ message, body, profile }: Delivery, { dropFolder }: TransportTools): Promise<Verdict> {
  const folder = path.join(dropFolder, profile.id, 'out');
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const file = path.join(folder, `${message.id}.${extensionOf(message.format)}`);
  await writeFile(`${file}.part`, body, { mode: 0o640 });
  await rename(`${file}.part`, file);
  return { outcome: 'DELIVERED', detail: path.basename(file), again: false };
}

function failed(error: unknown): Verdict {
  if (!(error instanceof OutboundError))
    return { outcome: 'UNREACHABLE', detail: error instanceof Error ? error.message : 'unknown', again: true };
  const final = ['URL_REFUSED', 'PORT_REFUSED', 'ADDRESS_REFUSED'].includes(error.code);
  return {
    outcome: error.code === 'TIMEOUT' ? 'TIMED_OUT' : final ? 'REFUSED' : 'UNREACHABLE',
    detail: error.message,
    again: !final,
  };
}
