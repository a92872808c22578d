import { type Bytes, randomBytes } from './bytes.js';

/*
 * Shamir's secret sharing over GF(2^8) with the polynomial of AES (x^8 + x^4 + x^3 + x + 1), each byte by itself, the secret at x = 0: the field and the
 * interpolation of SLIP-0039, against whose published vectors it is tested. Our own, because no kept package stands among the dependencies (ADR 24).
 * Products are computed without tables and branches, so that no time depends on a secret.
 */

/** One point of the polynomials: `position` is x, above 0 for a share. */
export interface Share {
  position: number;
  value: Bytes;
}

export const positionsMax = 255;

function product(a: number, b: number): number {
  let result = 0;
  let left = a;
  let right = b;
  for (let bit = 0; bit < 8; bit++) {
    result ^= left & -(right & 1);
    left = (left << 1) ^ (0x11b & -(left >> 7));
    right >>= 1;
  }
  return result;
}

/** a^254, which is 1 / a for every a but 0. */
function inverse(a: number): number {
  let result = 1;
  let power = a;
  for (let bit = 1; bit < 8; bit++) {
    power = product(power, power);
    result = product(result, power);
  }
  return result;
}

/** The value at x of the polynomials through these points. Throws when a point comes twice. */
export function interpolated(points: readonly Share[], x: number): Bytes {
  const length = points[0]?.value.length ?? 0;
  const places = points.map(({ position }) => position);
  if (new Set(places).size !== places.length || points.some(({ value }) => value.length !== length))
    throw new Error('shares must be of one length and of different positions');
  const sum = new Uint8Array(length);
  for (const { position, value } of points) {
    const others = places.filter((place) => place !== position);
    const above = others.reduce((factor, place) => product(factor, x ^ place), 1);
    const below = others.reduce((factor, place) => product(factor, position ^ place), 1);
    const weight = product(above, inverse(below));
    for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) ^ product(weight, value[i] ?? 0);
  }
  return sum;
}

/** Shares at positions 1 to `count`, of which any `threshold` give the secret and fewer say nothing about it. */
export function split(secret: Bytes, { threshold, count }: { threshold: number; count: number }): Share[] {
  if (threshold < 2 || count < threshold || count > positionsMax) throw new Error('shares: 2 <= threshold <= count <= 255');
  const given: Share[] = [
    { position: 0, value: secret },
    ...Array.from({ length: threshold - 1 }, (_, i) => ({ position: i + 1, value: randomBytes(secret.length) })),
  ];
  return Array.from({ length: count }, (_, i) => ({ position: i + 1, value: interpolated(given, i + 1) }));
}

/**
 * The secret that `isSecret` knows, from at least `threshold` shares of which some may be bad; these are named by position.
 * undefined: no choice of `threshold` shares gives it.
 */
export async function combined(
  shares: readonly Share[],
  threshold: number,
  isSecret: (candidate: Bytes) => Promise<boolean>,
): Promise<{ secret: Bytes; bad: number[] } | undefined> {
  for (const chosen of choices(shares, threshold)) {
    const secret = interpolated(chosen, 0);
    if (!(await isSecret(secret))) continue;
    const bad = shares.filter(({ position, value }) => interpolated(chosen, position).some((byte, i) => byte !== value[i]));
    return { secret, bad: bad.map(({ position }) => position) };
  }
  return undefined;
}

function* choices<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else for (const [i, first] of items.entries()) for (const rest of choices(items.slice(i + 1), size - 1)) yield [first, ...rest];
}
