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

/** What a page does with what it hears. */
export interface Hearing<Data> {
  /** For each event. */
  told: (data: Data) => void;
  /** When the connection comes, or comes back: what changed since the page was read may not have been told. */
  missed?: () => void;
}

/** Hears events while the component is mounted. Gives whether the connection delivers. */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | undefined,
  hearing: Hearing<Data>,
): boolean {
  const [live, setLive] = useState(false);
  const now = useRef(hearing);
  now.current = hearing;
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (!client || key === undefined) return undefined;
    setLive(up);
    const connected = (): void => {
      setLive(true);
      now.current.missed?.();
    };
    const offs = [client.on('connected', connected), client.on('closed', () => setLive(false))];
    const stop = client.subscribe<Data>(
      { query: document.toString(), variables: JSON.parse(key) as Record<string, unknown> },
      {
        next: (message) => message.data && now.current.told(message.data),
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
