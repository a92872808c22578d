import { randomUUID } from 'node:crypto';
import { canariesIn, type Planting } from './canaries.js';

/** One request as it is sent. */
export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One reply, with every byte of it. */
export interface Got {
  status: number;
  /** Head and body as one text. */
  bytes: string;
  body: string;
}

/** Somebody who sends requests. Whatever comes back is searched. */
export class Visitor {
  /** Where which canary was seen. */
  readonly leaks: string[] = [];
  requests = 0;

  constructor(
    readonly name: string,
    private readonly url: string,
    /** Of the access token; a guest has none. */
    private readonly token: () => string | undefined,
    private readonly planting: Pick<Planting, 'canaries'>,
  ) {}

  async send(what: string, { method, path, headers = {}, body }: Sent): Promise<Got> {
    const token = this.token();
    const response = await fetch(this.url + path, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const bytes = `${response.status}\n${[...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${text}`;
    this.requests += 1;
    this.search(what, bytes);
    return { status: response.status, bytes, body: Buffer.from(text, 'latin1').toString('utf8') };
  }

  /** Searches bytes that came another way: frames of a socket. */
  search(what: string, bytes: string): void {
    for (const canary of canariesIn(bytes, this.planting)) this.leaks.push(`${this.name} saw ${canary} by ${what}`);
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const fleeting = /^(date|x-request-id|set-cookie|connection|keep-alive)$/;

/**
 * What is left of a reply when ids, times and correlation ids are taken out: replies to a foreign id and to an id of nothing must not
 * differ in it, content-length included.
 */
export function shapeOf({ bytes }: Got): string {
  const [head = '', ...body] = bytes.split('\n\n');
  const headers = head
    .split('\n')
    .filter((line) => !fleeting.test(line.split(':')[0] ?? ''))
    .sort();
  return [...headers, ...body]
    .join('\n')
    .replace(uuid, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/"(accessToken|secret|correlationId)":"[^"]*"/g, '"$1":"<once>"');
}

/** An idempotency key, so that no call is taken for a repetition of another. */
export const freshKey = (): string => randomUUID();
