import type { Problem } from '../canonical/problem.js';
import { type Doctype, doctypeEnd, readDoctype } from './doctype.js';

/** Caps of one document, chosen well above every file of the shared corpus and far below what a parser cannot take. */
export const xmlCaps = {
  bytes: 8 * 1024 * 1024,
  depth: 64,
  elements: 400_000,
  attributesPerElement: 64,
  references: 200_000,
  instructions: 10_000,
} as const;

/** A stretch of a text. */
export interface Range {
  start: number;
  length: number;
}

interface Scan {
  text: string;
  at: number;
  depth: number;
  elements: number;
  instructions: Range[];
}

/**
 * One pass over the text before any parser sees it: stops at the first cap exceeded and reads the DOCTYPE. It does not
 * judge well-formedness; whatever it cannot follow is left to the strict gate. `instructions`: what processing instructions say, without their first letter and their ends.
 */
export function scanXml(text: string): { doctype?: Doctype; problem?: Problem; instructions: Range[] } {
  const references = count(text, '&', xmlCaps.references);
  if (references > xmlCaps.references)
    return { problem: tooMany(text, 0, `${xmlCaps.references} character and entity references`), instructions: [] };
  const scan: Scan = { text, at: text.indexOf('<'), depth: 0, elements: 0, instructions: [] };
  const { instructions } = scan;
  let doctype: Doctype | undefined;
  while (scan.at >= 0) {
    if (text.startsWith('<!DOCTYPE', scan.at) && scan.elements === 0) {
      if (doctype !== undefined) return { problem: secondDoctype(text, scan.at), instructions };
      const read = readDoctype(text, scan.at);
      if ('problem' in read) return { ...read, instructions };
      doctype = read.doctype;
      scan.at = text.indexOf('<', doctypeEnd(read.doctype));
      continue;
    }
    const problem = step(scan);
    if (problem !== undefined) return { doctype, problem, instructions };
  }
  return { doctype, instructions };
}

function step(scan: Scan): Problem | undefined {
  const { text, at } = scan;
  const skipped = skip(text, at);
  if (skipped !== undefined) {
    if (skipped > 0 && text.charCodeAt(at + 1) === 0x3f)
      scan.instructions.push({ start: at + 3, length: Math.max(0, skipped - at - 3) });
    scan.at = skipped < 0 ? -1 : text.indexOf('<', skipped);
    return scan.instructions.length > xmlCaps.instructions
      ? tooMany(text, at, `${xmlCaps.instructions} processing instructions`)
      : undefined;
  }
  if (text.charCodeAt(at + 1) === 0x2f) {
    scan.depth--;
    scan.at = text.indexOf('<', at + 2);
    return undefined;
  }
  const tag = readTag(text, at);
  scan.elements++;
  if (!tag.selfClosing) scan.depth++;
  scan.at = tag.end < 0 ? -1 : text.indexOf('<', tag.end);
  if (scan.depth > xmlCaps.depth) return tooMany(text, at, `${xmlCaps.depth} levels of elements inside each other`);
  if (scan.elements > xmlCaps.elements) return tooMany(text, at, `${xmlCaps.elements} elements`);
  if (tag.attributes > xmlCaps.attributesPerElement)
    return tooMany(text, at, `${xmlCaps.attributesPerElement} attributes on one element`);
  return undefined;
}

/** End of a comment, CDATA section, processing instruction or other declaration at `at`; -1 when it never ends; undefined for a tag. */
function skip(text: string, at: number): number | undefined {
  const next = text.charCodeAt(at + 1);
  if (next === 0x3f) return text.indexOf('?>', at + 2);
  if (next !== 0x21) return undefined;
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at + 9);
  return text.indexOf('>', at + 2);
}

function readTag(text: string, at: number): { end: number; attributes: number; selfClosing: boolean } {
  let attributes = 0;
  for (let index = at + 1; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x22 || character === 0x27) {
      index = text.indexOf(character === 0x22 ? '"' : "'", index + 1);
      if (index < 0) break;
    } else if (character === 0x3d) {
      if (++attributes > xmlCaps.attributesPerElement) break;
    } else if (character === 0x3e) return { end: index, attributes, selfClosing: text.charCodeAt(index - 1) === 0x2f };
  }
  return { end: -1, attributes, selfClosing: false };
}

function count(text: string, needle: string, stopAbove: number): number {
  let found = 0;
  for (let at = text.indexOf(needle); at >= 0 && found <= stopAbove; at = text.indexOf(needle, at + 1)) found++;
  return found;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Only one is taken out before the strict gate, which must not meet another. */
function secondDoctype(text: string, offset: number): Problem {
  const message = 'The document is not well-formed XML: it has two DOCTYPE lines.';
  return { at: '/', line: lineAt(text, offset), code: 'XML_NOT_WELL_FORMED', message, severity: 'error' };
}

function tooMany(text: string, offset: number, what: string): Problem {
  const message = `The document has more than ${what}; that is not a trade document.`;
  return { at: '/', line: lineAt(text, offset), code: 'XML_TOO_LARGE', message, severity: 'error' };
}
