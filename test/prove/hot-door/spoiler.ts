import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Answered, echoPath, json, read, type Surface } from './surface.js';

/** A request on its way to the hub, whole; a spoiler may change it. */
export interface Passing {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** A hub with one rule switched off, as somebody behind whom it no longer holds: named after the rule that must notice. */
export interface Spoiled {
  rule: string;
  request?(passing: Passing, surface: Surface): void;
  response?(answered: Answered, passing: Passing): void;
  /** Asks again instead of telling that the house is full. */
  stubborn?: true;
  log?(lines: string[]): string[];
}

const isGraphql = ({ path }: Passing): boolean => path.split('?')[0] === '/graphql';
const goodBody = (passing: Passing): Buffer => Buffer.from(isGraphql(passing) ? '{"query":"{ open }"}' : '{"text":"hello"}');
const becomeGood = (passing: Passing): void => {
  passing.body = goodBody(passing);
  passing.headers['content-type'] = 'application/json';
};
const unpack = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync } as const;

/** Where there is nothing, something is said to be. */
const found = (answered: Answered): void => {
  if (answered.status === 404) answered.status = 200;
};

/** One spoiled hub per rule, by the beginning of the rule's name. The proxy reads requests whole, so it breaks what is said of time by itself. */
export const spoiled: readonly Spoiled[] = [
  {
    rule: 'bodies above 1 MiB',
    request: (passing) => {
      if (passing.body.length > 60_000) becomeGood(passing);
    },
  },
  { rule: 'only application/json', request: ({ headers }) => void Object.assign(headers, json) },
  {
    rule: 'pages of other sites',
    request: ({ headers }) => {
      delete headers.origin;
      delete headers['sec-fetch-site'];
    },
  },
  { rule: 'security headers', response: ({ headers }) => void delete headers['x-content-type-options'] },
  { rule: 'a request id', request: ({ headers }) => void delete headers['x-request-id'] },
  {
    rule: 'other methods',
    request: (passing) =>
      void Object.assign(passing, { method: isGraphql(passing) || passing.path.startsWith('/api') ? 'POST' : 'GET' }),
    response: found,
  },
  {
    rule: 'paths that only look',
    request: (passing) =>
      void Object.assign(passing, {
        path: /graphql/i.test(passing.path) ? '/graphql' : passing.path.startsWith('/api') ? echoPath : '/health',
      }),
    response: found,
  },
  { rule: 'what is no JSON', request: becomeGood },
  {
    rule: 'compressed bodies',
    request: (passing) => {
      const coding = passing.headers['content-encoding'] as keyof typeof unpack | undefined;
      if (coding && unpack[coding]) passing.body = unpack[coding](passing.body);
      delete passing.headers['content-encoding'];
    },
  },
  { rule: 'the gate lets in', request: (passing, { token }) => void Object.assign(passing.headers, { authorization: token }) },
  {
    rule: 'faults say a number',
    response: (answered) => {
      answered.body = answered.body.replace(/\}$/, ',"stack":"Error at resolve (/libs/platform/src/work.ts:12:3)"}');
    },
  },
  {
    rule: 'batches are refused',
    request: (passing) => {
      const [first] = passing.body.toString().startsWith('[{') ? (JSON.parse(passing.body.toString()) as unknown[]) : [];
      if (first) passing.body = Buffer.from(JSON.stringify(first));
    },
  },
  {
    rule: 'nothing is asked or changed by GET',
    request: (passing) => {
      const query = new URL(passing.path, 'http://x').searchParams.get('query');
      if (!query) return;
      Object.assign(passing, { method: 'POST', path: '/graphql', body: Buffer.from(JSON.stringify({ query })) });
      passing.headers['content-type'] = json['content-type'];
    },
  },
  { rule: 'a request with two lengths' },
  {
    rule: 'the schema is shown',
    request: (passing, { token }) =>
      void Object.assign(passing.headers, { authorization: passing.headers.authorization ?? token }),
  },
  { rule: 'each request leaves one line', log: (lines) => lines.filter((line) => !line.includes('"request"')) },
  {
    rule: 'each request is counted',
    response: (answered) => void Object.assign(answered, { body: answered.body.replace(/^entrepot_request_seconds.*$/gm, '') }),
  },
  { rule: 'what a client that went away' },
  { rule: 'beyond its number', stubborn: true },
  { rule: 'a body that drips' },
];

/** Puts a spoiler in front of a hub: everything goes through it, one rule no longer holds behind it. */
export async function spoil(surface: Surface, how: Spoiled): Promise<Surface & { close(): Promise<void> }> {
  const server = http.createServer(
    { insecureHTTPParser: true, maxHeaderSize: 65_536, requestTimeout: 0, headersTimeout: 0 },
    (request, response) => {
      void pass(surface, how, { request, response }).catch(() => response.destroy());
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...surface,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: () => how.log?.(surface.log()) ?? surface.log(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(
  surface: Surface,
  how: Spoiled,
  { request, response }: { request: http.IncomingMessage; response: http.ServerResponse },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const passing: Passing = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: { ...request.headers },
    body: Buffer.concat(chunks),
  };
  how.request?.(passing, surface);
  let answered = await forward(surface, passing);
  for (let tries = 0; how.stubborn && answered.status === 503 && tries < 40; tries++) {
    await sleep(50);
    answered = await forward(surface, passing);
  }
  how.response?.(answered, passing);
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...headers } = answered.headers;
  response.writeHead(answered.status, headers);
  response.end(answered.body);
}

function forward({ url }: Surface, { method, path, headers, body }: Passing): Promise<Answered> {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, 'x-long': ____, ...kept } = headers;
  // A page's own origin is the address it was loaded from.
  const host = kept.origin === undefined ? new URL(url).host : kept.host;
  return new Promise((resolve, reject) => {
    const sent = http.request(url + path, {
      method,
      headers: { ...kept, host, ...(body.length > 0 ? { 'content-length': body.length } : {}) },
      agent: false,
    });
    sent.on('response', (response) => void read(response).then(resolve, reject)).on('error', reject);
    sent.end(body);
  });
}
