import { type AnyDocument, type DocumentFormat, readDocuments, writeDocument } from '#libs/documents';
import { randomOf } from '../support/random.js';
import { formatsOf } from './passages.js';

/** How a run of damaged files ended. */
export interface Damage {
  files: number;
  threw: string[];
  slowestMs: number;
  /** MiB that are held when all is over. */
  heldMiB: number;
}

const marks = [
  '\0',
  '<',
  '>',
  '&',
  '"',
  "'",
  '*',
  '+',
  ':',
  '~',
  '?',
  '\uFEFF',
  '\uD83D\uDE00',
  '-1',
  '1e999',
  'UNB',
  'ISA',
  '<!DOCTYPE a [',
  '&#0;',
  '{',
  '[',
  ',',
];

/** A text with one to four faults: pieces cut out, doubled, moved, or replaced by what means something to a parser. */
function damaged(text: string, seed: number): Uint8Array {
  const { below, pick } = randomOf(seed);
  let now = text;
  for (let n = 1 + below(4); n > 0; n--) {
    const [from, length] = [below(now.length + 1), below(60)];
    const piece = now.slice(from, from + length);
    const kind = below(5);
    if (kind === 0) now = now.slice(0, from) + now.slice(from + length);
    else if (kind === 1) now = now.slice(0, from) + piece + piece + now.slice(from + length);
    else if (kind === 2) now = now.slice(0, from) + pick(marks) + now.slice(from + below(3));
    else if (kind === 3) now = now.slice(0, from);
    else {
      const to = below(now.length + 1);
      now = now.slice(0, to) + piece + now.slice(to);
    }
  }
  const bytes = Buffer.from(now, 'utf8');
  if (below(4) === 0 && bytes.length > 0) bytes[below(bytes.length)] = below(256);
  return bytes;
}

/** Reads `count` damaged writings of the documents in each of the formats; gives what went wrong. */
export function damage(
  documents: readonly AnyDocument[],
  format: DocumentFormat,
  { count, seed }: { count: number; seed: number },
): Damage {
  const texts = documents
    .filter(({ kind }) => formatsOf(kind).includes(format))
    .map((document) => writeDocument(document, format)!.text);
  const result: Damage = { files: 0, threw: [], slowestMs: 0, heldMiB: 0 };
  if (texts.length === 0) return result;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < count; i++) {
    const bytes = damaged(texts[i % texts.length]!, seed + i);
    // Of the processor, not of the wall: what else the machine does is no fault of a codec.
    const began = process.cpuUsage();
    try {
      readDocuments(bytes);
    } catch (error) {
      result.threw.push(`${format} seed ${seed + i}: ${error instanceof Error ? error.message : String(error)}`);
    }
    result.slowestMs = Math.max(result.slowestMs, process.cpuUsage(began).user / 1_000);
    result.files += 1;
  }
  globalThis.gc?.();
  result.heldMiB = Math.max(0, process.memoryUsage().heapUsed - before) / 1024 / 1024;
  return result;
}
