import { randomBytes } from 'node:crypto';
import type { Planted } from '../support/checker.js';
import type { Place } from './search.js';

interface Evidence {
  places: readonly Place[];
  amounts: ReadonlySet<string>;
}

const amount = '739142755123';
const amounts = new Set([amount, '100000000000']);
const around = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('{"bid":'), bytes, Buffer.from('}\n')]);
const eight = (write: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(8);
  write(bytes);
  return bytes;
};
const grouped = (write: 'writeUInt16BE' | 'writeUInt16LE'): Buffer =>
  Buffer.concat([7391, 4275, 5123].map((group) => eight((bytes) => bytes[write](group)).subarray(0, 2)));

const ways: Readonly<Record<string, Buffer>> = {
  'in clear': Buffer.from(amount),
  'within a longer number': Buffer.from(`0${amount}55`),
  'in hexadecimal': Buffer.from(Buffer.from(`x${amount}`).toString('hex')),
  'in base64': Buffer.from(Buffer.from(`"amount":"${amount}"`).toString('base64')),
  'in base64, one byte later': Buffer.from(Buffer.from(`"amount": "${amount}"`).toString('base64')),
  'in base64, two bytes later': Buffer.from(Buffer.from(`"amount":  "${amount}"`).toString('base64url')),
  'as an integer, the great byte first': eight((bytes) => bytes.writeBigInt64BE(BigInt(amount))),
  'as an integer, the small byte first': eight((bytes) => bytes.writeBigInt64LE(BigInt(amount))),
  'as a numeric on the wire': grouped('writeUInt16BE'),
  'as a numeric on disk': grouped('writeUInt16LE'),
};

export const planted: readonly Planted<Evidence>[] = Object.entries(ways).map(([name, bytes]) => ({
  name,
  evidence: { amounts, places: [{ name: 'planted', bytes: around(bytes) }] },
}));

/** Other amounts, hashes and random bytes are no finding. */
export const sound: Evidence = {
  amounts,
  places: [
    { name: 'other amounts', bytes: Buffer.from('{"amount":"739142755124","at":1795305600000000,"seq":100000000001}') },
    { name: 'random bytes', bytes: randomBytes(200_000) },
    { name: 'zeros', bytes: Buffer.alloc(10_000) },
  ],
};
