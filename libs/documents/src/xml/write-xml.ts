import type { Problem } from '../canonical/problem.js';

/** An element to write: `name` is written as it stands, prefix included; attributes and children in the order given; strings only. */
export interface XmlToWrite {
  name: string;
  attributes?: readonly (readonly [string, string])[];
  children?: readonly (XmlToWrite | string)[];
}

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
/** What XML 1.0 cannot carry at all, not even as a reference. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * A tree to UTF-8 XML text with declaration, two blanks of indent per level; an element with text is written on one line.
 * A character XML cannot carry is left out and reported as an error with the path of its element. `doctype` is
 * a SYSTEM id. Throws RangeError for a name that is none: names come from our tables, never from a document.
 */
export function writeXml(root: XmlToWrite, options: { doctype?: string } = {}): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  if (options.doctype !== undefined) lines.push(`<!DOCTYPE ${root.name} SYSTEM "${options.doctype}">`);
  write(root, { indent: '', path: root.name, lines, problems });
  return { text: `${lines.join('\n')}\n`, problems };
}

interface Place {
  indent: string;
  path: string;
  lines: string[];
  problems: Problem[];
}

function write(element: XmlToWrite, place: Place): void {
  const { indent, lines } = place;
  const open = `${element.name}${attributes(element, place)}`;
  const children = element.children ?? [];
  if (!NAME.test(element.name)) throw new RangeError('not an XML name');
  if (children.length === 0) lines.push(`${indent}<${open}/>`);
  else if (children.some((child) => typeof child === 'string')) lines.push(indent + inline(element, place));
  else {
    lines.push(`${indent}<${open}>`);
    for (const child of children) {
      if (typeof child !== 'string') write(child, { ...place, indent: `${indent}  `, path: `${place.path}/${child.name}` });
    }
    lines.push(`${indent}</${element.name}>`);
  }
}

function inline(element: XmlToWrite, place: Place): string {
  if (!NAME.test(element.name)) throw new RangeError('not an XML name');
  const open = `${element.name}${attributes(element, place)}`;
  const children = element.children ?? [];
  if (children.length === 0) return `<${open}/>`;
  const content = children.map((child) =>
    typeof child === 'string'
      ? escapeText(legal(child, place))
      : inline(child, { ...place, path: `${place.path}/${child.name}` }),
  );
  return `<${open}>${content.join('')}</${element.name}>`;
}

function attributes(element: XmlToWrite, place: Place): string {
  return (element.attributes ?? [])
    .map(([name, value]) => {
      if (!NAME.test(name)) throw new RangeError('not an XML name');
      return ` ${name}="${escapeAttribute(legal(value, { ...place, path: `${place.path}/@${name}` }))}"`;
    })
    .join('');
}

function legal(value: string, place: Place): string {
  const cleaned = value.replace(ILLEGAL, '');
  if (cleaned.length !== value.length) {
    const message = 'The value holds a control character that XML cannot carry.';
    place.problems.push({ at: place.path, code: 'XML_ILLEGAL_CHARACTER', message, severity: 'error' });
  }
  return cleaned;
}

/** A carriage return must be a reference, or the reader makes it a line feed. */
function escapeText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');
}
