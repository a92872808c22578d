import type { Extensions } from '../canonical/line.js';
import { dropEmptyIdentifiers } from '../canonical/party.js';
import type { Problem } from '../canonical/problem.js';
import { addressAt, type Step } from './address.js';
import { checkPresence, everyNode } from './decode.js';
import { giveExtensions } from './extensions.js';
import { isBad } from './field.js';
import { createFor, matching, writeLeaf } from './locate.js';
import { type LoadedRow, type Message, targetOf } from './message.js';
import { type Model, parseModelPath, walk } from './model-path.js';
import { type GrammarNode, newNode } from './node.js';
import { childOrder, type Structure } from './structure.js';

/** One run of a table over a document. */
interface Run {
  root: GrammarNode;
  document: unknown;
  problems: Problem[];
  /** Node made for a step below a node, by step and list item. */
  made: Map<GrammarNode, Map<string, GrammarNode>>;
  written: Set<string>;
  /** Highest list index made below a node, by step. */
  highest: Map<GrammarNode, Map<string, number>>;
  /** Rows that found their place taken. */
  unplaced: LoadedRow[];
}

/**
 * Writes a document as a tree in the order of its structure. What the format cannot say is a problem; with an error among
 * them the tree must not be sent. The document is not changed.
 */
export function encodeDocument<T>(message: Message<T>, document: T): { root: GrammarNode; problems: Problem[] } {
  const shaped = copyOf(document);
  dropEmptyIdentifiers(shaped);
  const structure = message.table.structure;
  const run: Run = {
    root: newNode(structure.syntax === 'xml' ? structure.root : ''),
    document: shaped,
    problems: [],
    made: new Map(),
    written: new Set(),
    highest: new Map(),
    unplaced: [],
  };
  for (const rule of message.table.rules)
    rule.encoding?.(shaped, (problem) => run.problems.push({ severity: 'error', ...problem }));
  checkPresence(message, shaped, (row, indices) =>
    run.problems.push(
      problem(row, indices, { code: 'VALUE_MISSING', message: 'The format needs a value here and the document has none.' }),
    ),
  );
  for (const row of message.rows) writeRow(run, row);
  reportUnwritten(run);
  reportUnsaid(message, run);
  const nodeOf = (path: string) => nodeOfItem(message, run, path);
  for (const rule of message.table.rules)
    rule.written?.(shaped, { root: run.root, nodeOf, report: (found) => run.problems.push({ severity: 'error', ...found }) });
  writeRest(message, run);
  restore(message as Message<unknown>, run);
  for (const rule of message.table.rules) rule.writing?.(run.root);
  sort(run.root, structure, []);
  return { root: run.root, problems: run.problems };
}

/** A document is plain data: objects, lists, texts and truths. A key that would change what the copy is, is none of ours. */
function copyOf<V>(value: V): V {
  if (Array.isArray(value)) return value.map(copyOf) as V;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') copy[key] = copyOf((value as Record<string, unknown>)[key]);
  return copy as V;
}

function writeRow(run: Run, row: LoadedRow): void {
  walk(run.document, row.steps, (value, indices) => {
    if (value === undefined || value === null) return;
    const target = targetOf(row, indices);
    if (run.written.has(target)) return;
    const encoded = row.field.encode(value, run.document);
    if (encoded === undefined) return;
    const text = isBad(encoded) ? encoded.instead : encoded;
    if (isBad(encoded)) {
      const severity = text === undefined ? 'error' : 'warning';
      run.problems.push({ ...problem(row, indices, { code: encoded.bad, message: encoded.message }), severity });
    }
    if (text === undefined) {
      run.written.add(target);
      return;
    }
    const own =
      row.rename === undefined ? text : (Object.entries(row.rename).find(([, standard]) => standard === text)?.[0] ?? text);
    const node = reachNode(run, row.address.steps, indices);
    const conditions = row.address.steps[row.address.steps.length - 1]?.where ?? [];
    for (const where of conditions)
      if (where.key === row.address.leaf.key && where.values.includes(own)) node.values.delete(where.key);
    if (writeLeaf(node, row.address.leaf, own)) run.written.add(target);
    else if (run.unplaced.at(-1) !== row) run.unplaced.push(row);
  });
}

/** A value that every alternative row had to leave unwritten because its place was taken. */
function reportUnwritten(run: Run): void {
  for (const row of run.unplaced) {
    walk(run.document, row.steps, (value, indices) => {
      const target = targetOf(row, indices);
      if (value === undefined || value === null || run.written.has(target)) return;
      if (row.field.encode(value, run.document) === undefined) return;
      run.written.add(target);
      run.problems.push({
        ...problem(row, indices, { code: 'NO_ROOM', message: 'The format has no room left for this value; it was not written.' }),
        severity: 'warning',
      });
    });
  }
}

/** A field of parts says its key, what belongs to it as the sender's own code, list or kind, and nothing else of the object. */
function saidBy({ to, field: { merges } }: LoadedRow): string[] {
  if (merges === undefined) return [to];
  const own = `raw${merges.key.charAt(0).toUpperCase()}${merges.key.slice(1)}`;
  return [merges.key, own, 'scheme', 'isCharge'].map((key) => `${to}.${key}`);
}

/** What the model says and no row or rule of this message carries. */
function reportUnsaid<T>(message: Message<T>, run: Run): void {
  const carried = carriedBy(message);
  const said = new Set<string>();
  const go = (value: unknown, path: string): void => {
    if (value === undefined || said.has(path) || path.endsWith('extensions')) return;
    if (Array.isArray(value)) for (const item of value) go(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) go((value as Model)[key], path === '' ? key : `${path}.${key}`);
    else {
      said.add(path);
      if (isCarried(carried, path)) return;
      run.problems.push({
        at: path,
        code: 'NOT_EXPRESSED',
        message: `${message.coordinate} has no place for ${path}; it was not written.`,
        severity: 'info',
      });
    }
  };
  go(run.document, '');
}

/** What the rows and rules of a table say, told once for each. */
const carriedPaths = new WeakMap<object, ReadonlySet<string>>();

function carriedBy<T>(message: Message<T>): ReadonlySet<string> {
  const known = carriedPaths.get(message);
  if (known !== undefined) return known;
  const paths = [...message.rows.flatMap(saidBy), ...message.table.carried, 'kind', 'extensions'];
  const carried = new Set(paths.map((path) => path.replace('[0]', '[]')));
  carriedPaths.set(message, carried);
  return carried;
}

/** Whether a path or an object around it is carried. */
function isCarried(carried: ReadonlySet<string>, path: string): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) if (carried.has(path.slice(0, end))) return true;
  return false;
}

/** The node that the rows made for a list item (`lines[2]`). */
function nodeOfItem<T>(message: Message<T>, run: Run, path: string): GrammarNode | undefined {
  const indices = [...path.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
  const steps = itemSteps(message, path.replace(/\[\d+\]/g, '[]'));
  return steps === undefined ? undefined : reachNode(run, steps, indices);
}

function itemSteps<T>(message: Message<T>, list: string): readonly Step[] | undefined {
  const row = message.rows.find((candidate) => candidate.to === list || candidate.to.startsWith(`${list}.`));
  if (row === undefined) return undefined;
  let last = -1;
  for (let left = list.split('[]').length - 1; left > 0; last++) if (row.address.steps[last + 1]?.repeat) left--;
  return row.address.steps.slice(0, last + 1);
}

function writeRest<T>(message: Message<T>, run: Run): void {
  for (const row of message.fixed) writeBeside(run, row.address, row);
  for (const row of message.same)
    walk(
      run.document,
      row.from,
      (value) => typeof value === 'string' && writeBeside(run, row.address, { value, anchor: Number.MAX_SAFE_INTEGER }),
    );
  for (const row of message.counts) {
    let items = 0;
    walk(run.document, row.of, () => items++);
    writeLeaf(reachNode(run, row.address.steps, []), row.address.leaf, String(items));
  }
}

/** Fills the leaf below every node at the anchor; what a row wrote there stays. `used` marks what the table put in. */
function writeBeside(run: Run, address: LoadedRow['address'], row: { value: string; anchor: number }): void {
  everyNode(run.root, address.steps.slice(0, row.anchor), (anchor) => {
    const made = address.steps.slice(row.anchor).reduce((at, step) => matching(at, step)[0] ?? createFor(at, step), anchor);
    if (made.values.has(address.leaf.key)) return;
    made.values.set(address.leaf.key, row.value);
    made.used.add(address.leaf.key);
  });
}

function restore(message: Message<unknown>, run: Run): void {
  for (const list of message.table.extended) {
    const steps = itemSteps(message, list);
    if (steps === undefined) continue;
    walk(run.document, parseModelPath(list), (item, indices) =>
      giveExtensions(message, (item as Model)['extensions'] as Extensions | undefined, reachNode(run, steps, indices)),
    );
  }
  giveExtensions(message, (run.document as Model)['extensions'] as Extensions | undefined, run.root);
}

function reachNode(run: Run, steps: readonly Step[], indices: readonly number[]): GrammarNode {
  let at = run.root;
  let next = 0;
  for (const step of steps) {
    const key = step.repeat ? `${step.text}#${indices[next++] ?? 0}` : step.text;
    const below = run.made.get(at) ?? new Map<string, GrammarNode>();
    run.made.set(at, below);
    const made =
      below.get(key) ??
      (step.repeat ? undefined : matching(at, step)[0]) ??
      createInOrder(run, at, { step, index: indices[next - 1] ?? 0 });
    below.set(key, made);
    at = made;
  }
  return at;
}

/** Items of a list stand in the order of the list, in whatever order the rows come to them. */
function createInOrder(run: Run, parent: GrammarNode, item: { step: Step; index: number }): GrammarNode {
  const node = createFor(parent, item.step);
  if (!item.step.repeat) return node;
  const highest = run.highest.get(parent) ?? new Map<string, number>();
  run.highest.set(parent, highest);
  const last = highest.get(item.step.text) ?? -1;
  highest.set(item.step.text, Math.max(last, item.index));
  if (item.index > last) return node;
  for (let index = item.index + 1; index <= last; index++) {
    const after = run.made.get(parent)?.get(`${item.step.text}#${index}`);
    if (after === undefined) continue;
    parent.children.pop();
    parent.children.splice(parent.children.indexOf(after), 0, node);
    break;
  }
  return node;
}

/** Stable, so that what is alike keeps the order it was written in; a name the structure does not know goes last. */
function sort(node: GrammarNode, structure: Structure, path: readonly string[]): void {
  if (node.children.length === 0) return;
  if (node.children.length > 1) {
    const order = childOrder(structure, path);
    const ranks = node.children.map((child) => rankIn(order, child.name));
    if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1]!))
      node.children.sort((a, b) => rankIn(order, a.name) - rankIn(order, b.name));
  }
  for (const child of node.children) sort(child, structure, [...path, child.name]);
}

function rankIn(order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  return rank < 0 ? order.length : rank;
}

function problem(row: LoadedRow, indices: readonly number[], what: { code: string; message: string }): Problem {
  return { at: addressAt(row.address, indices), code: what.code, message: what.message, severity: 'error' };
}
