import { releaseOf } from './edifact/directory/release.js';
import { openingAt } from './edifact/syntax/separators.js';
import { ublMessageName } from './ubl/profile.js';
import { x12ReleaseOf } from './x12/releases.js';

/** What a file is, told from its first bytes; nothing is promised of the rest. `message` is the document's own name: Order, OrderRequest, 850. */
export interface DetectedFormat {
  format:
    | 'ubl'
    | 'cii'
    | 'ocds'
    | 'oci'
    | 'opentrans'
    | 'cxml'
    | 'x12'
    | 'edifact'
    | 'bmecat'
    | 'cif'
    | 'csv'
    | 'xml'
    | 'json'
    | 'zip'
    | 'unknown';
  message?: string;
  /** Key of the codec, when the format and message have one: `ubl:2.1:Order`. */
  coordinate?: string;
}

/** How far into a file its kind must show. */
const HEAD = 65_536;
/** The profile of a UBL document, which stands near its beginning. */
const CUSTOMIZATION = /<(?:[\w.-]{1,40}:)?CustomizationID[^<>]{0,400}>([^<]{0,400})</;
const OPENTRANS = /^http:\/\/www\.opentrans\.org\/XMLSchema\/2\.1/;
const CII = /^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:/;
/** A DOCTYPE up to its end, or to its own declarations; what stands in quotes is neither. */
const DOCTYPE = /<!DOCTYPE(?:[^>"'[]|"[^"]*"|'[^']*')*[>[]/y;
const UBL = /^urn:oasis:names:specification:ubl:schema:xsd:(\w+)-2$/;

/** Finds the format of a file by its content, never by its name. Never throws; a file of none of these kinds is `unknown`. */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return { format: 'zip' };
  const text = headOf(bytes);
  if (/^ISA[^A-Za-z0-9\s]/.test(text)) return x12(text);
  if (/^UN[ABH][^A-Za-z0-9]/.test(text) && openingAt(text, 0) !== undefined) return edifact(text);
  if (/^CIF_I_V\d/i.test(text)) return { format: 'cif' };
  if (text.startsWith('<')) return xml(text);
  if (text.startsWith('{')) return json(text);
  if (/^NEW_ITEM-|&NEW_ITEM-/i.test(text)) return { format: 'oci', message: 'cart', coordinate: 'oci:5.0:cart' };
  const controls = /\p{Cc}/u.test(text.slice(0, 4096).replace(/[\t\n\r\f]/g, ''));
  return { format: text !== '' && !controls ? 'csv' : 'unknown' };
}

function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD));
  const little = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0);
  const big = (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c);
  const even = head.subarray(0, head.length - (head.length % 2));
  const text = big ? Buffer.from(even).swap16().toString('utf16le') : little ? even.toString('utf16le') : head.toString('utf8');
  return text.replace(/^\uFEFF/, '').trimStart();
}

/** The first set with the release of its group (GS08); an interchange without sets that holds acknowledgements of others is a TA1. */
function x12(text: string): DetectedFormat {
  const mark = `\\${text[3] ?? '*'}`;
  const other = `[^${mark}]{0,80}${mark}`;
  const message =
    new RegExp(`(?:^|[^A-Z0-9])ST${mark}(\\d{3})`).exec(text)?.[1] ??
    (new RegExp(`[^A-Z0-9]TA1${mark}\\d`).test(text) ? 'TA1' : undefined);
  if (message === undefined) return { format: 'x12' };
  const release = new RegExp(`[^A-Z0-9]GS${mark}(?:${other}){7}(\\d{6})`).exec(text)?.[1] ?? '';
  return { format: 'x12', message, coordinate: `x12:${x12ReleaseOf(release)}:${message}` };
}

function edifact(text: string): DetectedFormat {
  const { separators } = openingAt(text, 0) ?? {};
  const [element, component] = [separators?.element ?? '+', separators?.component ?? ':'].map((mark) =>
    mark.replace(/[^A-Za-z0-9]/, '\\$&'),
  );
  const header = new RegExp(
    `UNH${element}[^${element}]{1,20}${element}\\s*([A-Za-z]{6})(?:${component}([^${component}${element}]{1,5})${component}([^${component}${element}]{1,6}))?`,
  );
  const [, type, version = '', release = ''] = header.exec(text) ?? [];
  const message = type?.toUpperCase();
  if (message === undefined) return { format: 'edifact' };
  const coordinate = message === 'CONTRL' ? 'edifact:3:CONTRL' : `edifact:${releaseOf(version, release).release}:${message}`;
  return { format: 'edifact', message, coordinate };
}

/** A file of OCDS names the procurement its releases are of; a package of them may name it late. */
function json(text: string): DetectedFormat {
  if (!/"(?:ocid|releases|records)"\s*:/.test(text)) return { format: 'json' };
  const message = /"records"\s*:\s*\[/.test(text)
    ? 'recordPackage'
    : /"releases"\s*:\s*\[/.test(text)
      ? 'releasePackage'
      : 'release';
  return { format: 'ocds', message, coordinate: 'ocds:1.1:release' };
}

/** The first start tag behind declaration, comments and DOCTYPE, with its namespace; for cXML also what it asks. */
function xml(text: string): DetectedFormat {
  const body = withoutProlog(text);
  const tag = /^\s*<(?:([\w.-]+):)?([\w.-]+)((?:\s[^>]*)?)\/?>/.exec(body);
  if (tag === null) return { format: 'xml' };
  const [, prefix, name = '', attributes = ''] = tag;
  if (name === 'cXML') return cxml(body);
  if (/^BMECAT$/i.test(name)) return { format: 'bmecat' };
  const namespace =
    new RegExp(`\\sxmlns${prefix === undefined ? '' : `:${prefix}`}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
  if (UBL.exec(namespace)?.[1] === name)
    return { format: 'ubl', message: name, coordinate: `ubl:2.1:${ublMessageName(name, CUSTOMIZATION.exec(body)?.[1] ?? '')}` };
  if (OPENTRANS.test(namespace)) return { format: 'opentrans', message: name, coordinate: `opentrans:2.1:${name}` };
  if (name === 'CrossIndustryInvoice' && CII.test(namespace))
    return { format: 'cii', message: name, coordinate: 'cii:D16B:CrossIndustryInvoice' };
  if (name === 'Index' && namespace === '' && /<IndexItem[\s/>]/.test(body))
    return { format: 'cxml', message: name, coordinate: 'cxml:1.2:Index' };
  return { format: 'xml', message: name };
}

/** Skips declaration, comments and DOCTYPE from the front; each is searched once. What does not end hides everything behind it. */
function withoutProlog(text: string): string {
  let at = behindBlanks(text, 0);
  while (at >= 0) {
    const end = prologEnd(text, at);
    if (end === undefined) return text.slice(at);
    at = end < 0 ? -1 : behindBlanks(text, end);
  }
  return '';
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Behind the part of the prolog at `at`; -1 when it never ends, undefined when none begins there. */
function prologEnd(text: string, at: number): number | undefined {
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2);
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (!text.startsWith('<!DOCTYPE', at)) return undefined;
  DOCTYPE.lastIndex = at;
  if (!DOCTYPE.test(text)) return -1;
  const open = DOCTYPE.lastIndex;
  if (text[open - 1] === '>') return open;
  const close = behind(text, ']', open);
  return close < 0 ? -1 : behind(text, '>', close);
}

/** Behind the next `mark` from `from` on, never before it; -1 when there is none, which must not become a place to go on from. */
function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function cxml(body: string): DetectedFormat {
  const message =
    /<(?:Request|Message)(?:\s[^>]*)?>\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<Status(?=[\s/>])[\s\S]{0,2000}?(?:\/>|<\/Status>)\s*)?<([\w.-]+)/.exec(
      body,
    )?.[1] ?? (/<Response[\s>]/.test(body) ? 'Response' : undefined);
  if (message === undefined) return { format: 'cxml' };
  const table = message === 'StatusUpdateRequest' && /<InvoiceStatus[\s/>]/.test(body) ? `Invoice${message}` : message;
  return { format: 'cxml', message, coordinate: `cxml:1.2:${table}` };
}
