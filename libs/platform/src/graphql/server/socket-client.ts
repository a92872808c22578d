import type { WebSocket } from 'ws';
import type { Actor } from '../../auth/actor.js';
import type { TokenClaims } from '../../auth/actor-source.port.js';
import type { Language } from '../sentences.js';

/** Bounds of subscriptions. */
export const socketLimits = {
  /** Bytes of one message of a client. */
  messageBytesMax: 128 * 1024,
  /** Milliseconds until the client must have shown his token. */
  initMs: 5_000,
  /** Subscriptions of one socket. */
  operationsMax: 50,
  /** Bytes waiting to be sent; a reader slower than that is cut and may come back. */
  waitingBytesMax: 1024 * 1024,
  /** Sockets of one process. */
  socketsMax: 5_000,
  /** Milliseconds between looks at rights while the line of notices is down. */
  recheckMs: 800,
} as const;

/** Close codes beside those of the protocol. */
export const closeCodes = { unauthorized: 4401, rightsChanged: 4409, tooMany: 4429 } as const;

/** One open socket and who is behind it. */
export interface Client {
  readonly socket: WebSocket;
  readonly address: string;
  language: Language;
  authorization: string;
  claims?: TokenClaims;
  actor?: Actor;
  /** Closes the socket when its token ends. */
  expiry?: NodeJS.Timeout;
  /** By the id of each running subscription. */
  readonly aborts: Map<string, AbortController>;
}

/** Whether two looks at the same token gave the same rights. */
export function sameRights(a: Actor, b: Actor): boolean {
  if (a.kind === 'system' || b.kind === 'system') return a === b;
  return a.permissions.size === b.permissions.size && [...a.permissions].every((permission) => b.permissions.has(permission));
}
