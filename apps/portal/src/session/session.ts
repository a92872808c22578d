import { useSyncExternalStore } from 'react';

/** Who is signed in, for which organisation, with which rights. The access token lives in memory only; the refresh token is an httpOnly cookie. */
export interface Session {
  accessToken: string;
  expiresAt: number;
}

let current: Session | undefined;
let refreshing: Promise<Session | undefined> | undefined;
let known = false;
const listeners = new Set<() => void>();

function set(session: Session | undefined): void {
  current = session;
  known = true;
  for (const listener of listeners) listener();
}

export const beginSession = (accessToken: string, expiresAt: string): void =>
  set({ accessToken, expiresAt: Date.parse(expiresAt) });
export const endSession = (): void => set(undefined);

/** Renews the token by the cookie; one request at a time, also when many operations ask at once and when several tabs do. */
async function renew(): Promise<Session | undefined> {
  const once = async (): Promise<Session | undefined> => {
    const response = await fetch('/api/v1/session/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
    if (!response) return current;
    if (!response.ok) {
      // Unread, the answer would keep one of the browser's six connections.
      await response.text().catch(() => '');
      set(undefined);
      return undefined;
    }
    const body = (await response.json()) as { accessToken: string; expiresAt: string };
    beginSession(body.accessToken, body.expiresAt);
    return current;
  };
  refreshing ??= (navigator.locks ? navigator.locks.request('entrepot-refresh', once) : once()).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** A token that is good for at least half a minute more, or undefined when nobody is signed in. */
export async function liveToken(): Promise<string | undefined> {
  if (current && current.expiresAt - Date.now() > 30_000) return current.accessToken;
  if (!current && known) return undefined;
  return (await renew())?.accessToken;
}

/** Asked once when the portal opens: is there a session from before? */
export const resumeSession = async (): Promise<boolean> => (await renew()) !== undefined;

export function useSignedIn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current !== undefined,
  );
}
