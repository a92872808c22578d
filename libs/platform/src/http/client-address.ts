import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The client's address: the peer, or with `proxies` trusted ones in front the entry of X-Forwarded-For that the outermost of
 * them wrote. Entries further left come from the client and are not believed; a text that is no address falls back to the peer.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? '';
  if (proxies === 0) return peer;
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim());
  const told = hops.at(-proxies) ?? hops[0] ?? '';
  return isIP(told) === 0 ? peer : told;
}
