import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { type Context, GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../../auth/actor.js';
import type { TokenClaims } from '../../auth/actor-source.port.js';
import type { Authenticator } from '../../auth/authenticator.js';
import { RequestContext } from '../../auth/request-context.js';
import { clientAddress } from '../../http/client-address.js';
import { pathOf } from '../../http/front-door.js';
import { correlation } from '../../observability/correlation.js';
import type { Logger } from '../../observability/logger.js';
import type { Metrics } from '../../observability/metrics.js';
import { type Language, languageFor, type Sentences } from '../sentences.js';
import { formatError } from './error-format.js';
import type { ErrorSink, OperationRules } from './operation-plugin.js';
import { prepareSubscription, resultsOf, type Subscribed } from './socket-operation.js';
import type { StoredOperations } from './stored-operations.js';

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
const closeCodes = { unauthorized: 4401, rightsChanged: 4409, goingAway: 1001 } as const;

/** What sockets need of the hub. */
export interface SocketParts {
  authenticator: Authenticator;
  /** Whether notices arrive; while not, rights are looked up again and again. */
  line: { readonly connected: boolean };
  rules: () => OperationRules;
  stored: StoredOperations;
  sentences: Sentences;
  metrics: Metrics;
  logger: Logger;
  sink: ErrorSink;
  proxies: number;
  /** Whether an Origin header may open a socket. */
  isOurs: (request: IncomingMessage) => boolean;
}

interface Client {
  readonly socket: WebSocket;
  readonly address: string;
  language: Language;
  authorization: string;
  claims?: TokenClaims;
  actor?: Actor;
  expiry?: NodeJS.Timeout;
  readonly aborts: Map<string, AbortController>;
}

type Extra = { socket: WebSocket; request: IncomingMessage };
type SocketContext = Context<Record<string, unknown>, Extra & Record<PropertyKey, unknown>>;

/**
 * GraphQL subscriptions over `graphql-transport-ws` on our own upgrade handler. A socket lives as long as its token: it is
 * closed when that ends, within a second when session, membership or rights change, and when its reader is too slow.
 */
export class Sockets {
  private readonly wss = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageBytesMax,
    perMessageDeflate: false,
  });
  private readonly clients = new Map<WebSocket, Client>();
  private readonly served;
  private readonly stopHearing: () => void;
  private readonly rechecks: NodeJS.Timeout;
  private closing = false;

  constructor(private readonly parts: SocketParts) {
    this.served = useServer<Record<string, unknown>, Record<PropertyKey, unknown>>(
      {
        schema: () => parts.rules().schema,
        connectionInitWaitTimeout: socketLimits.initMs,
        onConnect: (ctx) => this.connect(ctx as unknown as SocketContext),
        onSubscribe: (ctx, id, payload) => this.subscribe(ctx as unknown as SocketContext, id, payload),
        subscribe: (args) => this.run(args),
        onNext: (ctx, id, _payload, _args, result) =>
          this.send(ctx as unknown as SocketContext, id, result) as ExecutionResult | undefined,
        onError: (ctx, id, _payload, errors) => this.told(ctx as unknown as SocketContext, id, errors),
        onComplete: (ctx, id) => this.end(ctx as unknown as SocketContext, id),
        isProd: true,
      },
      this.wss,
    );
    this.stopHearing = parts.authenticator.onChange((concerns) => this.recheck(concerns));
    this.rechecks = setInterval(() => {
      if (!parts.line.connected) this.recheck(() => true);
    }, socketLimits.recheckMs);
    this.rechecks.unref();
  }

  /** Takes the upgrades of the server; everything but our protocol on /graphql is refused, and no socket is without an error listener. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      const status = this.refusal(request);
      if (status) {
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      this.wss.handleUpgrade(request, socket, head, (ws) => this.open(ws, request));
    });
  }

  /** Says goodbye to every socket. */
  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.rechecks);
    this.stopHearing();
    const late = setTimeout(() => {
      for (const { socket } of this.clients.values()) socket.terminate();
    }, 2_000);
    await this.served.dispose();
    clearTimeout(late);
  }

  private refusal(request: IncomingMessage): string | undefined {
    if (this.closing || this.clients.size >= socketLimits.socketsMax) return '503 Service Unavailable\r\nRetry-After: 1';
    if (pathOf(request.url ?? '/') !== '/graphql') return '404 Not Found';
    if (!this.parts.isOurs(request)) return '403 Forbidden';
    const protocols = String(request.headers['sec-websocket-protocol'] ?? '').split(',');
    return protocols.some((name) => name.trim() === GRAPHQL_TRANSPORT_WS_PROTOCOL) ? undefined : '400 Bad Request';
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    socket.on('error', () => socket.terminate());
    const address = clientAddress(request, this.parts.proxies);
    const language = languageFor(request.headers['accept-language']);
    this.clients.set(socket, { socket, address, language, authorization: '', aborts: new Map() });
    this.parts.metrics.sockets.set(this.clients.size);
    socket.once('close', () => this.forget(socket));
    this.wss.emit('connection', socket, request);
  }

  private forget(socket: WebSocket): void {
    const client = this.clients.get(socket);
    clearTimeout(client?.expiry);
    for (const abort of client?.aborts.values() ?? []) abort.abort();
    this.clients.delete(socket);
    this.parts.metrics.sockets.set(this.clients.size);
  }

  private async connect(ctx: SocketContext): Promise<boolean> {
    const client = this.clients.get(ctx.extra.socket);
    const { authorization, language } = ctx.connectionParams ?? {};
    if (!client || typeof authorization !== 'string') return false;
    if (typeof language === 'string') client.language = languageFor(language);
    client.authorization = authorization;
    return this.identify(client);
  }

  /** Looks the token up; false when it is no longer good. */
  private async identify(client: Client): Promise<boolean> {
    try {
      const { actor, claims } = await this.parts.authenticator.know(client.authorization);
      Object.assign(client, { actor, claims });
      client.expiry ??= setTimeout(
        () => client.socket.close(closeCodes.unauthorized, 'Token ended'),
        claims.exp * 1000 - Date.now(),
      );
      return true;
    } catch {
      return false;
    }
  }

  private recheck(concerns: (claims: TokenClaims) => boolean): void {
    for (const client of this.clients.values()) if (client.claims && concerns(client.claims)) void this.recheckOne(client);
  }

  private async recheckOne(client: Client): Promise<void> {
    const before = client.actor;
    if (!(await this.identify(client))) client.socket.close(closeCodes.unauthorized, 'Token no longer good');
    else if (before && client.actor && !sameRights(before, client.actor))
      client.socket.close(closeCodes.rightsChanged, 'Rights changed');
  }

  private async subscribe(
    ctx: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const client = this.clients.get(ctx.extra.socket);
    if (!client || !(await this.identify(client))) {
      ctx.extra.socket.close(closeCodes.unauthorized, 'Token no longer good');
      return [];
    }
    if (client.aborts.size >= socketLimits.operationsMax) {
      client.socket.close(4429, 'Too many subscriptions');
      return [];
    }
    const abort = new AbortController();
    client.aborts.set(id, abort);
    const context = this.contextFor(client, abort.signal);
    const asked: Subscribed = {
      query: this.textOf(payload),
      variables: payload.variables ?? {},
      operationName: payload.operationName ?? undefined,
    };
    const prepared = prepareSubscription(this.parts.rules(), asked, context);
    if (Array.isArray(prepared)) client.aborts.delete(id);
    else origins.set(prepared as ExecutionArgs, { client, abort });
    return prepared;
  }

  private textOf(payload: SubscribePayload): unknown {
    try {
      return this.parts.stored.textFor({ query: payload.query || undefined, extensions: payload.extensions ?? undefined });
    } catch {
      return undefined;
    }
  }

  private async run(args: ExecutionArgs): ReturnType<typeof resultsOf> {
    const origin = origins.get(args);
    if (!origin) throw new Error('a subscription without its socket');
    const { client, abort } = origin;
    const fresh = async () => {
      if (!(await this.identify(client))) client.socket.close(closeCodes.unauthorized, 'Token no longer good');
      return this.contextFor(client, abort.signal);
    };
    return correlation.run(args.contextValue as RequestContext, () => resultsOf(args, fresh, () => abort.abort()));
  }

  private contextFor(client: Client, signal: AbortSignal): RequestContext {
    const { sentences } = this.parts;
    const { address, language, authorization } = client;
    const context = new RequestContext({ requestId: randomUUID(), address, language, authorization, signal, sentences });
    context.actor = client.actor;
    return context;
  }

  private send(ctx: SocketContext, id: string, result: ExecutionResult): FormattedExecutionResult | undefined {
    const { socket } = ctx.extra;
    if (socket.bufferedAmount > socketLimits.waitingBytesMax) socket.terminate();
    return result.errors ? { ...result, errors: this.told(ctx, id, result.errors) } : undefined;
  }

  private told(
    ctx: SocketContext,
    id: string,
    errors: readonly (GraphQLError | GraphQLFormattedError)[],
  ): readonly GraphQLFormattedError[] {
    const client = this.clients.get(ctx.extra.socket);
    const context = client && this.contextFor(client, new AbortController().signal);
    if (!context) return [];
    return correlation.run(context, () =>
      errors.map((error) => {
        this.parts.sink(error, context);
        return formatError('toJSON' in error ? error.toJSON() : error, error);
      }),
    );
  }

  private end(ctx: SocketContext, id: string): void {
    const client = this.clients.get(ctx.extra.socket);
    client?.aborts.get(id)?.abort();
    client?.aborts.delete(id);
  }
}

const origins = new WeakMap<ExecutionArgs, { client: Client; abort: AbortController }>();

function sameRights(a: Actor, b: Actor): boolean {
  if (a.kind === 'system' || b.kind === 'system') return a === b;
  return a.permissions.size === b.permissions.size && [...a.permissions].every((permission) => b.permissions.has(permission));
}
