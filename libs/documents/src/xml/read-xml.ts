import type { Problem } from '../canonical/problem.js';
import { decodeXmlBytes } from './charset.js';
import type { Doctype } from './doctype.js';
import type { XmlElement } from './element.js';
import { wellFormedness } from './gate.js';
import { type Range, scanXml, xmlCaps } from './scan.js';
import { buildTree } from './tree.js';

/** What the front door gives: the tree when the document may be read at all, and what was found. */
export interface XmlDocument {
  root?: XmlElement;
  doctype?: Doctype;
  charset?: string;
  problems: Problem[];
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

/** XML 1.1, RestrictedChar: control characters that XML 1.0 lets stand as they are. */
const RESTRICTED_IN_11 = /[\u007F-\u0084\u0086-\u009F]/;

/**
 * The one door for XML from outside, up to 8 MiB: size, charset, caps, DOCTYPE rule, strict well-formedness, then the tree.
 * Refuses with one problem that says where and what to do; a document it returns is well-formed, has its namespaces
 * resolved and holds no reference that is not decoded. Reads no file and no network; never throws.
 */
export function readXml(bytes: Uint8Array): XmlDocument {
  if (bytes.length > xmlCaps.bytes)
    return refused(
      'XML_TOO_LARGE',
      'The document is larger than 8 MiB. Only catalogues may be, and those are uploaded as catalogues.',
    );
  const decoded = decodeXmlBytes(bytes);
  if (decoded.text === undefined) return { charset: decoded.charset, problems: decoded.problems };
  const text = decoded.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return refused('XML_EMPTY', 'The document is empty.');
  const declaration = DECLARATION.exec(text)?.[0] ?? '';
  if (declaration === '' && text.startsWith('<?xml') && /^<\?xml\s/.test(text)) {
    return refused(
      'XML_NOT_WELL_FORMED',
      'The document is not well-formed XML: its first line, the XML declaration, is not legal.',
    );
  }
  if (/^<\?xml\s+version\s*=\s*["']1\.1/.test(declaration) && RESTRICTED_IN_11.test(text))
    return refused(
      'XML_NOT_WELL_FORMED',
      'The document is not well-formed XML 1.1: it holds control characters that are not written as references.',
    );
  const scan = scanXml(text);
  if (scan.problem !== undefined) return { charset: decoded.charset, problems: [...decoded.problems, scan.problem] };
  const body = blank(text, [{ start: 0, length: declaration.length }, ...(scan.doctype === undefined ? [] : [scan.doctype])]);
  const broken = wellFormedness(body);
  if (broken !== undefined) return { charset: decoded.charset, problems: [...decoded.problems, broken] };
  // The parser takes a quotation mark in a processing instruction for the beginning of a value; the gate has judged them.
  const tree = buildTree(blank(body, scan.instructions));
  const problems = [...decoded.problems, ...tree.problems];
  return {
    ...(tree.root === undefined ? {} : { root: tree.root }),
    ...(scan.doctype === undefined ? {} : { doctype: scan.doctype }),
    charset: decoded.charset,
    problems,
  };
}

/** Replaces the ranges, in their order, by blanks, keeping line breaks, so that positions stay true. */
function blank(text: string, ranges: readonly Range[]): string {
  let [result, at] = ['', 0];
  for (const { start, length } of ranges) {
    result += text.slice(at, start) + text.slice(start, start + length).replace(/[^\n]/g, ' ');
    at = start + length;
  }
  return result + text.slice(at);
}

function refused(code: string, message: string): XmlDocument {
  return { problems: [{ at: '/', line: 1, code, message, severity: 'error' }] };
}
