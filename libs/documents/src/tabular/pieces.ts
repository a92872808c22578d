/** Characters that a writer gathers before it hands a piece on. */
const PIECE_CHARACTERS = 32_768;

/** Rows from memory or from a stream. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** Joins many small texts into pieces of about 32 KiB, so that the consumer is not woken for every row. */
export async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    held += text;
    if (held.length < PIECE_CHARACTERS) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

/** A writer met what its format cannot say. It is a fault of who calls it: writers never drop or change a value that the format has a place for. */
export function cannotSay(format: string, line: { supplierPart: string }, reason: string): RangeError {
  return new RangeError(`${format} cannot say it: part ${line.supplierPart}: ${reason}`);
}
