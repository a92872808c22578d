import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { attachContext, RequestContext } from '../auth/request-context.js';
import { languageFor, type Sentences } from '../graphql/sentences.js';
import { correlation } from '../observability/correlation.js';
import { CleanLine, type Logger } from '../observability/logger.js';
import type { Metrics } from '../observability/metrics.js';
import { redactText } from '../observability/redact.js';
import { HttpRefusal } from './body.js';
import { clientAddress } from './client-address.js';
import { isOwnOrigin } from './origin.js';
import { problemOf, writeProblem } from './problem.js';
import type { Headers } from './security-headers.js';

/** What the door hands a request to. */
export type Handler = (request: IncomingMessage, response: ServerResponse, context: RequestContext) => void | Promise<void>;

/** The ways behind the door. */
export interface Ways {
  graphql: Handler;
  /** Nest's controllers on Express. */
  rest: Handler;
  /** Pages and assets of the portal; false when it has none for this request. */
  page?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Settings of the door. */
export interface DoorSettings {
  /** Requests under way at once, for GraphQL and for all others; beyond it 503. */
  graphqlMax: number;
  restMax: number;
  /** Proxies trusted to name the client. */
  proxies: number;
  /** Where people reach the hub, for the check of Origin; requests naming it or the Host they were sent to are ours. */
  publicUrl: () => string;
  headers: Headers;
}

/** A context of the door has always both. */
type Served = RequestContext & { request: IncomingMessage; response: ServerResponse };

interface Told {
  logger: Logger;
  metrics: Metrics;
  sentences: Sentences;
}

/** Answer even when the house is full: orchestrators would restart a busy hub otherwise. */
const vital = new Set(['/health', '/ready', '/metrics']);
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const idShape = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Every request of the hub comes through here, before Express: correlation id, client address, security headers, origin,
 * number of requests under way, access log, figures, end of the connection. So a rule holds on the fast GraphQL way and
 * on the Express way alike, because neither has a copy of its own.
 */
export class FrontDoor {
  private graphqlUnderWay = 0;
  private restUnderWay = 0;
  private closing = false;

  constructor(
    private readonly ways: Ways,
    private readonly settings: DoorSettings,
    private readonly told: Told,
  ) {}

  /** Whether the hub takes no new work. */
  get draining(): boolean {
    return this.closing;
  }

  /** Requests under way. */
  get underWay(): number {
    return this.graphqlUnderWay + this.restUnderWay;
  }

  /** From now on replies end their connections and /ready says no. */
  drain(): void {
    this.closing = true;
  }

  /** Listener of the HTTP server. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request.url ?? '/');
    const isGraphql = path === '/graphql';
    const context = this.contextFor(request, response);
    correlation.run(context, () => {
      try {
        this.count(isGraphql, context);
        this.dress(response, context);
        this.admit(isGraphql, path, request);
        void this.pass(isGraphql, context);
      } catch (error) {
        this.refuse(error, response, context);
      }
    });
  };

  private async pass(isGraphql: boolean, context: RequestContext): Promise<void> {
    const { request, response } = context as Served;
    try {
      if (isGraphql) return await this.ways.graphql(request, response, context);
      if (this.ways.page?.(request, response)) return;
      await this.ways.rest(request, response, context);
    } catch (error) {
      this.refuse(error, response, context);
    }
  }

  private contextFor(request: IncomingMessage, response: ServerResponse): RequestContext {
    const { headers } = request;
    const sent = headers['x-request-id'];
    const context = new RequestContext({
      requestId: typeof sent === 'string' && idShape.test(sent) ? sent : randomUUID(),
      address: clientAddress(request, this.settings.proxies),
      language: languageFor(headers['accept-language']),
      authorization: headers.authorization,
      https: this.settings.publicUrl().startsWith('https:'),
      sentences: this.told.sentences,
      response,
      request,
    });
    attachContext(request, context);
    return context;
  }

  private dress(response: ServerResponse, context: RequestContext): void {
    for (const [name, value] of this.settings.headers) response.setHeader(name, value);
    response.setHeader('x-request-id', context.requestId);
    response.setHeader('cache-control', 'no-store');
    if (this.closing) response.setHeader('connection', 'close');
  }

  /** Throws HttpRefusal for a foreign page's request and when the house is full. */
  private admit(isGraphql: boolean, path: string, request: IncomingMessage): void {
    if (changing.has(request.method ?? '') && !isOwnOrigin(request, this.settings.publicUrl())) {
      throw new HttpRefusal(403, 'FOREIGN_ORIGIN', 'Pages of other sites may not change anything here.');
    }
    const full = isGraphql ? this.graphqlUnderWay > this.settings.graphqlMax : this.restUnderWay > this.settings.restMax;
    if (full && !vital.has(path)) {
      this.told.metrics.shed.inc({ door: isGraphql ? 'graphql' : 'http' });
      throw new HttpRefusal(503, 'OVERLOADED', 'Too many requests are under way; try again.', { 'retry-after': '1' });
    }
  }

  /** Counts the request in, and out when its reply ends or its connection breaks. */
  private count(isGraphql: boolean, context: RequestContext): void {
    const { response } = context as Served;
    const began = process.hrtime.bigint();
    if (isGraphql) this.graphqlUnderWay += 1;
    else this.restUnderWay += 1;
    response.once('close', () => {
      if (isGraphql) this.graphqlUnderWay -= 1;
      else this.restUnderWay -= 1;
      this.tell(isGraphql, context, Number(process.hrtime.bigint() - began) / 1e9);
    });
  }

  private tell(isGraphql: boolean, context: RequestContext, seconds: number): void {
    const { request, response } = context as Served;
    const status = response.writableFinished ? response.statusCode : 499;
    const door = isGraphql ? 'graphql' : 'http';
    this.told.metrics.requests.observe(
      { door, method: methodLabel(request.method), status: `${Math.floor(status / 100)}xx` },
      seconds,
    );
    if (!this.told.logger.isLevelEnabled('info')) return;
    // The query string may hold what should not be kept; the path alone says which route it was.
    const { requestId } = context;
    const path = isGraphql ? '/graphql' : redactText(pathOf(request.url ?? '/').slice(0, 200));
    const ms = Math.round(seconds * 1e5) / 100;
    this.told.logger.info(new CleanLine({ requestId, method: request.method, path, status, ms }), 'request');
  }

  private refuse(error: unknown, response: ServerResponse, context: RequestContext): void {
    const problem = problemOf(error, context);
    if (problem.status >= 500 && problem.code === 'INTERNAL')
      this.told.logger.error({ requestId: context.requestId, error }, 'a request failed');
    writeProblem(response, problem, error instanceof HttpRefusal ? error.headers : {});
  }
}

/** The path of a request's target without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function methodLabel(method: string | undefined): string {
  return method && methods.has(method) ? method : 'other';
}
