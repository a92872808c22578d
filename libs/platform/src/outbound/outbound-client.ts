import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses.js';

/** One message to a partner. */
export interface Outgoing {
  url: string;
  method?: 'POST' | 'GET' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: Buffer;
  /** Milliseconds for everything, from the name to the last byte of the reply; 30 s when absent. */
  timeoutMs?: number;
  /** Bytes of the reply at most; 1 MiB when absent. */
  replyBytesMax?: number;
  /** Whether the partner's profile allows plain http. */
  plainHttp?: boolean;
  signal?: AbortSignal;
}

/** A partner's reply, whatever its status; redirects are not followed, they are the reply. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** Why nothing was sent (`…_REFUSED`), or why no whole reply came. Never carries bytes of a reply. */
export class OutboundError extends Error {
  constructor(
    readonly code:
      | 'URL_REFUSED'
      | 'PORT_REFUSED'
      | 'ADDRESS_REFUSED'
      | 'NAME_UNKNOWN'
      | 'TIMEOUT'
      | 'REPLY_TOO_LARGE'
      | 'CONNECTION_FAILED',
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'OutboundError';
  }
}

/** Ports a partner may listen on without a line in the configuration. */
const ports = new Set([80, 443, 8080, 8443]);
const timeoutMsDefault = 30_000;
const replyBytesDefault = 1024 * 1024;

/** Resolves a name to all its addresses; replaceable in tests. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The only way out to partners. The name is resolved once, every address it has must be public, and the connection goes to
 * an address that was checked, so a name that changes between check and connect leads nowhere. No redirects, no proxies of
 * the environment, no kept connections, bounded time and size. Hosts of ENTREPOT_OUTBOUND_ALLOW may be private.
 */
export class OutboundClient {
  private readonly allowed: ReadonlySet<string>;

  constructor(
    allow: readonly string[] = [],
    private readonly resolve: Resolve = systemResolve,
  ) {
    this.allowed = new Set(allow.map((entry) => entry.toLowerCase()));
  }

  /** Sends and waits for the whole reply. Throws OutboundError. */
  async send(outgoing: Outgoing): Promise<Reply> {
    const url = this.checkUrl(outgoing);
    const timeout = AbortSignal.timeout(outgoing.timeoutMs ?? timeoutMsDefault);
    const addresses = await this.addressesOf(url, timeout);
    return exchange(url, addresses, { ...outgoing, timeout });
  }

  private checkUrl({ url: text, plainHttp = false }: Outgoing): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
      throw new OutboundError('URL_REFUSED', 'not an address of https');
    if (url.username || url.password) throw new OutboundError('URL_REFUSED', 'credentials do not belong into an address');
    if (url.protocol === 'http:' && !plainHttp)
      throw new OutboundError('URL_REFUSED', 'plain http is not allowed for this partner');
    if (!ports.has(portOf(url)) && !this.isAllowed(url)) throw new OutboundError('PORT_REFUSED', `port ${portOf(url)}`);
    return url;
  }

  private async addressesOf(url: URL, timeout: AbortSignal): Promise<readonly { address: string; family: number }[]> {
    const host = hostOf(url);
    const literal = isIP(host);
    const found = literal ? [{ address: host, family: literal }] : await before(timeout, this.resolveName(host));
    if (found.length === 0) throw new OutboundError('NAME_UNKNOWN', host);
    if (!this.isAllowed(url) && !found.every(({ address }) => isPublicAddress(address))) {
      throw new OutboundError('ADDRESS_REFUSED', `${host} leads to an address that is not public`);
    }
    return found;
  }

  private async resolveName(host: string): Promise<readonly { address: string; family: number }[]> {
    try {
      return await this.resolve(host);
    } catch {
      throw new OutboundError('NAME_UNKNOWN', host);
    }
  }

  private isAllowed(url: URL): boolean {
    return this.allowed.has(hostOf(url)) || this.allowed.has(`${hostOf(url)}:${portOf(url)}`);
  }
}

/** A resolver that hangs cannot be stopped, but nobody need wait for it. */
function before<T>(timeout: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(failure(new Error('name'), true));
    timeout.addEventListener('abort', late, { once: true });
    answer.then(resolve, reject).finally(() => timeout.removeEventListener('abort', late));
  });
}

type Timed = Outgoing & { timeout: AbortSignal };

function exchange(url: URL, addresses: readonly { address: string; family: number }[], outgoing: Timed): Promise<Reply> {
  const secure = url.protocol === 'https:';
  const { timeout } = outgoing;
  const signal = outgoing.signal ? AbortSignal.any([timeout, outgoing.signal]) : timeout;
  const body = outgoing.body ?? Buffer.alloc(0);
  const options = {
    method: outgoing.method ?? 'POST',
    headers: { 'user-agent': 'entrepot', ...outgoing.headers, 'content-length': body.length },
    agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    lookup: fixed(addresses),
    signal,
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof OutboundError ? error : failure(error, timeout.aborted));
    const request = (secure ? httpsRequest : httpRequest)(url, options, (reply) => {
      collect(reply, outgoing.replyBytesMax ?? replyBytesDefault).then(resolve, fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

/** A lookup that knows one answer: the addresses that were checked. */
function fixed(addresses: readonly { address: string; family: number }[]): LookupFunction {
  return ((_host: string, options: { all?: boolean }, done: (error: null, address: unknown, family?: number) => void) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address, addresses[0]?.family);
  }) as LookupFunction;
}

async function collect(reply: IncomingMessage, bytesMax: number): Promise<Reply> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytesMax) {
      reply.destroy();
      throw new OutboundError('REPLY_TOO_LARGE', `more than ${bytesMax} bytes`);
    }
    chunks.push(chunk);
  }
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) };
}

function failure(error: Error, timedOut: boolean): OutboundError {
  if (timedOut) return new OutboundError('TIMEOUT', 'no whole reply in time');
  return new OutboundError('CONNECTION_FAILED', (error as NodeJS.ErrnoException).code ?? error.name);
}

function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
