import type { Decoded, Problem, Severity } from '../canonical/problem.js';
import { type Address, addressAt, type Step } from './address.js';
import { takeExtensions } from './extensions.js';
import { isBad } from './field.js';
import { isMeant, markCondition, matching, readLeaf } from './locate.js';
import { type LoadedRow, type Message, type RuleView, targetOf } from './message.js';
import { assign, compact, type Model, type ModelStep, parseModelPath, reach, walk, walkThrough } from './model-path.js';
import { type GrammarNode, isTouched } from './node.js';

/** One run of a table over a tree. */
interface Run {
  model: Model;
  problems: Problem[];
  /** Concrete model path of a list item (`lines[2]`) -> its node. */
  nodes: Map<string, GrammarNode>;
  /** Concrete model paths that a row has given a value, or has refused. */
  seen: Set<string>;
  message: Message<unknown>;
  /** Where the way of a row ends, kept because many rows share it. */
  places: (readonly Place[] | undefined)[];
  start: readonly Place[];
  /** Ways whose list items have been bound, by the list. */
  bound: Set<string>;
}

/** A node that a way leads to, with the numbers of the list items on it, and the place a step before. */
interface Place {
  node: GrammarNode;
  indices: readonly number[];
  before?: Place;
}

const NOWHERE: readonly Place[] = [];

/**
 * Runs a table over a tree. The document is absent when a value it must have is missing or not readable: the type would lie.
 * `partial` then shows what could be read. What no row read is kept in `extensions`.
 */
export function decodeTree<T>(message: Message<T>, root: GrammarNode): Decoded<T> & { partial: Partial<T> } {
  const model = (message.table.blanks['']?.() ?? {}) as Model;
  const run: Run = {
    model,
    problems: [],
    nodes: new Map(),
    seen: new Set(),
    message: message as Message<unknown>,
    places: [],
    start: [{ node: root, indices: [] }],
    bound: new Set(),
  };
  for (const rule of message.table.rules) rule.reading?.(root);
  for (const row of message.rows) readRow(run, row, root);
  const missing = checkPresence(message, model, (row, indices) => row.presence === 'must' && absent(run, row, indices));
  readRest(message, run, root);
  if (missing > 0) {
    compact(model);
    return { partial: model as Partial<T>, problems: run.problems };
  }
  applyRules(message, run, root);
  compact(model);
  return { document: model as T, partial: model as Partial<T>, problems: run.problems };
}

function readRow(run: Run, row: LoadedRow, root: GrammarNode): void {
  const { lists } = row.ready;
  if (lists.length > 0) bindItems(run, row);
  for (const place of placesOf(run, row, row.address.steps.length)) readValue(run, row, place);
  if (row.default !== undefined && lists.length === 0) readDefault(run, row, root);
}

/** Every place that the first `depth` steps of a row mean. The tree does not change while rows read it. */
function placesOf(run: Run, row: LoadedRow, depth: number): readonly Place[] {
  const step = row.address.steps[depth - 1];
  const way = row.ready.ways[depth - 1];
  if (step === undefined || way === undefined) return run.start;
  const known = run.places[way];
  if (known !== undefined) return known;
  let found: Place[] | undefined;
  for (const before of placesOf(run, row, depth - 1)) {
    let index = 0;
    for (const node of matching(before.node, step)) {
      const place = { node, indices: step.repeat ? [...before.indices, index++] : before.indices, before };
      if (found === undefined) found = [place];
      else found.push(place);
    }
  }
  const places = found ?? NOWHERE;
  run.places[way] = places;
  return places;
}

/** Gives each list of a row its items, in the order in which the document has them. */
function bindItems(run: Run, row: LoadedRow): void {
  for (const { list, depth, key } of row.ready.bindings) {
    if (run.bound.has(key)) continue;
    run.bound.add(key);
    for (const place of placesOf(run, row, depth)) bindItem(run, list, place);
  }
}

/** A partner's default also stands in for a segment or element that is not there at all. */
function readDefault(run: Run, row: LoadedRow, root: GrammarNode): void {
  if (run.seen.has(targetOf(row, []))) return;
  readValue(run, row, { node: { ...root, values: new Map() }, indices: [] });
}

function bindItem(run: Run, list: ModelStep, { indices, node }: Place): void {
  const item = concrete(list.path, indices);
  if (run.nodes.has(item)) return;
  run.nodes.set(item, node);
  const blanks = run.message.table.blanks;
  if (blanks[list.path] !== undefined) reach(run.model, { steps: parseModelPath(list.path), indices, blanks });
}

function readValue(run: Run, row: LoadedRow, place: Place): void {
  const { node, indices } = place;
  const found = readLeaf(node, row.address.leaf) ?? (row.default === undefined ? undefined : { text: row.default, keys: [] });
  if (found === undefined) return;
  const target = targetOf(row, indices);
  if (run.seen.has(target)) return;
  const raw =
    row.rename !== undefined && Object.hasOwn(row.rename, found.text) ? (row.rename[found.text] ?? found.text) : found.text;
  const value = row.field.decode(raw);
  if (value === undefined) return;
  run.seen.add(target);
  for (const key of found.keys) node.used.add(key);
  if (row.ready.conditional) markWay(row.address.steps, place);
  if (isBad(value)) run.problems.push(problemAt(row, { indices, node, code: value.bad, message: value.message }));
  else assign(run.model, { steps: row.steps, indices, blanks: run.message.table.blanks }, value);
}

function markWay(steps: readonly Step[], place: Place): void {
  let at: Place | undefined = place;
  for (let depth = steps.length - 1; at?.before !== undefined; depth--, at = at.before) markCondition(at.node, steps[depth]!);
}

/** Counts the values that must be there and are not; the same question on both sides. */
export function checkPresence<T>(
  message: Message<T>,
  model: unknown,
  missing: (row: LoadedRow, indices: readonly number[]) => void,
): number {
  let found = 0;
  for (const row of message.rows) {
    if (row.presence === 'may') continue;
    const look = row.presence === 'must' ? walkThrough : walk;
    look(model, row.ready.presenceSteps, (value, indices) => {
      if (value !== undefined && value !== '') return;
      if (row.presence === 'must') found++;
      missing(row, indices);
    });
  }
  return found;
}

function absent(run: Run, row: LoadedRow, indices: readonly number[]): void {
  if (run.seen.has(targetOf(row, indices))) return;
  const { lists } = row.ready;
  const node = run.nodes.get(concrete(lists[lists.length - 1]?.path ?? '', indices));
  run.problems.push(problemAt(row, { indices, node, code: 'VALUE_MISSING', message: 'A value that must be here is missing.' }));
}

function problemAt(
  row: LoadedRow,
  what: { indices: readonly number[]; node?: GrammarNode | undefined; code: string; message: string },
): Problem {
  return {
    at: addressAt(row.address, what.indices),
    ...placeOf(what.node),
    code: what.code,
    message: what.message,
    severity: 'error',
  };
}

function placeOf(node: GrammarNode | undefined): { line?: number; position?: number } {
  return {
    ...(node?.line === undefined ? {} : { line: node.line }),
    ...(node?.position === undefined ? {} : { position: node.position }),
  };
}

/** Constants, repetitions, counts and dropped values: read, compared where that means something, and not kept. */
function readRest<T>(message: Message<T>, run: Run, root: GrammarNode): void {
  const each = (address: Address, visit: (text: string, node: GrammarNode) => boolean) =>
    everyNode(root, address.steps, (node) => {
      const text = node.values.get(address.leaf.key);
      if (text === undefined || node.used.has(address.leaf.key) || !visit(text, node)) return;
      node.used.add(address.leaf.key);
      const last = address.steps.at(-1);
      if (last !== undefined) markCondition(node, last);
    });
  for (const address of message.dropped) each(address, () => true);
  for (const row of message.same) {
    walk(run.model, row.from, (expected) => {
      if (expected === undefined) return;
      each(row.address, (text, node) => {
        if (text !== expected)
          run.problems.push(
            differs(row.address.text, node, {
              message: `This is ${text}, the document says ${String(expected)}.`,
              severity: 'error',
            }),
          );
        return isTouched(node);
      });
    });
  }
  for (const row of message.counts) {
    each(row.address, (text, node) => {
      let items = 0;
      walk(run.model, row.of, () => items++);
      if (Number(text) !== items)
        run.problems.push(
          differs(row.address.text, node, { message: `The document counts ${text}, there are ${items}.`, severity: 'warning' }),
        );
      return true;
    });
  }
  for (const row of message.fixed)
    each(row.address, (text, node) => text === row.value && (row.anchor < row.address.steps.length || isTouched(node)));
}

function differs(at: string, node: GrammarNode, what: { message: string; severity: Severity }): Problem {
  return { at, ...placeOf(node), code: 'VALUE_CONTRADICTS', ...what };
}

/** Every node an address can mean, whatever the list. */
export function everyNode(root: GrammarNode, steps: readonly Step[], visit: (node: GrammarNode) => void): void {
  below(root, 0, { steps, visit });
}

function below(node: GrammarNode, depth: number, way: { steps: readonly Step[]; visit: (node: GrammarNode) => void }): void {
  const step = way.steps[depth];
  if (step === undefined) way.visit(node);
  else for (const child of node.children) if (isMeant(child, step)) below(child, depth + 1, way);
}

function applyRules<T>(message: Message<T>, run: Run, root: GrammarNode): void {
  const view: RuleView = {
    root,
    nodeOf: (path) => run.nodes.get(path),
    report: (problem) => run.problems.push({ severity: 'error', ...problem }),
  };
  for (const rule of message.table.rules) rule.decoded?.(run.model as T, view);
  if (takeExtensions(message as Message<unknown>, { model: run.model, root, nodes: run.nodes })) return;
  view.report({
    at: '/',
    code: 'EXTENSIONS_LEFT_OUT',
    message: 'The document says more beside the model than is kept; its bytes keep it.',
    severity: 'info',
  });
}

function concrete(path: string, indices: readonly number[]): string {
  if (indices.length === 0 && !path.includes('[]')) return path;
  let next = 0;
  return path.replace(/\[\]/g, () => `[${indices[next++] ?? 0}]`);
}
