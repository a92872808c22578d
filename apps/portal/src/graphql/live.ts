import { type Client, createClient } from 'graphql-ws';
import { useEffect, useRef, useState } from 'react';
import type { TypedDocumentString } from './generated/graphql';

let client: Client | undefined;
/** Whether the connection is up: a page that comes while it is hears of no `connected`. */
let up = false;

/** Opens the live connection lazily; it reconnects by itself and asks for a fresh token each time. */
export function startLive(token: () => Promise<string | undefined>): void {
  stopLive();
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  client = createClient({
    url,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: {
      connected: () => {
        up = true;
      },
      closed: () => {
        up = false;
      },
    },
    connectionParams: async () => ({ authorization: `Bearer ${(await token()) ?? ''}` }),
  });
}

export function stopLive(): void {
  void client?.dispose();
  client = undefined;
  up = false;
}

/** Calls `onData` for each event while the component is mounted. Gives whether the connection delivers. */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | undefined,
  onData: (data: Data) => void,
): boolean {
  const [live, setLive] = useState(false);
  const handler = useRef(onData);
  handler.current = onData;
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!client || key === undefined) return undefined;
    setLive(up);
    const offs = [client.on('connected', () => setLive(true)), client.on('closed', () => setLive(false))];
    const stop = client.subscribe<Data>(
      { query: document.toString(), variables: JSON.parse(key) as Record<string, unknown> },
      {
        next: (message) => message.data && handler.current(message.data),
        error: () => setLive(false),
        complete: () => undefined,
      },
    );
    return () => {
      stop();
      for (const off of offs) off();
    };
  }, [document, key]);
  return live;
}
