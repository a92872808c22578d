import { textOf, type XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';

/** Elements whose text proves who sends. */
const SECRET = /<(?:[\w.-]+:)?(SharedSecret|CredentialMac)\b[^>]*>/gi;
const CARD = /(<(?:[\w.-]+:)?PCard\b[^>]*?\snumber\s*=\s*)(?:"[^"]*"|'[^']*')/gi;
const INSTEAD = '[redacted]';

/**
 * The same bytes with every SharedSecret, CredentialMac and card number taken out, for whatever is stored or logged. Works on
 * broken documents too: an element that is never closed is taken out to the end. UTF-16 stays UTF-16, any other charset its bytes.
 */
export function redactSharedSecret(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = utf16Order(bytes);
  const encoding = order === undefined ? 'latin1' : 'utf16le';
  const text = (order === 'big' ? Buffer.from(view).swap16() : view).toString(encoding);
  const { root } = readXml(bytes);
  const plain =
    root === undefined
      ? withoutSecrets(text, 'last')
      : withoutLiterals(withoutSecrets(text, 'next'), secretsBelow(root), order !== undefined);
  if (plain === text) return bytes;
  const written = Buffer.from(plain, encoding);
  return order === 'big' ? written.swap16() : written;
}

/** In a broken document the last closing tag ends a secret, so that one hidden in a comment cannot. */
function withoutSecrets(text: string, closing: 'next' | 'last'): string {
  const parts: string[] = [];
  let from = 0;
  SECRET.lastIndex = 0;
  for (let match = SECRET.exec(text); match !== null; match = SECRET.exec(text)) {
    if (match[0].endsWith('/>')) continue;
    const end =
      closing === 'next'
        ? closingAt(text, SECRET.lastIndex, match[1] ?? '')
        : lastClosing(text, SECRET.lastIndex, match[1] ?? '');
    parts.push(text.slice(from, SECRET.lastIndex), INSTEAD);
    from = end;
    SECRET.lastIndex = end;
  }
  return [...parts, text.slice(from)].join('').replace(CARD, `$1"${INSTEAD}"`);
}

function closingAt(text: string, from: number, name: string): number {
  const closing = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function lastClosing(text: string, from: number, name: string): number {
  const at = text.toLowerCase().lastIndexOf(`${name.toLowerCase()}`);
  const open = text.lastIndexOf('</', at);
  return at > from && open >= from && at - open < 60 ? open : text.length;
}

/** A closing tag inside a comment or CDATA may have fooled the search: what the parser calls secret must be nowhere left. */
function withoutLiterals(text: string, secrets: readonly string[], wide: boolean): string {
  return secrets
    .map((secret) => (wide ? secret : Buffer.from(secret, 'utf8').toString('latin1')))
    .filter((secret) => secret.length >= 3)
    .reduce((result, secret) => result.replaceAll(secret, INSTEAD), text);
}

function secretsBelow(element: XmlElement): string[] {
  if (element.name === 'SharedSecret' || element.name === 'CredentialMac') return [textOf(element).trim()];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : secretsBelow(child)));
}

function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes.length % 2 === 1) return undefined;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'little';
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c) ? 'big' : undefined;
}
