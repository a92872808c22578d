import { Unreadable } from '../row/problem.js';
import { utf8Verdict } from './utf8.js';

/** How the text of a file is to be decoded, by the first evidence that is there. */
export interface CharsetChoice {
  /** WHATWG name; undefined: ASCII so far, decided at the first byte that is not. */
  charset: string | undefined;
  evidence: 'mark' | 'caller' | 'declaration' | 'pattern' | 'none';
  /** What the file itself declared, when something stronger spoke against it. */
  overruled?: string;
}

/** Encodings that a declaration or a caller may name. Everything else in the WHATWG list is refused, UTF-7 and the like above all. */
const ALLOWED =
  /^(utf-8|utf-16le|utf-16be|iso-8859-\d+|windows-125\d|windows-874|koi8-[ru]|macintosh|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr|ibm866)$/;

/**
 * Order of evidence: byte order mark, the caller's word, the file's own declaration, the zero pattern of UTF-16 without
 * a mark. A declaration of UTF-16 over single bytes is overruled, as no reader could have found it.
 */
export function chooseCharset(first: Uint8Array, hints: { caller?: string; declared?: string }): CharsetChoice {
  const declared = hints.declared === undefined ? undefined : canonicalCharset(hints.declared);
  const marked = byteOrderMark(first);
  if (marked !== undefined) return choice(marked, 'mark', declared);
  if (hints.caller !== undefined) return choice(canonicalCharset(hints.caller), 'caller', undefined);
  const pattern = utf16Pattern(first);
  if (pattern !== undefined) return choice(pattern, 'pattern', declared);
  if (declared === undefined) return { charset: undefined, evidence: 'none' };
  if (declared.startsWith('utf-16')) return { charset: 'utf-8', evidence: 'pattern', overruled: declared };
  return { charset: declared, evidence: 'declaration' };
}

/** The WHATWG name of an encoding label; refuses what is unknown or not allowed. CIF writes 8859_1. */
export function canonicalCharset(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^8859_(\d+)$/, 'iso-8859-$1')
    .replace(/^utf8$/, 'utf-8')
    .replace(/^ansi$/, 'windows-1252');
  if (plain === 'utf-16') return 'utf-16le';
  try {
    const name = new TextDecoder(plain).encoding;
    if (ALLOWED.test(name)) return name;
  } catch {
    // Falls through: the label is not of the WHATWG list.
  }
  throw new Unreadable('CHARSET_NOT_SUPPORTED', { charset: label });
}

/**
 * The encoding of text that names none and is not ASCII, from its first 64 KiB that hold other bytes. UTF-8 when it is
 * valid; windows-1252 when what is there are letters of western Europe standing among ASCII; everything else is refused,
 * as a guess would store wrong names. `last` says that no byte follows the sample.
 */
export function guessCharset(sample: Uint8Array, offset: number, last: boolean): 'utf-8' | 'windows-1252' {
  const verdict = utf8Verdict(sample, last);
  if (verdict.invalidAt === undefined) return 'utf-8';
  const place = String(offset + verdict.invalidAt);
  // UTF-8 with damage: nearly all high bytes stand in valid sequences. Chinese in GBK reaches about a half by chance.
  if (verdict.validBytes >= 0.8 * verdict.highBytes) throw new Unreadable('CHARSET_MIXED', { offset: place });
  if (looksWestern(sample)) return 'windows-1252';
  throw new Unreadable('CHARSET_UNCLEAR', { offset: place, suggestion: 'gb18030' });
}

/**
 * Whether the high bytes look like accented letters of western European text: they stand alone, or in the few pairs that
 * words have (öß, éé). Chinese, Japanese and Korean encodings give pairs and long runs.
 */
function looksWestern(sample: Uint8Array): boolean {
  const runs = { single: 0, pairs: 0, long: 0 };
  for (let i = 0; i < sample.length; ) {
    if (sample[i]! < 0x80) {
      i++;
      continue;
    }
    const start = i;
    while (i < sample.length && sample[i]! >= 0x80) {
      // Unassigned in windows-1252.
      if (UNASSIGNED.has(sample[i]!)) return false;
      i++;
    }
    if (i - start === 1 || (i - start === 2 && isWesternPair(sample[start]!, sample[start + 1]!))) runs.single++;
    else if (i - start === 2) runs.pairs++;
    else runs.long++;
  }
  return runs.pairs + runs.long <= 0.3 * runs.single;
}

const UNASSIGNED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** An umlaut before ß (Größe, Füße), and éé (créée). */
function isWesternPair(first: number, second: number): boolean {
  return (second === 0xdf && (first === 0xf6 || first === 0xfc || first === 0xe4)) || (first === 0xe9 && second === 0xe9);
}

function choice(charset: string, evidence: CharsetChoice['evidence'], declared: string | undefined): CharsetChoice {
  const agrees =
    declared === undefined || declared === charset || (declared.startsWith('utf-16') && charset.startsWith('utf-16'));
  return agrees ? { charset, evidence } : { charset, evidence, overruled: declared };
}

function byteOrderMark(first: Uint8Array): string | undefined {
  const [a, b, c, d] = first;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new Unreadable('CHARSET_NOT_SUPPORTED', { charset: 'UTF-32' });
  }
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return undefined;
}

/** UTF-16 without a mark: in mostly Latin text every second byte is zero. */
function utf16Pattern(first: Uint8Array): string | undefined {
  const length = Math.min(first.length, 1024) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (first[i] === 0) even++;
    if (first[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return 'utf-16le';
  return even > 0.4 * half && odd < 0.05 * half ? 'utf-16be' : undefined;
}
