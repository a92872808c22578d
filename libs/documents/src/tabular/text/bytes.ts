/** The start of a byte stream and the whole stream again, start included. */
export interface Peeked {
  first: Uint8Array;
  /** Whether `first` is all there is. */
  whole: boolean;
  bytes: AsyncIterable<Uint8Array>;
}

/** Reads at least `size` bytes ahead (fewer when the stream ends) without losing any. The stream can be read once. */
export async function peekBytes(source: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < size && !whole) {
    const next = await iterator.next();
    if (next.done === true) whole = true;
    else {
      parts.push(next.value);
      length += next.value.length;
    }
  }
  const first = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  return { first, whole, bytes: replay(first, whole ? undefined : iterator) };
}

async function* replay(first: Uint8Array, rest: AsyncIterator<Uint8Array> | undefined): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest?.next(); next !== undefined && next.done !== true; next = await rest?.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
