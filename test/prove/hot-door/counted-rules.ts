import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { hold as holdProbes, seen } from '../../support/probe-room.js';
import { until } from '../../support/until.js';
import type { Rule } from './rules.js';
import { type Door, differs, json, request, type Surface, trickle } from './surface.js';

// Rules that count what the hub did: they run one after the other, with nobody else asking.

/** Figures of the requests histogram by door. */
async function counted(surface: Surface, door: Door): Promise<number> {
  const { body } = await request(surface, { method: 'GET', path: '/metrics' });
  const label = door.name === 'graphql' ? 'graphql' : 'http';
  return [...body.matchAll(/^entrepot_request_seconds_count\{([^}]*)\} (\d+)/gm)]
    .filter(([, labels]) => labels?.includes(`door="${label}"`) && !labels.includes('method="OPTIONS"'))
    .reduce((sum, [, , count]) => sum + Number(count), 0);
}

/** How long is waited for what must come; behind a spoiler it never does, so this is the time of many tries. */
const patienceMs = 6_000;

const accessLog: Rule = {
  name: 'each request leaves one line in the access log, without query string and token',
  doors: ['graphql', 'rest', 'static'],
  async check(surface, door) {
    const good = door.good(surface);
    const id = `log-${door.name}-${process.hrtime.bigint()}`.slice(0, 40);
    const secret = 'querysecret';
    await request(surface, { ...good, path: `${good.path}?a=${secret}`, headers: { ...good.headers, 'x-request-id': id } });
    const lines = (): string[] => surface.log().filter((line) => line.includes(id) && line.includes('"request"'));
    await until(() => lines().length > 0, patienceMs).catch(() => undefined);
    const [line = '{}'] = lines();
    const { method, path, status, ms } = JSON.parse(line) as Record<string, unknown>;
    const hidden = surface.log().some((one) => one.includes(secret) || one.includes(surface.token.slice(-40)));
    return [
      ...differs('lines', lines().length, 1),
      ...differs(
        'line',
        { method, path, status, timed: typeof ms === 'number' },
        { method: good.method ?? 'POST', path: good.path, status: door.status, timed: true },
      ),
      ...(hidden ? ['the log holds a query string or a token'] : []),
    ];
  },
};

const metrics: Rule = {
  name: 'each request is counted in /metrics',
  doors: ['graphql', 'rest', 'static'],
  async check(surface, door) {
    const before = await counted(surface, door);
    for (let i = 0; i < 5; i++) await request(surface, door.good(surface));
    const after = await counted(surface, door);
    // A question for the figures is itself one of the others.
    return differs('counted', after - before, door.name === 'graphql' ? 5 : 6);
  },
};

const disconnect: Rule = {
  name: 'what a client that went away asked for is not begun, and its request is closed',
  doors: ['graphql', 'rest'],
  async check(surface, door) {
    const id = `gone-${door.name}-${process.hrtime.bigint()}`.slice(0, 40);
    const before = seen.slow;
    const letGo = holdProbes();
    const headers = { ...json, authorization: surface.token, 'x-request-id': id };
    const going =
      door.name === 'graphql'
        ? { path: '/graphql', body: '{"query":"mutation { a: heldProbe b: slowProbe(ms: 1) }"}' }
        : { path: '/api/v1/probe-upload', body: undefined };
    const sent = http
      .request(surface.url + going.path, { method: 'POST', headers: { ...headers, 'content-length': 5_000 }, agent: false })
      .on('error', () => undefined);
    if (going.body) sent.setHeader('content-length', Buffer.byteLength(going.body));
    sent.write(going.body ?? 'half of a file');
    if (going.body) await until(() => seen.held > 0, patienceMs).catch(() => undefined);
    else await sleep(1_500);
    sent.destroy();
    const closed = (): string[] => surface.log().filter((line) => line.includes(id) && line.includes('"status":499'));
    await until(() => closed().length > 0, patienceMs).catch(() => undefined);
    letGo();
    await until(() => seen.held === 0);
    await sleep(500);
    return [...differs('lines saying 499', closed().length, 1), ...differs('mutations begun', seen.slow - before, 0)];
  },
};

/** How many requests the hub of this rule takes at once (its own setting for GraphQL, a fixed number for the others). */
export const atOnce = { graphql: 4, rest: 256 };

const backPressure: Rule = {
  name: 'beyond its number of requests the hub answers 503 with Retry-After, stays alive to orchestrators and recovers',
  doors: ['graphql', 'rest'],
  async check(surface, door) {
    const max = atOnce[door.name as 'graphql' | 'rest'];
    const held = Array.from({ length: max }, () => hold(surface, door));
    await until(async () => (await request(surface, door.good(surface))).status === 503, patienceMs).catch(() => undefined);
    const late = await Promise.all([1, 2, 3].map(() => request(surface, door.good(surface))));
    const health = await request(surface, { method: 'GET', path: '/health' });
    const { body: figures } = await request(surface, { method: 'GET', path: '/metrics' });
    for (const one of held) one.destroy();
    await until(async () => (await request(surface, door.good(surface))).status !== 503, patienceMs).catch(() => undefined);
    const after = await request(surface, door.good(surface));
    const shed = new RegExp(
      `entrepot_requests_shed_total\\{door="${door.name === 'graphql' ? 'graphql' : 'http'}"\\} (\\d+)`,
    ).exec(figures)?.[1];
    return [
      ...differs(
        'late ones',
        late.map(({ status, headers }) => [status, headers['retry-after']]),
        late.map(() => [503, '1']),
      ),
      ...differs('health', health.status, 200),
      ...differs('afterwards', after.status, door.status),
      ...(Number(shed ?? 0) >= late.length ? [] : [`${shed ?? 'none'} are counted as turned away`]),
    ];
  },
};

/** A request under way: its body never ends. */
function hold(surface: Surface, door: Door): http.ClientRequest {
  const path = door.name === 'graphql' ? '/graphql' : '/api/v1/probe-bytes';
  const headers = { ...json, authorization: surface.token, 'content-length': 100 };
  const sent = http.request(surface.url + path, { method: 'POST', headers, agent: false }).on('error', () => undefined);
  sent.write('{');
  return sent;
}

/** Milliseconds a JSON body may take (libs/platform/src/http/body.ts). */
const bodyMs = 20_000;

/** Takes 20 s by its nature, so it runs beside the others, on a hub that counts nothing. */
export const slowBody: Rule = {
  name: 'a body that drips in is cut after 20 s with 408',
  doors: ['graphql', 'rest'],
  async check(surface, door) {
    const { path, headers = {} } = door.good(surface);
    const reply = await trickle(surface, { path, headers }, { piece: Buffer.from(' '), everyMs: 1_000, pieces: 60 });
    return [
      ...differs('status', reply.status, 408),
      // Not much earlier; later as the machine is busy.
      ...(reply.ms > bodyMs - 4_000 && reply.ms < 2.5 * bodyMs ? [] : [`it was cut after ${reply.ms} ms`]),
    ];
  },
};

export const countedRules: readonly Rule[] = [accessLog, metrics, disconnect];
export const crowdedRules: readonly Rule[] = [backPressure];
