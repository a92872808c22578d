import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of ours (or no page at all) sent the request. A foreign Origin or `Sec-Fetch-Site: cross-site` is a page of
 * another site in somebody's browser; programs send neither. The hub offers no CORS, so there is no foreign page to let in.
 */
export function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host: from, protocol } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return from === host || from === new URL(publicUrl).host;
}
