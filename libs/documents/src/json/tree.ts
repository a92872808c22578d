import { type GrammarNode, newNode } from '../grammar/node.js';
import { isJsonObject, type Json, type JsonObject } from './read-json.js';

/** What the keys of a format hold, where it is not a text or an object: lists, numbers, yes and no. Everything else is remembered with its value. */
export interface JsonTypes {
  lists: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  flags: ReadonlySet<string>;
}

/** How a value stands that the keys of the format do not tell: `@type` of its node. */
const TYPE = '@type';
const ITEM = 'item';
const PLAIN = /^[A-Za-z.:-][\w.:-]*$/;

/** A key as the name of a node, and back: signs that no name has stand as their number. */
const nameOf = (key: string): string =>
  PLAIN.test(key) && !key.includes('_x')
    ? key
    : `_x${[...key].map((sign) => (/[A-Za-z0-9.:-]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16)}_`)).join('')}`;
const keyOfName = (name: string): string =>
  name.startsWith('_x')
    ? name.slice(2).replace(/_([0-9a-f]{1,6})_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    : name;

/** A JSON object as the tree that tables read: items of a list the format knows are nodes beside each other. */
export function treeOf(name: string, object: JsonObject, types: JsonTypes): GrammarNode {
  const node = newNode(name);
  node.line = object.line;
  for (const [key, value] of object.entries) node.children.push(...nodesOf(key, value, types));
  return node;
}

function nodesOf(key: string, value: Json, types: JsonTypes): GrammarNode[] {
  const name = nameOf(key);
  const isList = types.lists.has(key);
  if (isList && Array.isArray(value)) return value.map((item) => nodeOf(name, item, types));
  const node = nodeOf(name, value, types);
  if (isList) node.values.set(TYPE, value === null ? 'none' : 'one');
  return [node];
}

function nodeOf(name: string, value: Json, types: JsonTypes): GrammarNode {
  if (isJsonObject(value)) {
    const node = treeOf(name, value, types);
    if (node.children.length === 0) node.values.set(TYPE, 'object');
    return node;
  }
  const node = newNode(name);
  const text = textOf(value);
  if (text !== undefined && text !== '') node.values.set('', text);
  const type = typeOf(value);
  if (type !== expected(name, types)) node.values.set(TYPE, type);
  if (Array.isArray(value)) node.children = value.map((item) => nodeOf(ITEM, item, types));
  return node;
}

const textOf = (value: Json): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'boolean'
      ? String(value)
      : typeof value === 'object' && value !== null && 'number' in value
        ? value.number
        : undefined;

const typeOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'object' ? 'number' : typeof value;

const expected = (name: string, { numbers, flags }: JsonTypes): string =>
  numbers.has(name) ? 'number' : flags.has(name) ? 'boolean' : 'string';

/** The tree as JSON again. A node that was read is written as it stood; one that a table made, as the format says. */
export function jsonOf(node: GrammarNode, types: JsonTypes): JsonObject {
  const entries = new Map<string, Json>();
  for (const child of node.children) {
    const key = keyOfName(child.name);
    const value = writtenValue(child, types);
    const type = child.values.get(TYPE);
    const there = entries.get(key);
    if (!types.lists.has(key) || type === 'one' || type === 'none') entries.set(key, value);
    else entries.set(key, Array.isArray(there) ? [...there, value] : [value]);
  }
  return { entries: [...entries], line: 1 };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function writtenValue(node: GrammarNode, types: JsonTypes): Json {
  const text = node.values.get('') ?? '';
  const said = node.values.get(TYPE) ?? '';
  const type = said === '' || said === 'one' ? expected(node.name, types) : said;
  if (said === 'null' || said === 'none') return null;
  if (said === 'list') return node.children.map((child) => writtenValue(child, types));
  if (node.children.length > 0 || said === 'object') return jsonOf(node, types);
  if (type === 'number' && NUMBER.test(text)) return { number: text };
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}
