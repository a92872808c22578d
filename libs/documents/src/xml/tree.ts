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
  const attributes: XmlAttribute[] = [];
  for (const [name, value] of raw) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const colon = name.indexOf(':');
    attributes.push({ name: name.slice(colon + 1), namespace: colon < 0 ? '' : namespaceOf(scope, name.slice(0, colon)), value });
  }
  const colon = qualified.indexOf(':');
  return {
    name: qualified.slice(colon + 1),
    namespace: colon < 0 ? scope.plain : namespaceOf(scope, qualified.slice(0, colon)),
    attributes,
    children: children(node[qualified] as RawNode[], scope, lineOf),
    line,
  };
}

function children(nodes: readonly RawNode[], scope: Scope, lineOf: LineOf): XmlNode[] {
  const result: XmlNode[] = [];
  for (const node of nodes) {
    const text = textOf(node);
    const last = result.length - 1;
    if (text === undefined) result.push(element(node, scope, lineOf));
    else if (typeof result[last] === 'string') result[last] += text;
    else if (text !== '') result.push(text);
  }
  return result;
}

/** What a text or CDATA section says; undefined for an element. */
function textOf(node: RawNode): string | undefined {
  const text = node[TEXT];
  if (typeof text === 'string') return decodeReferences(text);
  const cdata = node[CDATA];
  return Array.isArray(cdata) ? cdata.map((part) => String(part[TEXT] ?? '')).join('') : undefined;
}

function elementName(node: RawNode): string | undefined {
  for (const key in node) if (key !== ATTRIBUTES && key !== TEXT && key !== CDATA) return key === '#__proto__' ? undefined : key;
  return undefined;
}

const NO_ATTRIBUTES: readonly [string, string][] = [];

function attributesOf(node: RawNode): readonly [string, string][] {
  const raw = node[ATTRIBUTES] as Record<string, string> | undefined;
  if (raw === undefined) return NO_ATTRIBUTES;
  return Object.keys(raw).map((key) => [key.slice(PREFIX.length), decodeReferences(String(raw[key]).replace(/[\t\n]/g, ' '))]);
}

function innerScope(attributes: readonly [string, string][], outer: Scope): Scope {
  if (attributes.length === 0) return outer;
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
