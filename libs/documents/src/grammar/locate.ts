import type { Condition, Leaf, Step } from './address.js';
import { type GrammarNode, newNode } from './node.js';

/** Pairs run to this element at most (PO125, ACK28). */
const PAIR_LAST = 31;

/** The children a step means, in order; a step without `repeat` means the first. */
export function matching(node: GrammarNode, step: Step): readonly GrammarNode[] {
  if (step.repeat) return node.children.filter((child) => isMeant(child, step));
  const first = node.children.find((child) => isMeant(child, step));
  return first === undefined ? NONE : [first];
}

/** Whether a step means a child, without regard to how many it may mean. */
export function isMeant(child: GrammarNode, { name, where }: Step): boolean {
  return child.name === name && (where.length === 0 || where.every((condition) => fits(child, condition)));
}

const NONE: readonly GrammarNode[] = [];

/** The value at a leaf and the keys it took, undefined when absent or empty. */
export function readLeaf(node: GrammarNode, leaf: Leaf): { text: string; keys: readonly string[] } | undefined {
  if (leaf.pairs !== undefined) return readPair(node, leaf);
  if (leaf.when !== undefined && !leaf.when.values.includes(node.values.get(leaf.when.key) ?? '')) return undefined;
  const text = node.values.get(leaf.key) ?? '';
  return text === '' ? undefined : { text, keys: leaf.when === undefined ? [leaf.key] : [leaf.key, leaf.when.key] };
}

/** Writes the value; false when its place is taken by another qualifier. */
export function writeLeaf(node: GrammarNode, leaf: Leaf, text: string): boolean {
  if (leaf.pairs !== undefined) return writePair(node, leaf, text);
  if (node.values.has(leaf.key)) return node.values.get(leaf.key) === text && leaf.when === undefined;
  if (leaf.when !== undefined) node.values.set(leaf.when.key, leaf.when.values[0] ?? '');
  node.values.set(leaf.key, text);
  return true;
}

/** A new child that the step means: with the name, and with what its conditions ask for. */
export function createFor(parent: GrammarNode, step: Step): GrammarNode {
  const node = newNode(step.name);
  parent.children.push(node);
  for (const where of step.where) {
    if (where.not) continue;
    const value = where.values[0] ?? '';
    if (isLeafKey(where.key)) node.values.set(where.key, value);
    else {
      const inner = where.key
        .split('/')
        .reduce((at, name) => createFor(at, { text: name, name, repeat: false, where: [] }), node);
      inner.values.set('', value);
    }
  }
  return node;
}

/** Marks what the conditions looked at as read. */
export function markCondition(node: GrammarNode, step: Step): void {
  for (const where of step.where) {
    if (where.not) continue;
    if (isLeafKey(where.key)) node.used.add(where.key);
    else descend(node, where.key)?.used.add('');
  }
}

function fits(node: GrammarNode, where: Condition): boolean {
  const value = isLeafKey(where.key) ? node.values.get(where.key) : descend(node, where.key)?.values.get('');
  return where.values.includes(value ?? '') !== (where.not ?? false);
}

function descend(node: GrammarNode, path: string): GrammarNode | undefined {
  return path.split('/').reduce<GrammarNode | undefined>((at, name) => at?.children.find((child) => child.name === name), node);
}

function isLeafKey(key: string): boolean {
  return key.startsWith('@') || /^\d\d(?::\d)?$/.test(key);
}

function readPair(node: GrammarNode, leaf: Leaf): { text: string; keys: readonly string[] } | undefined {
  for (const qualifier of leaf.pairs ?? []) {
    for (let index = Number(leaf.key); index < PAIR_LAST; index += 2) {
      const text = node.values.get(two(index + 1)) ?? '';
      if (node.values.get(two(index)) === qualifier && text !== '') return { text, keys: [two(index), two(index + 1)] };
    }
  }
  return undefined;
}

function writePair(node: GrammarNode, leaf: Leaf, text: string): boolean {
  for (let index = Number(leaf.key); index < PAIR_LAST; index += 2) {
    if (node.values.has(two(index))) continue;
    node.values.set(two(index), leaf.pairs?.[0] ?? '');
    node.values.set(two(index + 1), text);
    return true;
  }
  return false;
}

function two(index: number): string {
  return String(index).padStart(2, '0');
}
