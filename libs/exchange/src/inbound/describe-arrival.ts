import { createHash } from 'node:crypto';
import { detectFormat, readCxmlEnvelope, readEdifact, readInterchanges, redactSharedSecret } from '#libs/documents';
import type { Arrival } from '../message/message.js';

/** What a transport knows of a delivery before its bytes are read. */
export interface Transmission {
  transport: Arrival['transport'];
  mediaType?: string;
  /** The sender's own id of the delivery, when the transport carries one (Message-ID, Idempotency-Key). */
  messageId?: string;
  correlation?: string;
}

/** A delivery as it will be stored, and the credential that stood inside it. */
export interface Described {
  arrival: Arrival;
  /** cXML Sender/Credential/SharedSecret; compared and forgotten. */
  sharedSecret?: string;
}

/**
 * Names a delivery by what it says of itself: payloadID, control number of the interchange (ISA13, UNB 0020), or the transport's id; a format without ids is named by the
 * hash of its bytes, so that the same bytes are the same delivery. The shared secret is blanked in what will be kept.
 */
export function describeArrival(bytes: Buffer, transmission: Transmission): Described {
  const { transport, mediaType, messageId, correlation } = transmission;
  const { format } = detectFormat(bytes);
  const shared = { transport, received: bytes, ...(mediaType ? { mediaType } : {}), ...(correlation ? { correlation } : {}) };
  const named = messageId?.slice(0, 255) ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (format === 'x12') return { arrival: { ...shared, raw: bytes, format: 'X12', ...x12Names(bytes, named) } };
  if (format === 'edifact') return { arrival: { ...shared, raw: bytes, format: 'EDIFACT', ...edifactNames(bytes, named) } };
  if (format === 'cxml') {
    const envelope = readCxmlEnvelope(bytes);
    const arrival: Arrival = {
      ...shared,
      raw: Buffer.from(redactSharedSecret(bytes)),
      format: 'CXML',
      transportId: (envelope.payloadId ?? named).slice(0, 255),
      test: envelope.test,
      ...(envelope.sender ? { sender: envelope.sender.value.slice(0, 200) } : {}),
    };
    return { arrival, ...(envelope.sharedSecret === undefined ? {} : { sharedSecret: envelope.sharedSecret }) };
  }
  const known = format === 'ubl' ? 'UBL' : format === 'opentrans' ? 'OPENTRANS' : 'UNKNOWN';
  return { arrival: { ...shared, raw: bytes, format: known, transportId: named, test: false } };
}

/**
 * The same of bytes whose sender has shown no key: of a cXML document, which carries its key inside, and of no other. Nothing else is parsed before it is
 * known whose it is.
 */
export const describeUnproven = (bytes: Buffer, transmission: Transmission): Described | undefined =>
  detectFormat(bytes).format === 'cxml' ? describeArrival(bytes, transmission) : undefined;

function edifactNames(bytes: Buffer, named: string): Pick<Arrival, 'transportId' | 'test' | 'sender' | 'controlNumber'> {
  const first = readEdifact(bytes).interchanges[0];
  if (!first || first.control === '') return { transportId: named, test: first?.test ?? false };
  const sender = `${first.sender.qualifier ?? ''}:${first.sender.id}`;
  return {
    transportId: `UNB:${sender}:${first.control}`.slice(0, 255),
    test: first.test,
    sender: sender.slice(0, 200),
    controlNumber: first.control.slice(0, 20),
  };
}

function x12Names(bytes: Buffer, named: string): Pick<Arrival, 'transportId' | 'test' | 'sender' | 'controlNumber'> {
  const first = readInterchanges(bytes).interchanges[0];
  if (!first) return { transportId: named, test: false };
  const sender = `${first.sender.qualifier ?? ''}:${first.sender.id.trim()}`;
  return {
    transportId: `ISA:${sender}:${first.control.trim()}`.slice(0, 255),
    test: first.usage === 'T',
    sender: sender.slice(0, 200),
    controlNumber: first.control.trim().slice(0, 20),
  };
}
