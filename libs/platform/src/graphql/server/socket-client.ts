import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Actor } from '../../auth/actor.js';
import type { TokenClaims } from '../../auth/actor-source.port.js';
import type { Logger } from '../../observability/logger.js';
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
  /** Milliseconds between pings; who does not answer one before the next is gone. */
  pingMs: 12_000,
} as const;

/** Close codes beside those of the protocol. */
export const closeCodes = { goingAway: 1001, fault: 4500, unauthorized: 4401, rightsChanged: 4409, tooMany: 4429 } as const;

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

/** The socket as graphql-ws wants it. A reader who lets more than the limit wait is cut; a fault of ours closes and is logged. */
export function wireOf(socket: WebSocket, logger: Logger): ProtocolSocket {
  return {
    protocol: socket.protocol,
    close: (code, reason) => socket.close(code, reason),
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > socketLimits.waitingBytesMax) socket.terminate();
      else socket.send(text, () => undefined);
    },
    onMessage(hear) {
      socket.on('message', (data) => {
        hear(String(data)).catch((error: unknown) => {
          logger.error({ error }, 'a socket failed');
          socket.close(closeCodes.fault, 'Internal error');
        });
      });
    },
  };
}

/** Pings the client and ends the socket when no answer comes; gives the way to stop. */
export function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, socketLimits.pingMs);
  timer.unref();
  return () => clearInterval(timer);
}
