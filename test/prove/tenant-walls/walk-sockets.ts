import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Ids } from './ids.js';
import { type Coverage, type Operation, variablesFor } from './operations.js';
import type { Visitor } from './visitor.js';

export interface Listening {
  /** Frames of each subscription by the hub, without those that keep the line. */
  frames: Map<string, string[]>;
  /** Waits until nothing has come for a while: how long a frame takes depends on what else the machine does. */
  quiet(): Promise<void>;
  close(): void;
}

/** Without a frame for so long the line counts as quiet; a busy one is waited for no longer than the limit. */
const quietMs = 1_500;
const quietMsMax = 60_000;
/** How long the hub may take to say yes or no to a connection. */
const answerMsMax = 60_000;

/** Opens a socket as `token` says and subscribes to every document of every subscription with these ids. Every frame is searched. */
export async function subscribeToAll(
  visitor: Visitor,
  url: string,
  asked: { token: string | undefined; operations: readonly Operation[]; ids: Ids; coverage: Coverage },
): Promise<Listening> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const frames = new Map<string, string[]>();
  let last = Date.now();
  socket.on('message', (data) => {
    last = Date.now();
    const text = String(data);
    visitor.search('a frame', text);
    const { id = 'line', type } = JSON.parse(text) as { id?: string; type: string };
    if (type !== 'ping' && type !== 'pong') frames.set(id, [...(frames.get(id) ?? []), text]);
  });
  socket.on('close', (code, reason) => frames.set('closed', [`${code} ${String(reason)}`]));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const authorization = asked.token ? { authorization: `Bearer ${asked.token}` } : {};
  socket.send(JSON.stringify({ type: 'connection_init', payload: authorization }));
  for (const end = Date.now() + answerMsMax; Date.now() < end && frames.size === 0; ) await sleep(20);
  const idFor = (kind: string): string => asked.ids.get(kind) ?? '';
  for (const operation of asked.operations.filter(({ kind }) => kind === 'subscription')) {
    operation.documents.forEach((query, n) => {
      const variables = variablesFor(operation, asked.coverage, { idFor, optional: true, way: 0 });
      if (socket.readyState === socket.OPEN)
        socket.send(
          JSON.stringify({
            id: `${operation.field.name} ${n}`,
            type: 'subscribe',
            payload: { query, variables, operationName: 'Probe' },
          }),
        );
    });
  }
  last = Date.now();
  const quiet = async (): Promise<void> => {
    for (const end = Date.now() + quietMsMax; Date.now() < end && Date.now() - last < quietMs; ) await sleep(20);
  };
  return { frames, quiet, close: () => socket.terminate() };
}
