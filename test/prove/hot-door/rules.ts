import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { seen } from '../../support/probe-room.js';
import { type Asked, type Door, differs, json, raw, request, type Surface, trickle } from './surface.js';

/** A rule of HTTP that must hold on every door it names; `check` gives what is against it. */
export interface Rule {
  name: string;
  doors: readonly Door['name'][];
  check(surface: Surface, door: Door): Promise<string[]>;
}

const both = ['graphql', 'rest'] as const;
const all = ['graphql', 'rest', 'static'] as const;
const mebi = 1024 * 1024;

async function statuses(surface: Surface, asked: readonly Asked[]): Promise<number[]> {
  const got: number[] = [];
  for (const one of asked) got.push((await request(surface, one)).status);
  return got;
}

const repeat = (status: number, list: readonly unknown[]): number[] => list.map(() => status);

const bodyLimit: Rule = {
  name: 'bodies above 1 MiB are refused while they are read',
  doors: both,
  async check(surface, door) {
    const { path, headers = {} } = door.good(surface);
    const announced = await request(surface, { path, headers, body: Buffer.alloc(mebi + 1, 32) });
    const streamed = await trickle(
      surface,
      { path, headers: { ...headers } },
      { piece: Buffer.alloc(64 * 1024, 32), everyMs: 5, pieces: 64 },
    );
    return [
      ...differs('an announced body', announced.status, 413),
      ...differs('a streamed body', streamed.status, 413),
      ...(streamed.sent > 3 * mebi ? [`${streamed.sent} bytes were taken before the refusal`] : []),
    ];
  },
};

const contentTypes: Rule = {
  name: 'only application/json in UTF-8 is read',
  doors: both,
  async check(surface, door) {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=latin1',
      'application/graphql',
      '',
    ];
    const good = door.good(surface);
    const asked = types.map((type) => {
      const { 'content-type': _, ...headers } = good.headers ?? {};
      return { ...good, headers: type ? { ...headers, 'content-type': type } : headers };
    });
    const fine = await request(surface, {
      ...good,
      headers: { ...good.headers, 'content-type': 'application/json; charset=utf-8' },
    });
    return [
      ...differs('other types', await statuses(surface, asked), repeat(415, types)),
      ...differs('JSON in UTF-8', fine.status, door.status),
    ];
  },
};

const foreignPages: Rule = {
  name: 'pages of other sites change nothing (Origin, Sec-Fetch-Site)',
  doors: both,
  async check(surface, door) {
    const good = door.good(surface);
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'file://x' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    const asked = foreign.map((headers) => ({ ...good, headers: { ...good.headers, ...headers } }));
    const own = await request(surface, {
      ...good,
      headers: { ...good.headers, origin: surface.url, host: new URL(surface.url).host },
    });
    return [
      ...differs('foreign pages', await statuses(surface, asked), repeat(403, foreign)),
      ...differs('the own page', own.status, door.status),
    ];
  },
};

const headersWanted = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const securityHeaders: Rule = {
  name: 'security headers stand on every reply, good or not; nothing names the software or opens CORS',
  doors: all,
  async check(surface, door) {
    const good = door.good(surface);
    const bad = { ...good, method: 'PATCH', path: `${good.path}/nowhere` };
    const replies = [await request(surface, good), await request(surface, bad)];
    return replies.flatMap(({ headers, status }) => [
      ...Object.entries(headersWanted).flatMap(([name, value]) => differs(`${name} of a ${status}`, headers[name], value)),
      ...(/default-src/.test(String(headers['content-security-policy'])) ? [] : [`a ${status} has no content-security-policy`]),
      ...(headers['permissions-policy'] ? [] : [`a ${status} has no permissions-policy`]),
      ...['x-powered-by', 'server', 'access-control-allow-origin']
        .filter((name) => headers[name])
        .map((name) => `a ${status} has ${name}`),
    ]);
  },
};

const requestIds: Rule = {
  name: 'a request id is taken over when it is one, made otherwise, and given back',
  doors: all,
  async check(surface, door) {
    const good = door.good(surface);
    const withId = async (id: string): Promise<unknown> =>
      (await request(surface, { ...good, headers: { ...good.headers, 'x-request-id': id } })).headers['x-request-id'];
    const made = [String(await withId('short')), String(await withId('x'.repeat(65))), String(await withId('a b<script>c'))];
    const faults = made.filter((id) => !/^[0-9a-f-]{36}$/.test(id)).map((id) => `the id ${id} was not made`);
    return [...differs('a good id', await withId('probe-1234567'), 'probe-1234567'), ...faults];
  },
};

const methods: Rule = {
  name: 'other methods than the door has are refused, and nothing runs',
  doors: all,
  async check(surface, door) {
    const good = door.good(surface);
    const others = door.name === 'static' ? ['POST', 'PUT', 'DELETE', 'PATCH'] : ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'];
    const before = { ...seen };
    const replies = await Promise.all(others.map((method) => request(surface, { ...good, method })));
    const wanted = door.name === 'graphql' ? 405 : 404;
    const faults = differs(
      'statuses',
      replies.map(({ status }) => status),
      repeat(wanted, others),
    );
    if (door.name === 'graphql')
      faults.push(
        ...differs(
          'allow',
          replies.map(({ headers }) => headers.allow),
          others.map(() => 'POST'),
        ),
      );
    return [...faults, ...differs('what ran', seen, before)];
  },
};

const unknownPaths: Rule = {
  name: 'paths that only look like the door lead nowhere',
  doors: all,
  async check(surface, door) {
    const good = door.good(surface);
    const paths = {
      graphql: ['/graphql/', '/graphqlx', '//graphql', '/graphql/x', '/%67raphql', '/graphql%20'],
      rest: ['/api/v1/nothing', '/api/v2/probe/1', '/api'],
      static: ['/assets/nothing.js', '/..%2f..%2fpackage.json', '/index.html.bak', '/.env'],
    };
    const asked = paths[door.name].map((path) => ({ ...good, path, headers: { ...good.headers, accept: '*/*' } }));
    return differs('statuses', await statuses(surface, asked), repeat(404, asked));
  },
};

const malformed: Rule = {
  name: 'what is no JSON in UTF-8 is refused without repeating it',
  doors: both,
  async check(surface, door) {
    const good = door.good(surface);
    const bodies = [Buffer.from('{"query": canary'), Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), Buffer.from('')];
    const replies = await Promise.all(bodies.map((body) => request(surface, { ...good, body })));
    return [
      ...differs(
        'statuses',
        replies.map(({ status }) => status >= 400 && status < 500),
        [true, true, true],
      ),
      ...differs(
        'repeats',
        replies.some(({ body }) => body.includes('canary')),
        false,
      ),
    ];
  },
};

const compressed: Rule = {
  name: 'compressed bodies are refused, not unpacked',
  doors: both,
  async check(surface, door) {
    const good = door.good(surface);
    const body = Buffer.from(String(good.body));
    const packed = { gzip: gzipSync(body), deflate: deflateSync(body), br: brotliCompressSync(body) };
    const asked = Object.entries(packed).map(([coding, bytes]) => ({
      ...good,
      body: bytes,
      headers: { ...good.headers, 'content-encoding': coding },
    }));
    return differs('statuses', await statuses(surface, asked), repeat(415, asked));
  },
};

const gates: Rule = {
  name: 'the gate lets in who may: guests, forged tokens and members without right stay out',
  doors: both,
  async check(surface, door) {
    const good = door.name === 'graphql' ? { ...door.good(surface), body: '{"query":"{ probe { name } }"}' } : door.good(surface);
    const [head = '', payload = '', signature = ''] = surface.token.slice('Bearer '.length).split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const forged = [
      `Bearer ${none}.${payload}.`,
      `Bearer ${head}.${payload}.${otherBytes(signature)}`,
      'Bearer x',
      'Basic eDp5',
      `Bearer ${head}.${Buffer.from('{}').toString('base64url')}.${signature}`,
    ];
    const answers = await Promise.all(
      [undefined, ...forged, surface.poorToken, surface.token].map(async (authorization) => {
        const { authorization: _, ...headers } = good.headers ?? {};
        const { status, body } = await request(surface, {
          ...good,
          headers: authorization ? { ...headers, authorization } : headers,
        });
        return /"code":"(UNAUTHENTICATED|FORBIDDEN)"/.exec(body)?.[1] ?? status;
      }),
    );
    return differs('answers', answers, ['UNAUTHENTICATED', ...forged.map(() => 'UNAUTHENTICATED'), 'FORBIDDEN', door.status]);
  },
};

/** As long, with another first byte: another letter may be the same bytes, one in 256 is. */
function otherBytes(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

const leaks = /hunter2|secret_table|secret_column|\bat .*\(.*:\d+:\d+\)|node_modules|\/libs\/|\.ts:\d/;

const faultsAreMute: Rule = {
  name: 'faults say a number and nothing else: no stack, no SQL, no path',
  doors: both,
  async check(surface, door) {
    const headers = { ...json, authorization: surface.token };
    const asked: Asked[] =
      door.name === 'graphql'
        ? ['sql', 'error'].map((how) => ({
            path: '/graphql',
            headers,
            body: JSON.stringify({ query: `{ failing(how: "${how}") }` }),
          }))
        : [{ method: 'GET', path: '/api/v1/probe-broken', headers }];
    const replies = await Promise.all(asked.map((one) => request(surface, one)));
    return replies.flatMap(({ body, headers: got }) => [
      ...(leaks.test(body) ? [`a fault told ${leaks.exec(body)?.[0]}`] : []),
      ...(body.includes('"code":"INTERNAL"') && body.includes(String(got['x-request-id']))
        ? []
        : [`a fault says ${body.slice(0, 100)}`]),
    ]);
  },
};

const batches: Rule = {
  name: 'batches are refused and nothing of them runs',
  doors: ['graphql'],
  async check(surface, door) {
    const before = seen.signIns;
    const one = { query: 'mutation { signInProbe }' };
    const replies = await statuses(
      surface,
      [[one, one], [one], []].map((body) => ({ ...door.good(surface), body: JSON.stringify(body) })),
    );
    return [...differs('statuses', replies, [400, 400, 400]), ...differs('what ran', seen.signIns, before)];
  },
};

const mutationsByGet: Rule = {
  name: 'nothing is asked or changed by GET, nor by the query string of a POST',
  doors: ['graphql'],
  async check(surface) {
    const before = seen.signIns;
    const query = encodeURIComponent('mutation { signInProbe }');
    const headers = { authorization: surface.token, 'apollo-require-preflight': 'true', ...json };
    const got = await statuses(surface, [
      { method: 'GET', path: `/graphql?query=${query}`, headers },
      { method: 'GET', path: `/graphql?query=${encodeURIComponent('{ open }')}`, headers },
      { method: 'POST', path: `/graphql?query=${query}`, headers, body: '{}' },
    ]);
    return [...differs('statuses', got, [405, 405, 400]), ...differs('what ran', seen.signIns, before)];
  },
};

const smuggling: Rule = {
  name: 'a request with two lengths or a monstrous head is refused',
  doors: both,
  async check(surface, door) {
    const { path, body } = door.good(surface);
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
    const two = await raw(
      surface,
      `${head}Content-Length: ${String(body).length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    );
    const twice = await raw(surface, `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}{`);
    const long = await raw(surface, `${head}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    return differs('statuses', [two, twice, long], [400, 400, 431]);
  },
};

const hiddenSchema: Rule = {
  name: 'the schema is shown to those who are signed in, and no name of it is suggested',
  doors: ['graphql'],
  async check(surface) {
    const ask = async (query: string, authorization?: string): Promise<string> =>
      (
        await request(surface, {
          path: '/graphql',
          headers: { ...json, ...(authorization ? { authorization } : {}) },
          body: JSON.stringify({ query }),
        })
      ).body;
    const [guest, reader, typo] = [
      await ask('{ __schema { queryType { name } } }'),
      await ask('{ __schema { queryType { name } } }', surface.token),
      await ask('{ opn }'),
    ];
    return [
      ...differs('a guest sees it', guest.includes('queryType"'), false),
      ...differs('a reader sees it', reader.includes('queryType"'), true),
      ...differs('suggests', /did you mean/i.test(typo), false),
    ];
  },
};

/** Rules whose check takes its own requests only and may run beside others. */
export const quickRules: readonly Rule[] = [
  bodyLimit,
  contentTypes,
  foreignPages,
  securityHeaders,
  requestIds,
  methods,
  unknownPaths,
  malformed,
  compressed,
  gates,
  faultsAreMute,
  batches,
  mutationsByGet,
  smuggling,
  hiddenSchema,
];
