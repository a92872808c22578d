import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { type Context, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TokenClaims } from '../../auth/actor-source.port.js';
import type { Authenticator } from '../../auth/authenticator.js';
import { RequestContext } from '../../auth/request-context.js';
import { clientAddress } from '../../http/client-address.js';
import { pathOf } from '../../http/front-door.js';
import { isOwnOrigin } from '../../http/origin.js';
import { correlation } from '../../observability/correlation.js';
import type { Logger } from '../../observability/logger.js';
import type { Metrics } from '../../observability/metrics.js';
import { languageFor, type Sentences } from '../sentences.js';
import { formatError } from './error-format.js';
import type { ErrorSink, OperationRules } from './operation-plugin.js';
import { type Client, closeCodes, keepAlive, sameRights, socketLimits, wireOf } from './socket-client.js';
import { prepareSubscription, resultsOf, type Subscribed } from './socket-operation.js';
import type { StoredOperations } from './stored-operations.js';

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
  publicUrl: () => string;
}

type Extra = { socket: WebSocket; request: IncomingMessage };
type SocketContext = Context<Record<string, unknown>, Extra & Record<PropertyKey, unknown>>;

/**
 * GraphQL subscriptions over `graphql-transport-ws` on our own upgrade handler. A socket lives as long as its token: it is
 * closed when that ends, within a second when session, membership or rights change, and when its reader is too slow.
 */
export class Sockets {
  private readonly wss = new WebSocketServer({
    handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,

    noServer: true,
    maxPayload: socketLimits.messageBytesMax,
    perMessageDeflate: false,
  });
  private readonly clients = new Map<WebSocket, Client>();
  private readonly protocol;
  private readonly stopHearing: () => void;
  private readonly rechecks: NodeJS.Timeout;
  private closing = false;

  constructor(private readonly parts: SocketParts) {
    this.protocol = makeServer<Record<string, unknown>, Extra & Record<PropertyKey, unknown>>({
      schema: () => parts.rules().schema,
      connectionInitWaitTimeout: socketLimits.initMs,
      onConnect: (ctx) => this.connect(ctx),
      onSubscribe: (ctx, id, payload) => this.subscribe(ctx, id, payload),
      subscribe: (args) => this.run(args),
      onNext: (...[ctx, , , , result]) => this.formatted(ctx, result) as ExecutionResult | undefined,
      onError: (...[ctx, , , errors]) => this.told(ctx, errors),
      onComplete: (ctx, id) => this.end(ctx, id),
    });
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
    for (const { socket } of this.clients.values()) socket.close(closeCodes.goingAway, 'Going away');
    while (this.clients.size > 0) await sleep(10);
    this.wss.close();
    clearTimeout(late);
  }

  private refusal(request: IncomingMessage): string | undefined {
    if (this.closing || this.clients.size >= socketLimits.socketsMax) return '503 Service Unavailable\r\nRetry-After: 1';
    if (pathOf(request.url ?? '/') !== '/graphql') return '404 Not Found';
    if (!isOwnOrigin(request, this.parts.publicUrl())) return '403 Forbidden';
    const protocols = String(request.headers['sec-websocket-protocol'] ?? '').split(',');
    return protocols.some((name) => name.trim() === GRAPHQL_TRANSPORT_WS_PROTOCOL) ? undefined : '400 Bad Request';
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    socket.on('error', () => socket.terminate());
    const address = clientAddress(request, this.parts.proxies);
    const language = languageFor(request.headers['accept-language']);
    this.clients.set(socket, { socket, address, language, authorization: '', aborts: new Map() });
    this.parts.metrics.sockets.set(this.clients.size);
    const ended = this.protocol.opened(wireOf(socket, this.parts.logger), { socket, request });
    const stopPings = keepAlive(socket);
    socket.once('close', (code, reason) => {
      stopPings();
      this.forget(socket);
      void ended(code, String(reason));
    });
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
      return [closed];
    }
    if (client.aborts.size >= socketLimits.operationsMax) {
      client.socket.close(closeCodes.tooMany, 'Too many subscriptions');
      return [closed];
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

  private formatted(ctx: SocketContext, result: ExecutionResult): FormattedExecutionResult | undefined {
    return result.errors ? { ...result, errors: this.told(ctx, result.errors) } : undefined;
  }

  private told(ctx: SocketContext, errors: readonly (GraphQLError | GraphQLFormattedError)[]): readonly GraphQLFormattedError[] {
    const client = this.clients.get(ctx.extra.socket);
    const context = client && this.contextFor(client, new AbortController().signal);
    if (!context) return [];
    return errors.map((error) => {
      this.parts.sink(error, context);
      return formatError(error instanceof GraphQLError ? error : new GraphQLError(error.message), context);
    });
  }

  private end(ctx: SocketContext, id: string): void {
    const client = this.clients.get(ctx.extra.socket);
    client?.aborts.get(id)?.abort();
    client?.aborts.delete(id);
  }
}

const closed = new GraphQLError('The socket is being closed.');
const origins = new WeakMap<ExecutionArgs, { client: Client; abort: AbortController }>();
