import { XMLParser } from 'fast-xml-parser';
import type { Problem } from '../canonical/problem.js';
import type { XmlAttribute, XmlElement, XmlNode } from './element.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';
const PREFIX = '@_';

/** Every interpretation of the parser is off: names, order and raw text only; references and namespaces are resolved here. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: PREFIX,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  htmlEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  jPath: false,
  onDangerousProperty: (name: string) => name,
});
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

type RawNode = { [key: string]: RawNode[] | string | Record<string, string> } & {
  [key: symbol]: { startIndex?: number } | undefined;
};
/** Prefixes declared on an element, and the scope around it; levels are few (`xmlCaps.depth`), declarations may be many. */
interface Scope {
  declared: ReadonlyMap<string, string>;
  /** Of names without a prefix. */
  plain: string;
  outer?: Scope;
}

type LineOf = (offset: number) => number;

/**
 * Text that passed the strict gate to a tree: namespaces resolved, the five named and all numeric references decoded, CDATA
 * merged into text, comments and processing instructions dropped, attribute values normalised as XML 1.0
 * section 3.3.3 says. The parser refuses elements and attributes called `__proto__`, `constructor` or `prototype`: a problem.
 */
export function buildTree(text: string): { root?: XmlElement; problems: Problem[] } {
  try {
    const nodes = parser.parse(text) as RawNode[];
    const top = nodes.find((node) => elementName(node) !== undefined);
    const root = top && element(top, { declared: new Map([['xml', XML_NAMESPACE]]), plain: '' }, lineCounter(text));
    return { ...(root === undefined ? {} : { root }), problems: [] };
  } catch {
    const message = 'The document uses a name that is not accepted here.';
    return { problems: [{ at: '/', line: 1, code: 'XML_NAME_REFUSED', message, severity: 'error' }] };
  }
}

function element(node: RawNode, outer: Scope, lineOf: LineOf): XmlElement {
  const qualified = elementName(node) ?? '';
  const line = lineOf(node[META]?.startIndex ?? 0);
  const raw = attributesOf(node);
  const scope = innerScope(raw, outer);
  const resolve = (name: string, fallback: string): { name: string; namespace: string } => {
    const colon = name.indexOf(':');
    if (colon < 0) return { name, namespace: fallback };
    return { name: name.slice(colon + 1), namespace: namespaceOf(scope, name.slice(0, colon)) };
  };
  const attributes: XmlAttribute[] = raw
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => ({ ...resolve(name, ''), value }));
  return {
    ...resolve(qualified, scope.plain),
    attributes,
    children: children(node[qualified] as RawNode[], scope, lineOf),
    line,
  };
}

function children(nodes: readonly RawNode[], scope: Scope, lineOf: LineOf): XmlNode[] {
  const result: XmlNode[] = [];
  const append = (text: string) => {
    if (text === '') return;
    const last = result.length - 1;
    if (typeof result[last] === 'string') result[last] += text;
    else result.push(text);
  };
  for (const node of nodes) {
    const text = node[TEXT];
    const cdata = node[CDATA];
    if (typeof text === 'string') append(decodeReferences(text));
    else if (Array.isArray(cdata)) append(cdata.map((part) => String(part[TEXT] ?? '')).join(''));
    else result.push(element(node, scope, lineOf));
  }
  return result;
}

function elementName(node: RawNode): string | undefined {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT && key !== CDATA);
  return name === '#__proto__' ? undefined : name;
}

function attributesOf(node: RawNode): [string, string][] {
  const raw = node[ATTRIBUTES] as Record<string, string> | undefined;
  if (raw === undefined) return [];
  return Object.keys(raw).map((key) => [key.slice(PREFIX.length), decodeReferences(String(raw[key]).replace(/[\t\n]/g, ' '))]);
}

function innerScope(attributes: readonly [string, string][], outer: Scope): Scope {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const prefixes = new Map(declared.map(([name, uri]): [string, string] => [name.slice(6), uri]));
  return { declared: prefixes, plain: prefixes.get('') ?? outer.plain, outer };
}

function namespaceOf(scope: Scope, prefix: string): string {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return '';
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x[0-9a-fA-F]+|#[0-9]+|amp|lt|gt|quot|apos);/g, (reference) => {
    const name = reference.slice(1, -1);
    if (!name.startsWith('#')) return NAMED[name] ?? '';
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function lineCounter(text: string): LineOf {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
