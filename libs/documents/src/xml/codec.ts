import type { Decoded, Problem } from '../canonical/problem.js';
import { decodeTree } from '../grammar/decode.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Message } from '../grammar/message.js';
import { type GrammarNode, newNode } from '../grammar/node.js';
import type { XmlElement } from './element.js';
import type { XmlToWrite } from './write-xml.js';

/** Namespace -> prefix that a table uses; '' for the namespace of the root, whose elements carry no prefix. */
export type Namespaces = Readonly<Record<string, string>>;

const XML = 'http://www.w3.org/XML/1998/namespace';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Reads an element by its table. Never throws. */
export function decodeElement<T>(
  table: Message<T>,
  element: XmlElement,
  namespaces: Namespaces,
): Decoded<T> & { partial: Partial<T> } {
  return decodeTree(table, nodeOf(element, namespaces));
}

/** A document as an element to write, namespaces declared on it. */
export function encodeElement<T>(
  table: Message<T>,
  document: T,
  namespaces: Namespaces,
): { element: XmlToWrite; problems: Problem[] } {
  const { root, problems } = encodeDocument(table, document);
  const declared = Object.entries(namespaces)
    .filter(([uri]) => uri !== '')
    .map(([uri, prefix]): [string, string] => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]);
  const element = elementOf(root);
  return { element: { ...element, attributes: [...declared, ...(element.attributes ?? [])] }, problems };
}

/** Own text is trimmed: layout is not data in trade documents. */
function nodeOf(element: XmlElement, namespaces: Namespaces): GrammarNode {
  const node = newNode(nameOf(element, namespaces));
  node.line = element.line;
  const text = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  if (text !== '') node.values.set('', text);
  for (const attribute of element.attributes) {
    if (attribute.namespace === INSTANCE) continue;
    const name =
      attribute.namespace === ''
        ? attribute.name
        : attribute.namespace === XML
          ? `xml:${attribute.name}`
          : `{${attribute.namespace}}${attribute.name}`;
    node.values.set(`@${name}`, attribute.value);
  }
  for (const child of element.children) if (typeof child !== 'string') node.children.push(nodeOf(child, namespaces));
  return node;
}

function nameOf(element: XmlElement, namespaces: Namespaces): string {
  const prefix = Object.hasOwn(namespaces, element.namespace) ? namespaces[element.namespace] : undefined;
  if (prefix === undefined) return element.namespace === '' ? element.name : `{${element.namespace}}${element.name}`;
  return prefix === '' ? element.name : `${prefix}:${element.name}`;
}

function elementOf(node: GrammarNode): XmlToWrite {
  const foreign = /^\{([^}]*)\}(.*)$/.exec(node.name);
  const attributes = [...node.values]
    .filter(([key]) => key.startsWith('@'))
    .map(([key, value], index) => attributeOf(key.slice(1), value, index));
  const own = node.values.get('');
  return {
    name: foreign === null ? node.name : `f:${foreign[2]}`,
    attributes: [...(foreign === null ? [] : [['xmlns:f', foreign[1] ?? ''] as const]), ...attributes.flat()],
    children: [...(own === undefined ? [] : [own]), ...node.children.map(elementOf)],
  };
}

function attributeOf(name: string, value: string, index: number): (readonly [string, string])[] {
  const foreign = /^\{([^}]*)\}(.*)$/.exec(name);
  return foreign === null
    ? [[name, value]]
    : [
        [`xmlns:a${index}`, foreign[1] ?? ''],
        [`a${index}:${foreign[2]}`, value],
      ];
}
