import { isAscii, isUtf8 } from 'node:buffer';
import type { RowProblem } from '../../canonical/catalogue.js';
import { rowProblem, Unreadable } from '../row/problem.js';
import { type CharsetChoice, guessCharset } from './charset.js';
import { utf8Verdict } from './utf8.js';

/** Bytes with other than ASCII that are looked at before an undeclared encoding is settled. */
const SAMPLE_BYTES = 65_536;
/** Bytes that are decoded in one go; larger chunks are cut, so that a caller's huge chunk does not become a huge string. */
const PIECE_BYTES = 16_384;
/** Bytes that are waited for before anything is decoded. */
const PIECE_BYTES_MIN = 16_384;

/**
 * Decodes a byte stream strictly and piece by piece; memory stays at one piece whatever the file's size. Bytes that do
 * not fit the encoding end the reading (Unreadable), replacement characters are never made up.
 */
export class TextDecoding {
  /** The encoding in use; utf-8 as long as all was ASCII. */
  charset: string;
  readonly #notices: RowProblem[] = [];
  readonly #choice: CharsetChoice;
  #offset = 0;

  constructor(choice: CharsetChoice) {
    this.#choice = choice;
    this.charset = choice.charset ?? 'utf-8';
    if (choice.overruled !== undefined) {
      this.#notices.push(rowProblem('CHARSET_MISLABELLED', { line: 0 }, { declared: choice.overruled, charset: this.charset }));
    }
  }

  /** What was noticed since the last call, each once. */
  takeNotices(): RowProblem[] {
    return this.#notices.splice(0);
  }

  /** The text in order. Single pass. */
  async *text(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    if (this.#choice.charset !== undefined) yield* this.#decode(this.#choice.charset, pieces(bytes));
    else yield* this.#undeclared(pieces(bytes));
  }

  /** ASCII is passed on as it is; the first other byte starts a sample that settles the encoding for the rest. */
  async *#undeclared(source: AsyncGenerator<Uint8Array>): AsyncGenerator<string> {
    const held: Uint8Array[] = [];
    let heldBytes = 0;
    for await (const chunk of source) {
      if (held.length === 0 && isAscii(chunk)) {
        this.#offset += chunk.length;
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
        continue;
      }
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes >= SAMPLE_BYTES) {
        yield* this.#decode(this.#settle(held, false), chained(held, source));
        return;
      }
    }
    if (held.length > 0) yield* this.#decode(this.#settle(held, true), chained(held, source));
  }

  #settle(held: Uint8Array[], last: boolean): string {
    this.charset = guessCharset(Buffer.concat(held), this.#offset, last);
    if (this.charset !== 'utf-8') this.#notices.push(rowProblem('CHARSET_ASSUMED', { line: 0 }, { charset: this.charset }));
    return this.charset;
  }

  async *#decode(charset: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder(charset, { fatal: true });
    let tail: Uint8Array = new Uint8Array(0);
    for await (const chunk of source) {
      const text = this.#attempt(() => decoder.decode(chunk, { stream: true }), charset, [tail, chunk]);
      tail = chunk.subarray(Math.max(0, chunk.length - 3));
      this.#offset += chunk.length;
      if (text.length > 0) yield text;
    }
    const rest = this.#attempt(() => decoder.decode(), charset, [tail]);
    if (rest.length > 0) yield rest;
  }

  #attempt(decode: () => string, charset: string, context: Uint8Array[]): string {
    try {
      return decode();
    } catch {
      throw new Unreadable('CHARSET_WRONG', { charset, offset: String(this.#placeOf(charset, context)) });
    }
  }

  /** Offset in the file of the byte that does not fit; exact for UTF-8, else that of the piece. */
  #placeOf(charset: string, context: Uint8Array[]): number {
    const bytes = Buffer.concat(context);
    const start = this.#offset - (context.length > 1 ? context[0]!.length : bytes.length);
    if (charset !== 'utf-8' || isUtf8(bytes)) return this.#offset;
    // The first bytes may be the end of a sequence that began before them.
    let skip = 0;
    while (skip < 3 && (bytes[skip] ?? 0) >= 0x80 && (bytes[skip] ?? 0) < 0xc0) skip++;
    return start + skip + (utf8Verdict(bytes.subarray(skip), true).invalidAt ?? 0);
  }
}

/** Chunks of a network trickle are joined, huge ones are cut: what follows costs by the piece. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    if (length < PIECE_BYTES_MIN) continue;
    const joined = held.length === 1 ? chunk : Buffer.concat(held);
    for (let at = 0; at < length; at += PIECE_BYTES) yield joined.subarray(at, at + PIECE_BYTES);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

async function* chained(held: Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held;
  yield* rest;
}
