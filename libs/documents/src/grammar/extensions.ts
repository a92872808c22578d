import type { Extensions } from '../canonical/line.js';
import { writeLeaf } from './locate.js';
import type { Message } from './message.js';
import type { Model } from './model-path.js';
import { parseModelPath, walk } from './model-path.js';
import { type GrammarNode, isTouched, newNode } from './node.js';

/** A node as JSON: name, values, children. */
type Kept = [string, Record<string, string>, Kept[]];

interface Source {
  model: Model;
  root: GrammarNode;
  nodes: ReadonlyMap<string, GrammarNode>;
}

/** Names a stored extension may bring back into a tree: what the readers give, nothing that could break out of a tag or a segment. */
const NAME = /^(?:\{[^{}]*\})?[\w.:-]+$/;
const KEY = /^(?:|@(?:\{[^{}]*\})?[\w.:-]+|\d\d(?::\d)?)$/;

/** What says more than this beside the model of one document or line is no order; the raw bytes keep the rest. */
const ENTRIES_MAX = 2_000;

/** Moves what no row has read into `extensions` of the list item it stands in, else of the document. False when there was more than fits. */
export function takeExtensions(message: Message<unknown>, source: Source): boolean {
  const left = new Set<GrammarNode>();
  if (!collectLeft(source.root, left)) return true;
  const owners = ownersOf(message, source);
  const kept = new Map<Model, Map<string, string>>();
  let whole = true;
  const keep = (node: GrammarNode, owner: { model: Model; path: string }): void => {
    const found = owners.get(node);
    const at = found === undefined ? owner : { model: found, path: '' };
    const put = (path: string, value: string) => {
      const entries = kept.get(at.model) ?? new Map<string, string>();
      kept.set(at.model, entries);
      if (entries.size < ENTRIES_MAX) entries.set(path, value);
      else whole = false;
    };
    for (const [key, value] of unread(node, message.table.pairs?.[node.name])) put(`${at.path}|${key}`, value);
    const counts = new Map<string, number>();
    for (const child of node.children) {
      const name = labelOf(child);
      const index = counts.get(name) ?? 0;
      counts.set(name, index + 1);
      const path = `${at.path}/${name}#${index}`;
      if (!left.has(child) || message.table.secret?.includes(child.name)) continue;
      if (isTouched(child) || owners.has(child)) keep(child, { model: at.model, path });
      else if (hasContent(child)) put(path, JSON.stringify(toKept(child)));
    }
  };
  keep(source.root, { model: source.model, path: '' });
  for (const [model, entries] of kept)
    model['extensions'] = {
      ...(model['extensions'] as Extensions | undefined),
      [message.table.format]: Object.fromEntries(entries),
    };
  return whole;
}

/** Nodes in which, or below which, something was not read: mostly there is none, and nothing more to do. */
function collectLeft(node: GrammarNode, left: Set<GrammarNode>): boolean {
  let isLeft = false;
  for (const [key, value] of node.values)
    if (value !== '' && !node.used.has(key)) {
      isLeft = true;
      break;
    }
  for (const child of node.children) if (collectLeft(child, left)) isLeft = true;
  if (isLeft) left.add(node);
  return isLeft;
}

/** The list items that keep their own, by their node. */
function ownersOf(message: Message<unknown>, source: Source): Map<GrammarNode, Model> {
  const owners = new Map<GrammarNode, Model>();
  for (const list of message.table.extended) {
    let position = 0;
    walk(source.model, parseModelPath(list), (item, indices) => {
      const path = list.replace(/\[\]/g, () => `[${indices[position++] ?? 0}]`);
      position = 0;
      const node = source.nodes.get(path);
      if (node !== undefined && typeof item === 'object') owners.set(node, item as Model);
    });
  }
  return owners;
}

/** Segments whose first element says what they are about, so that REF*DP is found again among other REFs. */
const QUALIFIED = new Set('N1 N9 REF DTM PID SAC AMT CUR PER MEA TD5 PKG PWK'.split(' '));

/** A step of a kept path: the name, and the qualifier where one tells alike segments apart (N1=ST). */
function labelOf(node: GrammarNode): string {
  return QUALIFIED.has(node.name) ? `${node.name}=${encodeURIComponent(node.values.get('01') ?? '')}` : node.name;
}

/** Values no row has read. In a row of pairs only the qualifier matters, not the position: `+PR`. */
function unread(node: GrammarNode, pairs: number | undefined): [string, string][] {
  const rest = [...node.values].filter(([key, value]) => !node.used.has(key) && value !== '');
  if (pairs === undefined) return rest;
  return rest.flatMap(([key, value]): [string, string][] => {
    const index = Number(key);
    if (!(index >= pairs)) return [[key, value]];
    if ((index - pairs) % 2 === 1) return [];
    const paired = node.values.get(String(index + 1).padStart(2, '0'));
    return paired === undefined ? [] : [[`+${value}`, paired]];
  });
}

/** Gives back to a tree being written what the same format said beyond the model. `base` is the node of the owner. What the table itself put in (`used`) gives way. */
export function giveExtensions(message: Message<unknown>, extensions: Extensions | undefined, base: GrammarNode): void {
  for (const [path, value] of Object.entries(extensions?.[message.table.format] ?? {})) {
    const [way = '', key] = path.split('|');
    const steps = way.split('/').filter((step) => step !== '');
    if (key !== undefined) {
      const node = find(base, steps, false);
      const pairs = node === undefined ? undefined : message.table.pairs?.[node.name];
      if (node !== undefined && pairs !== undefined && key.startsWith('+'))
        writeLeaf(node, { key: String(pairs).padStart(2, '0'), pairs: [key.slice(1)] }, value);
      else if (node !== undefined && KEY.test(key) && (!node.values.has(key) || node.used.has(key))) node.values.set(key, value);
      continue;
    }
    const last = steps.pop() ?? '';
    const parent = find(base, steps, true);
    const kept = fromKept(value);
    if (parent === undefined || kept === undefined) continue;
    insertAt(parent, kept, Number(last.split('#')[1] ?? 0));
  }
}

/** The node at a kept path, made where it may hold nothing but what is given back. */
function find(base: GrammarNode, steps: readonly string[], make: boolean): GrammarNode | undefined {
  let at = base;
  for (const step of steps) {
    const [label = '', index = '0'] = step.split('#');
    const name = label.split('=')[0] ?? '';
    const labelled: GrammarNode[] = at.children.filter((child) => labelOf(child) === label);
    const same = labelled.length > 0 ? labelled : at.children.filter((child) => child.name === name && !make);
    const next: GrammarNode | undefined = same[Number(index)] ?? same[same.length - 1];
    if (next === undefined && (!make || !NAME.test(name))) return undefined;
    if (next === undefined) at.children.push(newNode(name));
    at = next ?? at.children[at.children.length - 1] ?? at;
  }
  return at;
}

function insertAt(parent: GrammarNode, node: GrammarNode, index: number): void {
  const same = parent.children.filter((child) => labelOf(child) === labelOf(node));
  const filler = same.find(isFiller);
  if (filler !== undefined) {
    parent.children.splice(parent.children.indexOf(filler), 1, node);
    return;
  }
  const before = same[index];
  if (before === undefined) parent.children.push(node);
  else parent.children.splice(parent.children.indexOf(before), 0, node);
}

/** A node in which everything is the table's own. */
function isFiller(node: GrammarNode): boolean {
  return [...node.values.keys()].every((key) => node.used.has(key)) && node.children.every(isFiller);
}

function hasContent(node: GrammarNode): boolean {
  return [...node.values.values()].some((value) => value !== '') || node.children.some(hasContent);
}

function toKept(node: GrammarNode): Kept {
  return [node.name, Object.fromEntries(node.values), node.children.map(toKept)];
}

function fromKept(text: string): GrammarNode | undefined {
  try {
    return revive(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function revive(kept: unknown): GrammarNode | undefined {
  if (!Array.isArray(kept)) return undefined;
  const [name, values, children] = kept as unknown[];
  if (typeof name !== 'string' || !NAME.test(name) || typeof values !== 'object' || values === null || !Array.isArray(children))
    return undefined;
  const node = newNode(name);
  for (const [key, value] of Object.entries(values)) if (KEY.test(key) && typeof value === 'string') node.values.set(key, value);
  node.children = children.map(revive).filter((child) => child !== undefined);
  return node;
}
