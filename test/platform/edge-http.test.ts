import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { hold, probeRoom, seen } from '../support/probe-room.js';
import { until } from '../support/until.js';

let hub: TestHub;
let writer: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms: [probeRoom], env: { ENTREPOT_REQUESTS_MAX: '4', ENTREPOT_TRUST_PROXY: '1' } });
  writer = await hub.signedIn({ permissions: ['probe:write', 'probe:read'] });
});
afterAll(() => hub.close());

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as raw as node makes it, for headers that fetch forbids. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${hub.url}${path}`,
      { method: options.method ?? 'POST', headers: options.headers ?? {}, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const json = { 'content-type': 'application/json' };

/** The same rules on both ways: the fast door of GraphQL, and Express. */
const doors = [
  {
    door: 'the fast door',
    path: '/graphql',
    body: '{"query":"{ open }"}',
    big: JSON.stringify({ query: `{ open } #${'x'.repeat(1_100_000)}` }),
    good: 200,
  },
  {
    door: 'the way through Express',
    path: '/api/v1/probe/0192f000-0000-7000-8000-000000000001',
    body: '{"text":"ab"}',
    big: JSON.stringify({ text: 'x'.repeat(1_100_000) }),
    good: 201,
  },
];

describe.each(doors)('$door', ({ path, body, big, good }) => {
  const auth = () => ({ authorization: writer.authorization });

  it('answers a good request', async () => {
    expect((await send(path, { headers: { ...json, ...auth() }, body })).status).toBe(good);
  });

  it('takes application/json in UTF-8 and nothing else', async () => {
    const status = async (type: string | undefined) =>
      (await send(path, { headers: { ...(type ? { 'content-type': type } : {}), ...auth() }, body })).status;
    expect(await status('application/json; charset=utf-8')).toBe(good);
    const others = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/json; charset=utf-16',
      'application/jsonp',
      undefined,
    ];
    expect(await Promise.all(others.map(status))).toEqual(others.map(() => 415));
  });

  it('refuses a body above 1 MiB, announced or not, while it is read', async () => {
    expect(
      (await send(path, { headers: { ...json, ...auth(), 'content-length': String(Buffer.byteLength(big)) }, body: big })).status,
    ).toBe(413);
    expect((await send(path, { headers: { ...json, ...auth(), 'transfer-encoding': 'chunked' }, body: big })).status).toBe(413);
  });

  it('refuses compressed bodies, broken JSON, broken UTF-8 and nothing at all', async () => {
    const status = async (headers: Record<string, string>, sent: string | Buffer) =>
      (await send(path, { headers: { ...json, ...auth(), ...headers }, body: sent })).status;
    expect(await status({ 'content-encoding': 'gzip' }, Buffer.from('1f8b', 'hex'))).toBe(415);
    expect(await status({}, '{"query":')).toBe(400);
    expect(await status({}, Buffer.from('{"text":"\xff"}', 'latin1'))).toBe(400);
    expect([400, 422]).toContain(await status({}, ''));
  });

  it('wears the security headers, also when it refuses', async () => {
    for (const headers of [
      { ...json, ...auth() },
      { 'content-type': 'text/plain', ...auth() },
    ]) {
      const got = await send(path, { headers, body });
      expect({
        csp: got.headers['content-security-policy'],
        sniff: got.headers['x-content-type-options'],
        frame: got.headers['x-frame-options'],
        referrer: got.headers['referrer-policy'],
        cache: got.headers['cache-control'],
        powered: got.headers['x-powered-by'],
      }).toEqual({
        csp: "default-src 'none';frame-ancestors 'none'",
        sniff: 'nosniff',
        frame: 'DENY',
        referrer: 'no-referrer',
        cache: 'no-store',
        powered: undefined,
      });
    }
  });

  it('gives back a good request id and replaces a bad one, in the reply and in the log', async () => {
    const requestId = `order-4711${path.length}`;
    const good1 = await send(path, { headers: { ...json, ...auth(), 'x-request-id': requestId }, body });
    expect(good1.headers['x-request-id']).toBe(requestId);
    const logged = () => hub.log.filter((line) => line.includes(requestId) && line.includes('"msg":"request"'));
    await until(() => logged().length > 0);
    expect(logged()).toHaveLength(1);
    const bad = await send(path, { headers: { ...json, ...auth(), 'x-request-id': 'a b{}"' }, body });
    expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses pages of other sites, lets programs and our own pages in', async () => {
    const status = async (headers: Record<string, string>) =>
      (await send(path, { headers: { ...json, ...auth(), ...headers }, body })).status;
    expect(await status({ origin: hub.url })).toBe(good);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: `${hub.url}.evil.example` },
      { origin: 'file://x' },
    ];
    expect(await Promise.all(foreign.map(status))).toEqual(foreign.map(() => 403));
  });

  it('offers no CORS', async () => {
    const got = await send(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
    expect([404, 405]).toContain(got.status);
  });

  it('survives clients that go away in the middle of their body', async () => {
    const { port } = new URL(hub.url);
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"half`);
      await sleep(2);
      socket.destroy();
    }
    await sleep(50);
    expect((await send(path, { headers: { ...json, ...auth() }, body })).status).toBe(good);
  });

  it('counts every request in the figures', async () => {
    const door = path === '/graphql' ? 'graphql' : 'http';
    const figures = (await send('/metrics', { method: 'GET' })).body;
    expect(figures).toMatch(new RegExp(`entrepot_request_seconds_count\\{door="${door}",method="POST",status="2xx"\\} \\d+`));
    expect(figures).not.toContain(writer.actor.orgId);
  });
});

describe('methods and targets', () => {
  it('answers GET, PUT and DELETE of /graphql with 405 and what is allowed', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const got = await send('/graphql', { method, headers: json });
      expect([got.status, got.headers['allow']]).toEqual([405, 'POST']);
    }
  });

  it('treats /graphql with a query as GraphQL, and nothing that merely looks like it', async () => {
    const headers = { ...json };
    expect((await send('/graphql?x=1', { headers, body: '{"query":"{ open }"}' })).status).toBe(200);
    for (const path of ['/graphql/', '//graphql', '/GraphQL', '/graphql%2f']) {
      expect((await send(path, { headers, body: '{"query":"{ open }"}' })).status).toBe(404);
    }
  });

  it('answers targets that are no paths without falling', async () => {
    for (const path of ['/%', '/%E0%A4%A', '/%00', '/..%2f..%2fetc/passwd', '/api/v1/probe/%ff']) {
      const got = await send(path, { method: 'GET' });
      expect([got.status >= 400, got.status < 500]).toEqual([true, true]);
      expect(got.body).not.toMatch(/at \w+ \(|node_modules|root:/);
    }
  });
});

describe('too many at once', () => {
  it('turns the fifth away with 503 and Retry-After at once, lets /health through, and recovers', async () => {
    let ended = 0;
    const letGo = hold();
    const slow = Array.from({ length: 4 }, async () => {
      const answer = await send('/graphql', { headers: json, body: '{"query":"{ held }"}' });
      ended++;
      return answer;
    });
    await until(() => seen.held === 4);
    const fifth = await send('/graphql', { headers: json, body: '{"query":"{ open }"}' });
    expect([fifth.status, fifth.headers['retry-after']]).toEqual([503, '1']);
    expect(ended).toBe(0);
    expect((await send('/health', { method: 'GET' })).status).toBe(200);
    letGo();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // A place is free when its response has left, which the client may know a moment earlier.
    await until(async () => (await send('/graphql', { headers: json, body: '{"query":"{ open }"}' })).status === 200);
  });

  it('begins no further mutation of a client that has gone', async () => {
    const before = seen.writes;
    const { port } = new URL(hub.url);
    const letGo = hold();
    const body = JSON.stringify({ query: 'mutation { heldProbe writeProbe }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: ${writer.authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(head + body);
    await until(() => seen.held === 1);
    const requests = () => hub.log.filter((line) => line.includes('"msg":"request"')).length;
    const logged = requests();
    socket.destroy();
    // The hub writes its line when the client is gone, before the mutation is over.
    await until(() => requests() > logged);
    letGo();
    await until(() => seen.held === 0);
    expect((await send('/graphql', { headers: json, body: '{"query":"{ open }"}' })).status).toBe(200);
    expect(seen.writes).toBe(before);
  });
});

describe('REST', () => {
  const path = '/api/v1/probe/0192f000-0000-7000-8000-000000000001';
  const post = (target: string, body: unknown, authorization = writer.authorization) =>
    send(target, { headers: { ...json, authorization }, body: JSON.stringify(body) });

  it('checks parameters, query and body by one table and tells all problems as problem+json', async () => {
    const good = await post(`${path}?times=2`, { text: 'ab' });
    expect(JSON.parse(good.body)).toEqual({ id: '0192f000-0000-7000-8000-000000000001', text: 'abab', org: writer.actor.orgId });
    const bad = await post(path, { text: 7, extra: 1 });
    const problem = JSON.parse(bad.body) as { at: { path: string[] }[] };
    expect([bad.status, bad.headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(problem).toMatchObject({
      type: 'about:blank',
      status: 422,
      code: 'BAD_USER_INPUT',
      correlationId: bad.headers['x-request-id'],
    });
    expect(problem.at.map((one) => one.path)).toEqual([['text'], []]);
    expect((await post('/api/v1/probe/7', { text: 'a' })).status).toBe(422);
    expect((await post(`${path}?times=9`, { text: 'a' })).status).toBe(422);
  });

  it('asks for a token, then for the permission', async () => {
    const guest = await send(path, { headers: json, body: '{"text":"a"}' });
    expect([guest.status, guest.headers['www-authenticate'], (JSON.parse(guest.body) as { code: string }).code]).toEqual([
      401,
      'Bearer',
      'UNAUTHENTICATED',
    ]);
    const stranger = await hub.signedIn({ permissions: [] });
    expect((await post(path, { text: 'a' }, stranger.authorization)).status).toBe(403);
  });

  it('speaks the language asked for', async () => {
    const got = await send(path, { headers: { ...json, 'accept-language': 'zh-TW,zh;q=0.9' }, body: '{}' });
    expect((JSON.parse(got.body) as { title: string }).title).toBe('請先登入。');
  });

  it('hides faults', async () => {
    const got = await send('/api/v1/probe-broken', { method: 'GET' });
    expect(got.status).toBe(500);
    expect(got.body).not.toMatch(/hunter2|select|at /);
    expect(JSON.parse(got.body)).toMatchObject({ code: 'INTERNAL', correlationId: got.headers['x-request-id'] });
  });

  it('bounds raw bodies and stores streams by their content', async () => {
    expect(JSON.parse((await send('/api/v1/probe-bytes', { body: 'x'.repeat(2048) })).body)).toEqual({ bytes: 2048 });
    expect((await send('/api/v1/probe-bytes', { body: 'x'.repeat(2049) })).status).toBe(413);
    const upload = (body: Buffer) => send('/api/v1/probe-upload', { headers: { authorization: writer.authorization }, body });
    const stored = await upload(Buffer.from('part;price\n'));
    expect([stored.status, JSON.parse(stored.body)]).toEqual([
      202,
      { sha256: createHash('sha256').update('part;price\n').digest('hex'), size: 11 },
    ]);
    expect((await upload(Buffer.from('504b030414000000', 'hex'))).status).toBe(422);
    expect((await upload(Buffer.alloc(100_001, 'a'))).status).toBe(413);
  });

  it('describes itself', async () => {
    const document = JSON.parse((await send('/api/v1/openapi.json', { method: 'GET' })).body) as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: object[]; security: object[] }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/probe/{id}']?.['post']?.parameters).toHaveLength(2);
    expect(document.paths['/api/v1/probe/{id}']?.['post']?.security).toEqual([{ accessToken: [] }]);
    expect(Object.keys(document.paths).filter((one) => !one.includes('probe'))).toEqual([
      '/api/docs',
      '/api/v1/openapi.json',
      '/health',
      '/metrics',
      '/ready',
    ]);
    expect((await send('/api/docs', { method: 'GET' })).body).toContain('/api/v1/probe/:id');
  });
});

describe('the client behind a proxy', () => {
  it('is the one the trusted proxy names, never one it was told', async () => {
    const auditor = await hub.signedIn({ permissions: ['organization:manage'] });
    await send('/graphql', {
      headers: { ...json, authorization: auditor.authorization, 'x-forwarded-for': '6.6.6.6, 192.0.2.7' },
      body: '{"query":"{ probe { name } }"}',
    });
    await hub.services.denials.settled();
    const trail = await hub.ask('{ auditTrail { nodes { detail } } }', {}, auditor);
    expect(JSON.parse(trail.data.auditTrail.nodes[0].detail)).toEqual({ address: '192.0.2.7' });
  });
});
