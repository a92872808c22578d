import { randomBytes } from 'node:crypto';
import type { RequestContext } from '#libs/platform';
import type { Origin } from '../proof/origin.js';
import { refreshIdleDays } from './open-session.js';

const refreshCookie = { name: 'entrepot_refresh', path: '/api/v1/session' } as const;
/** Also sent to /graphql, where people sign in; it proves nothing alone, it only tells a known device from a stranger's. */
const deviceCookie = { name: 'entrepot_device', path: '/' } as const;
const day = 86_400;
const deviceDays = 365;

/** Where a request comes from. */
export function originOf(ctx: RequestContext): Origin {
  const device = ctx.cookie(deviceCookie.name);
  return {
    address: ctx.address,
    device: device && /^[\w-]{43}$/.test(device) ? device : undefined,
    userAgent: ctx.request?.headers['user-agent'] ?? '',
  };
}

/** As `originOf`, with a device of its own for whoever brings none; it becomes known when the sign-in succeeds. */
export function originWithDevice(ctx: RequestContext): Origin & { device: string } {
  const origin = originOf(ctx);
  return { ...origin, device: origin.device ?? randomBytes(32).toString('base64url') };
}

/** Sets both cookies of a signed-in person. */
export function keepSession(
  ctx: RequestContext,
  { refreshToken, device }: { refreshToken: string; device?: string | undefined },
): void {
  ctx.setCookie({ ...refreshCookie, value: refreshToken, seconds: refreshIdleDays * day });
  if (device) ctx.setCookie({ ...deviceCookie, value: device, seconds: deviceDays * day });
}

/** The refresh token of a request to the session routes. */
export function refreshTokenOf(ctx: RequestContext): string | undefined {
  return ctx.cookie(refreshCookie.name);
}

/** Forgets the session in the browser; the device stays known. */
export function dropSession(ctx: RequestContext): void {
  ctx.setCookie({ ...refreshCookie, value: '', seconds: 0 });
}
