import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Language, Sentences } from '../graphql/sentences.js';
import type { Actor } from './actor.js';

interface Given {
  readonly requestId: string;
  readonly address: string;
  readonly language: Language;
  readonly authorization: string | undefined;
  /** Whether people reach the hub by https, whatever the proxy in front speaks to it. */
  readonly https?: boolean;
  /** For what has no HTTP reply that could break off: a subscription. */
  readonly signal?: AbortSignal;
  readonly sentences: Sentences;
  readonly response?: ServerResponse;
  readonly request?: IncomingMessage;
}

/**
 * What is known about one request, made by the front door (or per operation on a socket) and dead with it. Public fields
 * only: Apollo copies contexts by their own enumerable properties.
 */
export class RequestContext {
  readonly requestId: string;
  /** The client's address, through a trusted proxy only when one is configured. */
  readonly address: string;
  readonly language: Language;
  /** The Authorization header as received; never logged. */
  readonly authorization: string | undefined;
  readonly sentences: Sentences;
  /** Absent on sockets. */
  readonly response: ServerResponse | undefined;
  readonly request: IncomingMessage | undefined;
  /** Set by the guard; undefined for a guest. */
  actor: Actor | undefined = undefined;
  /** Nest's GraphQL host looks for the request here. */
  readonly req = this;
  private readonly https: boolean;
  private loaders: Map<string, DataLoader<unknown, unknown>> | undefined = undefined;
  private abortable: AbortSignal | undefined;

  constructor(given: Given) {
    this.requestId = given.requestId;
    this.address = given.address;
    this.language = given.language;
    this.authorization = given.authorization;
    this.https = given.https ?? false;
    this.abortable = given.signal;
    this.sentences = given.sentences;
    this.response = given.response;
    this.request = given.request;
  }

  /** Whether the client went away before it had its reply. */
  get gone(): boolean {
    const { response } = this;
    return response ? response.destroyed && !response.writableFinished : (this.abortable?.aborted ?? false);
  }

  /** Aborted when the client has gone; made when somebody asks for it, since most requests are over before anybody does. */
  get signal(): AbortSignal {
    if (this.abortable) return this.abortable;
    const controller = new AbortController();
    if (this.gone) controller.abort();
    else this.response?.once('close', () => this.gone && controller.abort());
    this.abortable = controller.signal;
    return controller.signal;
  }

  /**
   * The loader of this request under `name`, made on first use: keys of one tick are fetched together by `batch`, which
   * gives one value per key in their order. Never shared between requests: a shared one would answer one tenant as another.
   */
  loader<K, V>(name: string, batch: (keys: readonly K[]) => Promise<readonly V[]>): DataLoader<K, V> {
    this.loaders ??= new Map();
    const known = this.loaders.get(name) as DataLoader<K, V> | undefined;
    if (known) return known;
    const made = new DataLoader<K, V>((keys) => batch(keys), { maxBatchSize: 500 });
    this.loaders.set(name, made as DataLoader<unknown, unknown>);
    return made;
  }

  /** The sentence for a code in the reader's language. */
  sentence(code: string, values?: Readonly<Record<string, unknown>>): string {
    return this.sentences.of(code, this.language, values);
  }

  /** A cookie of the request by its name; undefined also for one that is not well encoded, which we never wrote. */
  cookie(name: string): string | undefined {
    for (const pair of (this.request?.headers.cookie ?? '').split(';')) {
      const at = pair.indexOf('=');
      if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim());
    }
    return undefined;
  }

  /** Adds a cookie to the reply: httpOnly, SameSite=Strict, Secure unless the hub is reached by plain http on loopback. `seconds` 0 deletes it. */
  setCookie(cookie: { name: string; value: string; path: string; seconds: number }): void {
    const secure = this.https || !isLoopback(this.address) ? '; Secure' : '';
    const text = `${cookie.name}=${encodeURIComponent(cookie.value)}; Path=${cookie.path}; Max-Age=${cookie.seconds}; HttpOnly; SameSite=Strict${secure}`;
    this.response?.appendHeader('set-cookie', text);
  }
}

const contexts = new WeakMap<object, RequestContext>();

/** Ties the context to the HTTP request, so that controllers and filters behind Express find it. */
export function attachContext(request: IncomingMessage, context: RequestContext): void {
  contexts.set(request, context);
}

/** The context tied to an HTTP request by the front door. Throws when there is none: nothing is served past that door. */
export function contextOfRequest(request: object): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('request without a context: it did not come through the front door');
  return context;
}

/** The context of what Nest is about to call: GraphQL's third argument, or the one tied to the HTTP request. */
export function requestContextOf(host: ExecutionContext): RequestContext {
  return host.getType<string>() === 'graphql'
    ? (host.getArgByIndex(2) as RequestContext)
    : contextOfRequest(host.switchToHttp().getRequest<object>());
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
