import { type Bytes } from './bytes.js';

/** Sizes that a sealed content may have, in bytes: each four times the one before, so that a size tells little. */
export const sizeClasses = [4096, 16_384, 65_536, 262_144] as const;
/** Bytes before the content that say its length. */
const prefixBytes = 4;

/** The content with its length before it and zeros behind, as long as the least class that holds it and `roomFor`. Throws RangeError above the largest. */
export function padded(content: Bytes, roomFor: number): Bytes {
  const wanted = prefixBytes + Math.max(content.length, Math.min(roomFor, sizeClasses[3] - prefixBytes));
  const size = sizeClasses.find((one) => one >= wanted);
  if (size === undefined) throw new RangeError(`a sealed content has at most ${sizeClasses[3] - prefixBytes} bytes`);
  const whole = new Uint8Array(size);
  new DataView(whole.buffer).setUint32(0, content.length);
  whole.set(content, prefixBytes);
  return whole;
}

/** The content. Throws when the length is of no class or what is behind the content is not zero: there is one way to pad. */
export function unpadded(whole: Bytes): Bytes {
  const length = whole.length >= prefixBytes ? new DataView(whole.buffer, whole.byteOffset).getUint32(0) : 0;
  const known = sizeClasses.some((size) => size === whole.length);
  if (!known || prefixBytes + length > whole.length || whole.subarray(prefixBytes + length).some((byte) => byte !== 0))
    throw new Error('this is no padded content');
  return whole.slice(prefixBytes, prefixBytes + length);
}
