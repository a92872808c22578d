import type { Decoded, Problem, Severity } from '../canonical/problem.js';
import { type Address, addressAt, type Step } from './address.js';
import { takeExtensions } from './extensions.js';
import { isBad } from './field.js';
import { markCondition, matching, readLeaf } from './locate.js';
import type { LoadedRow, Message, RuleView } from './message.js';
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
}

/**
 * Runs a table over a tree. The document is absent when a value it must have is missing or not readable: the type would lie.
 * `partial` then shows what could be read. What no row read is kept in `extensions`.
 */
export function decodeTree<T>(message: Message<T>, root: GrammarNode): Decoded<T> & { partial: Partial<T> } {
  const model = (message.table.blanks['']?.() ?? {}) as Model;
  const run: Run = { model, problems: [], nodes: new Map(), seen: new Set(), message: message as Message<unknown> };
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
  const lists = row.steps.filter((step) => step.list);
  const visit = (node: GrammarNode, indices: readonly number[], path: readonly GrammarNode[]): void => {
    const step = row.address.steps[path.length];
    if (step === undefined) {
      readValue(run, row, { node, indices, path });
      return;
    }
    matching(node, step).forEach((child, index) => {
      const inner = step.repeat ? [...indices, index] : indices;
      if (step.repeat) bindItem(run, { lists: lists.slice(0, inner.length), indices: inner, node: child });
      visit(child, inner, [...path, child]);
    });
  };
  visit(root, [], []);
  if (row.default !== undefined && lists.length === 0) readDefault(run, row, root);
}

/** A partner's default also stands in for a segment or element that is not there at all. */
function readDefault(run: Run, row: LoadedRow, root: GrammarNode): void {
  if (run.seen.has(concrete(row.to, []))) return;
  readValue(run, row, { node: { ...root, values: new Map() }, indices: [], path: [] });
}

function bindItem(run: Run, item: { lists: readonly ModelStep[]; indices: readonly number[]; node: GrammarNode }): void {
  const list = item.lists[item.lists.length - 1];
  if (list === undefined || run.nodes.has(concrete(list.path, item.indices))) return;
  run.nodes.set(concrete(list.path, item.indices), item.node);
  const blanks = run.message.table.blanks;
  if (blanks[list.path] !== undefined) reach(run.model, { steps: parseModelPath(list.path), indices: item.indices, blanks });
}

function readValue(
  run: Run,
  row: LoadedRow,
  place: { node: GrammarNode; indices: readonly number[]; path: readonly GrammarNode[] },
): void {
  const { node, indices, path } = place;
  const target = concrete(row.to, indices) + (row.field.merges === undefined ? '' : `.${row.field.merges.key}`);
  if (run.seen.has(target)) return;
  const found = readLeaf(node, row.address.leaf) ?? (row.default === undefined ? undefined : { text: row.default, keys: [] });
  if (found === undefined) return;
  const raw =
    row.rename !== undefined && Object.hasOwn(row.rename, found.text) ? (row.rename[found.text] ?? found.text) : found.text;
  const value = row.field.decode(raw);
  if (value === undefined) return;
  run.seen.add(target);
  for (const key of found.keys) node.used.add(key);
  row.address.steps.forEach((step: Step, depth) => {
    const at = path[depth];
    if (at !== undefined) markCondition(at, step);
  });
  if (isBad(value)) run.problems.push(problemAt(row, { indices, node, code: value.bad, message: value.message }));
  else assign(run.model, { steps: row.steps, indices, blanks: run.message.table.blanks }, value);
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
    const steps = row.field.merges === undefined ? row.steps : parseModelPath(`${row.to}.${row.field.merges.key}`);
    const look = row.presence === 'must' ? walkThrough : walk;
    look(model, steps, (value, indices) => {
      if (value !== undefined && value !== '') return;
      if (row.presence === 'must') found++;
      missing(row, indices);
    });
  }
  return found;
}

function absent(run: Run, row: LoadedRow, indices: readonly number[]): void {
  const target = concrete(row.to, indices) + (row.field.merges === undefined ? '' : `.${row.field.merges.key}`);
  if (run.seen.has(target)) return;
  const lists = row.steps.filter((step) => step.list);
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
  const [step, ...rest] = steps;
  if (step === undefined) {
    visit(root);
    return;
  }
  for (const child of matching(root, { ...step, repeat: true })) everyNode(child, rest, visit);
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
  let next = 0;
  return path.replace(/\[\]/g, () => `[${indices[next++] ?? 0}]`);
}
