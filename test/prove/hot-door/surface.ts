import http from 'node:http';
import net from 'node:net';
import type { TestHub } from '../../support/hub.js';

/** A hub as its clients see it: perhaps through something that spoils a rule. */
export interface Surface {
  url: string;
  hub: TestHub;
  /** The header of somebody who may everything on the probes, and of somebody who may nothing. */
  token: string;
  poorToken: string;
  /** Lines of the access log so far. */
  log(): string[];
}

export interface Asked {
  method?: string;
  path: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** One request with exactly these headers, on a connection of its own. */
export function request({ url }: Pick<Surface, 'url'>, { method = 'POST', path, headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }), ...headers },
      agent: false,
    });
    sent.on('response', (response) => void read(response).then(resolve, reject)).on('error', reject);
    sent.end(body);
  });
}

export async function read(response: http.IncomingMessage): Promise<Answered> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

/** A request whose body is sent piece by piece while nobody has answered; says how much was sent until then. */
export function trickle(
  { url }: Pick<Surface, 'url'>,
  { path, headers = {} }: Asked,
  pace: { piece: Buffer; everyMs: number; pieces: number },
): Promise<Answered & { sent: number; ms: number }> {
  return new Promise((resolve, reject) => {
    const began = Date.now();
    let sent = 0;
    let answered = false;
    const request = http.request(url + path, {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked', ...headers },
      agent: false,
    });
    const timer = setInterval(() => {
      if (answered || sent >= pace.piece.length * pace.pieces) {
        if (!answered) request.end();
        return clearInterval(timer);
      }
      sent += pace.piece.length;
      request.write(pace.piece);
    }, pace.everyMs);
    request.on('response', (response) => {
      answered = true;
      clearInterval(timer);
      void read(response).then((reply) => {
        request.destroy();
        resolve({ ...reply, sent, ms: Date.now() - began });
      }, reject);
    });
    request.on('error', (error) => {
      clearInterval(timer);
      if (!answered) reject(error);
    });
  });
}

/** Bytes as they are, to a port; gives the status of the first reply, 0 when the connection just ends. */
export function raw({ url }: Pick<Surface, 'url'>, text: string): Promise<number> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname, () => socket.write(text));
    let got = '';
    socket.on('data', (chunk) => {
      got += String(chunk);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(got)?.[1];
      if (status) {
        resolve(Number(status));
        socket.destroy();
      }
    });
    socket.on('error', () => resolve(0)).on('close', () => resolve(0));
    socket.setTimeout(60_000, () => socket.destroy());
  });
}

export const json = { 'content-type': 'application/json' };

/** The three ways into the hub, each with a request that is good. The second is Express, the first is not. */
export interface Door {
  name: 'graphql' | 'rest' | 'static';
  good(surface: Surface): Asked;
  /** Status of the good request. */
  status: number;
}

/** A good path of the probe's echo. */
export const echoPath = '/api/v1/probe/4e1b6c1e-5f7c-4f0e-9d6e-0a1b2c3d4e5f';

export const graphqlDoor: Door = {
  name: 'graphql',
  good: ({ token }) => ({ path: '/graphql', headers: { ...json, authorization: token }, body: '{"query":"{ open }"}' }),
  status: 200,
};
export const restDoor: Door = {
  name: 'rest',
  good: ({ token }) => ({ path: echoPath, headers: { ...json, authorization: token }, body: '{"text":"hello"}' }),
  status: 201,
};
/** The portal's first page; 404 where it has not been built, which the same rules hold for. */
export const staticDoor = (status: 200 | 404): Door => ({
  name: 'static',
  good: () => ({ method: 'GET', path: '/', headers: { accept: 'text/html' } }),
  status,
});

/** Says what is other than wanted. */
export function differs(what: string, got: unknown, wanted: unknown): string[] {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  return a === b ? [] : [`${what}: ${a?.slice(0, 160)} (wanted ${b?.slice(0, 160)})`];
}
