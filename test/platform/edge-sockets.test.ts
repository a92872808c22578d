import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { probeRoom } from '../support/probe-room.js';
import { until } from '../support/until.js';

let hub: TestHub;
let second: TestHub;
let reader: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms: [probeRoom] });
  second = await startTestHub({ rooms: [probeRoom], db: hub.db, dataDir: hub.dataDir, actors: hub.actors });
  reader = await hub.signedIn({ permissions: ['probe:read'] });
});
afterAll(async () => {
  await second.close();
  await hub.close();
});

interface Line {
  socket: WebSocket;
  // biome-ignore lint/suspicious/noExplicitAny: messages of the protocol, as they come
  got: { type: string; id?: string; payload?: any }[];
  closed: Promise<{ code: number; at: number }>;
  say(message: object): void;
  until(test: (line: Line) => boolean): Promise<void>;
}

async function open(at: TestHub, options: { protocol?: string; headers?: Record<string, string> } = {}): Promise<Line> {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}/graphql`, options.protocol ?? 'graphql-transport-ws', {
    headers: options.headers ?? {},
  });
  const got: Line['got'] = [];
  socket.on('message', (data) => got.push(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; at: number }>((resolve) =>
    socket.on('close', (code) => resolve({ code, at: Date.now() })),
  );
  const line: Line = {
    ...{ socket, got, closed },
    say: (message) => socket.send(JSON.stringify(message)),
    async until(test) {
      await until(() => test(line)).catch(() => {
        throw new Error(`waited in vain; got ${JSON.stringify(got)}`);
      });
    },
  };
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return line;
}

/** A line whose subscription is heard or refused: the protocol has no answer for one that stands, so notices are sent until one arrives. */
async function subscribed(at: TestHub, as: SignedIn): Promise<Line> {
  const line = await open(at);
  line.say({ type: 'connection_init', payload: { authorization: as.authorization } });
  await line.until(({ got }) => got.some(({ type }) => type === 'connection_ack'));
  line.say({ type: 'subscribe', id: '1', payload: { query: 'subscription { probeChanged }' } });
  for (; !line.got.some(({ id }) => id === '1'); await sleep(20)) await notify(as.actor.orgId, ready);
  return line;
}

const ready = 'ready';
/** What a line was told beside what shows that it stands. */
const heard = ({ got }: Line) => got.filter(({ type, payload }) => type === 'next' && payload.data?.probeChanged !== ready);

/** Waits until the hub has taken everything that was said to it on this line before. */
async function answered(line: Line): Promise<void> {
  const pongs = () => line.got.filter(({ type }) => type === 'pong').length;
  const before = pongs();
  line.say({ type: 'ping' });
  await line.until(() => pongs() > before);
}

const notify = (orgId: string, id: string, topic = 'probe.changed') =>
  hub.db.admin(`select pg_notify('entrepot', $1)`, [JSON.stringify({ topic, orgId, id })]);

describe('subscriptions', () => {
  it('hear their own organisation on every process, and no other', async () => {
    const lines = [await subscribed(hub, reader), await subscribed(second, reader)];
    await notify('0192f000-0000-7000-8000-000000000009', 'foreign');
    await notify(reader.actor.orgId, 'own');
    for (const line of lines) {
      await line.until(() => heard(line).length > 0);
      expect(heard(line)).toEqual([{ type: 'next', id: '1', payload: { data: { probeChanged: 'own' } } }]);
      line.socket.close();
    }
  });

  it('end at once when the client completes them', async () => {
    const [line, witness] = [await subscribed(hub, reader), await subscribed(hub, reader)];
    line.say({ type: 'complete', id: '1' });
    await answered(line);
    await notify(reader.actor.orgId, 'late');
    await witness.until(() => heard(witness).length > 0);
    await answered(line);
    expect(heard(line)).toEqual([]);
    for (const { socket } of [line, witness]) socket.close();
  });

  it('need the permission and obey the limits', async () => {
    const stranger = await hub.signedIn({ permissions: [] });
    const line = await subscribed(hub, stranger);
    await line.until(({ got }) => got.some(({ type }) => type === 'complete'));
    expect(line.got.find(({ type }) => type === 'next')?.payload.errors[0].extensions.code).toBe('FORBIDDEN');
    line.socket.close();

    const refused = await subscribed(hub, reader);
    const ask = async (id: string, query: string) => {
      refused.say({ type: 'subscribe', id, payload: { query } });
      await refused.until(({ got }) => got.some((message) => message.type === 'error' && message.id === id));
      return refused.got.find((message) => message.type === 'error' && message.id === id)?.payload[0].extensions.code;
    };
    expect(await ask('2', 'mutation { signInProbe }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await ask('3', '{ open }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await ask('4', 'subscription { nothing }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await ask('5', `subscription { ${'probeChanged '.repeat(12)} }`)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await ask('6', '{'.repeat(5000))).toBe('GRAPHQL_PARSE_FAILED');
    expect(JSON.stringify(refused.got)).not.toMatch(/did you mean|at \w+ \(/i);
    refused.socket.close();
  });

  it('are cut when there are more than fifty on a socket', async () => {
    const line = await subscribed(hub, reader);
    for (let i = 2; i <= 51; i++)
      line.say({ type: 'subscribe', id: String(i), payload: { query: 'subscription { probeChanged }' } });
    expect((await line.closed).code).toBe(4429);
  });
});

describe('a socket', () => {
  it('speaks graphql-transport-ws on /graphql and nothing else', async () => {
    await expect(open(hub, { protocol: 'graphql-ws' })).rejects.toThrow('400');
    await expect(open(hub, { headers: { origin: 'https://evil.example' } })).rejects.toThrow('403');
    const elsewhere = new WebSocket(`${hub.url.replace('http', 'ws')}/other`, 'graphql-transport-ws');
    await expect(new Promise((_, reject) => elsewhere.on('error', reject))).rejects.toThrow('404');
  });

  it('is closed without a token, with a bad one, and when it subscribes before it said who it is', async () => {
    const codes: number[] = [];
    for (const payload of [undefined, {}, { authorization: 7 }, { authorization: 'Bearer a.b.c' }]) {
      const line = await open(hub);
      line.say({ type: 'connection_init', ...(payload ? { payload } : {}) });
      codes.push((await line.closed).code);
    }
    const early = await open(hub);
    early.say({ type: 'subscribe', id: '1', payload: { query: 'subscription { probeChanged }' } });
    codes.push((await early.closed).code);
    expect(codes).toEqual([4403, 4403, 4403, 4403, 4401]);
  });

  it('is closed at once when its session is revoked, on every process', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    const lines = [await subscribed(hub, who), await subscribed(second, who)];
    const other = await subscribed(second, reader);
    hub.actors.known.delete(who.claims.sid);
    const began = Date.now();
    await notify(who.actor.orgId, who.claims.sid, 'session.revoked');
    for (const line of lines) {
      const { code, at } = await line.closed;
      expect(code).toBe(4401);
      // Some milliseconds; a cached token would live for 15 s.
      expect(at - began).toBeLessThan(10_000);
    }
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    other.socket.close();
  });

  it('is closed when rights are taken, and when the line of notices is down too', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    const line = await subscribed(hub, who);
    hub.actors.known.set(who.claims.sid, { ...who.actor, permissions: new Set() });
    await notify(who.actor.orgId, who.claims.mem, 'member.changed');
    expect((await line.closed).code).toBe(4409);

    const again = await hub.signedIn({ permissions: ['probe:read'] });
    const deaf = await subscribed(hub, again);
    hub.actors.known.delete(again.claims.sid);
    await hub.db.admin(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entrepot-notices' and datname = current_database()`,
    );
    expect((await deaf.closed).code).toBe(4401);
  });

  it('that resets in the middle of its upgrade does not take the hub down', async () => {
    const { port } = new URL(hub.url);
    for (let i = 0; i < 30; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      const path = i % 2 ? '/graphql' : '/elsewhere';
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
      );
      await sleep(3);
      socket.resetAndDestroy();
    }
    expect((await hub.ask('{ open }')).data).toEqual({ open: 'guest' });
  });

  it('that sends more than 128 KiB or no JSON is closed', async () => {
    const large = await open(hub);
    large.socket.send('x'.repeat(200_000));
    expect((await large.closed).code).toBe(1009);
    const broken = await open(hub);
    broken.socket.send('{nonsense');
    expect((await broken.closed).code).toBe(4400);
  });
});
