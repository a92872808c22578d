import { isUtf8 } from 'node:buffer';
import type { Problem } from '../canonical/problem.js';

/** Declared name -> what the decoder of the runtime is called. Everything else is refused (trust: no charset is guessed into a parser). */
const ALLOWED: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-15': 'iso-8859-15',
};

/**
 * windows-1252 at 0x80 to 0x9F, a blank where it is undefined. The decoder of the runtime is not used for it: some releases of
 * Node 20 take it for ISO-8859-1.
 */
const HIGH_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What a text file's first bytes say. */
interface ByteOrderMark {
  charset: string;
  length: number;
}

/**
 * Bytes of an XML document to text, without byte order mark. Evidence in this order: byte order mark, shape of the first
 * two bytes, XML declaration, UTF-8. Bytes that are not legal in the charset are an error with their line; ISO-8859-1 is
 * read as windows-1252, as senders mean it. Never throws.
 */
export function decodeXmlBytes(bytes: Uint8Array): { text?: string; charset: string; problems: Problem[] } {
  const mark = byteOrderMark(bytes);
  const declared = declaredEncoding(bytes, mark);
  const problems: Problem[] = [];
  let charset = mark?.charset ?? 'utf-8';
  if (declared !== undefined) {
    const known = Object.hasOwn(ALLOWED, declared) ? ALLOWED[declared] : undefined;
    if (known === undefined) return { charset: declared, problems: [unsupported(declared)] };
    const sixteen = known.startsWith('utf-16');
    if (mark === undefined && !sixteen) charset = known;
    else if (mark === undefined || (sixteen ? !mark.charset.startsWith('utf-16') : mark.charset !== known)) {
      problems.push(mismatch(declared, charset));
    }
  }
  const body = mark === undefined ? bytes : bytes.subarray(mark.length);
  const bad = firstBadByte(body, charset);
  if (bad !== undefined) return { charset, problems: [...problems, badBytes(body, bad, charset)] };
  return { text: decode(body, charset), charset, problems };
}

function decode(bytes: Uint8Array, charset: string): string {
  if (charset !== 'windows-1252') return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80] ?? '');
}

function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return { charset: 'utf-16le', length: 0 };
  if (a === 0 && b === 0x3c && c === 0) return { charset: 'utf-16be', length: 0 };
  return undefined;
}

function declaredEncoding(bytes: Uint8Array, mark: ByteOrderMark | undefined): string | undefined {
  const head = bytes.subarray(mark?.length ?? 0, 400);
  const text = new TextDecoder(mark?.charset.startsWith('utf-16') ? mark.charset : 'windows-1252').decode(head);
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase();
}

function firstBadByte(bytes: Uint8Array, charset: string): number | undefined {
  if (charset === 'utf-8') return isUtf8(bytes) ? undefined : firstBadUtf8(bytes);
  if (charset === 'windows-1252') {
    const at = bytes.findIndex((byte) => byte >= 0x80 && HIGH_1252[byte - 0x80] === ' ');
    return at < 0 ? undefined : at;
  }
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return 0;
  }
}

/** Runs only when isUtf8 has already said no: walks the characters to the first that is not legal. */
function firstBadUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function badBytes(bytes: Uint8Array, at: number, charset: string): Problem {
  let line = 1;
  let start = 0;
  for (let index = bytes.indexOf(0x0a); index >= 0 && index < at; index = bytes.indexOf(0x0a, index + 1)) {
    line++;
    start = index + 1;
  }
  const message = `The document says it is ${charset}, yet the bytes are not legal in it. Save it in the charset its first line names.`;
  return { at: '/', line, column: at - start + 1, code: 'XML_BAD_BYTES', message, severity: 'error' };
}

function unsupported(declared: string): Problem {
  const shown = declared.replace(/[^\w.:-]/g, '?').slice(0, 40);
  const message = `The encoding ${shown} is not accepted. Use UTF-8, UTF-16, ISO-8859-1, ISO-8859-2, ISO-8859-15 or windows-1252.`;
  return { at: '/', line: 1, code: 'XML_ENCODING_NOT_SUPPORTED', message, severity: 'error' };
}

function mismatch(declared: string, actual: string): Problem {
  const message = `The first line names ${declared}, the bytes are ${actual}; they were read as ${actual}.`;
  return { at: '/', line: 1, code: 'XML_ENCODING_MISMATCH', message, severity: 'warning' };
}
