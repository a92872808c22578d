import type { Problem } from '#libs/documents';
import type { ExchangeFormat } from '../partner/partner-profile.js';

export type MessageState = 'RECEIVED' | 'APPLIED' | 'REFUSED' | 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'DEAD';
export type DocumentState = 'RECEIVED' | 'APPLIED' | 'REFUSED' | 'IGNORED' | 'QUEUED' | 'SENT' | 'DEAD';

/** One transmission to or from the acting organisation's ERP. */
export interface Message {
  orgId: string;
  id: string;
  profileId: string | null;
  direction: 'IN' | 'OUT';
  format: ExchangeFormat | 'UNKNOWN' | null;
  transport: 'HTTP' | 'FOLDER' | 'PORTAL';
  sender: string | null;
  transportId: string | null;
  controlNumber: string | null;
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
  mediaType: string | null;
  state: MessageState;
  test: boolean;
  problems: Problem[];
  replyStatus: number | null;
  replyMediaType: string | null;
  attempts: number;
  nextAttemptAt: Date | null;
  replays: number;
  acknowledged: 'ACCEPTED' | 'ACCEPTED_WITH_ERRORS' | 'REJECTED' | null;
  createdAt: Date;
  settledAt: Date | null;
}

/** One business document inside a message. */
export interface ExchangeDocument {
  orgId: string;
  id: string;
  messageId: string;
  /** From 1, in the order of the message. */
  position: number;
  /** `x12:004010:850`. */
  coordinate: string;
  businessNumber: string | null;
  counterpartyId: string | null;
  state: DocumentState;
  problems: Problem[];
  orderOrgId: string | null;
  orderId: string | null;
  createdAt: Date;
}

/** One try to deliver. */
export interface DeliveryAttempt {
  messageId: string;
  number: number;
  startedAt: Date;
  endedAt: Date;
  outcome: 'DELIVERED' | 'REFUSED' | 'UNREACHABLE' | 'TIMED_OUT' | 'REPLY_UNREADABLE';
  /** HTTP status; null when there was no answer. */
  status: number | null;
  detail: string | null;
  /** The head of what came back, shared secrets blanked. */
  reply: string | null;
}

/** What the hub answers to a delivery: kept, so that a duplicate gets the same bytes. */
export interface Reply {
  status: number;
  mediaType: string;
  body: Buffer;
}

/** A delivery as it came through a transport, before anybody understood it. */
export interface Arrival {
  transport: 'HTTP' | 'FOLDER' | 'PORTAL';
  /** Bytes to keep: shared secrets already blanked, nothing else touched. */
  raw: Buffer;
  /** Bytes to decode, as they came. Equal to `raw` unless a secret was blanked. */
  received: Buffer;
  format: ExchangeFormat | 'UNKNOWN';
  mediaType?: string;
  /** Who the envelope says it is from. */
  sender?: string;
  /** The sender's own id of this delivery: payloadID, Message-ID, `ISA:<sender>:<control>`; a body's hash where a format has none. */
  transportId: string;
  controlNumber?: string;
  test: boolean;
  correlation?: string;
}

const extensions: Readonly<Record<ExchangeFormat | 'UNKNOWN', string>> = {
  UBL: 'xml',
  CXML: 'xml',
  X12: 'x12',
  EDIFACT: 'edi',
  OPENTRANS: 'xml',
  UNKNOWN: 'bin',
};

/** How the name of a file with such a message ends. */
export const extensionOf = (format: Message['format']): string => extensions[format ?? 'UNKNOWN'];
