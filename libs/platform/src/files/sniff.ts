import type { ContentKind } from './file-store.js';

/** Bytes looked at. */
export const sniffBytes = 4096;

const magics: readonly [ContentKind, string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['pdf', '255044462d'],
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['gzip', '1f8b'],
];

/** What the first bytes say a content is, whatever its name or media type claims. UTF-16 with a byte order mark is text or XML. */
export function sniff(head: Buffer): ContentKind {
  const hex = head.subarray(0, 8).toString('hex');
  const magic = magics.find(([, prefix]) => hex.startsWith(prefix));
  if (magic) return magic[0];
  const text = asText(head);
  if (text === undefined) return 'binary';
  return /^\s*<(\?xml|!doctype|!--|[a-z_])/i.test(text) ? 'xml' : 'text';
}

function asText(head: Buffer): string | undefined {
  const mark = head.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return head.subarray(2).toString('utf16le');
  if (mark === 'feff')
    return Buffer.from(head.subarray(2, head.length - (head.length % 2)))
      .swap16()
      .toString('utf16le');
  // Control characters other than tab, line ends, form feed and X12's favourites (0x1c-0x1f, 0x85) do not stand in texts.
  for (const byte of head) if (byte < 0x07 || (byte > 0x0d && byte < 0x1a)) return undefined;
  return head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
}
