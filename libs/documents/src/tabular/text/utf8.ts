/** How far bytes are UTF-8. */
export interface Utf8Verdict {
  /** Bytes above 0x7F, and those of them that stand in valid sequences. */
  highBytes: number;
  validBytes: number;
  /** Offset of the first byte that fits no sequence. */
  invalidAt?: number;
}

/** Judges bytes by the Unicode standard, table 3-7 (no overlong forms, no surrogates). A sequence cut by the end is invalid only when `last`. */
export function utf8Verdict(bytes: Uint8Array, last: boolean): Utf8Verdict {
  const verdict: Utf8Verdict = { highBytes: 0, validBytes: 0 };
  let i = 0;
  while (i < bytes.length) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      verdict.highBytes += length;
      verdict.validBytes += length;
      i += length;
      continue;
    }
    if (length < 0 && !last) break;
    verdict.highBytes++;
    verdict.invalidAt ??= i;
    i++;
  }
  return verdict;
}

/** Bytes of the sequence at `i`; 0 when there is none, -1 when the bytes end inside a sequence that is right so far. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) {
    const byte = bytes[i + k];
    if (byte === undefined) return -1;
    const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}
