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
  return decodeTree(table, nodeOf(element, { namespaces, known: new Map() }));
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
function nodeOf(element: XmlElement, names: Names): GrammarNode {
  const node = newNode(nameOf(element, names));
  node.line = element.line;
  let text = '';
  for (const child of element.children)
    if (typeof child === 'string') text += child;
    else node.children.push(nodeOf(child, names));
  text = text.trim();
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
  return node;
}

/** Names of one document as its table writes them, by namespace and name, each made once: they are compared again and again. */
interface Names {
  namespaces: Namespaces;
  known: Map<string, Map<string, string>>;
}

function nameOf({ name, namespace }: XmlElement, { namespaces, known }: Names): string {
  const inside = known.get(namespace) ?? new Map<string, string>();
  if (inside.size === 0) known.set(namespace, inside);
  const made = inside.get(name);
  if (made !== undefined) return made;
  const prefix = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
  const foreign = namespace === '' ? name : `{${namespace}}${name}`;
  const written = prefix === undefined ? foreign : prefix === '' ? name : `${prefix}:${name}`;
  inside.set(name, written);
  return written;
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
