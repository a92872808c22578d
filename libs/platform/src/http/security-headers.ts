import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Header names and values, ready to be set on every reply. */
export type Headers = readonly (readonly [string, string])[];

/**
 * helmet's headers, read off it once at start: its middleware would work them out again for every request. Replies of the
 * interfaces may load nothing at all; pages of the portal load from the hub alone (styles inline too, which the design system writes).
 */
export function securityHeaders(kind: 'interface' | 'page', options: { https: boolean }): Headers {
  const none = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };
  const page = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: kind === 'page' ? page : none },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  set(response.req, response, () => undefined);
  const found = Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)] as const);
  // Bar codes are read by the camera on pages of the portal, after the reader allowed it.
  const camera = kind === 'page' ? '(self)' : '()';
  return [...found, ['permissions-policy', `camera=${camera}, geolocation=(), microphone=(), payment=()`] as const];
}
