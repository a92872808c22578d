import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Where a guest comes from, as far as the front door knows. */
export interface Origin {
  /** Client address, through a trusted proxy only when one is configured. */
  address: string;
  /** The device's own cookie, when it has signed in before. */
  device: string | undefined;
  userAgent: string;
}

/** Places a person can be known at, as they are stored: hashed. */
export interface Places {
  network: Buffer;
  device: Buffer | undefined;
}

/** The network of an address: /24 of IPv4 (also mapped into IPv6), /64 of IPv6, which is what one subscriber gets. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Network and device of an origin as stored. */
export function placesOf(origin: Origin): Places {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return {
    network: hash(`network ${networkOf(origin.address)}`),
    device: origin.device ? hash(`device ${origin.device}`) : undefined,
  };
}
